"""The client: one method for each thing that a scraper or a notebook does with Dateline."""

from collections.abc import Iterable, Iterator, Sequence
from types import TracebackType
from typing import Any, Self, Unpack

import httpx
from pydantic import ValidationError

from dateline.client.asked import Asked
from dateline.client.errors import Refused, Unreachable
from dateline.client.retries import Patience, send
from dateline.model.job import JobState
from dateline.wire.annotations import AnnotationsOut
from dateline.wire.article import Accepted, ArticleIn, ArticleOut
from dateline.wire.batch import BatchLine
from dateline.wire.contract import LIMIT
from dateline.wire.event import EventOut
from dateline.wire.job import JobDetailOut, JobFilter, JobIn, JobOut, JobsOut
from dateline.wire.problem import Problem
from dateline.wire.timeline import TimelineOut, TimelineQuery

TOGETHER = 500
# Whole pages are large: a request stays far below what the service takes at once.
TOGETHER_BYTES = 4 * 1024 * 1024
NDJSON = {"Content-Type": "application/x-ndjson"}
# Longer than the service holds an answer for those who prefer to wait.
TIMEOUT = httpx.Timeout(30, connect=5)


class Dateline:
    """A connection to one Dateline service; use it in a `with` statement."""

    def __init__(
        self,
        address: str,
        *,
        patience: Patience | None = None,
        transport: httpx.BaseTransport | None = None,
    ) -> None:
        self._patience = patience or Patience()
        self._http = httpx.Client(base_url=address, timeout=TIMEOUT, transport=transport)

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    def close(self) -> None:
        """Let go of the connections."""
        self._http.close()

    def submit(self, article: ArticleIn, *, wait: int | None = None) -> Accepted:
        """Post an article, and wait until it has been read if so many seconds are enough.

        The same article may be posted again and again: it is stored once.
        """
        headers = {} if wait is None else {"Prefer": f"wait={wait}"}
        body = article.model_dump_json(exclude_unset=True)
        answer = self._send("POST", "/v1/articles", content=body, headers=headers)
        return Accepted.model_validate_json(answer.content)

    def submit_all(self, articles: Iterable[ArticleIn]) -> Iterator[BatchLine]:
        """Post many articles, a few megabytes in a request; an answer for each, in order.

        Numbers count from 1 over all requests. A refused article costs no other.
        """
        posted = 0
        for lines in _together(articles):
            body = b"".join(lines)
            answer = self._send("POST", "/v1/articles/batch", content=body, headers=NDJSON)
            for line in answer.content.splitlines():
                told = BatchLine.model_validate_json(line)
                yield told.model_copy(update={"line": posted + told.line})
            posted += len(lines)

    def article(self, article_id: str) -> ArticleOut:
        """The article as it is stored, and how far its reading has come."""
        answer = self._send("GET", f"/v1/articles/{article_id}")
        return ArticleOut.model_validate_json(answer.content)

    def annotations(self, article_id: str) -> AnnotationsOut:
        """Everything that was read in the article."""
        answer = self._send("GET", f"/v1/articles/{article_id}/annotations")
        return AnnotationsOut.model_validate_json(answer.content)

    def timeline(self, **asked: Unpack[Asked]) -> Iterator[EventOut]:
        """Every event that answers, in order; the pages are fetched as they are needed."""
        fields = {name.removesuffix("_"): value for name, value in asked.items()}
        query = TimelineQuery.model_validate(fields | {"limit": LIMIT})
        parameters = query.model_dump(mode="json", by_alias=True, exclude_none=True)
        while True:
            answer = self._send("GET", "/v1/timeline", params=parameters)
            page = TimelineOut.model_validate_json(answer.content)
            yield from page.items
            if page.next_cursor is None:
                return
            parameters["cursor"] = page.next_cursor

    def reprocess(
        self,
        chosen: JobFilter | None = None,
        *,
        only_outdated: bool = True,
        dry_run: bool = False,
    ) -> JobOut:
        """Have articles read again; without a filter, all that another extractor has read.

        The same order is the same job while it is under way.
        """
        order = JobIn(filter=chosen or JobFilter(), only_outdated=only_outdated, dry_run=dry_run)
        body = order.model_dump_json(exclude_defaults=True)
        answer = self._send("POST", "/v1/jobs/reprocess", content=body)
        return JobOut.model_validate_json(answer.content)

    def job(self, job_id: str) -> JobDetailOut:
        """How far the job is, and some of what it found."""
        answer = self._send("GET", f"/v1/jobs/{job_id}")
        return JobDetailOut.model_validate_json(answer.content)

    def jobs(self, *, state: Sequence[JobState] = ()) -> Iterator[JobOut]:
        """The jobs, the latest first; the pages are fetched as they are needed."""
        asked: dict[str, Any] = {"state": list(state), "limit": LIMIT}
        while True:
            page = JobsOut.model_validate_json(self._send("GET", "/v1/jobs", params=asked).content)
            yield from page.items
            if page.next_cursor is None:
                return
            asked["cursor"] = page.next_cursor

    def cancel(self, job_id: str) -> JobOut:
        """Let the job read nothing more; what it has changed stays."""
        answer = self._send("POST", f"/v1/jobs/{job_id}/cancel")
        return JobOut.model_validate_json(answer.content)

    def _send(
        self, method: str, path: str, *, headers: dict[str, str] | None = None, **what: Any
    ) -> httpx.Response:
        given = {"Content-Type": "application/json"} if "content" in what else {}
        answer = send(
            lambda: self._http.request(method, path, headers=given | (headers or {}), **what),
            self._patience,
        )
        if answer.is_success:
            return answer
        raise _refusal(answer)


def _together(articles: Iterable[ArticleIn]) -> Iterator[list[bytes]]:
    """The lines of one request after another."""
    lines: list[bytes] = []
    size = 0
    for article in articles:
        line = article.model_dump_json(exclude_unset=True).encode() + b"\n"
        if lines and (len(lines) == TOGETHER or size + len(line) > TOGETHER_BYTES):
            yield lines
            lines, size = [], 0
        lines.append(line)
        size += len(line)
    if lines:
        yield lines


def _refusal(answer: httpx.Response) -> Refused | Unreachable:
    try:
        return Refused(Problem.model_validate_json(answer.content))
    except ValidationError:
        return Unreachable(f"HTTP {answer.status_code}, and not from Dateline")

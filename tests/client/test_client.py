"""The client against the real service: post, look, walk through the timeline."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

import httpx
import pytest
from sqlalchemy import Engine
from tests.jobbing import claim, finish, introduce, proceed
from tests.telling import FIRST, MET, TEXT, met, read

from dateline.client import Dateline, Refused, client
from dateline.client.asked import Asked
from dateline.model.article import State
from dateline.model.event import EventKind, Status
from dateline.model.job import JobState
from dateline.wire.article import ArticleIn
from dateline.wire.batch import Outcome
from dateline.wire.contract import Generic, Order, Undated
from dateline.wire.job import JobFilter
from dateline.wire.timeline import TimelineQuery

ARTICLE = ArticleIn(text=TEXT, published_at="26.02.2025. 08:41", language="sr", source="Herald")


@pytest.fixture
def dateline(address: str) -> Iterator[Dateline]:
    with Dateline(address) as client:
        yield client


def test_an_article_is_posted_once_however_often(dateline: Dateline):
    first = dateline.submit(ARTICLE)
    again = dateline.submit(ARTICLE, wait=0)

    assert again == first
    assert dateline.article(first.id).published_on == date(2025, 2, 26)


def test_many_articles_are_posted_and_answered_one_by_one(dateline: Dateline):
    posts = [
        ArticleIn(text=TEXT, published_at="2025-02-26", url=f"https://herald.example/{number}")
        for number in range(520)
    ]
    posts[510] = ArticleIn(text=TEXT, published_at="yesterday")

    answers = list(dateline.submit_all(posts))

    assert [answer.line for answer in answers] == list(range(1, 521))
    refused = [answer for answer in answers if answer.outcome is Outcome.REFUSED]
    assert [(answer.line, answer.problem and answer.problem.status) for answer in refused] == [
        (511, 422)
    ]


class Weighing(httpx.HTTPTransport):
    """Notes how large each request is."""

    def __init__(self) -> None:
        super().__init__()
        self.sizes: list[int] = []

    def handle_request(self, request: httpx.Request) -> httpx.Response:
        self.sizes.append(len(request.content))
        return super().handle_request(request)


def test_large_articles_are_posted_in_more_requests(address: str, monkeypatch: pytest.MonkeyPatch):
    monkeypatch.setattr(client, "TOGETHER_BYTES", 1000)
    texts = [f"{number} " + "word " * 60 for number in range(4)] + ["word " * 400]
    scale = Weighing()

    with Dateline(address, transport=scale) as dateline:
        posts = (ARTICLE.model_copy(update={"text": text}) for text in texts)
        answers = list(dateline.submit_all(posts))

    assert [answer.line for answer in answers] == [1, 2, 3, 4, 5]
    assert [size <= 1000 for size in scale.sizes] == [True, True, False]


def test_what_was_read_comes_back_typed(dateline: Dateline, engine: Engine):
    article_id = dateline.submit(ARTICLE).id
    read(engine, article_id, MET)

    annotations = dateline.annotations(article_id)

    assert dateline.article(article_id).state is State.DONE
    assert annotations.events[0].time.earliest == FIRST
    assert annotations.events[0].status is Status.OCCURRED


@pytest.mark.parametrize("order", Order)
def test_the_timeline_goes_on_over_its_pages(dateline: Dateline, engine: Engine, order: Order):
    read(engine, dateline.submit(ARTICLE).id, *map(met, range(620)))

    found = [event.time.earliest for event in dateline.timeline(q="council", order=order)]

    days = [FIRST + timedelta(days=day) for day in range(620)]
    assert found == (days if order is Order.ASC else days[::-1])


def test_a_window_and_a_status_are_asked_for(dateline: Dateline, engine: Engine):
    read(engine, dateline.submit(ARTICLE).id, *map(met, range(10)))

    window = dateline.timeline(from_=date(2025, 2, 26), to=date(2025, 2, 27))

    assert [event.id for event in window] == ["met-2", "met-3"]
    assert list(dateline.timeline(status=[Status.DENIED])) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({"source": ["Herald"], "kind": [EventKind.OCCURRENCE], "min_confidence": 0.1}, 3),
        ({"source": ["Courier"]}, 0),
        ({"published_to": date(2025, 2, 25)}, 0),
        ({"as_of": datetime(2025, 1, 1, tzinfo=UTC)}, 0),
        ({"undated": Undated.INCLUDE, "generic": Generic.INCLUDE}, 3),
    ],
)
def test_whatever_the_timeline_can_be_asked_it_is_asked_by_the_client(
    dateline: Dateline, engine: Engine, asked: Asked, found: int
):
    read(engine, dateline.submit(ARTICLE).id, *map(met, range(3)))

    assert len(list(dateline.timeline(**asked))) == found


def test_every_field_of_the_query_can_be_asked_for():
    pages = {"limit", "cursor", "format"}

    assert set(Asked.__annotations__) == TimelineQuery.model_fields.keys() - pages


def test_a_refusal_names_the_field(dateline: Dateline):
    with pytest.raises(Refused, match="could be") as refused:
        dateline.submit(ArticleIn(text=TEXT, published_at="03/04/2025", language="en"))

    errors = refused.value.problem.errors
    assert errors is not None
    assert errors[0].pointer == "#/published_at"


def test_an_article_that_is_not_there_is_refused(dateline: Dateline):
    with pytest.raises(Refused) as refused:
        dateline.article("none")

    assert refused.value.problem.status == 404


def test_a_job_is_ordered_followed_and_cancelled(dateline: Dateline, engine: Engine):
    read(engine, dateline.submit(ARTICLE).id, MET)
    introduce(engine)
    first = dateline.reprocess(JobFilter(source=["Herald"]), dry_run=True)
    proceed(engine)
    finish(engine, claim(engine))
    proceed(engine)
    second = dateline.reprocess()

    done = dateline.job(first.id)
    cancelled = dateline.cancel(second.id)

    assert (done.state, done.changed.removed) == (JobState.DONE, 1)
    assert [one.event_id for one in done.sample] == [MET.id]
    assert cancelled.state is JobState.CANCELLED
    assert [job.id for job in dateline.jobs()] == [second.id, first.id]
    assert [job.id for job in dateline.jobs(state=[JobState.DONE])] == [first.id]


def test_the_same_order_twice_is_one_job(dateline: Dateline):
    first, again = dateline.reprocess(), dateline.reprocess()

    assert first.id == again.id

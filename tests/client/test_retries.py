"""Asking again: what is lost or busy is tried again, what is final is not."""

from collections.abc import Callable, Iterable

import httpx
import pytest

from dateline.client import Dateline, Patience, Refused, Unreachable
from dateline.client.retries import send
from dateline.wire.article import ArticleIn

ONCE = Patience(attempts=1)


def answering(outcomes: Iterable[int | Exception]) -> Callable[[], httpx.Response]:
    """A service that answers with these statuses, one after the other, or does not at all."""
    following = iter(outcomes)

    def ask() -> httpx.Response:
        outcome = next(following)
        if isinstance(outcome, Exception):
            raise outcome
        return httpx.Response(outcome)

    return ask


@pytest.mark.parametrize(
    "outcomes",
    [
        pytest.param([200], id="at once"),
        pytest.param([503, 200], id="a store that was away"),
        pytest.param([429, 502, 504, 200], id="a busy service behind a proxy"),
        pytest.param([httpx.ConnectError("refused"), 200], id="a service that starts"),
        pytest.param([httpx.ReadTimeout("slow"), 200], id="an answer that was lost"),
    ],
)
def test_what_passes_is_waited_for(outcomes: list[int | Exception]):
    slept: list[float] = []

    answer = send(answering(outcomes), Patience(), slept.append)

    assert answer.status_code == 200
    assert len(slept) == len(outcomes) - 1


@pytest.mark.parametrize("status", [400, 404, 409, 413, 422, 500])
def test_what_is_final_is_not_asked_again(status: int):
    slept: list[float] = []

    assert send(answering([status]), Patience(), slept.append).status_code == status
    assert slept == []


def test_patience_ends():
    with pytest.raises(Unreachable, match="asked 3 times, last: HTTP 503"):
        send(answering([503] * 3), Patience(attempts=3), lambda _: None)


def test_each_wait_is_longer_up_to_the_longest():
    patience = Patience(first_wait=1, longest_wait=5)

    waits = [patience.wait(attempt, None) for attempt in range(5)]

    for wait, (least, most) in zip(
        waits, [(0.5, 1), (1, 2), (2, 4), (2.5, 5), (2.5, 5)], strict=True
    ):
        assert least <= wait <= most


def test_the_service_says_how_long_to_wait():
    busy = httpx.Response(503, headers={"Retry-After": "7"})

    assert Patience().wait(0, busy) == 7
    assert Patience(longest_wait=2).wait(0, busy) == 2


def test_an_answer_that_is_no_problem_of_ours_is_no_refusal():
    somebody = httpx.MockTransport(lambda _: httpx.Response(403, text="<h1>Proxy</h1>"))

    with Dateline("http://proxy", transport=somebody) as dateline, pytest.raises(Unreachable):
        dateline.article("a")


def test_nobody_there_is_unreachable():
    with Dateline("http://127.0.0.1:9", patience=ONCE) as dateline, pytest.raises(Unreachable):
        dateline.submit(ArticleIn(text="a", published_at="2025-02-26"))


def test_a_refusal_is_an_error_of_the_family():
    def refuse(request: httpx.Request) -> httpx.Response:
        problem = {
            "type": "/problems/not-found",
            "title": "There is no such thing",
            "status": 404,
            "detail": "no article 'a'",
            "instance": request.url.path,
        }
        return httpx.Response(404, json=problem)

    transport = httpx.MockTransport(refuse)
    with Dateline("http://here", transport=transport) as dateline, pytest.raises(Refused) as no:
        dateline.article("a")

    assert str(no.value) == "404 there is no such thing: no article 'a'"

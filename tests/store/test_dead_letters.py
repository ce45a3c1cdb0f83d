from dataclasses import replace

import pytest
from sqlalchemy import Connection, update

from dateline.model.article import State
from dateline.store import articles, claims, dead_letters, owed, tables
from dateline.store.claims import Retry
from dateline.store.instant import seconds_from_now
from dateline.wire.dead_letter import DeadLetterChoice, DeadLetterOrder

AT_ONCE = Retry(attempts=1, backoff=1, longest=1)
ALL = DeadLetterChoice()


@pytest.fixture
def dead(connection: Connection, desk) -> dict[str, str]:
    """Three articles that were given up, the last one last; their ids by url."""
    ids = {}
    for name, source, error in (
        ("one", "herald.example", "ValueError: 100% wrong"),
        ("two", "herald.example", "TooSlow: not read"),
        ("three", "gazette.example", "ValueError: 1000 wrong"),
    ):
        claim = desk.claim(replace(desk.draft, url=f"https://{name}.example", source=source))
        claims.fail(connection, claim, error, f"Traceback of {name}", AT_ONCE)
        ids[name] = claim.article_id
    # The clock may stand still while all three fail.
    for ago, article_id in enumerate(reversed(ids.values())):
        failed = update(tables.articles).where(tables.articles.c.id == article_id)
        connection.execute(failed.values(failed_at=seconds_from_now(-ago)))
    return ids


def test_a_dead_letter_says_what_went_wrong(connection: Connection, dead: dict[str, str]) -> None:
    (letter,) = dead_letters.among(connection, DeadLetterChoice(id=[dead["two"]]), 10).letters

    assert (letter.article_id, letter.revision, letter.attempts) == (dead["two"], 1, 1)
    assert (letter.error, letter.traceback) == ("TooSlow: not read", "Traceback of two")
    assert (letter.url, letter.source) == ("https://two.example", "herald.example")
    assert letter.failed_at.tzinfo is not None


@pytest.mark.parametrize(
    ("choice", "found"),
    [
        pytest.param({}, ["three", "two", "one"], id="all, the latest first"),
        pytest.param({"source": ["herald.example"]}, ["two", "one"], id="of a source"),
        pytest.param({"error": "ValueError"}, ["three", "one"], id="of a kind of error"),
        pytest.param({"error": "ValueError: 100%"}, ["one"], id="a percent sign is one"),
        pytest.param({"error": "Value", "source": ["gazette.example"]}, ["three"], id="of both"),
        pytest.param({"id": ["nothing"]}, [], id="no such article"),
    ],
)
def test_dead_letters_are_found_by_what_they_have_in_common(
    connection: Connection, dead: dict[str, str], choice: dict[str, object], found: list[str]
) -> None:
    page = dead_letters.among(connection, DeadLetterChoice.model_validate(choice), 10)

    assert [letter.article_id for letter in page.letters] == [dead[name] for name in found]


def test_pages_of_dead_letters_follow_each_other(
    connection: Connection, dead: dict[str, str]
) -> None:
    first = dead_letters.among(connection, ALL, 2)
    second = dead_letters.among(connection, ALL, 2, first.next)

    assert [letter.article_id for letter in first.letters] == [dead["three"], dead["two"]]
    assert [letter.article_id for letter in second.letters] == [dead["one"]]
    assert second.next is None


def test_what_is_tried_again_has_all_its_attempts(
    connection: Connection, dead: dict[str, str]
) -> None:
    count = dead_letters.retry(connection, DeadLetterChoice(error="ValueError"))

    found = articles.get(connection, dead["one"])
    assert (count, found.state, found.attempts) == (2, State.QUEUED, 0)
    assert {due.id for due in owed.due(connection, 10, 60, "one")} == {
        dead["one"],
        dead["three"],
    }
    assert len(dead_letters.among(connection, ALL, 10).letters) == 1


def test_what_is_let_be_stays_failed_and_is_listed_no_more(
    connection: Connection, dead: dict[str, str]
) -> None:
    count = dead_letters.discard(connection, DeadLetterChoice(id=[dead["one"]]))

    assert (count, articles.get(connection, dead["one"]).state) == (1, State.FAILED)
    assert len(dead_letters.among(connection, ALL, 10).letters) == 2
    assert dead_letters.retry(connection, DeadLetterChoice(id=[dead["one"]])) == 0


def test_an_order_says_which_dead_letters_it_means() -> None:
    with pytest.raises(ValueError, match="or else `all`"):
        DeadLetterOrder()
    with pytest.raises(ValueError, match="or else `all`"):
        DeadLetterOrder(all=True, error="ValueError")

    assert DeadLetterOrder(all=True).id == []

import random
import string
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, date, datetime

import pytest
from sqlalchemy import Connection, Engine

from dateline.model.article import Draft, Publication, State
from dateline.model.errors import ArticleNotFound, IdentityConflict
from dateline.store import articles, database
from dateline.store.articles import Accepted, Outcome

DRAFT = Draft(
    text="The council met on Monday.\r\n",
    published=Publication(
        date(2025, 2, 26),
        datetime(2025, 2, 26, 7, 41, tzinfo=UTC),
        "26.02.2025. 08:41",
        "Europe/Rome",
    ),
    language="en",
    translated_from="sr",
    url="https://herald.example/1?utm_source=feed",
    external_id="42",
    source="herald.example",
    title="Council “meets”",
    authors=("A. Writer",),
    tags=("council", "città"),
    metadata={"z": 1, "a": {"deep": [True, None, 1.5]}},
)
BY_URL = replace(DRAFT, external_id=None)
BY_TEXT = replace(BY_URL, url=None)
REWRITTEN = "The council met on Tuesday."


def test_an_article_comes_back_exactly_as_posted(connection: Connection) -> None:
    accepted = articles.add(connection, DRAFT)

    found = articles.get(connection, accepted.id)

    assert found.draft == DRAFT
    assert (found.revision, found.state, found.attempts, found.last_error) == (
        1,
        State.QUEUED,
        0,
        None,
    )
    assert found.received_at.tzinfo is UTC


def test_an_unknown_id_is_no_article(connection: Connection) -> None:
    with pytest.raises(ArticleNotFound):
        articles.get(connection, "nothing")


def test_states_are_told_of_those_that_are_there(connection: Connection) -> None:
    accepted = articles.add(connection, DRAFT)

    assert articles.states(connection, [accepted.id, "nothing"]) == {accepted.id: State.QUEUED}


def test_an_article_has_the_same_id_in_every_store(connection: Connection) -> None:
    # printf 'external_id\\0herald.example\\00042' | sha256sum | head -c20 | xxd -r -p | base32
    assert articles.add(connection, DRAFT).id == "hfsfyjucglkm7vsa"


@pytest.mark.parametrize(
    ("first", "repost"),
    [
        pytest.param(DRAFT, DRAFT, id="everything the same"),
        pytest.param(BY_TEXT, BY_TEXT, id="neither url nor external id, same text and date"),
        pytest.param(BY_URL, DRAFT, id="an external id learnt later"),
        pytest.param(DRAFT, BY_URL, id="url alone"),
        pytest.param(DRAFT, replace(DRAFT, url=None), id="external id alone"),
        pytest.param(DRAFT, replace(DRAFT, url="https://herald.example/moved"), id="moved"),
        pytest.param(
            BY_URL, replace(BY_URL, url="HTTP://Herald.Example:80/1#comments"), id="same address"
        ),
        pytest.param(DRAFT, replace(DRAFT, title="Council meets again"), id="another title"),
    ],
)
def test_posting_what_is_known_stores_nothing(
    connection: Connection, first: Draft, repost: Draft
) -> None:
    accepted = articles.add(connection, first)

    again = articles.add(connection, repost)

    assert again == replace(accepted, outcome=Outcome.KNOWN)
    assert articles.get(connection, accepted.id).draft == first


@pytest.mark.parametrize(
    ("first", "other"),
    [
        pytest.param(DRAFT, replace(DRAFT, external_id="43", url=None), id="external id"),
        pytest.param(BY_URL, replace(BY_URL, url="https://herald.example/2"), id="url"),
        pytest.param(DRAFT, replace(DRAFT, source="gazette.example"), id="source"),
        pytest.param(
            BY_TEXT, replace(BY_TEXT, text=REWRITTEN), id="text, where it is all there is"
        ),
        pytest.param(BY_TEXT, replace(BY_TEXT, source=None), id="no source"),
        pytest.param(DRAFT, BY_TEXT, id="no name but its text"),
    ],
)
def test_another_name_is_another_article(
    connection: Connection, first: Draft, other: Draft
) -> None:
    accepted = articles.add(connection, first)

    beside = articles.add(connection, other)

    assert beside.outcome is Outcome.NEW
    assert beside.id != accepted.id


@pytest.mark.parametrize(
    "changed",
    [
        pytest.param(replace(DRAFT, text=REWRITTEN), id="text"),
        pytest.param(
            replace(DRAFT, published=replace(DRAFT.published, on=date(2025, 2, 27))), id="date"
        ),
    ],
)
def test_a_changed_text_or_date_is_a_new_revision(connection: Connection, changed: Draft) -> None:
    accepted = articles.add(connection, DRAFT)

    revised = articles.add(connection, changed)

    assert revised == Accepted(accepted.id, 2, State.QUEUED, Outcome.REVISED)
    assert articles.get(connection, accepted.id).draft == changed


def test_going_back_to_the_first_text_is_a_third_revision(connection: Connection) -> None:
    articles.add(connection, DRAFT)
    articles.add(connection, replace(DRAFT, text=REWRITTEN))

    assert articles.add(connection, DRAFT).revision == 3


def test_a_url_and_an_external_id_of_two_articles_are_a_conflict(connection: Connection) -> None:
    first = articles.add(connection, replace(DRAFT, url=None))
    second = articles.add(connection, BY_URL)

    with pytest.raises(IdentityConflict) as conflict:
        articles.add(connection, DRAFT)

    assert (conflict.value.by_external_id, conflict.value.by_url) == (first.id, second.id)


def test_a_url_that_bears_another_external_id_is_a_conflict(connection: Connection) -> None:
    first = articles.add(connection, DRAFT)

    with pytest.raises(IdentityConflict) as conflict:
        articles.add(connection, replace(DRAFT, external_id="43"))

    assert conflict.value.by_url == first.id


def test_many_scrapers_posting_one_article_at_once_make_one(engine: Engine) -> None:
    def post(_: int) -> Accepted:
        with database.writing(engine) as connection:
            return articles.add(connection, DRAFT)

    with ThreadPoolExecutor(8) as scrapers:
        answers = list(scrapers.map(post, range(24)))

    assert {answer.id for answer in answers} == {answers[0].id}
    assert sorted(answer.outcome for answer in answers) == ["known"] * 23 + ["new"]


def test_the_longest_names_are_known_again(connection: Connection) -> None:
    # What repeats itself is packed, and fits where nothing else of this length would.
    chance = random.Random(7)
    url = "https://herald.example/" + "".join(chance.choices(string.ascii_letters, k=4000))
    source = "".join(chr(chance.randrange(0x4E00, 0x9000)) for _ in range(500))
    draft = replace(DRAFT, url=url, source=source, external_id=source[::-1])
    first = articles.add(connection, draft)

    again = articles.add(connection, draft)

    assert (again.id, again.outcome) == (first.id, Outcome.KNOWN)

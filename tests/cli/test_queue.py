import re
from datetime import date
from pathlib import Path

import pytest
from typer.testing import CliRunner

from dateline.cli.main import app
from dateline.cli.queue import NotGivenUp
from dateline.model.article import Draft, Publication, State
from dateline.settings import Settings
from dateline.store import articles, claims, database
from dateline.store.claims import Retry

DRAFT = Draft("text", Publication(date(2025, 2, 26), None, ""), "en", source="herald.example")


@pytest.fixture
def dead(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> str:
    """The id of the one article of the store, which was given up."""
    monkeypatch.chdir(tmp_path)
    engine = database.open(Settings().database)
    database.migrate(engine)
    with database.writing(engine) as connection:
        accepted = articles.add(connection, DRAFT)
        (claim,) = claims.claim(connection, [accepted.id], lease=60)
        claims.fail(connection, claim, "ValueError: [/p]", "", Retry(1, 1, 1))
    engine.dispose()
    return accepted.id


def say(*words: str) -> str:
    """What `dateline queue` says to these words."""
    return CliRunner().invoke(app, ["queue", *words], catch_exceptions=False).output


def state(article_id: str) -> State:
    engine = database.open(Settings().database)
    with database.reading(engine) as connection:
        found = articles.get(connection, article_id).state
    engine.dispose()
    return found


def test_the_queue_is_shown_once_where_there_is_no_terminal(dead: str) -> None:
    shown = say()

    assert re.search(r"^waiting +0 *$", shown, re.MULTILINE)
    assert re.search(r"^given up +1 *$", shown, re.MULTILINE)


def test_what_was_given_up_is_listed_with_its_reason(dead: str) -> None:
    listed = say("dead", "--source", "herald.example")

    assert dead in listed
    # Square brackets are part of what went wrong, not of how it is printed.
    assert "ValueError: [/p]" in " ".join(listed.split())


@pytest.mark.parametrize("choice", [["--all"], ["--error", "ValueError"], ["ID"]])
def test_what_was_given_up_is_tried_again(dead: str, choice: list[str]) -> None:
    said = say("retry", *(dead if word == "ID" else word for word in choice))

    assert said.startswith("1 article")
    assert state(dead) is State.QUEUED


def test_what_was_given_up_is_let_be(dead: str) -> None:
    said = say("discard", dead)

    assert said.startswith("1 article")
    assert state(dead) is State.FAILED
    assert dead not in say("dead")


@pytest.mark.parametrize("word", ["retry", "discard"])
def test_an_article_that_was_not_given_up_is_named_and_nothing_is_done(
    dead: str, word: str
) -> None:
    with pytest.raises(NotGivenUp, match="not among the articles given up: nobody"):
        say(word, dead, "nobody")

    assert dead in say("dead")


def test_without_a_choice_nothing_is_done(dead: str) -> None:
    said = say("retry")

    assert "or else --all" in said
    assert state(dead) is State.FAILED

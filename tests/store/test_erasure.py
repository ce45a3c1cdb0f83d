from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from sqlalchemy import Connection, Engine, create_engine, inspect, text
from tests.databases import empty_store
from tests.store.conftest import DRAFT, Desk, happening, named

from dateline.model.article import Annotations, Furniture, TextWarning
from dateline.model.change import Action, Reason
from dateline.model.errors import ArticleDeleted, ArticleNotFound
from dateline.model.event import Attribution, Entity, Event, Mention, Mode, Participant, Role
from dateline.model.fact import Fact, FactKind
from dateline.model.interval import Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.store import articles, claims, database, entities, erasure, events, order
from dateline.store.articles import Outcome
from dateline.store.changes import since
from dateline.store.timeline import within
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))
TUESDAY = Interval.day(date(2025, 2, 25))
EVERYTHING = TimelineQuery(undated="include")

# Words that stand nowhere but in the article that is to be erased.
SECRET = "Wolpertinger Zanzibaria quibbled xylophonically"
WORDS = [word.lower() for word in SECRET.split()]
SPAN = Span(0, len(SECRET))
WHO = Entity("e-wolpertinger", "Wolpertinger Zanzibaria", "person")


def secret(desk, interval: Interval) -> Event:
    """An event that quotes the planted sentence wherever it can."""
    who = Mention(WHO.name, SPAN, WHO)
    return replace(
        desk.happening("secret", interval, "vance"),
        summary=SECRET,
        evidence=Evidence(SECRET, "", "", SPAN),
        participants=(Participant(Role.AGENT, who), Participant(Role.PATIENT, named("vance"))),
        attributions=(Attribution(who, Quoted("quibbled", SPAN), Mode.INDIRECT, None),),
    )


def plant(desk) -> str:
    """An article that lets its sentence into every corner of the store; its id."""
    draft = replace(
        desk.draft,
        text=SECRET,
        title=SECRET,
        url="https://herald.example/xylophonically",
        authors=(SECRET,),
        tags=("quibbled",),
        metadata={"note": SECRET},
    )
    article_id = desk.publish(secret(desk, MONDAY), draft=draft)
    desk.read_again(article_id, secret(desk, TUESDAY))
    desk.publish(secret(desk, MONDAY), draft=replace(draft, text=SECRET + "."))
    article = articles.hold(desk.connection, article_id)
    corrected = replace(article.draft, title="Quibbled")
    articles.correct(desk.connection, article, corrected, {"title"})
    fact = Fact(
        "f",
        FactKind.QUOTE,
        None,
        SECRET,
        None,
        desk.event.time,
        desk.event.status,
        Evidence(SECRET, "", "", SPAN),
        0.5,
    )
    desk.connection.exec_driver_sql(
        f"UPDATE articles SET state = 'queued' WHERE id = '{article_id}'"
    )
    (claim,) = claims.claim(desk.connection, [article_id], lease=60)
    told = Annotations(
        "test",
        events=(secret(desk, MONDAY),),
        facts=(fact,),
        furniture=(Furniture("credit", SPAN),),
        warnings=(TextWarning("figure", SECRET, SPAN),),
    )
    events.replace(desk.connection, claim, told)
    desk.connection.execute(
        text("UPDATE articles SET last_error = :said, traceback = :said WHERE id = :id"),
        {"said": SECRET, "id": article_id},
    )
    return article_id


def rows(connection: Connection) -> Iterator[str]:
    """Every value of every table."""
    for table in inspect(connection).get_table_names():
        for row in connection.execute(text(f"SELECT * FROM {table}")):
            yield from (str(value).lower() for value in row)


def test_no_table_holds_a_word_of_an_erased_article(connection: Connection, desk) -> None:
    desk.publish(desk.happening("stays", MONDAY, "vance"))
    article_id = plant(desk)
    before = [word for word in WORDS if any(word in value for value in rows(connection))]

    erasure.erase(connection, article_id)

    assert before == WORDS
    assert [word for word in WORDS if any(word in value for value in rows(connection))] == []
    assert [entry.event.id for entry in within(connection, EVERYTHING).entries] == ["stays"]


def test_after_vacuum_the_file_holds_no_word_of_an_erased_article(tmp_path: Path) -> None:
    engine = empty_store(f"sqlite:///{tmp_path}/dateline.sqlite")
    with database.writing(engine) as connection:
        Desk(connection).publish(happening("stays", MONDAY, "vance"))
    with database.writing(engine) as connection:
        article_id = plant(Desk(connection))
    planted = _in_files(tmp_path)

    with database.writing(engine) as connection:
        erasure.erase(connection, article_id)
    engine.dispose()
    _vacuum(tmp_path)

    assert planted == set(WORDS)
    assert _in_files(tmp_path) == set()


def _in_files(folder: Path) -> set[str]:
    held = b"".join(file.read_bytes() for file in folder.iterdir()).lower()
    return {word for word in WORDS if word.encode() in held}


def _vacuum(folder: Path) -> None:
    engine = create_engine(f"sqlite:///{folder}/dateline.sqlite", isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text("VACUUM"))
    engine.dispose()


def test_the_past_forgets_it_too_and_keeps_the_rest(connection: Connection, desk) -> None:
    start = order.last(connection)
    desk.publish(desk.happening("stays", MONDAY, "vance"))
    article_id = plant(desk)
    then = order.last(connection)

    erasure.erase(connection, article_id)

    past = within(connection, EVERYTHING, known=then)
    assert [entry.event.id for entry in past.entries] == ["stays"]
    assert within(connection, TimelineQuery(q="xylophonically"), known=then).entries == ()
    assert entities.called(connection, WHO.name) == []
    assert [who.id for who in entities.called(connection, "e-vance")] == ["e-vance"]
    told = [change for change in since(connection, start, 100) if change.article_id == article_id]
    assert {change.entry for change in told} == {None}
    assert (told[0].action, told[-1].action, told[-1].reason) == (
        Action.ADDED,
        Action.WITHDRAWN,
        Reason.ERASURE,
    )
    assert [change.action for change in told].count(Action.WITHDRAWN) == 1


def test_an_erased_article_is_not_taken_in_again(connection: Connection, desk) -> None:
    article_id = articles.add(connection, replace(desk.draft, external_id="42")).id

    erasure.erase(connection, article_id)

    for again in (desk.draft, replace(desk.draft, external_id="42", url=None)):
        with pytest.raises(ArticleDeleted) as refused:
            articles.add(connection, again)
        assert refused.value.article_id == article_id
    other = replace(desk.draft, url="https://herald.example/2")
    assert articles.add(connection, other).id != article_id


def test_an_article_whose_erasure_is_lifted_is_new(connection: Connection, desk) -> None:
    article_id = desk.publish(desk.event)
    erasure.erase(connection, article_id)

    erasure.lift(connection, article_id)

    again = articles.add(connection, desk.draft)
    assert (again.id, again.revision, again.outcome) == (article_id, 1, Outcome.NEW)
    with pytest.raises(ArticleNotFound):
        erasure.lift(connection, article_id)


def test_what_is_erased_is_not_found(connection: Connection, desk) -> None:
    article_id = desk.publish(desk.event)

    erasure.erase(connection, article_id)

    assert events.annotations(connection, article_id) is None
    for ask in (articles.get, erasure.erase):
        with pytest.raises(ArticleNotFound):
            ask(connection, article_id)


def test_a_page_goes_on_without_what_was_erased_behind_it(connection: Connection, desk) -> None:
    erased = desk.publish(desk.happening("one", MONDAY), desk.happening("three", TUESDAY))
    other = replace(desk.draft, url="https://herald.example/2")
    desk.publish(
        desk.happening("two", Interval.days(date(2025, 2, 24), date(2025, 2, 25))), draft=other
    )
    first = within(connection, TimelineQuery(limit=1))

    erasure.erase(connection, erased)

    rest = within(connection, TimelineQuery(limit=5), first.next)
    assert [entry.event.id for entry in first.entries + rest.entries] == ["one", "two"]


def test_a_reader_of_the_article_at_work_comes_too_late(engine: Engine) -> None:
    with database.writing(engine) as connection:
        desk = Desk(connection)
        claim = desk.claim()
        erasure.erase(connection, claim.article_id)

        assert claims.renew(connection, [claim], lease=60) == set()


def test_a_post_that_meets_an_erasure_under_way_is_refused(engine: Engine) -> None:
    with database.writing(engine) as connection:
        article_id = articles.add(connection, DRAFT).id

    def post() -> None:
        with database.writing(engine) as connection:
            articles.add(connection, replace(DRAFT, text="Another text."))

    with ThreadPoolExecutor(1) as scraper:
        with database.writing(engine) as connection:
            erasure.erase(connection, article_id)
            posted = scraper.submit(post)
            with pytest.raises(TimeoutError):
                posted.result(timeout=0.3)
        with pytest.raises(ArticleDeleted):
            posted.result()

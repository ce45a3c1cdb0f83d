from dataclasses import replace

import pytest

from dateline.model.article import Annotations, Draft
from dateline.model.errors import NoModel
from dateline.store import articles, database, events
from dateline.worker.desk import Desk
from dateline.worker.extraction import Extractor
from dateline.worker.limits import Drain
from dateline.worker.tasks import extract


@pytest.fixture(scope="module")
def extractor() -> Extractor:
    return Extractor.load("auto")


def read(extractor: Extractor, draft: Draft) -> Annotations:
    return extractor.extract("a1", draft)


@pytest.mark.model
def test_an_article_is_read_from_its_dates_to_its_furniture(
    extractor: Extractor, draft: Draft
) -> None:
    found = read(extractor, draft)

    days = {
        event.trigger.text: event.time.interval.earliest.isoformat()
        for event in found.events
        if event.time.interval and event.time.interval.earliest
    }
    assert [timex.text for timex in found.timexes] == ["Monday", "yesterday", "next month"]
    assert (days["met"], days["repair"]) == ("2025-02-24", "2025-03-01")
    assert [each.span.of(draft.text) for each in found.furniture] == ["Photo: City archive"]
    assert found.extractor.endswith(" en_core_web_sm-3.8.0")


@pytest.mark.model
def test_an_article_reads_the_same_alone_and_among_others(
    extractor: Extractor, draft: Draft
) -> None:
    alone = read(extractor, draft)

    for n in range(3):
        read(extractor, replace(draft, text=f"{n} people voted on Tuesday. " * 10))

    assert read(extractor, draft) == alone
    assert read(Extractor.load("auto"), draft) == alone


def test_without_a_model_the_dates_are_still_found_and_it_is_said(draft: Draft) -> None:
    found = read(Extractor(None), draft)

    assert [timex.text for timex in found.timexes] == ["Monday", "yesterday", "next month"]
    assert found.events == ()
    assert [warning.code for warning in found.warnings] == ["no-model"]
    assert found.extractor.endswith(" no-model")


@pytest.mark.model
def test_in_a_language_without_a_parser_it_is_said_too(extractor: Extractor, draft: Draft) -> None:
    found = read(extractor, replace(draft, language="sr-Latn"))

    assert found.events == ()
    assert [warning.code for warning in found.warnings] == ["language"]


def test_a_model_asked_for_by_name_has_to_be_there() -> None:
    with pytest.raises(NoModel):
        Extractor.load("en_core_web_imaginary")


@pytest.mark.model
def test_an_article_read_twice_has_one_set_of_events(
    chosen, engine, extractor: Extractor, draft: Draft
) -> None:
    desk = Desk(chosen, extractor, Drain())
    with database.writing(engine) as connection:
        article = articles.add(connection, draft).id

    extract(desk, [article])
    with database.writing(engine) as connection:
        first = events.annotations(connection, article)
        connection.exec_driver_sql("UPDATE articles SET state = 'queued'")
        rows = connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one()
    extract(desk, [article])
    desk.engine.dispose()

    with database.reading(engine) as connection:
        assert events.annotations(connection, article) == first
        assert connection.exec_driver_sql("SELECT count(*) FROM events").scalar_one() == rows
    assert first is not None
    assert len(first.events) == rows > 0

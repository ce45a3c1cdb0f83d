from dataclasses import replace
from datetime import date

import pytest

from dateline.events.extractor import Extractor
from dateline.model.article import Annotations, Draft, Publication
from dateline.model.errors import NoModel


@pytest.fixture
def draft() -> Draft:
    """An article with a date, a plan, a quotation and a piece of furniture."""
    return Draft(
        text=(
            "The council of Bar met on Monday, mayor Dušan Raičević said yesterday.\n\n"
            "“We will repair the bridge next month,” he said.\n\n"
            "Photo: City archive\n"
        ),
        published=Publication(date(2025, 2, 26), None, "2025-02-26"),
        language="en",
    )


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

import itertools
from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection

from dateline.model.article import Publication
from dateline.model.errors import EventNotFound
from dateline.model.event import Attribution, Genericity, Mode, Status
from dateline.model.interval import Interval
from dateline.model.provenance import Quoted, Span
from dateline.store.timeline import Page, entry, within
from dateline.wire.timeline import TimelineQuery

FEBRUARY = date(2025, 2, 1)


def day(number: int) -> date:
    """That day of February 2025, counted on and back without end."""
    return FEBRUARY + timedelta(days=number - 1)


def days(first: int | None, last: int | None) -> Interval:
    return Interval.days(None if first is None else day(first), None if last is None else day(last))


def ids(page: Page) -> list[str]:
    return [entry.event.id for entry in page.entries]


def test_events_come_in_the_order_in_which_they_happened(connection: Connection, desk) -> None:
    desk.publish(
        desk.happening("day 24", days(24, 24)),
        desk.happening("week from 17", days(17, 23)),
        desk.happening("until 20", days(None, 20)),
        desk.happening("since 18", days(18, None)),
        desk.happening("day 18", days(18, 18)),
        desk.happening("year from 18", days(18, 300)),
        desk.happening("years from -800", days(-800, 18)),
    )

    ascending = within(connection, TimelineQuery())
    descending = within(connection, TimelineQuery(order="desc"))

    assert ids(ascending) == [
        "years from -800",
        "week from 17",
        "day 18",
        "year from 18",
        "since 18",
        "until 20",
        "day 24",
    ]
    assert ids(descending) == ids(ascending)[::-1]


def test_on_the_same_day_the_article_published_first_comes_first(
    connection: Connection, desk
) -> None:
    for hour, id in ((9, "at nine"), (7, "at seven")):
        published = Publication(day(26), datetime(2025, 2, 26, hour, tzinfo=UTC), "")
        draft = replace(desk.draft, published=published, url=f"https://herald.example/{hour}")
        desk.publish(desk.happening(id, days(24, 24)), draft=draft)
    on_the_day = replace(desk.draft, published=Publication(day(26), None, ""), url=None)
    desk.publish(desk.happening("that day", days(24, 24)), draft=on_the_day)

    assert ids(within(connection, TimelineQuery())) == ["that day", "at seven", "at nine"]


@pytest.mark.parametrize(
    ("interval", "window", "touches"),
    [
        pytest.param((10, 10), (10, 10), True, id="the very day"),
        pytest.param((10, 10), (11, 20), False, id="the day before"),
        pytest.param((10, 10), (1, 9), False, id="the day after"),
        pytest.param((3, 9), (9, 12), True, id="a week that ends on the first day"),
        pytest.param((12, 18), (9, 12), True, id="a week that starts on the last day"),
        pytest.param((1, 28), (9, 12), True, id="a month around the window"),
        pytest.param((-200, 100), (9, 12), True, id="most of a year around the window"),
        pytest.param((-9000, 9000), (9, 12), True, id="decades around the window"),
        pytest.param((10, None), (376, 400), True, id="open end, 366 days after its start"),
        pytest.param((10, None), (377, 400), False, id="open end, 367 days after its start"),
        pytest.param((10, None), (1, 9), False, id="open end, before its start"),
        pytest.param((None, 10), (-370, -356), True, id="open start, 366 days before its end"),
        pytest.param((None, 10), (-370, -357), False, id="open start, 367 days before its end"),
        pytest.param((None, 10), (11, 20), False, id="open start, after its end"),
        pytest.param((10, 10), (None, 10), True, id="no first day"),
        pytest.param((10, 10), (10, None), True, id="no last day"),
        pytest.param((10, 10), (None, 9), False, id="no first day, the day after"),
        pytest.param((10, 10), (11, None), False, id="no last day, the day before"),
    ],
)
def test_a_window_holds_what_touches_it(
    connection: Connection,
    desk,
    interval: tuple[int | None, int | None],
    window: tuple[int | None, int | None],
    touches: bool,
) -> None:
    desk.publish(desk.happening("it", days(*interval), "vance"))
    first, last = (None if bound is None else day(bound) for bound in window)
    query = TimelineQuery.model_validate({"from": first, "to": last})

    anybody = within(connection, query)
    vance = within(connection, query.model_copy(update={"entity": ["e-vance"]}))

    assert ids(anybody) == ids(vance) == (["it"] if touches else [])


@pytest.mark.parametrize(
    ("entity", "found"),
    [
        pytest.param(["e-vance"], ["alone", "both"], id="by id"),
        pytest.param(["j. d.  VANCE"], ["alone", "both"], id="by name, however spelt"),
        pytest.param(["Zizek"], [], id="part of a name is another name"),
        pytest.param(["slavoj zizek"], ["both", "speaker"], id="without accents"),
        pytest.param(["e-vance", "e-zizek"], ["both"], id="two must both be there"),
        pytest.param(["Kyiv"], ["place"], id="a place"),
        pytest.param(["e-vance", "nobody"], [], id="one known, one unknown"),
    ],
)
def test_an_entity_is_found_as_participant_place_and_speaker(
    connection: Connection, desk, entity: list[str], found: list[str]
) -> None:
    says = Attribution(desk.named("zizek"), Quoted("says", Span(0, 4)), Mode.INDIRECT, None)
    desk.publish(
        desk.happening("alone", days(1, 1), "vance"),
        desk.happening("both", days(2, 2), "vance", "zizek"),
        replace(desk.happening("place", days(3, 3)), place=desk.named("kyiv")),
        replace(desk.happening("speaker", days(4, 4)), attributions=(says,)),
    )

    assert ids(within(connection, TimelineQuery(entity=entity))) == found


def test_the_answer_says_whom_the_names_stand_for(connection: Connection, desk) -> None:
    desk.publish(desk.happening("it", days(1, 1), "vance"))

    page = within(connection, TimelineQuery(entity=["J. D. Vance", "Nobody"]))

    assert [entity.id for entity in page.entities] == ["e-vance"]
    assert page.unknown == ("Nobody",)


def test_a_name_stands_for_all_who_bear_it(connection: Connection, desk) -> None:
    place = desk.named("kyiv")
    assert place.entity is not None
    team = replace(place, entity=replace(place.entity, id="e-kyiv-team", type="organisation"))
    desk.publish(
        replace(desk.happening("city", days(1, 1)), place=place),
        replace(desk.happening("team", days(2, 2)), place=team),
    )

    page = within(connection, TimelineQuery(entity=["kyiv"]))

    assert ids(page) == ["city", "team"]
    assert [entity.id for entity in page.entities] == ["e-kyiv", "e-kyiv-team"]


@pytest.mark.parametrize(
    ("q", "found"),
    [
        pytest.param("council", ["it"], id="one word"),
        pytest.param("MONDAY met", ["it"], id="several, in any order and case"),
        pytest.param("council slept", [], id="all are required"),
        pytest.param("zizek", ["it"], id="the name of who takes part"),
        pytest.param("counc", [], id="half a word"),
        pytest.param('met" OR "x', [], id="operators are words"),
        pytest.param("council' | 'x", [], id="operators of the other engine too"),
        pytest.param("?!", [], id="no word at all"),
    ],
)
def test_words_are_all_required(connection: Connection, desk, q: str, found: list[str]) -> None:
    desk.publish(desk.happening("it", days(24, 24), "zizek"))

    assert ids(within(connection, TimelineQuery(q=q))) == found


def test_any_of_the_statuses_will_do(connection: Connection, desk) -> None:
    desk.publish(
        *(desk.happening(status, days(n, n), status=status) for n, status in enumerate(Status, 1))
    )

    page = within(connection, TimelineQuery(status=["denied", "scheduled"]))

    assert ids(page) == ["scheduled", "denied"]


def test_what_never_happens_in_particular_stays_out(connection: Connection, desk) -> None:
    desk.publish(
        replace(desk.happening("habit", days(1, 1)), genericity=Genericity.HABITUAL),
        replace(desk.happening("rule", days(1, 1)), genericity=Genericity.GENERIC),
    )

    assert ids(within(connection, TimelineQuery(undated="include"))) == []


@pytest.mark.parametrize(
    ("asked", "found"),
    [
        ({}, ["dated"]),
        ({"undated": "include"}, ["dated", "undated"]),
        ({"generic": "include"}, ["dated", "habit"]),
        ({"generic": "include", "undated": "include"}, ["dated", "habit", "undated"]),
        ({"generic": "include", "q": "council"}, ["dated", "habit"]),
    ],
)
def test_what_never_happens_in_particular_comes_when_asked_for(
    connection: Connection, desk, asked: dict[str, str], found: list[str]
) -> None:
    desk.publish(
        replace(desk.happening("habit", None), genericity=Genericity.HABITUAL),
        desk.happening("undated", None),
        desk.happening("dated", days(24, 24)),
    )

    assert ids(within(connection, TimelineQuery.model_validate(asked))) == found


@pytest.mark.parametrize("order", ["asc", "desc"])
def test_undated_events_come_last_and_only_when_asked_for(
    connection: Connection, desk, order: str
) -> None:
    desk.publish(desk.happening("undated", None), desk.happening("dated", days(24, 24)))

    without = within(connection, TimelineQuery(order=order))
    with_them = within(connection, TimelineQuery(order=order, undated="include"))

    assert (ids(without), ids(with_them)) == (["dated"], ["dated", "undated"])


def test_an_entry_names_its_article(connection: Connection, desk) -> None:
    article_id = desk.publish(desk.event)

    (told,) = within(connection, TimelineQuery()).entries

    assert told.event == desk.event
    assert (told.article.id, told.article.url) == (article_id, desk.draft.url)
    assert (told.article.published_on, told.article.published_at) == (
        desk.draft.published.on,
        desk.draft.published.at,
    )


def test_one_event_is_found_by_its_id(connection: Connection, desk) -> None:
    desk.publish(desk.happening("undated", None), desk.event)

    assert entry(connection, "undated").event.id == "undated"
    assert entry(connection, desk.event.id).event == desk.event
    with pytest.raises(EventNotFound):
        entry(connection, "nothing")


EDITIONS = itertools.count()

bounds = st.one_of(st.none(), st.integers(1, 40))
spans = st.tuples(bounds, bounds).map(
    lambda pair: None if pair == (None, None) else days(*sorted_days(*pair))
)


def sorted_days(first: int | None, last: int | None) -> tuple[int | None, int | None]:
    return (last, first) if first and last and last < first else (first, last)


@settings(
    max_examples=25,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
@given(
    st.lists(spans, max_size=12),
    st.fixed_dictionaries(
        {
            "order": st.sampled_from(["asc", "desc"]),
            "entity": st.sampled_from([[], ["e-vance"], ["e-vance", "J. D. Vance"]]),
        }
    ),
    st.integers(1, 5),
)
def test_the_pages_together_are_the_whole_answer(
    connection: Connection,
    desk,
    intervals: list[Interval | None],
    asked: dict[str, object],
    limit: int,
) -> None:
    desk.publish(
        *(desk.happening(f"{n}", interval, "vance") for n, interval in enumerate(intervals)),
        draft=replace(desk.draft, text=f"edition {next(EDITIONS)}"),
    )
    query = TimelineQuery.model_validate(asked | {"undated": "include"})

    pages = [within(connection, query.model_copy(update={"limit": limit}))]
    while pages[-1].next:
        after = pages[-1].next
        pages.append(within(connection, query.model_copy(update={"limit": limit}), after))

    whole = ids(within(connection, query))
    assert sorted(whole, key=int) == [f"{n}" for n in range(len(intervals))]
    assert [id for page in pages for id in ids(page)] == whole

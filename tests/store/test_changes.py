import threading
import time
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from sqlalchemy import Connection, Engine
from tests.store.conftest import DRAFT, Desk, happening

from dateline.model.article import Annotations, Draft
from dateline.model.change import Action, Reason
from dateline.model.errors import InFuture
from dateline.model.event import Event, Genericity, Status
from dateline.model.interval import Interval
from dateline.store import claims, database, erasure, events, instant, order
from dateline.store.changes import Change, since
from dateline.store.timeline import Entry, Page, within
from dateline.wire.timeline import TimelineQuery

MONDAY = Interval.day(date(2025, 2, 24))
TUESDAY = Interval.day(date(2025, 2, 25))
EVERYTHING = TimelineQuery(undated="include", limit=500)
QUERIES = (
    EVERYTHING,
    TimelineQuery(entity=["J. D. Vance"], limit=500),
    TimelineQuery(entity=["e-vance", "Slavoj Zizek"], order="desc", limit=500),
    TimelineQuery(q="zizek", undated="include", limit=500),
    TimelineQuery.model_validate({"from": "2025-02-10", "to": "2025-03-10", "limit": 500}),
    TimelineQuery(status=["possible"], limit=500),
)


def publish(engine: Engine, *names: str, article: str = "one", edition: int = 0) -> None:
    """Have these events read in an article, in a transaction of its own."""
    with database.writing(engine) as connection:
        read(connection, claimed(connection, article, edition), *names)


def claimed(connection: Connection, article: str, edition: int = 0) -> claims.Claim:
    url = f"https://herald.example/{article}"
    return Desk(connection).claim(replace(DRAFT, url=url, text=f"Edition {edition}."))


def read(connection: Connection, claim: claims.Claim, *names: str) -> None:
    told = tuple(happening(name, MONDAY, "vance") for name in names)
    events.replace(connection, claim, Annotations("test", events=told))


def told(changes: Iterable[Change]) -> list[tuple[str, str, str, tuple[str, ...]]]:
    return [(one.action, one.reason, one.event_id, one.fields) for one in changes]


def later(connection: Connection, seq: int) -> list[Change]:
    return since(connection, seq, 1000)


def test_what_is_read_in_a_new_article_is_added_in_the_order_of_its_text(
    connection: Connection, desk
) -> None:
    start = order.last(connection)
    desk.publish(desk.happening("one", TUESDAY), desk.happening("two", MONDAY))

    changes = later(connection, start)

    assert told(changes) == [
        (Action.ADDED, Reason.ARTICLE, "one", ()),
        (Action.ADDED, Reason.ARTICLE, "two", ()),
    ]
    assert [one.seq for one in changes] == [start + 1, start + 2]
    assert [one.entry for one in changes[::-1]] == list(within(connection, EVERYTHING).entries)
    assert {one.at for one in changes} == {changes[0].entry.recorded_at}


def test_only_what_reads_otherwise_is_told(connection: Connection, desk) -> None:
    stays, moves, wakes, goes = (
        desk.happening(name, MONDAY, "vance") for name in ("stays", "moves", "wakes", "goes")
    )
    article_id = desk.publish(goes, stays, moves, wakes)
    start = order.last(connection)

    moved = replace(moves, time=replace(moves.time, interval=TUESDAY))
    judged = replace(wakes, status=Status.POSSIBLE, confidence=0.1)
    new = desk.happening("new", None)
    desk.read_again(article_id, moved, stays, judged, new)

    assert told(later(connection, start)) == [
        (Action.WITHDRAWN, Reason.REPROCESS, "goes", ()),
        (Action.CHANGED, Reason.REPROCESS, "moves", ("time",)),
        (Action.CHANGED, Reason.REPROCESS, "wakes", ("status", "confidence")),
        (Action.ADDED, Reason.REPROCESS, "new", ()),
    ]


def test_reading_again_what_reads_the_same_changes_nothing(connection: Connection, desk) -> None:
    article_id = desk.publish(desk.happening("one", MONDAY), desk.happening("two", None))
    start = order.last(connection)

    desk.read_again(article_id, desk.happening("two", None), desk.happening("one", MONDAY))

    assert later(connection, start) == []


def test_an_event_changes_with_what_it_shows_of_its_article(connection: Connection, desk) -> None:
    desk.publish(desk.event)
    start = order.last(connection)
    retitled = replace(desk.draft, title="Council meets", text=desk.draft.text + " Again.")

    desk.publish(desk.event, draft=retitled)

    assert told(later(connection, start)) == [
        (Action.CHANGED, Reason.REVISION, desk.event.id, ("article",))
    ]
    (shown,) = within(connection, EVERYTHING).entries
    assert shown.article.title == "Council meets"


def test_changes_are_told_a_few_at_a_time(connection: Connection, desk) -> None:
    start = order.last(connection)
    desk.publish(*(desk.happening(f"{n}", MONDAY) for n in range(5)))

    first = since(connection, start, 2)
    rest = later(connection, first[-1].seq)

    assert [one.event_id for one in first + rest] == ["0", "1", "2", "3", "4"]


@dataclass(frozen=True)
class Edition:
    """One reading of one of two articles."""

    article: int
    title: str
    told: tuple[tuple[int, Interval | None, Status, tuple[str, ...], bool], ...]

    def draft(self, number: int, draft: Draft) -> Draft:
        """The article as posted for the nth time."""
        return replace(
            draft,
            url=f"https://herald.example/{self.article}",
            title=self.title,
            text=f"Edition {number}.",
        )

    def events(self, desk) -> list[Event]:
        """What is read in it."""
        return [
            replace(
                desk.happening(f"{self.article}-{name}", interval, *who, status=status),
                genericity=Genericity.GENERIC if generic else None,
            )
            for name, interval, status, who, generic in self.told
        ]


offsets = st.integers(-30, 60)
intervals = st.none() | st.tuples(offsets, st.integers(0, 400)).map(
    lambda pair: Interval.days(
        date(2025, 2, 1) + timedelta(pair[0]), date(2025, 2, 1) + timedelta(sum(pair))
    )
)
mentioned = st.lists(
    st.tuples(
        st.integers(0, 5),
        intervals,
        st.sampled_from([Status.OCCURRED, Status.POSSIBLE]),
        st.lists(st.sampled_from(["vance", "zizek"]), unique=True).map(tuple),
        st.booleans(),
    ),
    max_size=5,
    unique_by=lambda event: event[0],
).map(tuple)
editions = st.lists(
    st.builds(Edition, st.integers(0, 1), st.sampled_from(["A", "B"]), mentioned),
    min_size=1,
    max_size=6,
)
COUNT = iter(range(10**9))


def post(desk, edition: Edition) -> str:
    return desk.publish(*edition.events(desk), draft=edition.draft(next(COUNT), desk.draft))


def rebuilt(changes: Iterable[Change]) -> dict[str, Entry]:
    """The events that a follower holds, who has heard of all these changes."""
    held: dict[str, Entry] = {}
    for change in changes:
        assert (change.event_id in held) == (change.action is not Action.ADDED)
        if change.action is Action.WITHDRAWN:
            del held[change.event_id]
        else:
            assert change.entry is not None
            held[change.event_id] = change.entry
    return held


law = settings(
    max_examples=15, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@law
@given(editions)
def test_the_sum_of_all_changes_is_the_present_timeline(
    connection: Connection, desk, told: list[Edition]
) -> None:
    for edition in told:
        post(desk, edition)

        held = rebuilt(later(connection, 0)).values()
        particular = {one.event.id: one for one in held if one.event.genericity is None}
        shown = {one.event.id: one for one in within(connection, EVERYTHING).entries}
        assert particular == shown


@law
@given(editions)
def test_what_was_answered_once_can_be_asked_for_again(
    connection: Connection, desk, told: list[Edition]
) -> None:
    answers: list[tuple[int, list[Page]]] = []
    for edition in told:
        post(desk, edition)
        now = [within(connection, query) for query in QUERIES]
        answers.append((order.last(connection), now))

    for known, then in answers:
        assert [within(connection, query, known=known) for query in QUERIES] == then


@law
@given(editions)
def test_an_answer_of_the_past_lacks_nothing_but_what_is_erased_since(
    connection: Connection, desk, told: list[Edition]
) -> None:
    answers: list[tuple[int, list[Page]]] = []
    for edition in told:
        gone = post(desk, edition)
        now = [within(connection, query) for query in QUERIES]
        answers.append((order.last(connection), now))

    erasure.erase(connection, gone)

    for known, then in answers:
        for query, page in zip(QUERIES, then, strict=True):
            left = tuple(one for one in page.entries if one.article.id != gone)
            assert within(connection, query, known=known).entries == left
    erasure.lift(connection, gone)


@law
@given(editions, st.sampled_from(QUERIES), st.integers(1, 3))
def test_the_pages_together_are_one_answer_while_events_come_and_go(
    connection: Connection, desk, told: list[Edition], query: TimelineQuery, limit: int
) -> None:
    post(desk, told[0])
    whole = within(connection, query).entries
    paged = query.model_copy(update={"limit": limit})

    page = within(connection, paged)
    seen = list(page.entries)
    for edition in told[1:] + told[:1] * 8:
        post(desk, edition)
        if page.next:
            page = within(connection, paged, page.next)
            seen += page.entries

    assert page.next is None
    assert tuple(seen) == whole


def test_an_instant_of_the_past_stands_for_what_was_known_then(engine: Engine) -> None:
    start = last(engine)
    publish(engine, "first", article="one")
    publish(engine, "second", article="two")
    first, second = all_since(engine, start)

    assert order.known_at(engine, first.at) == first.seq
    assert order.known_at(engine, second.at - timedelta(microseconds=1)) == first.seq
    assert order.known_at(engine, None) is None


def test_the_future_is_not_known(engine: Engine) -> None:
    with pytest.raises(InFuture):
        order.known_at(engine, datetime.now(UTC) + timedelta(hours=1))


def test_what_is_under_way_at_an_instant_is_known_at_it_for_good(engine: Engine) -> None:
    start = last(engine)
    with ThreadPoolExecutor(1) as reader:
        with database.writing(engine) as writer:
            read(writer, claimed(writer, "slow"), "slow")
            moment = instant.read(writer) + timedelta(milliseconds=1)
            while instant.read(writer) <= moment:
                time.sleep(0.001)
            asked = reader.submit(order.known_at, engine, moment)
            with pytest.raises(TimeoutError):
                asked.result(timeout=0.3)
        known = asked.result()
    publish(engine, "next", article="two")

    slow, following = all_since(engine, start)
    assert known == order.known_at(engine, moment) == slow.seq
    assert following.at > moment


@pytest.mark.postgres
def test_the_first_to_begin_and_last_to_commit_is_numbered_last(postgres: Engine) -> None:
    start = last(postgres)
    with database.writing(postgres) as late:
        claim = claimed(late, "late")
        publish(postgres, "early", article="early")
        between = [one.event_id for one in all_since(postgres, start)]
        moment = instant.read(late)
        read(late, claim, "late")

    early, late_one = all_since(postgres, start)
    assert between == ["early"]
    assert [(one.seq, one.event_id) for one in (early, late_one)] == [
        (start + 1, "early"),
        (start + 2, "late"),
    ]
    assert order.known_at(postgres, moment) == early.seq


@pytest.mark.postgres
def test_nobody_takes_a_number_before_those_taken_earlier_are_seen(postgres: Engine) -> None:
    start = last(postgres)
    with ThreadPoolExecutor(1) as other:
        with database.writing(postgres) as slow:
            read(slow, claimed(slow, "patient"), "patient")
            quick = other.submit(publish, postgres, "quick", article="quick")
            with pytest.raises(TimeoutError):
                quick.result(timeout=0.3)
            hidden = all_since(postgres, start)
        quick.result()

    assert hidden == []
    assert [one.event_id for one in all_since(postgres, start)] == ["patient", "quick"]


def test_readers_never_see_an_article_with_none_or_a_mixture_of_its_events(
    engine: Engine,
) -> None:
    odd, even = ("a", "b", "c"), ("a", "d")
    publish(engine, *even)
    done = threading.Event()

    def poll() -> set[tuple[str, ...]]:
        seen = set()
        while not done.is_set():
            with database.reading(engine) as connection:
                page = within(connection, EVERYTHING)
            seen.add(tuple(sorted(one.event.id for one in page.entries)))
        return seen

    with ThreadPoolExecutor(2) as readers:
        polling = [readers.submit(poll) for _ in range(2)]
        for number in range(1, 41):
            publish(engine, *(odd if number % 2 else even), edition=number)
        done.set()
        seen = [one.result() for one in polling]

    assert seen[0] | seen[1] == {odd, even}


def last(engine: Engine) -> int:
    with database.reading(engine) as connection:
        return order.last(connection)


def all_since(engine: Engine, seq: int) -> list[Change]:
    with database.reading(engine) as connection:
        return later(connection, seq)

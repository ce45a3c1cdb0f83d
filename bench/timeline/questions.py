"""The kinds of question that are asked of the timeline, of the store itself and over HTTP."""

import random
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from bench.timeline import invented
from bench.timeline.invented import APART, HOT, HOTTEST, RARE_FACT, RARE_SOURCE, RARE_TYPE
from sqlalchemy import Connection

from dateline.store import changes, entities, fact_list, timeline
from dateline.wire.fact import FactsQuery
from dateline.wire.timeline import TimelineQuery

PAGE = 50
YEARS = (date(2015, 6, 1), date(2024, 6, 1))

Parameters = dict[str, Any]
Ask = Callable[[Connection], int]
"""Asks, and says how many rows the answer has."""


@dataclass(frozen=True, slots=True)
class Chance:
    """What questions are drawn from: instants of the past come with the changes known then."""

    random: random.Random
    events: int
    past: Sequence[tuple[int, datetime]]

    def day(self) -> date:
        """A day that is told of."""
        return YEARS[0] + timedelta(self.random.randrange((YEARS[1] - YEARS[0]).days))


@dataclass(frozen=True, slots=True)
class Question:
    """One question: how the store is asked, and how the API is."""

    ask: Ask
    path: str
    parameters: Parameters


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of question, drawn anew each time it is asked."""

    name: str
    draw: Callable[[Chance], Question]


def kinds() -> Iterator[Kind]:
    """All of them."""
    yield from _of_one_name()
    yield from _of_rare_things()
    yield from _of_many_names()
    yield from _of_words()
    yield from _of_other_lists()


def _of_one_name() -> Iterator[Kind]:
    yield Kind("hottest, 30 days", _within(30, entity=HOTTEST))
    yield Kind("hottest, 30 days, backwards", _within(30, entity=HOTTEST, order="desc"))
    yield Kind("hottest, all time", _always(entity=HOTTEST))
    yield Kind("hottest as speaker, 30 days", _within(30, speaker=HOTTEST))
    yield Kind("seldom named, all time", _always(entity="Person Number900"))
    yield Kind("everything, 30 days", _within(30))
    yield Kind("everything and undated, 7 days", _within(7, undated="include"))
    yield Kind("hottest, 30 days, as of then", _as_of(30, entity=HOTTEST))
    yield Kind("everything, 30 days, as of then", _as_of(30))


def _of_rare_things() -> Iterator[Kind]:
    rare = {
        "status": invented.RARE_STATUS.value,
        "type": RARE_TYPE,
        "source": RARE_SOURCE,
        "min_confidence": 0.999,
    }
    for name, value in rare.items():
        yield Kind(f"hottest, rare {name}", _always(**{"entity": HOTTEST, name: value}))
    yield Kind("everything, rare min_confidence", _always(min_confidence=0.999))
    yield Kind("hottest, published in 3 days", _published(3, entity=HOTTEST))
    yield Kind("everything, published in 3 days", _published(3))


def _of_many_names() -> Iterator[Kind]:
    yield Kind("two hot, often together", _always(entity=[HOTTEST, HOT]))
    yield Kind("two hot, 50 together", _always(entity=[HOTTEST, APART]))
    yield Kind("two hot speakers", _always(speaker=[HOTTEST, APART]))


def _of_words() -> Iterator[Kind]:
    """The words that are planted, within a week and of all time."""
    for word, part in invented.PLANTED.items():
        yield Kind(f"word in {part:.2%}, 7 days", _within(7, q=word))
        yield Kind(f"word in {part:.2%}, all time", _always(q=word))
    yield Kind("hottest, frequent word", _always(entity=HOTTEST, q="frequent"))


def _of_other_lists() -> Iterator[Kind]:
    yield Kind("agenda", _agenda())
    yield Kind("agenda of the hottest", _agenda(entity=HOTTEST))
    yield Kind("histogram of the hottest, 30 days", _histogram(30, entity=HOTTEST))
    yield Kind("histogram of the hottest", _histogram(entity=HOTTEST))
    yield Kind("histogram of everything", _histogram())
    yield Kind("facts", _facts())
    yield Kind("facts of the hottest", _facts(entity=HOTTEST))
    yield Kind("facts of the hottest, rare kind", _facts(entity=HOTTEST, kind=RARE_FACT.value))
    yield Kind("facts of the hottest, 30 days", _facts(30, entity=HOTTEST))
    yield Kind("entities, first letters", _entities)
    yield Kind("changes", _changes)
    yield Kind("one event by its id", _event)


def _always(**asked: Any) -> Callable[[Chance], Question]:
    """The same question each time."""
    return lambda _: _timeline(asked)


def _within(days: int, **asked: Any) -> Callable[[Chance], Question]:
    """A question within so many days, somewhere in the years that are told of."""
    return lambda chance: _timeline(asked | _window(chance, days))


def _published(days: int, **asked: Any) -> Callable[[Chance], Question]:
    """A question for what was published within so many days."""

    def draw(chance: Chance) -> Question:
        window = _window(chance, days)
        return _timeline(asked | {"published_from": window["from"], "published_to": window["to"]})

    return draw


def _as_of(days: int, **asked: Any) -> Callable[[Chance], Question]:
    """A question within so many days, as it was answered at some time."""

    def draw(chance: Chance) -> Question:
        known, at = chance.random.choice(chance.past)
        then = {"as_of": at.isoformat().replace("+00:00", "Z")}
        return _timeline(asked | _window(chance, days) | then, known)

    return draw


def _window(chance: Chance, days: int) -> Parameters:
    first = chance.day()
    return {"from": str(first), "to": str(first + timedelta(days - 1))}


def _timeline(asked: Parameters, known: int | None = None) -> Question:
    query = _query(asked)
    return Question(
        lambda connection: len(timeline.within(connection, query, known=known).entries),
        "/v1/timeline",
        asked,
    )


def _agenda(**asked: Any) -> Callable[[Chance], Question]:
    """What is to come from some day on; over HTTP, from today on."""

    def draw(chance: Chance) -> Question:
        query = _query(asked | {"from": str(chance.day()), "status": "scheduled"})
        return Question(
            lambda connection: len(timeline.within(connection, query).entries),
            "/v1/agenda",
            asked,
        )

    return draw


def _histogram(days: int | None = None, **asked: Any) -> Callable[[Chance], Question]:
    def draw(chance: Chance) -> Question:
        parameters = asked | (_window(chance, days) if days else {})
        query = _query(parameters)
        return Question(
            lambda connection: len(timeline.beginnings(connection, query)[0]),
            "/v1/timeline/histogram",
            parameters,
        )

    return draw


def _facts(days: int | None = None, **asked: Any) -> Callable[[Chance], Question]:
    def draw(chance: Chance) -> Question:
        parameters = asked | (_window(chance, days) if days else {})
        query = FactsQuery.model_validate(_lists(parameters, ("entity", "kind")))
        return Question(
            lambda connection: len(fact_list.page(connection, query).facts),
            "/v1/facts",
            parameters,
        )

    return draw


def _entities(chance: Chance) -> Question:
    begun = f"number{chance.random.randrange(10, 100)}"
    return Question(
        lambda connection: len(entities.beginning(connection, begun, PAGE)),
        "/v1/entities",
        {"q": begun},
    )


def _changes(chance: Chance) -> Question:
    """Over HTTP, those from the beginning: where to go on is known to followers only."""
    seq = chance.random.randrange(chance.events)
    return Question(lambda connection: len(changes.since(connection, seq, PAGE)), "/v1/changes", {})


def _event(chance: Chance) -> Question:
    id_ = invented.event_id(chance.random.randrange(chance.events))
    return Question(
        lambda connection: len([timeline.entry(connection, id_)]), f"/v1/events/{id_}", {}
    )


def _query(asked: Parameters) -> TimelineQuery:
    lists = ("entity", "speaker", "status", "type", "source")
    return TimelineQuery.model_validate(_lists(asked, lists) | {"limit": PAGE})


def _lists(asked: Parameters, names: Sequence[str]) -> Parameters:
    """The parameters as a request would have them: several values of one name."""
    return {
        name: [value] if name in names and not isinstance(value, list) else value
        for name, value in asked.items()
    }

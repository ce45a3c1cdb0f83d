"""Articles and events that might have been, for a store of any size to be measured on.

What is true of news is true of them: a few names stand in most events and many in a few, most
events lie on one day and some span years, are open or undated. What is asked for in the bench is
planted: see the constants. They are always the same, so that a store can grow.
"""

import random
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from functools import cache
from typing import TypeVar

from dateline.model.article import Draft, Publication
from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Mode,
    Participant,
    Polarity,
    Role,
    Status,
    Trigger,
)
from dateline.model.fact import Fact, FactKind
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Resolution

FIRST, DAYS = date(2015, 1, 1), 3650
EVENTS_EACH, FACTS_EACH = 25, 5

# The hottest stands in two of three events. The next two are hot as well: one stands beside him
# as often as chance has it, the other in `SHARED` events only, all among the first `SHARED_AMONG`.
HOTTEST, HOT, APART = "Ada Hottest", "Ben Hot", "Cem Apart"
SHARED, SHARED_AMONG = 50, 10_000
NAMES = 100_000
WORDS = 30_000
# What one in a thousand events of the hottest is, and far more of the others.
RARELY = 0.001
RARE_STATUS, RARE_TYPE, RARE_SOURCE = Status.DENIED, "sport", "rare.example"
SOURCES = tuple(f"paper{number}.example" for number in range(40))
TYPES = ("meeting", "conflict", "election", "law", "economy", "crime", "other")
RARE_FACT, FACTS = FactKind.QUOTE, (FactKind.QUANTITY, FactKind.ROLE, FactKind.RELATION)
STATUSES = (Status.OCCURRED,) * 8 + (Status.SCHEDULED, Status.POSSIBLE, Status.ONGOING)
# A word and the part of all events that hold it.
PLANTED = {"frequent": 0.4, "seldom": 0.01, "rare": 0.0001}
# Days that an event lasts, and of how many in a hundred.
LENGTHS = ((1, 85), (3, 5), (7, 2), (31, 4), (365, 2), (1500, 1))

# Of what is told, the part that lies years ahead, and how far.
PLANNED, DAYS_AHEAD = 0.01, 20 * 365

SENTENCE = Evidence("", "", "", Span(0, 200))
SHARED_INDEXES = frozenset(range(SHARED_AMONG // SHARED // 2, SHARED_AMONG, SHARED_AMONG // SHARED))

Told = TypeVar("Told", Event, Fact)


@dataclass(frozen=True, slots=True)
class Story:
    """An article, and what is told in it."""

    number: int
    draft: Draft
    told: tuple[Event, ...]
    stated: tuple[Fact, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return f"a{self.number:07}"


def stories(count: int) -> Iterator[Story]:
    """Articles in which so many events are told."""
    chance = random.Random(6)
    return (_story(chance, number) for number in range(-(-count // EVENTS_EACH)))


def read_again(story: Story, nth: int) -> Story:
    """The story as it is read for the nth time: every explanation is another."""
    return replace(
        story,
        told=tuple(_explained(event, nth) for event in story.told),
        stated=tuple(_explained(fact, nth) for fact in story.stated),
    )


def event_id(index: int) -> str:
    """The id of the event that was invented after so many others."""
    return f"e{index:020x}"


def reading(nth: int) -> str:
    """What ends the explanations of the nth reading; that of an article freshly posted is 0."""
    return f", reading {nth}"


def _explained(told: Told, nth: int) -> Told:
    explanation = told.time.explanation.removesuffix(reading(0)) + reading(nth)
    return replace(told, time=replace(told.time, explanation=explanation))


def _story(chance: random.Random, number: int) -> Story:
    # More and more is written.
    on = FIRST + timedelta(round(DAYS * chance.random() ** 0.7))
    at = datetime.combine(on, time(chance.randrange(24), chance.randrange(60)), tzinfo=UTC)
    is_rare = chance.random() < RARELY
    source = RARE_SOURCE if is_rare else chance.choice(SOURCES)
    told = tuple(
        _event(chance, number * EVENTS_EACH + ordinal, on, hottest=is_rare)
        for ordinal in range(EVENTS_EACH)
    )
    stated = tuple(
        _fact(chance, number * FACTS_EACH + ordinal, on) for ordinal in range(FACTS_EACH)
    )
    draft = Draft(
        text=f"Story {number}.",
        published=Publication(on, at, on.isoformat()),
        language="en",
        source=source,
        url=f"https://{source}/{number}",
        title=f"What happened, part {number}",
    )
    return Story(number, draft, told, stated)


def _event(chance: random.Random, index: int, on: date, *, hottest: bool) -> Event:
    names = _names(chance, shared=index in SHARED_INDEXES, hottest=hottest)
    is_rare = HOTTEST in names and chance.random() < RARELY
    is_other = HOTTEST not in names and chance.random() < 0.1
    words = " ".join(_words(chance))
    time_ = _time(chance, on)
    return Event(
        id=event_id(index),
        kind=EventKind.STATEMENT if chance.random() < 0.3 else EventKind.OCCURRENCE,
        type=RARE_TYPE if is_rare or is_other else chance.choice(TYPES),
        trigger=Trigger("said", "say", Span(4, 8)),
        summary=f"{names[0]} said {words[:60]}",
        time=time_,
        factuality=Factuality(Polarity.POSITIVE, Certainty.CERTAIN),
        status=RARE_STATUS if is_rare or is_other else chance.choice(STATUSES),
        evidence=replace(SENTENCE, exact=f"{', '.join(names)} said {words}."),
        confidence=round(chance.uniform(0.3, 1), 2),
        participants=tuple(Participant(Role.AGENT, _mention(name)) for name in names[:2]),
        place=_mention(names[-1]) if chance.random() < 0.4 else None,
        attributions=tuple(map(_said_by, names[:1])) if chance.random() < 0.4 else (),
    )


def _fact(chance: random.Random, index: int, on: date) -> Fact:
    names = _names(chance, shared=False, hottest=False)
    is_rare = chance.random() < RARELY
    return Fact(
        id=f"f{index:020x}",
        kind=RARE_FACT if is_rare else chance.choice(FACTS),
        subject=_mention(names[0]),
        predicate="heads",
        object=_mention(names[1]),
        time=_time(chance, on),
        status=Status.OCCURRED,
        evidence=replace(SENTENCE, exact=f"{names[0]}, who heads {names[1]}"),
        confidence=round(chance.uniform(0.3, 1), 2),
    )


def _names(chance: random.Random, *, shared: bool, hottest: bool) -> list[str]:
    if shared:
        return [HOTTEST, APART]
    others = [_name(int(NAMES ** chance.random()) - 1) for _ in range(2)]
    if hottest or chance.random() < 2 / 3:
        return [HOTTEST, *([HOT] if chance.random() < 0.3 else []), *others]
    return [*([APART] if chance.random() < 0.9 else [HOT]), *others]


def _name(rank: int) -> str:
    return f"Person Number{rank}"


@cache
def _entity(name: str) -> Entity:
    # As long as those that are read in articles.
    return Entity(f"n{random.Random(name).getrandbits(64):016x}", name, "person")


def _mention(name: str) -> Mention:
    return Mention(name, Span(0, len(name)), _entity(name))


def _said_by(name: str) -> Attribution:
    return Attribution(_mention(name), Quoted("said", Span(30, 34)), Mode.INDIRECT, None)


def _words(chance: random.Random) -> Iterator[str]:
    """A sentence of words that are the rarer the later they are numbered."""
    for _ in range(14):
        yield f"word{int(WORDS ** chance.random())}"
    yield from (word for word, part in PLANTED.items() if chance.random() < part)


def _time(chance: random.Random, on: date) -> EventTime:
    if chance.random() < 0.02:
        return EventTime(Basis.NONE, f"nothing says when{reading(0)}")
    is_plan = chance.random() < PLANNED
    away = chance.randrange(DAYS_AHEAD) if is_plan else round(chance.gauss(-2, 20))
    return EventTime(
        basis=Basis.EXPLICIT,
        explanation=f"so many days from the day of publication{reading(0)}",
        interval=_interval(chance, on + timedelta(away)),
        granularity=Granularity.DAY,
        resolution=Resolution.RESOLVED,
    )


def _interval(chance: random.Random, day: date) -> Interval:
    if chance.random() < 0.01:
        return Interval.days(day, None) if chance.random() < 0.7 else Interval.days(None, day)
    values, weights = zip(*LENGTHS, strict=True)
    (length,) = chance.choices(values, weights)
    if length == 365:
        return Interval.days(date(day.year, 1, 1), date(day.year, 12, 31))
    return Interval.days(day, day + timedelta(length - 1))

"""Articles and events that might have been, for a store of any size to be measured on.

What is true of news is true of them: a few names stand in most events and many in a few, most
events lie on one day and some span years, are open or undated. What is asked for in the bench is
planted: see the constants. The same count always gives the same events.
"""

import random
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time, timedelta
from itertools import islice

from rich.progress import Progress
from sqlalchemy import Connection, Engine, insert

from dateline.model.article import Draft, Publication
from dateline.model.change import Reason
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
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Resolution
from dateline.store import database, entities, versions
from dateline.store.tables import articles, revisions

FIRST, DAYS = date(2015, 1, 1), 3650
EVENTS_EACH = 25
ARTICLES_AT_ONCE = 100

# The hottest stands in two of three events. The next two are hot as well: one stands beside him
# as often as chance has it, the other in `SHARED` events only.
HOTTEST, HOT, APART = "Ada Hottest", "Ben Hot", "Cem Apart"
SHARED = 50
NAMES = 20_000
WORDS = 30_000
# What one in a thousand events of the hottest is, and far more of the others.
RARELY = 0.001
RARE_STATUS, RARE_TYPE, RARE_SOURCE = Status.DENIED, "sport", "rare.example"
SOURCES = tuple(f"paper{number}.example" for number in range(40))
TYPES = ("meeting", "conflict", "election", "law", "economy", "crime", "other")
STATUSES = (Status.OCCURRED,) * 8 + (Status.SCHEDULED, Status.POSSIBLE, Status.ONGOING)
# A word and the part of all events that hold it.
PLANTED = {"frequent": 0.4, "seldom": 0.01, "rare": 0.0001}
# Days that an event lasts, and of how many in a hundred.
LENGTHS = ((1, 85), (3, 5), (7, 2), (31, 4), (365, 2), (1500, 1))

EXTRACTOR = "invented"
SENTENCE = Evidence("", "", "", Span(0, 200))


@dataclass(frozen=True, slots=True)
class Story:
    """An article, and what is told in it."""

    number: int
    draft: Draft
    told: tuple[Event, ...]

    @property
    def id(self) -> str:
        """The article's id."""
        return f"a{self.number:07}"


def fill(engine: Engine, count: int) -> None:
    """Write so many events into an empty store."""
    known = [_entity(name) for name in (HOTTEST, HOT, APART, *map(_name, range(NAMES)))]
    with database.writing(engine) as connection:
        entities.keep(connection, known)
    for some in _batches(stories(count), count, "writing"):
        with database.writing(engine) as connection:
            _post(connection, some)
            tell(connection, some, Reason.ARTICLE)


def reprocess(engine: Engine, count: int, nth: int) -> None:
    """Judge all of the events anew for the nth time, so that every version is superseded."""
    for some in _batches(stories(count), count, f"reprocess {nth}"):
        with database.writing(engine) as connection:
            tell(connection, [judged(story, nth) for story in some], Reason.REPROCESS)


def tell(connection: Connection, some: Sequence[Story], reason: Reason) -> None:
    """Have what the stories tell be seen instead of what was read in them before."""
    versions.swap(
        connection,
        [
            versions.Reading(story.id, 1, story.draft, EXTRACTOR, reason, story.told)
            for story in some
        ],
    )


def judged(story: Story, nth: int) -> Story:
    """The story as it is read for the nth time: nothing but the confidence is another."""
    told = (
        replace(event, confidence=round(event.confidence - 0.001 * nth, 3)) for event in story.told
    )
    return replace(story, told=tuple(told))


def stories(count: int) -> Iterator[Story]:
    """Articles in which so many events are told."""
    chance = random.Random(6)
    shared = {round((index + 0.5) * count / SHARED) for index in range(SHARED)}
    for number in range(-(-count // EVENTS_EACH)):
        yield _story(chance, number, shared)


def _batches(all_: Iterable[Story], count: int, label: str) -> Iterator[Sequence[Story]]:
    with Progress(transient=True) as bar:
        events = bar.add_task(label, total=count)
        ahead = iter(all_)
        while some := list(islice(ahead, ARTICLES_AT_ONCE)):
            yield some
            bar.advance(events, sum(len(story.told) for story in some))


def _story(chance: random.Random, number: int, shared: set[int]) -> Story:
    # More and more is written.
    on = FIRST + timedelta(round(DAYS * chance.random() ** 0.7))
    at = datetime.combine(on, time(chance.randrange(24), chance.randrange(60)), tzinfo=UTC)
    is_rare = chance.random() < RARELY
    source = RARE_SOURCE if is_rare else chance.choice(SOURCES)
    told = tuple(
        _event(chance, number * EVENTS_EACH + ordinal, on, shared, hottest=is_rare)
        for ordinal in range(EVENTS_EACH)
    )
    draft = Draft(
        text=f"Story {number}.",
        published=Publication(on, at, on.isoformat()),
        language="en",
        source=source,
        url=f"https://{source}/{number}",
        title=f"What happened, part {number}",
    )
    return Story(number, draft, told)


def _event(
    chance: random.Random, index: int, on: date, shared: set[int], *, hottest: bool
) -> Event:
    names = _names(chance, shared=index in shared, hottest=hottest)
    is_rare = HOTTEST in names and chance.random() < RARELY
    is_other = HOTTEST not in names and chance.random() < 0.1
    words = " ".join(_words(chance))
    time_ = _time(chance, on)
    return Event(
        id=f"e{index:020x}",
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


def _names(chance: random.Random, *, shared: bool, hottest: bool) -> list[str]:
    if shared:
        return [HOTTEST, APART]
    others = [_name(int(NAMES ** chance.random()) - 1) for _ in range(2)]
    if hottest or chance.random() < 2 / 3:
        return [HOTTEST, *([HOT] if chance.random() < 0.3 else []), *others]
    return [*([APART] if chance.random() < 0.9 else [HOT]), *others]


def _name(rank: int) -> str:
    return f"Person Number{rank}"


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
        return EventTime(Basis.NONE, "")
    return EventTime(
        basis=Basis.EXPLICIT,
        explanation="so many days from the day of publication",
        interval=_interval(chance, on + timedelta(round(chance.gauss(-2, 20)))),
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


def _post(connection: Connection, some: Sequence[Story]) -> None:
    """Store the articles as if they had been read: only what the timeline shows of them."""
    received = datetime(2025, 1, 1, tzinfo=UTC)
    heads = [
        {
            "id": story.id,
            "revision": 1,
            "state": "done",
            "characters": len(story.draft.text),
            "received_at": received,
            "not_before": received,
        }
        for story in some
    ]
    connection.execute(insert(articles), heads)
    connection.execute(insert(revisions), [_revision(story, received) for story in some])


def _revision(story: Story, received: datetime) -> dict[str, object]:
    draft = story.draft
    return {
        "article_id": story.id,
        "revision": 1,
        "posted_at": received,
        "published_on": draft.published.on,
        "published_at": draft.published.at,
        "published_as_given": draft.published.as_given,
        "language": draft.language,
        "url": draft.url,
        "source": draft.source,
        "title": draft.title,
        "authors": "[]",
        "tags": "[]",
        "metadata": "{}",
        "text": draft.text,
    }

"""What was read in an article: written whole, read whole."""

from collections.abc import Iterable, Sequence
from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, and_, delete, select, update

from dateline.model.article import Annotations, Article, Furniture, TextWarning
from dateline.model.change import Reason
from dateline.model.errors import LeaseLost
from dateline.model.event import Event
from dateline.model.timex import Timex
from dateline.store import claims, entities, facts, timeline, versions
from dateline.store.among import among
from dateline.store.claims import Claim
from dateline.store.inserting import put
from dateline.store.tables import events, extractions
from dateline.store.timeline import Entry
from dateline.store.versions import EVENT, Reading

TIMEXES = TypeAdapter(tuple[Timex, ...])
FURNITURE = TypeAdapter(tuple[Furniture, ...])
WARNINGS = TypeAdapter(tuple[TextWarning, ...])


def replace(connection: Connection, claim: Claim, annotations: Annotations) -> None:
    """Swap what was read before for these annotations, and finish the claim. Raises LeaseLost."""
    if replace_all(connection, [(claim, annotations)]):
        raise LeaseLost(claim.article_id)


def replace_all(connection: Connection, read: Sequence[tuple[Claim, Annotations]]) -> list[Claim]:
    """Swap what was read before in each article for these annotations, and finish the claims.

    Readers see the old ones until the transaction ends, then the new ones: never a mixture.
    Nothing is written for the claims that were lost to others, which are what comes back.
    """
    finished = claims.finish(connection, [claim for claim, _ in read])
    write(connection, [each for each in read if each[0].article_id in finished])
    return [claim for claim, _ in read if claim.article_id not in finished]


def write(connection: Connection, read: Sequence[tuple[Claim, Annotations]]) -> None:
    """Swap what was read before in each article for these annotations, whoever has claimed it."""
    known = _clear(connection, [claim.article_id for claim, _ in read])
    _keep_extractions(connection, read)
    _swap(connection, [_reading(*each, known.get(each[0].article_id)) for each in read])


def correct(connection: Connection, article: Article, annotations: Annotations) -> list[Entry]:
    """Let an article that was read before its correction read as these annotations say.

    What comes back are the events that read otherwise now.
    """
    connection.execute(
        update(extractions)
        .where(extractions.c.article_id == article.id)
        .values(
            revision=article.revision,
            timexes=TIMEXES.dump_json(annotations.timexes).decode(),
        )
    )
    reading = Reading(
        article.id,
        article.revision,
        article.draft,
        annotations.extractor,
        Reason.CORRECTION,
        annotations.events,
        annotations.facts,
    )
    begun = _swap(connection, [reading])
    new = [begun[event.id] for event in annotations.events if event.id in begun]
    entries = timeline.entries(connection, new)
    return [entries[number] for number in new]


def is_read(connection: Connection, article: Article) -> bool:
    """Whether the annotations are those of this revision."""
    return revision_read(connection, article.id) == article.revision


def revision_read(connection: Connection, article_id: str) -> int | None:
    """The revision of which the annotations are, None while nothing was read."""
    return connection.scalar(
        select(extractions.c.revision).where(extractions.c.article_id == article_id)
    )


def annotations(connection: Connection, article_id: str) -> Annotations | None:
    """What was read in the article; None while nothing was."""
    row = connection.execute(
        select(extractions).where(extractions.c.article_id == article_id)
    ).one_or_none()
    if row is None:
        return None
    bodies = connection.scalars(
        select(events.c.body).where(_current(article_id)).order_by(events.c.ordinal)
    )
    return Annotations(
        extractor=row.extractor,
        timexes=TIMEXES.validate_json(row.timexes),
        events=tuple(map(EVENT.validate_json, bodies)),
        facts=facts.of_article(connection, article_id),
        furniture=FURNITURE.validate_json(row.furniture),
        warnings=WARNINGS.validate_json(row.warnings),
    )


def told(connection: Connection, ids: Iterable[str]) -> dict[str, list[Event]]:
    """The events of each of the articles as they are seen now, in text order."""
    rows = connection.execute(
        select(events.c.article_id, events.c.body)
        .where(events.c.article_id.in_(ids), versions.seen(events, None))
        .order_by(events.c.article_id, events.c.ordinal)
    )
    found: dict[str, list[Event]] = {}
    for row in rows:
        found.setdefault(row.article_id, []).append(EVENT.validate_json(row.body))
    return found


def recorded(connection: Connection, article_id: str) -> dict[str, datetime]:
    """When each event of the article was first read as it is now, by event id."""
    rows = connection.execute(select(events.c.id, events.c.recorded_at).where(_current(article_id)))
    return {row.id: row.recorded_at for row in rows}


def _swap(connection: Connection, readings: Sequence[Reading]) -> dict[str, int]:
    """Let these events and facts be seen; the versions of events that are new, by event id."""
    told = (who for each in readings for event in each.events for who in versions.named(event))
    stated = (who for each in readings for fact in each.facts for who in facts.named(fact))
    entities.keep(connection, (*told, *stated))
    begun = versions.swap(connection, readings)
    facts.swap(connection, readings)
    return begun


def _current(article_id: str) -> ColumnElement[bool]:
    return and_(events.c.article_id == article_id, versions.seen(events, None))


_CLEARING = (
    delete(extractions)
    .where(among(extractions.c.article_id, "ids"))
    .returning(extractions.c.article_id, extractions.c.revision)
)


def _clear(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """Take out what was read before; the revisions of which it was, by article."""
    rows = connection.execute(_CLEARING, {"ids": ids})
    return {row.article_id: row.revision for row in rows}


def _reading(claim: Claim, annotations: Annotations, before: int | None) -> Reading:
    return Reading(
        claim.article_id,
        claim.revision,
        claim.draft,
        annotations.extractor,
        _reason(claim, before),
        annotations.events,
        annotations.facts,
    )


def _reason(claim: Claim, before: int | None) -> Reason:
    """Why the article was read: for the first time, in a new revision, or once more."""
    if before is None:
        return Reason.ARTICLE
    return Reason.REPROCESS if before == claim.revision else Reason.REVISION


def _keep_extractions(connection: Connection, read: Sequence[tuple[Claim, Annotations]]) -> None:
    rows = [
        {
            "article_id": claim.article_id,
            "revision": claim.revision,
            "extractor": annotations.extractor,
            "timexes": TIMEXES.dump_json(annotations.timexes).decode(),
            "furniture": FURNITURE.dump_json(annotations.furniture).decode(),
            "warnings": WARNINGS.dump_json(annotations.warnings).decode(),
        }
        for claim, annotations in read
    ]
    put(connection, extractions, rows, "recorded_at")

"""What was read in an article: written whole, read whole."""

from datetime import datetime

from pydantic import TypeAdapter
from sqlalchemy import ColumnElement, Connection, and_, delete, insert, select, update

from dateline.model.article import Annotations, Article, Furniture, TextWarning
from dateline.model.change import Reason
from dateline.model.timex import Timex
from dateline.store import claims, entities, facts, timeline, versions
from dateline.store.claims import Claim
from dateline.store.instant import now
from dateline.store.tables import events, extractions
from dateline.store.timeline import Entry
from dateline.store.versions import EVENT, Reading

TIMEXES = TypeAdapter(tuple[Timex, ...])
FURNITURE = TypeAdapter(tuple[Furniture, ...])
WARNINGS = TypeAdapter(tuple[TextWarning, ...])


def replace(connection: Connection, claim: Claim, annotations: Annotations) -> None:
    """Swap what was read before for these annotations, and finish the claim.

    Readers see the old ones until the transaction ends, then the new ones: never a mixture.
    """
    claims.finish(connection, claim)
    reason = _reason(connection, claim)
    _replace_extraction(connection, claim, annotations)
    extractor = annotations.extractor
    reading = Reading(claim.article_id, claim.revision, claim.draft, extractor, reason)
    _swap(connection, reading, annotations)


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
        article.id, article.revision, article.draft, annotations.extractor, Reason.CORRECTION
    )
    new = _swap(connection, reading, annotations)
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


def recorded(connection: Connection, article_id: str) -> dict[str, datetime]:
    """When each event of the article was first read as it is now, by event id."""
    rows = connection.execute(select(events.c.id, events.c.recorded_at).where(_current(article_id)))
    return {row.id: row.recorded_at for row in rows}


def _swap(connection: Connection, reading: Reading, annotations: Annotations) -> list[int]:
    """Let these events and facts be seen; the versions of events that are new."""
    told = (who for event in annotations.events for who in versions.named(event))
    stated = (who for fact in annotations.facts for who in facts.named(fact))
    entities.keep(connection, (*told, *stated))
    new = versions.swap(connection, reading, annotations.events)
    facts.swap(connection, reading, annotations.facts)
    return new


def _current(article_id: str) -> ColumnElement[bool]:
    return and_(events.c.article_id == article_id, versions.seen(events, None))


def _reason(connection: Connection, claim: Claim) -> Reason:
    """Why the article was read: for the first time, in a new revision, or once more."""
    read = select(extractions.c.revision).where(extractions.c.article_id == claim.article_id)
    before = connection.scalar(read)
    if before is None:
        return Reason.ARTICLE
    return Reason.REPROCESS if before == claim.revision else Reason.REVISION


def _replace_extraction(connection: Connection, claim: Claim, annotations: Annotations) -> None:
    connection.execute(delete(extractions).where(extractions.c.article_id == claim.article_id))
    connection.execute(
        insert(extractions).values(
            article_id=claim.article_id,
            revision=claim.revision,
            extractor=annotations.extractor,
            recorded_at=now(),
            timexes=TIMEXES.dump_json(annotations.timexes).decode(),
            furniture=FURNITURE.dump_json(annotations.furniture).decode(),
            warnings=WARNINGS.dump_json(annotations.warnings).decode(),
        )
    )

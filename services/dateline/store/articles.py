"""Articles as they were posted."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence, Set
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from enum import StrEnum
from itertools import starmap
from typing import Any

from sqlalchemy import (
    Connection,
    Row,
    and_,
    bindparam,
    insert,
    literal,
    or_,
    select,
    union_all,
    update,
)
from sqlalchemy.exc import IntegrityError

from dateline.model.article import Article, Draft, Publication, State
from dateline.model.errors import ArticleDeleted, ArticleNotFound, IdentityConflict
from dateline.store import corrections
from dateline.store.corrections import Corrections
from dateline.store.identity import KINDS, Identity, identities
from dateline.store.inserting import put
from dateline.store.instant import now
from dateline.store.tables import articles, erasures, revisions
from dateline.store.tables import identities as known_identities

# `json.dumps` would make an encoder of these for each call.
_json = json.JSONEncoder(ensure_ascii=False).encode


class Outcome(StrEnum):
    """What a post came to."""

    NEW = "new"
    REVISED = "revised"
    KNOWN = "known"


@dataclass(frozen=True, slots=True)
class Accepted:
    """The article that a post stands for; nothing was stored where the outcome is `KNOWN`."""

    id: str
    revision: int
    state: State
    outcome: Outcome


# What fails because somebody else was quicker is undone alone; on SQLite a writer is alone anyway.
_BESIDE_OTHERS: dict[str, Callable[[Connection], AbstractContextManager[object]]] = {
    "sqlite": nullcontext,
    "postgresql": Connection.begin_nested,
}


def add(connection: Connection, draft: Draft) -> Accepted:
    """Take in an article: a new one, a new revision, or one that is known already."""
    try:
        with _BESIDE_OTHERS[connection.dialect.name](connection):
            return _add(connection, draft)
    except (IntegrityError, ArticleNotFound):
        # It came in or was erased beside us after we had looked: now that is there to be seen.
        return _add(connection, draft)


def add_new(
    connection: Connection, drafts: Sequence[tuple[Draft, Sequence[Identity]]]
) -> list[Accepted]:
    """Take in articles of which nobody knows any, by names that none of them shares."""
    new = [(known_as[0].article_id, draft, known_as) for draft, known_as in drafts]
    rows = [
        {"id": id_, "revision": 1, "state": State.QUEUED, "characters": len(draft.text)}
        for id_, draft, _ in new
    ]
    put(connection, articles, rows, "received_at", "not_before")
    names = [(name, id_) for id_, _, known_as in new for name in known_as]
    put(connection, known_identities, list(starmap(_name_row, names)))
    _post(connection, [(id_, 1, draft) for id_, draft, _ in new])
    return [Accepted(id_, 1, State.QUEUED, Outcome.NEW) for id_, _, _ in new]


def get(connection: Connection, article_id: str) -> Article:
    """The article in its current revision."""
    row = connection.execute(_CURRENT.where(articles.c.id == article_id)).one_or_none()
    if row is None:
        raise ArticleNotFound(article_id)
    return Article(
        id=row.id,
        revision=row.revision,
        state=State(row.state),
        draft=draft_of(row),
        attempts=row.attempts,
        last_error=row.last_error,
        received_at=row.received_at,
    )


def hold(connection: Connection, article_id: str) -> Article:
    """The article in its current revision, which nobody else can revise in the meantime."""
    held = select(articles.c.id).where(articles.c.id == article_id).with_for_update()
    connection.execute(held)
    return get(connection, article_id)


def corrected(connection: Connection, article: Article) -> tuple[Draft, frozenset[str]]:
    """The article as it was posted, and the names of the fields that are corrected in it."""
    made = corrections.read(connection, article.id, article.revision)
    if made is None:
        return article.draft, frozenset()
    return made.taken_back(article.draft), made.fields


def correct(connection: Connection, before: Article, draft: Draft, fields: Set[str]) -> Article:
    """Make these fields of a held article read as they do in the draft, in a new revision.

    In another language it has to be read again. What is being read loses its claim.
    """
    posted, known_fields = corrected(connection, before)
    if draft == before.draft and fields == known_fields:
        return before
    _learn_more(connection, before.id, identities(draft))
    revision = before.revision + 1
    _post(connection, [(before.id, revision, draft)])
    corrections.keep(connection, before.id, revision, Corrections.of(posted, fields))
    is_read = before.state in (State.DONE, State.FAILED)
    stays = is_read and draft.language == before.draft.language
    connection.execute(
        update(articles)
        .where(articles.c.id == before.id)
        .values(revision=revision, **({} if stays else _WAITING))
    )
    return get(connection, before.id)


def states(connection: Connection, ids: Iterable[str]) -> dict[str, State]:
    """How far the extraction of these articles has come; unknown ids are left out."""
    rows = connection.execute(select(articles.c.id, articles.c.state).where(articles.c.id.in_(ids)))
    return {row.id: State(row.state) for row in rows}


def draft_of(row: Row[Any]) -> Draft:
    """The article as posted, from a row of its revision."""
    return Draft(
        text=row.text,
        published=Publication(row.published_on, row.published_at, row.published_as_given, row.zone),
        language=row.language,
        translated_from=row.translated_from,
        url=row.url,
        external_id=row.external_id,
        source=row.source,
        title=row.title,
        authors=tuple(json.loads(row.authors)),
        tags=tuple(json.loads(row.tags)),
        metadata=json.loads(row.metadata),
    )


_CURRENT = select(
    articles.c.id,
    articles.c.revision,
    articles.c.state,
    articles.c.attempts,
    articles.c.last_error,
    articles.c.received_at,
    *(column for column in revisions.c if column.name not in ("article_id", "revision")),
).join(
    revisions,
    and_(
        revisions.c.article_id == articles.c.id,
        revisions.c.revision == articles.c.revision,
    ),
)


ERASED = "erased"
# Written once: to write a query costs more than to run it.
_HOLDERS = union_all(
    select(literal(ERASED).label("kind"), erasures.c.article_id).where(
        erasures.c.identity.in_([bindparam("first"), bindparam("last")])
    ),
    select(known_identities.c.kind, known_identities.c.article_id).where(
        or_(
            *(
                and_(
                    known_identities.c.kind == kind,
                    known_identities.c.source == bindparam("source"),
                    known_identities.c.value == bindparam(kind),
                )
                for kind in KINDS
            )
        )
    ),
)


def _add(connection: Connection, draft: Draft) -> Accepted:
    known_as = identities(draft)
    holders = _holders(connection, known_as)
    article_id = _one_of(connection, known_as, holders)
    if article_id is None:
        return add_new(connection, [(draft, known_as)])[0]
    # Whoever reposts the same article waits here, and then sees what we made of it.
    before = hold(connection, article_id)
    _learn(connection, article_id, [each for each in known_as if each.kind not in holders])
    if _same(corrected(connection, before)[0], draft):
        return Accepted(article_id, before.revision, before.state, Outcome.KNOWN)
    return _revise(connection, before, draft)


def _holders(connection: Connection, known_as: Sequence[Identity]) -> dict[str, str]:
    """The articles that are known by these names of one draft, by kind; asked at one moment.

    Raises ArticleDeleted: nothing is taken in under the name of an erased article.
    """
    asked = {name.kind: name.value for name in known_as}
    hashes = {"first": known_as[0].article_id, "last": known_as[-1].article_id}
    values = {kind: asked.get(kind) for kind in KINDS}
    rows = connection.execute(_HOLDERS, values | hashes | {"source": known_as[0].source})
    holders = {row.kind: row.article_id for row in rows}
    if ERASED in holders:
        raise ArticleDeleted(holders[ERASED])
    return holders


def _one_of(
    connection: Connection, known_as: Sequence[Identity], holders: Mapping[str, str]
) -> str | None:
    """The one article among the holders of these names; None where there is none yet."""
    by_url = holders.get("url")
    given = {identity.kind for identity in known_as}
    by_external_id = holders.get("external_id") if "external_id" in given else by_url
    if not by_url or by_url == by_external_id:
        return by_external_id or holders.get("text")
    # An article without an external id may learn one; one that has its own cannot take another.
    if by_external_id or _has_external_id(connection, by_url):
        raise IdentityConflict(by_external_id or known_as[0].article_id, by_url)
    return by_url


def _has_external_id(connection: Connection, article_id: str) -> bool:
    """Whether an article is known by an external id already."""
    held = select(known_identities.c.value).where(
        known_identities.c.article_id == article_id, known_identities.c.kind == "external_id"
    )
    return connection.scalar(held) is not None


def _learn(connection: Connection, article_id: str, names: Sequence[Identity]) -> None:
    """Know the article by these names too from now on."""
    if names:
        rows = [_name_row(name, article_id) for name in names]
        connection.execute(insert(known_identities), rows)


def _name_row(name: Identity, article_id: str) -> dict[str, str]:
    return {
        "kind": name.kind,
        "source": name.source,
        "value": name.value,
        "article_id": article_id,
    }


def _same(before: Draft, posted: Draft) -> bool:
    """Whether a repost says nothing new: the same text of the same date."""
    old, new = before.published, posted.published
    return before.text == posted.text and (old.on, old.at, old.zone) == (new.on, new.at, new.zone)


def _revise(connection: Connection, before: Article, draft: Draft) -> Accepted:
    revision = before.revision + 1
    made = corrections.read(connection, before.id, before.revision)
    _post(
        connection,
        [(before.id, revision, made.carried(draft, before.draft) if made else draft)],
    )
    if made:
        corrections.keep(connection, before.id, revision, Corrections.of(draft, made.fields))
    connection.execute(
        update(articles)
        .where(articles.c.id == before.id)
        .values(revision=revision, characters=len(draft.text), **_WAITING)
    )
    return Accepted(before.id, revision, State.QUEUED, Outcome.REVISED)


def _learn_more(connection: Connection, article_id: str, names: Sequence[Identity]) -> None:
    """Know the article by these names too, unless they belong to another."""
    holders = _holders(connection, names)
    for holder in holders.values():
        if holder != article_id:
            raise IdentityConflict(article_id, holder)
    _learn(connection, article_id, [name for name in names if name.kind not in holders])


# What an article is that waits to be read for the first time.
_WAITING: dict[str, Any] = {
    "state": State.QUEUED,
    "not_before": now(),
    "rung_at": None,
    "attempts": 0,
    "alone": False,
    # Whoever is at work on the old revision has lost the right to finish it.
    "lease_token": None,
    "lease_until": None,
    "last_error": None,
    "traceback": None,
    "failed_at": None,
    "discarded_at": None,
}


def _post(connection: Connection, posted: Sequence[tuple[str, int, Draft]]) -> None:
    """Keep these revisions of articles as they were posted."""
    rows = [
        {
            "article_id": article_id,
            "revision": revision,
            "text": draft.text,
            "published_on": draft.published.on,
            "published_at": draft.published.at,
            "published_as_given": draft.published.as_given,
            "zone": draft.published.zone,
            "language": draft.language,
            "translated_from": draft.translated_from,
            "url": draft.url,
            "external_id": draft.external_id,
            "source": draft.source,
            "title": draft.title,
            "authors": _json(draft.authors),
            "tags": _json(draft.tags),
            "metadata": _json(draft.metadata),
        }
        for article_id, revision, draft in posted
    ]
    put(connection, revisions, rows, "posted_at")

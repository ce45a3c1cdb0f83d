"""Many articles taken in at once: in a handful of statements, as far as nobody knows them."""

from collections.abc import Sequence
from itertools import chain

from sqlalchemy import Connection, exists, select
from sqlalchemy.exc import IntegrityError

from dateline.model.article import Draft
from dateline.model.errors import DatelineError
from dateline.store import articles
from dateline.store.articles import Accepted
from dateline.store.identity import Identity, identities, is_one_of
from dateline.store.tables import erasures
from dateline.store.tables import identities as known_identities

Names = Sequence[Identity]


def add(connection: Connection, drafts: Sequence[Draft]) -> list[Accepted | DatelineError]:
    """Take in articles as `articles.add` would, one after the other; what came of each."""
    names = [identities(draft) for draft in drafts]
    new = _new(connection, names)
    taken = dict(zip(new, _add_new(connection, [(drafts[n], names[n]) for n in new]), strict=False))
    return [taken.get(n) or _add_one(connection, draft) for n, draft in enumerate(drafts)]


def _new(connection: Connection, names: Sequence[Names]) -> list[int]:
    """Where those stand that bear no name that is known, here or from one before them."""
    before: set[Identity] = set()
    first = []
    for n, known_as in enumerate(names):
        if before.isdisjoint(known_as):
            first.append(n)
        before.update(known_as)
    known = _known(connection, list(chain.from_iterable(names[n] for n in first)))
    return [n for n in first if known.isdisjoint(names[n])]


_HAS_ERASED = select(exists(select(erasures.c.identity)))


def _known(connection: Connection, names: Names) -> set[Identity]:
    """Those of the names that belong to an article, or to one that is erased."""
    held = connection.execute(
        select(known_identities.c.kind, known_identities.c.source, known_identities.c.value).where(
            is_one_of(names)
        )
    )
    return {Identity(*row) for row in held} | _erased(connection, names)


def _erased(connection: Connection, names: Names) -> set[Identity]:
    # Most stores have erased nothing, and need not be asked name by name.
    if not connection.scalar(_HAS_ERASED):
        return set()
    hashes = {name.article_id: name for name in names}
    found = select(erasures.c.identity).where(erasures.c.identity.in_(hashes))
    return {hashes[each] for each in connection.scalars(found)}


def _add_new(connection: Connection, new: Sequence[tuple[Draft, Names]]) -> list[Accepted]:
    """What came of the new ones; nothing where one of them came in beside us."""
    try:
        with connection.begin_nested():
            return articles.add_new(connection, new)
    except IntegrityError:
        return []


def _add_one(connection: Connection, draft: Draft) -> Accepted | DatelineError:
    try:
        return articles.add(connection, draft)
    except DatelineError as refused:
        return refused

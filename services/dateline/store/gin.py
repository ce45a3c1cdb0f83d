"""What is sought, as PostgreSQL finds it: the full text knows who is found, and in no order.

What is frequent is met soon on a walk; what is rare is found by the full text and put in order. So
a short walk comes first. If it does not fill the page, the full text is asked, as long as it finds
few; only what is neither near nor rare is walked for as long as it takes.
"""

from collections.abc import Sequence

from sqlalchemy import Connection, func, select, text, union_all

from dateline.store import few, search
from dateline.store.few import FEW
from dateline.store.paging import directed
from dateline.store.search import Sought
from dateline.store.tables import events
from dateline.store.walks import Clock, Leg, conditions, keys_of, merged, walked, words

ENGINE = "postgresql"

# How far the short walk goes.
NEAR = 1000


def numbers(connection: Connection, leg: Leg, sought: Sought) -> Sequence[int]:
    """The numbers of the first events on the leg."""
    near = _near(connection, leg)
    if near is not None:
        return near
    rare = _rare(connection, leg, sought)
    return _far(connection, leg) if rare is None else rare


def _near(connection: Connection, leg: Leg) -> Sequence[int] | None:
    """Those that a short walk meets; None where it falls short of the page."""
    clock = Clock.of(leg.asked.named.groups)
    pages = (clock.walk(leg.asked, one, ()).page(leg, NEAR) for one in leg.classes)
    passed = merged(pages, leg.order, NEAR).cte("passed")
    answers = (
        select(passed.c.number)
        .where(
            passed.c.number == events.c.number, *conditions(leg, clock.rest), *words(leg, ENGINE)
        )
        .order_by(*directed(leg.order, keys_of(passed)))
        .limit(leg.limit)
    )
    found = connection.scalars(answers).all()
    if len(found) == leg.limit:
        return found
    length = connection.execute(select(func.count()).select_from(passed)).scalar_one()
    return found if length < NEAR else None


def _rare(connection: Connection, leg: Leg, sought: Sought) -> Sequence[int] | None:
    """Those that the full text finds; None where it finds more than a few."""
    shelves = search.shelves(past=leg.asked.past is not None)
    held = (select(shelf.c.number).where(sought.matches(shelf, ENGINE)) for shelf in shelves)
    # The planner takes words to be independent: for two that are frequent and hardly ever meet it
    # would look at every event. And how many were found it only knows of a plan of their own.
    few.plan_anew(connection)
    connection.execute(text("SET LOCAL enable_seqscan = off"))
    found = connection.scalars(union_all(*held).limit(FEW + 1)).all()
    connection.execute(text("SET LOCAL enable_seqscan = on"))
    if len(found) > FEW:
        return None
    return few.first(connection, leg, found)


def _far(connection: Connection, leg: Leg) -> Sequence[int]:
    """Those that a walk meets, however long it is."""
    pages = (walk.page(leg) for walk in walked(leg, ENGINE))
    return connection.scalars(merged(pages, leg.order, leg.limit)).all()

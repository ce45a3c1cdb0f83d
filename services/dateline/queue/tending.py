"""Tending jobs: takes each a step further, as long as there is something to do."""

from sqlalchemy import Engine

from dateline.store import database, planning, plans
from dateline.store.plans import Plan


def tend(engine: Engine, window: int) -> bool:
    """One step of every job under way, with so many of its articles taken up at most.

    What comes back is whether one more step can be taken at once.
    """
    with database.reading(engine) as connection:
        found = plans.under_way(connection)
        has_leftovers = plans.leftovers(connection)
    if has_leftovers:
        with database.writing(engine) as connection:
            plans.sweep(connection)
    more = [_step(engine, plan, window) for plan in found]
    return any(more)


def _step(engine: Engine, plan: Plan, window: int) -> bool:
    if not plan.has_begun:
        return _begin(engine, plan)
    more = [_count(engine, plan), _take_up(engine, plan, window - plan.taken_up)]
    if plan.is_over or plan.is_paced:
        with database.writing(engine) as connection:
            (plans.close if plan.is_over else plans.pace)(connection, plan)
    return any(more)


def _begin(engine: Engine, plan: Plan) -> bool:
    with database.writing(engine) as connection:
        return plans.begin(connection, plan)


def _count(engine: Engine, plan: Plan) -> bool:
    """Whether there is more to count."""
    if plan.is_counted:
        return False
    with database.reading(engine) as connection:
        stretch = planning.stretch(connection, plan, plan.counted_to)
    with database.writing(engine) as connection:
        planning.count(connection, plan, stretch)
    return stretch.to is not None


def _take_up(engine: Engine, plan: Plan, room: int) -> bool:
    """Whether there is more to take up, and room for it."""
    if plan.is_planned or room <= 0:
        return False
    with database.reading(engine) as connection:
        stretch = planning.stretch(connection, plan, plan.planned_to, room)
    with database.writing(engine) as connection:
        planning.take_up(connection, plan, stretch)
    return stretch.to is not None and len(stretch.ids) < room

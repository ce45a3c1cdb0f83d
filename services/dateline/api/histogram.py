"""The histogram: how many events of a timeline begin in each stretch of it."""

import calendar
from collections import Counter
from collections.abc import Mapping
from datetime import date
from typing import Annotated

from fastapi import APIRouter, Query

from dateline.api import problems
from dateline.api.running import Here
from dateline.api.strict import StrictRoute
from dateline.intake import limits
from dateline.store import database, order, timeline
from dateline.wire.event import EntityOut
from dateline.wire.timeline import Bucket, By, HistogramOut, HistogramQuery

router = APIRouter(route_class=StrictRoute, tags=["timeline"])


@router.get("/timeline/histogram", responses=problems.responses(422, 503))
def histogram(query: Annotated[HistogramQuery, Query()], here: Here) -> HistogramOut:
    """The dated events that answer the query, counted by where they begin."""
    limits.check_query(query, here.settings)
    known = order.known_at(here.engine, query.as_of)
    with database.reading(here.engine) as connection:
        begun, names = timeline.beginnings(connection, query.as_timeline(), known)
    return HistogramOut(
        by=query.by,
        buckets=buckets(begun, query.by),
        entities=[EntityOut.of(entity) for entity in names.entities],
        unknown_entities=list(names.unknown),
    )


def buckets(begun: Mapping[date, int], by: By) -> list[Bucket]:
    """The counts of days, added up by stretch.

    >>> [day] = buckets({date(2025, 2, 26): 3}, By.WEEK)
    >>> str(day.start), str(day.end), day.count
    ('2025-02-24', '2025-03-02', 3)
    """
    counts: Counter[tuple[date, date]] = Counter()
    for day, count in begun.items():
        counts[_stretch(day, by)] += count
    return [Bucket(start=start, end=end, count=counts[start, end]) for start, end in sorted(counts)]


def _stretch(day: date, by: By) -> tuple[date, date]:
    match by:
        case By.DAY:
            return day, day
        case By.WEEK:
            # 31 December 9999 is a Friday: the last week of the calendar has no weekend.
            monday = day.toordinal() - day.weekday()
            sunday = min(monday + 6, date.max.toordinal())
            return date.fromordinal(monday), date.fromordinal(sunday)
        case By.MONTH:
            last = calendar.monthrange(day.year, day.month)[1]
            return day.replace(day=1), day.replace(day=last)
        case By.YEAR:
            return date(day.year, 1, 1), date(day.year, 12, 31)

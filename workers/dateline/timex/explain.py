"""One plain sentence for a timex: what was read, from what, and what decided it."""

from dateline.model.interval import Granularity
from dateline.model.timex import Anchor, AnchorKind, Direction, Resolution, Timex
from dateline.timex import algebra as a
from dateline.timex.feasts import on
from dateline.timex.look import Look
from dateline.timex.named import stretch_named
from dateline.timex.repeat import MONTHS, SEASONS, WEEKDAYS, Repeat

_PARTS = ("first third", "middle third", "last third", "first half", "second half")
_LETTERS = {"Y": "years", "M": "months", "W": "weeks", "D": "days", "Q": "quarters"}
_DAY = Granularity.DAY
_CLOCK_UNITS = (Granularity.HOUR, Granularity.MINUTE, Granularity.SECOND)
_TIME_LETTERS = {"H": "hours", "M": "minutes", "S": "seconds"}


def sentence(timex: Timex, expression: a.Expression, seen: Look, note: str | None = None) -> str:
    """The rule, the cue that decided its direction, and what the expression says.

    `bare weekday; "will" looks ahead: first Thursday from Wed 26 Feb 2025 on`
    """
    head = timex.rule
    side = side_of(expression)
    if seen.near and side in _LOOKS:
        head += "; the nearer one"
    elif seen.cue is not None and side in _LOOKS:
        head += f'; "{seen.cue}" {_LOOKS[side]}'
    elif side is Direction.PAST:
        head += "; nothing looks ahead"
    doubt = _DOUBTS.get(timex.resolution, "") or _hourless(timex, expression)
    said = f"{head}: {_say(expression, timex.anchor)}{doubt}"
    return said if note is None else f"{said}; {note}"


def _hourless(timex: Timex, expression: a.Expression) -> str:
    """ "An hour later" than a day: no clock has told when."""
    by_the_clock = any(
        isinstance(part, a.Shift) and part.unit in _CLOCK_UNITS for part in a.within(expression)
    )
    return ", at an hour that is not told" if timex.granularity is _DAY and by_the_clock else ""


def retold(
    explanation: str, expression: a.Expression, was: Anchor | None, now: Anchor | None
) -> str:
    """The same explanation, of another anchor."""
    return explanation.replace(_say(expression, was), _say(expression, now))


_DOUBTS = {
    Resolution.IMPOSSIBLE: ", which the calendar does not have",
    Resolution.INCONSISTENT: ", which do not agree",
}
_LOOKS = {Direction.FUTURE: "looks ahead", Direction.PAST: "looks back"}


def side_of(expression: a.Expression) -> Direction | None:
    """The side that the clause chose, None where it had nothing to choose."""
    if isinstance(expression, a.Nearest):
        return expression.side
    sides = (side_of(part) for part in a.parts(expression))
    return next((side for side in sides if side is not None), None)


def _say(expression: a.Expression, anchor: Anchor | None) -> str:
    match expression:
        case a.Now() | a.Then():
            return _anchor(anchor)
        case a.At(name):
            return _named(name)
        case a.Period(value):
            return _period(value)
        case a.Nearest(repeat, Direction.FUTURE, of):
            return f"first {_name(repeat)} from {_say(of, anchor)} on"
        case a.Nearest(repeat, _, of):
            return f"last {_name(repeat)} up to {_say(of, anchor)}"
        case a.This(repeat, of) if repeat.unit is repeat.cycle:
            return f"the {_name(repeat)} of {_say(of, anchor)}"
        case a.This(repeat, of):
            return f"{_name(repeat)} of the same {repeat.cycle.value} as {_say(of, anchor)}"
        case a.Last(repeat, of):
            return f"last {_name(repeat)} before {_say(of, anchor)}"
        case a.Next(repeat, of):
            return f"first {_name(repeat)} after {_say(of, anchor)}"
        case a.In(repeat, of) if repeat.name in WEEKDAYS:
            return f"{_name(repeat)}, {_say(of, anchor)}"
        case a.In(repeat, of):
            return f"{_name(repeat)} in {_say(of, anchor)}"
        case a.Nth(count, repeat, of):
            return f"{_name(repeat)} number {count} of {_say(of, anchor)}"
        case a.Shift(of, count, unit) | a.Moved(of, count, unit):
            side = "before" if count < 0 else "after"
            return f"{_count(abs(count), unit)} {side} {_say(of, anchor)}"
        case a.Past(period, of):
            return f"{_the(period)} before {_say(of, anchor)}"
        case a.Coming(period, of):
            return f"{_the(period)} after {_say(of, anchor)}"
        case a.Opening(period, a.Then()):
            return f"{_the(period)} that begin with {_anchor(anchor)}"
        case a.Closing(period, a.Then()):
            return f"{_the(period)} that end with {_anchor(anchor)}"
        case a.Opening(period, of):
            return f"the first {_period(period.value)} of {_say(of, anchor)}"
        case a.Closing(period, of):
            return f"the last {_period(period.value)} of {_say(of, anchor)}"
        case _:
            return _say_more(expression, anchor)


def _say_more(expression: a.Expression, anchor: Anchor | None) -> str:
    match expression:
        case a.Part(which, of):
            return f"{_PARTS[which]} of {_say(of, anchor)}"
        case a.Elapsed(of):
            return f"what is over of {_say(of, anchor)}"
        case a.Rest(of):
            return f"what is left of {_say(of, anchor)}"
        case a.Between(first, a.Before(last)):
            return f"from {_say(first, anchor)} up to {_say(last, anchor)}"
        case a.Between(first, last):
            return f"from {_say(first, anchor)} to {_say(last, anchor)}"
        case a.Since(of):
            return f"from {_say(of, anchor)} on"
        case a.Until(of):
            return f"up to the end of {_say(of, anchor)}"
        case a.Before(of):
            return f"before {_say(of, anchor)}"
        case a.After(of):
            return f"after {_say(of, anchor)}"
        case a.Every(value):
            return f"again and again ({value})"
        case a.Vague(value):
            return _VAGUE.get(value, "a year before our era")
        case a.Zoned(zone, of):
            return f"{_say(of, anchor)} ({zone})"
        case a.Mod(mod, of):
            return f"{_MODS.get(mod, mod.lower().replace('_', ' '))} {_say(of, anchor)}"
        case _:
            raise ValueError(f"not sayable: {expression}")


_VAGUE = {
    "PAST_REF": "some time in the past",
    "PRESENT_REF": "the time of writing",
    "FUTURE_REF": "some time to come",
}
_MODS = {"APPROX": "about", "START": "early or earlier in", "END": "late or later in"}


def _anchor(anchor: Anchor | None) -> str:
    if anchor is None or anchor.interval.start is None:
        return "the anchor"
    first, last = anchor.interval.earliest, anchor.interval.latest
    if first is None:
        return "the anchor"
    day = f"{first:%a} {first.day} {first:%b %Y}"
    if first != last and last is not None:
        day = f"{first.day} {first:%b %Y} to {last.day} {last:%b %Y}"
    return day if anchor.kind is not AnchorKind.TIMEX else f"{day} (named in the text)"


def _named(name: str) -> str:
    stretch = stretch_named(name)
    if stretch is None:
        return name
    first = stretch.first
    if stretch.unit is Granularity.DAY:
        return f"{first:%a} {first.day} {first:%b} {first.year}"
    if stretch.unit is Granularity.MONTH:
        return f"{first:%B} {first.year}"
    if stretch.unit is Granularity.DECADE:
        return f"the {first.year}s"
    return name


def _name(repeat: Repeat) -> str:
    name = repeat.name
    if name in WEEKDAYS or name in MONTHS or name in SEASONS:
        return name.capitalize() if name not in SEASONS else name
    head, _, tail = name.partition("-")
    if head.isdigit():
        return f"{int(tail)} {MONTHS[int(head) - 1].capitalize()}"
    if head in WEEKDAYS:
        return f"{head.capitalize()} the {int(tail)}"
    if head == "day" and tail:
        return f"day {int(tail)} of a month"
    if head == "at":
        return tail if ":" in tail else f"{tail}:00"
    if name[1:].isdigit():
        return name.upper()
    feast, _, country = name.replace("-", " ").partition("@")
    return f"{feast.title()} ({country})" if country else _plain(feast)


def _plain(name: str) -> str:
    """Feasts with capitals; units and dayparts as they are."""
    return name.title() if on(name.replace(" ", "-"), 2024) is not None else name


def _count(count: float, unit: Granularity) -> str:
    return f"{count:g} {unit.value}{'' if count == 1 else 's'}"


def _the(period: a.Period) -> str:
    told = _period(period.value)
    return told if told.startswith("some ") else f"the {told}"


def _period(value: str) -> str:
    number, letter = value.lstrip("PT")[:-1], value[-1]
    names = _TIME_LETTERS if "T" in value else _LETTERS
    unit = names.get(letter, "time")
    return f"{'some' if number.startswith('X') else number} {unit[:-1] if number == '1' else unit}"

"""Hours that last: "Monday 9:30-11:00", "from 7 to 9 p.m. on Tuesday", "tonight from 7 to 7:30"."""

from dataclasses import dataclass

from dateline.model.interval import Granularity
from dateline.timex.algebra import Before, Between, Expression, In, Mod, Moved, Part, Zoned
from dateline.timex.repeat import Repeat
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_WED = "2025-02-26"
_HALF, _DAY = 12 * 60, 24 * 60
_AFTER_NOON = ("midday", "afternoon", "evening", "night")


@dataclass(frozen=True, slots=True)
class Spell:
    """From one minute of the day to another, by their repeats; `loose` may be after noon."""

    first: str
    last: str
    loose: bool = False


def _minute(clock: str) -> int:
    """The minute of the day that a face or a repeat shows.

    >>> _minute("at-07:30"), _minute("7")
    (450, 420)
    """
    hour, _, minutes = clock.removeprefix("at-").replace(".", ":").partition(":")
    return int(hour) * 60 + int(minutes[:2] or 0)


def _at(minute: int, like: str) -> str:
    """The repeat of a minute, said as finely as its face."""
    minutes = f":{minute % 60:02}" if minute % 60 or ":" in like or "." in like else ""
    return f"at-{minute // 60:02}{minutes}"


def _exact(first: str, last: str) -> Spell | None:
    return Spell(first, last) if first != last else None


def _until(face: str, last: str) -> Spell | None:
    """ "3 to 8 p.m.", "9:30 to noon": the latest such time before the end."""
    end, shown = _minute(last), _minute(face) % _HALF
    if _minute(face) > _HALF + 59 or shown >= end:
        return None
    return Spell(_at(shown + _HALF if shown + _HALF < end else shown, face), last)


def _from(first: str, face: str) -> Spell | None:
    """ "8 a.m. to 3": the earliest such time after the beginning."""
    start, shown = _minute(first), _minute(face) % _HALF
    later = next((minute for minute in (shown, shown + _HALF) if minute > start), None)
    return None if later is None or later >= _DAY else Spell(first, _at(later, face))


def _faces(first: str, last: str) -> Spell | None:
    """Two faces, of which one shows minutes: "7 to 7:30"."""
    return _hours(first, last) if ":" in first + last else None


def _hours(first: str, last: str) -> Spell | None:
    start, end = _minute(first), _minute(last)
    if end <= start:
        end += _HALF
    return Spell(_at(start, first), _at(end, last), True) if start < end < _DAY else None


def _later(name: str) -> str:
    """The same time after noon."""
    minute = _minute(name)
    return _at(minute + _HALF, name) if minute < _HALF else name


def _on(of: Expression, spell: Spell, zone: str | None = None) -> Expression | None:
    """Those hours of a day, or of one of its dayparts."""
    while isinstance(of, Part | Mod):
        of = of.of
    if isinstance(of, In) and said_unit(of) is Granularity.DAYPART:
        if spell.loose and of.repeat.name in _AFTER_NOON:
            spell = Spell(_later(spell.first), _later(spell.last))
        of = of.of
    if said_unit(of) is not Granularity.DAY:
        return None
    overnight = _minute(spell.last) < _minute(spell.first)
    ends = Moved(of, 1, Granularity.DAY) if overnight else of
    lasts = Between(In(Repeat(spell.first), of), Before(In(Repeat(spell.last), ends)))
    return lasts if zone is None else Zoned(zone, lasts)


def _before(spell: Spell, zone: str | None, of: Expression) -> Expression | None:
    return _on(of, spell, zone)


def _around(first: str, of: Expression, last: str) -> Expression | None:
    return _on(of, Spell(first, last)) if _minute(first) < _minute(last) else None


_MONDAY = "2025-02-24"


def _joined(name: str, joint: str, opener: str) -> tuple[Rule, ...]:
    """The ways to tell when it begins and when it ends, with the words between the two."""
    said = joint.split("|", maxsplit=1)[0]
    between = "to" if said == "-" else said

    def example(first: str, last: str, value: str) -> tuple[Example, ...]:
        text = f"They met on Monday {opener} {first} {between} {last}."
        return (Example(text, _WED, value, _MONDAY, _MONDAY),)

    return (
        Rule(f"two clock times, {said}", name, f"EXACT {joint} EXACT", _exact,
             example("9 a.m.", "noon", "PT3H"), (f"They met at 9 a.m. {said} left.",)),
        Rule(f"a face and a clock time, {said}", name, f"FACE {joint} EXACT", _until,
             example("3", "8 p.m.", "PT5H"), (f"They met 3 {said} left.",)),
        Rule(f"a clock time and a face, {said}", name, f"EXACT {joint} FACE", _from,
             example("8 a.m.", "3", "PT7H"), (f"They met at 8 a.m. {said} left.",)),
        Rule(f"two faces, {said}", name, f"FACE {joint} FACE", _faces,
             example("7", "7:30", "PT30M"), (f"They won 9 {said} 3 on Monday.",)),
    )  # fmt: skip


RULES = (
    Rule("hour on a clock", "FACE", "HOUR|DIGIT|TEEN", lambda hour: str(hour) if hour else None,
         (Example("They met on Monday from 7 to 7:30.", _WED, "PT30M"),),
         ("They met 7 men on Monday.",)),
    Rule("face of a clock", "FACE", "CLOCK|DOTTED", lambda text: text,
         (Example("They met on Monday from 7:30 to 9 p.m.", _WED, "PT90M"),
          Example("They met on Monday from 9.30 to 11 a.m.", _WED, "PT90M")),
         ("It cost 7.30 on Monday.",)),
    *_joined("SPELL", "-|–|—|to|until|till", "from"),
    *_joined("PAIR", "and", "between"),
    Rule("hours", "HOURS", "FACE to|until|till FACE", _hours,
         (Example("They will meet tomorrow from 7 to 9.", _WED, "PT2H", "2025-02-27",
                  "2025-02-27"),),
         ("It rose from 7 to 9 on Monday.",)),
    Rule("hours in between", "HOURPAIR", "FACE and FACE", _hours,
         (Example("They met between 7 and 9 on Monday.", _WED, "PT2H", _MONDAY, _MONDAY),),
         ("They met 7 and 9 men on Monday.",)),
    Rule("spell of a day", "PERIOD", "DATE|TIME|ALONE ,? from|between? SPELL ZONE?", _on,
         (Example("They met on Monday 9:30-11:15.", _WED, "PT105M", _MONDAY, _MONDAY),
          Example("They will meet tonight from 7 to 7:30.", _WED, "PT30M", _WED, _WED)),
         ("They won on Monday 9-3.",)),
    Rule("hours in figures of a day", "PERIOD", "DATE|ALONE ,? HOUR -|– HOUR",
         lambda of, first, last: _on(of, spell)
         if (spell := _hours(str(first), str(last))) else None,
         (Example("The shop is open Saturday 12-4.", _WED, "PT4H", "2025-02-22", "2025-02-22"),),
         ("They won on Monday 9-3.",)),
    Rule("spell in between of a day", "PERIOD", "DATE|TIME|ALONE ,? between PAIR ZONE?", _on,
         (Example("They met on Monday between 10 and 11:30.", _WED, "PT90M", _MONDAY, _MONDAY),),
         ("They won on Monday, 9 and 11:30.",)),
    Rule("spell on a day", "PERIOD", "<from|between? SPELL ZONE? ,? on|of? DATE|TIME", _before,
         (Example("They met 9:30-11:00 on Monday.", _WED, "PT90M", _MONDAY, _MONDAY),
          Example("They met from 11 p.m. to 2 a.m. on Monday.", _WED, "PT3H", _MONDAY,
                  "2025-02-25")),
         ("They won 9-3 on Monday.",)),
    Rule("spell in between on a day", "PERIOD", "<between PAIR ZONE? ,? on|of? DATE|TIME", _before,
         (Example("They met between 10 and 11:30 on Monday.", _WED, "PT90M", _MONDAY, _MONDAY),),
         ("They met at 10 a.m. and 11:30 on Monday.",)),
    Rule("hours of a day", "PERIOD", "DATE|TIME|ALONE ,? from HOURS", _on,
         (Example("They met yesterday afternoon from 2 to 4.", _WED, "PT2H", "2025-02-25",
                  "2025-02-25"),),
         ("The rate on Monday rose from 2 to 4.",)),
    Rule("hours in between of a day", "PERIOD", "DATE|TIME|ALONE ,? between HOURPAIR", _on,
         (Example("They met on Monday between 2 and 4.", _WED, "PT2H", _MONDAY, _MONDAY),),
         ("They met 2 and 4 on Monday.",)),
    Rule("hours in between on a day", "PERIOD", "<between HOURPAIR ,? on? DATE|TIME",
         lambda spell, of: _on(of, spell),
         (Example("They met between 2 and 4 on Monday.", _WED, "PT2H", _MONDAY, _MONDAY),),
         ("They met between 2 and 4 men on Monday.",)),
    Rule("spell around its day", "PERIOD", "<from|between TICK ,? on? DATE and|to|until|till TICK",
         _around,
         (Example("They met between 2:00 on Monday and 4:00.", _WED, "PT2H", _MONDAY, _MONDAY),),
         ("They met at 2:00 on Monday and 4:00 on Tuesday.",)),
)  # fmt: skip

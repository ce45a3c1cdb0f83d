"""Times that repeat: every Monday, daily, twice a year."""

from dateline.model.interval import Granularity
from dateline.timex.algebra import Every
from dateline.timex.english.lexicon import Unit
from dateline.timex.named import DAYPART_CODES, SEASON_CODES
from dateline.timex.repeat import MONTHS, WEEKDAYS
from dateline.timex.rule import Example, Rule

_WED = "2025-02-26"


def _weekday(name: str, daypart: str | None = None) -> str:
    return f"XXXX-WXX-{WEEKDAYS.index(name) + 1}" + (
        f"T{DAYPART_CODES[daypart]}" if daypart else ""
    )


def _repeat(name: str) -> str | None:
    if name in MONTHS:
        return f"XXXX-{MONTHS.index(name) + 1:02}"
    if name in SEASON_CODES:
        return f"XXXX-{SEASON_CODES[name]}"
    if name[:2].isdigit():
        return f"XXXX-{name}"
    return f"XXXX-{name.upper()}" if name[1:].isdigit() else None


def _every_repeat(name: str) -> Every | None:
    value = _repeat(name)
    return None if value is None else Every(value, "EVERY", "")


def _every_unit(unit: Unit) -> Every | None:
    """Of each of them; a night is a daypart."""
    part = unit.unit is Granularity.DAYPART
    return None if part else Every(unit.period("1"), "EVERY", "")


def _times(count: str, unit: Unit) -> Every:
    return Every(unit.period("1"), "", f"{count}X")


RULES = (
    Rule("every daypart", "SET", "every|each DAYPART",
         lambda part: Every(f"XXXX-XX-XXT{DAYPART_CODES[part]}", "EVERY", ""),
         (Example("He runs every morning.", _WED, "XXXX-XX-XXTMO"),),
         ("Every mourning man left.",)),
    Rule("every unit", "SET", "every|each UNIT", _every_unit,
         (Example("He runs every day.", _WED, "P1D"),),
         ("He ran each race on Friday.",)),
    Rule("every so many units", "SET", "every|each COUNT UNIT|UNITS",
         lambda count, unit: Every(unit.period(count), "EVERY", ""),
         (Example("He runs every two weeks.", _WED, "P2W"),),
         ("Every two men ran on Friday.",)),
    Rule("every other unit", "SET", "every other UNIT",
         lambda unit: Every(unit.period("2"), "EVERY", ""),
         (Example("He runs every other week.", _WED, "P2W"),),
         ("Every other man ran on Friday.",)),
    Rule("every other weekday", "SET", "every|each other DOW",
         lambda name: Every(_weekday(name), "EVERY OTHER", ""),
         (Example("They meet every other Tuesday.", _WED, "XXXX-WXX-2"),),
         ("Every other man ran on Friday.",)),
    Rule("every so-manieth weekday", "SET", "every ORDINAL DOW",
         lambda _, name: Every(_weekday(name), "EVERY", ""),
         (Example("They meet every second Tuesday of the month.", _WED, "XXXX-WXX-2"),),
         ("Every second man ran on Friday.",)),
    Rule("a weekday of every month", "SET", "the ORDINAL DOW of every|each UNIT",
         lambda _, name, __: Every(_weekday(name), "EVERY", ""),
         (Example("They meet on the first Monday of every month.", _WED, "XXXX-WXX-1"),),
         ("The first man ran on Friday.",)),
    Rule("every weekday by name", "SET", "every|each DOW",
         lambda name: Every(_weekday(name), "EVERY", ""),
         (Example("He runs every Monday.", _WED, "XXXX-WXX-1"),),
         ("Every man ran on Friday.",)),
    Rule("another weekday of every week", "SET", "<every|each <DOW <and|or DOW",
         lambda _, name: Every(_weekday(name), "EVERY", ""),
         (Example("It opens every Tuesday and Friday.", _WED, "XXXX-WXX-5"),),
         ("He came on Tuesday and every man left.",)),
    Rule("weekday of dayparts told later", "SET", "DOW >and|or >DOW >DAYPARTS",
         lambda name, _, part: Every(_weekday(name, part), "", ""),
         (Example("He runs on Monday and Tuesday nights.", _WED, "XXXX-WXX-1TNI"),),
         ("He ran on Monday and Tuesday.",)),
    Rule("every calendar name", "SET", "every|each REPEAT", _every_repeat,
         (Example("He runs each July.", _WED, "XXXX-07"),),
         ("Every man ran in July.",)),
    Rule("weekdays", "SET", "WEEKDAYS", lambda name: Every(_weekday(name), "", ""),
         (Example("He runs on Mondays.", _WED, "XXXX-WXX-1"),),
         ("He ran Monday's race.",)),
    Rule("so many seasons", "SET", "the? past|last|next|coming COUNT SEASONS",
         lambda _, name: _every_repeat(name),
         (Example("It rained in the past three summers.", _WED, "XXXX-SU"),),
         ("He lasted three summersaults.",)),
    Rule("weekends", "SET", "weekends", lambda: Every("XXXX-WXX-WE", "", ""),
         (Example("He runs on weekends.", _WED, "XXXX-WXX-WE"),),
         ("He ran at the weekend.",)),
    Rule("every weekend", "SET", "every|each weekend", lambda: Every("XXXX-WXX-WE", "EVERY", ""),
         (Example("He runs every weekend.", _WED, "XXXX-WXX-WE"),),
         ("He ran every week and ended.",)),
    Rule("weekday dayparts", "SET", "DOW DAYPARTS",
         lambda name, part: Every(_weekday(name, part), "", ""),
         (Example("He runs on Tuesday nights.", _WED, "XXXX-WXX-2TNI"),),
         ("He ran on Tuesday night.",)),
    Rule("how often", "SET", "FREQUENCY", lambda value: Every(value, "EVERY", ""),
         (Example("He runs daily.", _WED, "P1D"),),
         ("The Daily Mail wrote it.",)),
    Rule("times a unit", "SET", "once|twice a|an|per UNIT",
         lambda unit: Every(unit.period("1"), "", ""),
         (Example("He runs twice a week.", _WED, "P1W"),),
         ("He ran once on Friday.",)),
    Rule("so many times a unit", "SET", "NUM times a|an|per|every|each UNIT",
         lambda n, unit: _times(f"{n:g}", unit),
         (Example("He runs three times a week.", _WED, "P1W"),),
         ("He ran three times on Friday.",)),
)  # fmt: skip

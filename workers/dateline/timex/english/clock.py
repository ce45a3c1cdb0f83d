"""Times of day: dayparts, clock times with zones, tonight."""

from collections.abc import Callable

from dateline.model.interval import Granularity
from dateline.timex.algebra import Coming, Expression, In, Mod, Part, Shift, Zoned
from dateline.timex.calendar import FINENESS
from dateline.timex.english.lexicon import CLOCKS_KEPT, Unit
from dateline.timex.english.meaning import NOW, THEN, period, this
from dateline.timex.repeat import DAYPARTS, Repeat
from dateline.timex.rule import Example, Rule
from dateline.timex.unit import said_unit

_WED = "2025-02-26"


def _within_day(name: str, of: Expression) -> Expression | None:
    unit = said_unit(of)
    if unit is None or FINENESS[unit] not in (
        FINENESS[Granularity.DAY],
        FINENESS[Granularity.DAYPART],
    ):
        return None
    if isinstance(of, In | Part | Mod) and unit is Granularity.DAYPART:
        return _replaced(name, of)
    return In(Repeat(name), of) if unit is Granularity.DAY else None


def _of_day(of: Expression, name: str) -> Expression | None:
    return _within_day(name, of)


def _replaced(name: str, of: Expression) -> Expression | None:
    """A clock time said with a daypart: "8 in the evening" is 20:00 of that day."""
    while isinstance(of, Part | Mod):
        of = of.of
    if not isinstance(of, In) or of.repeat.name not in DAYPARTS:
        return None
    head, _, clock = name.partition("-")
    if head != "at":
        return None
    hour = int(clock[:2])
    if hour < 12 and of.repeat.name in ("afternoon", "evening", "night") and hour >= 1:
        late = hour + 12 if not (of.repeat.name == "night" and hour < 5) else hour
        clock = f"{late:02}{clock[2:]}"
    return In(Repeat(f"at-{clock}"), of.of)


def _hour_of(hour: int, daypart: str, of: Expression = NOW) -> Expression | None:
    if not 1 <= hour <= 12 or said_unit(of) is not Granularity.DAY:
        return None
    return _replaced(f"at-{hour:02}", In(Repeat(daypart), of))


def _always(zone: str) -> Callable[[], str]:
    return lambda: zone


def _next_by_the_clock(unit: Unit) -> Expression | None:
    return Coming(period("1", unit), NOW) if unit.letter in "hms" else None


def _twelve(hour: int, minutes: str, half: str) -> str | None:
    if not 1 <= hour <= 12:
        return None
    return f"at-{hour % 12 + (12 if half == 'p' else 0):02}{minutes}"


def _clock(text: str, half: str | None = None) -> str | None:
    hour, *rest = text.replace(".", ":").split(":")
    minutes = "".join(f":{part}" for part in rest)
    if half is None:
        return f"at-{int(hour):02}{minutes}" if int(hour) <= 24 else None
    return _twelve(int(hour), minutes, half)


def _zoned(local: tuple[str, str], of: Expression) -> Expression | None:
    name, zone = local
    whole = _within_day(name, of)
    return None if whole is None else Zoned(zone, whole)


RULES = (
    Rule("ante or post", "HALFDAY", "am|a.m.|a.m", lambda: "a",
         (Example("He left at 5 a.m. on Monday.", _WED, "2025-02-24T05:00"),),
         ("I am here on Monday.",)),
    Rule("post meridiem", "HALFDAY", "pm|p.m.|p.m", lambda: "p",
         (Example("He left at 5 p.m. on Monday.", _WED, "2025-02-24T17:00"),),
         ("The PM left on Monday.",)),
    Rule("hour and half of day", "EXACT", "HOUR HALFDAY",
         lambda hour, half: _twelve(hour, "", half),
         (Example("He left at 5 pm on Monday.", _WED, "2025-02-24T17:00"),),
         ("Some 5 amateurs left on Monday.",)),
    Rule("clock and half of day", "EXACT", "CLOCK HALFDAY", _clock,
         (Example("He left at 5:30 p.m. on Monday.", _WED, "2025-02-24T17:30"),),
         ("It ended 15:30 on Monday.",)),
    Rule("exact clock time", "TICK", "EXACT", lambda name: name,
         (Example("He left at 5 p.m. on Monday.", _WED, "2025-02-24T17:00"),),
         ("He left at 5 on Monday.",)),
    Rule("clock", "TICK", "CLOCK", _clock,
         (Example("He left at 15:30 on Monday.", _WED, "2025-02-24T15:30"),),
         ("It cost 15.30 on Monday.",)),
    Rule("hours o'clock", "EXACT", "HOUR|DIGIT|TEEN o'clock|o’clock|oclock",
         lambda hour: f"at-{hour:02}" if hour <= 24 else None,
         (Example("He left at five o'clock on Monday.", _WED, "2025-02-24T05:00"),),
         ("Five clocks stopped on Monday.",)),
    Rule("local time", "TICK", "TICK local time", lambda name: name,
         (Example("It struck at 3:40 a.m. local time on Monday.", _WED, "2025-02-24T03:40"),),
         ("It struck at a local time on Monday.",)),
    *(Rule(f"{said} time", "ZONE", f"{words} standard|daylight|summer? time", _always(zone),
           (Example(f"He left at 15:30 {said} time on Monday.", _WED, "2025-02-24T15:30"),),
           (f"He left in good {said} weather.",))
      for words, said, zone in CLOCKS_KEPT),
    Rule("clock time told in its zone", "LOCAL", "TICK ZONE", lambda name, zone: (name, zone),
         (Example("He left at 15:30 GMT.", _WED, "2025-02-26T15:30"),),
         ("He left at 15:30.",)),
    Rule("four figures in a zone", "LOCAL", "FOUR ZONE",
         lambda text, zone: (_clock(text), zone),
         (Example("He left at 0930 GMT on Monday.", _WED, "2025-02-24T09:30"),
          Example("He left at 1945 GMT.", _WED, "2025-02-26T19:45")),
         ("He left in 1945.",)),
    Rule("noon", "EXACT", "12? noon|midday", lambda: "at-12:00",
         (Example("He left at noon on Monday.", _WED, "2025-02-24T12:00"),),
         ("The afternoon was dull on Monday.",)),
    Rule("midnight", "EXACT", "midnight", lambda: "at-24:00",
         (Example("He left at midnight on Monday.", _WED, "2025-02-25T00:00"),),
         ("The night was dull on Monday.",)),
    Rule("clock time", "TIME", "TICK", lambda name: In(Repeat(name), NOW),
         (Example("He left at 15:30.", _WED, "2025-02-26T15:30"),),
         ("It cost 15.30.",)),
    Rule("clock time in a zone", "TIME", "LOCAL",
         lambda local: Zoned(local[1], In(Repeat(local[0]), NOW)),
         (Example("He left at 15:30 GMT.", _WED, "2025-02-26T15:30"),),
         ("He left at 15:30.",)),
    Rule("clock time of a day", "TIME", "TICK ,? on|of? DATE|TIME", _within_day,
         (Example("He left at 3 p.m. on Monday.", _WED, "2025-02-24T15:00"),),
         ("He left at 3 p.m.",)),
    Rule("clock time in a zone of a day", "TIME", "LOCAL ,? on|of? DATE|TIME",
         _zoned,
         (Example("He left at 3 p.m. EST Monday.", _WED, "2025-02-24T15:00"),),
         ("He left at 3 p.m.",)),
    Rule("hour of a day's daypart", "TIME", "TIME ,? at|around|about HOUR|DIGIT",
         lambda of, hour: _replaced(f"at-{hour:02}", of) if 1 <= hour <= 12 else None,
         (Example("He will speak tonight at 7.", _WED, "2025-02-26T19:00"),
          Example("He left on Monday afternoon at four.", _WED, "2025-02-24T16:00")),
         ("He left tonight at 20.", "He left at 5 p.m. at 7.")),
    Rule("clock time in brackets", "TIME", "LOCAL >) >,? >on|of? >DATE", _zoned,
         (Example("He left at 10:35 a.m. (0735 GMT) on Monday.", _WED, "2025-02-24T07:35"),),
         ("He left (0735) on Monday.",)),
    Rule("day and clock time", "TIME", "DATE|TIME ,? at|around? TICK",
         lambda of, name: _within_day(name, of),
         (Example("He left on Monday at 3 p.m.", _WED, "2025-02-24T15:00"),),
         ("He left on Monday.",)),
    Rule("day and clock time in a zone", "TIME", "DATE|TIME ,? at|around? LOCAL",
         lambda of, local: _zoned(local, of),
         (Example("He left on Monday at 3 p.m. EST.", _WED, "2025-02-24T15:00"),),
         ("He left on Monday.",)),
    Rule("daypart of a day", "TIME", "DATE ,? DAYPART", _of_day,
         (Example("He left Monday morning.", _WED, "2025-02-24TMO"),
          Example("He left yesterday evening.", "2025-03-01", "2025-02-28TEV")),
         ("He left on Monday.",)),
    Rule("day in its daypart", "TIME", "DATE in the DAYPART", _of_day,
         (Example("He left on Monday in the morning.", _WED, "2025-02-24TMO"),),
         ("He left on Monday in the mourning.",)),
    Rule("daypart of a weekday, then its week", "TIME", "DOW DAYPART DATE",
         lambda name, part, of: In(Repeat(part), In(Repeat(name), of))
         if said_unit(of) is Granularity.WEEK else None,
         (Example("He will speak on Tuesday evening next week.", _WED, "2025-03-04TEV"),),
         ("He met him on Tuesday evening 2024 times.",)),
    Rule("daypart on a day", "TIME", "the? DAYPART of|on DATE", _within_day,
         (Example("He left on the morning of March 3, 2024.", _WED, "2024-03-03TMO"),),
         ("The morning star on Monday.",)),
    Rule("earlier in the day", "TIME", "earlier TIME", lambda of: Mod("START", of),
         (Example("He left earlier this afternoon.", _WED, "2025-02-26TAF"),),
         ("He left earlier than night.",)),
    Rule("later in the day", "TIME", "later TIME", lambda of: Mod("END", of),
         (Example("He leaves later this afternoon.", _WED, "2025-02-26TAF"),),
         ("He left later than night.",)),
    Rule("middle of a daypart", "TIME", "mid ~ TIME", lambda of: Mod("MID", of),
         (Example("He left in mid-morning on Monday.", _WED, "2025-02-24TMO"),),
         ("The mid size.",)),
    Rule("daypart before a day", "TIME", "DAYPART DATE", _within_day,
         (Example("He left in mid-afternoon yesterday.", _WED, "2025-02-25TAF"),),
         ("The morning star on Monday.",)),
    Rule("this daypart", "TIME", "this DAYPART", lambda name: In(Repeat(name), NOW),
         (Example("He left this morning.", _WED, "2025-02-26TMO"),),
         ("This mourning.",)),
    Rule("last night", "TIME", "last DAYPART",
         lambda name: In(Repeat(name), Shift(NOW, -1, Granularity.DAY)),
         (Example("He left last night.", "2025-03-01", "2025-02-28TNI"),),
         ("At last nights fell.",)),
    Rule("the next daypart", "TIME", "the? next|following DAYPART",
         lambda name: In(Repeat(name), Shift(THEN, 1, Granularity.DAY)),
         (Example("He fell on March 3, 2024, and died the next morning.", _WED, "2024-03-04TMO"),),
         ("The next mourning star.",)),
    Rule("that daypart", "TIME", "that|same DAYPART",
         lambda name: In(Repeat(name), this("day", THEN)),
         (Example("He fell on March 3, 2024, and died that night.", _WED, "2024-03-03TNI"),),
         ("He said that night had fallen on Friday.",)),
    Rule("overnight", "TIME", "overnight",
         lambda: In(Repeat("night"), Shift(NOW, -1, Granularity.DAY)),
         (Example("Two were killed overnight.", _WED, "2025-02-25TNI"),),
         ("They stayed over nights.",)),
    Rule("in the daypart", "TIME", "<in|during|by the DAYPART",
         lambda name: In(Repeat(name), NOW) if name != "night" else None,
         (Example("In the morning, police raided the house.", _WED, "2025-02-26TMO"),
          Example("He landed on Monday and left in the evening.", _WED, "2025-02-24TEV")),
         ("People walk in the morning.", "The morning star rose.")),
    Rule("during the night", "TIME", "<in|during the night",
         lambda: In(Repeat("night"), Shift(NOW, -1, Granularity.DAY)),
         (Example("Two were killed during the night.", _WED, "2025-02-25TNI"),),
         ("The night was dull.",)),
    Rule("hour of a daypart", "TIME", "HOUR|DIGIT in the DAYPART", _hour_of,
         (Example("He left at 4 in the morning.", _WED, "2025-02-26T04:00"),),
         ("Some 4 in the mourning party left.",)),
    Rule("hour of a daypart of a day", "TIME", "HOUR|DIGIT in the DAYPART on|of? DATE",
         _hour_of,
         (Example("He left at 4 in the afternoon on Monday.", _WED, "2025-02-24T16:00"),),
         ("Some 4 in the mourning party left.",)),
    Rule("the next hour", "PERIOD", "the? next|coming UNIT", _next_by_the_clock,
         (Example("It will start in the next hour.", _WED, "PT1H"),),
         ("It will start in the next house.",)),
    Rule("tonight", "TIME", "tonight", lambda: In(Repeat("night"), NOW),
         (Example("He leaves tonight.", _WED, "2025-02-26TNI"),),
         ("He leaves to night.",)),
    Rule("early or late in the day", "TIME", "early|late ~ TIME", lambda of: of,
         (Example("He left early this morning.", _WED, "2025-02-26TMO"),),
         ("The early bird.",)),
)  # fmt: skip

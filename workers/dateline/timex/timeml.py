"""A tagged text as a TimeML document.

TimeML 1.2.1, as TempEval-3 uses it: http://www.timeml.org/timeMLdocs/TimeML_1.2.1.xsd
"""

import re
from collections.abc import Sequence
from datetime import date
from xml.sax.saxutils import escape, quoteattr

from dateline.model.timex import Timex

# What XML 1.0 cannot hold at all.
_UNWRITABLE = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")


def document(text: str, timexes: Sequence[Timex], published: date) -> str:
    """The text with its timexes inline, and its day of creation as t0."""
    created = (
        f'<TIMEX3 tid="t0" type="DATE" value="{published}" temporalFunction="false" '
        f'functionInDocument="CREATION_TIME">{published}</TIMEX3>'
    )
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f"<TimeML>\n<DCT>{created}</DCT>\n<TEXT>{_body(text, timexes)}</TEXT>\n</TimeML>\n"
    )


def _body(text: str, timexes: Sequence[Timex]) -> str:
    pieces, at = [], 0
    for timex in timexes:
        pieces.append(_plain(text[at : timex.span.start]))
        pieces.append(f"<TIMEX3 {_attributes(timex)}>{_plain(timex.text)}</TIMEX3>")
        at = timex.span.end
    return "".join([*pieces, _plain(text[at:])])


def _plain(text: str) -> str:
    return escape(_UNWRITABLE.sub("\ufffd", text))


def _attributes(timex: Timex) -> str:
    told = {
        "tid": timex.id,
        "type": timex.type.value,
        "value": timex.value,
        "mod": timex.mod,
        "quant": timex.quant,
        "freq": timex.freq,
        "beginPoint": timex.begin_point,
        "endPoint": timex.end_point,
        "anchorTimeID": _anchor(timex),
    }
    return " ".join(f"{name}={quoteattr(value)}" for name, value in told.items() if value)


def _anchor(timex: Timex) -> str | None:
    if timex.anchor is None:
        return None
    return timex.anchor.ref or "t0"

"""Why a value is refused, in words for whoever sent it."""

import re

from pydantic_core import ErrorDetails

_NO_VALUE = {"extra_forbidden": "is unknown", "missing": "is missing"}
_WORDS = {
    "bool_parsing": "must be true or false",
    "date_from_datetime_parsing": "is no day of the calendar",
    "dict_type": "must be an object",
    "float_parsing": "must be a number",
    "int_parsing": "must be a whole number",
    "list_type": "must be a list",
    "model_attributes_type": "must be an object",
    "model_type": "must be an object",
    "string_too_short": "is empty",
    "string_type": "must be a string",
    "string_unicode": "is no text: half of a surrogate pair stands alone",
}

_SHOULD = re.compile(r"^(?:Input|String|List|Value|Dictionary) should ")

# A longer value is one's article, not a slip that one finds by seeing it again.
_SHOWN = 60


def why(error: ErrorDetails) -> str:
    """What is wrong with the value, and the value itself where it is short.

    >>> why({"type": "value_error", "loc": (), "msg": "Value error, no day", "input": "soon"})
    "no day (given: 'soon')"
    """
    if error["type"] in _NO_VALUE:
        return _NO_VALUE[error["type"]]
    words = _WORDS.get(error["type"]) or _plain(error["msg"])
    return words + _given(error.get("input"))


def _plain(message: str) -> str:
    """Pydantic's words, said of the value: what it "should" be, it must be.

    >>> _plain("String should have at most 500 characters")
    'must have at most 500 characters'
    """
    return _SHOULD.sub("must ", message.removeprefix("Value error, "))


def _given(value: object) -> str:
    is_plain = isinstance(value, int | float) or (
        isinstance(value, str) and bool(value.strip()) and value.isprintable()
    )
    return f" (given: {value!r})" if is_plain and len(repr(value)) <= _SHOWN else ""

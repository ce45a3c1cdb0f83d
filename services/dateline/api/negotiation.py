"""The format that an `Accept` header prefers (RFC 9110, section 12.5.1)."""

import re
from collections.abc import Iterator, Mapping

from dateline.export.formats import FORMATS
from dateline.wire.timeline import Format

QUOTED = re.compile(r'"[^"]*"')
QUALITY = re.compile(r"q=(0(?:\.\d{0,3})?|1(?:\.0{0,3})?)", re.IGNORECASE | re.ASCII)

# TimelineJS has no media type of its own; `application/json` is ours.
MEDIA_TYPES = {Format.JSON: "application/json"} | {
    format: export.media_type for format, export in FORMATS.items()
}


def preferred(accept: str) -> Format:
    """The format that is liked best, the first of `Format` among equals; JSON where none is.

    >>> preferred("text/html, text/*;q=0.8, */*;q=0.1")
    <Format.CSV: 'csv'>
    """
    qualities = dict(_ranges(accept))
    # The first of equals wins, so TimelineJS never takes JSON's place.
    best = max(Format, key=lambda format: _quality(MEDIA_TYPES[format], qualities))
    return best if _quality(MEDIA_TYPES[best], qualities) else Format.JSON


def _ranges(accept: str) -> Iterator[tuple[str, float]]:
    """Each media range with its quality."""
    for given in QUOTED.sub("", accept).split(","):
        range_, *parameters = (part.strip().lower() for part in given.split(";"))
        weights = [found for one in parameters if (found := QUALITY.fullmatch(one))]
        yield range_, float(weights[-1][1]) if weights else 1.0


def _quality(media_type: str, qualities: Mapping[str, float]) -> float:
    """How much a media type is liked: what is said of it most closely counts."""
    family = media_type.partition("/")[0]
    closest = (media_type, f"{family}/*", "*/*")
    return next((qualities[range_] for range_ in closest if range_ in qualities), 0.0)

"""Changes: what came into the timeline, reads otherwise since, or left it."""

from enum import StrEnum


class Action(StrEnum):
    """What became of an event."""

    ADDED = "added"
    CHANGED = "changed"
    WITHDRAWN = "withdrawn"


class Reason(StrEnum):
    """Why: its article was read for the first time, was posted anew, was read again, was corrected
    by hand, or was erased."""

    ARTICLE = "article"
    REVISION = "revision"
    REPROCESS = "reprocess"
    CORRECTION = "correction"
    ERASURE = "erasure"

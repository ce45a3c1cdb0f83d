"""Batches: what became of each line of a bulk post."""

from enum import StrEnum

from dateline.wire.article import Accepted
from dateline.wire.contract import Answer
from dateline.wire.problem import Problem


class Outcome(StrEnum):
    """What became of one line."""

    ACCEPTED = "accepted"
    KNOWN = "known"
    REFUSED = "refused"


class BatchLine(Answer):
    """The answer to one line, numbered from 1; `problem` says why it was refused."""

    line: int
    outcome: Outcome
    article: Accepted | None = None
    problem: Problem | None = None

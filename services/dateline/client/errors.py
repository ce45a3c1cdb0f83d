"""What a client of Dateline may have to handle."""

from dateline.model.errors import DatelineError
from dateline.wire.problem import Problem


class Refused(DatelineError):
    """The service understood us and said no; `problem` is what it answered."""

    def __init__(self, problem: Problem) -> None:
        super().__init__(f"{problem.status} {problem.title.lower()}: {problem.detail}")
        self.problem = problem


class Unreachable(DatelineError):
    """No answer that we can use, however often we asked."""

"""What an export says of itself."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class View:
    """What was asked, as an export names it: a title, its own address, when it was answered."""

    title: str
    address: str
    at: datetime

"""What an article states beside its events: quotations, figures, roles and relations."""

from dateline.events.facts.page import Page
from dateline.events.facts.reading import doubts, read

__all__ = ["Page", "doubts", "read"]

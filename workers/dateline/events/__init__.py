"""Find what an article says to have happened, date it, judge it, and say who says so."""

from dateline.events.extract import VERSION, Found, extract

__all__ = ["VERSION", "Found", "extract"]

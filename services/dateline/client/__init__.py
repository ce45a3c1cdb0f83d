"""Dateline for scraper authors: post articles, look at them, walk through the timeline."""

from dateline.client.client import Dateline
from dateline.client.errors import Refused, Unreachable
from dateline.client.retries import Patience

__all__ = ["Dateline", "Patience", "Refused", "Unreachable"]

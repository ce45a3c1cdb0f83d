"""A language is one value in one table."""

from dataclasses import replace
from datetime import date

import pytest

from dateline.model.timex import Dct
from dateline.timex import languages, tag
from dateline.timex.algebra import Now
from dateline.timex.english.language import ENGLISH
from dateline.timex.rule import Rule, tree

WEDNESDAY = date(2025, 2, 26)


def test_what_no_rules_are_written_for_is_read_as_english() -> None:
    (monday,) = tag("He left on Monday.", Dct(WEDNESDAY, language="nn")).timexes

    assert monday.value == "2025-02-24"


def test_a_language_of_the_table_is_read_by_its_own_rules(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    today = Rule("today", "DATE", "hodie", Now)
    latin = replace(ENGLISH, tree=tree((today,)), meanings=lambda tokens: [()] * len(tokens))
    monkeypatch.setitem(languages.LANGUAGES, "la", latin)

    found = tag("Hodie, Monday, abiit.", Dct(WEDNESDAY, language="la-VA")).timexes

    assert [(timex.text, timex.value) for timex in found] == [("Hodie", "2025-02-26")]

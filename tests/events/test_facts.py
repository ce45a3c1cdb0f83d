"""What holds for every fact, whatever its kind."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from dateline.events.extract import Found
from dateline.model.event import Status
from dateline.model.fact import FactKind

pytestmark = pytest.mark.model

Read = Callable[..., Found]

ARTICLE = """\
Brandt to leave port

Ilya Brandt, the port's director since 2019, told reporters on Monday: “We lost 300 jobs and \
some €2.5 million.

“It was my wife, Ana Duvall, who warned me.”

Acme, which owns the port, denied that three people were killed. Acme, which owns the port, \
denied that three people were killed.
"""
DATES = {"Monday": ("2024-05-13", "2024-05-13"), "2019": ("2019-01-01", "2019-12-31")}


def test_every_fact_quotes_the_article(read: Read) -> None:
    facts = read(ARTICLE, DATES).facts

    assert {fact.kind for fact in facts} >= {FactKind.QUOTE, FactKind.QUANTITY, FactKind.ROLE}
    for fact in facts:
        assert fact.evidence.span.of(ARTICLE) == fact.evidence.exact
        assert fact.evidence.prefix + fact.evidence.exact + fact.evidence.suffix in ARTICLE
        for mention in (fact.subject, fact.object):
            assert mention is None or mention.span.of(ARTICLE) == mention.text


def test_facts_come_in_the_order_of_the_text(read: Read) -> None:
    spans = [fact.evidence.span for fact in read(ARTICLE, DATES).facts]

    assert spans == sorted(spans)


def test_the_same_article_gives_the_same_facts(read: Read) -> None:
    assert read(ARTICLE, DATES).facts == read(ARTICLE, DATES).facts


def test_equal_facts_of_equal_sentences_have_ids_of_their_own(read: Read) -> None:
    ids = [fact.id for fact in read(ARTICLE, DATES).facts]

    assert len(ids) == len(set(ids))


def test_a_fact_keeps_its_id_when_the_text_around_it_changes(read: Read) -> None:
    before = {fact.id for fact in read("Five dams broke. Two men died.").facts}
    after = {fact.id for fact in read("It rained. Five dams broke.\n\nTwo men died.").facts}

    assert before
    assert before <= after


def test_the_same_fact_of_another_article_has_another_id(read: Read) -> None:
    one = read("Two men died.", article="a").facts
    other = read("Two men died.", article="b").facts

    assert [fact.id for fact in one] != [fact.id for fact in other]


def test_a_fact_has_the_time_status_and_source_of_its_clause(read: Read) -> None:
    text = "Police said that Acme would cut 300 jobs on Friday."
    (fact,) = read(text, {"Friday": ("2024-05-17", "2024-05-17")}).facts

    assert [timex.text for timex in fact.time.timexes] == ["Friday"]
    assert fact.status is Status.SCHEDULED
    assert [source.speaker.text for source in fact.attributions] == ["Police"]
    assert fact.subject is not None
    assert (fact.subject.text, fact.predicate) == ("Acme", "cut")


WORDS = st.sampled_from(
    [
        *("Ann", "Lee", ",", "the", "mayor", "of", "Oslo", "said", "“", "”", '"', "was", "killed"),
        *("5", "2,5", "$", "3.000", "%", "million", "two", "-", "to", "between", "and", "people"),
        *("wife", "'s", "owns", "half", "votes", ".", "\n", "\n\n", "\u00ad", "about", "1-0"),
    ]
)


@settings(
    max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(st.lists(WORDS, max_size=40))
def test_reading_never_fails_and_facts_quote_the_text(read: Read, words: list[str]) -> None:
    text = " ".join(words)

    facts = read(text).facts

    assert len({fact.id for fact in facts}) == len(facts)
    for fact in facts:
        assert fact.evidence.span.of(text) == fact.evidence.exact
        assert 0 < fact.confidence <= 1

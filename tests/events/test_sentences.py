"""Sentences of plain sense, tagged by the real tagger: what happened, when, and did it."""

from datetime import date

import pytest

from dateline.events.extract import extract
from dateline.events.parse import Parser
from dateline.model.event import Basis, Event
from dateline.model.timex import Dct
from dateline.timex import tag

pytestmark = pytest.mark.model

PUBLISHED = date(2025, 2, 26)  # a Wednesday

# sentence: {trigger: (status, first day, last day)}; None where there is no day
SENTENCES: dict[str, dict[str, tuple[str, str | None, str | None]]] = {
    "She denied having met the banker in March 2021.": {
        "met": ("denied", "2021-03-01", "2021-03-31"),
    },
    "The ministry has yet to publish the report promised for January.": {
        "publish": ("negated", None, None),
    },
    "Two soldiers are to stand trial next month for the 1972 killings.": {
        "stand": ("scheduled", "2025-03-01", "2025-03-31"),
        "trial": ("scheduled", "2025-03-01", "2025-03-31"),
        "killings": ("occurred", "1972-01-01", "1972-12-31"),
    },
    "Workers have been on strike for three weeks.": {"strike": ("ongoing", "2025-02-05", None)},
    "She has lived in Leeds for 20 years.": {"lived": ("ongoing", "2005-02-26", None)},
    "Prices have been falling since January.": {"falling": ("ongoing", "2025-01-01", None)},
    "He will stay in Rome for two weeks.": {"stay": ("scheduled", None, None)},
    "Police cancelled Saturday's march.": {"march": ("negated", "2025-03-01", "2025-03-01")},
    "The court, which met on Friday, will rule on Tuesday.": {
        "met": ("occurred", "2025-02-21", "2025-02-21"),
        "rule": ("scheduled", "2025-03-04", "2025-03-04"),
    },
    "Three people were killed and five wounded in Kabul on Thursday.": {
        "killed": ("occurred", "2025-02-20", "2025-02-20"),
        "wounded": ("occurred", "2025-02-20", "2025-02-20"),
    },
    "The ministry said on Tuesday it would strike on Saturday.": {
        "said": ("occurred", "2025-02-25", "2025-02-25"),
        "strike": ("scheduled", "2025-03-01", "2025-03-01"),
    },
    "Saturday's attack killed two people.": {
        "attack": ("occurred", "2025-02-22", "2025-02-22"),
        "killed": ("occurred", "2025-02-22", "2025-02-22"),
    },
    "The factory, which closed in 2016, reopened on Monday.": {
        "closed": ("occurred", "2016-01-01", "2016-12-31"),
        "reopened": ("occurred", "2025-02-24", "2025-02-24"),
    },
    "The president may visit Berlin next week.": {
        "visit": ("possible", "2025-03-03", "2025-03-09"),
    },
    "The strike could begin on Saturday.": {
        "strike": ("possible", "2025-03-01", "2025-03-01"),
        "begin": ("possible", "2025-03-01", "2025-03-01"),
    },
    "He was due to appear on Monday but failed to show up.": {
        "appear": ("negated", "2025-02-24", "2025-02-24"),
    },
    "The bank has not confirmed reports that it will cut 300 jobs next month.": {
        "cut": ("possible", "2025-03-01", "2025-03-31"),
    },
    "Schools are closed this week.": {
        "closed": ("ongoing", "2025-02-24", "2025-03-02"),
    },
    "The vote is scheduled for Friday.": {
        "vote": ("scheduled", "2025-02-28", "2025-02-28"),
    },
    "The company set a Friday deadline for the talks.": {
        "deadline": ("scheduled", "2025-02-28", "2025-02-28"),
    },
    "He condemned the attack on Friday and the election.": {
        "attack": ("occurred", "2025-02-21", "2025-02-21"),
        "election": ("occurred", None, None),
    },
    "Rescue work resumed this morning after a storm overnight.": {
        "resumed": ("occurred", "2025-02-26", "2025-02-26"),
    },
    "Between 2010 and 2015 the firm built three dams.": {
        "built": ("occurred", "2010-01-01", "2015-12-31"),
    },
    "The flood, which struck on 2 January, displaced thousands.": {
        "flood": ("occurred", "2025-01-02", "2025-01-02"),
        "struck": ("occurred", "2025-01-02", "2025-01-02"),
    },
    "He was jailed in 2019 for a murder committed in 1998.": {
        "jailed": ("occurred", "2019-01-01", "2019-12-31"),
        "murder": ("occurred", "1998-01-01", "1998-12-31"),
    },
    "Elections were held on Sunday, the electoral commission said on Monday.": {
        "Elections": ("occurred", "2025-02-23", "2025-02-23"),
        "said": ("occurred", "2025-02-24", "2025-02-24"),
    },
    "They held talks in Oslo on Monday.": {
        "talks": ("occurred", "2025-02-24", "2025-02-24"),
    },
    "In a Monday ceremony, the two leaders signed the treaty.": {
        "signed": ("occurred", "2025-02-24", "2025-02-24"),
    },
    "She has led the bank since 2019.": {
        "led": ("ongoing", "2019-01-01", None),
    },
    "The mine must close by Friday.": {
        "close": ("possible", None, "2025-02-28"),
    },
    "The council approved a wall, three days after the mayor visited the town.": {
        "visited": ("occurred", None, None),
    },
}


def read(text: str, parser: Parser) -> tuple[Event, ...]:
    dct = Dct(PUBLISHED)
    return extract("a", text, dct, tag(text, dct).timexes, parser).events


@pytest.mark.parametrize(
    ("sentence", "told"), [pytest.param(s, told, id=s) for s, told in SENTENCES.items()]
)
def test_a_sentence_is_dated_and_judged_as_a_careful_reader_would(
    parser: Parser, sentence: str, told: dict[str, tuple[str, str | None, str | None]]
) -> None:
    found = {event.trigger.text: event for event in read(sentence, parser)}

    assert {trigger: _told(found[trigger]) for trigger in told} == told


def _told(event: Event) -> tuple[str, str | None, str | None]:
    if event.time.basis is Basis.PUBLICATION or event.time.interval is None:
        return event.status.value, None, None
    first, last = event.time.interval.earliest, event.time.interval.latest
    return event.status.value, first and first.isoformat(), last and last.isoformat()


def test_a_cancelled_plan_is_negated_and_keeps_its_planned_time(parser: Parser) -> None:
    (cancelled, march) = read("Police cancelled Saturday's march.", parser)

    assert (cancelled.status.value, march.status.value) == ("occurred", "negated")
    assert [t.text for t in march.time.timexes] == ["Saturday"]
    assert cancelled.time.timexes == ()


def test_what_is_told_of_only_to_be_denied_is_no_news_of_the_day(parser: Parser) -> None:
    events = read("The minister denied that talks had collapsed.", parser)

    assert {e.trigger.text: (e.status.value, e.time.basis.value) for e in events} == {
        "denied": ("occurred", "publication"),
        "talks": ("occurred", "none"),
        "collapsed": ("denied", "none"),
    }


def test_a_headline_has_the_day_on_which_its_lead_tells_the_same(parser: Parser) -> None:
    events = read(
        "Council approves sea wall\n\nThe council on Tuesday approved a sea wall.", parser
    )

    headline, lead = (e for e in events if e.trigger.lemma == "approve")
    assert headline.time.basis is Basis.INHERITED
    assert headline.time.interval == lead.time.interval


def test_a_headline_takes_no_day_from_a_lead_that_tells_something_else(parser: Parser) -> None:
    text = (
        "Minister resigns after storm\n\nYesterday, the palace referred reporters to a statement."
    )

    (headline,) = [e for e in read(text, parser) if e.trigger.text == "resigns"]
    assert headline.time.basis is not Basis.INHERITED


@pytest.mark.parametrize(
    ("text", "trigger", "summary"),
    [
        ("The crowd left when a storm hit the coast.", "hit", "a storm hit the coast"),
        ("If the dam breaks, the town will be flooded.", "breaks", "If the dam breaks"),
        ("She said that it shows weakness.", "shows", "it shows weakness"),
    ],
)
def test_a_summary_is_cut_to_the_clause_and_keeps_its_conditions(
    parser: Parser, text: str, trigger: str, summary: str
) -> None:
    (event,) = [e for e in read(text, parser) if e.trigger.text == trigger]

    assert event.summary == summary


def test_the_summary_of_what_was_said_at_length_holds_who_said_it(parser: Parser) -> None:
    text = (
        "If the sea wall had been finished last year, the harbour would have been spared most of "
        "the damage and all of the fishing boats, engineer Ada Lindqvist said."
    )

    (said,) = [e for e in read(text, parser) if e.trigger.text == "said"]
    assert said.summary == "engineer Ada Lindqvist said"


def test_a_lead_told_before_who_says_so_gives_its_day_to_headline_and_story(
    parser: Parser,
) -> None:
    text = (
        "Dockers walk out\n\nDockers in Avery walked out on Monday, their union said.\n\n"
        "The walkout began at dawn."
    )

    told = [e for e in read(text, parser) if e.trigger.lemma in ("walk", "walkout", "begin")]

    days = {e.time.interval.earliest for e in told if e.time.interval is not None}
    assert len(told) == 4
    assert days == {date(2025, 2, 24)}

from collections.abc import Callable

import pytest

from dateline.events.extract import Found
from dateline.events.parse import Parser
from dateline.model.event import Basis, Event, EventKind, Mode, Role, Status

pytestmark = pytest.mark.model

ARTICLE = """\
Port minister rejects harbour claims

8120 views 14 reactions 2 comment(s)
Vesna Horvat and Ilya Brandt at the old port on Monday, Photo: Newswire
Disclaimer: The translations come from an AI translator and might not be accurate.

Yesterday, when asked about the claim that the harbour would close, the ministry referred \
journalists to an earlier notice.

Fisheries minister Ilya Brandt said last week that the union would consider it a threat, even if \
boats were operating under another flag.

Vesna Horvat
photo: NEWSWIRE

Ana Duvall, a spokeswoman for the Port Authority, did not answer the union's letter yesterday, \
saying that the office would go on working.

Mayor Vesna Horvat is expected to meet with Brandt on Thursday. The port lost 2027% of trade by 2,5.

"It will open," Horvat said. "I asked him about it. That is why this Sunday, when I meet with the \
mayor, I will repeat it."

Bonus video:
"""
DATES = {
    "Monday": ("2024-05-13", "2024-05-13"),
    "Yesterday": ("2024-05-14", "2024-05-14"),
    "yesterday": ("2024-05-14", "2024-05-14"),
    "last week": ("2024-05-06", "2024-05-12"),
    "Thursday": ("2024-05-16", "2024-05-16"),
    "this Sunday": ("2024-05-19", "2024-05-19"),
}


@pytest.fixture
def found(read: Callable[..., Found]) -> Found:
    return read(ARTICLE, DATES)


def dated(found: Found, phrase: str) -> Event:
    """The one event that a phrase dates."""
    (event,) = [
        e
        for e in found.events
        if e.time.basis is Basis.EXPLICIT and [t.text for t in e.time.timexes] == [phrase]
    ]
    return event


@pytest.mark.parametrize(
    ("phrase", "told"),
    [
        ("Yesterday", ("referred", "occurred", "2024-05-14", "2024-05-14", "the ministry")),
        ("last week", ("said", "occurred", "2024-05-06", "2024-05-12", "Ilya Brandt")),
        ("yesterday", ("answer", "negated", "2024-05-14", "2024-05-14", "Ana Duvall")),
        ("Thursday", ("meet", "scheduled", "2024-05-16", "2024-05-16", "Vesna Horvat")),
        ("this Sunday", ("meet", "scheduled", "2024-05-19", "2024-05-19", "I")),
    ],
)
def test_each_date_phrase_dates_its_event(
    found: Found, phrase: str, told: tuple[str, str, str, str, str]
) -> None:
    event = dated(found, phrase)

    interval = event.time.interval
    assert interval is not None
    agents = [p.mention.text for p in event.participants if p.role is Role.AGENT]
    assert told == (
        event.trigger.text,
        event.status,
        str(interval.earliest),
        str(interval.latest),
        *agents,
    )


def test_page_furniture_is_kept_and_tells_no_event(found: Found) -> None:
    kinds = [f.kind for f in found.furniture]

    assert kinds == ["counter", "caption", "disclaimer", "caption", "credit", "video"]
    for furniture in found.furniture:
        assert not any(furniture.span.overlaps(event.trigger.span) for event in found.events)


def test_a_statement_is_dated_apart_from_its_content(found: Found) -> None:
    said = dated(found, "last week")
    (consider,) = [e for e in found.events if e.trigger.text == "consider"]

    assert said.kind is EventKind.STATEMENT
    assert consider.id in said.content
    assert (consider.status, consider.time.interval) == (Status.POSSIBLE, None)
    (by,) = consider.attributions
    assert (by.speaker.text, by.cue.text, by.mode) == ("Ilya Brandt", "said", Mode.INDIRECT)
    assert by.statement == said.id


def test_a_quotation_goes_on_with_its_speaker_and_says_i_of_them(found: Found) -> None:
    meet = dated(found, "this Sunday")

    assert [(a.speaker.text, a.mode) for a in meet.attributions] == [("Horvat", Mode.DIRECT_QUOTE)]
    agent = next(p.mention.entity for p in meet.participants if p.role is Role.AGENT)
    assert agent is not None
    assert agent.name == "Vesna Horvat"


def test_every_offset_quotes_the_article(found: Found) -> None:
    for event in found.events:
        assert event.trigger.span.of(ARTICLE) == event.trigger.text
        assert event.evidence.span.of(ARTICLE) == event.evidence.exact
        assert (event.evidence.prefix + event.evidence.exact + event.evidence.suffix) in ARTICLE
        for participant in event.participants:
            assert participant.mention.span.of(ARTICLE) == participant.mention.text
        for attribution in event.attributions:
            assert attribution.cue.span.of(ARTICLE) == attribution.cue.text


def test_figures_are_never_dates(found: Found) -> None:
    dating = {timex.text for event in found.events for timex in event.time.timexes}

    assert dating <= set(DATES)


def test_the_same_article_twice_alone_and_among_others_gives_the_same_answer(
    read: Callable[..., Found], found: Found
) -> None:
    read("Another storm hit the coast on Monday.", DATES, article="b")

    assert read(ARTICLE, DATES) == found


def test_an_event_keeps_its_id_when_the_text_around_it_changes(
    read: Callable[..., Found], found: Found
) -> None:
    edited = read("The port reopened.\n\n" + ARTICLE.split("\n\n", 1)[1], DATES)

    ids = {event.id for event in edited.events}
    assert dated(found, "Thursday").id in ids
    assert dated(found, "last week").id in ids


def test_equal_words_in_one_article_have_ids_of_their_own(read: Callable[..., Found]) -> None:
    found = read("They met and met again. They met and met again.")

    ids = [event.id for event in found.events]
    assert len(ids) == len(set(ids)) == 4


def test_the_same_words_in_another_article_have_another_id(read: Callable[..., Found]) -> None:
    one = read("The dam broke.", article="a").events
    other = read("The dam broke.", article="b").events

    assert [e.id for e in one] != [e.id for e in other]


@pytest.mark.parametrize("text", ["", "\n\n", "…", "12", "\u00ad\u200b"])
def test_a_text_without_prose_has_no_events(read: Callable[..., Found], text: str) -> None:
    assert read(text).events == ()


def test_the_parser_says_which_model_it_is(parser: Parser) -> None:
    assert parser.name == "en_core_web_sm-3.8.0"


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("the river rose and the town flooded while " * 400, id="one long sentence"),
        pytest.param("killed five, " * 1500, id="nothing but coordination"),
        pytest.param("storm hit coast people fled army came " * 400, id="no full stop"),
    ],
)
def test_a_text_without_end_is_read_as_far_as_can_be_and_says_so(
    read: Callable[..., Found], text: str
) -> None:
    found = read(text)

    assert found.events
    assert {"long_paragraph", "long_sentence"} <= {warning.code for warning in found.warnings}


def by_trigger(found: Found) -> dict[str, Event]:
    return {event.trigger.text: event for event in found.events}


def test_clauses_that_a_semicolon_joins_are_judged_apart(read: Callable[..., Found]) -> None:
    events = by_trigger(read("Vera Lind met her lawyer; she will appear in court next."))

    assert (events["met"].status, events["appear"].status) == (Status.OCCURRED, Status.SCHEDULED)


def test_a_sentence_within_a_quotation_still_belongs_to_who_says_it(
    read: Callable[..., Found],
) -> None:
    events = by_trigger(read('"They left; nobody stayed," said Vera Lind.'))

    assert [a.speaker.text for a in events["left"].attributions] == ["Vera Lind"]


def test_the_words_of_a_time_are_neither_events_nor_participants(
    read: Callable[..., Found],
) -> None:
    times = {
        "the end of June": ("2024-06-21", "2024-06-30"),
        "the autumn": ("2024-09-01", "2024-11-30"),
    }
    found = read("They will meet at the end of June and vote again in the autumn.", times)

    assert list(by_trigger(found)) == ["meet", "vote"]
    assert [p.mention.text for p in by_trigger(found)["vote"].participants] == ["They"]


def test_a_ship_is_no_event(read: Callable[..., Found]) -> None:
    assert list(by_trigger(read("The ferry strike stranded thousands."))) == ["strike", "stranded"]


def test_a_prefix_is_no_event(read: Callable[..., Found]) -> None:
    told = [event.trigger.text for event in read("She was elected in May and re-elected.").events]
    assert told == ["elected", "elected"]


def test_what_is_settled_is_a_state_and_what_is_set_down_happens(
    read: Callable[..., Found],
) -> None:
    settled = by_trigger(read("The council is set to vote on the bridge."))
    done = by_trigger(read("The price was set by the council."))

    assert (settled["set"].kind, settled["set"].time.basis) == (EventKind.STATE, Basis.NONE)
    assert (settled["vote"].kind, settled["vote"].status) == (
        EventKind.OCCURRENCE,
        Status.SCHEDULED,
    )
    assert done["set"].kind is EventKind.OCCURRENCE


def test_a_participant_is_quoted_with_its_hyphens(read: Callable[..., Found]) -> None:
    (event,) = read("The council resumed after a two-month recess.").events

    assert [p.mention.text for p in event.participants] == ["The council", "a two-month recess"]


@pytest.mark.parametrize(
    "text",
    [
        "The bridge was closed from Monday to Tuesday.",
        "The bridge was closed from Monday through Tuesday.",
        "The bridge was closed between Monday and Tuesday.",
        "The bridge was closed from Monday until Tuesday.",
    ],
)
def test_what_lasts_from_one_day_to_another_has_both_ends(
    read: Callable[..., Found], text: str
) -> None:
    days = {"Monday": ("2024-05-13", "2024-05-13"), "Tuesday": ("2024-05-14", "2024-05-14")}

    interval = by_trigger(read(text, days))["closed"].time.interval

    assert interval is not None
    assert (str(interval.earliest), str(interval.latest)) == ("2024-05-13", "2024-05-14")

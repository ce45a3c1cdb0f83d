"""Events, facts and the rest of what was read in an article, as the contract shows them."""

from dataclasses import replace
from datetime import UTC, date, datetime

from dateline.model.article import Annotations, Furniture, TextWarning
from dateline.model.event import (
    Attribution,
    Basis,
    Certainty,
    Entity,
    Event,
    EventKind,
    EventTime,
    Factuality,
    Mention,
    Mode,
    Participant,
    Polarity,
    Role,
    Status,
    TimexRef,
    Trigger,
)
from dateline.model.fact import Fact, FactKind, Quantity
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Resolution
from dateline.wire.annotations import AnnotationsOut
from dateline.wire.article import ArticleRef
from dateline.wire.event import EventOut

TEXT = 'Mayor Ana Kos said on Monday: "The bridge will open tomorrow." 1,200 cars cross it.'
LEARNED = datetime(2025, 2, 26, 8, tzinfo=UTC)
ARTICLE = ArticleRef(
    id="a1",
    url=None,
    title=None,
    source="example.org",
    published_on=date(2025, 2, 26),
    published_at=None,
)


def span(words: str) -> Span:
    """Where in the text the words stand."""
    start = TEXT.index(words)
    return Span(start, start + len(words))


KOS = Mention("Ana Kos", span("Ana Kos"), Entity("e1", "Ana Kos", "person"))
EVIDENCE = Evidence(
    "The bridge will open tomorrow.", '"', '"', span("The bridge will open tomorrow.")
)
OPENING = Event(
    id="ev2",
    kind=EventKind.OCCURRENCE,
    type="other",
    trigger=Trigger("open", "open", span("open")),
    summary="The bridge will open tomorrow",
    time=EventTime(
        basis=Basis.EXPLICIT,
        explanation="the day after Mon 24 Feb 2025",
        interval=Interval.day(date(2025, 2, 25)),
        edtf="2025-02-25",
        granularity=Granularity.DAY,
        resolution=Resolution.RESOLVED,
        timexes=(TimexRef("t2", "tomorrow", span("tomorrow")),),
    ),
    factuality=Factuality(Polarity.POSITIVE, Certainty.PROBABLE),
    status=Status.SCHEDULED,
    evidence=EVIDENCE,
    confidence=0.8,
    participants=(
        Participant(Role.PATIENT, Mention("The bridge", span("The bridge"), None)),
        Participant(Role.OTHER, KOS),
    ),
    attributions=(Attribution(KOS, Quoted("said", span("said")), Mode.DIRECT_QUOTE, "ev1"),),
)
FIGURE = Fact(
    id="f1",
    kind=FactKind.QUANTITY,
    subject=None,
    predicate="cross",
    object=None,
    time=EventTime(Basis.NONE, "no date"),
    status=Status.ONGOING,
    evidence=Evidence("1,200 cars cross it.", "", "", span("1,200 cars cross it.")),
    confidence=0.6,
    quantity=Quantity(1200, "1", False, "cars"),
)


def shown(event: Event) -> EventOut:
    """The event on the wire."""
    return EventOut.of(event, article=ARTICLE, extractor="dateline 1", recorded_at=LEARNED)


def test_an_event_says_when_and_why():
    time = shown(OPENING).model_dump(mode="json")["time"]

    assert (time["earliest"], time["latest"], time["basis"]) == (
        "2025-02-25",
        "2025-02-25",
        "explicit",
    )
    assert time["explanation"] == "the day after Mon 24 Feb 2025"
    assert [TEXT[t["start"] : t["end"]] for t in time["timexes"]] == ["tomorrow"]


def test_an_event_says_who_does_what_and_who_says_so():
    event = shown(OPENING).model_dump(mode="json")

    assert [(p["role"], p["text"]) for p in event["participants"]] == [
        ("patient", "The bridge"),
        ("other", "Ana Kos"),
    ]
    assert event["participants"][1]["entity"] == {"id": "e1", "name": "Ana Kos", "type": "person"}
    said = event["attributions"][0]
    assert said["speaker"]["entity"]["name"] == "Ana Kos"
    assert (said["cue"]["text"], said["mode"], said["statement"]) == ("said", "direct_quote", "ev1")


def test_an_event_quotes_its_evidence():
    evidence = shown(OPENING).evidence

    assert TEXT[evidence.start : evidence.end] == evidence.exact


def test_an_event_at_a_time_of_day_is_bounded_in_local_times():
    nine = EventTime(
        Basis.EXPLICIT,
        "9 a.m.",
        Interval(
            datetime.fromisoformat("2025-02-25T09:00"), datetime.fromisoformat("2025-02-25T10:00")
        ),
        granularity=Granularity.HOUR,
    )
    event = replace(OPENING, time=nine)

    time = shown(event).model_dump(mode="json")["time"]

    assert (time["earliest"], time["latest"]) == ("2025-02-25T09:00:00", "2025-02-25T09:59:59")


def test_annotations_hold_all_that_was_read():
    annotations = Annotations(
        "dateline 1",
        events=(OPENING,),
        facts=(FIGURE,),
        furniture=(Furniture("counter", span("1,200 cars cross it.")),),
        warnings=(TextWarning("scrambled_figure", "no such figure", span("1,200"), "1200"),),
    )

    answer = AnnotationsOut.of(annotations, article=ARTICLE, revision=2, recorded={"ev2": LEARNED})

    assert AnnotationsOut.model_validate_json(answer.model_dump_json()) == answer
    assert answer.revision == 2
    assert answer.events[0].article.id == "a1"
    assert answer.events[0].extractor == "dateline 1"
    assert answer.facts[0].quantity is not None
    assert answer.facts[0].quantity.value == 1200
    assert (answer.furniture[0].kind, answer.warnings[0].suggestion) == ("counter", "1200")


def test_a_client_of_today_accepts_the_words_of_tomorrow():
    event = shown(OPENING).model_dump(mode="json") | {"type": "eclipse", "mood": "calm"}

    assert EventOut.model_validate(event).type == "eclipse"

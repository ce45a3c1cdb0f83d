"""Prints what an article says to have happened, a card an event, without any service."""

from datetime import UTC, datetime

from rich.console import Console
from rich.text import Text

from dateline.cli import texts
from dateline.cli.show import STYLES
from dateline.events.extractor import Extractor
from dateline.intake import article as intake
from dateline.model import days
from dateline.model.article import Annotations, Draft
from dateline.model.event import Event, EventTime
from dateline.wire.annotations import AnnotationsOut
from dateline.wire.article import ArticleIn, ArticleRef

# The article of a file has no id from a store.
ARTICLE = "file"


def extract(file: str, published_at: str, *, language: str | None, model: str) -> str:
    """The annotations of a text file as the API would answer them, in JSON."""
    now = datetime.now(UTC)
    draft = _draft(file, published_at, language, now)
    found = Extractor.load(model).extract(ARTICLE, draft)
    recorded = {event.id: now for event in found.events}
    answer = AnnotationsOut.of(
        found, article=ArticleRef.of(ARTICLE, draft), revision=1, recorded=recorded
    )
    return answer.model_dump_json(indent=2)


def cards(
    file: str, published_at: str, console: Console, *, language: str | None, model: str
) -> None:
    """The events of a text file, in text order, and a line on each fact and warning."""
    draft = _draft(file, published_at, language, datetime.now(UTC))
    found = Extractor.load(model).extract(ARTICLE, draft)
    for event in found.events:
        if event.genericity is None:
            _card(event, console)
    _facts(found, console)
    for warning in found.warnings:
        console.print(Text(f"{warning.code}: {warning.detail}", "yellow"))


def _draft(file: str, published_at: str, language: str | None, now: datetime) -> Draft:
    text = texts.read(file)
    return intake.draft(ArticleIn(text=text, published_at=published_at, language=language), now)


def _card(event: Event, console: Console) -> None:
    line = Text(f"{_when(event.time):<24} ")
    line.append(f"{event.status.value:<12}", STYLES[event.status.value])
    summary = Text(event.summary)
    summary.highlight_words([event.trigger.text], style="bold")
    console.print(line + summary)
    for label, said in _details(event):
        console.print(Text(f"{'':<24} {label:<12}{said}", "dim"))


def _when(time: EventTime) -> str:
    return "no date" if time.interval is None else days.span(time.interval)


def _details(event: Event) -> list[tuple[str, str]]:
    """What stands below a card's first line, as far as there is any."""
    who = ", ".join(f"{p.mention.text} ({p.role.value})" for p in event.participants)
    says = " < ".join(f"{a.speaker.text} ({a.cue.text})" for a in reversed(event.attributions))
    found = [
        ("who", who),
        ("where", event.place.text if event.place else ""),
        ("says so", says),
        ("date", event.time.explanation if event.time.interval else ""),
    ]
    return [(label, said) for label, said in found if said]


def _facts(found: Annotations, console: Console) -> None:
    for fact in found.facts:
        parts = (
            fact.subject.text if fact.subject else "",
            fact.predicate,
            fact.object.text if fact.object else "",
        )
        console.print(Text(f"{fact.kind.value}: " + " | ".join(p for p in parts if p)))

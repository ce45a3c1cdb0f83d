"""The pages in a real browser: found, read, clicked through, with keyboard and without script."""

import re
from collections.abc import Iterator
from datetime import date

import httpx
import pytest
from playwright.sync_api import Browser, Page, expect

from dateline.model.article import Annotations, Furniture
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
    Polarity,
    Status,
    TimexRef,
    Trigger,
)
from dateline.model.interval import Granularity, Interval
from dateline.model.provenance import Evidence, Quoted, Span
from dateline.model.timex import Dct
from dateline.settings import Settings
from dateline.store import claims, database, events
from dateline.timex import tag

pytestmark = pytest.mark.chromium

SENTENCE = "The bridge is expected to open on Thursday, Ana Kos said."
TEXT = "\n\n".join(["12 views", *["The river is wide."] * 60, SENTENCE])


def at(words: str) -> Span:
    start = TEXT.index(words)
    return Span(start, start + len(words))


@pytest.fixture
def page(chromium: Browser, address: str) -> Iterator[Page]:
    """The front page, in a browser whose every complaint is a failure."""
    context = chromium.new_context(viewport={"width": 1280, "height": 900})
    page = context.new_page()
    complaints: list[str] = []
    page.on("console", lambda message: complaints.append(message.text))
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address)
    yield page
    context.close()
    assert complaints == []


@pytest.fixture(autouse=True)
def opening(address: str, settings: Settings) -> None:
    """An article that tells of a bridge that is to open."""
    post = {"text": TEXT, "published_at": "2025-02-26", "title": "Bridge to open"}
    article_id = httpx.post(f"{address}/v1/articles", json=post).json()["id"]
    (thursday,) = tag(TEXT, Dct(date(2025, 2, 26))).timexes
    kos = Mention("Ana Kos", at("Ana Kos"), Entity("e-kos", "Ana Kos", "person"))
    event = Event(
        id="opening",
        kind=EventKind.OCCURRENCE,
        type="other",
        trigger=Trigger("open", "open", at("open")),
        summary="The bridge is expected to open on Thursday",
        time=EventTime(
            basis=Basis.EXPLICIT,
            explanation=thursday.explanation,
            interval=Interval.day(date(2025, 2, 27)),
            granularity=Granularity.DAY,
            timexes=(TimexRef(thursday.id, "Thursday", at("Thursday")),),
        ),
        factuality=Factuality(Polarity.POSITIVE, Certainty.PROBABLE),
        status=Status.SCHEDULED,
        evidence=Evidence(SENTENCE, "", "", at(SENTENCE)),
        confidence=0.9,
        attributions=(Attribution(kos, Quoted("said", at("said")), Mode.INDIRECT, None),),
    )
    furniture = Furniture("counter", at("12 views"))
    engine = database.open(settings.database)
    with database.writing(engine) as connection:
        (claim,) = claims.claim(connection, [article_id], lease=60)
        events.replace(
            connection, claim, Annotations("test", (thursday,), (event,), furniture=(furniture,))
        )
    engine.dispose()


def test_the_timeline_shows_the_day_and_the_marked_sentence(page: Page):
    page.reload()

    day = page.get_by_role("region", name="Thursday 27 February 2025")
    expect(day.get_by_role("heading", level=3)).to_have_text(
        "The bridge is expected to open on Thursday"
    )
    expect(day.get_by_role("blockquote")).to_have_text(SENTENCE)
    expect(day.locator("mark.timex")).to_have_text("Thursday")
    expect(day.locator("mark.trigger")).to_have_text("open")
    expect(day.get_by_text("according to Ana Kos")).to_be_visible()


def test_a_click_opens_the_article_at_the_event(page: Page):
    page.reload()

    page.get_by_role("link", name="open", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bridge to open")
    expect(page.locator("#trigger-opening")).to_be_in_viewport()
    expect(page.get_by_role("note")).to_contain_text("looks ahead")
    expect(page.get_by_role("note")).to_be_in_viewport()


def test_a_date_in_the_article_leads_to_its_explanation_and_back(page: Page):
    page.reload()
    page.get_by_role("link", name="open", exact=True).click()

    page.locator(".text").get_by_role("link", name="Thursday", exact=True).click()
    expect(page.locator("#date-t1")).to_be_in_viewport()
    expect(page.locator("#date-t1")).to_contain_text("27 February 2025")

    page.locator("#date-t1").get_by_role("link", name="Thursday").click()
    expect(page.locator("#timex-t1")).to_be_in_viewport()


def test_the_form_is_filled_in_with_the_keyboard(page: Page):
    page.get_by_label("Person, organisation or place").focus()
    page.keyboard.type("ana kos")
    page.keyboard.press("Enter")

    expect(page).to_have_url(re.compile(r"entity=ana\+kos"))
    expect(page.get_by_role("heading", level=1)).to_have_text("ana kos")
    expect(page.get_by_role("article")).to_have_count(1)


def test_the_first_tab_skips_to_the_timeline(page: Page):
    page.keyboard.press("Tab")

    expect(page.get_by_role("link", name="Skip to the timeline")).to_be_focused()
    expect(page.get_by_role("link", name="Skip to the timeline")).to_be_in_viewport()


@pytest.mark.parametrize("width", [320, 768, 1920])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_nothing_is_wider_than_the_screen(chromium: Browser, address: str, width: int, scheme: str):
    context = chromium.new_context(viewport={"width": width, "height": 800}, color_scheme=scheme)
    page = context.new_page()

    page.goto(address)

    assert page.evaluate("document.documentElement.scrollWidth") <= width
    context.close()


def test_a_word_that_is_longer_than_the_screen_is_broken(chromium: Browser, address: str):
    long = "Donaudampfschifffahrtsgesellschaft" * 9
    post = {"text": f"{long} met.", "published_at": "2025-02-26", "title": long, "source": long}
    article_id = httpx.post(f"{address}/v1/articles", json=post).json()["id"]
    context = chromium.new_context(viewport={"width": 390, "height": 800})
    page = context.new_page()

    page.goto(f"{address}/articles/{article_id}")

    assert page.evaluate("document.documentElement.scrollWidth") <= 390
    context.close()


def test_every_link_and_button_is_large_enough_for_a_finger(page: Page):
    page.reload()

    assert page.evaluate(SMALL) == []


def test_everything_works_without_script(chromium: Browser, address: str):
    context = chromium.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address)

    page.get_by_label("scheduled").check()
    page.get_by_role("button", name="Show").click()
    page.get_by_role("link", name="open", exact=True).click()

    expect(page.get_by_role("heading", level=1)).to_have_text("Bridge to open")
    context.close()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_every_text_stands_out_from_its_ground(chromium: Browser, address: str, scheme: str):
    context = chromium.new_context(color_scheme=scheme)
    page = context.new_page()
    page.goto(address)
    on_the_timeline = page.evaluate(CONTRASTS)
    page.get_by_role("link", name="open", exact=True).click()
    in_the_article = page.evaluate(CONTRASTS)

    assert on_the_timeline["ratio"] >= 4.5, on_the_timeline
    assert in_the_article["ratio"] >= 4.5, in_the_article
    context.close()


# WCAG 2.2, success criterion 2.5.8; what stands in a sentence is excepted.
SMALL = """() => [...document.querySelectorAll("a, button, input, select")]
  .filter(element => !element.closest(".sentence, h3, .skip"))
  .map(element => element.closest("label") ?? element)
  .filter(element => element.getBoundingClientRect().height < 24)
  .map(element => element.outerHTML)"""


# WCAG 2.2, success criterion 1.4.3: the least contrast of any text with what lies behind it.
CONTRASTS = """() => {
  const parse = colour => colour.match(/[\\d.]+/g).map(Number);
  const light = colour => {
    const [r, g, b] = parse(colour).map(v => v / 255)
      .map(v => v <= 0.04045 ? v / 12.92 : ((v + 0.055) / 1.055) ** 2.4);
    return 0.2126 * r + 0.7152 * g + 0.0722 * b;
  };
  const ground = element => {
    for (let e = element; e; e = e.parentElement) {
      const colour = getComputedStyle(e).backgroundColor;
      if ((parse(colour)[3] ?? 1) > 0) return colour;
    }
    return "rgb(255, 255, 255)";
  };
  let weakest = {ratio: 21};
  for (const element of document.querySelectorAll("body *")) {
    const own = [...element.childNodes].some(n => n.nodeType === 3 && n.textContent.trim());
    if (!own) continue;
    const pair = [light(getComputedStyle(element).color), light(ground(element))].sort();
    const ratio = (Math.max(...pair) + 0.05) / (Math.min(...pair) + 0.05);
    if (ratio < weakest.ratio) weakest = {ratio, text: element.textContent.trim()};
  }
  return weakest;
}"""

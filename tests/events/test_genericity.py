from datetime import date

import pytest

from dateline.events.extract import extract
from dateline.events.parse import Parser
from dateline.model.event import Basis
from dateline.model.timex import Dct
from dateline.timex import tag

pytestmark = pytest.mark.model


@pytest.mark.parametrize(
    ("sentence", "trigger", "kind"),
    [
        ("The council meets every Monday.", "meets", "habitual"),
        ("The council usually meets in Oslo.", "meets", "habitual"),
        ("Earthquakes destroy houses.", "destroy", "generic"),
        ("The earthquake destroyed houses.", "destroyed", None),
        ("The council met on Monday.", "met", None),
        ("The council has often met in Oslo.", "met", None),
    ],
)
def test_a_mention_of_no_particular_event_is_marked_and_has_no_time(
    parser: Parser, sentence: str, trigger: str, kind: str | None
) -> None:
    dct = Dct(date(2025, 2, 26))
    events = extract("a", sentence, dct, tag(sentence, dct).timexes, parser).events

    (event,) = [e for e in events if e.trigger.text == trigger]
    assert event.genericity == kind
    assert kind is None or event.time.basis is Basis.NONE

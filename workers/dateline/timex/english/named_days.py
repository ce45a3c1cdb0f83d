"""Feasts and named days: Christmas, Thanksgiving, Easter Monday, the Fourth of July."""

from dateline.timex.algebra import At
from dateline.timex.rule import Example, Rule

# Told on Wednesday 26 February 2025, looking back.
_WED = "2025-02-26"

# The words, what comes round (a day of the year or a feast), and its last day before that.
NAMED_DAYS = {
    "christmas": ("12-25", "2024-12-25"),
    "christmas day": ("12-25", "2024-12-25"),
    "christmas eve": ("12-24", "2024-12-24"),
    "xmas": ("12-25", "2024-12-25"),
    "boxing day": ("12-26", "2024-12-26"),
    "new year 's|’s day": ("01-01", "2025-01-01"),
    "new year 's|’s eve": ("12-31", "2024-12-31"),
    "new year 's|’s": ("01-01", "2025-01-01"),
    "new year": ("01-01", "2025-01-01"),
    "epiphany": ("01-06", "2025-01-06"),
    "twelfth night": ("01-05", "2025-01-05"),
    "orthodox christmas": ("01-07", "2025-01-07"),
    "inauguration day": ("01-20", "2025-01-20"),
    "burns night": ("01-25", "2025-01-25"),
    "australia day": ("01-26", "2025-01-26"),
    "holocaust memorial|remembrance day": ("01-27", "2025-01-27"),
    "groundhog day": ("02-02", "2025-02-02"),
    "valentine 's|’s day": ("02-14", "2025-02-14"),
    "st|saint .? valentine 's|’s day": ("02-14", "2025-02-14"),
    "st|saint .? patrick 's|’s day": ("03-17", "2024-03-17"),
    "st|saint .? david 's|’s day": ("03-01", "2024-03-01"),
    "mothering sunday": ("mothering-sunday", "2024-03-10"),
    "international women 's|’s day": ("03-08", "2024-03-08"),
    "april fools|fool ’s|'s? day": ("04-01", "2024-04-01"),
    "earth day": ("04-22", "2024-04-22"),
    "st|saint .? george 's|’s day": ("04-23", "2024-04-23"),
    "anzac day": ("04-25", "2024-04-25"),
    "may day": ("05-01", "2024-05-01"),
    "international workers ’|' day": ("05-01", "2024-05-01"),
    "cinco de mayo": ("05-05", "2024-05-05"),
    "victory day": ("05-09", "2024-05-09"),
    "victory in europe day": ("05-08", "2024-05-08"),
    "juneteenth": ("06-19", "2024-06-19"),
    "canada day": ("07-01", "2024-07-01"),
    "bastille day": ("07-14", "2024-07-14"),
    "independence day": ("independence-day", "2024-07-04"),
    "assumption day": ("08-15", "2024-08-15"),
    "halloween": ("10-31", "2024-10-31"),
    "election day": ("election-day", "2024-11-05"),
    "all souls ’|' day": ("11-02", "2024-11-02"),
    "day of the dead": ("11-02", "2024-11-02"),
    "bonfire night": ("11-05", "2024-11-05"),
    "remembrance sunday": ("remembrance-sunday", "2024-11-10"),
    "all saints ’|' day": ("11-01", "2024-11-01"),
    "guy fawkes night|day": ("11-05", "2024-11-05"),
    "remembrance day": ("11-11", "2024-11-11"),
    "armistice day": ("11-11", "2024-11-11"),
    "veterans day": ("11-11", "2024-11-11"),
    "st|saint .? andrew 's|’s day": ("11-30", "2024-11-30"),
    "world aids day": ("12-01", "2024-12-01"),
    "hogmanay": ("12-31", "2024-12-31"),
    "st|saint .? stephen 's|’s day": ("12-26", "2024-12-26"),
    "st|saint .? nicholas day": ("12-06", "2024-12-06"),
    "mardi gras": ("shrove-tuesday", "2024-02-13"),
    "pancake day": ("shrove-tuesday", "2024-02-13"),
    "shrove tuesday": ("shrove-tuesday", "2024-02-13"),
    "ash wednesday": ("ash-wednesday", "2024-02-14"),
    "palm sunday": ("palm-sunday", "2024-03-24"),
    "maundy thursday": ("maundy-thursday", "2024-03-28"),
    "good friday": ("good-friday", "2024-03-29"),
    "holy saturday": ("holy-saturday", "2024-03-30"),
    "easter": ("easter", "2024-03-31"),
    "easter sunday": ("easter", "2024-03-31"),
    "easter monday": ("easter-monday", "2024-04-01"),
    "orthodox easter": ("orthodox-easter", "2024-05-05"),
    "ascension day": ("ascension-day", "2024-05-09"),
    "whit sunday": ("whit-sunday", "2024-05-19"),
    "pentecost": ("whit-sunday", "2024-05-19"),
    "whit monday": ("whit-monday", "2024-05-20"),
    "corpus christi": ("corpus-christi", "2024-05-30"),
    "martin luther king .? jr? .? day": ("martin-luther-king-day", "2025-01-20"),
    "super bowl sunday": ("super-bowl-sunday", "2025-02-09"),
    "presidents|president ’s|'s|’|'? day": ("presidents-day", "2025-02-17"),
    "mother|mothers 's|’s|'|’? day": ("mothers-day", "2024-05-12"),
    "memorial day": ("memorial-day", "2024-05-27"),
    "father|fathers 's|’s|'|’? day": ("fathers-day", "2024-06-16"),
    "labor|labour day": ("labor-day", "2024-09-02"),
    "columbus day": ("columbus-day", "2024-10-14"),
    "thanksgiving": ("thanksgiving", "2024-11-28"),
    "thanksgiving day": ("thanksgiving", "2024-11-28"),
    "black friday": ("black-friday", "2024-11-29"),
    "cyber monday": ("cyber-monday", "2024-12-02"),
    "holi": ("holi", "2024-03-25"),
    "eid ~ al ~ fitr": ("eid-al-fitr", "2024-04-10"),
    "eid ~ al ~ adha": ("eid-al-adha", "2024-06-16"),
    "diwali": ("diwali", "2024-10-31"),
    "lunar|chinese new year": ("chinese-new-year", "2025-01-29"),
    "yom kippur": ("yom-kippur", "2024-10-12"),
    "rosh hashanah": ("rosh-hashanah", "2024-10-03"),
    "passover": ("passover", "2024-04-23"),
}


def _sample(words: str) -> str:
    """The words of a pattern in their first spelling, as a sentence has them."""
    spoken = " ".join(
        element.split("|")[0] for element in words.split() if not element.endswith("?")
    )
    return spoken.replace(" 's", "'s").replace(" '", "'").replace(" ’", "’").replace(" ~ ", "-")


def _named(words: str, name: str, day: str) -> Rule:
    said = _sample(words)
    return Rule(said, "REPEAT", words, lambda: name,
                (Example(f"They met on {said.title()}.", _WED, day),),
                (f"They met in {said.split()[0].title()}ville.",))  # fmt: skip


_NINE_ELEVEN = "2001-09-11"


def _of_2001(month: int, day: int) -> At | None:
    return At(_NINE_ELEVEN) if (month, day) == (9, 11) else None


_ATTACKS = (
    Rule("nine eleven", "DATE", "<since|after|before|of|the 9/11", lambda: At(_NINE_ELEVEN),
         (Example("Security has been tight since 9/11.", _WED, _NINE_ELEVEN),),
         ("He scored 9/11 of them.",)),
    Rule("beyond nine eleven", "DATE", "<post|pre <- 9 / 11", lambda: At(_NINE_ELEVEN),
         (Example("The post-9/11 wars went on.", _WED, _NINE_ELEVEN),),
         ("The post of 9/11 men.",)),
    Rule("nine eleven and its attacks", "DATE", "9/11 >attack|attacks|terrorist|terror|hijackers",
         lambda: At(_NINE_ELEVEN),
         (Example("Few forget the 9/11 attacks.", _WED, _NINE_ELEVEN),),
         ("He lost 9/11 games.",)),
    Rule("the eleventh of September and its attacks", "DATE",
         "MON DAY >attack|attacks|terrorist|terror|hijackers", _of_2001,
         (Example("Few forget the Sept. 11 attacks.", _WED, _NINE_ELEVEN),),
         ("He spoke of the Sept. 12 vote.",)),
)  # fmt: skip
RULES = _ATTACKS + tuple(_named(words, *meaning) for words, meaning in NAMED_DAYS.items())

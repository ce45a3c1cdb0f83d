"""Titles before names, and names that every newsroom knows."""

from dateline.events.words.listed import listed

TITLES = listed(
    """
    mr mrs ms miss dr prof professor sir dame lord lady king queen prince princess pope
    president chancellor premier minister secretary senator sen rep representative governor gov
    mayor judge justice general gen colonel col major maj captain capt lieutenant lt sergeant
    sgt admiral adm commander chairman chairwoman chief director ceo cfo analyst spokesman
    spokeswoman spokesperson leader speaker ambassador commissioner prime foreign vice deputy
    first interior defense defence finance attorney congressman congresswoman coach striker
    actor actress singer author officer state former ex-president detective sheriff inspector
    rabbi imam bishop archbishop cardinal father reverend rev envoy special treasury police
    crown executive head
    """
)

# Names of countries and capitals that stand for governments, lower case, with a common name.
PLACES = {
    "us": "United States",
    "u.s.": "United States",
    "usa": "United States",
    "america": "United States",
    "the states": "United States",
    "united states of america": "United States",
    "uk": "United Kingdom",
    "u.k.": "United Kingdom",
    "britain": "United Kingdom",
    "great britain": "United Kingdom",
    "eu": "European Union",
    "e.u.": "European Union",
    "un": "United Nations",
    "u.n.": "United Nations",
}

SPEAKER_PRONOUNS = frozenset({"i", "me", "my", "myself"})

ENTITY_TYPES = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
}

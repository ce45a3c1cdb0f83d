"""A short article of our own with the traps of a translated news page, and its right reading.

Published on Wednesday 26 February 2025.
"""

PUBLISHED = "2025-02-26"

TEXT = """Lagora keeps its border closed

8412 views 12 reactions 3 comment(s)
Prime Minister Ines Vale and Governor Oto Brandt in Lagora on Monday, Photo: Agency
Disclaimer: The translations are mostly done through AI translator and might not be accurate.

Prime Minister Ines Vale defended the closure and accused Governor Oto Brandt of weakness.

Yesterday, when asked about Vale's claim, the palace referred reporters to an earlier statement.

Foreign Minister Pavel Ruzek said last week that Morenia would consider it a threat.

Tara Holm, a spokeswoman for the customs office, did not directly respond to the claim yesterday.

Vale is expected to meet with Brandt on Thursday, while the envoy will hold a series of meetings.

Morenia's coast guard warned last year that smugglers could try to use the strait.

Vale said yesterday that Lagora would raise spending to 2027% of GDP by 2,5, up from 2,3%.

"That's why this Sunday, when I meet with Governor Brandt, I will make it clear," she said.

Oto Brandt
photo: AGENCY

Bonus video:"""

# phrase, earliest, latest, trigger of the event that it dates, status, agent
DATED = (
    ("Yesterday", "2025-02-25", "2025-02-25", "referred", "occurred", "the palace"),
    ("last week", "2025-02-17", "2025-02-23", "said", "occurred", "Pavel Ruzek"),
    ("yesterday", "2025-02-25", "2025-02-25", "respond", "negated", "Tara Holm"),
    ("Thursday", "2025-02-27", "2025-02-27", "meet", "scheduled", "Ines Vale"),
    ("last year", "2024-01-01", "2024-12-31", "warned", "occurred", "Morenia's coast guard"),
    ("yesterday", "2025-02-25", "2025-02-25", "said", "occurred", "Ines Vale"),
    ("this Sunday", "2025-03-02", "2025-03-02", "meet", "scheduled", "Ines Vale"),
)
UNDATED_FIGURES = ("8412", "2027% of GDP", "2,5", "2,3%")
FURNITURE = ("8412 views", "in Lagora on Monday", "Disclaimer:", "photo: AGENCY", "Bonus video:")

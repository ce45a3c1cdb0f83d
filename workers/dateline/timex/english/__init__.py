"""English: its words, its rules, and the cues of its clauses."""

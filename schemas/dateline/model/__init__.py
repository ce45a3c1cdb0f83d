"""The nouns of Dateline: frozen dataclasses, standard library only."""

"""Names as they are compared: without case, accents or spacing."""

import unicodedata


def normal(name: str) -> str:
    """The form in which two spellings of a name are one.

    >>> normal("  Žižek\\n SLAVOJ ")
    'zizek slavoj'
    """
    if name.isascii():
        # As most are: there is nothing to take apart.
        return " ".join(name.lower().split())
    bare = unicodedata.normalize("NFKD", name.casefold())
    return " ".join("".join(c for c in bare if not unicodedata.combining(c)).split())

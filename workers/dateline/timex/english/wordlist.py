"""Lists of words, written as a paragraph."""


def words(paragraph: str) -> frozenset[str]:
    """The words of a paragraph.

    >>> sorted(words("next last this"))
    ['last', 'next', 'this']
    """
    return frozenset(paragraph.split())

"""Word lists as they are easiest to read and to edit: in lines."""


def listed(words: str) -> frozenset[str]:
    """The words of a list, parted by white space.

    >>> sorted(listed("sit stand lie"))
    ['lie', 'sit', 'stand']
    """
    return frozenset(words.split())

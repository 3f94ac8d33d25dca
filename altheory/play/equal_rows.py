"""Rows that cannot be told apart: how many there are of each, at least, and alone."""

from collections import Counter
from collections.abc import Hashable, Iterable, Mapping
from fractions import Fraction

from altheory.errors import DomainError
from altheory.numeric.inputs import listed


def class_sizes(rows: Iterable[Hashable]) -> Mapping[Hashable, int]:
    """Return how often each row occurs, in the order of first occurrence."""
    sizes = Counter(listed(rows, "the rows of a table"))
    if not sizes:
        raise DomainError("a table has at least one row, got none")
    return sizes


def anonymity(rows: Iterable[Hashable]) -> int:
    """Return the largest k for which a table is k-anonymous: how often the rarest row occurs.

    >>> anonymity([("f", 1980), ("f", 1980), ("m", 1975), ("m", 1975), ("m", 1975)])
    2
    """
    return min(class_sizes(rows).values())


def unique_share(rows: Iterable[Hashable]) -> Fraction:
    """Return the share of rows that occur once: whose people are found by these facts.

    >>> unique_share([("f", 1980), ("f", 1980), ("m", 1975), ("m", 1970)])
    Fraction(1, 2)
    """
    sizes = class_sizes(rows).values()
    return Fraction(sum(size == 1 for size in sizes), sum(sizes))

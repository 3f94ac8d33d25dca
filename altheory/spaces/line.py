"""Finite unions of intervals on [0, 1], as an exact Boolean algebra.

A region is a list of cuts (:mod:`altheory.spaces.cuts`) between the one just before
0 and the one just after 1; the complement is taken within [0, 1].
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, final

from altheory.errors import DomainError
from altheory.numeric.inputs import exact_floats, rational
from altheory.protocols import Bools
from altheory.spaces.cuts import (
    Cut,
    Piece,
    after,
    before,
    contains,
    ends,
    holds_after,
    length,
    merge,
    piece,
    require_union,
    shown,
)


def point(x: Any) -> Fraction:
    """Return ``x`` as an exact instance of the unit interval, or refuse it."""
    value = rational(x, "an instance")
    if not 0 <= value <= 1:
        raise DomainError(f"an instance lies in [0, 1], got {x}")
    return value


def points(xs: Any) -> Any:
    """Return ``xs`` as float instances of the unit interval, or refuse them."""
    array = exact_floats(xs)
    outside = (array < 0) | (array > 1)
    if outside.any():
        raise DomainError(f"an instance lies in [0, 1], got {array[outside][0]}")
    return array


def line_region(region: Any) -> "IntervalUnion":
    """Return ``region`` if it is one of the line, or refuse it."""
    if not isinstance(region, IntervalUnion):
        raise DomainError(f"a region of the line is an IntervalUnion, got {region!r}")
    return region


@final
@dataclass(frozen=True, slots=True)
class IntervalUnion:
    """A finite union of intervals within [0, 1].

    >>> half = IntervalUnion.from_cuts(before(0), before(Fraction(1, 2)))
    >>> print(half, "|", ~half, "|", half & ~half)
    [0, 1/2) | [1/2, 1] | empty
    >>> 0.5 in half, 0.5 in ~half
    (False, True)
    """

    cuts: tuple[Cut, ...] = ()

    def __post_init__(self) -> None:
        require_union(self.cuts)
        if self.cuts and not (self.cuts[0] >= before(0) and self.cuts[-1] <= after(1)):
            raise DomainError(f"a region lies within [0, 1], got {shown(self.cuts)}")

    @classmethod
    def from_cuts(cls, start: Cut, end: Cut) -> Self:
        """Return the interval between two cuts, empty unless ``start < end``."""
        return cls((start, end) if start < end else ())

    @classmethod
    def closed(cls, lo: Any, hi: Any) -> Self:
        """Return [lo, hi], empty if ``lo > hi``."""
        return cls.from_cuts(before(lo), after(hi))

    @property
    def is_empty(self) -> bool:
        return not self.cuts

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The intervals from left to right, with their ends."""
        return tuple(piece(start, end) for start, end in ends(self.cuts))

    @property
    def length(self) -> Fraction:
        return length(self.cuts)

    @property
    def hull(self) -> "IntervalUnion":
        """The smallest interval that holds the region."""
        return IntervalUnion(self.cuts[:1] + self.cuts[-1:])

    def __contains__(self, x: Any) -> bool:
        return holds_after(self.cuts, before(x))

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n] -> bool[n]``."""
        return contains(self.cuts, xs)

    def __and__(self, other: "IntervalUnion") -> "IntervalUnion":
        return IntervalUnion(merge(self.cuts, line_region(other).cuts, lambda a, b: a and b))

    def __or__(self, other: "IntervalUnion") -> "IntervalUnion":
        return IntervalUnion(merge(self.cuts, line_region(other).cuts, lambda a, b: a or b))

    def __sub__(self, other: "IntervalUnion") -> "IntervalUnion":
        return IntervalUnion(merge(self.cuts, line_region(other).cuts, lambda a, b: a and not b))

    def __invert__(self) -> "IntervalUnion":
        return UNIT - self

    def __str__(self) -> str:
        return " u ".join(map(str, self.pieces)) or "empty"


UNIT = IntervalUnion.closed(0, 1)
EMPTY = IntervalUnion()

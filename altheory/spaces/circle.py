r"""Finite unions of arcs on the circle of turns [0, 1), as an exact Boolean algebra.

An instance is a rational number of turns.  Cut at 0, the circle is the half-open
interval [0, 1), and a union of arcs is a list of cuts (:mod:`altheory.spaces.cuts`)
between the one just before 0 and the one just before 1.  Where it holds both sides of
the place of the cut, its first and last intervals are one arc.
"""

from dataclasses import dataclass
from fractions import Fraction
from math import floor
from typing import Any, Self, final

from altheory.errors import DomainError
from altheory.numeric.inputs import exact_floats, rational
from altheory.numeric.rational import readable
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

FIRST, LAST = before(0), before(1)


def turn(x: Any, what: str = "an instance of the circle") -> Fraction:
    """Return ``x`` as an exact place on the circle, or refuse it."""
    value = rational(x, what)
    if not 0 <= value < 1:
        raise DomainError(
            f"{what} lies in [0, 1) turns, got {x}; modulo a turn it is {readable(value % 1)}"
        )
    return value


def turns(xs: Any) -> Any:
    """Return ``xs`` as float instances of the circle, or refuse them."""
    array = exact_floats(xs)
    outside = (array < 0) | (array >= 1)
    if outside.any():
        turn(array[outside][0])
    return array


def circle_region(region: Any) -> "ArcUnion":
    """Return ``region`` if it is one of the circle, or refuse it."""
    if not isinstance(region, ArcUnion):
        raise DomainError(f"a region of the circle is an ArcUnion, got {region!r}")
    return region


@final
@dataclass(frozen=True, slots=True)
class ArcUnion:
    """A finite union of arcs, each with any combination of open and closed ends.

    >>> right = ArcUnion.open(-0.25, 0.25)
    >>> print(right, "|", ~right, "|", right & ~right)
    (3/4, 1/4) over 0 | [1/4, 3/4] | empty
    >>> 0 in right, 0.25 in right
    (True, False)
    """

    cuts: tuple[Cut, ...] = ()

    def __post_init__(self) -> None:
        require_union(self.cuts)
        if self.cuts and not (self.cuts[0] >= FIRST and self.cuts[-1] <= LAST):
            raise DomainError(
                f"a region of the circle lies within [0, 1) turns, got {shown(self.cuts)}"
            )

    @classmethod
    def from_cuts(cls, start: Cut, end: Cut) -> Self:
        """Return the arc that runs forward from one cut to another, in real turns.

        It is empty unless ``start < end``, and everything from a whole turn on.

        >>> print(ArcUnion.from_cuts(before(Fraction(7, 8)), after(Fraction(9, 8))))
        [7/8, 1/8] over 0
        """
        begun = floor(start[0])
        start, end = (start[0] - begun, start[1]), (end[0] - begun, end[1])
        if start >= end:
            return cls()
        if end >= (start[0] + 1, start[1]):
            return cls((FIRST, LAST))
        if end <= LAST:
            return cls((start, end))
        return cls((FIRST, (end[0] - 1, end[1]), start, LAST))

    @classmethod
    def open(cls, lo: Any, hi: Any) -> Self:
        """Return the arc (lo, hi) from ``lo`` forward to ``hi >= lo``, in real turns."""
        return cls.from_cuts(after(lo), before(hi))

    @classmethod
    def closed(cls, lo: Any, hi: Any) -> Self:
        """Return the arc [lo, hi] from ``lo`` forward to ``hi >= lo``, in real turns."""
        return cls.from_cuts(before(lo), after(hi))

    @property
    def is_empty(self) -> bool:
        return not self.cuts

    @property
    def pieces(self) -> tuple[Piece, ...]:
        """The arcs in the order of their starts, one over the place 0 last.

        Each starts in [0, 1) and ends at most one turn later, so ``hi`` of the last may
        exceed 1: from ``lo`` 3/4 to ``hi`` 5/4 is the quarter turn either side of 0, and
        printed as ``(3/4, 1/4) over 0``.
        """
        found = [piece(start, end) for start, end in ends(self.cuts)]
        if len(found) > 1 and self.cuts[0] == FIRST and self.cuts[-1] == LAST:
            first, last = found[0], found.pop()
            found = [*found[1:], last._replace(hi=first.hi + 1, closed_hi=first.closed_hi)]
        return tuple(found)

    @property
    def length(self) -> Fraction:
        """The length in turns."""
        return length(self.cuts)

    def turned(self, by: Any) -> "ArcUnion":
        """Return the region turned forward by a number of turns.

        >>> print(ArcUnion.open(0.5, 0.75).turned(0.375))
        (7/8, 1/8) over 0
        """
        angle = rational(by, "an angle in turns")
        region = ArcUnion()
        for start, end in ends(self.cuts):
            region |= ArcUnion.from_cuts((start[0] + angle, start[1]), (end[0] + angle, end[1]))
        return region

    def __contains__(self, x: Any) -> bool:
        return holds_after(self.cuts, before(x))

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n] -> bool[n]``."""
        return contains(self.cuts, xs)

    def __and__(self, other: "ArcUnion") -> "ArcUnion":
        return ArcUnion(merge(self.cuts, circle_region(other).cuts, lambda a, b: a and b))

    def __or__(self, other: "ArcUnion") -> "ArcUnion":
        return ArcUnion(merge(self.cuts, circle_region(other).cuts, lambda a, b: a or b))

    def __sub__(self, other: "ArcUnion") -> "ArcUnion":
        return ArcUnion(merge(self.cuts, circle_region(other).cuts, lambda a, b: a and not b))

    def __invert__(self) -> "ArcUnion":
        return CIRCLE - self

    def __str__(self) -> str:
        return " u ".join(map(_text, self.pieces)) or "empty"


def _text(arc: Piece) -> str:
    """Return an arc as text, one that holds 0 and begins before it with both ends in [0, 1)."""
    over = arc.hi > 1 or (arc.hi == 1 and arc.closed_hi)
    return f"{arc._replace(hi=arc.hi - 1)} over 0" if over else str(arc)


CIRCLE = ArcUnion((FIRST, LAST))

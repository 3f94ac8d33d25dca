r"""Finite unions of intervals on [0, 1], as an exact Boolean algebra.

Between the points of the line lie *cuts*: for every rational :math:`a` the cut
just before it, :math:`(a, 0)`, and the cut just after it, :math:`(a, 1)`.  An
interval with any combination of open and closed ends runs from one cut to
another,

.. math:: [a, b) = (a, 0) \to (b, 0), \qquad (a, b] = (a, 1) \to (b, 1),

and a union of intervals is a strictly increasing list of cuts, entered at the
even ones and left at the odd ones.  The list is unique, so equality of regions
is equality of lists, and each operation is one merge.
"""

from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, NamedTuple, Self, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import floats, rational
from altheory.numeric.rational import ceil_float, float_above
from altheory.protocols import Bools

Cut: TypeAlias = tuple[Fraction, int]


def before(x: Any) -> Cut:
    """Return the cut just before ``x``."""
    return rational(x, "a cut"), 0


def after(x: Any) -> Cut:
    """Return the cut just after ``x``."""
    return rational(x, "a cut"), 1


def point(x: Any) -> Fraction:
    """Return ``x`` as an exact instance of the unit interval, or refuse it."""
    value = rational(x, "an instance")
    if not 0 <= value <= 1:
        raise DomainError(f"an instance lies in [0, 1], got {x}")
    return value


def points(xs: Any) -> Any:
    """Return ``xs`` as float instances of the unit interval, or refuse them."""
    array = floats(xs)
    outside = (array < 0) | (array > 1)
    if outside.any():
        raise DomainError(f"an instance lies in [0, 1], got {array[outside][0]}")
    return array


def line_region(region: Any) -> "IntervalUnion":
    """Return ``region`` if it is one of the line, or refuse it."""
    if not isinstance(region, IntervalUnion):
        raise DomainError(f"a region of the line is an IntervalUnion, got {region!r}")
    return region


class Piece(NamedTuple):
    """One interval of a union."""

    lo: Fraction
    closed_lo: bool
    hi: Fraction
    closed_hi: bool

    def __str__(self) -> str:
        left, right = "(["[self.closed_lo], ")]"[self.closed_hi]
        return f"{left}{self.lo}, {self.hi}{right}"


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
        if len(self.cuts) % 2:
            raise DomainError(f"a union enters and leaves each interval, got {self.cuts}")
        if any(a >= b for a, b in zip(self.cuts, self.cuts[1:], strict=False)):
            raise DomainError(f"the cuts of a union increase strictly, got {self.cuts}")
        if self.cuts and not (self.cuts[0] >= before(0) and self.cuts[-1] <= after(1)):
            raise DomainError(f"a region lies within [0, 1], got {self}")

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
        pairs = zip(self.cuts[::2], self.cuts[1::2], strict=True)
        return tuple(Piece(a, s == 0, b, t == 1) for (a, s), (b, t) in pairs)

    @property
    def length(self) -> Fraction:
        pairs = zip(self.cuts[::2], self.cuts[1::2], strict=True)
        return sum((b - a for (a, _), (b, _) in pairs), Fraction(0))

    @property
    def hull(self) -> "IntervalUnion":
        """The smallest interval that holds the region."""
        return IntervalUnion(self.cuts[:1] + self.cuts[-1:])

    def __contains__(self, x: Any) -> bool:
        return bisect_right(self.cuts, before(x)) % 2 == 1

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n] -> bool[n]``.

        ``x`` is past the cut before ``a`` iff ``x >= ceil_float(a)``, and past
        the cut after ``a`` iff ``x >= float_above(a)``: the constants are
        rounded, never the data.
        """
        edges = np.array([float_above(a) if s else ceil_float(a) for a, s in self.cuts])
        past: Bools = np.searchsorted(edges, floats(xs), side="right") % 2 == 1
        return past

    def __and__(self, other: "IntervalUnion") -> "IntervalUnion":
        return self._merge(other, lambda a, b: a and b)

    def __or__(self, other: "IntervalUnion") -> "IntervalUnion":
        return self._merge(other, lambda a, b: a or b)

    def __sub__(self, other: "IntervalUnion") -> "IntervalUnion":
        return self._merge(other, lambda a, b: a and not b)

    def __invert__(self) -> "IntervalUnion":
        return UNIT - self

    def _merge(self, other: "IntervalUnion", keep: Callable[[bool, bool], bool]) -> "IntervalUnion":
        other, cuts = line_region(other), list[Cut]()
        inside = False  # whether the result holds what lies just before the current cut
        for cut in sorted({*self.cuts, *other.cuts}):
            kept = keep(self._holds_after(cut), other._holds_after(cut))
            if kept != inside:
                cuts.append(cut)
                inside = kept
        return IntervalUnion(tuple(cuts))

    def _holds_after(self, cut: Cut) -> bool:
        return bisect_right(self.cuts, cut) % 2 == 1

    def __str__(self) -> str:
        return " u ".join(map(str, self.pieces)) or "empty"


UNIT = IntervalUnion.closed(0, 1)
EMPTY = IntervalUnion()

r"""Unions of intervals as increasing lists of cuts, and the set algebra on them.

A *cut* lies just before or just after a point: the pair :math:`(a, 0)` or
:math:`(a, 1)`, ordered as pairs are.  Every interval runs from one cut to
another,

.. math:: [a, b) = (a, 0) \to (b, 0), \qquad (a, b] = (a, 1) \to (b, 1),

and a union of intervals is a strictly increasing list of cuts, entered at the
even ones and left at the odd ones.  The list is unique, so equality of regions
is equality of lists, and each operation is one merge.  The line and the circle,
which is a line cut at 0, share these functions.
"""

from bisect import bisect_right
from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import pairwise, zip_longest
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import exact_floats, rational
from altheory.numeric.rational import ceil_float, float_above, readable
from altheory.protocols import Bools

Cut: TypeAlias = tuple[Fraction, int]
Cuts: TypeAlias = tuple[Cut, ...]


def before(x: Any) -> Cut:
    """Return the cut just before ``x``."""
    return rational(x, "a cut"), 0


def after(x: Any) -> Cut:
    """Return the cut just after ``x``."""
    return rational(x, "a cut"), 1


class Piece(NamedTuple):
    """One interval of a union."""

    lo: Fraction
    closed_lo: bool
    hi: Fraction
    closed_hi: bool

    def __str__(self) -> str:
        left, right = "(["[self.closed_lo], ")]"[self.closed_hi]
        return f"{left}{self.lo}, {self.hi}{right}"


def shown(cuts: Cuts) -> str:
    """Return cuts as a message shows them, each as the end of an interval.

    >>> shown((before(0), after(0.3)))
    '[0, ~0.3]'
    """
    enters = (f"{'[('[side]}{readable(a)}" for a, side in cuts[::2])
    leaves = (f"{readable(a)}{')]'[side]}" for a, side in cuts[1::2])
    return ", ".join(end for pair in zip_longest(enters, leaves) for end in pair if end)


def require_union(cuts: Cuts) -> None:
    """Refuse what is no strictly increasing list of an even number of cuts."""
    if len(cuts) % 2:
        raise DomainError(f"a union enters and leaves each interval, got {shown(cuts)}")
    if any(a >= b for a, b in pairwise(cuts)):
        raise DomainError(f"the cuts of a union increase strictly, got {shown(cuts)}")


def ends(cuts: Cuts) -> Iterable[tuple[Cut, Cut]]:
    """Return where each interval is entered and left, from left to right."""
    return zip(cuts[::2], cuts[1::2], strict=True)


def piece(start: Cut, end: Cut) -> Piece:
    """Return the interval from one cut to another."""
    return Piece(start[0], start[1] == 0, end[0], end[1] == 1)


def length(cuts: Cuts) -> Fraction:
    """Return the total length of a union."""
    return sum((end[0] - start[0] for start, end in ends(cuts)), Fraction(0))


def holds_after(cuts: Cuts, cut: Cut) -> bool:
    """Tell whether a union holds what lies just after ``cut``."""
    return bisect_right(cuts, cut) % 2 == 1


def contains(cuts: Cuts, xs: Any) -> Bools:
    """Decide a batch, exactly: ``xs : float64[n] -> bool[n]``.

    ``x`` is past the cut before ``a`` iff ``x >= ceil_float(a)``, and past
    the cut after ``a`` iff ``x >= float_above(a)``: the constants are
    rounded, never the data.
    """
    edges = np.array([float_above(a) if s else ceil_float(a) for a, s in cuts])
    past: Bools = np.searchsorted(edges, exact_floats(xs), side="right") % 2 == 1
    return past


def merge(cuts: Cuts, others: Cuts, keep: Callable[[bool, bool], bool]) -> Cuts:
    """Return the union that holds a point iff ``keep`` of being in either says so."""
    merged = list[Cut]()
    i = j = 0  # how many cuts of either union lie before here: inside it if that is odd
    while i < len(cuts) or j < len(others):
        if j == len(others) or (i < len(cuts) and cuts[i] <= others[j]):
            cut = cuts[i]
            i, j = i + 1, j + (j < len(others) and cut == others[j])
        else:
            cut, j = others[j], j + 1
        if keep(i % 2 == 1, j % 2 == 1) != (len(merged) % 2 == 1):
            merged.append(cut)
    return tuple(merged)

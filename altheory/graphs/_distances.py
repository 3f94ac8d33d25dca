r"""Distances between points, compared exactly.

A sum of d squared differences in floats is off by at most d + 2 roundings, relative, and by
less than the smallest normal float where something underflows.  So floats order most pairs of
squared distances, and rationals, which every float is, order the few that are left.  Points
are scaled by a power of two first, which changes no digit and keeps squares within range.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass, field
from fractions import Fraction
from functools import cache
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs.graph import Nodes
from altheory.numeric.inputs import floats
from altheory.protocols import Bools, Floats

LEAST = 2.0**-1000  # squares of scaled lengths below this may have lost all their digits
WIDER = 1 + 2.0**-30  # by this a ball is widened for a tree that rounds


@final
@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points ``xs : float64[n, d]``, scaled: the given ones times ``2 ** -exponent``."""

    xs: Floats = field(repr=False)
    exponent: int

    def tree(self) -> Any:
        """Return a tree that finds neighbors, up to rounding."""
        from scipy.spatial import cKDTree

        return cKDTree(self.xs)

    def squares(self, one: Nodes, other: Nodes) -> Floats:
        """Return squared scaled distances, rounded."""
        total = np.zeros(len(one))
        for column in self.xs.T:
            total += (column[one] - column[other]) ** 2
        return total

    def high(self, squares: Any) -> Any:
        """Return what any rounded square exceeds if the exact one is larger than of these."""
        return squares * (1 + (self.xs.shape[1] + 4) * 2.0**-51) + LEAST

    def reach(self, square: Any) -> float:
        """Return a radius of a ball, for the tree, that holds all points not certainly farther."""
        return math.sqrt(self.high(square)) * WIDER

    def lengths(self, one: Nodes, other: Nodes) -> Floats:
        """Return the given points' distances, rounded; infinite where beyond any float."""
        with np.errstate(over="ignore"):
            return np.ldexp(np.sqrt(self.squares(one, other)), self.exponent)

    def above(self, radius: Fraction) -> float:
        """Return a radius of scaled points, for the tree, that is safely above one given."""
        scaled = min(radius / Fraction(2) ** self.exponent, Fraction(2) ** 20 * self.xs.shape[1])
        return self.reach(float(scaled) ** 2)

    def within(self, one: Nodes, other: Nodes, radius: Fraction) -> Bools:
        """Tell which pairs are at most ``radius`` apart, exactly."""
        squares, bound = self.squares(one, other), (radius / Fraction(2) ** self.exponent) ** 2
        nearly = float(min(bound, Fraction(2) ** 100 * self.xs.shape[1]))
        inside: Bools = squares <= nearly
        unsure = (squares <= self.high(nearly)) & (self.high(squares) >= nearly)
        for k in np.flatnonzero(unsure):
            inside[k] = self._square_from(int(one[k]))(int(other[k])) <= bound
        return inside

    def nearest(self, i: int, others: Nodes, k: int) -> Nodes:
        """Return the k nearest to point i of others, exactly, by distance and then by number."""
        square = self._square_from(i)
        return np.array(sorted(others.tolist(), key=lambda j: (square(j), j))[:k])

    def _square_from(self, i: int) -> Callable[[int], Fraction]:
        """Return the squared distance from point i, exactly."""
        here = [Fraction(x) for x in self.xs[i].tolist()]

        @cache
        def square(j: int) -> Fraction:
            there = map(Fraction, self.xs[j].tolist())
            return sum(((x - y) ** 2 for x, y in zip(here, there, strict=True)), Fraction(0))

        return square


def points_of(given: Any) -> Points:
    """Return scaled points, or refuse what is none.

    >>> points_of([[3.0], [-8.0]])
    Points(exponent=4)
    """
    try:
        array = np.asarray(given)
    except ValueError as error:
        raise DomainError(f"points form rows of coordinates, got {given!r:.60}") from error
    if array.ndim != 2 or array.size == 0:
        raise DomainError(f"points form rows of coordinates, got shape {array.shape}")
    rows = floats(array.ravel(), "the coordinates").reshape(array.shape)
    exponent = int(np.frexp(np.abs(rows).max())[1])
    with np.errstate(under="ignore"):
        scaled = np.ldexp(rows, -exponent)
    if (np.ldexp(scaled, exponent) != rows).any():
        least, most = np.abs(rows[rows != 0]).min(), np.abs(rows).max()
        raise DomainError(f"coordinates of sizes {least} and {most} have no common scale")
    return Points(scaled, exponent)

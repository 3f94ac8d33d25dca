r"""Distances between points, compared exactly.

A sum of d squared differences in floats is off by at most d + 2 roundings, relative, and by
less than the smallest normal float where something underflows.  So floats order most pairs of
squared distances, and integers, which every float is in some unit, order the few that are left.
Points are scaled by a power of two first, which changes no digit and keeps squares within range.
"""

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._exact_sums import finest, in_units
from altheory.graphs.graph import Nodes
from altheory.numeric.inputs import exact_array
from altheory.protocols import Bools, Floats

LEAST = 2.0**-1000  # squares of scaled lengths below this may have lost all their digits
WIDE, BLOCK = 16, 1 << 17  # dimensions from which rows are taken whole; entries at once
WIDER = 1 + 2.0**-30  # by this a ball is widened for a tree that rounds


@final
@dataclass(frozen=True, slots=True, eq=False)
class Points:
    """Points ``xs : float64[n, d]``, scaled: the given ones times ``2 ** -exponent``.

    If all coordinates are whole multiples of a unit that is not too small, as on a grid,
    ``is_exact``: then no sum of squared differences is ever rounded.
    """

    xs: Floats = field(repr=False)
    exponent: int
    is_exact: bool = field(repr=False)

    def tree(self) -> Any:
        """Return a tree that finds neighbors, up to rounding."""
        from scipy.spatial import cKDTree

        return cKDTree(self.xs)

    def squares(self, one: Nodes, other: Nodes) -> Floats:
        """Return squared scaled distances, rounded."""
        total, d = np.zeros(len(one)), self.xs.shape[1]
        if d <= WIDE:
            for column in self.xs.T:
                total += (column[one] - column[other]) ** 2
            return total
        for low in range(0, len(one), 1 + BLOCK // d):
            some = slice(low, low + 1 + BLOCK // d)
            steps = self.xs[one[some]] - self.xs[other[some]]
            total[some] = np.einsum("ij,ij->i", steps, steps)
        return total

    def high(self, squares: Any) -> Any:
        """Return what any rounded square exceeds if the exact one is larger than of these."""
        if self.is_exact:
            return squares
        return squares * (1 + (self.xs.shape[1] + 4) * 2.0**-51) + LEAST

    def reach(self, square: Any) -> Any:
        """Return a radius of a ball, for the tree, that holds all points not certainly farther."""
        return np.sqrt(self.high(square)) * WIDER

    def lengths(self, one: Nodes, other: Nodes) -> Floats:
        """Return scaled distances, rounded."""
        return np.sqrt(self.squares(one, other))

    def above(self, radius: Fraction) -> float:
        """Return a radius of scaled points, for the tree, that is safely above one given."""
        scaled = min(radius / Fraction(2) ** self.exponent, Fraction(2) ** 20 * self.xs.shape[1])
        return float(self.reach(float(scaled) ** 2 * (1 + 2.0**-50) + LEAST))

    def within(self, one: Nodes, other: Nodes, radius: Fraction) -> Bools:
        """Tell which pairs are at most ``radius`` apart, exactly."""
        squares, bound = self.squares(one, other), (radius / Fraction(2) ** self.exponent) ** 2
        nearly = float(min(bound, Fraction(2) ** 100 * self.xs.shape[1]))
        if self.is_exact:
            return squares <= (nearly if Fraction(nearly) <= bound else np.nextafter(nearly, 0))
        inside: Bools = squares <= nearly
        unsure = (squares <= self.high(nearly)) & (self.high(squares) >= nearly)
        exact, unit = self.exact_squares(one[unsure], other[unsure])
        inside[unsure] = exact <= math.floor(bound / unit)
        return inside

    def exact_squares(self, one: Nodes, other: Nodes) -> tuple[Any, Fraction]:
        """Return squared scaled distances as integers, ``object[m]``, and their unit."""
        rows, places = np.unique(np.concatenate((one, other)), return_inverse=True)
        xs = self.xs[rows]
        power = finest(np.abs(xs))
        integers = np.array(in_units(xs.ravel(), power), dtype=object).reshape(xs.shape)
        total, half = np.zeros(len(one), dtype=object), len(one)
        for column in integers.T:
            total += (column[places[:half]] - column[places[half:]]) ** 2
        return total, Fraction(2) ** (-2 * power)


def points_of(given: Any) -> Points:
    """Return scaled points, or refuse what is none.

    >>> points_of([[3.0], [-8.0]])
    Points(exponent=4)
    """
    from scipy.sparse import issparse

    if issparse(given):
        raise DomainError("points form an array, got a sparse matrix; give X.toarray()")
    rows = exact_array(given, "the coordinates", "round it, and all others, to floats first")
    if rows.ndim != 2 or rows.size == 0:
        raise DomainError(f"points form rows of coordinates, got shape {rows.shape}")
    exponent = int(np.frexp(np.abs(rows).max())[1])
    with np.errstate(under="ignore"):
        scaled = np.ldexp(rows, -exponent)
    if (np.ldexp(scaled, exponent) != rows).any():
        least, most = np.abs(rows[rows != 0]).min(), np.abs(rows).max()
        raise DomainError(f"coordinates of sizes {least} and {most} have no common scale")
    return Points(scaled + 0.0, exponent, _sums_exactly(scaled))


def _sums_exactly(scaled: Floats) -> bool:
    """Tell whether coordinates below 1 are whole in units whose squares add up below 2^53."""
    bits = (51 - (scaled.shape[1] - 1).bit_length()) // 2
    units = np.ldexp(scaled, bits)
    return bool((units == np.floor(units)).all())

r"""Thresholds in cells :math:`(g_j, g_{j+1}]`, on each of which all of them have one capital.

The bets of a threshold depend on its cell, on the cell of the instance, and on the side where
the instance lies.  So its capital is that of all others in its cell, once the cell is cut at each
instance: nothing has to be said about what happens within.  Knots are exact rationals, since
instances are; widths and places are floats, which only steer.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Bools, Floats

FINEST = 2.0**-45  # no cell is halved below this width
FARTHER = 2.0**-48


@final
@dataclass(frozen=True, slots=True, eq=False)
class Cells:
    """The cells between knots, and what is known of the thresholds in each.

    Attributes
    ----------
    knots
        The ends of the m cells, from 0 to 1, exactly.
    places
        The same as ``float64[m + 1]``.
    errors
        How many labels they miss: ``int64[m]``.  It steers the bets alone.
    wealth
        The logarithm of their capital: ``float64[m]``.
    bonus
        That of what the handicap for the present candidate added: ``float64[m]``.
    dropped
        Whether the capital was ever large enough: ``bool[m]``.
    certified
        Whether it was with the bonus: ``bool[m]``.

    """

    knots: tuple[Fraction, ...]
    places: Floats
    errors: NDArray[np.int64]
    wealth: Floats
    bonus: Floats
    dropped: Bools
    certified: Bools

    @classmethod
    def one(cls) -> "Cells":
        """Return all of [0, 1] as one cell with the capital 1."""
        zero, no = np.zeros(1), np.zeros(1, dtype=bool)
        none = np.zeros(1, dtype=np.int64)
        return cls((Fraction(0), Fraction(1)), np.array([0.0, 1.0]), none, zero, zero, no, no)

    @property
    def widths(self) -> Floats:
        return np.diff(self.places)

    def before(self, knot: Fraction) -> int:
        """Return how many cells lie before a knot."""
        return bisect_left(self.knots, knot)

    def cell_of(self, x: Fraction) -> int:
        """Return the cell :math:`[g_j, g_{j+1})` of an instance, the last one for 1."""
        return min(bisect_right(self.knots, x), len(self.knots) - 1) - 1

    def holding(self, cut: Fraction) -> int:
        """Return the cell :math:`(g_j, g_{j+1}]` of a threshold, the first one for 0."""
        return max(bisect_left(self.knots, cut), 1) - 1

    def cut(self, at: Fraction) -> "Cells":
        """Return the same thresholds with a knot at this place, too."""
        j = bisect_left(self.knots, at)
        return self if self.knots[j] == at else self._with([(j - 1, at)])

    def refined(self, start: Fraction, end: Fraction, parts: int) -> "Cells":
        """Halve the cells between two knots until none is wider than a part of them all."""
        least, cells = max(float(end - start) / parts, FINEST), self
        while True:
            first, last = cells.before(start), cells.before(end)
            wide = first + np.flatnonzero(cells.widths[first:last] > least)
            if len(wide) == 0:
                return cells
            halves = [(int(j), (cells.knots[j] + cells.knots[j + 1]) / 2) for j in wide]
            cells = cells._with(halves)

    def reset(self) -> "Cells":
        """Return what is left for another candidate: the capital without a bonus."""
        return replace(self, bonus=np.zeros_like(self.bonus), certified=self.dropped)

    def far(self, candidate: Fraction) -> Floats:
        """Return how far the farthest threshold of each cell is from a knot, at most.

        Places are off by 2^-53 at most, so that this covers all rounding, of what is made of it
        as well.
        """
        s = float(candidate)
        return np.maximum(s - self.places[:-1], self.places[1:] - s) + FARTHER

    def settled(self, wins: Bools, share: Floats, gift: Floats, bar: float) -> "Cells":
        """Return the cells after they won or lost a share, a win with a gift if there is one."""
        wealth = self.wealth + np.log1p(np.where(wins, share, -share))
        bonus = self.bonus + np.where(wins, np.log1p(gift / (1 + share)), 0.0)
        dropped = self.dropped | (wealth >= bar)
        certified = self.certified | dropped | (wealth + bonus >= bar)
        errors = self.errors + wins
        return replace(
            self, errors=errors, wealth=wealth, bonus=bonus, dropped=dropped, certified=certified
        )

    def _with(self, halves: Sequence[tuple[int, Fraction]]) -> "Cells":
        """Cut each of these cells, which are in order, at a place within."""
        knots, times = list(self.knots), np.ones(len(self.errors), dtype=np.int64)
        for j, at in reversed(halves):
            knots.insert(j + 1, at)
            times[j] = 2
        places = np.insert(self.places, [j + 1 for j, _ in halves], [float(at) for _, at in halves])
        return Cells(
            tuple(knots),
            places,
            self.errors.repeat(times),
            self.wealth.repeat(times),
            self.bonus.repeat(times),
            self.dropped.repeat(times),
            self.certified.repeat(times),
        )

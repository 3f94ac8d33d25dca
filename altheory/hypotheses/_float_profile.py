r"""The errors of every threshold on instances that are floats, by arrays.

The same step function as in :mod:`altheory.hypotheses.profile`, for the common case in which
it jumps at floats only.  Counts are integers and floats are sorted as they are, so nothing is
rounded; the ends of a region may be any rationals, and are compared with floats by the float
at or below them and the one at or above.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Generic, TypeVar, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import EmptyVersionSpaceError
from altheory.numeric.rational import ceil_float, floor_float
from altheory.protocols import Floats, Sample
from altheory.spaces.cuts import Cut, Cuts

V = TypeVar("V")


@final
@dataclass(frozen=True, slots=True, eq=False)
class FloatPieces(Generic[V]):
    """An integer step function on a region, which jumps just after some floats.

    ``values[i]`` is the value between ``points[i - 1]`` and ``points[i]``, which increase;
    ``space`` makes of the cuts of a sublevel set what the caller calls it.
    """

    points: Floats
    values: NDArray[np.int64]
    region: Cuts
    space: Callable[[Cuts], V]

    @property
    def minimum(self) -> int:
        """The least value; a region without a parameter has none."""
        if not self.region:
            raise EmptyVersionSpaceError("no hypothesis is left whose errors could be counted")
        return min(int(self.values[i : j + 1].min()) for _, _, i, j in self._intervals())

    def at_most(self, level: int) -> V:
        """Return the parameters whose value is at most ``level``."""
        cuts: list[Cut] = []
        for start, end, i, j in self._intervals():
            inside = np.concatenate(([False], self.values[i : j + 1] <= level, [False]))
            for k in np.flatnonzero(inside[1:] != inside[:-1]).tolist():
                if k in {0, j + 1 - i}:
                    cuts.append(end if k else start)
                else:
                    cuts.append((Fraction(float(self.points[i + k - 1])), 1))
        return self.space(tuple(cuts))

    def _intervals(self) -> list[tuple[Cut, Cut, int, int]]:
        """Return the intervals of the region, each with its first and last index of values."""
        ends = zip(self.region[::2], self.region[1::2], strict=True)
        return [(start, end, self._at(start), self._before(end)) for start, end in ends]

    def _at(self, cut: Cut) -> int:
        """Return how many jumps lie at the cut or before."""
        a, is_after = cut
        return self._count(a, inclusive=bool(is_after))

    def _before(self, cut: Cut) -> int:
        """Return how many jumps lie before the cut."""
        return self._count(cut[0], inclusive=False)

    def _count(self, a: Fraction, *, inclusive: bool) -> int:
        """Return how many points lie below a rational, or at it."""
        if inclusive:
            return int(np.searchsorted(self.points, floor_float(a), side="right"))
        return int(np.searchsorted(self.points, ceil_float(a), side="left"))


def float_pieces(
    sample: Sample[Any], region: Cuts, space: Callable[[Cuts], V]
) -> FloatPieces[V] | None:
    """Return the errors of all thresholds on ``sample``, None if it is not made of floats."""
    if not sample or not all(isinstance(x, float) and y in (-1, 1) for x, y in sample):
        return None
    points, labels = np.array([x for x, _ in sample]), np.array([int(y) for _, y in sample])
    if not ((points >= 0) & (points <= 1)).all():
        return None
    distinct, where = np.unique(points, return_inverse=True)
    jumps = np.zeros(len(distinct) + 1, np.int64)
    jumps[0] = (labels == -1).sum()  # the cut 0 says + everywhere
    np.add.at(jumps, where + 1, labels)
    return FloatPieces(distinct, jumps.cumsum(), region, space)

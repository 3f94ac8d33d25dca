r"""The empirical error of every hypothesis of a one-parameter class at once.

Where a hypothesis is one number :math:`a \in [0, 1]`, sliding :math:`a` changes
the label of a sample point only at finitely many cuts.  So the error count is a
step function: a base value and a jump at each cut.  For thresholds the point
``(x, y)`` jumps by ``y`` at the cut just after ``x``; on the circle it jumps by
``-y`` and ``y`` a quarter turn either side.  Minimizers and survivors are
sublevel sets, exact unions of intervals.
"""

from bisect import bisect_right
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import accumulate
from typing import Any, Self, final

from altheory.spaces.line import Cut, IntervalUnion, after, before


@final
@dataclass(frozen=True, slots=True)
class StepProfile:
    """An integer step function of a parameter in [0, 1].

    ``values[i]`` is the value between cut ``i - 1`` and cut ``i``; the first
    value holds from 0 on and the last up to 1.
    """

    cuts: tuple[Cut, ...]
    values: tuple[int, ...]

    @classmethod
    def from_jumps(cls, base: int, jumps: Iterable[tuple[Cut, int]]) -> Self:
        """Return the function with value ``base`` on the left of 0 and the given jumps."""
        total: Counter[Cut] = Counter()
        for cut, jump in jumps:
            if cut <= before(0):  # no parameter lies before it
                base += jump
            elif cut < after(1):  # beyond the last parameter nothing changes
                total[cut] += jump
        kept = sorted(cut for cut, jump in total.items() if jump)
        return cls(tuple(kept), tuple(accumulate((total[cut] for cut in kept), initial=base)))

    def at(self, a: Any) -> int:
        """Return the value at the parameter ``a``."""
        return self.values[bisect_right(self.cuts, before(a))]

    @property
    def minimum(self) -> int:
        return min(self.values)

    def at_most(self, level: int) -> IntervalUnion:
        """Return the parameters whose value is at most ``level``."""
        edges = (before(0), *self.cuts, after(1))
        region = IntervalUnion()
        for i, value in enumerate(self.values):
            if value <= level:
                region |= IntervalUnion.from_cuts(edges[i], edges[i + 1])
        return region

    def argmin(self) -> IntervalUnion:
        """Return the parameters of least value."""
        return self.at_most(self.minimum)

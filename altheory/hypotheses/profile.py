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
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from itertools import accumulate, pairwise
from typing import Any, Generic, Self, TypeVar, final

from altheory.errors import EmptyVersionSpaceError
from altheory.spaces.cuts import Cut, after, before
from altheory.spaces.line import IntervalUnion

V = TypeVar("V")


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

    def argmin(self) -> IntervalUnion:
        """Return the parameters of least value."""
        everywhere = self.on((before(0), after(1)), IntervalUnion)
        return everywhere.at_most(everywhere.minimum)

    def on(self, region: tuple[Cut, ...], space: Callable[[tuple[Cut, ...]], V]) -> "Pieces[V]":
        """Return the function on a region of parameters, given by its cuts.

        ``space`` makes of the cuts of a sublevel set what the caller calls it.
        """
        inside, value = False, self.values[0]
        enter, jump = frozenset(region), dict(zip(self.cuts, self.values[1:], strict=True))
        pieces: list[tuple[Cut, Cut, int]] = []
        for start, end in pairwise(sorted({*region, *self.cuts})):
            inside ^= start in enter  # the cuts of a region alternate: in, out, in, out
            value = jump.get(start, value)
            if inside:
                pieces.append((start, end, value))
        return Pieces(tuple(pieces), space)


@final
@dataclass(frozen=True, slots=True)
class Pieces(Generic[V]):
    """A step function on a region: where it is constant, from left to right, and its values."""

    pieces: tuple[tuple[Cut, Cut, int], ...]
    space: Callable[[tuple[Cut, ...]], V]

    @property
    def minimum(self) -> int:
        """The least value; a region without a parameter has none."""
        if not self.pieces:
            raise EmptyVersionSpaceError("no hypothesis is left whose errors could be counted")
        return min(value for _, _, value in self.pieces)

    def at_most(self, level: int) -> V:
        """Return the parameters whose value is at most ``level``."""
        cuts: list[Cut] = []
        for start, end, value in self.pieces:
            if value > level:
                continue
            if cuts and cuts[-1] == start:  # the piece goes on where the last one ended
                cuts.pop()
            else:
                cuts.append(start)
            cuts.append(end)
        return self.space(tuple(cuts))

r"""The errors of all thresholds of a union of intervals at once, on arrays of floats.

On the sorted sample :math:`x_1 \le \dots \le x_n` a cut in :math:`(x_i, x_{i+1}]` errs
on the negative points from :math:`x_{i+1}` on and the positive points up to
:math:`x_i`,

.. math:: \#\{j : y_j = -1\} + \sum_{j \le i} y_j,

so all counts are one cumulative sum.  The cells are cut again at the ends of the
intervals of cuts that are left; outside of these nobody is counted.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.hypotheses.thresholds import ThresholdVersionSpace
from altheory.protocols import Floats
from altheory.spaces.cuts import after, before
from altheory.spaces.line import IntervalUnion


@final
@dataclass(frozen=True, slots=True)
class Cuts:
    """A nonempty union of intervals ``(starts[i], ends[i]]`` of cuts, where 0 belongs to (0, b]."""

    starts: Floats
    ends: Floats

    @property
    def low(self) -> float:
        return float(self.starts[0])

    @property
    def high(self) -> float:
        return float(self.ends[-1])

    @property
    def space(self) -> ThresholdVersionSpace:
        """The thresholds at these cuts, exactly."""
        pairs = zip(self.starts.tolist(), self.ends.tolist(), strict=True)
        ends = (cut for a, b in pairs for cut in (after(a) if a else before(0), after(b)))
        return ThresholdVersionSpace(prior=IntervalUnion(tuple(ends)))


WHOLE = Cuts(np.zeros(1), np.ones(1))


@final
@dataclass(frozen=True, slots=True)
class Profile:
    """The errors of cuts: ``values[i]`` on ``(edges[i], edges[i + 1]]``.

    Cells outside of the cuts have a value above the size of the sample.
    """

    edges: Floats
    values: NDArray[np.int64]

    @classmethod
    def of(cls, xs: Floats, ys: NDArray[np.int8], cuts: Cuts) -> Self:
        """Count the errors of cuts on a sample inside their hull, sorted by instance."""
        passed = np.concatenate(([0], np.cumsum(ys, dtype=np.int64)))
        values = passed + np.count_nonzero(ys == -1)
        if cuts.starts.size == 1:
            edges = np.concatenate((cuts.starts, xs, cuts.ends))
        else:
            edges = np.sort(np.concatenate((xs, cuts.starts, cuts.ends)))
            values = values[np.searchsorted(xs, edges[:-1], side="right")]
            interval = np.searchsorted(cuts.starts, edges[:-1], side="right") - 1
            values = np.where(edges[:-1] < cuts.ends[interval], values, xs.size + 1)
        wide = edges[:-1] < edges[1:]
        if not wide.all():  # of points at one place the last one has passed them all
            edges, values = np.append(edges[:-1][wide], edges[-1]), values[wide]
        return cls(edges, values)

    @property
    def fewest(self) -> int:
        """The fewest errors of a cut."""
        return int(self.values.min())

    def mass(self, most: int) -> Fraction:
        """Return the mass on which the cuts with at most so many errors disagree."""
        kept = self.values <= most
        first, last = kept.argmax(), kept.size - kept[::-1].argmax()
        return Fraction(float(self.edges[last])) - Fraction(float(self.edges[first]))

    def at_most(self, most: int) -> Cuts:
        """Return the cuts with at most so many errors."""
        kept = np.concatenate(([False], self.values <= most, [False]))
        turns = np.flatnonzero(kept[1:] != kept[:-1])
        return Cuts(self.edges[turns[::2]], self.edges[turns[1::2]])

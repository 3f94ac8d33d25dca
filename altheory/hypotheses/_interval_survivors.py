r"""The errors of all intervals at once, and the intervals with few of them.

With the labels added up from the left, :math:`C(x) = \sum_{x_i \le x} y_i`, an
interval [a, b] makes

.. math:: P - \bigl( C(b) - C(a^-) \bigr)

errors, P being the number of positive labels.  So a and b contribute apart: between
two instances every a counts alike and every b does, and for each a the survivors
have b where C exceeds a level, a union of runs.  The runs of all levels together are
no more than the labels, as C changes by one label at a time.

A set of survivors is a list of boxes, cuts for a and cuts for b, of which the
intervals are those of at least the minimal width.  Boxes of neighboring a with the
same b are one box.
"""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import final

import numpy as np

from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses._interval_gaps import EndBox, middle, moved
from altheory.hypotheses._interval_polygons import Ends, box, farthest, wide
from altheory.hypotheses._interval_rows import Indices, adjacent, over, parted, range_maxima
from altheory.protocols import Sample
from altheory.spaces.cuts import Cut, after, before
from altheory.spaces.line import EMPTY, IntervalUnion


@final
@dataclass(frozen=True, slots=True, eq=False)
class Boxes:
    """The intervals in some boxes, and the empty one if it is held.

    Row ``(i, j, k, m)`` of ``rows : int64[n, 4]`` has ``a`` from cut ``i`` to cut ``j``
    and ``b`` from cut ``k`` to cut ``m``; in each row an interval fits.
    """

    cuts: tuple[Cut, ...]
    rows: Indices
    min_width: Fraction
    holds_empty: bool

    @classmethod
    def of(cls, boxes: tuple[EndBox, ...], min_width: Fraction, *, holds_empty: bool) -> "Boxes":
        """Return the intervals of boxes in each of which one fits."""
        cuts = sorted(
            {before(0), after(1), *(cut for each in boxes for span in each for cut in span)}
        )
        place = {cut: i for i, cut in enumerate(cuts)}
        rows = [[place[cut] for span in each for cut in span] for each in boxes]
        return cls(tuple(cuts), np.array(rows, np.int64).reshape(-1, 4), min_width, holds_empty)

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Boxes) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    @property
    def is_empty(self) -> bool:
        return not self.holds_empty and not len(self.rows)

    def restrict(self, x: Fraction, y: int) -> "Boxes":
        """Keep the intervals with ``x`` inside, or those that end before or begin after it."""
        finer, places = self.refined((before(x), after(x)))
        (i, j, k, m), at = finer.rows.T, places[0]
        if y == 1:
            kept = np.stack([i, np.minimum(j, at + 1), np.maximum(k, at), m], axis=1)
        else:
            left = np.stack([i, j, k, np.minimum(m, at)], axis=1)
            kept = np.concatenate([left, np.stack([np.maximum(i, at + 1), j, k, m], axis=1)])
        return finer.fitting(kept, holds_empty=self.holds_empty and y == -1)

    def general(self) -> IntervalUnion:
        """Return what some interval holds: from where its a may start to where b may end."""
        change = np.zeros(len(self.cuts) + 1, np.int64)
        np.add.at(change, self.rows[:, 0], 1)
        np.add.at(change, self.rows[:, 3], -1)
        covered = np.cumsum(change) > 0
        turns = np.flatnonzero(covered != np.concatenate([[False], covered[:-1]]))
        return IntervalUnion(tuple(self.cuts[t] for t in turns.tolist()))

    def specific(self) -> IntervalUnion:
        """Return what every interval holds: from the highest a to the lowest b."""
        if self.holds_empty:
            return EMPTY
        width, value = self.min_width, [x for x, _ in self.cuts]
        tops = np.unique(self.rows[:, [1, 3]], axis=0).tolist()
        floors = np.unique(self.rows[:, [0, 2]], axis=0).tolist()
        highest = max(min(value[j], value[m] - width) for j, m in tops)
        lowest = min(max(value[k], value[i] + width) for i, k in floors)
        return IntervalUnion.closed(highest, lowest)

    def pick(self) -> Ends:
        """Return the middle of the first box, None for the empty interval."""
        if self.holds_empty:
            return None
        return middle(self._box(self.rows[0].tolist()), self.min_width)

    def holds(self, ends: Ends) -> bool:
        """Decide whether an interval is in the set."""
        if ends is None:
            return self.holds_empty
        finer, places = self.refined([side(x) for x in ends for side in (before, after)])
        (i, j, k, m), (a, b) = finer.rows.T, places[::2]
        inside = (i <= a) & (a < j) & (k <= b) & (b < m)
        return ends[1] - ends[0] >= self.min_width and bool(inside.any())

    def farthest(self, ends: Ends) -> Fraction:
        """Return the supremum of the distance from an interval."""
        length = Fraction(0) if ends is None else ends[1] - ends[0]
        found = [length] if self.holds_empty else []
        if ends is None:
            extremes = np.unique(self.rows[:, [0, 3]], axis=0).tolist()
            found += [self.cuts[m][0] - self.cuts[i][0] for i, m in extremes]
        else:
            shapes = (wide(self.min_width) + box(*self._box(row)) for row in self.rows.tolist())
            distances = (farthest(shape, *ends) for shape in shapes)
            found += [distance for distance in distances if distance is not None]
        return max(found)

    def counts(self, sample: Sample[Fraction]) -> "BoxCounts":
        """Return the error counts of the intervals on a sample."""
        return BoxCounts.of(self, sample)

    def refined(self, more: Sequence[Cut]) -> tuple["Boxes", Indices]:
        """Return the same set with more cuts to speak of, and the places of those."""
        both = (*self.cuts, *more)
        keys = [(float(x), x, side) for x, side in both]  # the float decides nearly always
        order = sorted(range(len(both)), key=keys.__getitem__)
        fresh = [i == 0 or keys[order[i]] != keys[order[i - 1]] for i in range(len(order))]
        place: Indices = np.empty(len(both), np.int64)
        place[order] = np.cumsum(np.array(fresh, np.int64)) - 1
        cuts = tuple(both[t] for t, new in zip(order, fresh, strict=True) if new)
        known, found = place[: len(self.cuts)], place[len(self.cuts) :]
        return Boxes(cuts, known[self.rows], self.min_width, self.holds_empty), found

    def fitting(self, rows: Indices, *, holds_empty: bool) -> "Boxes":
        """Return the rows in which an interval fits, in order, and the cuts that they need."""
        i, j, k, m = rows.T
        kept = rows[(i < j) & (k < m) & (m >= reach(self.cuts, self.min_width)[i])]
        kept = kept[np.lexsort(kept.T[::-1])]
        used, places = np.unique(kept, return_inverse=True)
        cuts = tuple(self.cuts[t] for t in used.tolist())
        return Boxes(cuts, places.reshape(-1, 4).astype(np.int64), self.min_width, holds_empty)

    @property
    def _key(self) -> tuple[object, ...]:
        return self.cuts, self.rows.tobytes(), self.min_width, self.holds_empty

    def _box(self, row: list[int]) -> EndBox:
        i, j, k, m = (self.cuts[t] for t in row)
        return EndBox((i, j), (k, m))


def reach(cuts: tuple[Cut, ...], width: Fraction) -> Indices:
    """Return for each cut the first one past it and the width: ``int64[n]``.

    An interval that starts after the one may end before the other.
    """
    if not width:
        return np.arange(1, len(cuts) + 1)
    found, j = list[int](), 0
    for cut in cuts:
        goal = moved(cut, width)
        while j < len(cuts) and cuts[j] <= goal:
            j += 1
        found.append(j)
    return np.array(found, np.int64)


@final
@dataclass(frozen=True, slots=True, eq=False)
class BoxCounts:
    """How many errors the intervals of some boxes make on one sample.

    Attributes
    ----------
    boxes
        The intervals, over cuts that include those of the sample.
    rows
        Their boxes, parted where a passes an instance: ``int64[n, 4]``.
    gained
        The labels that a leaves out, added up, for each row: ``int64[n]``.
    totals
        The labels up to b, added up, for each cell between cuts: ``int64[m]``.
    positives
        The number of positive labels, which are the errors of the empty interval.
    minimum
        The fewest errors of an interval of the set.

    """

    boxes: Boxes
    rows: Indices
    gained: Indices
    totals: Indices
    positives: int
    minimum: int

    @classmethod
    def of(cls, boxes: Boxes, sample: Sample[Fraction]) -> "BoxCounts":
        """Count errors; the cost is that of sorting, and one row for each a and box."""
        if boxes.is_empty:
            raise EmptyVersionSpaceError("no interval is left whose errors could be counted")
        weights = Counter[Fraction]()
        for x, y in sample:
            weights[x] += y
        finer, places = boxes.refined([side(x) for x in weights for side in (before, after)])
        totals, outside = (_sums(places[side::2], weights, len(finer.cuts)) for side in (0, 1))
        rows = parted(finer.rows, np.flatnonzero(np.diff(outside)) + 1)
        beyond = reach(finer.cuts, boxes.min_width)[rows[:, 0]]
        rows, beyond = (each[rows[:, 3] >= beyond] for each in (rows, beyond))
        gained, positives = outside[rows[:, 0]], sum(y == 1 for _, y in sample)
        best = range_maxima(totals, np.maximum(rows[:, 2], beyond - 1), rows[:, 3]) - gained
        errors = [positives - int(best.max())] if len(rows) else []
        minimum = min([*errors, positives] if boxes.holds_empty else errors)
        return cls(finer, rows, gained, totals, positives, minimum)

    def at_most(self, errors: int) -> Boxes:
        """Return the intervals with at most so many errors."""
        levels = self.gained + (self.positives - errors)
        rows = adjacent(over(self.rows, levels, self.totals))
        return self.boxes.fitting(
            rows, holds_empty=self.boxes.holds_empty and self.positives <= errors
        )


def _sums(places: Indices, weights: Counter[Fraction], cells: int) -> Indices:
    """Return the weights of the instances that are passed in each cell: ``int64[cells]``."""
    passed: Indices = np.zeros(cells, np.int64)
    passed[places] = list(weights.values())
    return np.cumsum(passed)

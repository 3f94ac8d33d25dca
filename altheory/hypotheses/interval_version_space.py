r"""The intervals that agree with labels, before and after the first positive one.

Before it the empty interval is a member, SB is empty, and GB is the union of the
gaps between negative labels that are long enough for an interval; no hypothesis is
the union of two gaps.  After it the ends move independently but for the minimal
width, SB is attained where that leaves it the room, and GB is an open interval,
which no member attains, wherever a negative label bounds it.
"""

from bisect import bisect_left, bisect_right
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses._interval_answers import attained, longest_middle, require_uniform
from altheory.hypotheses._interval_gaps import EndBox, around, common, fits, gaps, middle
from altheory.hypotheses._interval_polygons import box, farthest, joined, wide
from altheory.hypotheses._interval_survivors import Boxes
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.interval_subset import IntervalCounts, IntervalSubset
from altheory.numeric.inputs import label, labeled, listed
from altheory.protocols import Label, Sample
from altheory.spaces.line import EMPTY, UNIT, IntervalUnion, point, points

BOTH: tuple[Label, Label] = (-1, 1)


@final
@dataclass(frozen=True, slots=True)
class IntervalVersionSpace:
    """The intervals of at least a minimal width, and the empty one, that agree with labels.

    Only labels that may still bind are kept: the negative ones in order, and the
    lowest and the highest positive one, beyond whose nearest negatives nothing
    matters.  Once no interval is left the space stays as it is, so that
    ``contradiction`` names the labels that emptied it.
    """

    min_width: Fraction = Fraction(0)
    negatives: tuple[Fraction, ...] = ()
    positives: tuple[Fraction, Fraction] | None = None

    @property
    def boxes(self) -> tuple[EndBox, ...]:
        """The nonempty intervals that remain: where both ends may lie."""
        if self.positives is None:
            found = tuple(gaps(self.negatives))
        else:
            one = around(self.negatives, *self.positives)
            found = () if one is None else (one,)
        return tuple(each for each in found if fits(each, self.min_width))

    @property
    def is_empty(self) -> bool:
        return self.positives is not None and not self.boxes

    @property
    def contradiction(self) -> tuple[tuple[Fraction, Label], ...]:
        """An irreducible set of labels, at most three, that no interval satisfies, if empty."""
        if not self.is_empty:
            return ()
        needed = list(self._evidence)
        for pair in self._evidence:
            rest = [other for other in needed if other != pair]
            if self._after(rest).is_empty:
                needed = rest
        return tuple(needed)

    def restrict(self, x: Any, y: Any) -> "IntervalVersionSpace":
        """Keep the intervals that label ``x`` with ``y``."""
        x, y = point(x), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        return self._with(x, y)

    def restrict_all(self, xs: Any, ys: Any) -> "IntervalVersionSpace":
        """Keep the intervals that agree with a labeled sample."""
        sample = labeled(points(xs) if isinstance(xs, np.ndarray) else map(point, listed(xs)), ys)
        positives = sorted({point(x) for x, y in sample if y == 1})
        negatives = sorted({point(x) for x, y in sample if y == -1})
        space = self
        for x in positives[:1] + positives[1:][-1:]:
            space = space.restrict(x, 1)
        if space.positives is None:
            return replace(space, negatives=tuple(sorted({*space.negatives, *negatives})))
        low, high = space.positives
        i, j = bisect_left(negatives, low), bisect_right(negatives, high)
        for x in negatives[max(i - 1, 0) : i + 1] + negatives[j : j + 1]:
            space = space.restrict(x, -1)
        return space

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining interval gives to ``x``."""
        x = point(x)
        if self.is_empty:
            return frozenset()
        return frozenset(y for y in BOTH if not self._with(x, y).is_empty)

    def specific(self) -> IntervalUnion:
        """Return SB, closed: nothing without a positive label, as the empty interval remains."""
        if self.positives is None:
            return EMPTY
        return next((common(each, self.min_width) for each in self.boxes), UNIT)

    def general(self) -> IntervalUnion:
        """Return GB: the gaps in which an interval fits, open at negative labels."""
        return joined((each.a[0], each.b[1]) for each in self.boxes)

    def disagreement(self) -> IntervalUnion:
        """Return DIS = GB minus SB."""
        return self.general() - self.specific()

    def specific_hypothesis(self) -> Interval | None:
        """Return the member that is SB itself, None if there is none."""
        return attained(self, self.specific())

    def general_hypothesis(self) -> Interval | None:
        """Return the member that is GB itself; a negative label leaves hardly ever one."""
        return attained(self, self.general())

    def __contains__(self, h: Interval) -> bool:
        """Decide whether an interval is a member."""
        if h.ends is None:
            return self.positives is None
        low, high = h.ends
        inside = bisect_right(self.negatives, high) > bisect_left(self.negatives, low)
        holds = self.positives is None or low <= self.positives[0] <= self.positives[1] <= high
        return h.width >= self.min_width and holds and not inside

    def member(self) -> Interval:
        """Return the empty interval while it remains, and then the middle of both ends."""
        if self.positives is None:
            return Interval.empty()
        for each in self.boxes:
            return Interval(*middle(each, self.min_width))
        raise EmptyVersionSpaceError("no interval agrees with every label")

    def bisector(self) -> Fraction | None:
        """Return the middle of the longest piece of DIS, None if DIS is empty.

        Either answer leaves at most half of that piece.
        """
        return longest_middle(self.disagreement())

    def radius(self, center: Interval, law: Any) -> Fraction:
        r"""Return :math:`\sup_{h \in V} P(h \ne \text{center})` under the uniform law, exactly."""
        require_uniform(law, "radii")
        if self.is_empty:
            raise EmptyVersionSpaceError("an empty version space has no radius")
        if center.ends is None:
            lengths = [each.b[1][0] - each.a[0][0] for each in self.boxes]
            return max(lengths, default=Fraction(0))
        shapes = (wide(self.min_width) + box(*each) for each in self.boxes)
        reach = [farthest(shape, *center.ends) for shape in shapes]
        reach += [center.width] if self.positives is None else []
        return max(distance for distance in reach if distance is not None)

    def counts(self, sample: Sample[Any]) -> IntervalCounts:
        """Return the error counts of the remaining intervals on ``sample``."""
        of_empty = self.positives is None
        members = Boxes.of(self.boxes, self.min_width, holds_empty=of_empty)
        return IntervalSubset.of(members).counts(sample)

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)``: witnesses, a forcing label, or a contradiction."""
        x = point(x)
        answer = self.labels(x)
        width = f"{self.min_width.numerator}/{self.min_width.denominator}"
        of = {"class": "intervals", "min_width": width}
        if not answer:
            return empty_version_space(of, self.contradiction)
        if len(answer) == 1:
            return forced_label(of, self._evidence, x, next(iter(answer)))
        pair = [self.restrict(x, y).member() for y in BOTH]
        return two_witnesses(of, self._evidence, x, [h.ends or str(h) for h in pair])

    @property
    def _evidence(self) -> tuple[tuple[Fraction, Label], ...]:
        ends = dict.fromkeys(self.positives or ())
        return (*((x, BOTH[0]) for x in self.negatives), *((x, BOTH[1]) for x in ends))

    def _after(self, sample: Sample[Fraction]) -> "IntervalVersionSpace":
        """Return what labels leave of the whole class, whether they bind or not."""
        space = IntervalVersionSpace(self.min_width)
        for x, y in sample:
            space = space.restrict(x, y)
        return space

    def _with(self, x: Fraction, y: Label) -> "IntervalVersionSpace":
        """Return the space with one more label, and without those that cannot bind."""
        negatives, positives = self.negatives, self.positives
        if y == -1:
            i, j = bisect_left(negatives, x), bisect_right(negatives, x)
            negatives = (*negatives[:i], x, *negatives[j:])
        else:
            low, high = positives or (x, x)
            positives = min(low, x), max(high, x)
        if positives is not None:
            i, j = bisect_left(negatives, positives[0]), bisect_right(negatives, positives[1])
            negatives = negatives[max(i - 1, 0) : j + 1]
        return IntervalVersionSpace(self.min_width, negatives, positives)

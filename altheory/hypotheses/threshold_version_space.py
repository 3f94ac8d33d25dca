r"""The cuts that agree with labels, and what they say together.

A label +1 at :math:`x` keeps the cuts :math:`a \le x`, a label -1 keeps
:math:`a > x`.  So only two labels ever matter, the highest negative :math:`n` and
the lowest positive :math:`p`: the version space is the interval
:math:`(n, p]` of cuts, and two members disagree at :math:`x` iff one cut is at
most :math:`x` and another exceeds it.
"""

from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses._float_profile import float_pieces
from altheory.hypotheses.profile import StepProfile
from altheory.numeric.inputs import label, labeled, listed, rational
from altheory.numeric.rational import ceil_float
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import ErrorCounts, Label, Labels, Sample
from altheory.spaces.cuts import Cuts, after, before
from altheory.spaces.line import UNIT, IntervalUnion, point, points
from altheory.spaces.line_laws import UniformInterval

BOTH: tuple[Label, Label] = (-1, 1)


@final
@dataclass(frozen=True, slots=True)
class Threshold:
    """The classifier that says +1 from ``cut`` on.

    >>> Threshold(0.5)(0.5), Threshold(0.5)(0.25)
    (1, -1)
    """

    cut: Fraction

    def __post_init__(self) -> None:
        cut = rational(self.cut, "a cut")
        if cut not in UNIT:
            raise DomainError(f"a cut lies in [0, 1], got {self.cut}")
        object.__setattr__(self, "cut", cut)

    @property
    def positive(self) -> IntervalUnion:
        """The region [cut, 1] that is labeled +1."""
        return IntervalUnion.closed(self.cut, 1)

    def __call__(self, x: Any) -> Label:
        return 1 if point(x) >= self.cut else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``float64[n] -> int8[n]``, exactly."""
        return np.where(points(xs) >= ceil_float(self.cut), 1, -1).astype(np.int8)


@final
@dataclass(frozen=True, slots=True)
class ThresholdVersionSpace:
    """The thresholds of ``prior`` that agree with every label so far.

    Only the labels that bind are kept.  Once no threshold is left the space
    stays as it is, so that ``contradiction`` names the labels that emptied it.
    """

    prior: IntervalUnion = UNIT
    highest_negative: Fraction | None = None
    lowest_positive: Fraction | None = None

    @property
    def cuts(self) -> IntervalUnion:
        """The cuts that remain."""
        start = before(0) if self.highest_negative is None else after(self.highest_negative)
        end = after(1) if self.lowest_positive is None else after(self.lowest_positive)
        kept = IntervalUnion.from_cuts(start, end)
        return kept if self.prior == UNIT else self.prior & kept

    @property
    def is_empty(self) -> bool:
        return self.cuts.is_empty

    @property
    def contradiction(self) -> tuple[tuple[Fraction, Label], ...]:
        """An irreducible set of labels that no threshold satisfies, if empty."""
        if not self.is_empty:
            return ()
        negative, positive = self._negative, self._positive
        for alone in (negative, positive):
            if replace(self, highest_negative=None, lowest_positive=None)._with(alone).is_empty:
                return alone
        return negative + positive

    def restrict(self, x: Any, y: Any) -> "ThresholdVersionSpace":
        """Keep the thresholds that label ``x`` with ``y``."""
        x, y = point(x), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        if y == 1:
            return replace(self, lowest_positive=x)
        return replace(self, highest_negative=x)

    def restrict_all(self, xs: Any, ys: Any) -> "ThresholdVersionSpace":
        """Keep the thresholds that agree with a labeled sample."""
        sample = labeled(points(xs) if isinstance(xs, np.ndarray) else map(point, listed(xs)), ys)
        positives = [x for x, y in sample if y == 1]
        negatives = [x for x, y in sample if y == -1]
        space = self
        if positives:
            space = space.restrict(min(positives), 1)
        return space.restrict(max(negatives), -1) if negatives else space

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining threshold gives to ``x``."""
        cuts, split = self.cuts, after(point(x))
        if cuts.is_empty:
            return frozenset()
        if cuts.cuts[-1] <= split:
            return frozenset({1})
        return frozenset({-1}) if split <= cuts.cuts[0] else frozenset(BOTH)

    def specific(self) -> IntervalUnion:
        """Return SB: from the highest remaining cut on, whether attained or not."""
        cuts = self.cuts
        return UNIT if cuts.is_empty else IntervalUnion.closed(cuts.cuts[-1][0], 1)

    def general(self) -> IntervalUnion:
        """Return GB: from the lowest remaining cut on, without it if not attained."""
        cuts = self.cuts
        return cuts if cuts.is_empty else IntervalUnion.from_cuts(cuts.cuts[0], after(1))

    def disagreement(self) -> IntervalUnion:
        """Return DIS = GB minus SB, an interval even where the cuts have gaps."""
        return self.general() - self.specific()

    def specific_hypothesis(self) -> Threshold | None:
        """Return the highest remaining threshold, None if it is not attained."""
        return self._attained(self.specific())

    def general_hypothesis(self) -> Threshold | None:
        """Return the lowest remaining threshold; a negative label leaves none."""
        return self._attained(self.general())

    def member(self) -> Threshold:
        """Return the middle of the remaining cuts, or the nearest to it."""
        cuts = self.cuts
        if cuts.is_empty:
            raise EmptyVersionSpaceError("no threshold agrees with every label")
        middle = (cuts.cuts[0][0] + cuts.cuts[-1][0]) / 2
        if middle in cuts:
            return Threshold(middle)
        centers = ((piece.lo + piece.hi) / 2 for piece in cuts.pieces)
        return Threshold(min(centers, key=lambda center: abs(center - middle)))

    def draw(self, rng: Rng) -> Threshold:
        """Return a Gibbs draw: a remaining threshold, its cut uniform by length.

        Where only finitely many cuts are left each is as likely as any other.
        """
        cuts, stream = self.cuts, generator(rng)
        if cuts.is_empty:
            raise EmptyVersionSpaceError("no threshold agrees with every label")
        if cuts.length:
            return Threshold(UniformInterval().draw(cuts, stream))
        return Threshold(cuts.pieces[int(stream.integers(len(cuts.pieces)))].lo)

    def bisector(self) -> Fraction | None:
        """Return the middle of the disagreement region, None if it is empty."""
        region = self.disagreement()
        return None if region.is_empty else region.pieces[0].lo / 2 + region.pieces[0].hi / 2

    def radius(self, center: Threshold, law: Any) -> Any:
        r"""Return :math:`\sup_{h \in V} P(h \ne \text{center})` under ``law``, exactly.

        Members differ from the center the more the farther out they lie, so the
        supremum is at one of the two ends, attained or not.
        """
        if self.is_empty:
            raise EmptyVersionSpaceError("an empty version space has no radius")
        start, end = self.cuts.hull.cuts
        middle = before(center.cut)
        sides = ((start, middle), (middle, before(end[0])))
        return max(law.mass(IntervalUnion.from_cuts(*side)) for side in sides)

    def counts(self, sample: Sample[Any]) -> ErrorCounts["ThresholdVersionSpace"]:
        """Return how many errors each remaining threshold makes on ``sample``."""
        region = self.cuts.cuts
        floats = float_pieces(sample, region, _of_cuts)
        return error_profile(sample).on(region, _of_cuts) if floats is None else floats

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)``: witnesses, a forcing label, or a contradiction."""
        x = point(x)
        evidence = self._negative + self._positive
        answer = self.labels(x)
        if self.prior != UNIT:
            raise DomainError(f"certificates start from all thresholds, not from {self.prior}")
        if not answer:
            return empty_version_space({"class": "thresholds"}, self.contradiction)
        if len(answer) == 1:
            return forced_label({"class": "thresholds"}, evidence, x, next(iter(answer)))
        return two_witnesses({"class": "thresholds"}, evidence, x, self._pair(x))

    @property
    def _negative(self) -> tuple[tuple[Fraction, Label], ...]:
        return () if self.highest_negative is None else ((self.highest_negative, -1),)

    @property
    def _positive(self) -> tuple[tuple[Fraction, Label], ...]:
        return () if self.lowest_positive is None else ((self.lowest_positive, 1),)

    def _with(self, sample: Sample[Fraction]) -> "ThresholdVersionSpace":
        space = self
        for x, y in sample:
            space = space.restrict(x, y)
        return space

    def _attained(self, region: IntervalUnion) -> Threshold | None:
        if region.is_empty or self.is_empty:
            return None
        first = region.pieces[0]
        attained = first.closed_lo and first.lo in self.cuts
        return Threshold(first.lo) if attained else None

    def _pair(self, x: Fraction) -> tuple[Fraction, Fraction]:
        """Return the cuts of two members, the first -1 and the second +1 at ``x``."""
        return self.restrict(x, -1).member().cut, self.restrict(x, 1).member().cut


def _of_cuts(cuts: Cuts) -> ThresholdVersionSpace:
    return ThresholdVersionSpace(prior=IntervalUnion(cuts))


def error_profile(sample: Sample[Any]) -> StepProfile:
    """Return the number of errors of every threshold on ``sample`` at once."""
    pairs = [(point(x), label(y)) for x, y in sample]
    base = sum(y == -1 for _, y in pairs)  # the cut 0 says + everywhere
    return StepProfile.from_jumps(base, ((after(x), y) for x, y in pairs))

r"""The directions that agree with labels on the circle, and what they say together.

Each label keeps an open half circle of directions (:mod:`altheory.hypotheses.half_circle`),
so the version space :math:`V` is all of the circle, an open arc of at most half a turn
that two labels bind, or nothing.  The instances that some direction labels +1 are those
within a quarter turn of :math:`V`, and those that some direction labels -1 are opposite:

.. math:: \mathrm{GB} = \bigcup_{u \in V} (u - \tfrac14, u + \tfrac14), \qquad
          \mathrm{SB} = [0, 1) \setminus (\mathrm{GB} + \tfrac12), \qquad
          \mathrm{DIS} = \mathrm{GB} \cap (\mathrm{GB} + \tfrac12).

So SB is the cone of the signed examples, a *closed* arc from the first to the last of
them, and an arc of length :math:`\ell` disagrees on mass :math:`2 \ell`.  Survivors of
noise are unions of arcs; the same three formulas hold, and everything is in doubt unless
a gap longer than half a turn remains.

No half circle contains another, so while two members are left neither SB nor GB is the
positive region of one: the class has no boundary hypotheses, only the envelopes.
"""

from dataclasses import dataclass
from fractions import Fraction
from functools import reduce
from itertools import pairwise
from operator import and_
from typing import Any, final

import numpy as np

from altheory.certificate import empty_version_space, forced_label, two_witnesses
from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses.half_circle import (
    HALF,
    QUARTER,
    CircleSeparator,
    agreeing,
    apart,
    half_circle,
)
from altheory.hypotheses.profile import Pieces, StepProfile
from altheory.numeric.inputs import label, labeled, listed
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats, Label, Sample
from altheory.spaces.circle import CIRCLE, ArcUnion, turn, turns
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.cuts import ends

BOTH: tuple[Label, Label] = (-1, 1)


@final
@dataclass(frozen=True, slots=True)
class CircleVersionSpace:
    """The directions of ``prior`` that agree with every label so far.

    Only the labels that bind are kept: at most two, or the at most three that
    contradict each other.  Where ``prior`` is open, so are all of its version spaces,
    and the instances to which no member says -1 are those to which every member says
    +1; an end that ``prior`` holds may have an instance on its boundary instead.
    """

    prior: ArcUnion = CIRCLE
    sample: tuple[tuple[Fraction, Label], ...] = ()

    @property
    def directions(self) -> ArcUnion:
        """The directions that remain."""
        return self.prior & _common(self.sample)

    @property
    def is_empty(self) -> bool:
        return self.directions.is_empty

    @property
    def contradiction(self) -> tuple[tuple[Fraction, Label], ...]:
        """An irreducible set of labels that no direction satisfies, if empty."""
        return self.sample if self.is_empty else ()

    def restrict(self, x: Any, y: Any) -> "CircleVersionSpace":
        """Keep the directions that label ``x`` with ``y``."""
        x, y = turn(x), label(y)
        remaining = self.directions
        kept = remaining & agreeing(x, y)
        if kept == remaining:  # nothing to learn, or nothing left to lose
            return self
        binding = [*self.sample, (x, y)]
        for pair in self.sample:
            rest = [other for other in binding if other != pair]
            if self.prior & _common(rest) == kept:
                binding = rest
        return CircleVersionSpace(self.prior, tuple(sorted(binding)))

    def restrict_all(self, xs: Any, ys: Any) -> "CircleVersionSpace":
        """Keep the directions that agree with a labeled sample, of which few labels bind."""
        if isinstance(xs, np.ndarray) and self.prior == CIRCLE:
            return self._restrict_batch(turns(xs), ys)
        return reduce(
            lambda space, pair: space.restrict(*pair), labeled(map(turn, listed(xs)), ys), self
        )

    def _restrict_batch(self, xs: Floats, ys: Any) -> "CircleVersionSpace":
        """Pass over the labels that are sure by now all at once, and learn from the next."""
        space, positive = self, np.array([y == 1 for _, y in labeled(xs, ys)], dtype=np.bool_)
        while xs.size and not space.is_empty:
            plus, minus = space.specific().contains(xs), ~space.general().contains(xs)
            unsure = ~np.where(positive, plus, minus)
            xs, positive = xs[unsure], positive[unsure]
            if xs.size:
                space = space.restrict(xs[0], 1 if positive[0] else -1)
        return space

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining direction gives to ``x``."""
        x, remaining = turn(x), self.directions
        return frozenset(y for y in BOTH if not (remaining & agreeing(x, y)).is_empty)

    def specific(self) -> ArcUnion:
        """Return SB, where no remaining direction says -1."""
        return ~self.general().turned(HALF)

    def general(self) -> ArcUnion:
        """Return GB, the instances within less than a quarter turn of a remaining direction.

        An arc over the place 0 has a piece with ``hi`` above 1, as one from 3/5 to 3/2; it
        is printed as ``(3/5, 1/2) over 0``.
        """
        region = ArcUnion()
        for (lo, _), (hi, _) in ends(self.directions.cuts):
            region |= ArcUnion.open(lo - QUARTER, hi + QUARTER)
        return region

    def disagreement(self) -> ArcUnion:
        """Return DIS = GB minus SB: two opposite arcs, once few enough directions remain."""
        general = self.general()
        return general & general.turned(HALF)

    def specific_hypothesis(self) -> CircleSeparator | None:
        """Return None: SB is closed, or empty, and positive half circles are open."""
        return None

    def general_hypothesis(self) -> CircleSeparator | None:
        """Return the only direction of a prior that is one point, else None.

        Two half circles are not nested, so GB is that of a member only if there is one.
        """
        remaining = self.directions.pieces
        alone = len(remaining) == 1 and remaining[0].lo == remaining[0].hi
        return self.member() if alone else None

    def member(self) -> CircleSeparator:
        """Return the middle of the longest arc of directions, the first of equals."""
        arcs = self.directions.pieces
        if not arcs:
            raise EmptyVersionSpaceError("no separator agrees with every label")
        longest = max(arcs, key=lambda arc: arc.hi - arc.lo)
        return CircleSeparator((longest.lo + longest.hi) / 2 % 1)

    def draw(self, rng: Rng) -> CircleSeparator:
        """Return a Gibbs draw: a remaining separator, its direction uniform by length.

        Where only finitely many directions are left each is as likely as any other.
        """
        remaining, stream = self.directions, generator(rng)
        if remaining.is_empty:
            raise EmptyVersionSpaceError("no separator agrees with every label")
        if remaining.length:
            return CircleSeparator(UniformCircle().draw(remaining, stream))
        return CircleSeparator(remaining.pieces[int(stream.integers(len(remaining.pieces)))].lo)

    def bisector(self) -> Fraction | None:
        """Return an instance that half of the remaining directions label +1, None if none splits.

        The length of the directions within a quarter turn of ``x`` is affine between
        the places a quarter turn from an end, and what it lacks of a half at ``x`` it
        exceeds a half by at ``x + 1/2``; so it crosses a half somewhere.
        """
        remaining = self.directions
        if remaining.length == 0:
            doubtful = self.disagreement().pieces
            return (doubtful[0].lo + doubtful[0].hi) / 2 % 1 if doubtful else None

        def surplus(x: Fraction) -> Fraction:
            return (remaining & half_circle(x)).length - remaining.length / 2

        bends = sorted({(a + way) % 1 for a, _ in remaining.cuts for way in (-QUARTER, QUARTER)})
        stretches = pairwise((x, surplus(x)) for x in [*bends, bends[0] + 1])
        (lo, here), (hi, there) = next(
            (start, end) for start, end in stretches if start[1] == 0 or start[1] * end[1] < 0
        )
        return lo if here == 0 else (lo + (hi - lo) * here / (here - there)) % 1

    def radius(self, center: CircleSeparator, law: Any) -> Any:
        r"""Return :math:`\sup_{h \in V} P(h \ne \text{center})` under ``law``, exactly.

        Either way from the center members differ from it the more the farther they lie,
        up to the opposite one; so the supremum is there or at an end, attained or not.
        """
        remaining, opposite = self.directions, (center.direction + HALF) % 1
        if remaining.is_empty:
            raise EmptyVersionSpaceError("an empty version space has no radius")
        farthest = {a % 1 for a, _ in remaining.cuts} | (
            {opposite} if opposite in remaining else set()
        )
        return max(law.mass(apart(center.direction, u)) for u in farthest)

    def counts(self, sample: Sample[Any]) -> Pieces["CircleVersionSpace"]:
        """Return how many errors each remaining direction makes on ``sample``.

        A direction with an instance on its boundary does not agree with the label, so
        it errs: survivors of open sets are open.
        """
        return error_profile(sample).on(
            self.directions.cuts, lambda cuts: CircleVersionSpace(ArcUnion(cuts))
        )

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)``: witnesses, a forcing label, or a contradiction."""
        x, answer, problem = turn(x), self.labels(x), {"class": "circle"}
        if self.prior != CIRCLE:
            raise DomainError(f"certificates start from all directions, not from {self.prior}")
        if not answer:
            return empty_version_space(problem, self.contradiction)
        if len(answer) == 1:
            return forced_label(problem, self.sample, x, next(iter(answer)))
        pair = [self.restrict(x, y).member().direction for y in BOTH]
        return two_witnesses(problem, self.sample, x, pair)


def error_profile(sample: Sample[Any]) -> StepProfile:
    """Return the number of errors of every direction on ``sample`` at once.

    Each label is an error everywhere but on its open half circle.
    """
    agreed = [agreeing(turn(x), label(y)) for x, y in sample]
    jumps = ((cut, 2 * (i % 2) - 1) for arc in agreed for i, cut in enumerate(arc.cuts))
    return StepProfile.from_jumps(len(agreed), jumps)


def _common(sample: Sample[Fraction]) -> ArcUnion:
    return reduce(and_, (agreeing(x, y) for x, y in sample), CIRCLE)

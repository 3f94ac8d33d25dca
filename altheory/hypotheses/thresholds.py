r"""Thresholds on the unit interval.

The class is :math:`\mathcal H = \{h_a : a \in [0, 1]\}` with
:math:`h_a(x) = +1` if :math:`x \ge a` and :math:`-1` otherwise.  Positive regions are
nested, one cut says all, and each question below is one about the order of cuts.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.threshold_version_space import (
    Threshold,
    ThresholdVersionSpace,
    error_profile,
)
from altheory.numeric.inputs import count, open_unit, rational
from altheory.protocols import Sample
from altheory.spaces.cuts import before
from altheory.spaces.line import IntervalUnion, point
from altheory.spaces.line_laws import RESOLUTION, UniformInterval

__all__ = ["EXAMPLES", "Threshold", "ThresholdVersionSpace", "Thresholds"]


@final
@dataclass(frozen=True, slots=True)
class Thresholds:
    """The class of all thresholds on the unit interval."""

    @property
    def vc_dimension(self) -> int:
        return 1

    @property
    def star_number(self) -> int:
        """The size of the largest star set: the points next to the cut on either side."""
        return 2

    @property
    def is_nested(self) -> bool:
        """Of two positive regions the one with the lower cut contains the other."""
        return True

    def version_space(self) -> ThresholdVersionSpace:
        return ThresholdVersionSpace()

    def law(self) -> UniformInterval:
        return UniformInterval()

    def grid(self, n: int) -> tuple[Fraction, ...]:
        cells = count(n, "the cells of a grid")
        return tuple(Fraction(k, cells) for k in range(cells + 1))

    def representatives(self, points: Sequence[Any]) -> tuple[Threshold, ...]:
        """Return a threshold for each labeling: one at every point and one past the last."""
        cuts = sorted({point(x) for x in points})
        if not cuts or cuts[-1] < 1:
            cuts.append(Fraction(1))
        return tuple(map(Threshold, cuts))

    @property
    def vertices_need_steps(self) -> bool:
        return False

    def vertices(self, points: Sequence[Any]) -> tuple[Threshold, ...]:
        """Return the thresholds at the ends and at ``points``, where the error can turn."""
        return tuple(map(Threshold, sorted({Fraction(0), Fraction(1), *map(point, points)})))

    def difference(self, h: Threshold, g: Threshold) -> IntervalUnion:
        """Return the region between the two cuts, closed at the lower one."""
        lo, hi = sorted((h.cut, g.cut))
        return IntervalUnion.from_cuts(before(lo), before(hi))

    def ball(self, center: Threshold, radius: Any, law: Any = None) -> ThresholdVersionSpace:
        r"""Return :math:`B(h, r) = \{g \in \mathcal H : P(g \ne h) \le r\}`.

        Under the uniform law the distance of two thresholds is that of their
        cuts, so the ball is a closed interval of cuts.
        """
        given, radius = radius, rational(radius, "a radius")
        if radius < 0:
            raise DomainError(f"a radius is at least 0, got {given}")
        if law is not None and law != UniformInterval():
            raise DomainError("balls of thresholds are exact under the uniform law only")
        lo, hi = max(center.cut - radius, Fraction(0)), min(center.cut + radius, Fraction(1))
        return ThresholdVersionSpace(prior=IntervalUnion.closed(lo, hi))

    def erm(self, sample: Sample[Any]) -> Threshold:
        """Return the middle of the first interval of cuts with the fewest errors."""
        best = error_profile(sample).argmin().pieces[0]
        return Threshold((best.lo + best.hi) / 2)

    def erm_one_sided(self, sample: Sample[Any]) -> Threshold:
        """Return the highest of the first cuts with the fewest errors.

        Cuts move to the left of a sample point only with it: an interval of
        minimizers is closed on the right, at a sample point or at 1.
        """
        return Threshold(error_profile(sample).argmin().pieces[0].hi)

    def combinatorics(self, n: int) -> Combinatorics:
        """Return the closed forms for ``n`` distinct instances below 1, where all cuts say +.

        The cuts between two neighbors say the same, which makes n + 1 labelings in a row:
        neighbors differ at one instance, and bisection halves the row.
        """
        size = count(n, "the number of instances", least=0)
        return Combinatorics(
            growth=size + 1,
            star_number=min(size, 2),
            teaching_dimension=min(size, 2),
            extended_teaching_dimension=min(size, 2),
            queries=size.bit_length(),  # ceil(log2(n + 1))
        )

    def disagreement_coefficient(self, target: Threshold, r0: Any) -> Fraction:
        r"""Return :math:`\theta_t(r_0) = (\min(t, r_0) + \min(1 - t, r_0)) / r_0`, uniform law.

        It is 2 up to the distance of the target t from the nearer end.
        """
        radius = open_unit(r0, "the radius r0")
        return (min(target.cut, radius) + min(1 - target.cut, radius)) / radius

    def draw_target(self, rng: np.random.Generator) -> Threshold:
        return Threshold(Fraction(2 * int(rng.integers(RESOLUTION)) + 1, 2 * RESOLUTION))

    def parse_target(self, text: str) -> Threshold:
        """Read a cut such as ``0.73`` or ``1/3``."""
        try:
            return Threshold(Fraction(text))
        except (ValueError, ZeroDivisionError) as error:
            raise DomainError(
                f"a target threshold is a number in [0, 1] such as 0.73 or 1/3, got {text!r}"
            ) from error


EXAMPLES = (Thresholds(),)

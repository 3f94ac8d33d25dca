r"""Intervals on the unit interval.

The class is :math:`\mathcal H_w = \{h_{[a,b]} : 0 \le a \le b \le 1,\ b - a \ge w\}
\cup \{h_\emptyset\}` with :math:`h_{[a,b]}(x) = +1` iff :math:`a \le x \le b`.  The
empty interval is a member whatever the minimal width :math:`w`, and it is what makes
the class hard: until a positive instance is found, every gap between negative
ones may hide an interval.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses._interval_answers import require_uniform
from altheory.hypotheses._interval_ball import Polygons
from altheory.hypotheses._interval_gaps import EndBox, fits, middle
from altheory.hypotheses._interval_polygons import near, nonempty, short, wide
from altheory.hypotheses._interval_theta import theta
from altheory.hypotheses.interval import Interval
from altheory.hypotheses.interval_subset import IntervalSubset
from altheory.hypotheses.interval_version_space import IntervalVersionSpace
from altheory.numeric.inputs import count, open_unit, rational
from altheory.numeric.rational import readable
from altheory.protocols import Sample
from altheory.spaces.cuts import after, before
from altheory.spaces.line import IntervalUnion, point
from altheory.spaces.line_laws import RESOLUTION, UniformInterval


@final
@dataclass(frozen=True, slots=True)
class Intervals:
    """The class of closed intervals of at least ``min_width``, and the empty one.

    >>> Intervals().version_space().restrict(0.5, -1).general().pieces[0].hi
    Fraction(1, 2)
    """

    min_width: Fraction = Fraction(0)

    def __post_init__(self) -> None:
        width = rational(self.min_width, "a minimal width")
        if not 0 <= width <= 1:
            raise DomainError(f"a minimal width lies in [0, 1], got {self.min_width}")
        object.__setattr__(self, "min_width", width)

    @property
    def vc_dimension(self) -> int:
        """Two points are shattered if an interval fits between the first and the end of [0, 1].

        At the full width [0, 1] is the only nonempty interval.
        """
        return 2 if self.min_width < 1 else 1

    @property
    def star_number(self) -> float | None:
        """Infinite, by the empty interval and single points; unknown for a minimal width."""
        return None if self.min_width else math.inf

    def version_space(self) -> IntervalVersionSpace:
        return IntervalVersionSpace(self.min_width)

    def law(self) -> UniformInterval:
        return UniformInterval()

    def grid(self, n: int) -> tuple[Fraction, ...]:
        cells = count(n, "the cells of a grid")
        return tuple(Fraction(k, cells) for k in range(cells + 1))

    def representatives(self, points: Sequence[Any]) -> tuple[Interval, ...]:
        """Return an interval for each labeling: the empty one, and the middle of what fits."""
        xs = sorted({point(x) for x in points})
        starts = (before(0), *map(after, xs))
        ends = (*map(before, xs), after(1))
        boxes = (
            EndBox((starts[i], after(xs[i])), (before(xs[j]), ends[j + 1]))
            for i in range(len(xs))
            for j in range(i, len(xs))
        )
        fitting = (each for each in boxes if fits(each, self.min_width))
        ends_of = (middle(each, self.min_width) for each in fitting)
        return (Interval.empty(), *(Interval(a, b) for a, b in ends_of))

    def difference(self, h: Interval, g: Interval) -> IntervalUnion:
        """Return the region on which two intervals differ."""
        return (h.positive - g.positive) | (g.positive - h.positive)

    def ball(self, center: Interval, radius: Any, law: Any = None) -> IntervalSubset:
        r"""Return :math:`B(h, r) = \{g \in \mathcal H : P(g \ne h) \le r\}`, uniform law.

        Of the nonempty intervals those with both ends near the center's, or so
        short that even beside the center they differ by at most r.
        """
        given, radius = radius, rational(radius, "a radius")
        if radius < 0:
            raise DomainError(f"a radius is at least 0, got {given}")
        require_uniform(UniformInterval() if law is None else law, "balls")
        shapes = (short(radius),) if center.ends is None else near(*center.ends, radius)
        polygons = (wide(self.min_width) + shape for shape in shapes)
        return IntervalSubset.of(Polygons(tuple(nonempty(polygons)), center.width <= radius))

    @property
    def vertices_need_steps(self) -> bool:
        return False

    def vertices(self, points: Sequence[Any]) -> tuple[Interval, ...]:
        """Return the intervals between ``points`` and the ends, and the empty one.

        An end moves to lower the error until it meets a point, an end of [0, 1] or the
        other end.  Where a minimal width stops it, the best place may be anywhere.
        """
        if self.min_width:
            raise DomainError(
                f"with a minimal width, {readable(self.min_width)}, no points are known to end "
                "the best interval; give one that errs no more than the Bayes classifier as target="
            )
        xs = sorted({Fraction(0), Fraction(1), *map(point, points)})
        pairs = ((a, b) for i, a in enumerate(xs) for b in xs[i + 1 :])
        return (Interval.empty(), *(Interval(a, b) for a, b in pairs))

    def combinatorics(self, n: int) -> Combinatorics:
        """Return what the intervals do on ``n`` points in a row; unknown for a minimal width."""
        size = count(n, "a number of instances", least=0)
        if self.min_width:
            return Combinatorics()
        return Combinatorics(
            growth=size * (size + 1) // 2 + 1,
            star_number=size,
            teaching_dimension=size,
            extended_teaching_dimension=size,
            queries=size,
        )

    def disagreement_coefficient(self, target: Interval, r0: Any) -> Fraction:
        r"""Return :math:`\theta_h(r_0) = \max(1, \sup_{r > r_0} P(\mathrm{DIS}(B(h, r)))/r)`.

        It is at most :math:`\max(4, 1/(v + w))` for a target of width v > 0.

        >>> Intervals().disagreement_coefficient(Interval.empty(), Fraction(1, 100))
        Fraction(100, 1)
        """
        if target not in self.version_space():
            ends = ",".join(map(readable, target.ends or ()))
            raise DomainError(f"the target {ends} is narrower than {readable(self.min_width)}")
        return theta(target, self.min_width, open_unit(r0, "the radius r0"))

    def erm(self, sample: Sample[Any]) -> Interval:
        """Return the empty interval or, if one has fewer errors, the middle of the first best."""
        counts = self.version_space().counts(sample)
        return counts.at_most(counts.minimum).member()

    def draw_target(self, rng: np.random.Generator) -> Interval:
        """Draw both ends uniformly among the pairs that are wide enough."""
        room = 1 - self.min_width
        places = sorted(2 * int(k) + 1 for k in rng.integers(RESOLUTION, size=2))
        low, high = (room * Fraction(place, 2 * RESOLUTION) for place in places)
        return Interval(low, high + self.min_width)

    def parse_target(self, text: str) -> Interval:
        """Read ``LOW,HIGH`` such as ``0.2,1/3``, or ``empty``."""
        if text == "empty":
            return Interval.empty()
        try:
            low, high = map(Fraction, text.split(","))
            target = Interval(low, high)
        except (ValueError, ZeroDivisionError) as error:
            raise DomainError(
                "a target interval is LOW,HIGH with 0 <= LOW <= HIGH <= 1, such as 0.2,1/3, "
                f"or empty, got {text!r}"
            ) from error
        if target.width < self.min_width:
            raise DomainError(f"the target {text} is narrower than {readable(self.min_width)}")
        return target


def from_argument(text: str | None) -> Intervals:
    """Return the class that the command line calls ``intervals`` or ``intervals:WIDTH``."""
    if text is None:
        return Intervals()
    try:
        return Intervals(Fraction(text))
    except (ValueError, ZeroDivisionError) as error:
        raise DomainError(
            f"a minimal width is a number in [0, 1], as in intervals:0.1, got {text!r}"
        ) from error


EXAMPLES = (Intervals(), Intervals(Fraction(1, 4)))

r"""Homogeneous separators of the plane, on the circle of turns.

The class is :math:`\mathcal H = \{h_u : u \in [0, 1)\}` with the open half circle around
:math:`u` labeled +1 and the opposite one -1 (:mod:`altheory.hypotheses.half_circle`).
Two separators at a distance of :math:`d \le 1/2` turns differ on two opposite arcs of
length :math:`d`, so under the uniform law

.. math:: P(h_u \ne h_v) = 2 d,

which is their angle over :math:`\pi`.  Turning :math:`u` changes the label of :math:`x` at
:math:`u = x \pm 1/4` only: :math:`n` instances cut the circle of directions into at most
:math:`2n` arcs, one for each labeling.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.hypotheses.half_circle import QUARTER, CircleSeparator, apart
from altheory.numeric.inputs import count, open_unit, rational
from altheory.protocols import Sample
from altheory.spaces.circle import ArcUnion, turn
from altheory.spaces.circle_laws import UniformCircle
from altheory.spaces.line_laws import RESOLUTION


@final
@dataclass(frozen=True, slots=True)
class CircleSeparators:
    """The class of all half circles.

    Three positive and three negative labels leave an arc of directions, and two
    opposite arcs on which they disagree.

    >>> labels = {0.0: 1, 0.0625: 1, 0.25: 1, 0.5: -1, 0.625: -1, 0.6875: -1}
    >>> space = CircleSeparators().version_space().restrict_all(labels.keys(), labels.values())
    >>> print(space.directions, "|", space.specific(), "|", space.disagreement())
    (0, 1/4) | [0, 1/4] | (1/4, 1/2) u (3/4, 1)
    """

    @property
    def vc_dimension(self) -> int:
        return 2

    @property
    def star_number(self) -> int:
        """The size of the largest star set: the points next to the two ends of the half circle."""
        return 2

    def version_space(self) -> CircleVersionSpace:
        return CircleVersionSpace()

    def law(self) -> UniformCircle:
        return UniformCircle()

    def grid(self, n: int) -> tuple[Fraction, ...]:
        cells = count(n, "the cells of a grid")
        return tuple(Fraction(k, cells) for k in range(cells))

    def representatives(self, points: Sequence[Any]) -> tuple[CircleSeparator, ...]:
        """Return the middle of each arc of directions that label all ``points`` alike."""
        boundaries = sorted({(turn(x) + way) % 1 for x in points for way in (-QUARTER, QUARTER)})
        if not boundaries:
            return (CircleSeparator(Fraction(0)),)
        arcs = pairwise([*boundaries, boundaries[0] + 1])
        return tuple(CircleSeparator((lo + hi) / 2 % 1) for lo, hi in arcs)

    @property
    def vertices_need_steps(self) -> bool:
        return True

    def vertices(self, points: Sequence[Any]) -> tuple[CircleSeparator, ...]:
        """Return the separators with a boundary at one of ``points``, where the error can turn.

        The error of :math:`h_u` grows with :math:`u` at the rate
        :math:`2 P(+1 | u - 1/4) - 2 P(+1 | u + 1/4)`, so it is affine between them if the
        conditional probability of a label is *constant* between ``points``; that it does
        not cross 1/2 there is not enough on the circle.
        """
        turned = {(rational(x) + way) % 1 for x in points for way in (-QUARTER, QUARTER)}
        return tuple(map(CircleSeparator, sorted(turned or {Fraction(0)})))

    def difference(self, h: CircleSeparator, g: CircleSeparator) -> ArcUnion:
        """Return where two separators both give a label and differ: two opposite open arcs."""
        return apart(h.direction, g.direction)

    def ball(self, center: CircleSeparator, radius: Any, law: Any = None) -> CircleVersionSpace:
        r"""Return :math:`B(h, r) = \{g \in \mathcal H : P(g \ne h) \le r\}`.

        Under the uniform law it is the closed arc of directions within :math:`r/2` turns.
        """
        given, radius = radius, rational(radius, "a radius")
        if radius < 0:
            raise DomainError(f"a radius is at least 0, got {given}")
        if law is not None and law != UniformCircle():
            raise DomainError("balls of separators are exact under the uniform law only")
        u = center.direction
        return CircleVersionSpace(ArcUnion.closed(u - radius / 2, u + radius / 2))

    def erm(self, sample: Sample[Any]) -> CircleSeparator:
        """Return the middle of the longest arc of directions with the fewest errors."""
        errors = self.version_space().counts(sample)
        return errors.at_most(errors.minimum).member()

    def combinatorics(self, n: int) -> Combinatorics:
        r"""Return the closed forms for ``n`` instances of which no two are equal or opposite.

        After the first label they are :math:`n` consecutive arcs, as for thresholds: bisection
        needs :math:`1 + \lceil \log_2 n \rceil` labels.
        """
        size = count(n, "the number of instances", least=0)
        return Combinatorics(
            growth=max(2 * size, 1),
            star_number=min(size, 2),
            teaching_dimension=min(size, 2),
            extended_teaching_dimension=min(size, 2),
            queries=1 + (size - 1).bit_length() if size else 0,
        )

    def disagreement_coefficient(self, target: CircleSeparator, r0: Any) -> Fraction:
        r"""Return :math:`\theta_h(r_0) = \min(2, 1/r_0)` for any target, under the uniform law.

        The ball of radius :math:`r` is an arc of length :math:`r` and disagrees on mass
        :math:`\min(2r, 1)`.
        """
        del target  # by symmetry
        return min(Fraction(2), 1 / open_unit(r0, "the radius r0"))

    def draw_target(self, rng: np.random.Generator) -> CircleSeparator:
        """Draw a direction from a grid of :math:`2^{53}`, shifted by a third of a cell.

        Its boundary is no float, so it labels every instance of a stream.
        """
        return CircleSeparator(Fraction(3 * int(rng.integers(RESOLUTION)) + 1, 3 * RESOLUTION))

    def parse_target(self, text: str) -> CircleSeparator:
        """Read a direction in turns such as ``0.73`` or ``1/3``."""
        try:
            direction = Fraction(text)
        except (ValueError, ZeroDivisionError) as error:
            raise DomainError(
                "a target separator is a direction in [0, 1) turns such as 0.73 or 1/3, "
                f"got {text!r}"
            ) from error
        return CircleSeparator(direction)


EXAMPLES = (CircleSeparators(),)

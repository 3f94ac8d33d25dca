r"""Homogeneous linear separators of a space, on its unit sphere.

The class is :math:`\mathcal H = \{h_w : w \in \mathbb R^d, w \ne 0\}` with
:math:`h_w(x) = \operatorname{sign}(w \cdot x)` (:mod:`altheory.hypotheses.half_space`).
Instances and normals change places in :math:`w \cdot x`: one instance cuts the normals by
a hyperplane, and :math:`n` instances in general position leave

.. math:: 2 \sum_{k < d} \binom{n - 1}{k}

cells, one for each labeling (Cover).  Two separators differ on two opposite lunes, so
under the uniform law :math:`P(h_w \ne h_v)` is their angle over :math:`\pi`, and a ball is
a cap of normals (:mod:`altheory.spaces.caps`).
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import comb, inf
from typing import Any, final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses._moment_curve import Star, curve, star
from altheory.hypotheses.half_space import SphereSeparator, apart
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import opposite, primitive
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, label, open_unit
from altheory.protocols import Sample
from altheory.spaces.caps import band_mass
from altheory.spaces.cone import Cone
from altheory.spaces.sphere import SphereRegion, sphere_dimension, sphere_point
from altheory.spaces.sphere_laws import UniformSphere

LABELINGS = 50_000  # listed at most
PRIME = 2**61 - 1  # larger than every mantissa


@final
@dataclass(frozen=True, slots=True)
class SphereSeparators:
    """The class of all half spaces bounded by a hyperplane through the origin.

    Three labels leave a triangle of normals, and what lies between them on the sphere.

    >>> space = SphereSeparators(3).version_space()
    >>> for x in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
    ...     space = space.restrict(x, 1)
    >>> space.labels((1, 2, 3)), (1, 1, -1) in space.disagreement(), space.member().normal
    (frozenset({1}), True, (1, 1, 1))
    """

    dimension: int

    def __post_init__(self) -> None:
        sphere_dimension(self.dimension)

    @property
    def vc_dimension(self) -> int:
        return self.dimension

    def version_space(self) -> SphereVersionSpace:
        return SphereVersionSpace(self.dimension)

    def law(self) -> UniformSphere:
        return UniformSphere(self.dimension)

    def grid(self, n: int) -> tuple[tuple[Fraction, ...], ...]:
        """Return ``n`` integer vectors (1, t, t^2, ...) with t in [-2, 2], up to a factor.

        Any ``d`` of them are linearly independent: they are in general position.
        """
        return curve(self.dimension, count(n, "the instances of a grid"))

    def representatives(self, points: Sequence[Any]) -> tuple[SphereSeparator, ...]:
        """Return a central separator of each cell of those that label all ``points`` alike.

        Raises
        ------
        BudgetError
            If there are more than ``LABELINGS``.

        """
        cells = [Cone.whole(self.dimension)]
        for x in points:
            z = primitive(sphere_point(x, self.dimension))
            halves = [half for cell in cells for half in (cell.above(z), cell.above(opposite(z)))]
            cells = [half for half in halves if half is not None]
            if len(cells) > LABELINGS:
                raise BudgetError(
                    f"these points take more than {LABELINGS} labelings; use fewer points"
                )
        return tuple(SphereSeparator(cell.inner) for cell in cells)

    def difference(self, h: SphereSeparator, g: SphereSeparator) -> SphereRegion:
        """Return where two separators both give a label and differ: two opposite open lunes."""
        return apart(h, g)

    def erm(self, sample: Sample[Any]) -> SphereSeparator:
        """Return the central separator without an error, or on a small sample one with the fewest.

        Where no separator agrees with all labels, one of each labeling is tried.
        """
        pairs = [(sphere_point(x, self.dimension), label(y)) for x, y in sample]
        space = self.version_space().restrict_all([x for x, _ in pairs], [y for _, y in pairs])
        if not space.is_empty:
            return space.member()
        rivals = self.representatives(tuple(dict.fromkeys(x for x, _ in pairs)))
        return min(rivals, key=lambda h: sum(h(x) != y for x, y in pairs))

    def combinatorics(self, n: int) -> Combinatorics:
        r"""Return the closed forms for ``n`` instances of which any ``d`` are independent.

        Whatever the instances, they take Cover's count of labelings.  In the plane they are
        consecutive arcs, as on the circle.  Otherwise up to :math:`2d - 1` of them are a star
        set: instances are a star around some labeling iff after reflections they span the
        edges of a cone, one each, iff a projective map brings them into convex position, and
        so it does for :math:`2d - 1` points of :math:`d - 1` dimensions [larman1972]_.  Each
        label of a star must be asked, so every number is n.  Of :math:`2d` instances on some
        are a star set and, in three and four dimensions at least, some are none: the numbers
        depend on where they are, and are None.  Those of `grid` are
        a star set however many they are.
        """
        size, d = count(n, "the number of instances", least=0), self.dimension
        growth = 2 * sum(comb(size - 1, k) for k in range(d)) if size else 1
        if d > 2 and size >= 2 * d:
            return Combinatorics(growth=growth)
        stars = size if d > 2 else min(size, 2)
        bisection = 1 + (size - 1).bit_length() if size else 0
        return Combinatorics(
            growth=growth,
            star_number=stars,
            teaching_dimension=stars,
            extended_teaching_dimension=stars,
            queries=size if d > 2 else bisection,
        )

    @property
    def star_number(self) -> float:
        """The size of the largest star set: 2 in the plane, infinite beyond."""
        return 2 if self.dimension == 2 else inf

    def star_set(self, n: int) -> Star:
        """Return a largest star set of at most ``n`` instances, which are all those of `grid`.

        In the plane two of them.

        >>> star = SphereSeparators(3).star_set(5)
        >>> [[h(x) for x in star.points] for h in star.neighbors[:2]]
        [[-1, 1, 1, 1, 1], [1, -1, 1, 1, 1]]
        """
        return star(self.dimension, count(n, "the instances of a star set"))

    def ball_disagreement(self, center: SphereSeparator, radius: Any) -> Enclosure:
        r"""Return :math:`P(\mathrm{DIS}(B(h, r)))`, the mass of the band around a boundary.

        >>> of = SphereSeparators(3)
        >>> print(of.ball_disagreement(SphereSeparator((1, 2, 3)), Fraction(1, 6)))
        [0.5, 0.5]
        """
        self._require_member(center)
        return band_mass(self.dimension, radius)

    def disagreement_coefficient(self, target: SphereSeparator, r0: Any) -> Enclosure:
        r"""Return :math:`\theta_h(r_0)` under the uniform law, the same around any target.

        The mass of a band is a concave function of its radius, so
        :math:`P(\mathrm{DIS}(B(h, r)))/r` falls and is largest at :math:`r_0`.
        """
        radius = open_unit(r0, "the radius r0")
        return self.ball_disagreement(target, radius) / radius

    def draw_target(self, rng: np.random.Generator) -> SphereSeparator:
        r"""Draw a uniform direction, moved by less than :math:`10^{-18}`.

        To the i-th coordinate, a float, :math:`p^{-i}` is added for the prime
        :math:`p = 2^{61} - 1`.  No numerator of a float is a multiple of p, so where
        :math:`x_i \ne 0` is a float, exactly :math:`p^i` divides the denominator of the i-th
        term of :math:`w \cdot x`.  So the sum is not zero, and the target labels every
        instance of a stream.
        """
        gaussian = rng.standard_normal(self.dimension).tolist()
        moved = (Fraction(c) + Fraction(1, PRIME**i) for i, c in enumerate(gaussian, 1))
        return SphereSeparator(primitive(moved))

    def parse_target(self, text: str) -> SphereSeparator:
        """Read a normal such as ``1,0,-0.5`` or ``1,2/3,0``."""
        try:
            target = SphereSeparator(primitive(map(Fraction, text.split(","))))
        except (ValueError, ZeroDivisionError) as error:
            raise self._misread(text) from error
        if target.dimension != self.dimension:
            raise self._misread(text)
        return target

    def _require_member(self, h: Any) -> None:
        if not isinstance(h, SphereSeparator) or h.dimension != self.dimension:
            raise DomainError(f"a separator in dimension {self.dimension}, got {h!r:.60}")

    def _misread(self, text: str) -> DomainError:
        return DomainError(
            f"a target separator is a normal of {self.dimension} numbers, not all zero, such as "
            f"{','.join(['1', '-0.5', *['0'] * (self.dimension - 2)])}, got {text!r}"
        )


def from_argument(text: str | None) -> SphereSeparators:
    """Return the class that the command line calls ``sphere:D``, in dimension D."""
    if text is None:
        return EXAMPLES[0]
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise DomainError(f"write sphere:D with the dimension D, got {text!r}")
    return SphereSeparators(int(text))


EXAMPLES = (SphereSeparators(3), SphereSeparators(2))

r"""The band around a convex cone: the poles of all hyperplanes that may cross it.

If a cone lies within the angle :math:`\rho < \pi/2` of a *pole* :math:`c`, then every
direction whose hyperplane meets the cone lies within :math:`\rho` of the hyperplane of
:math:`c`.  The direction

.. math:: x = \sin\varphi \, \frac{c}{|c|} + \cos\varphi \, u

is uniform on that band if :math:`|\varphi| \le \rho` has the density
:math:`\cos^{d-2}` and :math:`u` is uniform on the unit sphere orthogonal to :math:`c`.  A
stream of uniform directions meets the band at geometric waits, with the mass of the band
(:func:`altheory.spaces.caps.band_mass`), and some of those that it meets cross the cone:
more than half of them for the cones that random labels leave in dimensions up to 8.  So
thinning costs two tries a crossing, for cones of any size, and needs no mass of theirs.

Chances are floats, so densities are right up to a factor :math:`1 + O(2^{-52})`.  What is
made of them is exact: :math:`\rho` is an upper bound, :math:`u` orthogonal to the pole, the
direction an integer vector that is rounded far below :math:`\rho`, and the caller decides
with integers whether it crosses.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self, final

import numpy as np

from altheory.numeric.angles import angle
from altheory.numeric.directions import Direction, combined, dot, primitive
from altheory.numeric.enclosure import Enclosure
from altheory.spaces._crossings import GUARD, STRAIGHT, length, rounded, share, weighted
from altheory.spaces.caps import HALF, band_mass
from altheory.spaces.cone import central

PI = Fraction(math.pi)


@final
@dataclass(frozen=True, slots=True)
class Band:
    """The directions within an angle of the hyperplane of a pole.

    Attributes
    ----------
    pole
        The direction whose hyperplane is the middle of the band.
    radius
        The angle as a share of a half turn; from 1/2 on the band is the sphere.

    Examples
    --------
    >>> quadrant = Band.around([(1, 0), (0, 1)])
    >>> quadrant.pole, float(quadrant.radius), float(quadrant.mass)
    ((1, 1), 0.25, 0.5)

    """

    pole: Direction
    radius: Fraction

    @classmethod
    def around(cls, rays: Sequence[Direction]) -> Self:
        """Return the band of the cone that some rays span, around their mean at unit length."""
        pole = central(rays)
        return cls.reaching(pole, tangent(pole, rays))

    @classmethod
    def reaching(cls, pole: Direction, widest: Fraction | None) -> Self:
        """Return the band of a cone that reaches so far from a pole; None is a right angle."""
        if widest is None:
            return cls(pole, HALF)
        return cls(pole, 2 * angle((1, 0), (widest.denominator, widest.numerator)).hi)

    @property
    def mass(self) -> Enclosure:
        """The probability of the band under the uniform law."""
        return band_mass(len(self.pole), self.radius)

    def draw(self, rng: np.random.Generator) -> Direction:
        """Draw a direction of the band."""
        normal = primitive(map(Fraction, rng.standard_normal(len(self.pole)).tolist()))
        if self.radius >= HALF:
            return normal
        u = combined(dot(self.pole, self.pole), normal, -dot(normal, self.pole), self.pole)
        height = self._tangent(rng) * length(u) / length(self.pole)
        x = weighted(height, self.pole, Fraction(1), u)
        return rounded(x, GUARD + math.ceil(1 / self.radius).bit_length())

    def _tangent(self, rng: np.random.Generator) -> Fraction:
        """Draw the tangent of the angle to the hyperplane of the pole, by rejection."""
        while True:
            phi = self.radius * PI * Fraction(2 * share(rng) - 1)
            if rng.random() < math.cos(phi) ** (len(self.pole) - 2):
                return phi if abs(phi) < STRAIGHT else Fraction(math.tan(phi))


def tangent(pole: Direction, rays: Sequence[Direction]) -> Fraction | None:
    """Return an upper bound on the tangents of the angles from the pole to some rays.

    None if there is a right angle, or a wider one.  The squares are compared as integers,
    scaled so that none loses digits.
    """
    products = [dot(pole, r) for r in rays]
    if min(products) <= 0:
        return None
    size, squares = dot(pole, pole), [dot(r, r) for r in rays]
    bits = GUARD + (size.bit_length() + max(squares).bit_length()) // 2 + 1
    farthest = max(
        ((size * square - p * p) << 2 * bits) // (p * p)
        for square, p in zip(squares, products, strict=True)
    )
    return Fraction(math.isqrt(farthest) + 1, 1 << bits)

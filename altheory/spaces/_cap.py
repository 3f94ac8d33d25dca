r"""The cap around a convex cone, and uniform directions of it.

If a cone lies within the angle :math:`\rho < \pi/2` of a *pole* :math:`c`, its directions
lie in a cap of known mass (:func:`altheory.spaces.caps.cap_mass`).  With :math:`u` uniform
on the unit sphere orthogonal to :math:`c` the direction

.. math:: x = \cos\theta \, \frac{c}{|c|} + \sin\theta \, u

is uniform on the cap if :math:`0 \le \theta \le \rho` has the density :math:`\sin^{d-2}`.
As in a band (:mod:`altheory.spaces._band`), chances are floats and directions integers,
orthogonal and rounded far below :math:`\rho`, so a cone may be as small as it likes.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self, final

import numpy as np

from altheory.numeric.directions import Direction, combined, dot, primitive
from altheory.numeric.enclosure import Enclosure
from altheory.spaces._band import PI, Band
from altheory.spaces._crossings import GUARD, STRAIGHT, length, rounded, share, weighted
from altheory.spaces.caps import HALF, cap_mass


@final
@dataclass(frozen=True, slots=True)
class Cap:
    """The directions within an angle of a pole.

    Attributes
    ----------
    pole
        The middle of the cap.
    radius
        The angle as a share of a half turn, less than 1/2.

    """

    pole: Direction
    radius: Fraction

    @classmethod
    def around(cls, rays: Sequence[Direction]) -> Self | None:
        """Return the cap of the cone that some rays span, None if it is no cap below a half."""
        band = Band.around(rays)
        return cls(band.pole, band.radius) if band.radius < HALF else None

    @property
    def mass(self) -> Enclosure:
        """The probability of the cap under the uniform law."""
        return cap_mass(len(self.pole), self.radius)

    def draw(self, rng: np.random.Generator) -> Direction:
        """Draw a direction of the cap."""
        normal = primitive(map(Fraction, rng.standard_normal(len(self.pole)).tolist()))
        u = combined(dot(self.pole, self.pole), normal, -dot(normal, self.pole), self.pole)
        x = weighted(length(u), self.pole, self._tangent(rng) * length(self.pole), u)
        return rounded(x, GUARD + math.ceil(1 / self.radius).bit_length())

    def _tangent(self, rng: np.random.Generator) -> Fraction:
        """Draw the tangent of the angle to the pole: a power law, thinned."""
        d = len(self.pole)
        while True:
            theta = self.radius * PI * Fraction(share(rng) ** (1 / (d - 1)))
            if theta < STRAIGHT:
                return theta
            if rng.random() < (math.sin(theta) / theta) ** (d - 2):
                return Fraction(math.tan(theta))

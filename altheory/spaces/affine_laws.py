r"""The Cauchy law, under which the lift of a point is uniform on the upper half sphere.

Let :math:`(g, g_0)` be uniform on the sphere :math:`S^d`, or Gaussian.  The point
:math:`X = g / g_0` lifts to :math:`(X, 1)`, a positive multiple of :math:`(g, g_0)` or of its
antipode, whichever is above.  So the lift, at unit length, is *uniform on the upper half
sphere*, and

.. math:: P(X \in A) = 2 \, U(\hat A), \qquad
          P(X \in A) = U(\hat A \cup -\hat A),

where U is the uniform law and :math:`\hat A` the upper part of the lifted region.  If a
region of the sphere holds the antipodes of its directions, as disagreement regions do, then
its mass is the mass of its points.  The density of X is that of the multivariate Cauchy law,

.. math:: f(x) = \frac{\Gamma(\frac{d+1}{2})}{\pi^{(d+1)/2}} (1 + |x|^2)^{-(d+1)/2} ,

since :math:`(1 + |x|^2)^{-(d+1)/2} \, dx` is the area that dx takes on the unit sphere.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import final

import numpy as np

from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Floats
from altheory.spaces._band import Band
from altheory.spaces._cells import Formula, Outside, Union
from altheory.spaces.affine import AffineRegion, affine_dimension, affine_region
from altheory.spaces.sphere import Vector
from altheory.spaces.sphere_laws import UniformSphere

LEAST = 2.0**-500  # what a Gaussian float is taken for if it is 0, so that no ratio overflows


@final
@dataclass(frozen=True, slots=True)
class LiftedBand:
    """The points whose lift lies in a band of the sphere.

    Attributes
    ----------
    lift
        The band, which holds the antipodes of its directions.

    """

    lift: Band

    @property
    def mass(self) -> Fraction | Enclosure:
        return self.lift.mass

    def draw(self, rng: Rng) -> Vector:
        """Draw one exact instance conditioned on the band."""
        stream = generator(rng)
        x = self.lift.draw(stream)
        while x[-1] == 0:  # on the horizon, which has no mass
            x = self.lift.draw(stream)
        return tuple(Fraction(c, x[-1]) for c in x[:-1])


@final
@dataclass(frozen=True, slots=True)
class Cauchy:
    """The multivariate Cauchy law around the origin.

    >>> beyond = AffineRegion.open_half((1, -1))  # x > 1
    >>> Fraction(1, 4) in Cauchy(1).mass(beyond), Cauchy(1).mass(AffineRegion.nothing(1))
    (True, Fraction(0, 1))
    """

    dimension: int

    def __post_init__(self) -> None:
        affine_dimension(self.dimension)

    @property
    def lift(self) -> UniformSphere:
        """The law of the lift and its antipode in equal parts."""
        return UniformSphere(self.dimension + 1)

    def mass(self, region: AffineRegion) -> Fraction | Enclosure:
        """Return the probability of ``region``, exactly where the sphere knows it so.

        Raises
        ------
        DomainError
            From dimension 3 on, where the uniform law on the sphere does not know it.

        """
        given = affine_region(region, self.dimension)
        if _is_even(given.lift.formula):
            return self.lift.mass(given.lift)
        return 2 * self.lift.mass(given.above)

    def sample(self, rng: Rng, n: int) -> Floats:
        """Draw ``n`` instances: ``float64[n, dimension]``."""
        size = count(n, "a sample size", least=0)
        gaussian = generator(rng).standard_normal((size, self.dimension + 1))
        below = np.where(gaussian[:, -1:] == 0, LEAST, gaussian[:, -1:])
        rows: Floats = gaussian[:, :-1] / below
        return rows

    def draw(self, region: AffineRegion, rng: Rng) -> Vector:
        """Draw one exact instance conditioned on ``region``.

        Without rejection where the sphere draws so: in the disagreement region of a
        version space, on the line and in the plane.
        """
        given, stream = affine_region(region, self.dimension), generator(rng)
        within = given.lift if _is_even(given.lift.formula) else given.above
        x = self.lift.draw(within, stream)
        while x[-1] == 0:  # on the horizon, which has no mass
            x = self.lift.draw(within, stream)
        return tuple(c / x[-1] for c in x[:-1])

    def envelope(self, region: AffineRegion) -> LiftedBand | None:
        """Return a band of known mass around a disagreement region, None if none is needed."""
        lift = affine_region(region, self.dimension).lift
        band = self.lift.envelope(lift) if _is_even(lift.formula) else None
        return None if band is None else LiftedBand(band)


def _is_even(formula: Formula) -> bool:
    """Tell whether the form shows that a region holds the antipodes of its directions."""
    if isinstance(formula, Outside):
        return _is_even(formula.part)
    if isinstance(formula, Union):
        return set(formula.parts) == set(map(_opposite, formula.parts))
    return _opposite(formula) == formula


def _opposite(formula: Formula) -> Formula:
    """Return the region of the antipodes."""
    if isinstance(formula, Outside):
        return Outside(_opposite(formula.part))
    if isinstance(formula, Union):
        return Union(tuple(map(_opposite, formula.parts)))
    return formula.opposite

r"""Bands of the sphere around a hyperplane, and what two close separators do beyond them.

The band of sine :math:`b` around the hyperplane of :math:`w` is
:math:`\{x : |w \cdot x| \le b\, |w||x|\}`.  Squares of rationals decide membership.

The projection of a uniform direction on a plane has a uniform angle :math:`\psi` and a
length :math:`\rho` with :math:`P(\rho > s) = (1 - s^2)^{(d-2)/2}`.  So separators at a
distance r, an angle of :math:`\pi r \le \pi/2`, differ beyond the band of one of them on mass

.. math:: \frac1\pi \int_{\arcsin b}^{\pi r}
          \Bigl(1 - \frac{b^2}{\sin^2 \psi}\Bigr)^{(d-2)/2} d\psi,

which is r for :math:`b = 0` and 0 from :math:`b = \sin \pi r` on.
"""

from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.balls import enclosed, integral
from altheory.numeric.directions import Direction, dot, primitive
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import positive
from altheory.numeric.seeds import Rng, generator
from altheory.protocols import Bools
from altheory.spaces._band import Band
from altheory.spaces.sphere import Vector, sphere_dimension, sphere_point, sphere_points

HALF = Fraction(1, 2)
BITS = 72  # of the balls of an integral,
ACCURACY = 40  # and those of its enclosure, as a share of the whole mass


@final
@dataclass(frozen=True, slots=True)
class MarginBand:
    """What lies close to the hyperplane of a pole.

    Attributes
    ----------
    pole
        A direction.
    sine
        Of the largest angle to the hyperplane, in (0, 1].

    Examples
    --------
    >>> band = MarginBand((0, 0, 1), Fraction(3, 5))
    >>> (4, 0, -3) in band, (4, 0, 3.1) in band, Fraction(3, 5) in band.mass
    (True, False, True)

    """

    pole: Direction
    sine: Fraction

    def __post_init__(self) -> None:
        pole = primitive(sphere_point(self.pole, sphere_dimension(len(self.pole))))
        object.__setattr__(self, "pole", pole)
        sine = positive(self.sine, "the sine of an angle")
        if sine > 1:
            raise DomainError(f"a sine is at most 1, got {self.sine}")
        object.__setattr__(self, "sine", sine)

    @property
    def dimension(self) -> int:
        return len(self.pole)

    @property
    def is_empty(self) -> bool:
        return False

    @property
    def mass(self) -> Fraction | Enclosure:
        """The probability of the band under the uniform law."""
        return band_mass_of_sine(self.dimension, self.sine)

    def __contains__(self, x: Any) -> bool:
        direction = primitive(sphere_point(x, self.dimension))
        p, q = self.sine.as_integer_ratio()
        size = dot(self.pole, self.pole) * dot(direction, direction)
        return (q * dot(self.pole, direction)) ** 2 <= p * p * size

    def contains(self, xs: Any) -> Bools:
        """Decide a batch: ``float64[n, d] -> bool[n]``."""
        rows = sphere_points(xs, self.dimension)
        return np.array([x in self for x in rows.tolist()], dtype=np.bool_)

    def draw(self, rng: Rng) -> Vector:
        """Draw one instance, uniform on the band."""
        stream, around = generator(rng), Band(self.pole, _radius(self.sine))
        while True:
            x = around.draw(stream)
            if x in self:
                return sphere_point(x, self.dimension)


def band_mass_of_sine(dimension: int, sine: Any) -> Fraction | Enclosure:
    r"""Return :math:`P(|w \cdot X| \le b |w||X|) = I_{b^2}(\tfrac12, \tfrac{d-1}2)`.

    >>> print(band_mass_of_sine(2, Fraction(1, 2)), band_mass_of_sine(3, Fraction(1, 4)))
    [0.333333333333, 0.333333333333] [0.25, 0.25]
    """
    d, b = sphere_dimension(dimension), positive(sine, "the sine of an angle")
    if b >= 1:
        return Fraction(1)

    def ball() -> Any:
        from flint import arb, fmpq  # 70 ms that most callers never need

        place = arb(fmpq(*(b * b).as_integer_ratio()))
        return place.beta_lower(arb(1) / 2, arb(d - 1) / 2, regularized=True)

    found = enclosed(ball)
    return Enclosure(found.lo, min(found.hi, Fraction(1)))


def difference_beyond(dimension: int, radius: Any, sine: Any) -> Enclosure:
    """Return the mass beyond the band of one of two separators on which they differ.

    Parameters
    ----------
    dimension
        Of the space, at least 2.
    radius
        The mass on which they differ at all, their angle over pi, at most 1/2.
    sine
        Of the band.

    Examples
    --------
    >>> print(difference_beyond(2, Fraction(1, 2), Fraction(1, 2)))  # 1/2 - 1/6
    [0.333333333333, 0.333333333333]

    """
    d, r, b = sphere_dimension(dimension), positive(radius, "a radius"), positive(sine, "a sine")
    if r > HALF:
        raise DomainError(f"beyond a band separators at most 1/2 apart are known, got {radius}")
    if b >= 1:
        return Enclosure.exactly(0)
    from flint import ctx  # 70 ms that most callers never need

    with ctx.workprec(BITS):
        share = Enclosure.of_ball(_share_beyond(d, r, b))
    return r * Enclosure(max(share.lo, Fraction(0)), max(share.hi, Fraction(0)))


def _share_beyond(d: int, r: Fraction, b: Fraction) -> Any:
    """Return the ball of the integral over angles in units of the whole one."""
    from flint import acb, arb, fmpq  # 70 ms that most callers never need

    angle = arb.pi() * fmpq(*r.as_integer_ratio())
    edge = arb(fmpq(*b.as_integer_ratio()))
    start = edge.asin() / angle
    if not start < 1:
        return arb(0)

    def chance(place: Any, analytic: bool) -> Any:
        left = 1 - (edge / (angle * place).sin()) ** 2
        power = left ** ((d - 2) // 2)
        return power * left.sqrt(analytic=analytic) if d % 2 else power

    enough = arb(2) ** -ACCURACY
    return integral(chance, acb(start), acb(1), rel_tol=enough, abs_tol=enough)


def _radius(sine: Fraction) -> Fraction:
    """Return the angle of a band as a share of a half turn, rounded up."""
    if sine == 1:
        return HALF

    def ball() -> Any:
        from flint import arb, fmpq  # 70 ms that most callers never need

        return arb(fmpq(*sine.as_integer_ratio())).asin() / arb.pi()

    return enclosed(ball).hi

r"""Caps and bands of the sphere :math:`S^{d-1}` under the uniform law.

A radius r is a share of a half turn: the cap of radius r holds what lies within the angle
:math:`\pi r` of its pole, the band of radius r what lies within that angle of the
hyperplane orthogonal to it.  A uniform direction has an angle to the pole with the density
:math:`\kappa_d \sin^{d-2}`, so their masses are

.. math::

    \kappa_d \int_0^{\pi r} \sin^{d-2} u \, du
        = \tfrac12 I_{\sin^2 \pi r}(\tfrac{d-1}2, \tfrac12), \qquad
    2 \kappa_d \int_0^{\pi r} \cos^{d-2} u \, du
        = I_{\sin^2 \pi r}(\tfrac12, \tfrac{d-1}2), \qquad r \le \tfrac12,

with the regularized incomplete Beta function, enclosed for any d and r.  What a cap lacks of
a half sphere is half of a band, which tells its mass close to :math:`r = 1/2`.  The angle of two
separators over :math:`\pi` is the mass on which they differ.  So a ball of separators is a
cap of normals of the same radius, and its members disagree on the band of that radius.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.balls import enclosed
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import rational
from altheory.spaces.sphere import sphere_dimension

HALF = Fraction(1, 2)
FLAT = 26  # over 8 pi: a band has at most the mass r sqrt(2 pi (d - 1)), so 1/2 below that


def cap_mass(dimension: int, radius: Any) -> Enclosure:
    """Return the mass of a cap of the sphere, 1 from radius 1 on.

    >>> print(cap_mass(3, Fraction(1, 3)), cap_mass(3, Fraction(2, 3)))
    [0.25, 0.25] [0.75, 0.75]
    """
    d, r = sphere_dimension(dimension), _radius(radius)
    if r in (0, HALF) or r >= 1:
        return Enclosure.exactly(min(r, Fraction(1)))
    if r > HALF:
        return 1 - cap_mass(d, 1 - r)
    if FLAT * (d - 1) * (HALF - r) ** 2 < 1:
        return (1 - band_mass(d, HALF - r)) / 2
    return _beta(r, Fraction(d - 1, 2), HALF) / 2


def band_mass(dimension: int, radius: Any) -> Enclosure:
    """Return the mass of a band around a hyperplane, 1 from radius 1/2 on.

    >>> print(band_mass(3, Fraction(1, 6)))  # sin(pi/6)
    [0.5, 0.5]
    """
    d, r = sphere_dimension(dimension), _radius(radius)
    if r == 0 or r >= HALF:
        return Enclosure.exactly(int(r > 0))
    return _beta(r, HALF, Fraction(d - 1, 2))


def _radius(radius: Any) -> Fraction:
    value = rational(radius, "a radius")
    if value < 0:
        raise DomainError(f"a radius is at least 0, got {radius}")
    return value


def _beta(r: Fraction, a: Fraction, b: Fraction) -> Enclosure:
    """Return the regularized incomplete Beta function at the square of sin(pi r), r < 1/2."""
    from flint import arb, fmpq  # 70 ms that most callers never need

    def ball() -> Any:
        first, second = (fmpq(x.numerator, x.denominator) for x in (a, b))
        place = arb.sin_pi_fmpq(fmpq(r.numerator, r.denominator)) ** 2
        return place.beta_lower(arb(first), arb(second), regularized=True)

    found = enclosed(ball)
    return Enclosure(found.lo, min(found.hi, Fraction(1)))  # the ball may reach beyond 1

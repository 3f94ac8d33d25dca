r"""How far separators of the sphere disagree, and what an error of epsilon must cost.

Two separators differ on the share :math:`\theta/\pi` of the sphere if their directions form
the angle :math:`\theta`.  So the ball :math:`B(w, r)` is a cap of angle :math:`\pi r`, and

.. math::

    \Delta(r) = P(\mathrm{DIS}(B(w, r))) = 2 \kappa_d \int_0^{\pi r} \cos^{d-2} u \, du, \qquad
    V(r) = \kappa_d \int_0^{\pi r} \sin^{d-2} u \, du

are the mass of the band that it disagrees on and its share of all targets.  Both are
incomplete Beta functions.  The first is concave, so :math:`\Delta(r)/r` falls and

.. math::

    \theta(r_0) = \frac{\Delta(r_0)}{r_0}, \qquad
    \theta_d = \theta(0) = 2 \pi \kappa_d
             = \frac{2 \sqrt\pi\, \Gamma(d/2)}{\Gamma((d - 1)/2)}
             < \sqrt{2 \pi (d - 1)} .

The second bounds every learner: q labels tell :math:`2^q` cases apart, each of them right
for the share :math:`V(\varepsilon)` of targets at most.
"""

from fractions import Fraction
from math import ceil, floor
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, positive
from altheory.theory._sphere_exact import density, fraction
from altheory.theory._sphere_series import enclosed

HALF = Fraction(1, 2)


def theta_sphere(dimension: int) -> ClosedForm:
    r"""Return :math:`\theta_d`, the disagreement coefficient at the limit of small radii.

    >>> [str(theta_sphere(d).exact) for d in (2, 3, 4, 5, 6)]
    ['2', 'pi', '4', '3*pi/2', '16/3']
    """
    d = count(dimension, "a dimension", least=2)
    value = 2 * fraction(density(d))
    if d % 2 == 0:
        return ClosedForm.exactly(value)

    def exact() -> Any:
        import sympy as sp

        return sp.Rational(value.numerator, value.denominator) * sp.pi

    return ClosedForm(value * _pi(), exact)


def theta_sphere_at(dimension: int, r0: Any) -> Enclosure:
    r"""Return :math:`\theta(r_0) = \sup_{r > r_0} \Delta(r)/r`, which is :math:`\Delta(r_0)/r_0`.

    >>> print(theta_sphere_at(2, Fraction(1, 4)), theta_sphere_at(3, Fraction(3, 4)))
    [2, 2] [1.33333333333, 1.33333333333]
    """
    radius = open_unit(r0, "the radius r0")
    return ball_disagreement_sphere(dimension, radius) / radius


def ball_disagreement_sphere(dimension: int, radius: Any) -> Enclosure:
    r"""Return :math:`\Delta(r) = I_{\sin^2 \pi r}(\tfrac12, \tfrac{d-1}2)`, 1 from r = 1/2 on.

    >>> print(ball_disagreement_sphere(3, Fraction(1, 6)))  # sin(pi/6)
    [0.5, 0.5]
    """
    d, r = count(dimension, "a dimension", least=2), positive(radius, "a radius")
    return _beta(r, Fraction(1, 2), Fraction(d - 1, 2)) if r < HALF else Enclosure.exactly(1)


def cap_sphere(dimension: int, radius: Any) -> Enclosure:
    r"""Return :math:`V(r)`, the share of separators within distance r of a given one.

    It is :math:`\tfrac12 I_{\sin^2 \pi r}(\tfrac{d-1}2, \tfrac12)` up to r = 1/2.

    >>> print(cap_sphere(3, Fraction(1, 3)), cap_sphere(3, Fraction(2, 3)))
    [0.25, 0.25] [0.75, 0.75]
    """
    d, r = count(dimension, "a dimension", least=2), positive(radius, "a radius")
    if r > HALF:
        return 1 - cap_sphere(d, 1 - r) if r < 1 else Enclosure.exactly(1)
    if r == HALF:
        return Enclosure.exactly(HALF)
    return _beta(r, Fraction(d - 1, 2), Fraction(1, 2)) / 2


def queries_for_success_sphere(dimension: int, epsilon: Any, delta: Any) -> Enclosure:
    r"""Return :math:`\log_2 ((1 - \delta)/V(\varepsilon))` labels, below which no learner succeeds.

    Any learner, whatever it may ask, that errs by at most :math:`\varepsilon` with
    probability :math:`1 - \delta` over a uniform target, hence on its worst target, needs
    so many.

    >>> print(queries_for_success_sphere(2, Fraction(1, 8), Fraction(1, 2)))
    [2, 2]
    """
    cap, chance = cap_sphere(dimension, epsilon), 1 - open_unit(delta, "delta")
    return (chance / cap).log() / Enclosure.exactly(2).log()


def covering_numbers_sphere(dimension: int, radius: Any) -> tuple[int, int]:
    r"""Return integers between which the covering and the packing number at ``radius`` lie.

    .. math:: 1/V(r) \le N(r) \le M(r) \le 1/V(r/2)

    N is the least number of balls of radius r that cover the class, M the largest number of
    separators more than r apart: theirs of radius r/2 are disjoint, theirs of radius r cover.

    >>> covering_numbers_sphere(2, Fraction(3, 10))
    (4, 6)
    """
    r = positive(radius, "a radius")
    if r >= 1:
        raise DomainError(f"separators are at most 1 apart, so the radius is less, got {radius}")
    few, many = 1 / cap_sphere(dimension, r), 1 / cap_sphere(dimension, r / 2)
    return ceil(few.lo), floor(many.hi)


def _beta(r: Fraction, a: Fraction, b: Fraction) -> Enclosure:
    """Return the regularized incomplete Beta function at the square of sin(pi r), r < 1/2."""
    from flint import arb, fmpq  # 70 ms that most callers never need

    def ball() -> Any:
        first, second = (fmpq(x.numerator, x.denominator) for x in (a, b))
        place = arb.sin_pi_fmpq(fmpq(r.numerator, r.denominator)) ** 2
        return place.beta_lower(arb(first), arb(second), regularized=True)

    return enclosed(ball)


def _pi() -> Enclosure:
    from flint import arb

    return enclosed(arb.pi)

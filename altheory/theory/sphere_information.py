r"""How far separators of the sphere disagree, and what an error of epsilon must cost.

Two separators differ on the share :math:`\theta/\pi` of the sphere if their directions form
the angle :math:`\theta`.  So the ball :math:`B(w, r)` is a cap of angle :math:`\pi r`, and

.. math::

    \Delta(r) = P(\mathrm{DIS}(B(w, r))) = 2 \kappa_d \int_0^{\pi r} \cos^{d-2} u \, du, \qquad
    V(r) = \kappa_d \int_0^{\pi r} \sin^{d-2} u \, du

are the mass of the band that it disagrees on and its share of all targets
(:mod:`altheory.spaces.caps`).  The first is concave, so :math:`\Delta(r)/r` falls and

.. math::

    \theta(r_0) = \frac{\Delta(r_0)}{r_0}, \qquad
    \theta_d = \theta(0) = 2 \pi \kappa_d
             = \frac{2 \sqrt\pi\, \Gamma(d/2)}{\Gamma((d - 1)/2)}
             < \sqrt{2 \pi (d - 1)} .

The second bounds every learner: q labels tell :math:`2^q` cases apart, each of them right
for the share :math:`V(\varepsilon)` of targets at most.

Of other classes :mod:`altheory.complexity.disagreement` encloses the coefficient, and
:mod:`altheory.complexity.covering` finds the covering numbers if they are finite.
"""

from math import ceil, floor
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.balls import enclosed
from altheory.numeric.closed_form import ClosedForm
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, open_unit, positive
from altheory.spaces.caps import band_mass, cap_mass
from altheory.theory._sphere_exact import density, fraction


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

    >>> print(theta_sphere_at(2, 0.25), theta_sphere_at(3, 0.75))
    [2, 2] [1.33333333333, 1.33333333333]
    """
    radius = open_unit(r0, "the radius r0")
    return band_mass(dimension, radius) / radius


def queries_for_success_sphere(dimension: int, epsilon: Any, delta: Any) -> Enclosure:
    r"""Return :math:`\log_2 ((1 - \delta)/V(\varepsilon))` labels, below which no learner succeeds.

    Any learner, whatever it may ask, that errs by at most :math:`\varepsilon` with
    probability :math:`1 - \delta` over a uniform target, hence on its worst target, needs
    so many.

    >>> print(queries_for_success_sphere(2, 0.125, 0.5))
    [2, 2]
    """
    cap = cap_mass(dimension, positive(epsilon, "epsilon"))
    chance = 1 - open_unit(delta, "delta")
    return (chance / cap).log() / Enclosure.exactly(2).log()


def covering_numbers_sphere(dimension: int, radius: Any) -> tuple[int, int]:
    r"""Return integers between which the covering and the packing number at ``radius`` lie.

    .. math:: 1/V(r) \le N(r) \le M(r) \le 1/V(r/2)

    N is the least number of balls of radius r that cover the class, M the largest number of
    separators more than r apart: theirs of radius r/2 are disjoint, theirs of radius r cover.

    >>> covering_numbers_sphere(2, 0.3)
    (4, 6)
    """
    r = positive(radius, "a radius")
    if r >= 1:
        raise DomainError(f"separators are at most 1 apart, so the radius is less, got {radius}")
    few, many = 1 / cap_mass(dimension, r), 1 / cap_mass(dimension, r / 2)
    return ceil(few.lo), floor(many.hi)


def _pi() -> Enclosure:
    from flint import arb

    return enclosed(arb.pi)

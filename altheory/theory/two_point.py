r"""Under noise, two hypotheses already cost :math:`\nu^2/\varepsilon^2` labels.

Two hypotheses differ at one atom of mass :math:`p = 2\nu + \varepsilon`, and the label
there is +1 with probability :math:`1/2 + \gamma` or :math:`1/2 - \gamma`, with
:math:`\gamma = \varepsilon/(2p)`.  The better one errs by
:math:`p (1/2 - \gamma) = \nu`, the other by :math:`\nu + \varepsilon`.  Labels
elsewhere say nothing, so a learner that is off by less than :math:`\varepsilon` with
probability :math:`1 - \delta`, whichever law is true, is a test between two coins with
both error probabilities at most :math:`\delta`.  The best one goes by the majority
(Neyman and Pearson), and errs with n = 2m - 1 labels with probability :math:`e_m`:

.. math::

    e_1 = \tfrac12 - \gamma, \qquad
    e_m - e_{m+1} = 2\gamma \binom{2m - 1}{m} \bigl(\tfrac14 - \gamma^2\bigr)^m .

An even number of labels is no better than one less.
"""

from collections.abc import Iterator
from fractions import Fraction
from math import ceil
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import open_unit, positive


def two_point_mass(nu: Any, epsilon: Any) -> Fraction:
    r"""Return :math:`p = 2\nu + \varepsilon`, the mass of the atom, at most 1.

    >>> two_point_mass(Fraction(1, 10), Fraction(1, 50))
    Fraction(11, 50)
    """
    mass = 2 * positive(nu, "nu") + positive(epsilon, "epsilon")
    if mass > 1:
        raise DomainError(f"the atom of mass 2 nu + epsilon fits into 1, got {nu} and {epsilon}")
    return mass


def two_point_bias(nu: Any, epsilon: Any) -> Fraction:
    r"""Return :math:`\gamma = \varepsilon/(2p)`, how far the label is from a fair coin.

    >>> two_point_bias(Fraction(1, 10), Fraction(1, 50))
    Fraction(1, 22)
    """
    return positive(epsilon, "epsilon") / (2 * two_point_mass(nu, epsilon))


def two_point_labels(nu: Any, epsilon: Any, delta: Any) -> int:
    """Return the least number of labels of the atom with which some test errs at most ``delta``.

    Parameters
    ----------
    nu, epsilon
        The error of the best hypothesis and the excess of the other, positive.
    delta
        The probability of either error, in (0, 1/2).

    Returns
    -------
    int
        An odd number, by exact arithmetic in integers; 0 if delta is at least 1/2.

    Raises
    ------
    DomainError
        If the atom does not fit, or delta is outside of (0, 1).

    Notes
    -----
    Counts labels bought *at the atom*.  Whoever takes labels as they come needs
    1/p times as many on average.

    Examples
    --------
    >>> two_point_labels(Fraction(1, 10), Fraction(1, 50), Fraction(1, 20))
    327

    """
    bias, level = two_point_bias(nu, epsilon), open_unit(delta, "delta")
    if level >= Fraction(1, 2):
        return 0
    enough = (n for n, error, whole in _majorities(bias) if not _exceeds(error, whole, level))
    return next(enough)


def two_point_labels_at_least(nu: Any, epsilon: Any, delta: Any) -> Enclosure:
    r"""Return :math:`(p^2/\varepsilon^2 - 1) \ln(1/(4\delta))`, never more than is needed.

    With :math:`\rho = 2 \sqrt{1/4 - \gamma^2}` the overlap of the two laws of a label, the
    sum of both error probabilities is at least :math:`\rho^{2n}/2` (Cauchy and Schwarz),
    and :math:`-\ln(1 - x) \le x/(1 - x)` at :math:`x = 4\gamma^2 = \varepsilon^2/p^2`.  The
    factor is :math:`4\nu^2/\varepsilon^2 + 4\nu/\varepsilon`.
    """
    odds = (two_point_mass(nu, epsilon) / positive(epsilon, "epsilon")) ** 2 - 1
    return odds * Enclosure.exactly(1 / (4 * open_unit(delta, "delta"))).log()


def two_point_labels_at_most(nu: Any, epsilon: Any, delta: Any) -> int:
    r"""Return :math:`\lceil 2 (p^2/\varepsilon^2) \ln(1/(2\delta)) \rceil`, always enough.

    The sum of both error probabilities is at most :math:`\rho^n`, since the smaller of
    two numbers is at most their geometric mean, and :math:`-\ln(1 - x) \ge x`.

    >>> two_point_labels_at_most(Fraction(1, 10), Fraction(1, 50), Fraction(1, 20))
    558
    """
    odds = (two_point_mass(nu, epsilon) / positive(epsilon, "epsilon")) ** 2
    size = 2 * odds * Enclosure.exactly(1 / (2 * open_unit(delta, "delta"))).log()
    return max(0, ceil(size.hi))


def _majorities(bias: Fraction) -> Iterator[tuple[int, int, int]]:
    """Yield 1, 3, 5, ... labels with the error of the majority as numerator and denominator."""
    wrong = Fraction(1, 2) - bias
    a, whole = wrong.numerator, wrong.denominator
    b = whole - a
    # invariant: the error of n = 2m - 1 labels is error/whole^n, and
    # term/whole^(2m) = C(2m - 1, m) (1/4 - bias^2)^m
    m, error, term, power = 1, a, a * b, whole
    while True:
        yield 2 * m - 1, error, power
        error = error * whole**2 - (b - a) * term
        power *= whole**2
        term = term * a * b * (2 * m + 1) * (2 * m) // (m * (m + 1))
        m += 1


def _exceeds(numerator: int, denominator: int, level: Fraction) -> bool:
    # no Fraction: reducing such numbers would cost more than making them
    return numerator * level.denominator > level.numerator * denominator

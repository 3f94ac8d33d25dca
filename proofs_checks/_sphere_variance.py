r"""Two integrals for the variance of CAL in three dimensions, as one-dimensional balls.

In elliptic coordinates :math:`\mu > 0`, :math:`0 < \nu < \pi` let

.. math:: T = 1 + \cosh \mu, \quad s = \sinh \mu, \quad
    \gamma = 2 \arctan \frac{\sin \nu}{s}, \quad
    f = (s^2 + \sin^2 \nu) \frac{\pi - \gamma}4 - \frac{s \sin \nu}2,

    I_1 = \int_0^\infty \int_0^\pi f\, \frac{\pi + \gamma}{2\pi}\, d\nu\, \frac{d\mu}{T^3}, \qquad
    I_2 = \int_0^\infty \Bigl(\int_0^\pi f\, d\nu - \frac{\pi^2}4 s T\Bigr) \frac{d\mu}{T^2} .

With :math:`q = e^{-\mu}` the angle is a Fourier series, :math:`\gamma = 4 \sum q^k \sin(k\nu)/k`
over odd k, so that the inner integrals are dilogarithms and logarithms of q.  Between
:math:`\delta` and :math:`1 - \delta` the outer ones are enclosed by rigorous quadrature.  What
is left at the ends is at most :math:`40 \delta`: from :math:`0 \le \gamma \le \min(\pi, 2/s)`
the integrands are at most :math:`4.1/T` and :math:`8.1/T` for large :math:`\mu`, and at most
2.1 and 6.6 for small.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any

from flint import acb, arb, ctx, fmpq

from altheory.numeric.enclosure import Enclosure
from altheory.theory._log_series import enclosure_of

END = Fraction(1, 10**18)
BITS = 256  # the ends cancel 120 of them


def waves(q: Any) -> tuple[Any, Any, Any]:
    r"""Return s and the integrals over :math:`\nu` of :math:`\gamma` and :math:`\gamma \sin^2`."""
    s, chi, log = (1 - q * q) / (2 * q), _chi(q), q.atanh()
    rational = (-q + q**2 * log - (log - q) / q**2) / 4
    return s, 8 * chi, -4 * (rational - chi)


def inner(q: Any) -> tuple[Any, Any]:
    r"""Return the integrals over :math:`\nu` of f and of :math:`f (\pi + \gamma)/(2\pi)`."""
    pi = arb.pi()
    s, angle, weighted = waves(q)
    first = s * s * angle + weighted
    whole = pi / 4 * (pi * s * s + pi / 2) - first / 4 - s
    square, log = 8 * pi * _chi(q * q), (q * q).atanh()
    pairs = (q**2 * log - (log - q**2) / q**2) / 2
    second = s * s * square + square / 2 - 2 * pi * (2 * pairs - q**2)
    return whole, whole / 2 + (pi / 4 * first - second / 4 - pi * q * s) / (2 * pi)


@cache
def integrals() -> tuple[Enclosure, Enclosure]:
    r"""Return :math:`I_1` and :math:`I_2`, to about 16 digits."""

    def third(q: Any) -> Any:
        return inner(q)[1] / _t(q) ** 3 / q

    def square(q: Any) -> Any:
        s, t = (1 - q * q) / (2 * q), _t(q)
        return (inner(q)[0] - arb.pi() ** 2 / 4 * s * t) / t**2 / q

    with ctx.workprec(BITS):
        first, second = _integral(third), _integral(square)
    rest = Enclosure(-40 * END, 40 * END)
    return first + rest, second + rest


def _t(q: Any) -> Any:
    return (1 + q) ** 2 / (2 * q)


def _chi(q: Any) -> Any:
    """Return the sum of q^k/k^2 over odd k."""
    return q.polylog(2) - (q * q).polylog(2) / 4


def _integral(f: Callable[[Any], Any]) -> Enclosure:
    def inside(q: Any, analytic: bool) -> Any:
        # all is holomorphic in the unit disc; nothing is claimed of a ball that leaves it
        return f(q) if not analytic or abs(q) < 1 else acb("nan")

    end = arb(fmpq(END.numerator, END.denominator))
    return enclosure_of(acb.integral(inside, acb(end), acb(1 - end), rel_tol=arb("1e-20")).real)

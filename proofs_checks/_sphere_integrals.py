r"""The angle of two uniform points of a sphere, integrated by parts.

:math:`U = 1 - \theta/\pi` has a density proportional to :math:`\sin^{d-2}(\pi u)`, a sum of
a few waves :math:`\cos(k \pi u)` or :math:`\sin(k \pi u)`, and powers and exponentials times
waves have elementary integrals.  Nothing here knows of gamma functions or of cones.
"""

from functools import cache
from math import comb
from typing import Any

import sympy as sp

X = sp.Symbol("x", positive=True)


def waves(power: int) -> list[tuple[int, Any]]:
    """Return the (k, c) of a power of sin(pi u): sines if it is odd, cosines if it is even.

    >>> waves(2), waves(3)
    ([(0, 1/2), (2, -1/2)], [(1, 3/4), (3, -1/4)])
    """
    found: list[tuple[int, Any]] = []
    for k in range(power % 2, power + 1, 2):
        once = sp.Rational((-1) ** (k // 2) * comb(power, (power - k) // 2), 2**power)
        found.append((k, once if k == 0 else 2 * once))
    return found


@cache
def _cosine(m: int, k: int) -> Any:
    if k == 0:
        return sp.Rational(1, m + 1)
    return -m * _sine(m - 1, k) / (k * sp.pi) if m else sp.Integer(0)


@cache
def _sine(m: int, k: int) -> Any:
    if m == 0:
        return (1 - (-1) ** k) / (k * sp.pi)
    return sp.expand((m * _cosine(m - 1, k) - (-1) ** k) / (k * sp.pi))


def _integral(power: int, m: int) -> Any:
    one = _sine if power % 2 else _cosine
    return sp.expand(sum(c * one(m, k) for k, c in waves(power)))


def norm(d: int) -> Any:
    """Return the integral of the density before it is normalized, over (0, 1).

    >>> norm(4)
    1/2
    """
    return _integral(d - 2, 0)


@cache
def moment(d: int, m: int) -> Any:
    """Return E U^m in dimension d, a polynomial in 1/pi^2.

    >>> moment(3, 2)
    1/2 - 2/pi**2
    """
    return sp.expand(_integral(d - 2, m) / norm(d))


@cache
def generating(d: int) -> Any:
    """Return E exp(x U) in dimension d, as a fraction in x and exp(x)."""
    total = sp.Integer(0)
    for k, c in waves(d - 2):
        wave = k * sp.pi
        ends = (-1) ** k * sp.exp(X) - 1  # of exp(x u) times the wave, up to the slope
        slope = -wave if d % 2 else X
        total += c * slope * ends / (X**2 + wave**2)
    return total / norm(d)

r"""The truncated logarithm series, enclosed for any number of terms.

.. math:: S_n(t) = \sum_{k=1}^n \frac{t^k}{k}, \qquad 0 \le t \le 1,

which is the harmonic number :math:`H_n` at :math:`t = 1` and tends to
:math:`-\ln(1 - t)` below.  The idea: with :math:`\lambda = -\ln t` the summand
:math:`f(x) = e^{-\lambda x} / x` is completely monotone, so the remainder of
Euler and Maclaurin's formula is at most the first term left out,

.. math::

    \sum_{k=m+1}^n f(k) = \int_m^n f + \frac{f(n) - f(m)}{2}
    + \sum_{j \le J} \frac{B_{2j}}{(2j)!} \bigl(f^{(2j-1)}(n) - f^{(2j-1)}(m)\bigr) + R_J .

The integral is :math:`E_1(\lambda m) - E_1(\lambda n)`.  The first ``HEAD``
terms are added exactly, and eleven corrections leave less than 1e-36, whether
:math:`n` is a hundred or :math:`10^{12}`.
"""

import math
from fractions import Fraction
from functools import lru_cache
from typing import Any

from altheory.numeric.enclosure import Enclosure

HEAD = 64
CORRECTIONS = 10
BITS = 256  # of the balls; the result is rigorous for any value


def exact_log_series(t: Fraction, n: int) -> Fraction:
    r"""Return :math:`S_n(t)` as a fraction, by adding it up.

    >>> exact_log_series(Fraction(1), 3)
    Fraction(11, 6)
    """
    # Horner from the last term keeps one fraction in play
    total = Fraction(0)
    for k in range(n, 0, -1):
        total = t * (Fraction(1, k) + total)
    return total


@lru_cache(maxsize=256)
def log_series(t: Fraction, n: int) -> Enclosure:
    r"""Return an enclosure of :math:`S_n(t)` of width below 1e-30.

    >>> float(log_series(Fraction(1), 10**12)) == 28.208236780830582
    True
    """
    head = exact_log_series(t, min(n, HEAD))
    if n <= HEAD or t == 0:
        return Enclosure.exactly(head)
    return (Enclosure.exactly(head) + _tail(t, n)).rounded()


def harmonic(n: int) -> Enclosure:
    r"""Return an enclosure of :math:`H_n`."""
    return log_series(Fraction(1), n)


def _tail(t: Fraction, n: int) -> Enclosure:
    """Return the sum from HEAD + 1 to n, in balls."""
    from flint import arb, ctx, fmpq  # 70 ms that most callers never need

    with ctx.workprec(BITS):
        gap = 1 - t  # log1p keeps the digits of a target next to an end
        decay = -arb(-fmpq(gap.numerator, gap.denominator)).log1p()
        start, end = arb(HEAD), arb(n)
        upper, lower = _odd_derivatives(decay, end), _odd_derivatives(decay, start)
        total = _integral(t, decay, start, end) + (upper[0] - lower[0]) / 2
        terms = [_coefficient(j) * (upper[j] - lower[j]) for j in range(1, CORRECTIONS + 2)]
        total += sum(terms[:-1], arb(0)) + arb(0, abs(terms[-1]).upper())
        return enclosure_of(total)


def _integral(t: Fraction, decay: Any, start: Any, end: Any) -> Any:
    if t == 1:
        return (end / start).log()
    return (decay * start).expint(1) - (decay * end).expint(1)


def _odd_derivatives(decay: Any, x: Any) -> list[Any]:
    r"""Return f(x) and its derivatives of order 1, 3, 5, ...

    They are :math:`f^{(p)} = (-1)^p f P_p` with :math:`P_0 = 1` and
    :math:`P_p = \lambda^p + (p / x) P_{p-1}`.
    """
    value = (-decay * x).exp() / x
    factor, power = value * 0 + 1, value * 0 + 1
    derivatives = [value]
    for p in range(1, 2 * CORRECTIONS + 2):
        power *= decay
        factor = power + p / x * factor
        if p % 2:
            derivatives.append(-value * factor)
    return derivatives


def _coefficient(j: int) -> Any:
    from flint import arb

    return arb.bernoulli(2 * j) / math.factorial(2 * j)


def enclosure_of(ball: Any) -> Enclosure:
    """Return the exact ends of a ball."""
    ends = [(int(m), int(e)) for m, e in (ball.lower().man_exp(), ball.upper().man_exp())]
    lo, hi = (m * Fraction(2) ** e for m, e in ends)
    return Enclosure(lo, hi)

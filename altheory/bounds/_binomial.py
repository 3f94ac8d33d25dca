r"""Binomial tails, exact for small samples and in ball arithmetic for large ones.

The lower tail of :math:`\mathrm{Bin}(n, p)` is a polynomial in :math:`p`, which
Horner's rule evaluates over the integers:

.. math:: P(K \le k) = \sum_{j=0}^{k} \binom nj p^j (1 - p)^{n-j}
                     = I_{1-p}(n - k, k + 1),

the regularized incomplete beta function for :math:`k < n`.
"""

from fractions import Fraction
from math import comb
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.enclosure import PRECISION, Enclosure
from altheory.numeric.inputs import count, rational

EXACT_UP_TO = 256  # beyond, the integers are longer than they are worth


def successes(k: Any, n: Any, least: int = 1) -> tuple[int, int]:
    """Return a number of successes and a sample size of at least ``least``, or refuse them."""
    n = count(n, "the sample size", least)
    k = count(k, "the number of successes", least=0)
    if k > n:
        raise DomainError(f"successes are at most the {n} trials, got {k}")
    return k, n


def probability(p: Any) -> Fraction:
    """Return ``p`` as a rational in [0, 1], or refuse it."""
    value = rational(p, "a probability")
    if not 0 <= value <= 1:
        raise DomainError(f"a probability lies in [0, 1], got {p}")
    return value


def exact_tail(k: int, n: int, p: Fraction) -> Fraction:
    """Return the lower tail as a rational, whatever ``n``.

    >>> exact_tail(0, 2, Fraction(1, 2))
    Fraction(1, 4)
    """
    if k < 0 or k >= n:
        return Fraction(int(k >= 0))
    return Fraction(_numerator(k, n, p), p.denominator**n)


def lower_tail(k: int, n: int, p: Fraction) -> Enclosure:
    r"""Enclose :math:`P(\mathrm{Bin}(n, p) \le k)`, exactly for ``n`` up to 256."""
    if n <= EXACT_UP_TO or k < 0 or k >= n:
        return Enclosure.exactly(exact_tail(k, n, p))
    return _enclosed(k, n, p)


def tail_at_most(k: int, n: int, p: Fraction, delta: Fraction) -> bool:
    """Tell whether the lower tail, for ``0 <= k < n``, certainly is at most ``delta``."""
    if n > EXACT_UP_TO:
        return _enclosed(k, n, p).at_most(delta) is True
    # no Fraction: reducing numbers of n * 48 bits would cost more than making them
    whole: int = p.denominator**n
    return _numerator(k, n, p) * delta.denominator <= delta.numerator * whole


def _numerator(k: int, n: int, p: Fraction) -> int:
    a, b = p.numerator, p.denominator - p.numerator
    total, power = 0, 1
    for j in range(k, -1, -1):  # after it: total = sum over i >= j of C(n, i) a^(i-j) b^(k-i)
        total = total * a + comb(n, j) * power
        power *= b
    rest: int = b ** (n - k)
    return total * rest


def _enclosed(k: int, n: int, p: Fraction) -> Enclosure:
    from flint import arb, ctx, fmpq

    with ctx.workprec(PRECISION):
        x = arb(fmpq(p.denominator - p.numerator, p.denominator))
        tail = x.beta_lower(n - k, k + 1, regularized=True)
        ends = [end.fmpq() for end in (tail.lower(), tail.upper())]
    return Enclosure(*(Fraction(int(q.p), int(q.q)) for q in ends))

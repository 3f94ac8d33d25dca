r"""Tests between two coins of opposite bias, exactly, and the inequalities around them.

Among k = 0, ..., n heads let :math:`P_k` and :math:`Q_k` be the chances under the biases
:math:`\gamma` and :math:`-\gamma`.  Whatever a test decides at k, its two errors
together pay at least :math:`\min(P_k, Q_k)` there, and by symmetry the best test makes
both errors equal:

.. math:: e(n) = \tfrac12 \sum_{k=0}^n \min(P_k, Q_k).

With :math:`x = 4\gamma^2` the binomial theorem gives
:math:`\sum_k \sqrt{P_k Q_k} = (1 - x)^{n/2}`, and so

.. math:: \tfrac14 (1 - x)^n \le e(n) \le \tfrac12 (1 - x)^{n/2}.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import product
from math import comb
from typing import Any

import sympy as sp

from altheory.ledger.finding import Finding, holds, unknown
from proofs_checks._identities import identical


def chances(n: int, bias: Fraction) -> list[tuple[Fraction, Fraction]]:
    """Return the chances of each number of heads under both biases."""
    heads = Fraction(1, 2) + bias
    p = [comb(n, k) * heads**k * (1 - heads) ** (n - k) for k in range(n + 1)]
    return list(zip(p, reversed(p), strict=True))


def least_error(n: int, bias: Fraction) -> Fraction:
    """Return e(n): at k heads the smaller chance has the rarer side max(k, n - k) times."""
    low, whole = (Fraction(1, 2) - abs(bias)).as_integer_ratio()
    high, least = whole - low, n // 2 + 1
    # Horner's rule, and comb(n, k) updated; after the loop: sum over k >= least of
    # comb(n, k) low^(k - least) high^(n - k)
    total, choose, power = 0, 1, 1
    for k in range(n, least - 1, -1):
        total = total * low + choose * power
        choose, power = choose * k // (n - k + 1), power * high
    tails = 2 * total * low**least
    middle = comb(n, least - 1) * (low * high) ** (n // 2) if n % 2 == 0 else 0
    return Fraction(tails + middle, 2 * whole**n)


def least_error_by_search(n: int, bias: Fraction) -> Fraction:
    """Return the least sum of both errors over 2, by trying every test on the number of heads."""
    by_heads = chances(n, bias)
    tests = product((False, True), repeat=n + 1)  # True: decide for the second coin

    def errors(test: tuple[bool, ...]) -> Fraction:
        return sum(
            (p if wrong else q for wrong, (p, q) in zip(test, by_heads, strict=True)), Fraction(0)
        )

    return min(map(errors, tests)) / 2


def overlap() -> Iterator[Finding]:
    """Sum the geometric means by the binomial theorem."""
    n, k = sp.symbols("n k", integer=True, nonnegative=True)
    gamma = sp.Symbol("gamma", positive=True)
    a, b = sp.Rational(1, 2) + gamma, sp.Rational(1, 2) - gamma
    squared = sp.powsimp(sp.expand_power_exp(a**k * b ** (n - k) * a ** (n - k) * b**k))
    at = {n: 4, k: 1, gamma: sp.Rational(1, 7)}
    yield identical(squared, a**n * b**n, at, "the geometric mean is (a b)^(n/2) at every k")
    sums = sp.summation(sp.binomial(n, k), (k, 0, n))
    yield identical(sums, 2**n, at, "the binomial theorem")
    yield identical(4 * a * b, 1 - 4 * gamma**2, at, "so the overlap is (4 a b)^(n/2)")


def two_sides() -> Iterator[Finding]:
    """Compare the smaller of two numbers with their geometric mean, and apply Cauchy-Schwarz."""
    small, more = sp.symbols("small more", nonnegative=True)
    below = small * (small + more) - small**2
    yield _sign(below.expand().is_nonnegative, "the smaller is at most the geometric mean")
    least = sp.Symbol("S", nonnegative=True)  # the sum of the smaller; of the larger: 2 - S
    yield _sign((2 * least - least * (2 - least)).expand().is_nonnegative, "S (2 - S) <= 2 S")


def logarithms() -> Iterator[Finding]:
    """Enclose -ln(1 - x) between x and x/(1 - x) on (0, 1), by slopes from 0 on."""
    y = sp.Symbol("y", positive=True)
    x = y / (1 + y)  # anywhere in (0, 1)
    for gap, name in ((-sp.log(1 - x) - x, "above x"), (x / (1 - x) + sp.log(1 - x), "below")):
        yield identical(gap.subs(y, 0), 0, {}, f"{name} at 0")
        yield _sign(sp.factor(sp.simplify(sp.diff(gap, y))).is_positive, f"{name}: the slope")


def _sign(truth: Any, evidence: str) -> Finding:
    return (holds if truth else unknown)(evidence)

r"""Massart's constant in the Dvoretzky-Kiefer-Wolfowitz inequality, for every deviation.

For :math:`n` independent draws from a continuous law and every :math:`\varepsilon`,

.. math:: P(D_n > \varepsilon) \le 2 e^{-2 n \varepsilon^2}, \qquad
          D_n = \sup_x |F_n(x) - F(x)|.

Why it can be checked: the law of :math:`D_n` is that of uniform draws, and
:math:`D_n \le \varepsilon` confines each order statistic to an interval,
:math:`a_i \le U_{(i)} \le b_i`, the probability of which is Steck's determinant.
Both sides decrease in :math:`\varepsilon`, so on a cell :math:`[s, t]` it is enough
that the left side at :math:`s` is at most the right side at :math:`t`.
"""

import math
from dataclasses import dataclass
from fractions import Fraction
from functools import cache
from typing import final

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.numeric.enclosure import Enclosure

FINEST = Fraction(1, 2**12)


@final
@dataclass(frozen=True, slots=True)
class Tail:
    r"""The bound :math:`C e^{-c n \varepsilon^2}`."""

    constant: Fraction
    rate: Fraction

    def at(self, n: int, eps: Fraction) -> Enclosure:
        return self.constant * Enclosure.exactly(-self.rate * n * eps * eps).exp()


@cache
def exceeds(n: int, eps: Fraction) -> Fraction:
    r"""Return :math:`P(D_n > \varepsilon)` exactly.

    Steck: :math:`P = n! \det\bigl((b_i - a_j)_+^{j-i+1} / (j-i+1)!\bigr)`, whose
    subdiagonal is 1 and below it 0, expanded along the last column.  Lengths are
    integers in units of :math:`1/(nM)`, with :math:`\varepsilon = e/M`.
    """
    e, unit = eps.numerator, eps.denominator
    low = [max(0, i * unit - n * e) for i in range(1, n + 1)]
    high = [min(n * unit, i * unit + n * e) for i in range(n)]
    minors = [1]  # minors[m] = m! times the leading minor of order m
    for m in range(1, n + 1):
        signs = (1 if (m - i) % 2 == 0 else -1 for i in range(1, m + 1))
        gaps = (max(0, high[i - 1] - low[m - 1]) ** (m - i + 1) for i in range(1, m + 1))
        terms = zip(signs, gaps, minors, strict=True)
        minors.append(sum(s * g * d * math.comb(m, i) for i, (s, g, d) in enumerate(terms)))
    return 1 - Fraction(minors[n], (n * unit) ** n)


def every_deviation(tail: Tail, n: int) -> tuple[Finding, int]:
    """Cover [0, 1] by cells on which the bound is proved; return also how many."""
    cells = [(Fraction(0), Fraction(1))]
    proved = 0
    while cells:
        s, t = cells.pop()
        bound = tail.at(n, t)
        if exceeds(n, s) <= bound.lo:
            proved += 1
        elif exceeds(n, t) > bound.hi:
            chance = f"{float(exceeds(n, t)):.6g}"
            return fails(f"n={n}, eps={t}", claimed=f"<= {float(bound):.6g}", computed=chance), 0
        elif t - s <= FINEST:
            return unknown(f"n={n}: undecided between {float(s)} and {float(t)}"), 0
        else:
            middle = (s + t) / 2
            cells += [(middle, t), (s, middle)]
    return holds(f"{proved} cells of [0, 1] at n={n}"), proved


def for_sizes(tail: Tail, sizes: tuple[int, ...]) -> Finding:
    """Prove the bound for each sample size, or return the first failure."""
    total = 0
    for n in sizes:
        found, cells = every_deviation(tail, n)
        if not cells:
            return found
        total += cells
    eps = Fraction(round(64 * math.sqrt(math.log(40) / (2 * sizes[-1]))), 64)  # nominal .05
    return holds(
        f"{total} cells cover every deviation for n in {sizes}; shown: n={sizes[-1]}, eps={eps}",
        claimed=f"<= {float(tail.at(sizes[-1], eps)):.5f}",
        computed=f"{float(exceeds(sizes[-1], eps)):.5f}",
    )


def small_samples(tail: Tail, rng: np.random.Generator) -> Finding:
    """Prove it for every deviation of small samples."""
    del rng
    return for_sizes(tail, tuple(range(1, 9)))


def larger_samples(tail: Tail, rng: np.random.Generator) -> Finding:
    """Prove it for every deviation of larger samples."""
    del rng
    return for_sizes(tail, (20, 50, 100))


def one_hundred(tail: Tail, rng: np.random.Generator) -> Finding:
    """Compare at n = 100 and the deviation of nominal level .05."""
    del rng
    eps = Fraction(1358, 10_000)
    chance, bound = exceeds(100, eps), tail.at(100, eps)
    outcome = holds if chance <= bound.lo else fails
    return outcome(
        f"n=100, eps={float(eps)}: exact {float(chance):.5f}, bound {float(bound):.5f}",
        claimed=f"<= {float(bound):.5f}",
        computed=f"{float(chance):.5f}",
    )


CLAIM: Claim[Tail] = Claim(
    key="bounds/dkw/massart",
    title="DKW with Massart's constant, for every deviation",
    statement=(
        r"P\bigl(\sup_x |F_n(x) - F(x)| > \varepsilon\bigr) \le 2 e^{-2n\varepsilon^2} \quad "
        r"(0 \le \varepsilon \le 1,\ n \le 8)"
    ),
    plain=(
        "For up to 8 draws the largest gap between the empirical and the true distribution "
        "function obeys, at every deviation, the exponential bound with constant 2."
    ),
    relation="upper",
    assumptions=frozenset({"independent instances", "continuous law", "fixed sample size"}),
    does_not_say=(
        "anything about larger samples, or that the risk of all thresholds deviates no more: with "
        "label noise the error sets are not nested"
    ),
    source=Source("massart1990", match="as commonly stated"),
    expected=Verdict.ENCLOSED,
    formula=Tail(Fraction(2), Fraction(2)),
    checks=(
        Check(Method.ENCLOSURE, small_samples, scope="every eps in [0, 1], n <= 8"),
        Check(
            Method.ENCLOSURE,
            larger_samples,
            scope="every eps in [0, 1], n in {20, 50, 100}",
            tier="normal",
        ),
        Check(Method.ENCLOSURE, one_hundred, scope="n = 100, eps = .1358"),
    ),
    controls={
        "constant 1 on both sides": Tail(Fraction(1), Fraction(2)),
        "exponent -4 n eps^2": Tail(Fraction(2), Fraction(4)),
        "exponent -5/2 n eps^2": Tail(Fraction(2), Fraction(5, 2)),
        "constant 3/2": Tail(Fraction(3, 2), Fraction(2)),
    },
)

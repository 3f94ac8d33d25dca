r"""The Rademacher average of thresholds, exactly.

Let :math:`\sigma_i` be fair signs and :math:`S_k = \sigma_1 + \dots + \sigma_k`.  Of
:math:`n` different instances thresholds cut off the first :math:`k`, so for the
indicators of those

.. math:: \mathfrak R_n = \frac1n \mathbf E \max_{0 \le k \le n} S_k
          = \frac1n \sum_{k=1}^{n} \frac{\mathbf E S_k^+}{k}
          = \frac1n \sum_{k=1}^{n} \binom{k - 1}{\lfloor (k-1)/2 \rfloor} 2^{-k},

by Spitzer's identity and :math:`\mathbf E |S_k| = k \binom{k-1}{\lfloor (k-1)/2 \rfloor}
2^{1-k}`.  For labels :math:`\pm 1` it is exactly twice that, as
:math:`\sum_i \sigma_i h(x_i) = S_n - 2 S_k` and :math:`\mathbf E S_n = 0`.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Average: TypeAlias = Callable[[int], Fraction]  # of the indicators, from n


def spitzer(n: int) -> Fraction:
    """Return the sum of mean positive parts over k, over n."""
    return sum((positive_part(k) / k for k in range(1, n + 1)), Fraction(0)) / n


def positive_part(k: int) -> Fraction:
    """Return the mean of the positive part of a sum of k fair signs."""
    return Fraction(k * comb(k - 1, (k - 1) // 2), 2**k)


def averages(n: int) -> tuple[Fraction, Fraction]:
    """Return the averages of the indicators and of the labels, over all signs."""
    xs = [Fraction(i, n + 1) for i in range(1, n + 1)]
    labels: list[list[int]] = [[h(x) for x in xs] for h in Thresholds().representatives(xs)]
    below = [[int(y == -1) for y in row] for row in labels]
    total = [0, 0]
    for signs in product((-1, 1), repeat=n):
        for i, vectors in enumerate((below, labels)):
            total[i] += max(sum(s * v for s, v in zip(signs, row, strict=True)) for row in vectors)
    indicators, both = (Fraction(t, n * 2**n) for t in total)
    return indicators, both


def every_sign(average: Average, rng: np.random.Generator) -> Finding:
    """Go through all signs and all labelings that thresholds give."""
    del rng
    for n in range(1, 8):
        indicators, both = averages(n)
        if average(n) != indicators or 2 * average(n) != both:
            return fails(f"n={n}", claimed=average(n), computed=f"{indicators} (labels: {both})")
    return holds("n <= 7, all signs; shown: n=7", claimed=average(7), computed=averages(7)[0])


def maximum(n: int) -> Fraction:
    """Return the mean of the maximum of a walk of n fair steps, by counting walks."""
    walks = {(0, 0): 1}  # (place, maximum so far) -> walks
    for _ in range(n):
        step: dict[tuple[int, int], int] = {}
        for (place, top), ways in walks.items():
            for there in (place - 1, place + 1):
                key = (there, max(top, there))
                step[key] = step.get(key, 0) + ways
        walks = step
    return Fraction(sum(top * ways for (_, top), ways in walks.items()), 2**n)


def longer_walks(average: Average, rng: np.random.Generator) -> Finding:
    """Count walks by their place and their maximum."""
    del rng
    for n in (10, 20, 40):
        if n * average(n) != maximum(n):
            return fails(f"n={n}", claimed=float(n * average(n)), computed=float(maximum(n)))
    return holds("n in {10, 20, 40}, every walk", computed=float(maximum(40) / 40))


CLAIM: Claim[Average] = Claim(
    key="bounds/rademacher/thresholds",
    title="The Rademacher average of thresholds",
    statement=(
        r"\mathfrak R_n = \frac1n \sum_{k=1}^n \binom{k-1}{\lfloor (k-1)/2 \rfloor} 2^{-k} \quad "
        r"(n \le 7)"
    ),
    plain=(
        "On up to seven different instances, how well thresholds follow random signs is a sum of "
        "binomial coefficients; for labels -1 and +1 in place of 0 and 1 it is exactly twice that."
    ),
    relation="exact",
    assumptions=frozenset({"fair coin labels", "continuous law"}),
    does_not_say="anything about the deviation of errors, which is at most twice the average",
    source=Source(
        "spitzer1956", match="special case", difference="the identity at the maximum of a walk"
    ),
    expected=Verdict.PROVED,
    formula=spitzer,
    checks=(
        Check(Method.EXHAUSTIVE, every_sign, scope="all signs and all labelings, n <= 7"),
        Check(Method.EXHAUSTIVE, longer_walks, scope="all walks, n in {10, 20, 40}", tier="normal"),
    ),
    controls={
        "the last term alone": lambda n: positive_part(n) / n,
        "both signs": lambda n: 2 * spitzer(n),
        "one term fewer": lambda n: spitzer(n) - positive_part(n) / n**2,
        "over n + 1": lambda n: spitzer(n) * n / (n + 1),
    },
)

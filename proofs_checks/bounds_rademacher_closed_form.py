r"""The mean of the maximum of a fair walk has a closed form.

Mirroring a walk at its first visit to :math:`k`,
:math:`P(M_n \ge k) = P(S_n \ge k) + P(S_n > k)`.  Summed over :math:`k \ge 1`,

.. math:: \mathbb E M_n = \mathbb E |S_n| - \frac{1 - P(S_n = 0)}{2}
          = \Bigl(n + \frac{[n \text{ even}]}{2}\Bigr) 2^{1-n}
            \binom{n-1}{\lfloor (n-1)/2 \rfloor} - \frac12 .

Spitzer's identity writes the same as a sum of n terms; a Rademacher average of ten million
instances needs one binomial coefficient.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.bounds._walk import mean_maximum
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks.bounds_rademacher_thresholds import maximum, spitzer

Mean: TypeAlias = Callable[[int], Fraction]  # of the maximum, from n


def closed(n: int) -> Fraction:
    """Return the closed form."""
    center = Fraction(comb(n - 1, (n - 1) // 2), 2 ** (n - 1))
    return (n + Fraction(1 - n % 2, 2)) * center - Fraction(1, 2)


def against_walks(mean: Mean, rng: np.random.Generator) -> Finding:
    """Count all walks by their place and maximum."""
    del rng
    for n in range(1, 15):
        if mean(n) != maximum(n):
            return fails(f"n={n}", claimed=mean(n), computed=maximum(n))
    return holds("n <= 14, every walk", computed=float(maximum(14)))


def against_spitzer(mean: Mean, rng: np.random.Generator) -> Finding:
    """Compare with the sum over all sizes."""
    del rng
    for n in (*range(15, 60), 100, 255, 256):
        if mean(n) != n * spitzer(n):
            return fails(f"n={n}", claimed=float(mean(n)), computed=float(n * spitzer(n)))
    return holds("n from 15 to 59, 100, 255 and 256: the sum of n terms")


def as_shipped(mean: Mean, rng: np.random.Generator) -> Finding:
    """Find it in what the package encloses."""
    del rng
    for n in (1, 2, 7, 256, 257, 1000):
        if mean(n) not in mean_maximum(n):
            return fails(f"n={n}", claimed=float(mean(n)), computed=float(mean_maximum(n)))
    return holds("n in (1, 2, 7, 256, 257, 1000): inside of the package's enclosures")


CLAIM: Claim[Mean] = Claim(
    key="bounds/rademacher/closed-form",
    title="The mean of the maximum of a fair walk",
    statement=(
        r"\mathbb E M_n = \Bigl(n + \frac{[n \text{ even}]}{2}\Bigr) 2^{1-n} "
        r"\binom{n-1}{\lfloor (n-1)/2 \rfloor} - \frac12 \quad (n \le 14)"
    ),
    plain=(
        "The largest value of a walk of up to 14 fair steps has a mean with one binomial "
        "coefficient in it; over the number of steps it is the Rademacher average of thresholds."
    ),
    relation="exact",
    assumptions=frozenset({"fair coin labels"}),
    does_not_say="anything about walks whose steps are not fair",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=closed,
    checks=(
        Check(Method.EXHAUSTIVE, against_walks, scope="every walk of n <= 14 steps"),
        Check(
            Method.EXHAUSTIVE,
            against_spitzer,
            scope="n from 15 to 59, 100, 255, 256, by Spitzer's sum",
            tier="normal",
        ),
        Check(Method.ENCLOSURE, as_shipped, scope="n in {1, 2, 7, 256, 257, 1000}"),
    ),
    controls={
        "the mean of the absolute value": lambda n: closed(n) + Fraction(1, 2),
        "even sizes like odd ones": lambda n: (
            n * Fraction(comb(n - 1, (n - 1) // 2), 2 ** (n - 1)) - Fraction(1, 2)
        ),
        "one step less": lambda n: closed(n - 1) if n > 1 else Fraction(0),
    },
    uses=("bounds/rademacher/thresholds",),
)

r"""The binned calibration error that a calibrated model shows.

Let n instances share the confidence p and be right with exactly that chance, independently.  The
gap between accuracy and confidence is then :math:`|K/n - p|` with binomial K, and by de Moivre

.. math:: \mathbb E \Bigl|\frac Kn - p\Bigr|
          = \frac{2 (1 - p) \, m}{n} \binom nm p^m (1 - p)^{n - m}, \qquad
          m = \lfloor n p \rfloor + 1,

which is above 0: the estimate is biased upward, by about :math:`\sqrt{2 p (1 - p) / (\pi n)}`.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from math import comb, floor
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Gap: TypeAlias = Callable[[int, Fraction], Fraction]  # instances, confidence


def de_moivre(n: int, p: Fraction) -> Fraction:
    """Return the mean absolute deviation of a binomial share."""
    m = floor(n * p) + 1
    return 2 * (1 - p) * m * comb(n, m) * p**m * (1 - p) ** (n - m) / n


def rounded_down(n: int, p: Fraction) -> Fraction:
    """Return the same with m one less."""
    m = floor(n * p)
    return 2 * (1 - p) * m * comb(n, m) * p**m * (1 - p) ** (n - m) / n


def compared(gap: Gap, sizes: Iterable[int], d: int) -> Finding:
    """Compare with the mean over all rows of right and wrong answers."""
    count = 0
    for n, k in product(sizes, range(1, d)):
        p, mean = Fraction(k, d), Fraction(0)
        for row in product((0, 1), repeat=n):
            right = sum(row)
            mean += p**right * (1 - p) ** (n - right) * abs(Fraction(right, n) - p)
            count += 1
        if gap(n, p) != mean:
            return fails(f"{n} instances at {p}", claimed=gap(n, p), computed=mean)
    return holds(f"{count} rows of answers")


def small(gap: Gap, rng: np.random.Generator) -> Finding:
    """Go through up to four instances and quarters."""
    del rng
    return compared(gap, range(1, 5), 4)


def larger(gap: Gap, rng: np.random.Generator) -> Finding:
    """Go through up to seven instances and tenths."""
    del rng
    return compared(gap, range(1, 8), 10)


CLAIM: Claim[Gap] = Claim(
    key="calibration/binned-error-of-calibrated",
    title="The calibration error that a calibrated model shows",
    statement=(
        r"\mathbb E |K/n - p| = \tfrac{2 (1-p) m}{n} \tbinom nm p^m (1-p)^{n-m}, \quad"
        r" m = \lfloor np \rfloor + 1,\ n \le 7,\ p \in \{.1, .2, \ldots, .9\}"
    ),
    plain=(
        "The binned calibration error of a perfectly calibrated model is above 0 on average, by "
        "de Moivre's formula in a bin of equal confidences; for up to seven instances."
    ),
    does_not_say=(
        "that subtracting it leaves an unbiased estimate: for a model that is not calibrated the "
        "bias is another"
    ),
    relation="exact",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=de_moivre,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="n <= 4, p in quarters"),
        Check(Method.EXHAUSTIVE, larger, scope="n <= 7, p in tenths", tier="normal"),
    ),
    controls={
        "no bias": lambda _, __: Fraction(0),
        "the variance": lambda n, p: p * (1 - p) / n,
        "m rounded down": rounded_down,
    },
)

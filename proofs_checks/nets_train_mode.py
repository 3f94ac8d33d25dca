r"""Batch normalization in training mode: an answer is made of differences within the batch.

In training mode an activation is normalized by mean and variance of the batch, so

.. math:: z_i^2 = \frac{\bigl(\tfrac1n \sum_j (x_i - x_j)\bigr)^2}
                       {\tfrac{1}{2 n^2} \sum_{j,k} (x_j - x_k)^2 + \varepsilon}

has the sign of :math:`\sum_j (x_i - x_j)` and nothing else is in it: neither where the batch lies
nor what was learned.  A batch from elsewhere gets the answers of one that is familiar, and who is
asked about beside an instance changes its answer.  In evaluation mode the statistics are those
learned, and neither happens.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Batch: TypeAlias = tuple[int, ...]  # the instance first, then those beside it
Learned: TypeAlias = tuple[Fraction, Fraction]  # mean and variance
Normalized: TypeAlias = Callable[[Batch, Learned], Fraction]  # sign times square
EPSILON = Fraction(1, 10**5)
LEARNED = ((Fraction(0), Fraction(1)), (Fraction(1, 2), Fraction(4)))


def signed_square(x: Fraction, variance: Fraction) -> Fraction:
    """Return sgn(x) x^2 / (variance + epsilon), which no root is needed for."""
    return x * abs(x) / (variance + EPSILON)


def from_differences(batch: Batch, _: Learned) -> Fraction:
    """Return the value by differences within the batch alone."""
    n = len(batch)
    centered = Fraction(sum(batch[0] - x for x in batch), n)
    spread = Fraction(sum((a - b) ** 2 for a, b in product(batch, repeat=2)), 2 * n**2)
    return signed_square(centered, spread)


def evaluated(batch: Batch, learned: Learned) -> Fraction:
    """Return the value in evaluation mode, by what was learned."""
    return signed_square(batch[0] - learned[0], learned[1])


def unbiased_statistics(batch: Batch) -> Learned:
    """Return the mean, and the variance over n - 1."""
    mean = Fraction(sum(batch), len(batch))
    squares = sum(((x - mean) ** 2 for x in batch), Fraction(0))
    return mean, squares / (len(batch) - 1)


def moved(batch: Batch, learned: Learned) -> Fraction:
    """Return the value by the running statistics, moved a tenth of the way to the batch."""
    mean, variance = unbiased_statistics(batch)
    new = (9 * learned[0] + mean) / 10, (9 * learned[1] + variance) / 10
    return evaluated(batch, new)


def unbiased(batch: Batch, _: Learned) -> Fraction:
    """Return the value by the variance over n - 1."""
    mean, variance = unbiased_statistics(batch)
    return signed_square(batch[0] - mean, variance)


def compared(normalized: Normalized, sizes: Iterable[int]) -> Finding:
    """Compare with mean and variance of the batch, as training mode is defined, and shifted."""
    count = 0
    for n in sizes:
        for batch, learned in product(product(range(-2, 3), repeat=n), LEARNED):
            mean = Fraction(sum(batch), n)
            found = signed_square(batch[0] - mean, Fraction(sum(x * x for x in batch), n) - mean**2)
            for shift in (0, 7):
                claimed = normalized(tuple(x + shift for x in batch), learned)
                if claimed != found:
                    where = f"{batch[0]} beside {batch[1:]}, all shifted by {shift}"
                    return fails(where, claimed=claimed, computed=found)
            count += 1
    return holds(f"{count} batches and learned statistics, as they are and shifted")


def pairs(normalized: Normalized, rng: np.random.Generator) -> Finding:
    """Go through batches of two."""
    del rng
    return compared(normalized, (2,))


def larger(normalized: Normalized, rng: np.random.Generator) -> Finding:
    """Go through batches of up to four."""
    del rng
    return compared(normalized, (2, 3, 4))


CHECKS = (
    Check(Method.EXHAUSTIVE, pairs, scope="batches of 2 from {-2, ..., 2}"),
    Check(Method.EXHAUSTIVE, larger, scope="batches of 2 to 4 from {-2, ..., 2}", tier="normal"),
)

CLAIM: Claim[Normalized] = Claim(
    key="nets/train-mode",
    title="In training mode batch normalization sees differences within the batch",
    statement=(
        r"z_i |z_i| = \frac{\delta_i |\delta_i|}{\frac{1}{2n^2} \sum_{jk} (x_j - x_k)^2 +"
        r" \varepsilon}, \quad \delta_i = \tfrac1n \sum_j (x_i - x_j), \quad 2 \le n \le 4,"
        r" \ x \in \{-2, \dots, 2\}^n \text{ or } \{5, \dots, 9\}^n,\ \varepsilon = 10^{-5}"
    ),
    plain=(
        "In training mode what batch normalization makes of an instance depends on differences "
        "within its batch alone, so a shift of the whole batch changes nothing; on all batches of "
        "two to four of the values -2, ..., 2, as they are and shifted by 7."
    ),
    does_not_say=(
        "that training mode is wrong in training; nor anything of layer normalization, which uses "
        "one instance only, in both modes"
    ),
    relation="identity",
    source=Source(
        "ioffe2015",
        match="equivalent",
        difference="mean and variance of the batch are written as sums of differences",
    ),
    expected=Verdict.PROVED,
    formula=from_differences,
    checks=CHECKS,
    controls={
        "evaluation mode": evaluated,
        "running statistics, updated": moved,
        "the variance over n - 1": unbiased,
    },
)

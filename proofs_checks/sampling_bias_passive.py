r"""Passive learning leaves the wrong valley, exponentially fast.

With :math:`k_2, k_3` labels of the inner blocks the cuts between the first two blocks make
:math:`k_3` errors and those between the last two :math:`k_2`.  So the first interval with the
fewest errors is the wrong one iff :math:`k_3 \le k_2`, unless both are 0, and

.. math:: P(\mathrm{err} = \tfrac1{20}) = P(D_n \le 0) - \bigl(\tfrac{37}{40}\bigr)^n
          < \Bigl(\tfrac{37 + 2 \sqrt 2}{40}\Bigr)^n ,

for a walk :math:`D_n` with steps +1, -1 and 0 of chances 2/40, 1/40 and 37/40.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import factorial, prod
from typing import Any, TypeAlias

import numpy as np

from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sampling_bias import FOUR_BLOCKS, Ends, four_block_cal, four_block_erm
from proofs_checks._four_blocks import BEST, STUCK, at, error, label
from proofs_checks._identities import chain

Law: TypeAlias = Callable[[int], Ends]

MISSED = Fraction(37, 40)


def counts(n: int) -> Iterator[tuple[int, ...]]:
    """Yield how many of ``n`` instances are in each block, in all ways."""
    for first in product(range(n + 1), repeat=3):
        if sum(first) <= n:
            yield (*first, n - sum(first))


def chance(numbers: tuple[int, ...]) -> Fraction:
    """Return the probability of these numbers."""
    ways = factorial(sum(numbers)) // prod(map(factorial, numbers))
    powers = (block.mass**k for block, k in zip(FOUR_BLOCKS, numbers, strict=True))
    return ways * prod(powers, start=Fraction(1))


def compared(formula: Law, n: int, place: Fraction) -> Finding:
    """Weigh the errors of the real minimizer over all numbers of instances in the blocks."""
    totals = {STUCK: Fraction(0), BEST: Fraction(0)}
    for numbers in counts(n):
        sample = [(at(i, place), k) for i, k in enumerate(numbers)]
        labels: list[tuple[Fraction, Any]] = [(x, label(x)) for x, k in sample for _ in range(k)]
        found = error(Thresholds().erm(labels).cut)
        totals[found] = totals.get(found, Fraction(0)) + chance(numbers)
    claimed, computed = formula(n), (totals[STUCK], totals[BEST])
    same = (claimed.stuck, claimed.best) == computed
    seen = f"{n} labels, place {place} of each block"
    return (holds if same else fails)(seen, claimed=claimed.stuck, computed=computed[0])


def two_labels(formula: Law, rng: np.random.Generator) -> Finding:
    """Compare for no label, one and two, at the lower ends of the blocks."""
    del rng
    return chain((compared(formula, n, Fraction(0)) for n in range(3)), "n <= 2")


def six_labels(formula: Law, rng: np.random.Generator) -> Finding:
    """Compare for up to six labels, at both ends of the blocks."""
    del rng
    cases = product(range(7), (Fraction(0), Fraction(1)))
    return chain((compared(formula, *case) for case in cases), "n <= 6, both ends of the blocks")


CLAIM: Claim[Law] = Claim(
    key="sampling-bias/passive",
    title="Passive learning is not stuck",
    statement=(
        r"P(\mathrm{err}(h_n) = \tfrac1{20}) = 40^{-n} \sum_{d \le 0} [x^d] (x^{-1} + 37 + 2x)^n "
        r"- (\tfrac{37}{40})^n, \quad P(\mathrm{err}(h_n) = \tfrac1{40}) = 40^{-n} \sum_{d > 0} "
        r"[x^d] (x^{-1} + 37 + 2x)^n, \quad n \le 6"
    ),
    plain=(
        "With random labels the wrong valley of the four blocks has ever fewer chances: the exact "
        "law, for up to six labels. By the formula they are below 1/1000 from 1,200 labels on."
    ),
    relation="exact",
    assumptions=frozenset({"independent instances", "fixed sample size"}),
    does_not_say="how many labels it takes to know which valley one is in",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=four_block_erm,
    checks=(
        Check(Method.EXHAUSTIVE, two_labels, scope="n <= 2, all numbers of labels in the blocks"),
        Check(
            Method.EXHAUSTIVE,
            six_labels,
            scope="n <= 6, all numbers of labels in the blocks, both ends of these",
            tier="normal",
        ),
    ),
    controls={
        "always stuck": lambda n: Ends(1 - MISSED**n, Fraction(0), MISSED**n),
        "as CAL, by the first label": four_block_cal,
        "never stuck": lambda n: Ends(Fraction(0), 1 - MISSED**n, MISSED**n),
    },
)

r"""On a pool of m points the best mean number of labels.

With :math:`N = m + 1` equally likely cases and :math:`k = \lfloor \log_2 N \rfloor`

.. math:: \min_{\text{trees}} \frac1N \sum_h \text{depth} = k + \frac{2 (N - 2^k)}{N},

since a tree of least total depth has its leaves on two neighboring levels, and ordered
cases can be split in any proportion.  For m = 8 it is 29/9.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import optimal_queries
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.bisection import pool_expected_queries
from proofs_checks._threshold_traces import trace

Mean: TypeAlias = Callable[[int], Fraction]
LARGEST = 8


def certified(formula: Mean, rng: np.random.Generator) -> Finding:
    """Have the checker find the least total depth by dynamic programming."""
    del rng
    for m in range(1, LARGEST + 1):
        total = formula(m) * (m + 1)
        stated = total.denominator == 1
        if not stated or not accepted(optimal_queries(trace(m).table(), "total", total.numerator)):
            return fails(f"the checker rejects it for a pool of {m}", claimed=formula(m))
    return holds(f"optimal trees for pools of at most {LARGEST} points", computed=formula(LARGEST))


def splitting(formula: Mean, rng: np.random.Generator) -> Finding:
    """Find the least total depth of m + 1 ordered cases by recursion."""
    del rng
    total = [0, 0]  # of 0 and 1 cases
    for cases in range(2, 130):
        total.append(cases + min(total[k] + total[cases - k] for k in range(1, cases)))
        computed = Fraction(total[cases], cases)
        if formula(cases - 1) != computed:
            return fails(f"pool of {cases - 1}", claimed=formula(cases - 1), computed=computed)
    return holds("pools of at most 128 points, every tree")


CLAIM: Claim[Mean] = Claim(
    key="thresholds/pool/average-case",
    title="Labels for a pool, on average",
    statement=r"\min \tfrac1N \sum_h \text{depth} = k + 2 (N - 2^k)/N, \quad N = m + 1",
    plain="On average the best tree is within a tenth of a label of the logarithm of m + 1.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "uniform target"}),
    does_not_say="that greedy splitting attains the optimum on every class",
    source=Source("dasgupta2004analysis", match="derived"),
    expected=Verdict.PROVED,
    formula=pool_expected_queries,
    checks=(
        Check(Method.CERTIFICATE, certified, scope="m <= 8, every tree, any questions"),
        Check(Method.EXHAUSTIVE, splitting, scope="m <= 128, every tree"),
    ),
    controls={
        "the worst case": lambda m: Fraction(m.bit_length()),
        "leaves on one level": lambda m: Fraction((m + 1).bit_length() - 1),
        "half of the last level": lambda m: (
            pool_expected_queries(m) / 2 + Fraction((m + 1).bit_length() - 1, 2)
        ),
    },
)

r"""Thresholds: passive learning takes 1/epsilon labels, active learning a logarithm.

To mean error at most :math:`\varepsilon < 1/4` for a uniform target

.. math:: n_{\text{passive}} = \Bigl\lceil \frac{1}{2 \varepsilon} \Bigr\rceil - 2, \qquad
    q_{\text{active}} \le \Bigl\lceil \log_2 \frac{1}{2 \varepsilon} \Bigr\rceil .

The first is the least n with 1/(2 (n + 2)) <= epsilon, which is what the best rule
has; the second is bisection, whose error never exceeds epsilon.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.bisection import bisection_queries_to_error
from altheory.theory.lower_bounds import passive_thresholds_error
from proofs_checks._bisections import guarantee

# From epsilon to the least passive sample and a sufficient number of queries.
Labels: TypeAlias = Callable[[Fraction], tuple[int, int]]
LARGEST = 64


def labels(epsilon: Fraction) -> tuple[int, int]:
    """Return the labels of the best passive rule, and those of bisection."""
    return (1 / (2 * epsilon)).__ceil__() - 2, bisection_queries_to_error(epsilon)


def both_ends(formula: Labels, rng: np.random.Generator) -> Finding:
    """Find the least passive sample by trying, and run bisection on every answer."""
    del rng
    for k in range(5, LARGEST + 1):
        epsilon = Fraction(1, k)
        passive, active = formula(epsilon)
        least = next(n for n in range(k) if passive_thresholds_error(n) <= epsilon)
        if passive != least:
            return fails(f"epsilon = {epsilon}, passive", claimed=passive, computed=least)
        _, error = guarantee(min(active, 7))
        if error > epsilon:
            return fails(f"epsilon = {epsilon}, active", claimed=active, computed=f"error {error}")
    last = labels(Fraction(1, LARGEST))
    return holds(f"epsilon = 1/k, 5 <= k <= {LARGEST}", claimed=last, computed=last)


CLAIM: Claim[Labels] = Claim(
    key="thresholds/active-against-passive",
    title="Passive 1/eps, active log(1/eps)",
    statement=(
        r"n_{\text{passive}} = \lceil 1/(2\varepsilon) \rceil - 2, \quad"
        r" q_{\text{active}} \le \lceil \log_2 (1/(2\varepsilon)) \rceil"
    ),
    plain="Choosing the labels turns a reciprocal into a logarithm.",
    relation="order",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "membership queries"}),
    does_not_say="that other classes gain as much: some gain nothing",
    source=Source(
        "lecturenotes",
        locator="Can Adaptive Querying Actually Help?",
        match="special case",
        difference="the notes give orders of growth, here the constants are exact",
    ),
    expected=Verdict.PROVED,
    formula=labels,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            both_ends,
            scope="epsilon = 1/k with 5 <= k <= 64, every passive rule, every sequence of answers",
        ),
    ),
    controls={
        "passive takes 1/epsilon": lambda epsilon: ((1 / epsilon).__ceil__(), labels(epsilon)[1]),
        "passive takes a logarithm too": lambda epsilon: (
            labels(epsilon)[1],
            labels(epsilon)[1],
        ),
        "active takes a constant": lambda epsilon: (labels(epsilon)[0], 3),
    },
    uses=("thresholds/passive/bayes-error", "thresholds/bisection/estimation"),
)

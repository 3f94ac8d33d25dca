r"""A version space of width epsilon takes exactly ceil(log2(1/epsilon)) queries.

Bisection halves the width with every answer.  No learner does better: q answers part
the thresholds into at most :math:`2^q` version spaces that together cover [0, 1], so
one of them is at least :math:`2^{-q}` wide.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.bisection import bisection_queries_to_width
from proofs_checks._bisections import DENOMINATORS, accuracies, guarantee

Queries: TypeAlias = Callable[[Fraction], int]


def bisection_attains_it(formula: Queries, rng: np.random.Generator) -> Finding:
    """Run bisection on every sequence of answers, to the width that is claimed."""
    del rng
    for epsilon in accuracies():
        width, _ = guarantee(min(formula(epsilon), 7))
        if width > epsilon:
            return fails(
                f"epsilon = {epsilon}", claimed=formula(epsilon), computed=f"width {width}"
            )
    return holds(f"every epsilon = a/b < 1 with b <= {DENOMINATORS}, every sequence of answers")


def fewer_cannot_cover(formula: Queries, rng: np.random.Generator) -> Finding:
    """Count: with one query less, so many intervals of width epsilon do not cover [0, 1]."""
    del rng
    for epsilon in accuracies():
        queries = formula(epsilon)
        if queries and 2 ** (queries - 1) * epsilon >= 1:
            return fails(f"epsilon = {epsilon}", claimed=queries, computed=f"<= {queries - 1}")
    return holds(f"every epsilon = a/b < 1 with b <= {DENOMINATORS}, every learner")


CLAIM: Claim[Queries] = Claim(
    key="thresholds/bisection/width",
    title="Queries to a version space of width epsilon",
    statement=r"q(\varepsilon) = \lceil \log_2 (1/\varepsilon) \rceil",
    plain="Halving is optimal: one bit of accuracy costs one label.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="how many queries an estimate within epsilon takes: one less",
    source=Source("dasgupta2004analysis", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=bisection_queries_to_width,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            bisection_attains_it,
            scope="epsilon = a/b < 1 with b <= 48, every sequence of answers",
        ),
        Check(Method.EXHAUSTIVE, fewer_cannot_cover, scope="epsilon = a/b < 1 with b <= 48"),
    ),
    controls={
        "the floor": lambda epsilon: (1 / epsilon).__floor__().bit_length() - 1,
        "one query more": lambda epsilon: bisection_queries_to_width(epsilon) + 1,
        "the goal of estimation": lambda epsilon: bisection_queries_to_width(2 * epsilon),
    },
)

r"""The variance of the number of CAL's questions for a uniform target.

.. math:: \operatorname{Var} Q_n = \sum_{k=1}^n \frac{2 (k - 1)}{(k + 1)^2}.

Why: the questions are independent coins of bias :math:`p_k = 2/(k + 1)`, and
:math:`p_k (1 - p_k)` adds up.  So :math:`Q_n` is as concentrated as a Poisson number.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_cal import cal_query_variance_thresholds
from proofs_checks._identities import identical
from proofs_checks._threshold_orders import law

Term: TypeAlias = Callable[[Any], Any]


def term(k: Any) -> Any:
    """Return what the k-th instance adds to the variance."""
    return 2 * (k - 1) / (k + 1) ** 2


def coin(formula: Term, rng: np.random.Generator) -> Finding:
    """Compare with p (1 - p) for p = 2/(k + 1), for every k."""
    del rng
    k = sp.Symbol("k", integer=True, positive=True)
    p = 2 / (k + 1)
    return identical(formula(k), p * (1 - p), {k: 3}, "p (1 - p), all k")


def second_moments(formula: Term, rng: np.random.Generator) -> Finding:
    """Compare with the moments of the law that CAL has over all orders."""
    del rng
    for n in range(6):
        masses = law(n)
        mean = sum((q * p for q, p in enumerate(masses)), Fraction(0))
        computed = sum((q * q * p for q, p in enumerate(masses)), Fraction(0)) - mean**2
        claimed = sum((formula(Fraction(k)) for k in range(1, n + 1)), Fraction(0))
        if claimed != computed:
            return fails(f"{n} instances", claimed=claimed, computed=computed)
    return holds("all orders, n <= 5")


def long_stream(formula: Term, rng: np.random.Generator) -> Finding:
    """Compare with the package's sum for 200 instances."""
    del rng
    claimed = sum((formula(Fraction(k)) for k in range(1, 201)), Fraction(0))
    computed = cal_query_variance_thresholds(200)
    outcome = holds if claimed == computed else fails
    return outcome("n = 200", claimed=f"{float(claimed):.6g}", computed=f"{float(computed):.6g}")


CLAIM: Claim[Term] = Claim(
    key="thresholds/cal/variance/uniform-target",
    title="Variance of CAL's questions, uniform target",
    statement=r"\operatorname{Var} Q_n = \sum_{k=1}^n \frac{2 (k - 1)}{(k + 1)^2}",
    plain="The number of questions varies about as much as a Poisson number of the same mean.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="the variance for a fixed target, whose questions are not independent",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=term,
    checks=(
        Check(Method.SYMBOLIC, coin, scope="all n, given the law of the questions", tier="normal"),
        Check(Method.EXHAUSTIVE, second_moments, scope="all orders, n <= 5"),
        Check(Method.EXHAUSTIVE, long_stream, scope="n = 200"),
    ),
    controls={
        "Poisson: variance equals mean": lambda k: 2 / (k + 1),
        "the coin of one neighbor": lambda k: k / (k + 1) ** 2,
        "forgets that the first is certain": lambda k: 2 * k / (k + 1) ** 2,
    },
    uses=("thresholds/cal/law/uniform-target",),
)

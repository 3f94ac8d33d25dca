r"""CAL on thresholds: the mean number of questions for a uniform target.

.. math:: \mathbb E[Q_n] = \sum_{k=1}^n \frac{2}{k + 1} = 2 (H_{n+1} - 1).

Why: the k-th instance is asked for with chance :math:`(2 - t^k - (1 - t)^k)/k` at the
target t, and the mean of either power over t is :math:`1/(k + 1)`.  The same numbers
are the mean cost of an unsuccessful search in a random binary search tree.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_cal import cal_expected_queries_thresholds
from proofs_checks._identities import identical
from proofs_checks._threshold_orders import law
from proofs_checks.thresholds_cal_fixed_target import chance as fixed_target

Chance: TypeAlias = Callable[[Any], Any]
LARGEST = 5


def chance(k: Any) -> Any:
    """Return the probability that CAL asks for the k-th instance."""
    return 2 / (k + 1)


def mean_over_targets(formula: Chance, rng: np.random.Generator) -> Finding:
    """Integrate the chance for a fixed target, with k as a symbol."""
    del rng
    t, k = sp.Symbol("t", positive=True), sp.Symbol("k", integer=True, positive=True)
    at = {t: sp.Rational(1, 3), k: 3}
    parts = identical(fixed_target(k, t), (2 - t**k - (1 - t) ** k) / k, at, "two powers")
    if parts.outcome.value != "holds":
        return parts
    primitive = t ** (k + 1) / (k + 1)
    power = identical(sp.diff(primitive, t), t**k, at, "antiderivative of t^k")
    if power.outcome.value != "holds":
        return power
    mean = primitive.subs(t, 1) - primitive.subs(t, 0)  # of t^k, and by reflection of (1 - t)^k
    return identical(formula(k), (2 - 2 * mean) / k, at, "mean over t, all k")


def every_order(formula: Chance, rng: np.random.Generator) -> Finding:
    """Compare with the real CAL on all orders of instances and target."""
    del rng
    for n in range(LARGEST + 1):
        claimed = sum((formula(Fraction(k)) for k in range(1, n + 1)), Fraction(0))
        computed = sum((q * p for q, p in enumerate(law(n))), Fraction(0))
        if claimed != computed:
            return fails(f"{n} instances", claimed=claimed, computed=computed)
    return holds(f"all (n + 1)! orders, n <= {LARGEST}")


def package(formula: Chance, rng: np.random.Generator) -> Finding:
    """Compare with the package's closed form for a random length."""
    n = int(rng.integers(1, 200))
    claimed = sum((formula(Fraction(k)) for k in range(1, n + 1)), Fraction(0))
    computed = cal_expected_queries_thresholds(n).exact
    outcome = holds if claimed == computed else fails
    return outcome(f"n = {n}", claimed=claimed, computed=computed)


CLAIM: Claim[Chance] = Claim(
    key="thresholds/cal/expected-queries/uniform-target",
    title="Mean number of CAL's questions, uniform target",
    statement=r"\mathbb E[Q_n] = 2 (H_{n+1} - 1)",
    plain="On average over targets CAL asks for about 2 ln n of n instances.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="the mean for any single target",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=chance,
    checks=(
        Check(Method.SYMBOLIC, mean_over_targets, scope="all n, given the mean for a fixed target"),
        Check(Method.EXHAUSTIVE, every_order, scope="all orders, n <= 5"),
    ),
    controls={
        "harmonic number without the shift": lambda k: 2 / k,
        "one neighbor instead of two": lambda k: 1 / (k + 1),
        "the first instance is free": lambda k: 2 / (k + 2),
    },
    uses=("thresholds/cal/expected-queries/fixed-target",),
    attack=package,
)

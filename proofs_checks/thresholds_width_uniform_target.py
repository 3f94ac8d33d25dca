r"""The width of the version space for a uniform target is Beta(2, n).

.. math:: P(W > w) = (1 - w)^n (1 + n w), \qquad n \ge 1.

Why: the target and the instances are n + 1 exchangeable points, which part [0, 1]
into n + 2 exchangeable spacings; W is the sum of two neighbors.  Here it is found
by integrating the law for a fixed target.
"""

from collections.abc import Callable
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome
from proofs_checks._identities import identical
from proofs_checks.thresholds_width import survival as fixed_target

Survival: TypeAlias = Callable[[Any, Any], Any]


def survival(n: Any, w: Any) -> Any:
    """Return P(W > w) for a uniform target."""
    return (1 - w) ** n * (1 + n * w)


def average_over_targets(formula: Survival, rng: np.random.Generator) -> Finding:
    """Integrate over t: the law for a fixed target is linear in the length inside."""
    del rng
    w, t, rest = sp.symbols("w t rest", positive=True)
    n = sp.Symbol("n", integer=True, positive=True)
    at = {n: 3, rest: sp.Rational(1, 3)}
    # l(w) = min(w, t, 1 - t, 1 - w) rises to its cap, w or 1 - w, and falls again
    for cap, other in ((w, 1 - w), (1 - w, w)):
        mean = 2 * sp.integrate(t, (t, 0, cap)) + cap * (other - cap)
        found = identical(mean, w * (1 - w), {w: sp.Rational(1, 3)}, "mean of l(w)")
        if found.outcome is not Outcome.HOLDS:
            return found
    computed = fixed_target(n, 1 - rest, rest * (1 - rest))
    return identical(formula(n, 1 - rest), computed, at, "the mean over t, all n and w")


def beta_density(formula: Survival, rng: np.random.Generator) -> Finding:
    """Compare with the distribution function of Beta(2, n), by its density."""
    del rng
    rest = sp.Symbol("rest", positive=True)
    n = sp.Symbol("n", integer=True, positive=True)
    at = {n: 3, rest: sp.Rational(1, 3)}
    slope = sp.diff(formula(n, 1 - rest), rest)
    density = n * (n + 1) * (1 - rest) * rest ** (n - 1)  # 1 / B(2, n) = n (n + 1)
    return identical(slope, density, at, "the density of Beta(2, n)")


CLAIM: Claim[Survival] = Claim(
    key="thresholds/version-space/width/uniform-target",
    title="The width for a uniform target is Beta(2, n)",
    statement=r"P(W > w) = (1 - w)^n (1 + n w)",
    plain="With a uniform target the width is the sum of two of n + 2 equal spacings.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="the law for any single target",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=survival,
    checks=(
        Check(Method.SYMBOLIC, average_over_targets, scope="all n >= 1 and w in (0, 1)"),
        Check(Method.SYMBOLIC, beta_density, scope="all n >= 1 and w in (0, 1)"),
    ),
    controls={
        "Beta(2, n - 1), as in the interior": lambda n, w: (1 - w) ** (n - 1) * (1 + (n - 1) * w),
        "one spacing instead of two": lambda n, w: (1 - w) ** (n + 1),
        "half of the second term": lambda n, w: (1 - w) ** n * (1 + n * w / 2),
    },
    uses=("thresholds/version-space/width/fixed-target",),
)

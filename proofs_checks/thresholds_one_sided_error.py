r"""The one-sided rule on thresholds: its error is one gap.

The rule that returns the lowest positive instance errs by the gap B on the right of
the target, so

.. math:: P(B > \varepsilon) = (1 - \varepsilon)^n, \quad \varepsilon < 1 - t, \qquad
    \int_0^1 \mathbb E[B]\, dt = \frac{1}{n + 2}.

Hence :math:`\lceil \ln(1/\delta) / -\ln(1 - \varepsilon) \rceil` instances are enough,
at most :math:`\lceil (1/\varepsilon) \ln(1/\delta) \rceil`.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from proofs_checks._identities import identical

Failure: TypeAlias = Callable[[Any, Any], Any]
CELLS = 5


def failure(n: Any, epsilon: Any) -> Any:
    """Return P(B > epsilon) for a target below 1 - epsilon."""
    return (1 - epsilon) ** n


def every_placement(formula: Failure, rng: np.random.Generator) -> Finding:
    """Run the real rule on all placements of instances into cells."""
    del rng
    rule = Thresholds().erm_one_sided
    for n in range(1, 4):
        for edge in range(CELLS):
            target = Threshold(Fraction(edge, CELLS))
            errors: list[Fraction] = []
            for placement in product(range(CELLS), repeat=n):
                xs = [Fraction(2 * i + 1, 2 * CELLS) for i in placement]
                errors.append(rule([(x, target(x)) for x in xs]).cut - target.cut)
            for k in range(CELLS - edge):
                epsilon = Fraction(k, CELLS)
                computed = Fraction(sum(e > epsilon for e in errors), CELLS**n)
                claimed = formula(n, epsilon)
                if claimed != computed:
                    where = f"n = {n}, t = {target.cut}, epsilon = {epsilon}"
                    return fails(where, claimed=claimed, computed=computed)
    return holds("all placements of at most 3 instances into 5 cells, every target between them")


def mean_over_targets(formula: Failure, rng: np.random.Generator) -> Finding:
    """Integrate the survival over epsilon < 1 - t and over t: the mean is 1/(n + 2)."""
    del rng
    epsilon, n = sp.Symbol("epsilon", positive=True), sp.Symbol("n", integer=True, positive=True)
    if formula(sp.Integer(0), epsilon) != 1:
        return fails("no instance", claimed=formula(sp.Integer(0), epsilon), computed=1)
    for size in range(5):
        survival = sp.expand(formula(sp.Integer(size), epsilon) * (1 - epsilon))  # t < 1 - epsilon
        computed = sp.integrate(survival, (epsilon, 0, 1))
        if computed != sp.Rational(1, size + 2):
            return fails(f"n = {size}", claimed=computed, computed=f"1/{size + 2}")
    step = (1 - epsilon) * formula(n, epsilon)
    at = {n: 3, epsilon: sp.Rational(1, 4)}
    return identical(formula(n + 1, epsilon), sp.powsimp(step), at, "mean for n <= 4; induction")


CLAIM: Claim[Failure] = Claim(
    key="thresholds/passive/one-sided-error",
    title="Error of the one-sided rule",
    statement=r"P(\mathrm{err} > \varepsilon) = (1 - \varepsilon)^n, \quad t < 1 - \varepsilon",
    plain="The lowest positive instance is far from the target only if all instances miss a gap.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="anything about other consistent thresholds, which can be wrong on two sides",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.PROVED,
    formula=failure,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_placement,
            scope="n <= 3, t and epsilon multiples of 1/5, all placements, the real rule",
        ),
        Check(Method.SYMBOLIC, mean_over_targets, scope="the mean for n <= 4, the step for all n"),
    ),
    controls={
        "two sides": lambda n, epsilon: 2 * (1 - epsilon) ** n - (1 - 2 * epsilon) ** n,
        "one instance less": lambda n, epsilon: (1 - epsilon) ** (n - 1),
        "the midpoint rule": lambda n, epsilon: (1 - 2 * epsilon) ** n,
    },
    uses=("thresholds/version-space/gaps",),
)

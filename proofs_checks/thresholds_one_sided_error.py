r"""The one-sided rule on thresholds: its error is one gap.

The rule that returns the lowest positive instance errs by the gap B on the right of
the target, so

.. math:: P(B > \varepsilon) = (1 - \varepsilon)^n, \quad \varepsilon < 1 - t, \qquad
    \int_0^1 \mathbb E[B]\, dt = \frac{1}{n + 2}.

Hence :math:`\lceil \ln(1/\delta) / -\ln(1 - \varepsilon) \rceil` instances are enough,
at most :math:`\lceil (1/\varepsilon) \ln(1/\delta) \rceil`.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical
from proofs_checks.thresholds_gaps import survival as gaps

Failure: TypeAlias = Callable[[Any, Any], Any]
CELLS = 5
N, REST = sp.Symbol("n", integer=True, positive=True), sp.Symbol("rest", positive=True)
AT = {N: 3, REST: sp.Rational(3, 4)}  # rest = 1 - epsilon


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


def average_over_targets(formula: Failure, rng: np.random.Generator) -> Finding:
    """Integrate over epsilon, since t < 1 - epsilon has measure 1 - epsilon, for every n."""
    del rng
    rise = REST ** (N + 2) / (N + 2)

    def steps() -> Iterator[Finding]:
        claimed = formula(N, 1 - REST) * REST
        yield identical(claimed, sp.diff(rise, REST), AT, "antiderivative in 1 - epsilon")
        ends = rise.subs(REST, 1) - rise.subs(REST, 0)
        yield identical(ends, 1 / (N + 2), AT, "its rise from 0 to 1")

    return chain(steps(), "the mean over targets is 1/(n + 2), all n")


def right_gap(formula: Failure, rng: np.random.Generator) -> Finding:
    """Put a = 0 in the law of the gaps: what is left is P(B > epsilon)."""
    del rng
    computed = gaps(N, 0, 1 - REST)
    return identical(formula(N, 1 - REST), computed, AT, "P(A > 0, B > epsilon), all n and epsilon")


CLAIM: Claim[Failure] = Claim(
    key="thresholds/passive/one-sided-error",
    title="Error of the one-sided rule",
    statement=(
        r"P(\mathrm{err} > \varepsilon) = (1 - \varepsilon)^n \text{ for } t < 1 - \varepsilon,"
        r" \text{ else } 0; \quad \int_0^1 \mathbb E[\mathrm{err}]\, dt = \tfrac{1}{n + 2}"
    ),
    plain="The lowest positive instance is far from the target only if all instances miss a gap.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="anything about other consistent thresholds, which can be wrong on two sides",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=failure,
    checks=(
        Check(Method.SYMBOLIC, right_gap, scope="all n >= 1 and epsilon < 1 - t, given the gaps"),
        Check(Method.SYMBOLIC, average_over_targets, scope="the mean over targets, all n >= 1"),
        Check(
            Method.EXHAUSTIVE,
            every_placement,
            scope="n <= 3, t and epsilon multiples of 1/5, all placements, the real rule",
            tier="normal",
        ),
    ),
    controls={
        "two sides": lambda n, epsilon: 2 * (1 - epsilon) ** n - (1 - 2 * epsilon) ** n,
        "one instance less": lambda n, epsilon: (1 - epsilon) ** (n - 1),
        "the midpoint rule": lambda n, epsilon: (1 - 2 * epsilon) ** n,
    },
    uses=("thresholds/version-space/gaps",),
)

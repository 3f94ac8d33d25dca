r"""(1/epsilon) ln(2/delta) instances are enough for any consistent threshold.

Why: a consistent threshold errs by more than epsilon only if one of the two gaps is
longer, so the chance is at most

.. math:: 2 (1 - \varepsilon)^n \le 2 e^{-\varepsilon n} \le \delta .
"""

from collections.abc import Iterator

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._identities import chain, identical
from proofs_checks._sample_sizes import Size, corrected, every_pair, folklore, random_pair
from proofs_checks.thresholds_gaps import survival as gaps

EPSILON, DELTA = sp.symbols("epsilon delta", positive=True)


def union_bound(formula: Size, rng: np.random.Generator) -> Finding:
    """Sign each step; a size that fails as epsilon vanishes is refuted by its limit.

    With x = exp(-epsilon n) the two gaps are too long with chance at most 2x, and as
    epsilon vanishes their exact chance 2 (1 - epsilon)^n - (1 - 2 epsilon)^n tends to
    2x - x^2.
    """
    del rng
    factor, argument = formula(EPSILON, DELTA)
    chance = sp.simplify(argument ** (-factor * EPSILON))  # exp(-epsilon factor ln(argument))
    limit = (2 * chance - chance**2).subs(DELTA, sp.Rational(1, 4))
    if (limit - sp.Rational(1, 4)).is_positive:
        where = "delta = 1/4 and epsilon near 0, any target inside"
        return fails(where, claimed="<= 1/4", computed=f"tends to {sp.N(limit, 6)}")
    if sp.simplify(2 * chance / DELTA - 1).is_nonpositive is not True:
        return unknown(f"the union bound gives {2 * chance}, not delta")
    return chain(exponential_bound(), f"2 exp(-epsilon n) = {2 * chance}, all epsilon and delta")


def exponential_bound() -> Iterator[Finding]:
    """Show that either gap is longer than epsilon with chance at most exp(-epsilon n)."""
    n, x = sp.Symbol("n", integer=True, positive=True), sp.Symbol("x", positive=True)
    at = {n: 3, EPSILON: sp.Rational(1, 4)}
    for pair in ((EPSILON, 0), (0, EPSILON)):
        yield identical(gaps(n, *pair), (1 - EPSILON) ** n, at, "one gap")
    # ln(1 - y) + y is 0 at 0 and falls, with y = x/(1 + x) anywhere in (0, 1)
    y = x / (1 + x)
    logarithm = sp.log(1 - y) + y
    yield identical(logarithm.subs(x, 0), 0, {}, "ln(1 - y) + y at 0")
    slope = sp.simplify(sp.diff(logarithm, x))
    yield (holds if slope.is_negative else unknown)(f"the slope {slope} of ln(1 - y) + y")


CLAIM: Claim[Size] = Claim(
    key="thresholds/passive/sample-size/two-over-delta",
    title="(1/eps) ln(2/delta) instances are enough",
    statement=(
        r"n \ge \tfrac1\varepsilon \ln \tfrac2\delta \implies"
        r" P(\exists h \in V: \mathrm{err}(h) > \varepsilon) \le \delta"
    ),
    plain="Two sides can go wrong, so delta is split in two.",
    relation="upper",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that so many are needed by a particular rule",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=corrected,
    checks=(
        Check(
            Method.SYMBOLIC,
            union_bound,
            scope="all epsilon, delta in (0, 1), all targets",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE, every_pair, scope="7 values of epsilon, 7 of delta, three targets"
        ),
    ),
    controls={
        "delta is not split": folklore,
        "half as many": lambda epsilon, delta: (1 / (2 * epsilon), 2 / delta),
        "splits by 3/2 only": lambda epsilon, delta: (1 / epsilon, 3 / (2 * delta)),
    },
    uses=("thresholds/version-space/gaps",),
    attack=random_pair,
)

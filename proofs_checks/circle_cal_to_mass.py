r"""CAL on the circle, down to a disagreement mass of epsilon.

.. math:: \mathbb E[Q_\varepsilon] = 2 + 2 \ln(1/\varepsilon), \qquad
          \mathbb E[N_\varepsilon] = \frac{2}{\varepsilon}, \qquad 0 < \varepsilon < 1,

for the labels and the instances until :math:`P(\mathrm{DIS}) \le \varepsilon`.  Why: the
first two instances are asked for at mass 1.  After :math:`n \ge 2` the mass has the
density :math:`n (n - 1) w (1 - w)^{n-2}`, and at mass :math:`w` an instance is looked at,
and asked for with chance :math:`w`.  Over all n the densities add up to :math:`2/w^2`.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, NamedTuple, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.circle_cal import (
    cal_expected_queries_to_mass_circle,
    expected_instances_to_mass_circle,
)
from proofs_checks._circle_orders import extremes_alone_matter
from proofs_checks._identities import chain, identical
from proofs_checks.circle_version_space_law import beta


class Cost(NamedTuple):
    """Expected labels and expected instances."""

    queries: Any
    instances: Any


Formula: TypeAlias = Callable[[Any], Cost]


def two_logarithms(epsilon: Any) -> Cost:
    """Return the cost down to mass epsilon < 1."""
    return Cost(2 - 2 * sp.log(epsilon), 2 / epsilon)


def added_up(formula: Formula, rng: np.random.Generator) -> Finding:
    """Add the law of the mass over all n, and integrate from epsilon on."""
    del rng
    m = sp.Symbol("m", integer=True, nonnegative=True)
    w, e, x = sp.symbols("w epsilon x", positive=True)
    one, at = sp.Integer(1), {e: sp.Rational(1, 3), w: sp.Rational(1, 4), x: sp.Rational(1, 4)}
    density = -sp.diff(beta(m + 2, w).survival, w)
    # the second derivative of the geometric series, times w
    added = w * sp.diff(1 / (1 - x), x, 2).subs(x, 1 - w)

    def steps() -> Iterator[Finding]:
        asks = "CAL asks in the region of disagreement, first at mass 1"
        yield (holds if extremes_alone_matter() else fails)(asks)
        terms = w * sp.diff(x ** (m + 2), x, 2).subs(x, 1 - w)
        yield identical(density, terms, {**at, m: 2}, "density after m + 2 instances")
        labels = 2 + sp.integrate(w * added, (w, e, one))
        yield identical(formula(e).queries, labels, at, "labels")
        instances = 2 + sp.integrate(added, (w, e, one))
        yield identical(formula(e).instances, instances, at, "instances")

    return chain(steps(), "the densities of all n >= 2 add up to 2/w^2")


def package(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the package's closed forms."""
    del rng
    for e in (Fraction(1, 2), Fraction(1, 10), Fraction(9, 10)):
        claimed = formula(sp.Rational(str(e)))
        queries = cal_expected_queries_to_mass_circle(e).exact
        if sp.simplify(claimed.queries - queries) != 0:
            return fails(f"epsilon = {e}", claimed=claimed.queries, computed=queries)
        instances = expected_instances_to_mass_circle(e)
        if Fraction(str(claimed.instances)) != instances:
            return fails(f"epsilon = {e}", claimed=claimed.instances, computed=instances)
    return holds("epsilon in {1/10, 1/2, 9/10}")


CLAIM: Claim[Formula] = Claim(
    key="circle/cal/to-mass",
    title="CAL on the circle down to a disagreement mass",
    statement=(
        r"\mathbb E[Q_\varepsilon] = 2 + 2 \ln(1/\varepsilon), \quad"
        r" \mathbb E[N_\varepsilon] = 2/\varepsilon, \quad 0 < \varepsilon < 1"
    ),
    plain="CAL pays 2 + 2 ln(1/epsilon) labels out of 2/epsilon instances on average.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="how many labels bisection needs: log2(1/epsilon), rounded up",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_logarithms,
    checks=(
        Check(Method.SYMBOLIC, added_up, scope="all epsilon in (0, 1)", tier="normal"),
        Check(Method.EXHAUSTIVE, package, scope="epsilon in {1/10, 1/2, 9/10}, the package"),
    ),
    controls={
        "thresholds with a uniform target": lambda e: Cost(1 - 2 * sp.log(e), 2 / e - 1),
        "one extreme": lambda e: Cost(2 - sp.log(e), 2 / e),
        "the first two are free": lambda e: Cost(-2 * sp.log(e), 2 / e),
    },
    uses=("circle/version-space/law",),
)

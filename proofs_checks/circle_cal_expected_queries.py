r"""CAL on the circle: the expected number of labels in n uniform instances.

.. math:: \mathbb E[Q_n] = 2 H_n - 1, \qquad n \ge 1,

whatever the target.  Why: a label folds its instance to a signed example, uniform on the
half circle around the target, and CAL asks iff it is the first or the last so far.  The
relative rank of the k-th is uniform on k places, two of which are extreme, but for k = 1.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.circle_cal import cal_expected_queries_circle
from proofs_checks._circle_orders import extremes_alone_matter, law
from proofs_checks._identities import chain, identical

Mean: TypeAlias = Callable[[Any], Any]


def two_harmonic_numbers(n: Any) -> Any:
    """Return the expected number of labels."""
    return 2 * sp.harmonic(n) - 1


def extreme_ranks(formula: Mean, rng: np.random.Generator) -> Finding:
    """Add the chance 2/n that the n-th rank is extreme, from the second on."""
    del rng
    n = sp.Symbol("n", integer=True, positive=True)

    def steps() -> Iterator[Finding]:
        asks = "CAL asks for the extremes"
        yield (holds if extremes_alone_matter() else fails)(asks)
        yield identical(formula(sp.Integer(1)), 1, {}, "the first instance is asked for")
        more = sp.simplify(sp.expand_func(formula(n + 1) - formula(n)))
        yield identical(more, 2 / (n + 1), {n: 3}, "one instance more")

    return chain(steps(), "two extreme ranks out of n, for all n >= 2")


def every_order(largest: int) -> Callable[[Mean, np.random.Generator], Finding]:
    """Return the check that runs the real CAL on all n! orders and 2^n sides."""

    def orders(formula: Mean, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, largest + 1):
            claimed = Fraction(str(formula(sp.Integer(n))))
            computed = sum(q * p for q, p in enumerate(law(n)))
            if claimed != computed:
                return fails(f"{n} instances", claimed=claimed, computed=computed)
            if cal_expected_queries_circle(n).exact != computed:
                return fails(f"{n} instances: the package says otherwise", computed=computed)
        return holds(f"n <= {largest}")

    orders.__name__ = f"every_order_of_{largest}_instances"
    return orders


CLAIM: Claim[Mean] = Claim(
    key="circle/cal/expected-queries",
    title="CAL's labels on the circle",
    statement=r"\mathbb E[Q_n] = 2 H_n - 1, \quad n \ge 1",
    plain="On the circle CAL asks for 2 H_n - 1 of n labels on average, whatever the target.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that 2 ln n labels are enough for a learner who must choose its own instances",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_harmonic_numbers,
    checks=(
        Check(
            Method.SYMBOLIC,
            extreme_ranks,
            scope="all n; every kind of state of the real CAL",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, every_order(3), scope="all n! orders and 2^n sides, n <= 3"),
        Check(
            Method.EXHAUSTIVE,
            every_order(4),
            scope="all n! orders and 2^n sides, n <= 4",
            tier="normal",
        ),
    ),
    controls={
        "thresholds with a uniform target": lambda n: 2 * (sp.harmonic(n + 1) - 1),
        "asks twice for the first": lambda n: 2 * sp.harmonic(n),
        "one extreme": sp.harmonic,
    },
)

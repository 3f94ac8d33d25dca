r"""CAL on the circle: the full law of the number of labels.

With independent coins :math:`\xi_1 = 1` and :math:`\xi_k` of bias :math:`2/k` from the
second on,

.. math:: Q_n = \xi_1 + \dots + \xi_n, \qquad
          P(Q_n = q) = \frac{2^{q-1}\, c(n - 1, q - 1)}{n!}, \qquad n \ge 1,

with unsigned Stirling numbers of the first kind.  Why: relative ranks are independent,
and CAL asks for the extreme ones.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp
from sympy.functions.combinatorial.numbers import stirling

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.circle_cal import cal_query_law_circle
from proofs_checks._circle_orders import extremes_alone_matter, law
from proofs_checks._identities import chain, identical

# P(Q_n = q) from n, q and the Stirling number c(n - 1, q - 1).
Mass: TypeAlias = Callable[[Any, Any, Any], Any]


def mass(n: Any, q: Any, c: Any) -> Any:
    """Return the chance of q labels in n instances."""
    return sp.Integer(2) ** (q - 1) * c / sp.factorial(n)


def independent_coins(formula: Mass, rng: np.random.Generator) -> Finding:
    """Add a coin of bias 2/(n + 1) to the law of n coins, for all n >= 1 and q.

    The Stirling numbers obey c(n, q) = (n - 1) c(n - 1, q) + c(n - 1, q - 1).
    """
    del rng
    n, q = sp.Symbol("n", integer=True, positive=True), sp.Symbol("q", integer=True)
    same, less = sp.symbols("same less", positive=True)  # c(n - 1, q) and c(n - 1, q - 1)
    at = {n: 3, q: 2, same: 5, less: 7}
    bias = 2 / (n + 1)

    def steps() -> Iterator[Finding]:
        asks = "CAL asks for the extremes"
        yield (holds if extremes_alone_matter() else fails)(asks)
        yield identical(formula(sp.Integer(1), sp.Integer(1), sp.Integer(1)), 1, at, "one coin")
        claimed = formula(n + 1, q + 1, (n - 1) * same + less)
        computed = (1 - bias) * formula(n, q + 1, same) + bias * formula(n, q, less)
        ratio = sp.factorial(n + 1) / sp.Integer(2) ** q  # a factor that is never 0
        yield identical(
            sp.gammasimp(claimed * ratio), sp.gammasimp(computed * ratio), at, "one coin more"
        )

    return chain(steps(), "the law of n + 1 coins from that of n, for all n >= 1 and q")


def masses(formula: Mass, n: int) -> tuple[Fraction, ...]:
    """Return the law for ``n`` instances, with sympy's Stirling numbers."""
    counts = [stirling(n - 1, q - 1, kind=1, signed=False) for q in range(1, n + 1)]
    found = [formula(sp.Integer(n), q, c) for q, c in enumerate(counts, 1)]
    return (Fraction(0), *(Fraction(int(p.p), int(p.q)) for p in found))


def every_order(largest: int) -> Callable[[Mass, np.random.Generator], Finding]:
    """Return the check that runs the real CAL on all n! orders and 2^n sides."""

    def orders(formula: Mass, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, largest + 1):
            if (claimed := masses(formula, n)) != law(n):
                return fails(f"{n} instances", claimed=_shown(claimed), computed=_shown(law(n)))
        return holds(f"n <= {largest}", claimed=_shown(masses(formula, largest)))

    orders.__name__ = f"every_order_of_{largest}_instances"
    return orders


def package(formula: Mass, rng: np.random.Generator) -> Finding:
    """Compare with the package's law."""
    del rng
    for n in (1, 2, 10, 20):
        claimed, computed = masses(formula, n), cal_query_law_circle(n)
        if claimed != computed:
            return fails(f"{n} coins", claimed=_shown(claimed), computed=_shown(computed))
    return holds("the sum of 1, 2, 10 and 20 coins")


def _shown(law_of_labels: tuple[Fraction, ...]) -> str:
    return " ".join(map(str, law_of_labels))


CLAIM: Claim[Mass] = Claim(
    key="circle/cal/law",
    title="Law of CAL's labels on the circle",
    statement=(
        r"Q_n = 1 + \xi_2 + \dots + \xi_n \text{ with independent }"
        r" \xi_k \sim \mathrm{Bernoulli}(\tfrac{2}{k}), \quad"
        r" P(Q_n = q) = \frac{2^{q-1} c(n - 1, q - 1)}{n!}"
    ),
    plain="CAL's labels on the circle are independent coins, the k-th of bias 2/k, the first sure.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that the labels asked of different streams, or in higher dimensions, are coins",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mass,
    checks=(
        Check(
            Method.SYMBOLIC,
            independent_coins,
            scope="all n >= 1 and q; every kind of state of the real CAL",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, every_order(3), scope="all n! orders and 2^n sides, n <= 3"),
        Check(
            Method.EXHAUSTIVE,
            every_order(4),
            scope="all n! orders and 2^n sides, n <= 4",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, package, scope="n in {1, 2, 10, 20}, the package"),
    ),
    controls={
        "one extreme": lambda n, q, c: c / sp.factorial(n - 1) + 0 * q,
        "three extremes": lambda n, q, c: 2 * sp.Integer(3) ** (q - 1) * c / sp.factorial(n + 1),
        "thresholds on as many instances": lambda n, q, c: 2**q * c / sp.factorial(n + 1),
    },
)

r"""CAL on thresholds: the full law of the number of questions for a uniform target.

With independent coins :math:`\xi_k` of bias :math:`2/(k + 1)`

.. math:: Q_n = \xi_1 + \dots + \xi_n, \qquad P(Q_n = q) = \frac{2^q\, c(n, q)}{(n + 1)!},

where the unsigned Stirling numbers of the first kind start with c(0, 0) = 1 and obey
:math:`c(n + 1, q) = n\, c(n, q) + c(n, q - 1)`.

Why: target and instances are exchangeable, so the k-th instance falls into each of the
k + 1 gaps between the earlier ones, the target and the ends with the same chance,
whatever their order.  CAL asks for it iff the gap is beside the target, and two are.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp
from sympy.functions.combinatorial.numbers import stirling

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.thresholds_cal import cal_query_law_thresholds
from proofs_checks._identities import chain, identical
from proofs_checks._threshold_orders import law, neighbors_alone_matter

# P(Q_n = q) from n, q and the Stirling number c(n, q).
Mass: TypeAlias = Callable[[Any, Any, Any], Any]


def mass(n: Any, q: Any, c: Any) -> Any:
    """Return the chance of q questions."""
    return sp.Integer(2) ** q * c / sp.factorial(n + 1)


def independent_coins(formula: Mass, rng: np.random.Generator) -> Finding:
    """Add a coin of bias 2/(k + 1) to the law of k - 1 coins, for all k and q.

    Given the order so far, the next instance is asked for in two of the k + 1 equally
    likely gaps, so the coin is independent of all that has been.
    """
    del rng
    n, q = sp.Symbol("n", integer=True, nonnegative=True), sp.Symbol("q", integer=True)
    same, less = sp.symbols("same less", positive=True)  # c(n, q + 1) and c(n, q)
    at = {n: 3, q: 1, same: 5, less: 7}
    bias = 2 / (n + 2)  # of the coin k = n + 1

    def steps() -> Iterator[Finding]:
        yield (holds if neighbors_alone_matter() else fails)("CAL asks in the two gaps beside t")
        yield identical(formula(sp.Integer(0), sp.Integer(0), sp.Integer(1)), 1, at, "no instance")
        claimed = formula(n + 1, q + 1, n * same + less)
        computed = (1 - bias) * formula(n, q + 1, same) + bias * formula(n, q, less)
        ratio = sp.factorial(n + 2) / sp.Integer(2) ** q  # a factor that is never 0
        yield identical(
            sp.gammasimp(claimed * ratio), sp.gammasimp(computed * ratio), at, "one coin more"
        )

    return chain(steps(), "the law of k coins from that of k - 1, for all k and q")


def every_order(largest: int) -> Callable[[Mass, np.random.Generator], Finding]:
    """Return the check that runs the real CAL on all (n + 1)! orders."""

    def orders(formula: Mass, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(largest + 1):
            if (claimed := masses(formula, n)) != law(n):
                return fails(f"{n} instances", claimed=shown(claimed), computed=shown(law(n)))
        return holds(f"n <= {largest}", claimed=shown(masses(formula, largest)))

    orders.__name__ = f"every_order_of_{largest}_instances"
    return orders


def package(formula: Mass, rng: np.random.Generator) -> Finding:
    """Compare with the package's law, the coins convolved in fractions."""
    del rng
    for n in (0, 1, 2, 10, 30):
        claimed, computed = masses(formula, n), cal_query_law_thresholds(n)
        if claimed != computed:
            return fails(f"{n} coins", claimed=shown(claimed), computed=shown(computed))
    return holds("the sum of 0, 1, 2, 10 and 30 coins")


def masses(formula: Mass, n: int) -> tuple[Fraction, ...]:
    """Return the law for ``n`` instances, with sympy's Stirling numbers."""
    found = [formula(sp.Integer(n), q, stirling(n, q, kind=1, signed=False)) for q in range(n + 1)]
    return tuple(Fraction(int(p.p), int(p.q)) for p in found)


def shown(law_of_questions: tuple[Fraction, ...]) -> str:
    """Return a law in one line."""
    return " ".join(map(str, law_of_questions))


CLAIM: Claim[Mass] = Claim(
    key="thresholds/cal/law/uniform-target",
    title="Law of CAL's questions, uniform target",
    statement=(
        r"Q_n = \xi_1 + \dots + \xi_n \text{ with independent }"
        r" \xi_k \sim \mathrm{Bernoulli}(\tfrac{2}{k + 1}), \quad"
        r" P(Q_n = q) = \frac{2^q c(n, q)}{(n + 1)!}"
    ),
    plain="CAL's questions are independent coins, the k-th of bias 2/(k + 1).",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="that the questions are independent for a fixed target: they are not",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mass,
    checks=(
        Check(
            Method.SYMBOLIC,
            independent_coins,
            scope="all n and q; every kind of state of the real CAL",
        ),
        Check(Method.EXHAUSTIVE, every_order(5), scope="all (n + 1)! orders, n <= 5"),
        Check(
            Method.EXHAUSTIVE, every_order(6), scope="all (n + 1)! orders, n <= 6", tier="normal"
        ),
        Check(Method.EXHAUSTIVE, package, scope="n in {0, 1, 2, 10, 30}, the package"),
    ),
    controls={
        "one gap beside the target": lambda n, q, c: c / sp.factorial(n) + 0 * q,
        "three gaps beside the target": lambda n, q, c: 2 * 3**q * c / sp.factorial(n + 2),
        "forgets the target among the ranks": lambda n, q, c: 2**q * c / sp.factorial(n),
    },
)

r"""CAL on thresholds: the mean number of questions for a fixed target.

After :math:`n` uniform instances and for the target :math:`t \in [0, 1]`

.. math:: \mathbb E[Q_n] = \sum_{k=1}^n \frac{2 - t^k - (1 - t)^k}{k}
    = 2 H_n - \sum_{k=1}^n \frac{t^k + (1 - t)^k}{k}.

Why: CAL asks for the k-th instance iff it falls into the gaps beside the target
that k - 1 instances have left, and a gap of at most :math:`m` that survives length
:math:`a` with chance :math:`(1 - a)^{k-1}` has mean :math:`(1 - (1 - m)^k)/k`.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import identical
from proofs_checks._threshold_orders import mean

Chance: TypeAlias = Callable[[Any, Any], Any]


def chance(k: Any, t: Any) -> Any:
    """Return the probability that CAL asks for the k-th instance."""
    return (2 - t**k - (1 - t) ** k) / k


def mean_gaps(formula: Chance, rng: np.random.Generator) -> Finding:
    """Integrate the survival of the two gaps, with the number of instances as a symbol."""
    del rng
    a, t = sp.symbols("a t", positive=True)
    k = sp.Symbol("k", integer=True, positive=True)
    length = -((1 - a) ** k) / k  # an antiderivative of (1 - a)^(k - 1), as checked here
    primitive = identical(sp.diff(length, a), (1 - a) ** (k - 1), {}, "antiderivative")
    if primitive.outcome.value != "holds":
        return primitive
    gaps = sum(length.subs(a, m) - length.subs(a, 0) for m in (t, 1 - t))
    return identical(formula(k, t), gaps, {k: 3, t: sp.Rational(1, 3)}, "E[A] + E[B], all k and t")


def every_order(largest: int) -> Callable[[Chance, np.random.Generator], Finding]:
    """Return the check that compares polynomials in t with CAL on all orders."""

    def orders(formula: Chance, rng: np.random.Generator) -> Finding:
        del rng
        t = sp.Symbol("t")
        for n in range(largest + 1):
            claimed = sp.expand(sum((formula(k, t) for k in range(1, n + 1)), sp.Integer(0)))
            computed = sp.expand(mean(n, t))
            if claimed != computed:
                return fails(f"{n} instances", claimed=claimed, computed=computed)
        return holds(f"equal polynomials in t, n <= {largest}")

    orders.__name__ = f"every_order_of_{largest}_instances"
    return orders


def random_target(formula: Chance, rng: np.random.Generator) -> Finding:
    """Try a random rational target and a short stream."""
    n, t = int(rng.integers(1, 5)), Fraction(int(rng.integers(1000)), 999)
    claimed, computed = sum(formula(k, t) for k in range(1, n + 1)), mean(n, t)
    outcome = holds if claimed == computed else fails
    return outcome(f"n = {n}, t = {t}", claimed=claimed, computed=computed)


CLAIM: Claim[Chance] = Claim(
    key="thresholds/cal/expected-queries/fixed-target",
    title="Mean number of CAL's questions, fixed target",
    statement=r"\mathbb E[Q_n] = 2 H_n - \sum_{k=1}^n \frac{t^k + (1 - t)^k}{k}",
    plain="Of n instances CAL asks for about 2 ln n, fewer if the target is near an end.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say=(
        "the mean for a target that is random:"
        " a uniform one asks for less than a middle one and for more than one near an end"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=chance,
    checks=(
        Check(Method.SYMBOLIC, mean_gaps, scope="all n and t, given the law of the gaps"),
        Check(Method.EXHAUSTIVE, every_order(4), scope="all t, all orders, n <= 4"),
        Check(Method.EXHAUSTIVE, every_order(6), scope="all t, all orders, n <= 6", tier="normal"),
    ),
    controls={
        "forgets the ends of the domain": lambda k, t: 2 / sp.sympify(k) + 0 * t,
        "one side only": lambda k, t: (1 - t**k) / k,
        "the law of a uniform target": lambda k, t: 2 / sp.sympify(k + 1) + 0 * t,
        "one instance late": lambda k, t: (2 - t ** (k + 1) - (1 - t) ** (k + 1)) / (k + 1),
    },
    uses=("thresholds/version-space/gaps",),
    attack=random_target,
)

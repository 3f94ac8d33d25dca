r"""CAL on intervals: the mean number of questions for a fixed target.

After :math:`n` uniform instances and for the target [a, b] of width w > 0

.. math:: \mathbb E[Q_n] = \sum_{k=1}^n p_k, \qquad
    p_k = (1 - 2w)(1 - w)^{k-1} + \frac{2 - 2 (1 - w)^k}{k}
    + \sum_{m \in \{a, 1 - b\}} \frac{1 - (1 - m)^k - (1 - w)^k + (1 - w - m)^k}{k}.

Why: CAL asks for the k-th instance iff it falls into the disagreement region that
k - 1 instances have left.  None of them is positive with probability
:math:`(1 - w)^{k-1}`, and then the region has mass one.  Otherwise it consists of four
gaps, two beside the target that survive length t with probability
:math:`(1 - t)^{k-1} - (1 - w - t)^{k-1}` up to the margin, and two within, that do with
:math:`(1 - t)^{k-1} - (1 - w)^{k-1}` up to w.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.interval import Interval
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from proofs_checks._identities import identical
from proofs_checks._interval_grids import uniform_mean

Chance: TypeAlias = Callable[[Any, Any, Any], Any]
QUARTERS = [Fraction(k, 4) for k in range(5)]
TARGETS = [Interval(a, b) for a in QUARTERS for b in QUARTERS if a < b]


def chance(k: Any, a: Any, b: Any) -> Any:
    """Return the probability that CAL asks for the k-th instance."""
    w = b - a
    outside = sum(1 - (1 - m) ** k - (1 - w) ** k + (1 - w - m) ** k for m in (a, 1 - b))
    return (1 - 2 * w) * (1 - w) ** (k - 1) + (2 - 2 * (1 - w) ** k + outside) / k


def mean_gaps(formula: Chance, rng: np.random.Generator) -> Finding:
    """Integrate the survival of the four gaps, with the number of instances as a symbol."""
    del rng
    t, a, b, c = sp.symbols("t a b c", positive=True)
    k = sp.Symbol("k", integer=True, positive=True)
    w = b - a
    length = -((c - t) ** k) / k  # an antiderivative of (c - t)^(k - 1), as checked here
    primitive = identical(sp.diff(length, t), (c - t) ** (k - 1), {}, "antiderivative")
    if primitive.outcome is not Outcome.HOLDS:
        return primitive

    def integral(start: Any, up_to: Any) -> Any:
        values = length.subs(c, start)
        return values.subs(t, up_to) - values.subs(t, 0)

    outside = sum(integral(1, m) - integral(1 - w, m) for m in (a, 1 - b))
    inside = 2 * (integral(1, w) - w * (1 - w) ** (k - 1))
    total = (1 - w) ** (k - 1) + outside + inside
    at = {k: 3, a: sp.Rational(1, 7), b: sp.Rational(2, 5)}
    return identical(formula(k, a, b), total, at, "1 - w, four gaps, all k, a and b")


def through(most: int) -> Callable[[Chance, np.random.Generator], Finding]:
    """Return the check that averages real version spaces of up to so many instances."""

    def version_spaces(formula: Chance, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(most + 1):
            for target in TARGETS:
                computed = uniform_mean(lambda space: space.disagreement().length, n, target, 4)
                claimed = formula(n + 1, *(target.ends or ()))
                if claimed != computed:
                    where = f"instance {n + 1}, target [{target}]"
                    return fails(where, claimed=claimed, computed=computed)
        return holds(f"{len(TARGETS)} targets, n <= {most + 1}")

    version_spaces.__name__ = f"version_spaces_of_{most}_instances"
    return version_spaces


CLAIM: Claim[Chance] = Claim(
    key="intervals/cal/expected-queries/fixed-target",
    title="Mean number of CAL's questions on intervals",
    statement=(
        r"p_k = (1 - 2w)(1 - w)^{k-1} + \frac{2 - 2 (1 - w)^k}{k} + \sum_{m \in \{a, 1 - b\}}"
        r" \frac{1 - (1 - m)^k - (1 - w)^k + (1 - w - m)^k}{k}"
    ),
    plain=(
        "To learn an interval of width w CAL asks for about 1/w labels to meet it and 4 ln n to"
        " find its ends."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that a small number of questions suffices for a narrow or an empty interval",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=chance,
    checks=(
        Check(Method.SYMBOLIC, mean_gaps, scope="all k, a and b, given the law of the gaps"),
        Check(Method.EXHAUSTIVE, through(1), scope="k <= 2, ends on 1/4, exact mean of DIS"),
        Check(
            Method.EXHAUSTIVE,
            through(2),
            scope="k <= 3, ends on 1/4, exact mean of DIS",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            through(3),
            scope="k <= 4, ends on 1/4, exact mean of DIS",
            tier="long",
        ),
    ),
    controls={
        "forgets the ends of the domain": lambda k, a, b: (
            chance(k, a, b) + ((1 - a) ** k + b**k) / k
        ),
        "as if a positive instance were known": lambda k, a, b: (4 - a**k - (1 - b) ** k) / k,
        "two thresholds": lambda k, a, b: (4 - a**k - (1 - a) ** k - b**k - (1 - b) ** k) / k,
        "one instance late": lambda k, a, b: chance(k + 1, a, b),
    },
)

r"""Errors counted among the labels bought, without weights, are those of another law.

An instance is asked about with probability p, uniform on [1/10, 1], and its loss is 1 with
probability p/2, so that harder instances are asked about more often.  The error is
:math:`\mathbb E\,p/2 = 11/40`; weighted it stays that, and among the labels bought it is

.. math:: \frac{\mathbb E\, p \cdot p / 2}{\mathbb E\, p} = \frac{37}{110} = 0.336\overline{36}.
"""

from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
Means: TypeAlias = tuple[Fraction, Fraction, Fraction]  # true, weighted, among labels bought

P = sp.Symbol("p", positive=True)
LOW, HIGH = sp.Rational(1, 10), sp.Integer(1)
LOSS = P / 2


def mean(of: Any) -> Any:
    """Return the mean of a function of the probability to ask, by integration."""
    return sp.integrate(of, (P, LOW, HIGH)) / (HIGH - LOW)


def integrated(means: Means, rng: np.random.Generator) -> Finding:
    """Integrate over the probability to ask."""
    del rng
    bought = mean(P * LOSS) / mean(P)
    found = (mean(LOSS), mean(P * (1 / P) * LOSS), bought)
    claimed = tuple(sp.Rational(m.numerator, m.denominator) for m in means)
    verdict = holds if claimed == found else fails
    return verdict("three integrals of polynomials", claimed=claimed, computed=found)


def by_sums(means: Means, rng: np.random.Generator) -> Finding:
    """Sum over n cells of equal mass; Euler and Maclaurin leave one term for a square."""
    del rng
    n, low, high = 60, F(1, 10), F(1)
    cells = [low + (high - low) * F(2 * i + 1, 2 * n) for i in range(n)]
    first = sum(cells, F(0)) / n
    second = sum((c * c for c in cells), F(0)) / n + (high - low) ** 2 / (12 * n * n)
    found = (first / 2, first / 2, second / (2 * first))
    verdict = holds if means == found else fails
    return verdict(f"{n} cells, each with its own variance", claimed=means, computed=found)


CLAIM: Claim[Means] = Claim(
    key="iwal/unweighted-bias",
    title="Without weights the errors among bought labels are biased",
    statement=(
        r"p \sim U(\tfrac1{10}, 1),\; P(\ell = 1 | p) = P(Q = 1 | p) / 2 = \tfrac p2 \Rightarrow "
        r"\mathbb E\, \ell = \mathbb E \tfrac Qp \ell = \tfrac{11}{40},\; \mathbb E[\ell | Q = 1] "
        r"= \tfrac{37}{110}"
    ),
    plain=(
        "If instances that are often wrong are also asked about more often, 27.5 percent errors "
        "look like 33.6 percent among the labels bought; with weights they look like 27.5."
    ),
    relation="exact",
    does_not_say="that the bias always goes up, or is as large where a learner chooses well",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=(F(11, 40), F(11, 40), F(37, 110)),
    checks=(
        Check(Method.SYMBOLIC, integrated, scope="the law of the example", tier="normal"),
        Check(Method.EXHAUSTIVE, by_sums, scope="the law of the example, cell by cell"),
    ),
    controls={
        "as simulated: .2753, .2762, .3377": (F("0.2753"), F("0.2762"), F("0.3377")),
        "unbiased without weights": (F(11, 40), F(11, 40), F(11, 40)),
        "the mean of p squared by itself": (F(11, 40), F(11, 40), F(37, 100)),
    },
    uses=("iwal/unbiased",),
)

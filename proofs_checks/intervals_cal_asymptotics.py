r"""CAL on intervals for long streams: 4 ln n and a constant that grows like 1/w.

For a fixed target with :math:`0 < a < b < 1` and w = b - a

.. math:: \lim_{n \to \infty} \bigl( \mathbb E[Q_n] - 4 H_n \bigr)
    = \frac1w - 2 + 4 \ln w + \ln \frac{a (1 - b)}{b (1 - a)}.

Why: summed over k, the chances of the single instances are :math:`4 H_n` and truncated
series :math:`\sum_{k \le n} t^k / k \to -\ln(1 - t)` and :math:`\sum_{k \le n} t^{k-1} \to
1/(1 - t)` at t < 1.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory._log_series import harmonic
from altheory.theory.intervals_cal import cal_expected_queries_interval
from proofs_checks._identities import identical
from proofs_checks.intervals_cal_fixed_target import chance

Limit: TypeAlias = Callable[[Any, Any], Any]


def constant(a: Any, b: Any) -> Any:
    """Return the limit of the mean less four harmonic numbers."""
    w = b - a
    return 1 / w - 2 + 4 * sp.log(w) + sp.log(a * (1 - b) / (b * (1 - a)))


def series(formula: Limit, rng: np.random.Generator) -> Finding:
    """Write p_k - 4/k as powers, and sum those: a power over k gives a logarithm."""
    del rng
    k = sp.Symbol("k", integer=True, positive=True)
    a, w = sp.symbols("a w", positive=True)
    b, at = a + w, {a: sp.Rational(1, 5), w: sp.Rational(1, 3)}
    weights = ((1 - w, -4), (1 - a, -1), (b, -1), (a, 1), (1 - b, 1))
    powers = sum((weight * t**k / k for t, weight in weights), 4 / k)
    geometric = (1 - 2 * w) * (1 - w) ** (k - 1)
    split = identical(chance(k, a, b), powers + geometric, at | {k: 3}, "the chances as powers")
    if split.outcome is not Outcome.HOLDS:
        return split
    t = sp.Symbol("t", positive=True)
    grows = identical(sp.diff(-sp.log(1 - t), t), 1 / (1 - t), {}, "sum of t^(k-1) is 1/(1 - t)")
    if grows.outcome is not Outcome.HOLDS:
        return grows
    total = sum((-weight * sp.log(1 - t) for t, weight in weights), (1 - 2 * w) / w)
    claimed, computed = (sp.expand_log(side, force=True) for side in (formula(a, b), total))
    return identical(claimed, computed, at, "all 0 < a < b < 1")


def long_streams(formula: Limit, rng: np.random.Generator) -> Finding:
    """Compare with the enclosed mean over a million instances and what is still to come.

    Beyond n the series leave at most t^n / (1 - t) each, and at most 16 such terms.
    """
    del rng
    n, four = 10**6, 4 * harmonic(10**6)
    for low, high in ((1, 2), (1, 6), (2, 5), (5, 6)):
        a, b = Fraction(low, 7), Fraction(high, 7)
        tail = 16 * 7 * Enclosure(Fraction(0), Fraction(6, 7) ** 1000)  # and n is larger
        mean = cal_expected_queries_interval(n, a, b).enclosure
        computed = mean - four + tail - tail
        claimed = Fraction(str(sp.N(formula(sp.Rational(low, 7), sp.Rational(high, 7)), 60)))
        rounding = Fraction(1, 10**50)
        if not computed.lo - rounding <= claimed <= computed.hi + rounding:
            where = f"target [{a}, {b}], n = {n}"
            return fails(where, claimed=float(claimed), computed=float(computed))
    return holds(f"four targets on 1/7, n = {n}")


CLAIM: Claim[Limit] = Claim(
    key="intervals/cal/expected-queries/long-streams",
    title="CAL on intervals, long streams",
    statement=(
        r"\lim_{n \to \infty} \bigl(\mathbb E[Q_n] - 4 H_n\bigr)"
        r" = \frac1w - 2 + 4 \ln w + \ln \frac{a (1 - b)}{b (1 - a)}, \quad 0 < a < b < 1"
    ),
    plain="Each of four gaps costs CAL ln n labels, and to meet the interval costs about 1/w.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="the same of an interval that reaches 0 or 1, which has fewer gaps",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=constant,
    checks=(
        Check(Method.SYMBOLIC, series, scope="all 0 < a < b < 1, given the mean of each question"),
        Check(Method.ENCLOSURE, long_streams, scope="four targets, n = 10^6", tier="normal"),
    ),
    controls={
        "1/w alone": lambda a, b: 1 / (b - a) + 0 * a,
        "forgets the domain": lambda a, b: 1 / (b - a) - 2 + 4 * sp.log(b - a),
        "waits for two positive instances": lambda a, b: constant(a, b) + 1 / (b - a),
    },
    uses=("intervals/cal/expected-queries/fixed-target",),
)

r"""How many labels it takes to see one positive, if positives are rare.

A passive learner labels every instance it is shown.  If the positives have mass p, the
fewest labels after which it has seen one with probability at least :math:`1 - \delta` are

.. math:: n(p, \delta) = \Bigl\lceil \frac{\ln(1/\delta)}{-\ln(1 - p)} \Bigr\rceil,

29,956 at :math:`p = 1/10{,}000`, :math:`\delta = .05`.  Why: none of n is positive with
probability :math:`(1 - p)^n`, which falls with n through :math:`\delta` at that ratio.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.oracles.rare_positives import rare_positives
from proofs_checks._identities import identical

Waiting: TypeAlias = Callable[[Any, Any], Any]

MASSES = tuple(Fraction(1, n) for n in (3, 10, 100, 10_000))
DELTAS = tuple(Fraction(1, n) for n in (2, 10, 20, 100))


def labels(p: Any, delta: Any) -> Any:
    """Return the number of labels, before it is rounded up."""
    return sp.log(1 / delta) / -sp.log(1 - p)


def falls_through_delta(formula: Waiting, rng: np.random.Generator) -> Finding:
    """Prove that (1 - p)^n falls with n, and is delta at the ratio."""
    del rng
    odds, n = sp.symbols("odds n", positive=True)
    delta = sp.Symbol("delta", positive=True)
    missed = 1 / (1 + odds)  # 1 - p, between 0 and 1
    slope = sp.expand_log(sp.diff(missed**n, n) / missed**n)
    if not slope.is_negative:
        return unknown(f"sympy cannot sign the slope of (1 - p)^n: {slope}")
    exponent = formula(1 - missed, delta) * sp.log(missed)
    there = {odds: sp.Integer(2), delta: sp.Rational(1, 10)}
    computed = sp.expand_log(sp.log(delta), force=True)
    return identical(
        sp.simplify(sp.expand_log(exponent)), computed, there, "ln((1 - p)^n) = ln(delta)"
    )


def fewest(p: Fraction, delta: Fraction) -> int:
    """Return the least n with (1 - p)^n <= delta, by exact powers."""
    law = Thresholds().law()
    missed = 1 - law.mass(rare_positives(p).bayes)
    low, high = 0, 1
    while missed**high > delta:
        low, high = high, 2 * high
    while high - low > 1:  # missed^low > delta >= missed^high
        middle = (low + high) // 2
        low, high = (middle, high) if missed**middle > delta else (low, middle)
    return high


def powers(formula: Waiting, rng: np.random.Generator) -> Finding:
    """Compare with the least n that exact powers give, under the package's label law."""
    del rng
    n = 0
    for p, delta in product(MASSES, DELTAS):
        n = fewest(p, delta)
        claimed = formula(sp.Rational(str(p)), sp.Rational(str(delta)))
        if not (n - 1 < claimed) or not (claimed <= n):
            where = f"p = {p}, delta = {delta}"
            return fails(where, claimed=sp.N(claimed, 8), computed=n)
    return holds(f"{len(MASSES) * len(DELTAS)} pairs; at last {n} labels", computed=n)


CLAIM: Claim[Waiting] = Claim(
    key="oracles/rare-positives/first-positive",
    title="Labels until the first rare positive",
    statement=(
        r"\min\{n : P(\text{a positive among } n) \ge 1 - \delta\} ="
        r" \Bigl\lceil \frac{\ln(1/\delta)}{-\ln(1 - p)} \Bigr\rceil"
    ),
    plain="To see one positive of mass 1/10,000 with probability .95 takes 29,956 labels.",
    relation="exact",
    assumptions=frozenset({"independent instances"}),
    does_not_say="that an active learner is spared: it must find a positive too, if by other means",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=labels,
    checks=(
        Check(Method.SYMBOLIC, falls_through_delta, scope="all p and delta in (0, 1)"),
        Check(
            Method.EXHAUSTIVE,
            powers,
            scope="p = 1/3, 1/10, 1/100, 1/10000 and delta = 1/2, 1/10, 1/20, 1/100",
            tier="normal",
        ),
    ),
    controls={
        "the mean waiting time": lambda p, _delta: 1 / p,
        "1/p for each nat": lambda p, delta: sp.log(1 / delta) / p,
        "the confidence for its complement": lambda p, delta: (
            sp.log(1 / (1 - delta)) / -sp.log(1 - p)
        ),
        "one label less": lambda p, delta: labels(p, delta) - 1,
    },
)

r"""Clopper-Pearson, then relative entropy, then Hoeffding: for every count.

.. math:: U_{\mathrm{CP}}(k) \le U_{\mathrm{kl}}(k) \le U_{\mathrm{H}}(k).

Why: Chernoff's inequality says that the tail is at most
:math:`e^{-n \, \mathrm{kl}}`, so the tail falls to :math:`\delta` first; and by
Pinsker's inequality :math:`\mathrm{kl}(q \| p) \ge 2 (p - q)^2`.  At :math:`k = 0`
the first two are both :math:`1 - \delta^{1/n}`.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias

import numpy as np

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.hoeffding import hoeffding
from altheory.bounds.kl import kl
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._coverage import Upper

Order: TypeAlias = Callable[[int, int, Fraction], tuple[Fraction, ...]]

DELTAS = (Fraction(1, 2), Fraction(1, 10), Fraction(1, 100))


def by_tail(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the upper Clopper-Pearson bound."""
    return clopper_pearson(k, n, delta, side="upper").upper


def by_entropy(k: int, n: int, delta: Fraction) -> Fraction:
    """Return the upper relative entropy bound."""
    return kl(k, n, delta, side="upper").upper


def by_range(k: int, n: int, delta: Fraction) -> Fraction:
    """Return Hoeffding's upper bound."""
    return hoeffding(Fraction(k, n), n, delta, side="upper").upper


def ordered(*bounds: Upper) -> Order:
    """Return the bounds, from the one said to be smallest on."""
    return lambda k, n, delta: tuple(bound(k, n, delta) for bound in bounds)


def never_decreases(order: Order, sizes: tuple[int, ...]) -> Finding:
    """Compare the reported rationals at every count."""
    cases = [(k, n, delta) for n in sizes for delta in DELTAS for k in range(n + 1)]
    for k, n, delta in cases:
        values = order(k, n, delta)
        if any(a > b for a, b in pairwise(values)):
            shown = ", ".join(f"{float(v):.6g}" for v in values)
            return fails(f"k={k}, n={n}, delta={delta}: {shown}")
    k, n, delta = sizes[-1] // 4, sizes[-1], DELTAS[1]
    shown = " <= ".join(f"{float(v):.4g}" for v in order(k, n, delta))
    return holds(
        f"{len(cases)} triples (k, n, delta) in order; at k={k}, n={n}, delta={delta}: {shown}",
        claimed="CP <= kl <= H",
        computed=shown,
    )


def small_samples(order: Order, rng: np.random.Generator) -> Finding:
    """Compare at every count of small samples."""
    del rng
    return never_decreases(order, (1, 2, 3, 4, 5))


def larger_samples(order: Order, rng: np.random.Generator) -> Finding:
    """Compare at every count of larger samples."""
    del rng
    return never_decreases(order, (20, 100))


CLAIM: Claim[Order] = Claim(
    key="bounds/order/tail-entropy-range",
    title="Clopper-Pearson <= relative entropy <= Hoeffding",
    statement=(
        r"U_{\mathrm{CP}}(k) \le U_{\mathrm{kl}}(k) \le U_{\mathrm{H}}(k) \quad "
        r"(k \le n \le 5,\ \delta \in \{\tfrac12, \tfrac1{10}, \tfrac1{100}\})"
    ),
    plain=(
        "In up to 5 trials, at error probabilities 1/2, 1/10 and 1/100, the exact tail's bound is "
        "never larger than the relative entropy bound, and that never larger than Hoeffding's."
    ),
    relation="order",
    assumptions=frozenset({"fixed sample size"}),
    does_not_say="anything about bounds that know the variance, or that hold at every n",
    source=Source("langford2005", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=ordered(by_tail, by_entropy, by_range),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_samples,
            scope="the reported values, to 2^-48: all k <= n <= 5, delta in {.5, .1, .01}",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_samples,
            scope="the reported values, to 2^-48: all k, n in {20, 100}, delta in {.5, .1, .01}",
            tier="normal",
        ),
    ),
    controls={
        "Hoeffding below relative entropy": ordered(by_tail, by_range, by_entropy),
        "relative entropy below the tail": ordered(by_entropy, by_tail, by_range),
        "relative entropy with ln((n + 1)/delta)": ordered(
            by_tail, lambda k, n, delta: by_entropy(k, n, delta / (n + 1)), by_range
        ),
    },
)

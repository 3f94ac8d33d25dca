r"""On a small class a union of exact tails beats the Vapnik-Chervonenkis bounds.

For the theorems that the package uses for a class of :math:`N` hypotheses, at the same
:math:`\delta` and for every number :math:`k` of errors, on four hypotheses and up to five
instances

.. math:: U_{\mathrm{CP}}(k) \le U_{\mathrm{kl}}(k) \le U_{\mathrm{H}}(k)
          \le U_{\mathrm{Vapnik}}(k) \le U_{\mathrm{Rademacher}}(k)
          \le U_{\mathrm{Anthony,Bartlett}}(k) \le U_{\mathrm{Devroye}}(k).

Why: the first three share :math:`\delta / N`.  Hoeffding's radius is
:math:`\sqrt{\ln(2N/\delta) / 2n}`, and Vapnik's at least
:math:`\sqrt{\ln(4 \Pi(2n)/\delta) / n}`, which is no smaller iff
:math:`N \le 8 \Pi(2n)^2 / \delta`.  So it is the growth function, not N, that makes Vapnik's
bound wide: it is the smaller one for a class far larger than its growth function, such as
:math:`10^9 + 1` thresholds and 300 instances.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import pairwise

import numpy as np

from altheory.bounds._uniform import uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Order = tuple[str, ...]  # bounds, from the one said to be smallest on

DELTAS = (Fraction(1, 2), Fraction(1, 10), Fraction(1, 100))
STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])
CUBE = FiniteClass(4, range(16))


def never_decreases(order: Order, sizes: Iterable[int], classes: Iterable[FiniteClass]) -> Finding:
    """Compare the bounds at every count, from above and from below."""
    cases = [(n, delta, of) for of in classes for n in sizes for delta in DELTAS]
    shown = ""
    for n, delta, of in cases:
        theorems = [uniform(name, of) for name in order]
        for k in range(n, -1, -1):  # the last count shown is none
            highs = [theorem.upper(k, n, delta) for theorem in theorems]
            lows = [theorem.lower(k, n, delta) for theorem in theorems]
            shown = " <= ".join(f"{float(v):.4g}" for v in highs)
            if any(a > b for a, b in pairwise(highs)) or any(a < b for a, b in pairwise(lows)):
                where = f"k={k}, n={n}, delta={delta}, N={len(of.hypotheses)}"
                return fails(where, claimed=" <= ".join(order), computed=shown)
    return holds(f"{len(cases)} triples (n, delta, class), every count; shown: k=0", computed=shown)


def small_samples(order: Order, rng: np.random.Generator) -> Finding:
    """Compare on two and three instances."""
    del rng
    return never_decreases(order, (2, 3), (STAR,))


def more_samples(order: Order, rng: np.random.Generator) -> Finding:
    """Compare on up to five instances."""
    del rng
    return never_decreases(order, (1, 2, 3, 5), (STAR,))


def larger_samples(order: Order, rng: np.random.Generator) -> Finding:
    """Compare where the smaller radii are below 1."""
    del rng
    return never_decreases(order, (30,), (STAR, CUBE))


CLAIM: Claim[Order] = Claim(
    key="bounds/finite-class/order",
    title="On four hypotheses a union of exact tails beats Vapnik-Chervonenkis bounds",
    statement=(
        r"U_{\mathrm{CP}} \le U_{\mathrm{kl}} \le U_{\mathrm{H}} \le U_{\mathrm{Vapnik}} \le "
        r"U_{\mathrm{Rad}} \le U_{\mathrm{AB}} \le U_{\mathrm{DGL}} "
        r"\quad (N = 4,\ n \in \{1, 2, 3, 5\},\ \delta \in \{\tfrac12, \tfrac1{10}, \tfrac1{100}\})"
    ),
    plain=(
        "For four hypotheses on one, two, three or five instances the union of exact binomial "
        "tails is never wider than those of relative entropy and Hoeffding or four bounds by "
        "growth functions, whatever the number of errors."
    ),
    relation="order",
    assumptions=frozenset({"finite domain", "fixed sample size"}),
    does_not_say=(
        "anything for infinite classes, where there is no union, or for finite ones whose growth "
        "function is much smaller than their size: for 10^9 + 1 thresholds, 300 instances and "
        "delta = 1/2 Vapnik's radius is .1714, and the union of exact tails needs .1753"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=(
        "clopper-pearson",
        "kl",
        "hoeffding",
        "vc-vapnik",
        "vc-rademacher",
        "vc-anthony-bartlett",
        "vc-devroye",
    ),
    checks=(
        Check(
            Method.EXHAUSTIVE,
            small_samples,
            scope="every count, N = 4, n in {2, 3}, delta in {.5, .1, .01}",
        ),
        Check(
            Method.EXHAUSTIVE,
            more_samples,
            scope="every count, N = 4, n in {1, 2, 3, 5}, delta in {.5, .1, .01}",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            larger_samples,
            scope="every count, N in {4, 16}, n = 30, delta in {.5, .1, .01}",
            tier="normal",
        ),
    ),
    controls={
        "Hoeffding below relative entropy": ("clopper-pearson", "hoeffding", "kl", "vc-vapnik"),
        "relative entropy below the tail": ("kl", "clopper-pearson", "hoeffding", "vc-vapnik"),
        "the mixture below Hoeffding": ("clopper-pearson", "beta-binomial", "hoeffding"),
    },
)

r"""On a pool of m points the best mean number of labels.

With :math:`N = m + 1 = 2^k + r` equally likely cases, :math:`0 \le r \le 2^k`,

.. math:: \min_{\text{trees}} \frac1N \sum_h \text{depth} = k + \frac{2 r}{N} .

Why: the least total depth obeys :math:`f(N) = N + \min_i (f(i) + f(N - i))`, since a
question parts ordered cases in any proportion.  It is convex, with slope k + 2 up to
:math:`2^{k+1}`, so the even split is best.  For m = 8 the mean is 29/9.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import optimal_queries
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.bisection import pool_expected_queries
from proofs_checks._identities import chain, identical
from proofs_checks._threshold_traces import trace

# The least mean depth for 2^k + r cases.
Mean: TypeAlias = Callable[[Any, Any], Any]
LARGEST = 8


def mean_depth(k: Any, r: Any) -> Any:
    """Return the least mean depth."""
    return k + 2 * r / (sp.Integer(2) ** k + r)


def splitting(formula: Mean, rng: np.random.Generator) -> Finding:
    """Verify the slopes of the total depth, and its recursion at the even split."""
    del rng
    k, r = sp.symbols("k r", integer=True, nonnegative=True)
    at = {k: 3, r: 5}

    def total(k: Any, r: Any) -> Any:
        return sp.expand(sp.cancel(sp.expand((2**k + r) * formula(k, r))))

    def steps() -> Iterator[Finding]:
        yield identical(formula(sp.Integer(0), sp.Integer(0)), 0, at, "one case")
        yield identical(total(k, 2**k), total(k + 1, sp.Integer(0)), at, "the blocks meet")
        yield identical(total(k, r + 1) - total(k, r), k + 2, at, "slopes that rise with k")
        even = 2 ** (k + 1) + 2 * r + 2 * total(k, r)
        yield identical(total(k + 1, 2 * r), even, at, "the even split of 2^(k+1) + 2r cases")
        odd = 2 ** (k + 1) + 2 * r + 1 + total(k, r) + total(k, r + 1)
        yield identical(total(k + 1, 2 * r + 1), odd, at, "the even split of one case more")

    return chain(steps(), "the recursion for every number of cases")


def certified(formula: Mean, rng: np.random.Generator) -> Finding:
    """Have the checker find the least total depth by dynamic programming."""
    del rng
    for m in range(1, LARGEST + 1):
        total = at_pool(formula, m) * (m + 1)
        stated = total.denominator == 1
        if not stated or not accepted(optimal_queries(trace(m).table(), "total", total.numerator)):
            evidence = f"the checker rejects it for a pool of {m}"
            return fails(evidence, claimed=at_pool(formula, m))
    evidence = f"optimal trees for pools of at most {LARGEST} points"
    return holds(evidence, computed=at_pool(formula, LARGEST))


def package(formula: Mean, rng: np.random.Generator) -> Finding:
    """Compare with the package's mean."""
    del rng
    for m in range(1, 129):
        claimed, computed = at_pool(formula, m), pool_expected_queries(m)
        if claimed != computed:
            return fails(f"pool of {m}", claimed=claimed, computed=computed)
    return holds("pools of at most 128 points")


def at_pool(formula: Mean, m: int) -> Fraction:
    """Return the mean depth for a pool of ``m`` points."""
    k = (m + 1).bit_length() - 1  # 2^k <= m + 1 < 2^(k+1)
    mean: Any = sp.sympify(formula(k, m + 1 - 2**k))
    return Fraction(int(mean.p), int(mean.q))


CLAIM: Claim[Mean] = Claim(
    key="thresholds/pool/average-case",
    title="Labels for a pool, on average",
    statement=(
        r"\min_{\text{trees}} \tfrac1N \sum_h \text{depth} = k + 2 (N - 2^k)/N, \quad"
        r" N = m + 1, \; k = \lfloor \log_2 N \rfloor"
    ),
    plain="On average the best tree is within a tenth of a label of the logarithm of m + 1.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "uniform target"}),
    does_not_say="that greedy splitting attains the optimum on every class",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=mean_depth,
    checks=(
        Check(Method.SYMBOLIC, splitting, scope="all m >= 1, every tree", tier="normal"),
        Check(
            Method.CERTIFICATE, certified, scope="m <= 8, every tree, any questions", tier="normal"
        ),
        Check(Method.EXHAUSTIVE, package, scope="m <= 128, the package"),
    ),
    controls={
        "one level more": lambda k, r: mean_depth(k, r) + 1,
        "leaves on one level": lambda k, r: k + 0 * r,
        "half of the last level": lambda k, r: (mean_depth(k, r) + k) / 2,
    },
)

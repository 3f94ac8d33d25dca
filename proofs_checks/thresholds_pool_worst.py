r"""On a pool of m points the best worst case is ceil(log2(m + 1)) labels.

The pool leaves N = m + 1 cases in a row, one for each place of the threshold, and a
question parts them in two.  With N = 2^k + r and 1 <= r <= 2^k the least depth is

.. math:: D(N) = 1 + \min_{0 < i < N} \max(D(i), D(N - i)) = k + 1
    = \lceil \log_2 N \rceil .

Why: D does not fall, so an even split is best, and its larger half has
:math:`2^{k-1} + \lceil r/2 \rceil` cases.
"""

from collections.abc import Callable, Iterator
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import optimal_queries
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.bisection import pool_queries
from proofs_checks._identities import chain, identical
from proofs_checks._threshold_traces import trace

# The least depth for 2^k + r cases, 1 <= r <= 2^k.
Depth: TypeAlias = Callable[[Any, Any], Any]
LARGEST = 8


def depth(k: Any, r: Any) -> Any:
    """Return the least depth."""
    return k + 1 + 0 * r


def halving(formula: Depth, rng: np.random.Generator) -> Finding:
    """Verify that the depth never falls, and the recursion at the even split, for all k and r."""
    del rng
    k = sp.Symbol("k", integer=True, nonnegative=True)
    r, j = sp.symbols("r j", integer=True, positive=True)
    at = {k: 3, r: 3, j: 5}

    def steps() -> Iterator[Finding]:
        yield identical(formula(sp.Integer(0), sp.Integer(1)), 1, at, "two cases")
        yield identical(formula(k, r + 1), formula(k, r), at, "one case more changes nothing")
        rise = formula(k + 1, sp.Integer(1)) - formula(k, 2**k)
        yield identical(rise, 1, at, "but after 2^(k+1) cases, where it adds 1")
        for even_or_odd in (2 * j, 2 * j - 1):  # the larger half has 2^k + j cases
            yield identical(formula(k + 1, even_or_odd), 1 + formula(k, j), at, "the even split")

    return chain(steps(), "the recursion for every number of cases")


def certified(formula: Depth, rng: np.random.Generator) -> Finding:
    """Have the checker find the best tree by dynamic programming over sets of hypotheses."""
    del rng
    for m in range(1, LARGEST + 1):
        if not accepted(optimal_queries(trace(m).table(), "worst", at_pool(formula, m))):
            return fails(f"the checker rejects it for a pool of {m}", claimed=at_pool(formula, m))
    return holds(f"optimal trees for pools of at most {LARGEST} points")


def package(formula: Depth, rng: np.random.Generator) -> Finding:
    """Compare with the package's count."""
    del rng
    for m in range(1, 129):
        if at_pool(formula, m) != pool_queries(m):
            return fails(f"pool of {m}", claimed=at_pool(formula, m), computed=pool_queries(m))
    return holds("pools of at most 128 points")


def at_pool(formula: Depth, m: int) -> int:
    """Return the depth for a pool of ``m`` points."""
    k = m.bit_length() - 1  # 2^k < m + 1 <= 2^(k+1)
    return int(formula(k, m + 1 - 2**k))


CLAIM: Claim[Depth] = Claim(
    key="thresholds/pool/worst-case",
    title="Labels for a pool, worst case",
    statement=r"\min_{\text{trees}} \max_h \text{depth} = \lceil \log_2 (m + 1) \rceil",
    plain="Binary search labels a whole pool for a logarithm of its size.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything about classes other than thresholds: intervals may need every label",
    source=Source("dasgupta2004analysis", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=depth,
    checks=(
        Check(Method.SYMBOLIC, halving, scope="all m >= 1, every tree"),
        Check(Method.CERTIFICATE, certified, scope="m <= 8, every tree, any questions"),
        Check(Method.EXHAUSTIVE, package, scope="m <= 128, the package"),
    ),
    controls={
        "one label more": lambda k, r: k + 2 + 0 * r,
        "rounded down": lambda k, r: k + 0 * r,
        "every label": lambda k, r: 2**k + r - 1,
    },
)

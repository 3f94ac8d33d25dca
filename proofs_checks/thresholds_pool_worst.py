r"""On a pool of m points the best worst case is ceil(log2(m + 1)) labels.

The pool leaves m + 1 cases, one for each place of the threshold.  An optimal tree of
queries halves them, and :math:`q` answers tell at most :math:`2^q` apart.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.certificate import optimal_queries
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.bisection import pool_queries
from proofs_checks._threshold_traces import trace

Queries: TypeAlias = Callable[[int], int]
LARGEST = 8


def certified(formula: Queries, rng: np.random.Generator) -> Finding:
    """Have the checker find the best tree by dynamic programming over sets of hypotheses."""
    del rng
    for m in range(1, LARGEST + 1):
        if not accepted(optimal_queries(trace(m).table(), "worst", formula(m))):
            return fails(f"the checker rejects it for a pool of {m}", claimed=formula(m))
    return holds(f"optimal trees for pools of at most {LARGEST} points")


def halving(formula: Queries, rng: np.random.Generator) -> Finding:
    """Find the best worst case of m + 1 ordered cases by recursion."""
    del rng
    depth = [0, 0]  # of 0 and 1 cases
    for cases in range(2, 130):
        depth.append(1 + min(max(depth[k], depth[cases - k]) for k in range(1, cases)))
        if formula(cases - 1) != depth[cases]:
            return fails(f"pool of {cases - 1}", claimed=formula(cases - 1), computed=depth[cases])
    return holds("pools of at most 128 points, every tree")


CLAIM: Claim[Queries] = Claim(
    key="thresholds/pool/worst-case",
    title="Labels for a pool, worst case",
    statement=r"\min_{\text{trees}} \max_h \text{depth} = \lceil \log_2 (m + 1) \rceil",
    plain="Binary search labels a whole pool for a logarithm of its size.",
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="anything about classes other than thresholds: intervals may need every label",
    source=Source("dasgupta2004analysis", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=pool_queries,
    checks=(
        Check(Method.CERTIFICATE, certified, scope="m <= 8, every tree, any questions"),
        Check(Method.EXHAUSTIVE, halving, scope="m <= 128, every tree"),
    ),
    controls={
        "the logarithm of m": lambda m: (m - 1).bit_length(),
        "rounded down": lambda m: (m + 1).bit_length() - 1,
        "every label": lambda m: m,
    },
)

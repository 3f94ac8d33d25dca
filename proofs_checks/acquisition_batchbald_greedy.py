r"""The greedy batch tells at least 1 - 1/e of what the best batch does.

.. math:: F(\text{greedy}) \ge \Bigl(1 - \bigl(1 - \tfrac1b\bigr)^b\Bigr) \max_{|A| = b} F(A)
          > \bigl(1 - \tfrac1e\bigr) \max_{|A| = b} F(A), \qquad F(A) = I(y_A; \omega) ,

as for every monotone submodular function: three quarters for two questions.  The batch is the one
that ``batchbald`` returns; what it tells, and the best, are exact.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_pools import FEW, SCOPE, SIZE, Pool, batch, pools

Share: TypeAlias = Callable[[int], Fraction]  # of the best, from the size of the batch


def compared(share: Share, several: Sequence[Pool]) -> Finding:
    """Compare the batch of two that the package returns with the best."""
    from altheory.acquisition import batchbald

    least = 1.0
    for pool in several:
        table = [[[float(1 - p), float(p)] for p in question] for question in pool]
        found = batch(pool, batchbald(table, 2).indices)
        best = max(batch(pool, pair) for pair in combinations(range(SIZE), 2))
        if best.sign:
            ratio = float(found.nats) / float(best.nats)
            least = min(least, ratio)
            if found < best.times(share(2)):
                return fails(f"{pool}", claimed=f"at least {share(2)}", computed=f"{ratio:.6f}")
    return holds(f"{len(several)} pools", claimed=share(2), computed=f"{least:.6f} at least")


def few_pools(share: Share, rng: np.random.Generator) -> Finding:
    """Try the pool where the greedy batch is worst, and one with copies."""
    del rng
    return compared(share, FEW)


def all_pools(share: Share, rng: np.random.Generator) -> Finding:
    """Go through all pools."""
    del rng
    return compared(share, pools())


CLAIM: Claim[Share] = Claim(
    key="acquisition/batchbald/greedy",
    title="The greedy batch tells at least 1 - 1/e of what the best one does",
    statement=(
        r"F(\text{greedy}) \ge (1 - (1 - \tfrac1b)^b) \max_{|A| = b} F(A)"
        r" > (1 - \tfrac1e) \max_{|A| = b} F(A), \quad F(A) = I(y_A; \omega), \quad"
        r" b = 2,\ K = N = 3,\ p_k(1) \in \{0, \tfrac12, 1\}"
    ),
    plain=(
        "Two questions that are taken one after the other tell at least three quarters of what "
        "the best two do; on all small pools of three questions to three models, where 0.8995 is "
        "the least."
    ),
    relation="lower",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that a learner with the greedy batch is nearly as accurate",
    source=Source(
        "nemhauser1978",
        match="special case",
        difference="there for monotone submodular functions, of which what a batch tells is one",
    ),
    expected=Verdict.PROVED,
    formula=lambda b: 1 - (1 - Fraction(1, b)) ** b,
    checks=(
        Check(Method.EXHAUSTIVE, few_pools, scope=f"two of the {SCOPE}"),
        Check(Method.EXHAUSTIVE, all_pools, scope=f"all {SCOPE}", tier="normal"),
    ),
    controls={
        "always the best": lambda _: Fraction(1),
        "nine tenths of it": lambda _: Fraction(9, 10),
    },
    uses=("acquisition/batchbald/submodular",),
)

r"""What a batch tells is monotone and submodular if labels are independent given the model.

With :math:`F(A) = I(y_A; \omega)`, a question adds the less the more is known,

.. math:: F(A \cup \{x\}) - F(A) \ge F(B \cup \{x\}) - F(B) \ge 0 \qquad (A \subseteq B \not\ni x)
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._logarithms import ZERO, Logs
from proofs_checks._small_pools import FEW, SCOPE, SIZE, Pool, batch, pools

Relates: TypeAlias = Callable[[Logs, Logs], bool]  # gains beside A and beside B


def gains(pool: Pool) -> Iterator[tuple[Logs, Logs]]:
    """Yield what a question adds to a set, and what it adds to one that holds it."""
    for x in range(SIZE):
        others = [i for i in range(SIZE) if i != x]
        subsets = [set(of) for n in range(SIZE) for of in combinations(others, n)]
        added = [batch(pool, [*of, x]) - batch(pool, of) for of in subsets]
        for i, a in enumerate(subsets):
            yield from ((added[i], added[j]) for j, b in enumerate(subsets) if a <= b)


def compared(relates: Relates, several: Sequence[Pool]) -> Finding:
    """Relate the gains of all questions beside all sets, one within the other."""
    count = 0
    for pool in several:
        for early, late in gains(pool):
            if not relates(early, late):
                return fails(f"{pool}", claimed="another relation", computed=f"{early}, {late}")
            count += 1
    return holds(f"{len(several)} pools, {count} pairs of gains")


def some_pools(relates: Relates, rng: np.random.Generator) -> Finding:
    """Try a pool of three unlike questions, and one with copies."""
    del rng
    return compared(relates, FEW)


def all_pools(relates: Relates, rng: np.random.Generator) -> Finding:
    """Go through all pools."""
    del rng
    return compared(relates, pools())


CLAIM: Claim[Relates] = Claim(
    key="acquisition/batchbald/submodular",
    title="What a batch tells is monotone and submodular",
    statement=(
        r"F(A \cup x) - F(A) \ge F(B \cup x) - F(B) \ge 0, \quad F(A) = I(y_A; \omega),"
        r"\ A \subseteq B, \quad K = N = 3,\ p_k(1) \in \{0, \tfrac12, 1\}"
    ),
    plain=(
        "A question adds no less to fewer questions than to more, and never takes anything away, "
        "if answers are independent given the model; on all small pools of three questions to "
        "three models."
    ),
    relation="lower",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it holds for answers that depend on each other given the model",
    source=Source("kirsch2019"),
    expected=Verdict.PROVED,
    formula=lambda early, late: early >= late >= ZERO,
    checks=(
        Check(Method.EXHAUSTIVE, some_pools, scope=f"two of the {SCOPE}"),
        Check(Method.EXHAUSTIVE, all_pools, scope=f"all {SCOPE}", tier="normal"),
    ),
    controls={
        "always the same gain": lambda early, late: early == late,
        "the more the more is known": lambda early, late: early <= late,
        "always something": lambda early, late: early >= late > ZERO,
    },
)

r"""What exchanges guarantee of k medoids.

The package adds medoids greedily and exchanges one of them for one other instance as long as that
lowers the total

.. math:: \sum_x \min_{c \in S} |x - c| ,

so no exchange of one medoid lowers it further.  Exchanges of two at a time may: of 0, 1, 2, 4, 6
it keeps 0, 2, 4 with a total of 3, where 1, 4, 6 have 2.
"""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain, combinations
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._point_sets import Point, on_line

Unbeaten: TypeAlias = Callable[[int], bool]  # by exchanges of so many medoids at a time
Search: TypeAlias = Callable[[Sequence[Point], int], Sequence[int]]
Sets: TypeAlias = Iterable[tuple[Sequence[Point], int]]  # a pool, and how many medoids

STUCK: tuple[tuple[Point, ...], int] = (((0,), (1,), (2,), (4,), (6,)), 3)
PROGRAM = """\
pool, k = [0, 1, 2, 4, 6], 3

def total(medoids):
    return sum(min(abs(x - c) for c in medoids) for x in pool)

kept = []
for _ in range(k):  # add what lowers the total most, the first of several
    kept.append(min((x for x in pool if x not in kept), key=lambda x: total([*kept, x])))
while True:  # exchange one for one other as long as that helps
    others = [[x if c == out else c for c in kept] for out in kept for x in pool if x not in kept]
    best = min(others, key=total)
    if total(best) >= total(kept):
        break
    kept = best
assert total(kept) == 3
assert total([1, 4, 6]) == 2
"""


def total(pool: Sequence[Point], medoids: Iterable[int]) -> int:
    """Return the sum of the distances on the line from the nearest medoid."""
    chosen = list(medoids)
    return sum(min(abs(x - pool[c][0]) for c in chosen) for (x,) in pool)


def least(pool: Sequence[Point], medoids: Sequence[int], exchanged: int) -> int:
    """Return the least total of sets that lack at most so many of the medoids."""
    sets = combinations(range(len(pool)), len(medoids))
    return min(total(pool, of) for of in sets if len({*medoids} - {*of}) <= exchanged)


def by_exchanges(pool: Sequence[Point], k: int) -> list[int]:
    """Add the best medoid k times, then make the best exchange of one as long as it helps."""
    kept, everyone = list[int](), range(len(pool))
    for _ in range(k):
        rest = [i for i in everyone if i not in kept]
        kept.append(min(rest, key=lambda i: total(pool, [*kept, i])))
    while True:
        others = [[*(c for c in kept if c != out), i] for out in kept for i in everyone]
        best = min(others, key=lambda of: total(pool, of))
        if total(pool, best) >= total(pool, kept):
            return kept
        kept = best


def shipped(pool: Sequence[Point], k: int) -> Sequence[int]:
    """Return what the package keeps."""
    from altheory.acquisition import k_medoids

    kept: tuple[int, ...] = k_medoids(pool, k).indices
    return kept


def compared(unbeaten: Unbeaten, several: Sets, search: Search) -> Finding:
    """Look for sets of less total, with one, two and three medoids exchanged."""
    beaten, count = set[int](), 0
    for pool, k in several:
        kept = search(pool, k)
        now = total(pool, kept)
        for exchanged in range(1, k + 1):
            found = least(pool, kept, exchanged)
            if found < now and unbeaten(exchanged):
                where = f"{[x for (x,) in pool]}, k = {k}, {exchanged} exchanged"
                shown = Counterexample(arithmetic(("+", 1, 1), "<", ("+", 1, 2)), PROGRAM)
                return fails(
                    where,
                    claimed=f"{now} is the least",
                    computed=found,
                    counterexample=shown if (tuple(pool), k) == STUCK else None,
                )
            if found < now:
                beaten.add(exchanged)
        count += 1
    for exchanged in (1, 2, 3):
        if not unbeaten(exchanged) and exchanged not in beaten:
            return fails(f"{exchanged} exchanged", claimed="less", computed="never")
    return holds(f"{count} pools", claimed="beaten by 2 and 3", computed=sorted(beaten))


def few_pools(unbeaten: Unbeaten, rng: np.random.Generator) -> Finding:
    """Try the pool where exchanges are stuck, and a few others, without the package."""
    del rng
    others = ((pool, 2) for pool in combinations([(x,) for x in (0, 1, 3, 7, 8)], 4))
    return compared(unbeaten, chain([STUCK], others), by_exchanges)


def all_pools(unbeaten: Unbeaten, rng: np.random.Generator) -> Finding:
    """Go through the pools on a line, with every number of medoids, as the package does."""
    del rng
    pools = chain(on_line(4, 5), combinations([(x,) for x in range(8)], 5))
    sets = ((pool, k) for pool in pools for k in range(1, len(pool)))
    return compared(unbeaten, sets, shipped)


CHECKS: tuple[Check[Unbeaten], ...] = (
    Check(Method.EXHAUSTIVE, few_pools, scope="0, 1, 2, 4, 6 with k = 3, and five pools of four"),
    Check(
        Method.EXHAUSTIVE,
        all_pools,
        scope="four of 0, ..., 5, copies included, and five distinct ones of 0, ..., 7; every k",
        tier="normal",
    ),
)


def one(exchanged: int) -> bool:
    """Decide whether no exchange of so many lowers the total: of one."""
    return exchanged == 1


CLAIM: Claim[Unbeaten] = Claim(
    key="acquisition/medoids/exchange",
    title="No exchange of one medoid lowers the total, an exchange of two may",
    statement=(
        r"\sum_x \min_{c \in S} |x - c| \le \sum_x \min_{c \in S'} |x - c| \text{ whenever }"
        r" |S \setminus S'| = 1,\ \text{not always if } |S \setminus S'| \ge 2, \quad"
        r" X \in \{0, \dots, 5\}^4 \text{ or five of } 0, \dots, 7"
    ),
    plain=(
        "What the package returns as k medoids no exchange of one of them improves; an exchange of "
        "two at a time may; on all pools of four integers up to 5, copies included, and of five "
        "distinct ones up to 7."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "how far from the best set such medoids are: within five times its total, as commonly "
        "stated for any metric"
    ),
    source=Source(
        "kaufman1990",
        match="related",
        difference="the method is the book's; which exchanges help is computed here",
    ),
    expected=Verdict.PROVED,
    formula=one,
    checks=CHECKS,
    controls={
        "nor of two": lambda exchanged: exchanged <= 2,
        "an exchange of one may": lambda _: False,
    },
)

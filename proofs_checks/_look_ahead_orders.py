"""Which nodes look-ahead never prefers to which: on small graphs, and on one with five nodes."""

from collections.abc import Callable, Iterator
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails
from proofs_checks._label_graphs import Case, Comparison, compared, exhaustive, gain

Orders: TypeAlias = Callable[[Case], set[tuple[int, int]]]  # the first never beats the second

# node 2 hangs on both labels alone; 3 and 4 hang on each other too, and 5 on 3 alone
ASIDE = Case(
    (
        (0, 0, 1, 2, 2, 0),
        (0, 0, 1, 0, 1, 0),
        (1, 1, 0, 0, 0, 0),
        (2, 0, 0, 0, 1, 1),
        (2, 1, 0, 1, 0, 0),
        (0, 0, 0, 1, 0, 0),
    ),
    (1, 0, None, None, None, None),
)
PROGRAM = """\
from fractions import Fraction as F

edges = {(0, 2): 1, (1, 2): 1, (0, 3): 2, (3, 4): 1, (0, 4): 2, (1, 4): 1, (3, 5): 1}
free = (2, 3, 4, 5)


def solve(known):
    # each node without a label is the mean of its neighbors: by elimination
    w = lambda i, j: F(edges.get((min(i, j), max(i, j)), 0))
    unknown = [i for i in free if i not in known]
    rows = [
        [sum(w(i, k) for k in range(6)) if i == j else -w(i, j) for j in unknown]
        + [sum(w(i, j) * y for j, y in known.items())]
        for i in unknown
    ]
    for k in range(len(rows)):
        rows[k] = [x / rows[k][k] for x in rows[k]]
        for r in range(len(rows)):
            if r != k:
                rows[r] = [x - rows[r][k] * y for x, y in zip(rows[r], rows[k])]
    return known | {i: row[-1] for i, row in zip(unknown, rows)}


labels = {0: F(1), 1: F(0)}  # node 0 is positive, node 1 is negative
now, scores = solve(labels), {}
for k in free:
    chances = {1: now[k], 0: 1 - now[k]}
    after = {y: solve(labels | {k: F(y)}) for y in chances}
    scores[k] = sum(p * sum(max(after[y][i], 1 - after[y][i]) for i in free)
                    for y, p in chances.items())
    moved = [i for i in free if i != k and after[0][i] != after[1][i]]
    assert moved == [i for i in (3, 4, 5) if k not in (2, i)]  # node 2 moves nothing
assert scores[2] > max(scores[3], scores[4], scores[5])  # and node 2 is asked
"""


def leaves(case: Case) -> set[tuple[int, int]]:
    """Return the free nodes with one edge, to a free node, and this one."""
    ends = ((i, case.neighbors(i)) for i in case.free)
    return {(i, near[0]) for i, near in ends if len(near) == 1 and near[0] in case.free}


def apart(case: Case) -> set[tuple[int, int]]:
    """Return the free nodes without a free neighbor, and each free node that has one."""
    alone = {i for i in case.free if len(case.within_reach(i)) == 1}
    return {(i, j) for i in alone for j in case.free if j not in alone}


def lower_degrees(case: Case) -> set[tuple[int, int]]:
    """Return the pairs of free nodes of which the first has less weight on its edges."""
    degrees = [sum(row) for row in case.weights]
    return {(i, j) for i in case.free for j in case.free if degrees[i] < degrees[j]}


def compare(orders: Orders, case: Case) -> Iterator[Comparison]:
    """Compare with the gains of both nodes, by solving for their answers."""
    for i, j in sorted(orders(case)):
        first, second = gain(case, i), gain(case, j)
        yield (case, f"gain {first} at {i}, {second} at {j}"), True, first <= second


def set_apart(orders: Orders, rng: np.random.Generator) -> Finding:
    """Compare on a graph in which one node has labeled neighbors only."""
    del rng
    wrong = sorted((i, j) for i, j in orders(ASIDE) if gain(ASIDE, i) > gain(ASIDE, j))
    if not wrong:
        return compared(compare(orders, ASIDE))
    i, j = wrong[0]
    gains = gain(ASIDE, i), gain(ASIDE, j)
    first, second = (("/", int(g.p), int(g.q)) for g in gains)
    shown = Counterexample(arithmetic(first, ">", second), PROGRAM)
    where = f"node {i} is expected to add {gains[0]}, node {j} {gains[1]}"
    return fails(where, claimed=f"{i} <= {j}", computed=f"{i} > {j}", counterexample=shown)


SET_APART: Check[Orders] = Check(
    Method.EXHAUSTIVE, set_apart, scope="a graph with four free nodes, one of them apart"
)
CHECKS: tuple[Check[Orders], ...] = (SET_APART, *exhaustive(compare))

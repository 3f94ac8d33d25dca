"""Small weighted graphs, all of them, with their cuts and flows gone through one by one.

A graph is its matrix of integers or rationals.  For cuts node 0 is positive and the last one
negative, which is no loss: what has several labels is one graph with the labeled nodes merged.
Sets of nodes are bitmasks.
"""

from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, permutations, product
from typing import Any, TypeAlias

import numpy as np

Graph: TypeAlias = tuple[tuple[Any, ...], ...]


def pairs(n: int) -> list[tuple[int, int]]:
    """Return the pairs of nodes, the lower one first."""
    return list(combinations(range(n), 2))


def graph(n: int, weights: Sequence[Any]) -> Graph:
    """Return the graph with these weights of the pairs.

    >>> graph(3, [1, 0, 2])
    ((0, 1, 0), (1, 0, 2), (0, 2, 0))
    """
    rows = [[0] * n for _ in range(n)]
    for (i, j), w in zip(pairs(n), weights, strict=True):
        rows[i][j] = rows[j][i] = w
    return tuple(map(tuple, rows))


def path(weights: Sequence[Any]) -> Graph:
    """Return the path with these weights from end to end."""
    n = len(weights) + 1
    steps = {(i, i + 1): w for i, w in enumerate(weights)}
    return graph(n, [steps.get(pair, 0) for pair in pairs(n)])


def weighted(n: int, weights: Sequence[Any]) -> Iterator[Graph]:
    """Go through every graph on n nodes with weights out of these."""
    return (graph(n, chosen) for chosen in product(weights, repeat=n * (n - 1) // 2))


@cache
def up_to_relabeling(n: int) -> tuple[Graph, ...]:
    """Return one graph with unit weights for each class of isomorphic ones.

    >>> [len(up_to_relabeling(n)) for n in (2, 3, 4, 5)]
    [2, 4, 11, 34]
    """
    edges = pairs(n)
    place = {pair: k for k, pair in enumerate(edges)}
    moved = np.array(
        [
            [place[min(p[i], p[j]), max(p[i], p[j])] for i, j in edges]
            for p in permutations(range(n))
        ],
        dtype=int,
    )
    seen, found = np.zeros(1 << len(edges), dtype=bool), []
    for mask in range(1 << len(edges)):
        if not seen[mask]:
            bits = np.array([mask >> k & 1 for k in range(len(edges))], dtype=int)
            seen[(bits << moved).sum(axis=1)] = True
            found.append(graph(n, bits.tolist()))
    return tuple(found)


def components(w: Graph) -> int:
    """Return how many components a graph has.

    >>> components(graph(3, [1, 0, 0]))
    2
    """
    of = list(range(len(w)))
    for i, j in pairs(len(w)):
        if w[i][j]:
            of = [of[i] if x == of[j] else x for x in of]
    return len(set(of))


def cut_weight(w: Graph, inside: int) -> Any:
    """Return the weight of the edges that leave a set of nodes."""
    return sum(w[i][j] for i, j in pairs(len(w)) if (inside >> i & 1) != (inside >> j & 1))


def cuts(n: int) -> list[int]:
    """Return the sets that hold node 0 and not the last one.

    >>> cuts(4)
    [1, 3, 5, 7]
    """
    return [mask for mask in range(1 << (n - 1)) if mask & 1]


def minimum_cuts(w: Graph) -> tuple[Any, list[int]]:
    """Return the least weight of a cut, and all cuts of that weight."""
    weights = {inside: cut_weight(w, inside) for inside in cuts(len(w))}
    least = min(weights.values())
    return least, [inside for inside, weight in weights.items() if weight == least]


def largest_flow(w: Graph) -> list[list[Any]]:
    """Return a flow that no path from node 0 to the last node can enlarge."""
    n = len(w)
    flow: list[list[Any]] = [[0] * n for _ in range(n)]
    while True:
        came: dict[int, int] = {0: 0}
        waiting = [0]
        for i in waiting:
            onward = [j for j in range(n) if j not in came and w[i][j] > flow[i][j]]
            came |= dict.fromkeys(onward, i)
            waiting += onward
        if n - 1 not in came:
            return flow
        steps: list[tuple[int, int]] = []
        j = n - 1
        while j:
            steps, j = [*steps, (came[j], j)], came[j]
        room = min(w[i][j] - flow[i][j] for i, j in steps)
        for i, j in steps:
            flow[i][j] += room
            flow[j][i] -= room


def flow_value(w: Graph, flow: list[list[Any]]) -> Any | None:
    """Return the value of a flow, None if it is none: the definition."""
    n = len(w)
    within = all(flow[i][j] == -flow[j][i] <= w[i][j] for i in range(n) for j in range(n))
    kept = all(sum(flow[i]) == 0 for i in range(1, n - 1))
    return sum(flow[0]) if within and kept else None


def harmonic(w: Graph) -> list[Fraction]:
    """Return the values that are means of their neighbors, 1 at node 0 and 0 at the last one.

    Nodes that no edges join to either have the value 1, which cuts nothing.

    >>> harmonic(path([1, 1, 2]))
    [Fraction(1, 1), Fraction(3, 5), Fraction(1, 5), Fraction(0, 1)]
    """
    n = len(w)
    joined = {0, n - 1}
    for _ in range(n):
        joined |= {j for i in joined for j in range(n) if w[i][j]}
    free = [i for i in range(1, n - 1) if i in joined]
    rows = [
        [Fraction((sum(w[i]) if i == j else 0) - w[i][j]) for j in free] + [Fraction(w[i][0])]
        for i in free
    ]
    for k in range(len(free)):  # the matrix is an M-matrix, so no pivot is zero
        pivot = [x / rows[k][k] for x in rows[k]]
        rows = [
            pivot if i == k else [x - row[k] * y for x, y in zip(row, pivot, strict=True)]
            for i, row in enumerate(rows)
        ]
    known = {0: Fraction(1), n - 1: Fraction(0)} | {
        i: row[-1] for i, row in zip(free, rows, strict=True)
    }
    return [known.get(i, Fraction(1)) for i in range(n)]

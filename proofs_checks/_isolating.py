"""Cuts between k labeled nodes, 0 to k - 1, gone through one by one on small graphs."""

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any

from proofs_checks._cut_graphs import Graph, cut_weight, graph, pairs


def hung(n: int, k: int, weights: Sequence[int]) -> Iterator[Graph]:
    """Go through the graphs on n nodes without edges between labeled ones, which are always cut."""
    places = [(i, j) for i, j in pairs(n) if j >= k]
    for chosen in product(weights, repeat=len(places)):
        of = dict(zip(places, chosen, strict=True))
        yield graph(n, [of.get(pair, 0) for pair in pairs(n)])


def rings(own: Sequence[int], between: Sequence[int]) -> Iterator[Graph]:
    """Go through triangles, each node of which has a labeled node of its own."""
    for a, b, c, x, y, z in product(own, own, own, between, between, between):
        of = {(0, 3): a, (1, 4): b, (2, 5): c, (3, 4): x, (3, 5): y, (4, 5): z}
        yield graph(6, [of.get(pair, 0) for pair in pairs(6)])


def isolating_cuts(w: Graph, k: int, label: int) -> tuple[int, list[int]]:
    """Return the least weight that isolates a label, and all sets that do so for that.

    >>> isolating_cuts(graph(3, [0, 1, 1]), 2, 0)
    (1, [1, 5])
    """
    sets = [1 << label | free << k for free in range(1 << (len(w) - k))]
    weights = [cut_weight(w, inside) for inside in sets]
    least = min(weights)
    return least, [s for s, weight in zip(sets, weights, strict=True) if weight == least]


def severed(w: Graph, labels: Sequence[int]) -> Any:
    """Return the weight of the edges between nodes of different labels."""
    return sum(w[i][j] for i, j in pairs(len(w)) if labels[i] != labels[j])


def multiway_cuts(w: Graph, k: int) -> tuple[Any, list[tuple[int, ...]]]:
    """Return the least weight that labels sever, and all labelings that sever that.

    >>> multiway_cuts(graph(3, [0, 1, 1]), 2)
    (1, [(0, 1, 0), (0, 1, 1)])
    """
    given = tuple(range(k))
    labelings = [(*given, *rest) for rest in product(given, repeat=len(w) - k)]
    weights = [severed(w, labels) for labels in labelings]
    least = min(weights)
    return least, [y for y, weight in zip(labelings, weights, strict=True) if weight == least]

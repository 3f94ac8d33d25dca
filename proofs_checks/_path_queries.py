r"""S2 on small graphs: the fewest and the most questions that shortest paths cost, over all ties.

While some path leads from a positive to a negative node along edges that are not known to be cut,
a midpoint of a shortest one is asked.  Nodes inside of it have no label yet, or it would not be a
shortest one.  Which of several shortest paths is taken, and which of two midpoints, is left open.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from itertools import chain
from typing import TypeAlias, final

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Method
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._cut_graphs import Graph, components, graph, pairs, path, up_to_relabeling

Neighbors: TypeAlias = tuple[int, ...]  # of each node, as a bitmask
# nodes 0 and 5 are joined by four paths of two edges
FOUR_WAYS: Graph = graph(
    6, [int(i in (0, 5) or j in (0, 5)) - (i == 0 and j == 5) for i, j in pairs(6)]
)
PYTHON = """\
middles = (1, 2, 3, 4)
edges = {frozenset(e) for m in middles for e in ((0, m), (m, 5))}
truth = {0: 1, 5: 0} | dict.fromkeys(middles, 0)  # node 0 is the one positive node
assert all(frozenset((m, 5)) in edges for m in middles)  # so the negative ones hang together

known, asked = {0: 1, 5: 0}, 0
while True:
    # paths have two edges, so the shortest ones that are not known to be cut have too
    left = [m for m in middles if m not in known]
    cut = {e for e in edges if e <= set(known) and len({known[i] for i in e}) == 2}
    ways = [m for m in left if not {frozenset((0, m)), frozenset((m, 5))} & cut]
    if not ways:
        break
    known[ways[0]] = truth[ways[0]]  # the midpoint of a shortest path
    asked += 1
assert len(cut) == 4
assert asked > 3  # log2 of 6, rounded up
"""


@final
@dataclass(frozen=True, slots=True)
class Boundary:
    """What a bound may depend on: the nodes, and where labels change."""

    nodes: int
    cut_edges: int
    joined_parts: int  # pairs of components of equal labels that cut edges join


Bound: TypeAlias = Callable[[Boundary], int]


def neighbors(w: Graph) -> Neighbors:
    """Return the neighbors of all nodes."""
    return tuple(sum(1 << j for j, x in enumerate(row) if x) for row in w)


def bits(mask: int) -> Iterator[int]:
    """Go through the nodes of a set.

    >>> list(bits(0b1010))
    [1, 3]
    """
    return (i for i in range(mask.bit_length()) if mask >> i & 1)


def around(near: Neighbors, nodes: int) -> int:
    """Return the neighbors of some nodes.

    >>> around((2, 5, 2), 0b101)
    2
    """
    found = 0
    for i in bits(nodes):
        found |= near[i]
    return found


def layers(near: Neighbors, start: int, known: int) -> list[int]:
    """Return the nodes that are 0, 1, 2 ... edges away, on ways without another label."""
    found, seen = [start], known
    while found[-1]:
        found.append(around(near, found[-1]) & ~seen)
        seen |= found[-1]
    return found


def midpoints(near: Neighbors, truth: int, known: int) -> int:
    """Return the midpoints of all shortest paths between labels that differ.

    >>> [midpoints((2, 5, 10, 4), 0b0011, known) for known in (0b1001, 0b1011, 0b1101)]
    [6, 4, 2]
    """
    ones, zeros = known & truth, known & ~truth
    there, back = layers(near, ones, known), layers(near, zeros, known)
    for before, last in enumerate(there[1:], start=1):
        if around(near, last) & zeros:
            half, rest = (before + 1) // 2, (before + 2) // 2
            return there[half] & back[rest] | there[rest] & back[half]
    return 0


@cache
def questions(near: Neighbors, truth: int, known: int) -> tuple[int, int]:
    """Return the fewest and the most questions until no path is left."""
    then = [questions(near, truth, known | 1 << i) for i in bits(midpoints(near, truth, known))]
    if not then:
        return 0, 0
    return 1 + min(least for least, _ in then), 1 + max(most for _, most in then)


def boundary(w: Graph, truth: int) -> Boundary:
    """Return where labels change."""
    n = len(w)
    edges = [(i, j) for i, j in pairs(n) if w[i][j]]
    part = list(range(n))
    for i, j in edges:
        if truth >> i & 1 == truth >> j & 1:
            part = [part[i] if p == part[j] else p for p in part]
    cut = [(i, j) for i, j in edges if truth >> i & 1 != truth >> j & 1]
    return Boundary(n, len(cut), len({frozenset((part[i], part[j])) for i, j in cut}))


def compared(bound: Bound, labeled: Iterable[tuple[Graph, int]]) -> Finding:
    """Compare with the most questions, from every two labels that differ."""
    cases, claimed, computed = 0, 0, 0
    for w, truth in labeled:
        near, claimed = neighbors(w), bound(boundary(w, truth))
        differing = [1 << i | 1 << j for i, j in pairs(len(w)) if truth >> i & 1 != truth >> j & 1]
        for known in differing:
            computed, cases = questions(near, truth, known)[1], cases + 1
            if computed > claimed:
                shown = refutation() if w == FOUR_WAYS and claimed == 3 else None
                where = f"{w}, positive {list(bits(truth))}, known {list(bits(known))}"
                return fails(where, claimed=claimed, computed=computed, counterexample=shown)
    return holds(f"{cases} cases", claimed=f"<= {claimed}", computed=computed)


def refutation() -> Counterexample:
    """Show that four paths of two edges cost four questions, for six nodes."""
    return Counterexample(arithmetic(("-", 6, 2), ">", 3), PYTHON)


def four_ways(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on four paths between a positive node and a negative one, with more between."""
    del rng
    return compared(bound, [(FOUR_WAYS, 1)])


def connected(sizes: Iterable[int]) -> Iterator[tuple[Graph, int]]:
    """Go through the connected graphs, one of each class, and all labels of two kinds."""
    for n in sizes:
        for w in up_to_relabeling(n):
            if components(w) == 1:
                yield from ((w, truth) for truth in range(1, (1 << n) - 1))


def small_graphs(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on all connected graphs of two and three nodes, and on the path of four."""
    del rng
    longer = ((path([1, 1, 1]), truth) for truth in range(1, 15))
    return compared(bound, chain(connected((2, 3)), longer))


def larger_graphs(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare on all connected graphs of up to five nodes."""
    del rng
    return compared(bound, connected((2, 3, 4, 5)))


CHECKS: tuple[Check[Bound], ...] = (
    Check(Method.EXHAUSTIVE, four_ways, scope="four paths between two nodes, one of them positive"),
    Check(
        Method.EXHAUSTIVE,
        small_graphs,
        scope="connected graphs on 2 and 3 nodes, a path of 4, all labels",
    ),
    Check(
        Method.EXHAUSTIVE,
        larger_graphs,
        scope="connected graphs on 2 to 5 nodes, all labels",
        tier="normal",
    ),
)


def each_edge(found: Boundary) -> int:
    """Return how often a longest path is halved, for each cut edge."""
    return found.cut_edges * halvings(found.nodes - 1)


def halvings(length: int) -> int:
    """Return log2, rounded up.

    >>> [halvings(n) for n in (1, 2, 3, 4, 5)]
    [0, 1, 2, 2, 3]
    """
    return (length - 1).bit_length()

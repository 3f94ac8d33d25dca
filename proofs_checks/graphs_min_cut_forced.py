r"""Which labels all minimum cuts agree on, from one largest flow.

With a largest flow f, let an arc i -> j be left where :math:`f_{ij} < w_{ij}`.  Nodes that the
positive label reaches by such arcs are positive in every minimum cut, nodes that reach the
negative label are negative in every one, and each other node is positive in one and negative in
another, whichever flow was found:

.. math:: \bigcap_{S \text{ minimum}} S = \{j : 0 \to j\}, \qquad
          \bigcup_{S \text{ minimum}} S = \{j : j \not\to n - 1\} .

These two cuts are for graphs what the most specific and the most general hypothesis are for a
class; the minimum cut is unique iff they are the same.
"""

from collections.abc import Callable, Iterable
from functools import reduce
from itertools import chain
from operator import and_, or_
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import Graph, graph, largest_flow, minimum_cuts, pairs, weighted

Flow: TypeAlias = list[list[Any]]
Forced: TypeAlias = Callable[[Graph, Flow], tuple[int, int]]  # positive in all, and in some


# 0-3, and 1 and 2 each joined to 3 and 4
TURNS_BACK = graph(5, [0, 0, 1, 0, 0, 1, 1, 1, 1, 0])


def reached(arcs: list[tuple[int, int]], start: int) -> int:
    """Return the nodes to which arcs lead, as a bitmask.

    >>> reached([(0, 1), (2, 1), (1, 3)], 0)
    11
    """
    found = 1 << start
    for _ in arcs:
        for i, j in arcs:
            found |= (found >> i & 1) << j
    return found


def extremes(w: Graph, arcs: list[tuple[int, int]]) -> tuple[int, int]:
    """Return what node 0 reaches, and what does not reach the last node."""
    n = len(w)
    back = reached([(j, i) for i, j in arcs], n - 1)
    return reached(arcs, 0), ((1 << n) - 1) & ~back


def left(w: Graph, flow: Flow) -> list[tuple[int, int]]:
    """Return the arcs that could carry more."""
    n = range(len(w))
    return [(i, j) for i in n for j in n if flow[i][j] < w[i][j]]


def by_flow(w: Graph, flow: Flow) -> tuple[int, int]:
    """Return the two cuts by the arcs that are left."""
    return extremes(w, left(w, flow))


def not_against_the_flow(w: Graph, flow: Flow) -> tuple[int, int]:
    """Do not take full edges back: false."""
    return extremes(w, [(i, j) for i, j in left(w, flow) if flow[i][j] > -w[i][j]])


def from_one_side(w: Graph, flow: Flow) -> tuple[int, int]:
    """Call all negative that node 0 does not reach: false."""
    least, _ = by_flow(w, flow)
    return least, least


def where_nothing_flows(w: Graph, flow: Flow) -> tuple[int, int]:
    """Follow edges without flow alone: false."""
    return extremes(w, [(i, j) for i, j in left(w, flow) if flow[i][j] == 0])


def flows(w: Graph) -> Iterable[Flow]:
    """Return a largest flow, and one that is found with other nodes' numbers exchanged."""
    n = len(w)
    order = [0, *range(n - 2, 0, -1), n - 1]
    mirrored = largest_flow(graph(n, [w[order[i]][order[j]] for i, j in pairs(n)]))
    return largest_flow(w), [[mirrored[order[i]][order[j]] for j in range(n)] for i in range(n)]


def compared(forced: Forced, graphs: Iterable[Graph]) -> Finding:
    """Compare with all minimum cuts."""
    count = 0
    for w in graphs:
        _, found = minimum_cuts(w)
        computed = reduce(and_, found), reduce(or_, found)
        for flow in flows(w):
            claimed, count = forced(w, flow), count + 1
            if claimed != computed:
                return fails(f"{w}: flow {flow}", claimed=claimed, computed=computed)
    return holds(f"{count} flows")


def small(forced: Forced, rng: np.random.Generator) -> Finding:
    """Go through graphs on three nodes, and one on five where a flow has to turn back."""
    del rng
    return compared(forced, (*weighted(3, (0, 1, 2)), TURNS_BACK))


def larger(forced: Forced, rng: np.random.Generator) -> Finding:
    """Go through graphs on three to five nodes."""
    del rng
    several = (weighted(3, (0, 1, 2)), weighted(4, (0, 1, 2)), weighted(5, (0, 1)))
    return compared(forced, chain.from_iterable(several))


def random_graph(forced: Forced, rng: np.random.Generator) -> Finding:
    """Try a random graph on six nodes."""
    return compared(forced, [graph(6, rng.integers(0, 4, 15).tolist())])


CLAIM: Claim[Forced] = Claim(
    key="graphs/min-cut/forced",
    title="One largest flow tells which labels all minimum cuts share",
    statement=(
        r"\bigcap S = \{j : 0 \to j\}, \ \bigcup S = \{j : j \not\to n - 1\} \text{ over minimum"
        r" cuts } S, \text{ by arcs with } f_{ij} < w_{ij}, \quad n \le 4,\ w \in \{0, 1, 2\}"
        r" \text{ or } n = 5,\ w \in \{0, 1\}"
    ),
    plain=(
        "What a largest flow leaves joins to a label the nodes that have it in every minimum cut, "
        "and no other; on every graph of up to five nodes that was gone through, with two flows."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that labels on which all minimum cuts agree are right",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=by_flow,
    checks=(
        Check(Method.EXHAUSTIVE, small, scope="n = 3, weights 0, 1, 2, and a graph on 5 nodes"),
        Check(
            Method.EXHAUSTIVE,
            larger,
            scope="n = 3 and 4, weights 0, 1, 2; n = 5, weights 0, 1",
            tier="normal",
        ),
    ),
    controls={
        "not against the flow": not_against_the_flow,
        "negative where the positive label does not reach": from_one_side,
        "along edges without flow": where_nothing_flows,
    },
    attack=random_graph,
)

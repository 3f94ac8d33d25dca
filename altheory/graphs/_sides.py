"""Positive and negative nodes, which min-cut and S2 are given in two lists."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs.graph import Graph, Nodes

MEANT = "; give labeled[values == 1] and labeled[values == 0]"


def both_sides(graph: Graph, positive: Any, negative: Any) -> tuple[Nodes, Nodes]:
    """Return positive and negative nodes, either of which may be none, or refuse them."""
    sides = _side(graph, positive, "positive nodes"), _side(graph, negative, "negative nodes")
    both = np.intersect1d(*sides)
    if len(both):
        raise DomainError(f"a node is positive or negative, got {both[0]} in both lists{MEANT}")
    return sides


def _side(graph: Graph, nodes: Any, what: str) -> Nodes:
    if np.size(nodes) == 0:
        return np.zeros(0, dtype=np.intp)
    given = np.asarray(nodes)
    if given.dtype.kind in "iuf" and len(np.unique(given)) < given.size:  # values, as for harmonic
        raise DomainError(f"{what} are distinct, got {nodes!r:.60}{MEANT}")
    return clamped_nodes(graph, nodes, what)

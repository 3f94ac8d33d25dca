"""Nodes that may be asked."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs.graph import Graph, Nodes


def unlabeled_candidates(graph: Graph, labeled: Nodes, given: Any) -> Nodes:
    """Return unlabeled nodes, ascending and at least one, or refuse them."""
    free = np.setdiff1d(np.arange(graph.size), labeled)
    if len(free) == 0:
        raise DomainError(f"all {graph.size} nodes are labeled: there is none to ask")
    if given is None:
        return free
    asked = np.sort(clamped_nodes(graph, given, "candidates"))
    known = np.isin(asked, labeled)
    if known.any():
        raise DomainError(f"candidates are unlabeled, got node {asked[known][0]} with a label")
    return asked


def require_candidate(node: Any, candidates: Nodes, unlabeled: Nodes) -> int:
    """Return the place of a node among the candidates, or refuse it."""
    found = np.flatnonzero(candidates == node)
    if len(found) == 1:
        return int(found[0])
    if node in unlabeled:
        raise DomainError(f"node {node} is no candidate; give it as one")
    raise DomainError(f"node {node} has a label already or is none; ask one of .nodes")

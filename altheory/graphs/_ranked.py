"""Candidates in order, and all that may be the best."""

from typing import Any

import numpy as np

from altheory.graphs.graph import Nodes
from altheory.graphs.ranking import Ranking


def ranked(nodes: Nodes, scores: Any, error_bound: float) -> Ranking:
    """Return a ranking of candidates given in any order.

    >>> found = ranked(np.array([7, 3, 5]), np.array([1.0, 0.5, 1.0]), 1e-9)
    >>> found.nodes.tolist(), found.scores.tolist(), found.ties, found.best
    ([3, 5, 7], [0.5, 1.0, 1.0], (5, 7), 5)
    """
    order = np.argsort(nodes)
    sorted_nodes, sorted_scores = nodes[order], scores[order]
    high = sorted_scores - sorted_scores.max() >= -2 * error_bound  # exact for fractions
    ties = tuple(sorted_nodes[high.astype(np.bool_)].tolist())
    return Ranking(sorted_nodes, sorted_scores, error_bound, ties)

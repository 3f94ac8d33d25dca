"""Which node to ask next: scores of candidates, and all that may be the best."""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from altheory.graphs.graph import Nodes


@final
@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Scores of candidates, the larger the better.

    Two scores that are closer than their errors allow to tell apart are tied: the first of the
    ties is taken, so that rounding never decides.

    Attributes
    ----------
    nodes
        The candidates, ascending, ``intp[m]``.
    scores
        Their scores, ``float64[m]``, or fractions.
    error_bound
        No score is further off than this.
    ties
        The candidates whose score may be the largest, ascending.

    """

    nodes: Nodes = field(repr=False)
    scores: Any = field(repr=False)
    error_bound: float
    ties: tuple[int, ...]

    @property
    def best(self) -> int:
        """The candidate to ask: the first of the ties."""
        return self.ties[0]


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

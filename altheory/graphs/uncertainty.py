r"""The node that the harmonic solution is least sure of."""

from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._gains import confidence
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.ranking import Ranking, ranked


def uncertainty_sampling(W: Any, labeled: Any, values: Any) -> Ranking:
    r"""Return :math:`1 - \max_c f_{ic}` of each unlabeled node: :math:`\min(f_i, 1 - f_i)` of two.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``, in any order.
    values
        Their values in [0, 1], ``float64[l]``, or one distribution each, ``float64[l, C]``.

    Raises
    ------
    DomainError
        If weights, nodes or values are none, or no node is unlabeled.
    UnlabeledComponentError
        If a component holds no label.

    Notes
    -----
    What look-ahead adds is the gain at other nodes, which is nothing where no answer moves one
    of them across 1/2: then both ask the same node.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> uncertainty_sampling(path, [0, 3], [0, 1]).ties
    (1, 2)

    """
    graph = graph_of(W)
    found = harmonic(graph, labeled, values)
    nodes = np.setdiff1d(np.arange(graph.size), labeled)
    if len(nodes) == 0:
        raise DomainError(f"all {graph.size} nodes are labeled: there is none to ask")
    f = found.f.reshape(graph.size, -1)[nodes]
    return ranked(nodes, 1 - confidence(f), found.error_bound + 2.0**-52)

r"""S2: bisect the shortest path between two labels that differ [dasarathy2015]_.

Nodes of different labels that are neighbors are joined by a *cut edge*, which is known and taken
away.  On a shortest path between a positive and a negative node of what is left some edge is
cut, and the midpoint of the path halves where it can be.  Without such a path the labels that
are known tell of no further cut, and any node may be asked.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.graphs._sides import both_sides
from altheory.graphs.graph import Nodes, graph_of
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True)
class PathQuery:
    """What to ask next, and why.

    Attributes
    ----------
    node
        The midpoint of the path, None if there is no path: then any node may be asked, as one
        drawn at random or the ``best`` of ``v_optimality``.
    path
        The nodes of a shortest path from a positive to a negative node, both included, along
        edges that are not known to be cut; empty if there is none.
    cut
        The known cut edges, ``(positive, negative)``, ascending.

    """

    node: int | None
    path: tuple[int, ...]
    cut: tuple[tuple[int, int], ...]


def shortest_path_query(W: Any, positive: Any, negative: Any) -> PathQuery:
    """Return the node that S2 asks next.

    Lengths are numbers of edges.  Of several shortest paths one that ends in the negative node
    with the lowest number is taken, and of two midpoints the one that is nearer to it.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    positive, negative
        The nodes that are labeled 1, and those that are labeled 0, as
        ``labeled[values == 1], labeled[values == 0]``; while one of the lists is empty there is
        no path.

    Returns
    -------
    PathQuery
        The node, the path that it halves, and the known cut.

    Raises
    ------
    DomainError
        If these are no nodes, or one has both labels.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> shortest_path_query(path, [0], [3])
    PathQuery(node=2, path=(0, 1, 2, 3), cut=())
    >>> shortest_path_query(path, [0, 2], [3])
    PathQuery(node=None, path=(), cut=((2, 3),))

    """
    graph = graph_of(W)
    ones, zeros = both_sides(graph, positive, negative)
    edges = graph.weights.tocoo()
    is_one, is_zero = (np.isin(np.arange(graph.size), some) for some in (ones, zeros))
    crosses = is_one[edges.row] & is_zero[edges.col]
    cut = tuple(sorted(zip(edges.row[crosses].tolist(), edges.col[crosses].tolist(), strict=True)))
    # the way back along a cut edge may stay: it begins where a path from a positive node ends
    path: tuple[int, ...] = ()
    if len(ones) and len(zeros):
        path = _shortest(graph.size, edges.row[~crosses], edges.col[~crosses], ones, np.sort(zeros))
    return PathQuery(path[len(path) // 2] if path else None, path, cut)


def _shortest(n: int, rows: Nodes, columns: Nodes, ones: Nodes, zeros: Nodes) -> tuple[int, ...]:
    """Return a shortest path from one set to the other along some edges, if there is any."""
    from scipy.sparse import csr_array
    from scipy.sparse.csgraph import dijkstra

    edges = csr_array((np.ones(len(rows)), (rows, columns)), shape=(n, n))
    lengths: Floats
    lengths, before, _ = dijkstra(
        edges, indices=ones, unweighted=True, min_only=True, return_predecessors=True
    )
    end = int(zeros[np.argmin(lengths[zeros])])
    if not np.isfinite(lengths[end]):
        return ()
    path = [end]
    while before[path[-1]] >= 0:
        path.append(int(before[path[-1]]))
    return tuple(reversed(path))

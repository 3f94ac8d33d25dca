"""The nearest labeled neighbor, a baseline: what labels say without unlabeled instances.

Nearest in Euclidean distance of floats as they are, compared exactly, or on a graph by the
number of edges on the way.  Where equally near nodes have different labels the least label is
returned, and the tie is told.
"""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs._distances import Points, points_of
from altheory.graphs.graph import Nodes, graph_of
from altheory.protocols import Bools, Floats


@final
@dataclass(frozen=True, slots=True, eq=False)
class Nearest:
    """The label of the nearest labeled node, for every node.

    Attributes
    ----------
    labels
        The labels, ``int64[n]``; those given, at the labeled nodes.
    ties
        Where another label is equally near, ``bool[n]``.

    """

    labels: NDArray[np.int64] = field(repr=False)
    ties: Bools = field(repr=False)

    def __str__(self) -> str:
        return f"nearest labels of {len(self.labels)} nodes, {int(self.ties.sum())} tied"


def nearest_point(X: Any, labeled: Any, labels: Any) -> Nearest:
    """Return for each point the label of the nearest labeled one.

    Parameters
    ----------
    X
        The points, ``float64[n, d]``.
    labeled, labels
        The labeled points' numbers, and their labels, integers.

    Raises
    ------
    DomainError
        If points, their numbers or labels are none.

    Examples
    --------
    >>> found = nearest_point([[0.0], [1.0], [2.0]], [0, 2], [1, -1])
    >>> found.labels.tolist(), found.ties.tolist()
    ([1, -1, -1], [False, True, False])

    """
    points = points_of(X)
    nodes, given = _labels(_clamped_nodes(len(points.xs), labeled), labels)
    from scipy.spatial import cKDTree

    some = _distinct(points.xs[nodes], given)
    places, labels_of = nodes[some], given[some]
    tree = cKDTree(points.xs[places])
    distances, chosen = map(np.asarray, tree.query(points.xs))
    found, ties = labels_of[chosen], np.zeros(len(points.xs), dtype=np.bool_)
    balls = tree.query_ball_point(points.xs, points.reach(distances**2))
    several = np.flatnonzero([len(near) > 1 for near in balls])
    if len(several):
        row = np.repeat(several, [len(balls[i]) for i in several])
        near = np.concatenate([balls[i] for i in several]).astype(np.intp)
        found[several], ties[several] = _decided(points, row, places[near], labels_of[near])
    found[nodes], ties[nodes] = given, False
    return Nearest(found, ties)


def _distinct(xs: Floats, given: NDArray[np.int64]) -> Nodes:
    """Return the first point of each place with each label."""
    _, kinds = np.unique(given, return_inverse=True)
    rows = np.column_stack((xs, kinds.ravel()))
    return np.sort(np.unique(rows, axis=0, return_index=True)[1])


def nearest_on_graph(W: Any, labeled: Any, labels: Any) -> Nearest:
    """Return for each node the label of the labeled node to which fewest edges lead.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, of which only zeros matter.
    labeled, labels
        The labeled nodes, and their labels, integers.

    Raises
    ------
    DomainError
        If weights, nodes or labels are none.
    UnlabeledComponentError
        If some nodes have no way to a labeled one.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> nearest_on_graph(path, [0, 3], [1, -1]).labels.tolist()
    [1, 1, -1, -1]

    """
    from scipy.sparse.csgraph import dijkstra

    graph = graph_of(W)
    nodes, given = _labels(clamped_nodes(graph, labeled), labels)
    kinds = np.unique(given)
    steps = np.array(
        [
            dijkstra(graph.weights, indices=nodes[given == kind], unweighted=True, min_only=True)
            for kind in kinds
        ]
    )
    least = steps.min(axis=0)
    lost = np.flatnonzero(np.isinf(least))
    if len(lost):
        raise UnlabeledComponentError(
            f"{len(lost)} of {graph.size} nodes have no way to a labeled one, first node "
            f"{lost[0]}; label one node of each component"
        )
    return Nearest(kinds[steps.argmin(axis=0)], (steps == least).sum(axis=0) > 1)


def _clamped_nodes(size: int, labeled: Any) -> Nodes:
    """Return the numbers of labeled points, or refuse them, as for a graph without edges."""
    from scipy.sparse import csr_array

    return clamped_nodes(graph_of(csr_array((size, size))), labeled)


def _labels(nodes: Nodes, labels: Any) -> tuple[Nodes, NDArray[np.int64]]:
    given = np.asarray(labels)
    if given.shape != nodes.shape or given.dtype.kind not in "iu":
        raise DomainError(f"{len(nodes)} labeled nodes have as many integers, got {labels!r:.60}")
    if given.max() > np.iinfo(np.int64).max:
        raise DomainError(f"a label is an integer of 64 bits, got {given.max()}")
    return nodes, given.astype(np.int64)


def _decided(
    points: Points, row: Nodes, near: Nodes, given: NDArray[np.int64]
) -> tuple[NDArray[np.int64], Bools]:
    """Return the least label among the exactly nearest of each row, and whether another is there.

    Pairs of points ``row``, ascending, and ``near``, whose labels are ``given``.
    """
    squares, _ = points.exact_squares(row, near)
    pairs = sorted(zip(row.tolist(), squares.tolist(), given.tolist(), strict=True))
    least: dict[int, tuple[int, int]] = {}
    tied = set[int]()
    for i, square, label in pairs:
        first = least.setdefault(i, (square, label))
        if first[0] == square and first[1] != label:
            tied.add(i)
    return np.array([label for _, label in least.values()]), np.array([i in tied for i in least])

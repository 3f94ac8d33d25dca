r"""Weighted graphs: nodes that are alike, and how much.

A graph is a symmetric matrix :math:`W \ge 0` with zero diagonal.  The degree of a node is
:math:`d_i = \sum_j w_{ij}`, the Laplacian :math:`L = D - W`, and for a function on the nodes

.. math:: f^\top L f = \tfrac12 \sum_{i, j} w_{ij} (f_i - f_j)^2 .

Zero weights are no edges.  Between two components no label can travel, so which nodes hang
together is part of the graph.
"""

from dataclasses import dataclass, field
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.graphs._row_sums import is_symmetric
from altheory.graphs._sparse_floats import sparse_floats
from altheory.protocols import Bools, Floats

Nodes: TypeAlias = NDArray[np.intp]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Graph:
    """An undirected graph with positive weights on its edges.

    Attributes
    ----------
    weights
        The symmetric matrix, ``scipy.sparse.csr_array[n, n]``, every edge stored twice.
    degrees
        The sums of its rows, ``float64[n]``, rounded.
    component
        The number of each node's connected component, ``int32[n]``, counted from 0.

    Examples
    --------
    >>> path = graph_of([[0, 1, 0, 0], [1, 0, 2, 0], [0, 2, 0, 0], [0, 0, 0, 0]])
    >>> path.size, path.edges, path.degrees.tolist(), path.component.tolist()
    (4, 2, [1.0, 3.0, 2.0, 0.0], [0, 0, 0, 1])

    """

    weights: Any = field(repr=False)
    degrees: Floats = field(repr=False)
    component: NDArray[np.int32] = field(repr=False)

    @property
    def size(self) -> int:
        """The number of nodes."""
        return int(self.weights.shape[0])

    @property
    def edges(self) -> int:
        """The number of edges."""
        return int(self.weights.nnz // 2)

    @property
    def components(self) -> int:
        """The number of connected components."""
        return int(self.component.max()) + 1

    def laplacian(self) -> Any:
        """Return L = D - W, ``scipy.sparse.csr_array[n, n]``."""
        from scipy.sparse import csr_array, diags_array

        return csr_array(diags_array(self.degrees) - self.weights)

    def __str__(self) -> str:
        parts = "one component" if self.components == 1 else f"{self.components} components"
        return f"graph of {self.size} nodes and {self.edges} edges in {parts}"


def graph_of(weights: Any) -> Graph:
    """Return the graph of a symmetric matrix of weights, sparse or dense, or refuse it.

    Raises
    ------
    DomainError
        If the matrix is not square, not symmetric to the last bit, has a weight that is
        negative or no finite float, as a fraction or an integer may be, an edge from a node to
        itself, or no node at all.

    """
    if isinstance(weights, Graph):
        return weights
    matrix = _matrix(weights)
    _require(matrix, np.isfinite(matrix.data), "a weight is a finite number")
    _require(matrix, matrix.data > 0, "a weight is not negative")
    _require_no_loop(matrix)
    _require_symmetry(matrix)
    with np.errstate(over="ignore"):
        degrees: Floats = np.asarray(matrix.sum(axis=1), dtype=np.float64)
    if not np.isfinite(degrees).all():
        node = int(np.argmin(np.isfinite(degrees)))
        raise DomainError(f"the weights at node {node} add up beyond any float; scale them down")
    return Graph(matrix, degrees, _component(matrix))


def _component(matrix: Any) -> NDArray[np.int32]:
    """Return the number of each node's component; most often there is one, which is seen fast."""
    from scipy.sparse.csgraph import breadth_first_order, connected_components

    n = matrix.shape[0]
    if len(breadth_first_order(matrix, 0, return_predecessors=False)) == n:
        return np.zeros(n, dtype=np.int32)
    component: NDArray[np.int32] = connected_components(matrix, directed=False)[1]
    return component


def _matrix(weights: Any) -> Any:
    """Return a square matrix of floats in sorted rows, without zeros or doubled entries: a copy."""
    matrix = sparse_floats(weights, "a square matrix")
    if matrix.shape[0] != matrix.shape[1] or matrix.shape[0] == 0:
        raise DomainError(
            f"weights form a square matrix, got shape {matrix.shape}; make a graph of points with "
            "knn_graph"
        )
    return matrix


def _require(matrix: Any, holds: Bools, rule: str) -> None:
    if not holds.all():
        k = int(np.argmin(holds))
        row = int(np.searchsorted(matrix.indptr, k, side="right")) - 1
        raise DomainError(f"{rule}, got {matrix.data[k]} from {row} to {matrix.indices[k]}")


def _require_no_loop(matrix: Any) -> None:
    loops = matrix.diagonal()
    if loops.any():
        node = int(np.argmax(loops != 0))
        raise DomainError(
            f"a node has no edge to itself, got {loops[node]} at node {node}; set the diagonal to 0"
        )


def _require_symmetry(matrix: Any) -> None:
    if is_symmetric(matrix):
        return
    skew = (matrix - matrix.T.tocsr()).tocoo()
    i, j = (int(ends[np.argmax(skew.data != 0)]) for ends in (skew.row, skew.col))
    raise DomainError(
        f"weights are symmetric, got {matrix[i, j]} from {i} to {j} and {matrix[j, i]} back; "
        "take (W + W.T) / 2, or the larger of the two"
    )

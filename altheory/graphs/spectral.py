r"""Spectral partition: two halves that little joins, without any label.

The *conductance* of a set S of nodes is what leaves it over the lesser volume,

.. math:: h(S) = \frac{\sum_{i \in S, j \notin S} w_{ij}}
          {\min(\sum_{i \in S} d_i, \sum_{i \notin S} d_i)} .

If :math:`\lambda_2` is the second eigenvalue of the normalized Laplacian
:math:`I - D^{-1/2} W D^{-1/2}`, the least conductance h obeys
:math:`\lambda_2 / 2 \le h \le \sqrt{2 \lambda_2}` [chung1997spectral]_, and among the sets
:math:`\{i : v_i / \sqrt{d_i} > t\}` of an eigenvector v there is one within the upper bound.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._exact_sums import finest, in_units, total
from altheory.graphs._second_eigenvector import second_eigenvector
from altheory.graphs.graph import Graph, Nodes, graph_of
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Bools, Floats, Labels

DENSE = 400  # nodes up to which all eigenvalues are computed
UNIT = 2.0**-53  # of rounding


@final
@dataclass(frozen=True, slots=True, eq=False)
class Partition:
    r"""Two sides of a graph.

    Attributes
    ----------
    labels
        +1 on the side of the first node that has an edge, -1 elsewhere; ``int8[n]``.
        Nodes without edges are no matter for cuts and volumes, and are labeled -1.
    conductance
        Of these sides, exactly.
    eigenvalue
        An interval that holds an eigenvalue of the normalized Laplacian.
    is_second
        Whether that is proved to be the second least, :math:`\lambda_2`; if not, it holds some
        eigenvalue, which iterations from a fixed start found.
    vector
        What the nodes were swept by, ``float64[n]``; NaN at nodes without edges.

    """

    labels: Labels = field(repr=False)
    conductance: Fraction
    eigenvalue: Enclosure
    is_second: bool
    vector: Floats = field(repr=False)

    def __str__(self) -> str:
        ones, which = int((self.labels == 1).sum()), "second" if self.is_second else "an"
        return (
            f"partition into {ones} and {len(self.labels) - ones} nodes, of conductance "
            f"{float(self.conductance):.3g}; {which} eigenvalue {float(self.eigenvalue.lo):.3g}"
        )


def spectral_partition(W: Any) -> Partition:
    """Return the best sweep cut along the second eigenvector of the normalized Laplacian.

    If edges form several components, one of them is split off, with conductance 0.
    Only the eigenvector is rounded: conductances are compared exactly.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense.

    Returns
    -------
    Partition
        Labels, exact conductance, and an enclosed eigenvalue.

    Raises
    ------
    DomainError
        If there is no edge.
    BudgetError
        If iterations do not find the eigenvector.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> found = spectral_partition(path)
    >>> found.labels.tolist(), found.conductance, round(float(found.eigenvalue.lo), 9)
    ([1, 1, -1, -1], Fraction(1, 3), 0.5)

    """
    graph = graph_of(W)
    nodes = np.flatnonzero(graph.degrees > 0)
    if not len(nodes):
        raise DomainError(f"a partition cuts edges, got {graph.size} nodes without any")
    first = graph.component == graph.component[nodes[0]]
    if first[nodes].all():
        vector, eigenvalue, is_second = _second(graph, nodes)
        inside = _swept(graph, nodes, vector)
    else:
        vector, eigenvalue, is_second = first[nodes] * 1.0, Enclosure.exactly(0), True
        inside = first
    everywhere = np.full(graph.size, np.nan)
    everywhere[nodes] = vector
    labels = np.where(inside == inside[nodes[0]], 1, -1).astype(np.int8)
    labels[graph.degrees == 0] = -1
    return Partition(labels, conductance(graph, inside), eigenvalue, is_second, everywhere)


def conductance(W: Any, inside: Any) -> Fraction:
    """Return the conductance of a set of nodes, exactly.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense.
    inside
        Whether each node is in the set, ``bool[n]``: of a partition ``labels == 1``.

    Raises
    ------
    DomainError
        If these are no Booleans, or one of the sides has no edge.

    Examples
    --------
    >>> conductance([[0, 1, 0], [1, 0, 2], [0, 2, 0]], [True, False, False])
    Fraction(1, 1)

    """
    graph, members = graph_of(W), _members(inside)
    if members.shape != (graph.size,):
        raise DomainError(f"a set of {graph.size} nodes, got shape {members.shape}")
    edges = graph.weights.tocoo()
    one, other = members[edges.row], members[edges.col]
    cut = total(edges.data[one & ~other])
    volume = min(total(edges.data[side]) for side in (one, ~one))
    if volume == 0:
        raise DomainError("both sides of a partition have edges, got one without any")
    return cut / volume


def _members(inside: Any) -> Bools:
    """Return an array of Booleans, or refuse labels, which -1 are true, and text."""
    try:
        members = np.asarray(inside)
    except ValueError as error:
        raise DomainError(f"a set of nodes is an array of Booleans, got {inside!r:.60}") from error
    if members.dtype != np.bool_:
        raise DomainError(
            f"a set of nodes is an array of Booleans, as in labels == 1, got {inside!r:.60}"
        )
    return members


def _second(graph: Graph, nodes: Nodes) -> tuple[Floats, Enclosure, bool]:
    """Return the second eigenvector over the roots of the degrees, and its eigenvalue."""
    roots = np.sqrt(graph.degrees[nodes])
    rows = graph.weights[nodes][:, nodes].tocoo()
    rows.data = rows.data / roots[rows.row] / roots[rows.col]
    # each entry is off by the rounding of two roots of sums, and two divisions
    most = int(np.diff(graph.weights.indptr).max())
    rounding = (most + 12) * UNIT
    if len(nodes) <= DENSE:
        values, vectors = np.linalg.eigh(np.eye(len(nodes)) - rows.toarray())
        off = _spectrum_error(rows.toarray(), values, vectors, rounding)
        return vectors[:, 1] / roots, _around(values[1], off), True
    similar = rows.tocsr()
    value, v = second_eigenvector(similar, roots)
    residual = (1 - value) * v - similar @ v
    length = float(np.linalg.norm(v))
    off = float(np.linalg.norm(residual)) / length * (1 + 1e-9) + 4 * rounding
    return v / roots, _around(value, off), False


def _around(value: float, off: float) -> Enclosure:
    """Return what is at most so far off, within [0, 2], where all eigenvalues are."""
    low, high = Fraction(value) - Fraction(off), Fraction(value) + Fraction(off)
    return Enclosure(
        min(max(low, Fraction(0)), Fraction(2)), max(min(high, Fraction(2)), Fraction(0))
    )


def _spectrum_error(similar: Floats, values: Floats, vectors: Floats, rounding: float) -> float:
    r"""Return a bound of how far off every computed eigenvalue is, in order.

    With :math:`E = A Q - Q \Lambda` and :math:`F = Q^\top Q - I`,
    :math:`Q^\top A Q = \Lambda + F \Lambda + Q^\top E` has eigenvalues within
    :math:`\|F\| \|\Lambda\| + \|Q\| \|E\|` of those of :math:`\Lambda` (Weyl), and each is an
    eigenvalue of A times a number in :math:`[1 - \|F\|, 1 + \|F\|]` (Ostrowski).
    """
    n = len(values)
    slack = 8 * (n + 8) * UNIT * n  # of both products, in the Frobenius norm
    e = float(np.linalg.norm(vectors - similar @ vectors - vectors * values)) + slack
    f = float(np.linalg.norm(vectors.T @ vectors - np.eye(n))) + slack
    return (1.01 * (2.1 * f + 1.1 * e) + 2.1 * f) / (1 - f) + 2 * rounding if f < 0.1 else 2.0


def _swept(graph: Graph, nodes: Nodes, vector: Floats) -> Bools:
    """Return the set of the highest nodes with the least conductance, exactly compared."""
    from scipy.sparse import coo_array, triu

    order = nodes[np.argsort(-vector, kind="stable")]
    rank = np.zeros(graph.size, dtype=np.intp)
    rank[order] = np.arange(len(order))
    edges = coo_array(triu(graph.weights))
    changes, degrees = [0] * len(order), [0] * len(order)
    ends = zip(rank[edges.row].tolist(), rank[edges.col].tolist(), strict=True)
    for (i, j), w in zip(ends, in_units(edges.data, finest(edges.data)), strict=True):
        degrees[i] += w
        degrees[j] += w
        changes[min(i, j)] += w
        changes[max(i, j)] -= w
    cut, volume, everything = 0, 0, sum(degrees)
    best, least, over = 0, 1, 0  # least / over is the least conductance so far, infinite at first
    for k, (change, degree) in enumerate(zip(changes[:-1], degrees[:-1], strict=True), 1):
        cut, volume = cut + change, volume + degree
        lesser = min(volume, everything - volume)
        if cut * over < least * lesser:
            best, least, over = k, cut, lesser
    inside = np.zeros(graph.size, dtype=np.bool_)
    inside[order[:best]] = True
    return inside

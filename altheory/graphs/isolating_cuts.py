r"""Cuts between more than two classes: what each class keeps for itself.

The labels that agree with those given and sever the least weight,
:math:`\sum_{i < j} w_{ij} [y_i \ne y_j]`, are a minimum cut for two classes and NP-hard to find
for three or more [dahlhaus1994]_.  But the least minimum cut :math:`A_c` that isolates the
labels of a class c from all others is easy, and for every number of classes

* the sets :math:`A_c` are disjoint, and each node of :math:`A_c` is labeled c by *every*
  minimum multiway cut: if one gave :math:`M \subseteq A_c` to others, then
  :math:`B = A_c \setminus M` is no minimum isolating cut, so :math:`w(B, M) > w(M, A_c^c)`, and
  M would better be labeled c;
* half the sum of the isolating cuts is at most the weight of a minimum multiway cut, each of
  whose edges leaves two of its sides;
* giving all other nodes to the class with the heaviest isolating cut severs at most
  :math:`2 - 2 / k` times the minimum for k classes, and for two classes is a minimum cut.
"""

from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs._exact_sums import told, total
from altheory.graphs.graph import Graph, Nodes, graph_of
from altheory.graphs.minimum_cut import min_cut
from altheory.protocols import Bools


@final
@dataclass(frozen=True, slots=True, eq=False)
class MultiwayCut:
    """Labels of k classes, and what is proved of them.

    Attributes
    ----------
    value
        The weight that these labels sever, exactly; at most 2 - 2/k times the minimum.
    lower_bound
        No labels sever less than this.
    labels
        The classes of the nodes, ``int64[n]``.
    forced
        Where all minimum multiway cuts are proved to agree with that, ``bool[n]``; for two
        classes they do so nowhere else.

    """

    value: Fraction
    lower_bound: Fraction
    labels: NDArray[np.int64] = field(repr=False)
    forced: Bools = field(repr=False)

    @property
    def is_unique(self) -> bool:
        """Whether these labels are proved to be the only minimum; iff they are, for two classes."""
        return bool(self.forced.all())

    def __str__(self) -> str:
        free = int((~self.forced).sum())
        nodes = "1 node is" if free == 1 else f"{free} nodes are"
        which = "unique" if self.is_unique else f"{nodes} not proved to be forced"
        return (
            f"multiway cut of weight {told(self.value)}, at least {told(self.lower_bound)}, {which}"
        )


def multiway_cut(W: Any, labeled: Any, classes: Any) -> MultiwayCut:
    """Return the labels that isolating cuts give.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense.
    labeled
        The labeled nodes.
    classes
        Their classes, numbered from 0 without gaps.

    Raises
    ------
    DomainError
        If weights, nodes or classes are none.

    Examples
    --------
    >>> star = [[0, 1, 2, 4], [1, 0, 0, 0], [2, 0, 0, 0], [4, 0, 0, 0]]
    >>> cut = multiway_cut(star, [1, 2, 3], [0, 1, 2])
    >>> cut.labels.tolist(), cut.value, cut.forced.tolist()
    ([2, 0, 1, 2], Fraction(3, 1), [True, True, True, True])

    """
    graph = graph_of(W)
    nodes = clamped_nodes(graph, labeled)
    sides, values = _isolated(graph, nodes, _numbers(classes, len(nodes)))
    heaviest = values.index(max(values))
    forced: Bools = np.asarray(sides.any(axis=0))
    labels = np.where(forced, sides.argmax(axis=0), heaviest)
    edges = graph.weights.tocoo()
    severed = total(edges.data[labels[edges.row] != labels[edges.col]]) / 2
    return MultiwayCut(severed, sum(values, Fraction(0)) / 2, labels, forced)


def _isolated(
    graph: Graph, nodes: Nodes, classes: NDArray[np.int64]
) -> tuple[Bools, list[Fraction]]:
    """Return the least side that isolates each class, ``bool[k, n]``, and its cut."""
    if classes.max() == 0:  # nothing to isolate it from
        return np.ones((1, graph.size), dtype=np.bool_), [Fraction(0)]
    if classes.max() == 1:
        cut = min_cut(graph, nodes[classes == 1], nodes[classes == 0])
        return np.array([~cut.largest, cut.smallest]), [cut.value, cut.value]
    cuts = [
        min_cut(graph, nodes[classes == c], nodes[classes != c]) for c in range(classes.max() + 1)
    ]
    return np.array([cut.smallest for cut in cuts]), [cut.value for cut in cuts]


def _numbers(classes: Any, n: int) -> NDArray[np.int64]:
    """Return n class numbers, or refuse them."""
    given = np.asarray(classes)
    if given.shape != (n,) or given.dtype.kind not in "iu":
        raise DomainError(f"each of {n} labeled nodes has the number of a class, got {classes!r}")
    if not np.array_equal(np.unique(given), np.arange(given.max() + 1)):
        raise DomainError(
            f"classes are numbered from 0 without gaps, got {np.unique(given)}; give "
            "np.unique(classes, return_inverse=True)[1]"
        )
    return given.astype(np.int64)

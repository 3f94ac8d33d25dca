r"""The Dirichlet problem on a graph: values at some nodes, harmonic at all others.

Let the nodes be clamped on a set l and free on u.  A function is harmonic at a free node if
it is there the weighted mean of its neighbors, :math:`A f_u = W_{ul} f_l` with the *Dirichlet
Laplacian* :math:`A = L_{uu}`.  It is a nonsingular M-matrix iff every component holds a
clamped node, and then the solution minimizes :math:`f^\top L f` and lies between the least
and the largest clamped value.

Products with A are taken over differences,
:math:`(A g)_i = \sum_{j \in u} w_{ij} (g_i - g_j) + g_i \sum_{j \in l} w_{ij}`, which loses no
digits where g hardly changes, and their rounding errors are bounded term by term.
"""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs._row_sums import falls
from altheory.graphs._sparse_floats import slim
from altheory.graphs.graph import Graph, Nodes
from altheory.protocols import Bools, Floats

UNIT = 2.0**-53  # what rounding may lose, relative to the result
TINY = 2.0**-1074  # and at most that where a result underflows
TOO_WIDE = (
    "the weights differ by too many orders of magnitude; give the graph a larger bandwidth, "
    "or use exact=True if it is small"
)


@final
@dataclass(frozen=True, slots=True, eq=False)
class Dirichlet:
    """The free part of a graph, and how it hangs on the clamped nodes.

    Attributes
    ----------
    graph
        All of it.
    clamped, free
        The nodes with a value, in the order given, and those without, ascending.
    inner
        The weights between free nodes, ``csr_array[u, u]``.
    outer
        The weights from free to clamped nodes, ``csr_array[u, l]``.

    """

    graph: Graph
    clamped: Nodes
    free: Nodes
    inner: Any = field(repr=False)
    outer: Any = field(repr=False)

    @property
    def degrees(self) -> Floats:
        """The degrees of the free nodes, ``float64[u]``."""
        return self.graph.degrees[self.free]

    def matrix(self) -> Any:
        """Return A = L_uu, ``csc_array[u, u]``."""
        from scipy.sparse import csc_array, diags_array

        return slim(csc_array(diags_array(self.degrees) - self.inner))

    def residual(self, f: Floats, values: Floats) -> tuple[Floats, Floats]:
        r"""Return :math:`r = W_{ul} f_l - A f_u`, and how far it is off by rounding at most.

        ``f : float64[u]`` and ``values : float64[l]``.  Each of the k terms
        :math:`w (f_j - f_i)` is rounded twice and their sums k times, so that the error is at
        most :math:`\gamma_{k + 2}` times the sum of their sizes, and one ``TINY`` a term.
        """
        total, size, terms = (np.zeros(len(f)) for _ in range(3))
        for weights, there in ((self.inner, f), (self.outer, values)):
            part, part_size = falls(weights, f, there)
            total += part
            size += part_size
            terms += np.diff(weights.indptr)
        # room to spare: for gamma_k / (k UNIT), for the sums of sizes and for the caller's own
        slack = (terms + 8) * UNIT * size * (1 + 1e-6) + (terms + 8) * TINY
        return total, slack

    def least_image(self, v: Floats) -> Floats:
        """Return lower bounds of A v, ``float64[u]``."""
        fall, slack = self.residual(v, np.zeros(len(self.clamped)))
        return -fall - slack


def dirichlet_problem(
    graph: Graph, clamped: Nodes, *, partly: bool = False, remedy: str = ""
) -> Dirichlet:
    """Split a graph into clamped and free nodes.

    With ``partly`` the nodes of components without a clamped one are left out; ``remedy`` is
    what the caller offers if not.

    Raises
    ------
    UnlabeledComponentError
        If there are such, and they are not to be left out; it names their nodes.

    """
    mask: Bools = np.ones(graph.size, dtype=np.bool_)
    mask[clamped] = False
    reached = np.isin(graph.component, graph.component[clamped])
    if not partly and not reached.all():
        raise UnlabeledComponentError(_unreached(graph, reached) + remedy)
    free = np.flatnonzero(mask & reached)
    rows = slim(graph.weights[free])
    return Dirichlet(graph, clamped, free, slim(rows[:, free]), slim(rows[:, clamped]))


def _unreached(graph: Graph, reached: Bools) -> str:
    lost = np.flatnonzero(~reached)
    parts = len(np.unique(graph.component[lost]))
    shown = ", ".join(map(str, lost[:8])) + (", ..." if len(lost) > 8 else "")
    return (
        f"{len(lost)} of {graph.size} nodes, in {parts} component{'s' * (parts > 1)} without a "
        f"label, have no harmonic value: {shown}; label one node of each"
    )


def clamped_nodes(graph: Graph, labeled: Any, what: str = "labeled nodes") -> Nodes:
    """Return distinct node numbers, at least one, ``intp[l]``, or refuse them."""
    nodes = _numbers(labeled, what)
    if nodes.dtype == np.bool_:
        raise DomainError(f"{what} are a list of numbers, got Booleans; give np.flatnonzero(mask)")
    if nodes.ndim != 1 or nodes.size == 0 or nodes.dtype.kind not in "iu":
        raise DomainError(f"{what} are a list of one node number or more, got {labeled!r:.60}")
    outside = (nodes < 0) | (nodes >= graph.size)
    if outside.any():
        raise DomainError(
            f"nodes are numbered from 0 to {graph.size - 1}, got {nodes[np.argmax(outside)]}"
        )
    numbers, times = np.unique(nodes, return_counts=True)
    if (times > 1).any():
        raise DomainError(f"{what} are distinct, got {numbers[np.argmax(times > 1)]} twice")
    whole: Nodes = nodes.astype(np.intp)
    return whole


def _numbers(labeled: Any, what: str) -> Any:
    """Return an array, of numbers if given numbers alone: a list may hide Booleans in it."""
    try:
        nodes = np.asarray(labeled)
    except ValueError as error:
        raise DomainError(f"{what} are a list of numbers, got {labeled!r:.60}") from error
    if not isinstance(labeled, np.ndarray) and nodes.ndim == 1:
        hidden = any(isinstance(node, bool | np.bool_) for node in labeled)
        return np.zeros(len(nodes), dtype=np.bool_) if hidden else nodes
    return nodes

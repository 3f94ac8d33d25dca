r"""Label spreading: labels that give way to those of their neighbors.

With :math:`S = D^{-1/2} W D^{-1/2}` and a share :math:`0 < \alpha < 1` of what spreads,

.. math:: F = (1 - \alpha) (I - \alpha S)^{-1} Y ,

where the rows of Y are the labels, zero at nodes without one [zhou2004learning]_.  In contrast
to the harmonic solution labels are not clamped and every node gets scores, all zero in a
component without labels.

As :math:`(I - \alpha S) \sqrt d = (1 - \alpha) \sqrt d` and the inverse has no negative entry,

.. math:: |F - F^*|_i \le \frac{\sqrt{d_i}}{1 - \alpha} \max_j \frac{|R_j|}{\sqrt{d_j}}

with the residual R; and as no eigenvalue of :math:`I - \alpha S` is below
:math:`1 - \alpha`, the error is also at most the Euclidean norm of R over that.  The lesser
of the two is reported, with the rounding of R bounded.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.graphs._dirichlet import clamped_nodes
from altheory.graphs._label_values import label_values
from altheory.graphs._likeliest import likeliest
from altheory.graphs._multigrid import multigrid
from altheory.graphs.graph import Graph, graph_of
from altheory.numeric.inputs import open_unit
from altheory.protocols import Bools, Floats

ACCURACY, STEPS = 1e-13, 10_000  # relative residual asked of conjugate gradients, and their number
SLOW, FEW, CYCLES = 0.99, 2000, 200  # alpha and nodes beyond which multigrid cycles help
UNIT, TINY = 2.0**-53, 2.0**-1000

Cycle: TypeAlias = Callable[[Floats], Floats]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Spread:
    """Scores of classes.

    Attributes
    ----------
    scores
        F, ``float64[n, C]``; of two classes the second one is the positive one.
    error_bound
        No score is further off than this from the exact solution for the given weights.

    """

    scores: Floats = field(repr=False)
    error_bound: float

    @property
    def classes(self) -> NDArray[np.int64]:
        """The class with the highest score, ``int64[n]``: the first of those that may have it."""
        return likeliest(self.scores, self.error_bound)[0]

    @property
    def ties(self) -> Bools:
        """Where another class may score as high, ``bool[n]``: its lead is at most twice the bound.

        In components without labels all classes are tied.
        """
        return likeliest(self.scores, self.error_bound)[1]


def label_spreading(W: Any, labeled: Any, values: Any, *, alpha: float = 0.99) -> Spread:
    """Return the scores of label spreading.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense.
    labeled
        The labeled nodes.
    values
        Their values in [0, 1], ``float64[l]``, or one distribution each, ``float64[l, C]``.
    alpha
        The share that spreads, a float strictly between 0 and 1.

    Raises
    ------
    DomainError
        If weights, nodes, values or alpha are none.
    BudgetError
        If iterations do not converge.

    Examples
    --------
    >>> spread = label_spreading([[0, 1, 0], [1, 0, 1], [0, 1, 0]], [0, 2], [1, 0], alpha=0.5)
    >>> spread.classes.tolist(), spread.ties.tolist()
    ([1, 0, 0], [False, True, False])

    """
    graph = graph_of(W)
    nodes, share = clamped_nodes(graph, labeled), _share(alpha)
    given = label_values(values, len(nodes))
    if given.ndim == 1 or given.shape[1] == 1:
        given = np.column_stack((1 - given.ravel(), given.ravel()))
    y = np.zeros((graph.size, given.shape[1]))
    y[nodes] = given
    similar = _similarities(graph)
    scores = _solved(similar, share, y, np.sqrt(graph.degrees))
    return Spread(scores, _error(graph, similar, share, scores, y))


def _share(alpha: Any) -> float:
    """Return alpha, rounded as the scores are for the rounded one, or refuse it."""
    exact = open_unit(alpha, "alpha")
    if not 0 < (share := float(exact)) < 1:
        raise DomainError(f"alpha is a float strictly between 0 and 1, got {exact}, next to an end")
    return share


def _similarities(graph: Graph) -> Any:
    """Return S = D^(-1/2) W D^(-1/2), with empty rows where there are no edges."""
    matrix = graph.weights.tocoo()
    roots = np.sqrt(graph.degrees)
    matrix.data = matrix.data / roots[matrix.row] / roots[matrix.col]
    return matrix.tocsr()


def _solved(similar: Any, share: float, ys: Floats, roots: Floats) -> Floats:
    """Solve for each column by conjugate gradients, helped where they would take long."""
    from scipy.sparse import eye_array

    matrix, found = eye_array(len(ys), format="csr") - share * similar, None
    if share > SLOW and len(ys) > FEW:
        try:
            with np.errstate(all="ignore"):  # of weights that differ too much
                found = _iterated(matrix, (1 - share) * ys, _cycle(matrix, roots))
        except RuntimeError:  # a pivot is lost to rounding
            pass
    if found is None:
        found = _iterated(matrix, (1 - share) * ys)
    if found is None:
        raise BudgetError(
            f"{STEPS} steps of conjugate gradients do not spread labels over {len(ys)} nodes; "
            f"choose an alpha further below 1 than {share}"
        )
    return found


def _iterated(matrix: Any, rights: Floats, cycle: Cycle | None = None) -> Floats | None:
    """Solve for each column by conjugate gradients, None if they do not get there."""
    from scipy.sparse.linalg import LinearOperator, cg

    by = None if cycle is None else LinearOperator(matrix.shape, cycle, dtype=np.float64)
    most = STEPS if cycle is None else CYCLES
    solved = [cg(matrix, b, rtol=ACCURACY, maxiter=most, M=by) for b in rights.T]
    found = np.column_stack([x for x, _ in solved])
    done = all(left == 0 for _, left in solved) and np.isfinite(found).all()
    return found if done else None


def _cycle(matrix: Any, roots: Floats) -> Cycle:
    """Return a multigrid cycle, for D - alpha W, in which what varies slowly is near a constant.

    Nodes without an edge stay as they are, as they do in D^(1/2) (I - alpha S) D^(1/2) with
    a degree of one.
    """
    from scipy.sparse import csr_array, diags_array

    some = roots[roots > 0]
    unit = np.exp2(np.round(np.log2(np.median(some)))) if len(some) else 1.0
    scaled = np.where(roots > 0, roots / unit, 1.0)
    scale = diags_array(scaled)
    cycle = multigrid(csr_array(scale @ matrix @ scale))
    return lambda v: scaled * cycle(scaled * v)


def _error(graph: Graph, similar: Any, share: float, scores: Floats, y: Floats) -> float:
    """Return the bound of the module's docstring, over all nodes and classes."""
    spread, size = share * (similar @ scores), share * (similar @ np.abs(scores))
    residual = np.abs((1 - share) * y - scores + spread)
    # S has two roots of sums and two divisions an entry, its products one sum more
    terms = (2 * np.diff(similar.indptr).max(initial=0) + 24) * UNIT
    residual += terms * (np.abs(y) + np.abs(scores) + size) + TINY
    roots = np.sqrt(graph.degrees)[:, None]
    alone = roots[:, 0] == 0  # here F = (1 - alpha) Y
    with np.errstate(over="ignore"):
        ratio = float((residual[~alone] / roots[~alone]).max(initial=0.0))
    largest = max(ratio * float(roots.max()), float(residual[alone].max(initial=0.0)))
    euclidean = float(np.linalg.norm(residual, axis=0).max())
    return min(largest, euclidean) / (1 - share) * (1 + 1e-6)

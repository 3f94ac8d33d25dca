r"""The inverse of the Dirichlet Laplacian: what every label tells about every other node.

With :math:`A = L_{uu}` of the unlabeled nodes, :math:`G = A^{-1}` is the covariance of the
Gaussian field with energy :math:`\tfrac12 f^\top L f`, and :math:`d_k G_{ik}` is the expected
number of visits to k of a random walk from i before it meets a label.  Labeling k takes a row
and a column away,

.. math:: G^+_{ij} = G_{ij} - \frac{G_{ik} G_{kj}}{G_{kk}},

since the inverse of A without row and column k is the Schur complement of :math:`G_{kk}`.

Notes
-----
How wrong the columns are is bounded by their residuals, not by condition numbers.  Let
:math:`R = I - A \hat G`, and let :math:`\tau` satisfy :math:`A \tau \ge d`, so that no walk
from i meets a label later than after :math:`\tau_i` steps on average.  No entry of
:math:`A^{-1}` is negative, so

.. math:: |R_{ij}| \le \theta_j d_i \text{ for all } i \implies
          |\hat G_{ij} - G_{ij}| \le \theta_j \tau_i .

Labels only shrink :math:`A^{-1}`, so :math:`\tau` stays what it is, and an exact down-date of
:math:`\hat G` has the residual
:math:`R_{\cdot j} - R_{\cdot k} \hat G_{kj} / \hat G_{kk}`.  Hence
:math:`\theta_j` grows by this quotient times :math:`\theta_k`, and by what the rounding of new
entries adds: at most four units of :math:`\max_i \hat G_{ij}` each, a residual of eight.
That maximum is :math:`G_{jj}`, but for the error.
"""

from dataclasses import dataclass, field, replace
from importlib.util import find_spec
from typing import Any, final

import numpy as np

from altheory.errors import BudgetError, CertificateError, DomainError
from altheory.graphs import _dense_blocks, _dense_loops
from altheory.graphs.certified import mean_steps
from altheory.graphs.dirichlet import TINY, UNIT, Dirichlet
from altheory.graphs.graph import Nodes
from altheory.graphs.solvers import Report, Solver, band, solver
from altheory.protocols import Floats

MOST = 5_000  # unlabeled nodes of which the whole inverse is kept: 200 MB
NARROW = 6  # bands up to one part in so many make a sparse factor worth while
ACCURACY = 1e-14  # residual that is asked of iterations, relative to degrees and to diagonals
CLOSE = 0.01  # largest relative error with which anything is computed
BLOCK = 256


@final
@dataclass(frozen=True, slots=True, eq=False)
class GreenFunction:
    r"""Columns of the inverse of a Dirichlet Laplacian, with bounds on their errors.

    Attributes
    ----------
    nodes
        The node of each row, in any order, ``intp[u]``.
    chosen
        The row that belongs to each column, ``intp[m]``.
    columns
        The columns, ``float64[u, m]``.
    sums
        The sum of each column, ``float64[m]``: further off than the column by rounding alone.
    residuals
        The columns' residuals divided by the degrees are at most this, ``float64[m]``.
    steps, all_steps
        The mean number of steps to a label is at most this, and in sum over all nodes.

    """

    nodes: Nodes
    chosen: Nodes
    columns: Floats = field(repr=False)
    sums: Floats = field(repr=False)
    residuals: Floats = field(repr=False)
    steps: float
    all_steps: float

    def __post_init__(self) -> None:
        largest = self.errors * self.steps
        if not (self.diagonal > 0).all() or not (largest <= CLOSE).all():  # and so no NaN
            raise CertificateError(
                "the inverse is too far off: the weights differ by too many orders of magnitude; "
                "use exact=True if the graph is small, or drop the weakest edges"
            )

    @property
    def candidates(self) -> Nodes:
        """The node of each column."""
        return self.nodes[self.chosen]

    @property
    def diagonal(self) -> Floats:
        """The effective resistance from each chosen node to the labels, ``float64[m]``."""
        return self.columns[self.chosen, np.arange(len(self.chosen))]

    @property
    def errors(self) -> Floats:
        """The errors of columns divided by their diagonals, in units of steps."""
        return self.residuals / self.diagonal

    @property
    def reach(self) -> Floats:
        r"""Upper bounds of :math:`\sum_i G_{ik} / G_{kk}`, ``float64[m]``.

        Rounding of the sums is far below the residual that is counted for each entry.
        """
        return (self.sums / self.diagonal + len(self.nodes) * self.errors) * (1 + 2 * CLOSE)

    def place(self, node: Any) -> int:
        """Return the number of the column of a node, or refuse it."""
        found = np.flatnonzero(self.candidates == node)
        if len(found) != 1:
            raise DomainError(f"a label is for a candidate, got node {node}; give more candidates")
        return int(found[0])

    def without(self, column: int) -> "GreenFunction":
        """Return what is left when the node of a column has a label."""
        row = int(self.chosen[column])
        others = np.delete(self.chosen, column)
        entries = self.columns[row]
        shares = entries / entries[column]
        sums = (self.sums - entries) - shares * (self.sums[column] - entries[column])
        residuals = self.residuals + np.abs(shares) * self.residuals[column]
        residuals += 9 * UNIT * self.diagonal
        return GreenFunction(
            np.delete(self.nodes, row),
            others - (others > row),
            passes().without_node(self.columns, row, column),
            np.delete(sums, column),
            np.delete(residuals, column) * (1 + 4 * UNIT),
            self.steps,
            self.all_steps,
        )


def green_function(
    problem: Dirichlet, candidates: Nodes | None = None, report: Report | None = None
) -> tuple[GreenFunction, Dirichlet, Solver]:
    """Return G, or its columns for some free nodes, the problem in its order, and a solver.

    Raises
    ------
    BudgetError
        If there are too many free nodes for the whole inverse, or iterations do not converge.
    CertificateError
        If the errors cannot be bounded in floats.

    """
    with np.errstate(all="ignore"):  # what is no number fails its check
        if candidates is None:
            problem, columns = _inverse(problem)
            chosen = np.arange(len(problem.free))
            by = Solver("dense inverse", lambda b, _: columns @ b)
        else:
            chosen, by = np.searchsorted(problem.free, candidates), solver(problem, report)
            columns = np.empty((len(problem.free), len(chosen)))
            for k, place in enumerate(chosen.tolist()):
                enough = ACCURACY / float(problem.degrees[place])
                columns[:, k] = by.solve(_unit(len(problem.free), place), enough)
                if report:
                    report("candidates", k + 1)
        return _measured(problem, chosen, columns, by), problem, by


def _measured(problem: Dirichlet, chosen: Nodes, columns: Floats, by: Solver) -> GreenFunction:
    """Bound the errors of columns by their residuals.

    A row of A g has k terms, of sizes that add up to twice d_i max(g), but for the residual.
    """
    inner, outer, steps = problem.inner, problem.outer, mean_steps(problem, by, CLOSE)
    rows = (inner.indptr, inner.indices, inner.data)
    found = passes().relative_residuals(rows, problem.degrees, columns, chosen)
    terms = int(np.max(np.diff(inner.indptr) + np.diff(outer.indptr))) + 9
    diagonal = columns[chosen, np.arange(len(chosen))]
    residuals = (found + terms * UNIT * (2 * CLOSE + 3) * diagonal + TINY) * (1 + 1e-6)
    total = float(steps.sum()) * (1 + 1e-6)
    sums = columns.sum(axis=0)
    return GreenFunction(problem.free, chosen, columns, sums, residuals, float(steps.max()), total)


def _inverse(problem: Dirichlet) -> tuple[Dirichlet, Floats]:
    """Return the whole inverse, and the problem in the order of its rows."""
    u = len(problem.free)
    if u > MOST:
        raise BudgetError(
            f"the inverse is kept for at most {MOST} unlabeled nodes, got {u}; "
            "give a few hundred candidates"
        )
    if NARROW * band(problem.inner) <= u:
        factor = _factor(problem)
        if factor is not None:
            order, lower, pivots = factor
            parts = (lower.indptr, lower.indices, lower.data)
            return _reordered(problem, order), passes().inverse_of_factor(*parts, pivots)
    return problem, _by_cholesky(problem)


def _factor(problem: Dirichlet) -> tuple[Nodes, Any, Floats] | None:
    """Return the order of elimination, L and D of a sparse factor, None if it pivots."""
    from scipy.sparse.linalg import splu

    try:
        factor = splu(
            problem.matrix(),
            permc_spec="MMD_AT_PLUS_A",
            diag_pivot_thresh=0.0,
            options={"SymmetricMode": True},
        )
    except RuntimeError:  # singular to rounding
        return None
    if not (factor.perm_r == factor.perm_c).all():
        return None
    return np.argsort(factor.perm_c), factor.L.tocsc(), factor.U.diagonal()


def _reordered(problem: Dirichlet, order: Nodes) -> Dirichlet:
    inner, outer = problem.inner[order][:, order], problem.outer[order]
    return replace(problem, free=problem.free[order], inner=inner, outer=outer)


def _by_cholesky(problem: Dirichlet) -> Floats:
    from scipy.linalg.lapack import dpotrf, dpotri

    factor, failed = dpotrf(problem.matrix().toarray(order="F"), lower=1, overwrite_a=1)
    if failed:
        raise CertificateError(
            "the Laplacian is singular to rounding; use exact=True if the graph is small, "
            "or drop the weakest edges"
        )
    lower, _ = dpotri(factor, lower=1, overwrite_c=1)
    for low in range(0, len(lower), BLOCK):
        high = low + BLOCK
        corner = np.tril(lower[low:high, low:high])
        lower[low:high, low:high] = corner + np.tril(corner, -1).T
        lower[low:high, high:] = lower[high:, low:high].T
    inverse: Floats = lower.T  # the same numbers, row after row
    return inverse


def _unit(size: int, place: int) -> Floats:
    unit = np.zeros(size)
    unit[place] = 1.0
    return unit


def passes() -> Any:
    """Return the passes over dense matrices: machine code where numba is installed."""
    return _dense_blocks if find_spec("numba") is None else _dense_loops

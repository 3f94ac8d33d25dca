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

Where that is too much, since walks take long, small graphs are eliminated without a subtraction
(:mod:`altheory.graphs._elimination`).  By the all-minors matrix-tree theorem the entries of
:math:`A^{-1}`, too, are ratios of sums of products of weights, so that they are known to the
same relative accuracy :math:`\varepsilon`, and quotients of two to twice that.  Then
:math:`\theta_j = 3 \varepsilon G_{jj}` with :math:`\tau = 1`, and labels are eliminated anew.
"""

from dataclasses import dataclass, field
from typing import Any, final

import numpy as np

from altheory.errors import BudgetError, CertificateError
from altheory.graphs import _elimination as elimination
from altheory.graphs._candidates import require_candidate
from altheory.graphs._certified import mean_steps
from altheory.graphs._dense_inverse import dense_inverse
from altheory.graphs._dense_passes import passes
from altheory.graphs._dirichlet import TINY, TOO_WIDE, UNIT, Dirichlet, dirichlet_problem
from altheory.graphs._solvers import Report, Solver, solver
from altheory.graphs.graph import Nodes
from altheory.protocols import Floats

ACCURACY = 1e-14  # residual that is asked of iterations, relative to degrees and to diagonals
CLOSE = 0.01  # largest relative error with which anything is computed


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
    eliminated
        The problem, if its inverse was eliminated; then errors are in units of one.

    """

    nodes: Nodes
    chosen: Nodes
    columns: Floats = field(repr=False)
    sums: Floats = field(repr=False)
    residuals: Floats = field(repr=False)
    steps: float
    all_steps: float
    eliminated: Dirichlet | None = field(default=None, repr=False)

    def __post_init__(self) -> None:
        largest = self.errors * self.steps
        if not (self.diagonal > 0).all() or not (largest <= CLOSE).all():  # and so no NaN
            raise CertificateError(f"the inverse is too far off: {TOO_WIDE}")

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
        return require_candidate(node, self.candidates, self.nodes)

    def without(self, column: int) -> "GreenFunction":
        """Return what is left when the node of a column has a label."""
        row = int(self.chosen[column])
        others = np.delete(self.chosen, column)
        if self.eliminated is not None:
            known = np.append(self.eliminated.clamped, self.nodes[row])
            left = dirichlet_problem(self.eliminated.graph, known)
            return _eliminated(left, self.nodes[others])
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
    try:
        return _certified(problem, candidates, report)
    except (CertificateError, BudgetError):
        if len(problem.free) > elimination.MOST:
            raise
    green = _eliminated(problem, problem.free if candidates is None else candidates)
    return green, problem, Solver("elimination", lambda b, _: elimination.solved(problem, b))


def _eliminated(problem: Dirichlet, candidates: Nodes) -> GreenFunction:
    """Return columns of G whose every entry is known to relative accuracy."""
    u, chosen = len(problem.free), np.searchsorted(problem.free, candidates)
    unit = np.zeros((u, len(chosen)))
    unit[chosen, np.arange(len(chosen))] = 1
    with np.errstate(all="ignore"):  # what is no number fails its check
        columns = elimination.solved(problem, unit)
        diagonal = columns[chosen, np.arange(len(chosen))]
        residuals = 3 * elimination.rounding(problem) * diagonal + 9 * TINY
        sums = columns.sum(axis=0)
        return GreenFunction(problem.free, chosen, columns, sums, residuals, 1.0, float(u), problem)


def _certified(
    problem: Dirichlet, candidates: Nodes | None, report: Report | None
) -> tuple[GreenFunction, Dirichlet, Solver]:
    """Return them with errors bounded by residuals."""
    with np.errstate(all="ignore"):  # what is no number fails its check
        if candidates is None:
            problem, columns = dense_inverse(problem)
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


def _unit(size: int, place: int) -> Floats:
    unit = np.zeros(size)
    unit[place] = 1.0
    return unit

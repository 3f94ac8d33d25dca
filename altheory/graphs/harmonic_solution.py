r"""The harmonic solution: soft labels that are everywhere the mean of their neighbors.

Labeled nodes keep their value, in [0, 1] or a distribution over classes; every other node has
the weighted mean of its neighbors [zhu2003]_.  That minimizes
:math:`\tfrac12 \sum w_{ij} (f_i - f_j)^2`, and :math:`f_i` is the probability that a random walk
from i meets a label 1 before a label 0.
"""

import math
from dataclasses import dataclass, field
from typing import Any, Literal, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, CertificateError, DomainError
from altheory.graphs import _elimination as elimination
from altheory.graphs._certified import error_bounds, mean_steps
from altheory.graphs._dirichlet import Dirichlet, clamped_nodes, dirichlet_problem
from altheory.graphs._label_values import label_values
from altheory.graphs._likeliest import likeliest
from altheory.graphs._rationals import (
    exactly_solved,
    rational_values,
    rational_weights,
    require_few,
    require_small,
)
from altheory.graphs._solvers import Report, Solver, solver
from altheory.graphs.graph import Graph, Nodes, graph_of
from altheory.protocols import Bools, Floats

AIM, GOAL = 8e-9, 1e-8  # the bound that iterations aim at, and that needs no refinement
FINEST = 2.0**-52  # the residual, relative to degrees, beyond which rounding decides
REFINEMENT = 1e-5  # what a refinement is to leave of it
UNDEFINED = ', or leave them undefined with harmonic(..., unlabeled="nan")'


@final
@dataclass(frozen=True, slots=True, eq=False)
class Harmonic:
    """A harmonic function, with a proved bound on its error.

    Attributes
    ----------
    f
        The values, ``float64[n]``, or ``float64[n, C]`` for C classes; NaN where there are none.
        Fractions if solved in rationals.
    error_bound
        No value is further off than this from the exact solution for the given weights.
    method
        How it was solved.
    labeled
        The nodes whose values were given, ``intp[l]``.

    """

    f: Any = field(repr=False)
    error_bound: float
    method: str
    labeled: Nodes = field(repr=False, default_factory=lambda: np.zeros(0, dtype=np.intp))

    def __str__(self) -> str:
        of = f"{np.shape(self.f)[1]} classes, " if np.ndim(self.f) == 2 else ""
        return (
            f"harmonic on {len(self.f)} nodes, {len(self.labeled)} labeled, {of}"
            f"error at most {self.error_bound:.2g}, by {self.method}"
        )

    @property
    def classes(self) -> NDArray[np.int64]:
        """The likeliest class of each node, ``int64[n]``: of two, 1 where f is above 1/2.

        It is the first of those that may be, given the error bound; see :attr:`ties`.
        """
        return likeliest(self.f, self.error_bound)[0]

    @property
    def ties(self) -> Bools:
        """Where another class may be as likely, ``bool[n]``: its lead is at most twice the bound.

        Nodes without a value are tied.
        """
        return likeliest(self.f, self.error_bound)[1]


def harmonic(
    W: Any,
    labeled: Any,
    values: Any,
    *,
    unlabeled: Literal["refuse", "nan"] = "refuse",
    exact: bool = False,
    report: Report | None = None,
) -> Harmonic:
    """Return the harmonic solution.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``, in any order.
    values
        Their values in [0, 1], ``float64[l]``, or one distribution each, ``float64[l, C]``: for
        class numbers ``np.eye(C)[classes]``.
    unlabeled
        What becomes of components without a label: refused, or NaN.
    exact
        Whether to solve in rationals, which weights and values then may be: small graphs only.
    report
        Told now and then what is being done, and how many steps it took so far.

    Returns
    -------
    Harmonic
        Values, a proved bound on their error, 0 where exact, and the method.

    Raises
    ------
    DomainError
        If weights, nodes or values are none.
    UnlabeledComponentError
        If a component holds no label.
    CertificateError
        If the error cannot be bounded in floats.
    BudgetError
        If iterations do not converge, or a graph is too large for rationals.

    Notes
    -----
    The bound is at most 1e-8 unless walks to a label take more than some 1e8 steps through
    nodes whose neighbors differ.  Up to 300 free nodes it is 3e-9 at most, whatever the
    weights.  On paths with labels at both ends it is 1e-11, 2e-9, 3e-11 and 3e-10 for 1e3,
    1e4, 1e5 and 1e6 nodes; on a grid of 40,000 nodes and 100 labels 7e-9 with weights over 12
    orders of magnitude, 1e-5 with 20, and with 32 on 160,000 nodes none is found.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> harmonic(path, [0, 2], [0, 1]).f.tolist()
    [0.0, 0.5, 1.0]
    >>> harmonic(path, [0, 2], [0, 1], exact=True).f[1]
    Fraction(1, 2)
    >>> harmonic(path, [0, 2], np.eye(3)[[0, 2]]).f[1].tolist()  # of three classes
    [0.5, 0.0, 0.5]

    """
    if exact:
        return _exact(W, labeled, values, partly=_partly(unlabeled))
    graph = graph_of(W)
    nodes = clamped_nodes(graph, labeled)
    given = label_values(values, len(nodes))
    problem = dirichlet_problem(graph, nodes, partly=_partly(unlabeled), remedy=UNDEFINED)
    columns = given.reshape(len(nodes), -1)
    f = np.full((graph.size, columns.shape[1]), np.nan)
    f[nodes] = columns
    f[problem.free], bound, method = _solved(problem, columns, report)
    return Harmonic(f if given.ndim == 2 else f[:, 0], bound, method, nodes)


def _exact(W: Any, labeled: Any, values: Any, *, partly: bool) -> Harmonic:
    if not partly:
        require_small(W, labeled)
    _require_solvable(W, labeled, partly=partly)
    graph, ties = rational_weights(W)
    nodes = clamped_nodes(graph, labeled)
    rows, in_rows = rational_values(values, len(nodes))
    problem = dirichlet_problem(graph, nodes, partly=partly, remedy=UNDEFINED)
    f = np.full((graph.size, len(rows[0])), np.nan, dtype=object)
    f[nodes] = rows
    if len(problem.free):
        f[problem.free] = exactly_solved(problem, ties, rows)
    return Harmonic(f if in_rows else f[:, 0], 0.0, "rationals", nodes)


def _require_solvable(W: Any, labeled: Any, *, partly: bool) -> None:
    """Refuse a large graph by its components, before its weights become rationals."""
    stored = getattr(W, "dtype", None) == np.float64 and not isinstance(W, np.ndarray)
    if stored or isinstance(W, Graph):
        graph = graph_of(W)
        nodes = clamped_nodes(graph, labeled)
        problem = dirichlet_problem(graph, nodes, partly=partly, remedy=UNDEFINED)
        require_few(len(problem.free))


def _solved(
    problem: Dirichlet, columns: Floats, report: Report | None
) -> tuple[Floats, float, str]:
    """Return the values at the free nodes, the bound on their error, and how they were found."""
    if len(problem.free) == 0 or not np.ptp(columns, axis=0).any():  # a constant is harmonic
        return np.repeat(columns[:1], len(problem.free), axis=0), 0.0, "nothing to solve"
    try:
        f, bound, method = _certified(problem, columns, solver(problem, report))
    except (CertificateError, BudgetError):
        if len(problem.free) > elimination.MOST:
            raise
        f, bound, method = columns[:0], math.inf, ""
    if len(problem.free) <= elimination.MOST and bound > elimination.rounding(problem):
        f, bound = elimination.eliminated(problem, columns), elimination.rounding(problem)
        method = "elimination"
    return f, bound, method


def _certified(problem: Dirichlet, columns: Floats, by: Solver) -> tuple[Floats, float, str]:
    """Solve for each class, and once more for what is missing if the bound is too large."""
    with np.errstate(all="ignore"):  # what a solver leaves undone, the certificate notices
        steps = mean_steps(problem, by)
        longest = float(steps.max())
        enough = max(AIM / longest, FINEST)
        rights = (problem.outer @ columns).T
        f = _within(columns, np.column_stack([by.solve(right, enough) for right in rights]))
        bound = float(error_bounds(problem, f, columns, steps).max())
        if bound > GOAL:
            pairs = zip(f.T, columns.T, strict=True)
            missing = [problem.residual(column, given)[0] for column, given in pairs]
            enough = max(AIM, REFINEMENT * bound) / longest
            errors = np.column_stack([by.solve(right, enough) for right in missing])
            least = float(error_bounds(problem, f, columns, steps, errors).max())
            f, bound = (_within(columns, f + errors), least) if least < bound else (f, bound)
    return f, bound, by.method


def _within(columns: Floats, f: Floats) -> Floats:
    """Return values within the range of the labels, where the solution is."""
    return np.clip(f, columns.min(axis=0), columns.max(axis=0))


def _partly(unlabeled: str) -> bool:
    if unlabeled not in ("refuse", "nan"):
        raise DomainError(f'unlabeled components are for "refuse" or "nan", got {unlabeled!r}')
    return unlabeled == "nan"

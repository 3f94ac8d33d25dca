r"""Designs that ask before any label is known: how much a node tells about all others.

In the Gaussian field with covariance :math:`G = L_{uu}^{-1}` an answer at k takes
:math:`G_{\cdot k} G_{k \cdot} / G_{kk}` from the covariance, whatever it is.

* *V-optimality* [ji2012]_ asks where the variances fall most in sum,
  :math:`\sum_i G_{ik}^2 / G_{kk}`.
* *Sigma-optimality* [ma2013]_ asks where the variance of the sum of all nodes falls most,
  :math:`(\sum_i G_{ik})^2 / G_{kk}`.
"""

from dataclasses import dataclass, field
from typing import Any, Literal, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._candidates import unlabeled_candidates
from altheory.graphs._dirichlet import UNIT, clamped_nodes, dirichlet_problem
from altheory.graphs._exact_green import MOST, ExactGreen, exact_green
from altheory.graphs._green import CLOSE, GreenFunction, green_function
from altheory.graphs._ranked import ranked
from altheory.graphs._rationals import rational_weights, require_small
from altheory.graphs._solvers import Report
from altheory.graphs.graph import Nodes, graph_of

Criterion: TypeAlias = Literal["V", "Sigma"]


@final
@dataclass(frozen=True, slots=True, eq=False)
class Design:
    """By how much asking each candidate reduces a variance.

    Attributes
    ----------
    criterion
        ``"V"`` for the sum of the variances, ``"Sigma"`` for the variance of the sum.
    nodes
        The candidates, ascending, ``intp[m]``.
    reduction
        By how much an answer at each reduces it, ``float64[m]``, or fractions where exact.
    error_bound
        No reduction is further off than this; 0 where exact.
    ties
        The candidates whose reduction may be the largest, ascending.
    green
        The covariance.

    """

    criterion: Criterion
    nodes: Nodes = field(repr=False)
    reduction: Any = field(repr=False)
    error_bound: float
    ties: tuple[int, ...]
    green: GreenFunction | ExactGreen = field(repr=False)

    @property
    def best(self) -> int:
        """The node to ask: the first of the ties."""
        return self.ties[0]

    def after(self, node: int) -> "Design":
        """Return the design when a candidate has an answer, whatever it is."""
        if len(self.nodes) == 1 and node == self.nodes[0]:
            raise DomainError(f"node {node} is the last candidate: then there is none to ask")
        if isinstance(self.green, ExactGreen):
            return _exact_design(self.criterion, self.green.after(node))
        return _design(self.criterion, self.green.without(self.green.place(node)))


def v_optimality(
    W: Any,
    labeled: Any,
    *,
    candidates: Any = None,
    exact: bool = False,
    report: Report | None = None,
) -> Design:
    """Return by how much asking each candidate reduces the sum of the variances.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``.
    candidates
        The unlabeled nodes that may be asked, by default all; to be given beyond 5000.
    exact
        Whether to compute in rationals, which weights then may be, for up to 100 unlabeled nodes.
    report
        Told now and then what is being done, and how many steps it took so far: candidates
        that are solved for, if they are given, and iterations.

    Raises
    ------
    DomainError
        If weights, nodes or candidates are none, or no node is unlabeled.
    UnlabeledComponentError
        If a component holds no label.
    CertificateError
        If the error cannot be bounded in floats.
    BudgetError
        If too many nodes are unlabeled for the whole inverse, or for rationals, or iterations
        do not converge.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> v_optimality(path, [0]).best, sigma_optimality(path, [0]).best
    (3, 2)

    """
    return _designed("V", W, labeled, candidates, report, exact=exact)


def sigma_optimality(
    W: Any,
    labeled: Any,
    *,
    candidates: Any = None,
    exact: bool = False,
    report: Report | None = None,
) -> Design:
    """Return by how much asking each candidate reduces the variance of the sum of all nodes.

    Parameters
    ----------
    W, labeled, candidates, exact, report
        As in :func:`v_optimality`.

    Returns
    -------
    Design
        Reductions with a bound on their errors, 0 where exact, and the candidates that may be best.

    Raises
    ------
    DomainError, UnlabeledComponentError, CertificateError, BudgetError
        As in :func:`v_optimality`.

    Examples
    --------
    An answer at node 2 of a path tells all of the other end.

    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> design = sigma_optimality(path, [0], exact=True)
    >>> [str(reduction) for reduction in design.reduction], design.best
    (['9', '25/2', '12'], 2)

    """
    return _designed("Sigma", W, labeled, candidates, report, exact=exact)


def _designed(
    criterion: Criterion,
    weights: Any,
    labeled: Any,
    candidates: Any,
    report: Report | None,
    *,
    exact: bool,
) -> Design:
    if exact:
        require_small(weights, labeled, MOST)
        graph, ties = rational_weights(weights)
    else:
        graph, ties = graph_of(weights), []
    nodes = clamped_nodes(graph, labeled)
    problem = dirichlet_problem(graph, nodes)
    asked = unlabeled_candidates(graph, nodes, candidates)
    if exact:
        return _exact_design(criterion, exact_green(problem, ties, asked))
    return _design(
        criterion, green_function(problem, None if candidates is None else asked, report)[0]
    )


def _exact_design(criterion: Criterion, green: ExactGreen) -> Design:
    columns = green.columns
    sums = (columns**2).sum(axis=0) if criterion == "V" else columns.sum(axis=0) ** 2
    found = ranked(green.candidates, sums / green.diagonal, 0.0)
    return Design(criterion, found.nodes, found.scores, 0.0, found.ties, green)


def _design(criterion: Criterion, green: GreenFunction) -> Design:
    """Score all columns.

    With x = G_{ik} / G_{kk}, off by e in sum, the sum of x^2 is off by less than 4 e and the
    square of the sum by less than 4 e times the sum; G_{kk} by its share of the steps.
    """
    x = green.columns / green.diagonal
    off = 4 * (green.errors * green.all_steps + len(x) * UNIT)
    if criterion == "V":
        sums = np.einsum("ik,ik->k", x, x)
        error = off
    else:
        reach = x.sum(axis=0)
        sums, error = reach**2, off * green.reach
    reduction = green.diagonal * sums
    error = error + (green.errors * green.steps + len(x) * UNIT) * sums
    bound = float(np.max(green.diagonal * error)) * (1 + 2 * CLOSE)
    found = ranked(green.candidates, reduction, bound)
    return Design(criterion, found.nodes, found.scores, bound, found.ties, green)

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
from altheory.graphs.dirichlet import UNIT, clamped_nodes, dirichlet_problem
from altheory.graphs.graph import Nodes, graph_of
from altheory.graphs.green import CLOSE, GreenFunction, green_function
from altheory.graphs.look_ahead import unlabeled_candidates
from altheory.graphs.ranking import ranked
from altheory.protocols import Floats

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
        By how much an answer at each reduces it, ``float64[m]``.
    error_bound
        No reduction is further off than this.
    ties
        The candidates whose reduction may be the largest, ascending.
    green
        The covariance.

    """

    criterion: Criterion
    nodes: Nodes = field(repr=False)
    reduction: Floats = field(repr=False)
    error_bound: float
    ties: tuple[int, ...]
    green: GreenFunction = field(repr=False)

    @property
    def best(self) -> int:
        """The node to ask: the first of the ties."""
        return self.ties[0]

    def after(self, node: int) -> "Design":
        """Return the design when a candidate has an answer, whatever it is."""
        place = self.green.place(node)
        if len(self.nodes) == 1:
            raise DomainError(f"node {node} is the last candidate: then there is none to ask")
        return _design(self.criterion, self.green.without(place))


def v_optimality(W: Any, labeled: Any, *, candidates: Any = None) -> Design:
    """Return by how much asking each candidate reduces the sum of the variances.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``.
    candidates
        The unlabeled nodes that may be asked, by default all; to be given beyond 5000.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> v_optimality(path, [0]).best, sigma_optimality(path, [0]).best
    (3, 2)

    """
    return _design("V", _green(W, labeled, candidates))


def sigma_optimality(W: Any, labeled: Any, *, candidates: Any = None) -> Design:
    """Return by how much asking each candidate reduces the variance of the sum of all nodes.

    Parameters are those of :func:`v_optimality`.
    """
    return _design("Sigma", _green(W, labeled, candidates))


def _green(weights: Any, labeled: Any, candidates: Any) -> GreenFunction:
    graph = graph_of(weights)
    nodes = clamped_nodes(graph, labeled)
    problem = dirichlet_problem(graph, nodes)
    asked = unlabeled_candidates(graph, nodes, candidates)
    return green_function(problem, None if candidates is None else asked)[0]


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

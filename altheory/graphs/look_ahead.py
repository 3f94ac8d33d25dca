r"""One step of look-ahead: how sure of all labels one more answer makes us, on average.

If node k answers y, with the chance :math:`f_k` that the harmonic solution gives, the solution
becomes [zhu2003active]_

.. math:: f^{+(k, y)} = f + (y - f_k)\, \frac{G_{\cdot k}}{G_{kk}}, \qquad G = L_{uu}^{-1},

so one inverse serves all candidates at once, and the inverse after the answer is a rank-one
change of it (:mod:`altheory.graphs._green`).  The *expected confidence* of k is

.. math:: \mathbb E_y \sum_{i \in u} \max\bigl(f_i^{+(k, y)}, 1 - f_i^{+(k, y)}\bigr),

in which k itself counts as 1 [fathi2011]_; for more classes the largest value of each node.
The expected risk of [zhu2003active]_ is the number of unlabeled nodes minus this.

Notes
-----
Scores come as the present confidence plus gains that are sums of positive terms
(:mod:`altheory.graphs._gains`).  Let f be off by at most :math:`\varphi \tau_i` and column k of
:math:`G / G_{kk}` by :math:`\vartheta_k \tau_i` (:mod:`altheory.graphs._green`).  The
present confidence is then off by :math:`\varphi \sum \tau`; a lead over t by twice the error of
f at i, twice that of f at k, and twice that of the column; the chances at k of C classes by C
times that of f at k, of leads of at most 2.  So the score of k is off by at most

.. math:: (3 \varphi + 2 \vartheta_k) \sum_i \tau_i +
          (2 + 2 C)\, \varphi \max_i \tau_i \sum_i G_{ik} / G_{kk} ,

and rounding.
"""

import math
from dataclasses import dataclass, field
from typing import Any, Protocol, final

import numpy as np

from altheory.errors import DomainError
from altheory.graphs import _elimination as elimination
from altheory.graphs._candidates import unlabeled_candidates
from altheory.graphs._dense_passes import passes
from altheory.graphs._dirichlet import TINY, UNIT, Dirichlet, clamped_nodes, dirichlet_problem
from altheory.graphs._exact_look_ahead import MOST as FEW
from altheory.graphs._exact_look_ahead import Exact
from altheory.graphs._gains import confidence, gains
from altheory.graphs._green import ACCURACY, GreenFunction, green_function
from altheory.graphs._label_values import label_values
from altheory.graphs._ranked import ranked
from altheory.graphs._rationals import rational_values, rational_weights, require_small
from altheory.graphs._solvers import Report
from altheory.graphs.graph import Nodes, graph_of
from altheory.protocols import Floats


class _State(Protocol):
    """What is known between two questions."""

    @property
    def candidates(self) -> Nodes: ...
    @property
    def unlabeled(self) -> int: ...
    def scores(self) -> tuple[Any, float]: ...
    def after(self, node: int, value: Any, /) -> "_State": ...


@final
@dataclass(frozen=True, slots=True, eq=False)
class LookAhead:
    """The expected confidence after asking each candidate.

    Attributes
    ----------
    nodes
        The candidates, ascending, ``intp[m]``: all unlabeled nodes unless some were given.
    expected_confidence
        Their scores, ``float64[m]``, or fractions where exact.
    error_bound
        No score is further off than this; 0 where exact.
    ties
        The nodes whose score may be the largest: those that are within twice the error bound
        of the largest that was found, ascending.
    state
        What the next question starts from.

    """

    nodes: Nodes = field(repr=False)
    expected_confidence: Any = field(repr=False)
    error_bound: float
    ties: tuple[int, ...]
    state: _State = field(repr=False)

    @property
    def best(self) -> int:
        """The node to ask: the first of the ties, so that rounding never decides.

        Where all scores are tied it is the lowest number; see :attr:`ties`, of which one may be
        drawn.
        """
        return self.ties[0]

    @property
    def expected_risk(self) -> Any:
        """The expected number of errors at unlabeled nodes, if each takes its likelier label.

        It is the number of unlabeled nodes minus the expected confidence, so that the least
        expected risk [zhu2003active]_ and the largest confidence [fathi2011]_ are at one node.
        """
        return self.state.unlabeled - self.expected_confidence

    def after(self, node: int, value: Any) -> "LookAhead":
        """Return the look-ahead when a candidate has answered; this one stays as it is.

        The error bound grows with every answer; where it leaves too many ties, :func:`lookahead`
        with all labels begins anew.  Soft labels are not kept here: ``harmonic`` has them.

        Parameters
        ----------
        node
            The candidate.
        value
            Its value in [0, 1], or its distribution over the classes: of class c of C
            ``np.eye(C)[c]``.

        Raises
        ------
        DomainError
            If the node is no candidate, or the last one, or the value is none: a loop ends when
            ``len(nodes) == 1``.

        """
        if len(self.nodes) == 1 and node == self.nodes[0]:
            raise DomainError(f"node {node} is the last candidate: then there is none to ask")
        return _ranked(self.state.after(node, value))


def lookahead(
    W: Any,
    labeled: Any,
    values: Any,
    *,
    candidates: Any = None,
    exact: bool = False,
    report: Report | None = None,
) -> LookAhead:
    """Return the expected confidence of candidates for the next question.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``, in any order.
    values
        Their values in [0, 1], ``float64[l]``, or one distribution each, ``float64[l, C]``.
    candidates
        The unlabeled nodes that may be asked, by default all.  Beyond 5000 unlabeled nodes
        they have to be given: a linear system is solved for each.
    exact
        Whether to compute in rationals, which weights and values then may be, for up to 100
        unlabeled nodes.
    report
        Told now and then what is being done, and how many steps it took so far: candidates
        that are solved for, if they are given, and iterations.

    Returns
    -------
    LookAhead
        Scores with a bound on their errors, 0 where exact, and the candidates that may be best.

    Raises
    ------
    DomainError
        If weights, nodes, values or candidates are none, or no node is unlabeled.
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
    >>> found = lookahead(path, [0, 3], [0, 1], exact=True)
    >>> found.nodes.tolist(), [str(score) for score in found.expected_confidence], found.ties
    ([1, 2], ['5/3', '5/3'], (1, 2))

    """
    if exact:
        return _ranked(_exactly(W, labeled, values, candidates))
    graph = graph_of(W)
    nodes = clamped_nodes(graph, labeled)
    given = label_values(values, len(nodes)).reshape(len(nodes), -1)
    problem = dirichlet_problem(graph, nodes)
    asked = unlabeled_candidates(graph, nodes, candidates)
    return _ranked(_solved(problem, given, None if candidates is None else asked, report))


def _exactly(W: Any, labeled: Any, values: Any, candidates: Any) -> _State:
    require_small(W, labeled, FEW)
    graph, ties = rational_weights(W)
    nodes = clamped_nodes(graph, labeled)
    given, _ = rational_values(values, len(nodes))
    dirichlet_problem(graph, nodes)  # refuses components without a label
    return Exact(ties, nodes, given, unlabeled_candidates(graph, nodes, candidates))


def _ranked(state: _State) -> LookAhead:
    scores, error = state.scores()
    found = ranked(state.candidates, scores, error)
    return LookAhead(found.nodes, found.scores, error, found.ties, state)


@final
@dataclass(frozen=True, slots=True, eq=False)
class _Solved:
    """The harmonic solution ``f : float64[u, C]``, and columns of G.

    The residual of f divided by the degrees is at most ``residual``, or its error where G was
    eliminated; then labels ``float64[l, C]`` are kept, to do so again.
    """

    green: GreenFunction
    f: Floats = field(repr=False)
    residual: float
    labels: Floats = field(repr=False)

    @property
    def candidates(self) -> Nodes:
        return self.green.candidates

    @property
    def unlabeled(self) -> int:
        return len(self.f)

    def scores(self) -> tuple[Floats, float]:
        """Return the expected confidence of each column's node, and a bound on all errors."""
        green, (u, width) = self.green, self.f.shape
        now = math.fsum(confidence(self.f))
        gained = gains(passes(), green.columns, green.diagonal, self.f, self.f[green.chosen])
        classes = max(width, 2)
        off = (3 * self.residual + 2 * float(green.errors.max())) * green.all_steps
        off += (2 + 2 * classes) * float(green.reach.max()) * self.residual * green.steps
        rounding = ((18 + 4 * classes) * u + (u + 8) * float(gained.max()) + 2 * now) * UNIT
        return now + gained, (off + rounding) * (1 + 1e-6)

    def after(self, node: int, value: Any, /) -> "_Solved":
        """Return what is known when a candidate has answered.

        Added to the residual of f is the column's times the step, and four roundings of each
        entry, which make at most eight units of the degree.
        """
        column = self.green.place(node)
        row = int(self.green.chosen[column])
        given = label_values([value], 1).reshape(1, -1)
        if given.shape[1] != self.f.shape[1]:
            rows = self.f.shape[1]
            remedy = f"; for class c give np.eye({rows})[c]" if rows > 1 else ""
            raise DomainError(f"a value is like those before, got {value!r:.60}{remedy}")
        green, labels = self.green.without(column), np.vstack([self.labels, given])
        if green.eliminated is not None:
            return _eliminated(green, green.eliminated, labels)
        step = given[0] - self.f[row]
        share = self.green.columns[:, column] / self.green.diagonal[column]
        moved = np.clip(self.f + share[:, None] * step, 0.0, 1.0)
        added = float(np.abs(step).max()) * float(self.green.errors[column]) + 9 * UNIT
        f = np.delete(moved, row, axis=0)
        return _Solved(green, f, (self.residual + added) * (1 + 4 * UNIT), labels)


def _solved(
    problem: Dirichlet, values: Floats, candidates: Nodes | None, report: Report | None
) -> _Solved:
    green, problem, by = green_function(problem, candidates, report)
    if green.eliminated is not None:
        return _eliminated(green, problem, values)
    rights = (problem.outer @ values).T
    f = np.column_stack([by.solve(right, ACCURACY) for right in rights])
    f = np.clip(f, values.min(axis=0), values.max(axis=0))
    return _Solved(green, f, _relative_residual(problem, f, values), values)


def _eliminated(green: GreenFunction, problem: Dirichlet, values: Floats) -> _Solved:
    f, error = elimination.eliminated(problem, values), elimination.rounding(problem)
    return _Solved(green, f, error + TINY, values)


def _relative_residual(problem: Dirichlet, f: Floats, values: Floats) -> float:
    """Return an upper bound of |b - A f| / d over all nodes and classes."""
    sizes = (
        (np.abs(rest) + slack) / problem.degrees
        for rest, slack in map(problem.residual, f.T, values.T)
    )
    return float(np.max(list(sizes))) * (1 + 4 * UNIT)

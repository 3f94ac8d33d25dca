r"""The node that the harmonic solution is least sure of."""

from typing import Any

from altheory.graphs._candidates import unlabeled_candidates
from altheory.graphs._gains import confidence
from altheory.graphs._ranked import ranked
from altheory.graphs._rationals import rational_weights
from altheory.graphs._solvers import Report
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.ranking import Ranking


def uncertainty_sampling(
    W: Any,
    labeled: Any,
    values: Any,
    *,
    candidates: Any = None,
    exact: bool = False,
    report: Report | None = None,
) -> Ranking:
    r"""Return :math:`1 - \max_c f_{ic}` of each unlabeled node: :math:`\min(f_i, 1 - f_i)` of two.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense, or a :class:`~altheory.graphs.Graph`.
    labeled
        The labeled nodes, ``int[l]``, in any order.
    values
        Their values in [0, 1], ``float64[l]``, or one distribution each, ``float64[l, C]``.
    candidates
        The unlabeled nodes that may be asked, by default all.
    exact, report
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Raises
    ------
    DomainError
        If weights, nodes, values or candidates are none, or no node is unlabeled.
    UnlabeledComponentError
        If a component holds no label.
    CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Notes
    -----
    What look-ahead adds is the gain at other nodes, which is nothing where no answer moves one
    of them across 1/2: then both ask the same node.

    Examples
    --------
    >>> path = [[0, 1, 0, 0], [1, 0, 1, 0], [0, 1, 0, 1], [0, 0, 1, 0]]
    >>> uncertainty_sampling(path, [0, 3], [0, 1]).ties
    (1, 2)

    """
    given = W if exact else graph_of(W)
    found = harmonic(given, labeled, values, exact=exact, report=report)
    graph = rational_weights(W)[0] if exact else graph_of(given)
    asked = unlabeled_candidates(graph, found.labeled, candidates)
    f = found.f.reshape(graph.size, -1)[asked]
    error = 0.0 if exact else found.error_bound + 2.0**-52
    return ranked(asked, 1 - confidence(f), error)

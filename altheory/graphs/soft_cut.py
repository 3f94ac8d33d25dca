r"""The energy of a soft cut, and what one more label does to it.

The *energy* of a function on the nodes is :math:`f^\top L f = \sum_{i < j} w_{ij} (f_i - f_j)^2`;
the harmonic solution has the least among all with the same labels.  Let
:math:`G = (L_{uu})^{-1}` and let a free node k get the label y.  Then
[zhu2003active]_

.. math:: f^+ = f + (y - f_k) \, \frac{G_{\cdot k}}{G_{kk}}, \qquad
          E(f^+) - E(f) = \frac{(y - f_k)^2}{G_{kk}} .

Here :math:`G_{ik} / G_{kk}` is the probability that a random walk from i meets k before any
label, and :math:`G_{kk}` the effective resistance between k and all labels tied together
(:mod:`altheory.graphs.random_walk`), so both need no more than harmonic solutions, and
come with bounds on their errors, or in rationals without any.
"""

from fractions import Fraction
from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._dirichlet import TINY, UNIT
from altheory.graphs._rationals import rational_weights
from altheory.graphs._sparse_floats import EXACT
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import Harmonic, harmonic
from altheory.graphs.random_walk import effective_conductance, first_visits
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import exact_floats, listed, rational


def energy(W: Any, f: Any, *, exact: bool = False) -> Fraction | Enclosure:
    """Return the sum of w (f_i - f_j)^2 over the edges, enclosed, or exactly.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``.
    f
        A number for each node, ``[n]``.
    exact
        Whether to add up rationals, which weights and values then may be.

    Raises
    ------
    DomainError
        If weights or values are none, or the energy is beyond any float and not asked for exactly.

    Examples
    --------
    >>> energy([[0, 3], [3, 0]], [0, Fraction(1, 2)], exact=True)
    Fraction(3, 4)

    """
    if exact:
        _, ties = rational_weights(W)
        values = [rational(x, "a value") for x in listed(f, "values")]
        _require_one_each(len(values), len(ties))
        edges = ((i, j, w) for i, row in enumerate(ties) for j, w in row.items() if j < i)
        return sum((w * (values[i] - values[j]) ** 2 for i, j, w in edges), Fraction(0))
    graph, array = graph_of(W), exact_floats(f, "values", EXACT)
    _require_one_each(len(array), graph.size)
    edges = graph.weights.tocoo()
    with np.errstate(over="ignore"):
        total = float(np.sum(edges.data * (array[edges.row] - array[edges.col]) ** 2)) / 2
        lost = (float(graph.degrees.sum()) + edges.nnz) * TINY * 2
    if not np.isfinite(total + lost):
        raise DomainError("the energy is beyond any float; ask for it exactly, or scale it down")
    middle = Fraction(total)
    slack = middle * Fraction((edges.nnz + 8) * UNIT * 2) + Fraction(lost)
    return Enclosure(max(middle - slack, Fraction(0)), middle + slack)


def energy_increase(
    W: Any, labeled: Any, values: Any, node: int, y: Any, *, exact: bool = False
) -> Fraction | Enclosure:
    r"""Return :math:`(y - f_k)^2 / G_{kk}`: what the label y at a free node k adds to the energy.

    Parameters
    ----------
    W, labeled, values
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`, with one value a label.
    node, y
        A free node and its label, in [0, 1].
    exact
        Whether to compute in rationals.

    Raises
    ------
    DomainError, UnlabeledComponentError, CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    """
    found, label = _before(W, labeled, values, y, exact=exact)
    conductance = effective_conductance(W, node, labeled, exact=exact)
    if exact:
        return conductance * rational(label - found.f[node]) ** 2
    step = label - _around(found.f[node], found.error_bound)
    ends = (abs(step.lo), abs(step.hi))
    least = Fraction(0) if step.lo <= 0 <= step.hi else min(ends)
    return Enclosure(least**2, max(ends) ** 2) * conductance


def relabeled(
    W: Any, labeled: Any, values: Any, node: int, y: Any, *, exact: bool = False
) -> Harmonic:
    """Return the harmonic solution with the label y at a free node, by the rank-one formula.

    Parameters
    ----------
    W, labeled, values, node, y, exact
        As in :func:`energy_increase`.

    Raises
    ------
    DomainError, UnlabeledComponentError, CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    """
    found, label = _before(W, labeled, values, y, exact=exact)
    visits = first_visits(W, node, labeled, exact=exact)
    if exact:
        f = found.f + (label - found.f[node]) * visits.f
        return Harmonic(f, 0.0, "rank-one update", visits.labeled)
    f = np.clip(found.f + (float(label) - found.f[node]) * visits.f, 0, 1)
    f[node] = float(label)
    bound = 2 * found.error_bound + visits.error_bound + 5 * UNIT
    return Harmonic(f, bound * (1 + 8 * UNIT), "rank-one update", visits.labeled)


def _around(x: float, error: float) -> Enclosure:
    return Enclosure(Fraction(x) - Fraction(error), Fraction(x) + Fraction(error))


def _before(W: Any, labeled: Any, values: Any, y: Any, *, exact: bool) -> tuple[Harmonic, Fraction]:
    """Return the harmonic solution without the new label, and that label."""
    found, label = harmonic(W, labeled, values, exact=exact), rational(y, "a label")
    _require_one_each(found.f.ndim, 1)
    if not 0 <= label <= 1:
        raise DomainError(f"a label lies in [0, 1], got {y}")
    return found, label


def _require_one_each(got: int, wanted: int) -> None:
    if got != wanted:
        raise DomainError(f"a function on the nodes has one value each, {wanted}, got {got}")

r"""Harmonic functions as random walks, and as voltages.

A walk that goes from i to j with probability :math:`w_{ij} / d_i` until it meets a label meets
the one at j first with probability :math:`(G W_{ul})_{ij}`, where
:math:`G = (L_{uu})^{-1} = (I - P_{uu})^{-1} D_{uu}^{-1}` [doyle1984]_.  Where weights are
conductances, a harmonic function is the voltage when labels are held at theirs, and
:math:`G_{kk}` is the effective resistance between k and all labels tied together: the inverse
of the current that flows from k at voltage 1 into labels at voltage 0.
"""

from fractions import Fraction
from typing import Any, Literal, TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.graphs._rationals import rational_weights
from altheory.graphs._sparse_floats import EXACT
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import Harmonic, harmonic
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count, exact_array, listed, rational

Unlabeled: TypeAlias = Literal["refuse", "nan"]


def hitting_probabilities(
    W: Any, labeled: Any, *, unlabeled: Unlabeled = "refuse", exact: bool = False
) -> Harmonic:
    """Return for each node the probabilities that a walk meets each label first.

    Column j of ``f`` belongs to the j-th labeled node.

    Parameters
    ----------
    W, labeled, unlabeled, exact
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Raises
    ------
    DomainError, UnlabeledComponentError, CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 3], [0, 3, 0]]
    >>> hitting_probabilities(path, [0, 2]).f[1].tolist()
    [0.25, 0.75]

    """
    nodes = listed(labeled, "labeled nodes")
    return harmonic(W, nodes, np.eye(len(nodes), dtype=int), unlabeled=unlabeled, exact=exact)


def first_visits(
    W: Any, node: int, labeled: Any, *, unlabeled: Unlabeled = "refuse", exact: bool = False
) -> Harmonic:
    """Return the probabilities that a walk from each node meets ``node`` before any label.

    It is G_ik / G_kk, and 0 at labels.

    Parameters
    ----------
    W, labeled, unlabeled, exact
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`; ``node`` counts as labeled.
    node
        The node k that is to be met, not one of those labeled.

    Raises
    ------
    DomainError, UnlabeledComponentError, CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 3], [0, 3, 0]]
    >>> first_visits(path, 1, [0]).f.tolist()
    [0.0, 1.0, 1.0]

    """
    return _toward(W, node, labeled, (1, 0), exact=exact, unlabeled=unlabeled)


def effective_conductance(
    W: Any, node: int, grounded: Any, *, exact: bool = False
) -> Fraction | Enclosure:
    """Return the current from ``node`` at voltage 1 into nodes at voltage 0: 1 / G_kk.

    Parameters
    ----------
    W
        Symmetric weights, ``[n, n]``, sparse or dense: conductances.
    node
        Not one of the grounded nodes.
    grounded
        The nodes at voltage 0, ``int[l]``.
    exact
        Whether to compute in rationals; otherwise it is enclosed.

    Raises
    ------
    DomainError, CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Examples
    --------
    >>> effective_conductance([[0, 1, 0], [1, 0, 1], [0, 1, 0]], 0, [2], exact=True)
    Fraction(1, 2)

    """
    escape = _toward(W, node, grounded, (0, 1), exact=exact, unlabeled="nan")
    if exact:
        _, ties = rational_weights(W)
        return sum((w * escape.f[j] for j, w in ties[node].items()), Fraction(0))
    row, error = graph_of(W).weights[[node]].tocoo(), Fraction(escape.error_bound)
    low = high = Fraction(0)
    for j, w in zip(row.col.tolist(), row.data.tolist(), strict=True):
        p = Fraction(escape.f[j])
        low += Fraction(w) * max(p - error, Fraction(0))
        high += Fraction(w) * min(p + error, Fraction(1))
    return Enclosure(low, high)


def effective_resistance(
    W: Any, node: int, grounded: Any, *, exact: bool = False
) -> Fraction | Enclosure:
    """Return the resistance between ``node`` and all grounded nodes tied together: G_kk.

    Parameters are those of :func:`effective_conductance`.

    Raises
    ------
    DomainError
        If no current flows, so that the resistance is infinite.
    CertificateError, BudgetError
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.

    """
    conductance = effective_conductance(W, node, grounded, exact=exact)
    if (conductance.lo if isinstance(conductance, Enclosure) else conductance) == 0:
        raise DomainError(
            f"no current flows from node {node}, or none beyond rounding; "
            "the conductance says what is known"
        )
    return 1 / conductance


def voltages(
    W: Any, nodes: Any, volts: Any, *, unlabeled: Unlabeled = "refuse", exact: bool = False
) -> Harmonic:
    """Return the voltage of every node when some are held at theirs, any finite numbers.

    Parameters
    ----------
    W, unlabeled, exact
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`.
    nodes, volts
        Where the voltage is held, and at what.

    Raises
    ------
    DomainError
        If a voltage is no number, or they are too far apart for floats; else, and
        UnlabeledComponentError, CertificateError and BudgetError, as in
        :func:`~altheory.graphs.harmonic_solution.harmonic`.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 3], [0, 3, 0]]
    >>> voltages(path, [0, 2], [-4, 12]).f.tolist()
    [-4.0, 8.0, 12.0]

    """
    given = _held(volts, exact=exact)
    with np.errstate(over="ignore"):
        low, width = given.min(), given.max() - given.min()
    if not exact and not np.isfinite(width):
        raise DomainError(
            f"voltages are not too far apart, got {low} and {given.max()}; scale them down"
        )
    unit = (given - low) / width if width else given - low
    found = harmonic(W, nodes, unit, unlabeled=unlabeled, exact=exact)
    f = low + width * found.f
    f[found.labeled] = given
    error = 0.0 if exact else _scaled_error(found, float(width), float(abs(low) + width))
    return Harmonic(f, error, found.method, found.labeled)


def _held(volts: Any, *, exact: bool) -> Any:
    """Return one number or more, ``float64[l]``, or fractions."""
    if not exact:
        given: Any = exact_array(volts, "voltages", EXACT)
    else:
        values = [rational(v, "a voltage") for v in listed(volts, "voltages")]
        given = np.array(values, dtype=object)
    if given.ndim != 1 or given.size == 0:
        raise DomainError(f"each node that is held has one voltage, got shape {given.shape}")
    return given


def _scaled_error(found: Harmonic, width: float, size: float) -> float:
    """Bound the error of low + width * f, by those of f, of scaling there and of scaling back."""
    return (width * found.error_bound + 8 * 2.0**-53 * size) * (1 + 1e-12) + 2.0**-1072


def _toward(
    W: Any,
    node: int,
    labeled: Any,
    ends: tuple[int, int],
    *,
    exact: bool,
    unlabeled: Unlabeled,
) -> Harmonic:
    """Return the harmonic function with one value at a node and another at all labels."""
    nodes = [count(i, "a node", least=0) for i in (node, *listed(labeled, "labeled nodes"))]
    if nodes[0] in nodes[1:]:
        raise DomainError(f"node {node} is among those it is to reach; take it out of them")
    values = [ends[0]] + [ends[1]] * (len(nodes) - 1)
    return harmonic(W, nodes, values, exact=exact, unlabeled=unlabeled)

r"""What proves how far values are from the harmonic solution, in exact rationals.

Floats are rationals, so for values x, equal to the labels where there are any, and a barrier
v the numbers :math:`(L x)_i` and :math:`(L v)_i` can be computed exactly.  If
:math:`0 \le v \le 1` and :math:`L v > 0` at every free node, no value is further from the
harmonic solution than

.. math:: \max_i \frac{|(L x)_i|}{(L v)_i} .

Where weights differ by more orders of magnitude than floats can add up, x and v have more digits.
"""

import math
from collections.abc import Iterator, Sequence
from contextlib import suppress
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory import certificate
from altheory.errors import BudgetError, CertificateError, DomainError
from altheory.graphs._certified import mean_steps
from altheory.graphs._checkable import require_checkable
from altheory.graphs._dirichlet import Dirichlet, clamped_nodes, dirichlet_problem
from altheory.graphs._label_values import label_values
from altheory.graphs._rationals import MOST, exactly_solved, inverted, rational_weights
from altheory.graphs._solvers import solver
from altheory.graphs.graph import graph_of
from altheory.graphs.harmonic_solution import GOAL, harmonic
from altheory.protocols import Floats

KIND = "harmonic-bound"
BITS = (128, 512, 2048, 6144)  # after the binary point, where floats do not do

Edges: TypeAlias = list[tuple[int, int, Fraction]]
Numbers: TypeAlias = Sequence[Fraction]


def harmonic_certificate(W: Any, labeled: Any, values: Any) -> dict[str, Any]:
    r"""Certify the harmonic solution, up to a bound on its error.

    The certified values are the floats of :func:`~altheory.graphs.harmonic_solution.harmonic` if
    their error is at most 5e-9 for sure, else the solution in rationals, rounded to as many bits
    as that takes.  The checker takes :math:`3 n + 4 m < 100\,000` for n nodes and m edges, and
    weights that are not too many orders of magnitude apart.

    Parameters
    ----------
    W, labeled, values
        As in :func:`~altheory.graphs.harmonic_solution.harmonic`, with one value a label.

    Raises
    ------
    CertificateError
        If no bound is proved, as when floats do not do and the graph is too large for rationals,
        or the certificate is too large for the checker.

    Examples
    --------
    >>> path = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]
    >>> proof = harmonic_certificate(path, [0, 2], [0, 1])
    >>> proof["problem"]["values"], proof["problem"]["bound"]
    (['0/1', '1/2', '1/1'], '0/1')

    """
    graph = graph_of(W)
    nodes = clamped_nodes(graph, labeled)
    given = label_values(values, len(nodes))
    if given.ndim != 1:
        raise DomainError("a certificate is for one value a label; take the classes one by one")
    require_checkable(graph, per_node=3, per_edge=4)
    problem = dirichlet_problem(graph, nodes)
    upper = graph.weights.tocoo()
    ends = zip(upper.row.tolist(), upper.col.tolist(), upper.data.tolist(), strict=True)
    edges = [(i, j, Fraction(w)) for i, j, w in ends if i < j]
    for x, v in _proposals(problem, given):
        bound = _bound(problem, edges, x, v)
        if bound <= GOAL:
            return certificate.within_limits(_sealed(problem, edges, (x, v), Fraction(bound)))
    raise CertificateError(
        "no bound was proved: the weights differ by too many orders of magnitude; give the graph "
        "a larger bandwidth"
    )


def _proposals(problem: Dirichlet, given: Floats) -> Iterator[tuple[Numbers, Numbers]]:
    """Yield values and barriers of more and more digits."""
    labels = [Fraction(y) for y in given.tolist()]
    if len(problem.free) == 0:
        yield _everywhere(problem, [], labels), _everywhere(problem, [])
        return
    with suppress(BudgetError, CertificateError):  # then the weights are for rationals
        yield _in_floats(problem, given)
    if len(problem.free) > MOST:
        return
    _, ties = rational_weights(problem.graph)
    x = exactly_solved(problem, ties, [[y] for y in labels])
    v = inverted(
        problem, ties, [[sum(ties[i].values(), Fraction(0))] for i in problem.free.tolist()]
    )
    highest = max(height for (height,) in v)
    for bits in BITS:
        inner = [_rounded(value, bits) for (value,) in x]
        heights = [_rounded(height / highest, bits) for (height,) in v]
        yield _everywhere(problem, inner, labels), _everywhere(problem, heights)


def _in_floats(problem: Dirichlet, given: Floats) -> tuple[Numbers, Numbers]:
    f = harmonic(problem.graph, problem.clamped, given).f
    with np.errstate(all="ignore"):  # what floats cannot hold fails its check
        v = mean_steps(problem, solver(problem))
        v /= np.max(v)
    return [Fraction(y) for y in f.tolist()], _everywhere(problem, map(Fraction, v.tolist()))


def _rounded(x: Fraction, bits: int) -> Fraction:
    return Fraction(round(x * 2**bits), 2**bits)


def _everywhere(problem: Dirichlet, inner: Any, outer: Any = None) -> list[Fraction]:
    """Return a function on all nodes, which is 0 at labels unless other values are given."""
    found = [Fraction(0)] * problem.graph.size
    for i, x in zip(problem.free.tolist(), inner, strict=True):
        found[i] = x
    for i, x in zip(problem.clamped.tolist(), outer or (), strict=outer is not None):
        found[i] = x
    return found


def _bound(problem: Dirichlet, edges: Edges, x: Numbers, v: Numbers) -> float:
    """Return how far x is from harmonic at most, rounded up, infinity if v is no barrier."""
    tilt, force = (_laplacian(edges, f) for f in (x, v))
    free = problem.free.tolist()
    if any(force[i] <= 0 for i in free):
        return math.inf
    exact = max((abs(tilt[i]) / force[i] for i in free), default=Fraction(0))
    if exact > 1:
        return math.inf
    near = float(exact)
    return near if Fraction(near) >= exact else math.nextafter(near, math.inf)


def _laplacian(edges: Edges, f: Numbers) -> list[Fraction]:
    """Return L f."""
    found = [Fraction(0)] * len(f)
    for i, j, w in edges:
        flow = w * (f[i] - f[j])
        found[i] += flow
        found[j] -= flow
    return found


def _sealed(
    problem: Dirichlet, edges: Edges, found: tuple[Numbers, Numbers], bound: Fraction
) -> dict[str, Any]:
    x, v = (list(map(certificate.text, f)) for f in found)
    labels = np.ones(problem.graph.size, dtype=int)
    labels[problem.free] = 0
    statement = {
        "labels": labels.tolist(),
        "edges": [[i, j, certificate.text(w)] for i, j, w in edges],
        "values": x,
        "bound": certificate.text(bound),
    }
    return certificate.seal(KIND, statement, {"barrier": v})

"""The Dirichlet problem in rationals, for small graphs: no rounding, so no error."""

from collections.abc import Sequence
from fractions import Fraction
from typing import Any

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.graphs.dirichlet import Dirichlet
from altheory.graphs.graph import Graph, graph_of
from altheory.numeric.inputs import listed, rational

MOST = 200  # free nodes that are solved for within seconds

Rows = list[list[Fraction]]


def rational_weights(W: Any) -> tuple[Graph, Rows]:
    """Return the graph of weights that may be fractions, and its matrix, or refuse it.

    The graph's own weights are 1 for every edge: no fraction is rounded.
    """
    from scipy.sparse import issparse

    if isinstance(W, Graph) or issparse(W):
        matrix = graph_of(W).weights.toarray().tolist()
    else:
        matrix = [listed(row, "a row of weights") for row in listed(W, "weights")]
    rows = [[rational(w, "a weight") for w in row] for row in matrix]
    if not rows or any(len(row) != len(rows) for row in rows):
        raise DomainError(f"weights form a square matrix, got rows of {[len(r) for r in rows]}")
    for i, row in enumerate(rows):
        _require_weights(rows, i, row)
    return graph_of(np.array([[w > 0 for w in row] for row in rows])), rows


def _require_weights(rows: Rows, i: int, row: Sequence[Fraction]) -> None:
    for j, w in enumerate(row):
        if w < 0:
            raise DomainError(f"a weight is not negative, got {w} from {i} to {j}")
        if w != rows[j][i]:
            raise DomainError(f"weights are symmetric, got {w} from {i} to {j}, {rows[j][i]} back")
    if row[i]:
        raise DomainError(f"a node has no edge to itself, got {row[i]} at node {i}")


def rational_values(values: Any, n: int) -> tuple[Rows, bool]:
    """Return values, one row a label, and whether they were given as rows, or refuse them."""
    given = listed(values, "values")
    in_rows = bool(given) and np.ndim(given[0]) > 0
    rows = [
        [rational(v, "a value") for v in (listed(value) if in_rows else [value])] for value in given
    ]
    if len(rows) != n or any(len(row) != len(rows[0]) for row in rows) or not rows[0]:
        raise DomainError(f"each of {n} labeled nodes has a value, got {len(rows)}")
    for row in rows:
        if (
            min(row) < 0
            or max(row) > 1
            or (in_rows and not _is_one(sum(row, Fraction(0)), len(row)))
        ):
            raise DomainError(f"values lie in [0, 1] and rows sum to one, got {row}")
    return rows, in_rows


def _is_one(total: Fraction, terms: int) -> bool:
    """Tell whether terms that are floats sum to one up to their own rounding."""
    return abs(total - 1) <= terms * Fraction(1, 2**52)


def exactly_solved(problem: Dirichlet, weights: Rows, values: Rows) -> Rows:
    """Return the values at the free nodes, a row each, exactly.

    Raises
    ------
    BudgetError
        If more than ``MOST`` nodes are free.

    """
    free, clamped = problem.free.tolist(), problem.clamped.tolist()
    columns = list(zip(*values, strict=True))
    pairs = [[(weights[i][j], k) for k, j in enumerate(clamped) if weights[i][j]] for i in free]
    flows = [[sum((w * y[k] for w, k in row), Fraction(0)) for y in columns] for row in pairs]
    return inverted(problem, weights, flows)


def inverted(problem: Dirichlet, weights: Rows, right: Rows) -> Rows:
    """Return the solution of L_uu X = B for the rows of B, exactly.

    Raises
    ------
    BudgetError
        If more than ``MOST`` nodes are free.

    """
    import flint

    free = problem.free.tolist()
    if len(free) > MOST:
        raise BudgetError(f"at most {MOST} nodes are solved for in rationals, got {len(free)}")
    if not free:
        return []
    laplacian = flint.fmpq_mat(
        [
            [_flint(sum(weights[i], Fraction(0)) if i == j else -weights[i][j]) for j in free]
            for i in free
        ]
    )
    solution = laplacian.solve(flint.fmpq_mat([[_flint(x) for x in row] for row in right]))
    return [[Fraction(int(x.p), int(x.q)) for x in row] for row in solution.table()]


def _flint(x: Fraction) -> Any:
    import flint

    return flint.fmpq(x.numerator, x.denominator)

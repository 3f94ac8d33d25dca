"""The Dirichlet problem in rationals, for small graphs: no rounding, so no error."""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.graphs._dirichlet import Dirichlet
from altheory.graphs._label_values import meant, require_one_each
from altheory.graphs.graph import Graph, graph_of
from altheory.numeric.inputs import listed, rational

MOST = 200  # free nodes that are solved for within seconds

Rows: TypeAlias = list[list[Fraction]]
Ties: TypeAlias = dict[int, Fraction]  # the edges of a node: its neighbors, and their weights


def rational_weights(W: Any) -> tuple[Graph, list[Ties]]:
    """Return the graph of weights that may be fractions, and each node's edges, or refuse them.

    The graph's own weights are 1 for every edge: no fraction is rounded.
    """
    n, entries = _entries(W)
    ties: list[Ties] = [{} for _ in range(n)]
    for i, j, w in entries:
        weight = rational(w, "a weight")
        if weight:
            ties[i][j] = ties[i].get(j, Fraction(0)) + weight  # a sparse matrix may repeat itself
    for i, row in enumerate(ties):
        _require_weights(ties, i, row)
    return _pattern(ties), ties


def _entries(W: Any) -> tuple[int, Iterable[tuple[int, int, Any]]]:
    """Return the number of nodes, and the entries, among them all that are not zero."""
    from scipy.sparse import issparse

    if isinstance(W, np.ndarray) and W.ndim == 2 and W.dtype.kind in "iuf":
        i, j = np.nonzero(W)
        _require_square(list(W.shape))
        return len(W), zip(i.tolist(), j.tolist(), W[i, j].tolist(), strict=True)
    if isinstance(W, Graph) or issparse(W):
        matrix: Any = _stored(W).tocoo()
        _require_square(list(matrix.shape))
        ends = matrix.row.tolist(), matrix.col.tolist()
        return matrix.shape[0], zip(*ends, matrix.data.tolist(), strict=True)
    rows = [listed(row, "a row of weights") for row in listed(W, "weights")]
    _require_square([len(rows), *map(len, rows)])
    return len(rows), ((i, j, w) for i, row in enumerate(rows) for j, w in enumerate(row))


def _stored(W: Any) -> Any:
    return W.weights if isinstance(W, Graph) else W


def _require_square(lengths: Sequence[int]) -> None:
    if not lengths[0] or len(set(lengths)) != 1:
        raise DomainError(f"weights form a square matrix, got {lengths[0]} rows of {lengths[1:]}")


def _require_weights(ties: Sequence[Ties], i: int, row: Ties) -> None:
    for j, w in row.items():
        back = ties[j].get(i, Fraction(0))
        if w < 0:
            raise DomainError(f"a weight is not negative, got {w} from {i} to {j}")
        if w != back:
            raise DomainError(f"weights are symmetric, got {w} from {i} to {j}, {back} back")
    if i in row:
        raise DomainError(f"a node has no edge to itself, got {row[i]} at node {i}")


def _pattern(ties: Sequence[Ties]) -> Graph:
    from scipy.sparse import csr_array

    n, ends = len(ties), [(i, j) for i, row in enumerate(ties) for j in row]
    i, j = np.array(ends, dtype=np.intp).reshape(-1, 2).T
    return graph_of(csr_array((np.ones(len(ends)), (i, j)), shape=(n, n)))


def rational_values(values: Any, n: int) -> tuple[Rows, bool]:
    """Return values, one row a label, and whether they were given as rows, or refuse them."""
    require_one_each(values, n)
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
            raise DomainError(
                f"values lie in [0, 1] and rows sum to one, got {', '.join(map(str, row))}"
                + ("" if in_rows else meant([value for (value,) in rows]))
            )
    return rows, in_rows


def _is_one(total: Fraction, terms: int) -> bool:
    """Tell whether terms that are floats sum to one up to their own rounding."""
    return abs(total - 1) <= terms * Fraction(1, 2**52)


def require_small(W: Any, labeled: Any, most: int = MOST) -> None:
    """Refuse weights of many free nodes, before they are looked at."""
    from scipy.sparse import issparse

    is_stored = isinstance(W, Graph) or issparse(W)
    nodes = _stored(W).shape[0] if is_stored else len(listed(W, "weights"))
    require_few(nodes - len(listed(labeled, "labeled nodes")), most)


def require_few(free: int, most: int = MOST) -> None:
    """Refuse to solve for many nodes in rationals."""
    if free > most:
        raise BudgetError(
            f"at most {most} free nodes are solved for in rationals, got {free}; "
            "label more nodes, or solve in floats, without exact=True"
        )


def exactly_solved(problem: Dirichlet, ties: Sequence[Ties], values: Rows) -> Rows:
    """Return the values at the free nodes, a row each, exactly.

    Raises
    ------
    BudgetError
        If more than ``MOST`` nodes are free.

    """
    require_few(len(problem.free))
    labels = dict(zip(problem.clamped.tolist(), values, strict=True))
    flows = []
    for i in problem.free.tolist():
        given = [(w, labels[j]) for j, w in ties[i].items() if j in labels]
        flows.append(
            [sum((w * y[c] for w, y in given), Fraction(0)) for c in range(len(values[0]))]
        )
    return inverted(problem, ties, flows)


def inverted(problem: Dirichlet, ties: Sequence[Ties], right: Rows) -> Rows:
    """Return the solution of L_uu X = B for the rows of B, exactly.

    Raises
    ------
    BudgetError
        If more than ``MOST`` nodes are free.

    """
    import flint

    free = problem.free.tolist()
    require_few(len(free))
    if not free:
        return []
    laplacian = flint.fmpq_mat(len(free), len(free))
    place = {i: k for k, i in enumerate(free)}
    for i, k in place.items():
        laplacian[k, k] = _flint(sum(ties[i].values(), Fraction(0)))
        for j, w in ties[i].items():
            if j in place:
                laplacian[k, place[j]] = _flint(-w)
    solution = laplacian.solve(flint.fmpq_mat([[_flint(x) for x in row] for row in right]))
    return [[Fraction(int(x.p), int(x.q)) for x in row] for row in solution.table()]


def inverse(problem: Dirichlet, ties: Sequence[Ties]) -> Rows:
    """Return G, the inverse of L_uu, exactly."""
    u = len(problem.free)
    return inverted(problem, ties, [[Fraction(i == j) for j in range(u)] for i in range(u)])


def _flint(x: Fraction) -> Any:
    import flint

    return flint.fmpq(x.numerator, x.denominator)

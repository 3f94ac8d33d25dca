r"""For which covariances answers have diminishing returns, in variance.

Let :math:`G = A^{-1}`, and let V(S) and :math:`\Sigma(S)` be what answers at the nodes of S take
from the sum of the variances and from the variance of the sum.  Where no entry of A off the
diagonal is positive, as in every :math:`L_{uu}`,

.. math:: F(\{j, k\}) - F(\{j\}) \le F(\{k\}) - F(\varnothing), \qquad F = V, \Sigma ,

and, as what an answer leaves of A has no such entry either, the same with any S before: both are
submodular, so greedy choices come within :math:`1 - 1/e` of the best.  The reason is that all
:math:`G_{ik} / G_{kk}` and :math:`G_{kk}` fall with every answer.  For other covariances two
answers may tell more than both alone, as for :math:`y_3 = y_1 - y_2`.
"""

from collections.abc import Callable, Iterator
from functools import cache
from itertools import combinations, permutations, product
from typing import Any, TypeAlias

import flint
import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from proofs_checks._label_graphs import Comparison, compared

Matrix: TypeAlias = tuple[tuple[int, ...], ...]
Promise: TypeAlias = Callable[[Matrix], bool]  # of diminishing returns, from A


@cache
def precisions(n: int, diagonal: tuple[int, ...]) -> tuple[Matrix, ...]:
    """Return the positive definite symmetric matrices with -1, 0, 1 off the diagonal."""
    pairs = list(combinations(range(n), 2))
    found = []
    for own in product(diagonal, repeat=n):
        for off in product((-1, 0, 1), repeat=len(pairs)):
            entry = dict(zip(pairs, off, strict=True))
            rows = tuple(
                tuple(own[i] if i == j else entry[min(i, j), max(i, j)] for j in range(n))
                for i in range(n)
            )
            minors = (leading(rows, m) for m in range(1, n + 1))
            if all(minor > 0 for minor in minors):
                found.append(rows)
    return tuple(found)


def leading(rows: Matrix, m: int) -> int:
    """Return a leading minor."""
    return int(flint.fmpz_mat(m, m, [x for row in rows[:m] for x in row[:m]]).det())


def variances(rows: Matrix, labeled: frozenset[int]) -> tuple[Any, Any]:
    """Return the sum of the variances and the variance of the sum, once some have answers."""
    kept = [i for i in range(len(rows)) if i not in labeled]
    n = len(kept)
    entries = flint.fmpq_mat(n, n, [rows[i][j] for i in kept for j in kept]).inv().entries()
    return sum(entries[:: n + 1], flint.fmpq(0)), sum(entries, flint.fmpq(0))


@cache
def diminishing(rows: Matrix) -> bool:
    """Decide it for two answers, of which either may come first, and for both variances."""
    now = variances(rows, frozenset())
    one = [variances(rows, frozenset({k})) for k in range(len(rows))]
    return all(
        one[j][f] - both <= now[f] - one[k][f]
        for j, k in permutations(range(len(rows)), 2)
        for f, both in enumerate(variances(rows, frozenset({j, k})))
    )


def on_matrices(promise: Promise, matrices: tuple[Matrix, ...]) -> Finding:
    """Look for a matrix for which too much is promised."""

    def found() -> Iterator[Comparison]:
        for rows in matrices:
            if promise(rows):
                yield f"{rows}", True, diminishing(rows)

    return compared(found())


def three(promise: Promise, rng: np.random.Generator) -> Finding:
    """Go through matrices for three nodes."""
    del rng
    return on_matrices(promise, precisions(3, (2,)))


def four(promise: Promise, rng: np.random.Generator) -> Finding:
    """Go through matrices for three and four nodes."""
    del rng
    return on_matrices(promise, precisions(3, (1, 2, 3)) + precisions(4, (2,)))


def no_positive_weight(rows: Matrix) -> bool:
    """Tell whether no entry off the diagonal is positive."""
    return all(x <= 0 for i, row in enumerate(rows) for j, x in enumerate(row) if i != j)


def dominated(rows: Matrix) -> bool:
    """Tell whether the diagonal is at least the sum of what else a row has."""
    return all(2 * row[i] >= sum(map(abs, row)) for i, row in enumerate(rows))


CLAIM: Claim[Promise] = Claim(
    key="graphs/optimality/submodular",
    title="Answers on a graph have diminishing returns in variance",
    statement=(
        r"F(\{j, k\}) - F(\{j\}) \le F(\{k\}) - F(\varnothing) \text{ for } F = V, \Sigma"
        r" \text{ if } A \succ 0,\ A_{ij} \le 0 \ (i \ne j), \quad A_{ij} \in \{-1, 0, 1\},"
        r"\ n = 3,\ A_{ii} \le 3 \text{ or } n = 4,\ A_{ii} = 2"
    ),
    plain=(
        "An answer takes no more from the variances once another one is known, where weights are "
        "not negative; on matrices of three nodes with up to 3 on the diagonal and of four with 2, "
        "and 0 or 1 as weights."
    ),
    relation="order",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "the same for other covariances, nor for the expected risk or confidence, which depend on "
        "labels"
    ),
    source=Source(
        "ma2013",
        match="special case",
        difference="two answers, on matrices of three and four nodes with small integers",
    ),
    expected=Verdict.PROVED,
    formula=no_positive_weight,
    checks=(
        Check(Method.EXHAUSTIVE, three, scope="3 nodes, diagonal 2, -1, 0, 1 off it"),
        Check(
            Method.EXHAUSTIVE,
            four,
            scope="3 nodes, diagonals of 1, 2, 3, and 4 nodes, diagonal 2; -1, 0, 1 off it",
            tier="normal",
        ),
    ),
    controls={
        "for every covariance": lambda rows: rows[0][0] > 0,
        "for every matrix that its diagonal dominates": dominated,
        "where rows do not add up to less than nothing": lambda rows: all(
            sum(row) >= 0 for row in rows
        ),
    },
)

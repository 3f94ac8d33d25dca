r"""The incidence matrix of a graph is totally unimodular.

Column e of the matrix has +1 at one end of the edge e and -1 at the other.  Each of its square
submatrices has the determinant -1, 0 or +1, so that every vertex of the program of a minimum
cut is integral.  By induction: a column with one entry is expanded by, and if all columns have
two the rows add up to zero.

All graphs on n nodes are gone through at once: their columns are among those of the complete
graph.
"""

from collections.abc import Callable
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._cut_graphs import pairs

Column: TypeAlias = Callable[[int, int, int], list[int]]


def oriented(n: int, i: int, j: int) -> list[int]:
    """Return the column of the edge from i to j.

    >>> oriented(4, 1, 3)
    [0, 1, 0, -1]
    """
    return [(k == i) - (k == j) for k in range(n)]


def determinant(rows: list[list[int]]) -> int:
    """Return a determinant by expansion along the first row."""
    if not rows:
        return 1
    first, rest = rows[0], rows[1:]
    return sum(
        (-1) ** k * x * determinant([row[:k] + row[k + 1 :] for row in rest])
        for k, x in enumerate(first)
        if x
    )


def compared(column: Column, n: int) -> Finding:
    """Compute every minor of the complete graph's matrix."""
    columns = [column(n, i, j) for i, j in pairs(n)]
    minors = 0
    for size in range(1, n + 1):
        for rows in combinations(range(n), size):
            for chosen in combinations(columns, size):
                minors += 1
                value = determinant([[c[r] for c in chosen] for r in rows])
                if abs(value) > 1:
                    return fails(f"n={n}: {chosen}", claimed="-1, 0, 1", computed=value)
    return holds(f"n={n}: {minors} minors")


def four(column: Column, rng: np.random.Generator) -> Finding:
    """Go through graphs on four nodes."""
    del rng
    return compared(column, 4)


def five(column: Column, rng: np.random.Generator) -> Finding:
    """Go through graphs on five nodes."""
    del rng
    return compared(column, 5)


CLAIM: Claim[Column] = Claim(
    key="graphs/min-cut/unimodular",
    title="Incidence matrices are totally unimodular",
    statement=r"\det B_{R, C} \in \{-1, 0, 1\}, \quad n \le 5",
    plain=(
        "Every square part of the matrix of a graph's edges, each with a beginning and an end, has "
        "a determinant of -1, 0 or 1, on at most five nodes."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that it holds without directions: the triangle has a determinant of 2",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=oriented,
    checks=(
        Check(Method.EXHAUSTIVE, four, scope="all graphs on 4 nodes"),
        Check(Method.EXHAUSTIVE, five, scope="all graphs on 5 nodes", tier="normal"),
    ),
    controls={
        "no directions": lambda n, i, j: [(k == i) + (k == j) for k in range(n)],
        "twice at its end": lambda n, i, j: [(k == i) - 2 * (k == j) for k in range(n)],
        "three ends": lambda n, i, j: [(k == i) - (k == j) + (k == (j + 1) % n) for k in range(n)],
    },
)

r"""The incidence matrix of a graph is totally unimodular.

Column e of the matrix has +1 at one end of the edge e and -1 at the other.  Each of its square
submatrices has the determinant -1, 0 or +1, so that every vertex of the program of a minimum
cut is integral.  By induction: a column with one entry is expanded by, and if all columns have
two the rows add up to zero.

What it is for is tried too: linear programs with this matrix,

.. math:: \max_{x \in [0, 1]^E,\, B x \le 1} c^\top x ,

have the optimum that going through all x in :math:`\{0, 1\}^E` finds.  A solver proposes a vertex
and multipliers y; rounded to rationals they enclose the optimum, since any :math:`y \ge 0` bounds
it by :math:`\sum y_i + \sum_e \max(0, c_e - (B^\top y)_e)`.

All graphs on n nodes are gone through at once: their columns are among those of the complete
graph.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations, product
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
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


def enclosed(matrix: list[list[int]], c: Sequence[int]) -> tuple[Fraction | None, Fraction]:
    """Return what a solver's point attains, None if it is not feasible, and what bounds it."""
    from scipy.optimize import linprog

    found: Any = linprog([-a for a in c], A_ub=matrix, b_ub=[1] * len(matrix), bounds=(0, 1))
    x = [Fraction(a).limit_denominator(100) for a in found.x.tolist()]
    prices = found.ineqlin.marginals.tolist()
    y = [max(Fraction(0), Fraction(-a).limit_denominator(100)) for a in prices]
    within = all(0 <= a <= 1 for a in x) and all(dot(row, x) <= 1 for row in matrix)
    left = (a - dot(column, y) for a, column in zip(c, zip(*matrix, strict=True), strict=True))
    bound = sum(y, Fraction(0)) + sum(max(a, Fraction(0)) for a in left)
    return dot(c, x) if within else None, bound


def dot(a: Sequence[Any], b: Sequence[Any]) -> Fraction:
    """Return the sum of products.

    >>> dot([1, 2], [3, 4])
    Fraction(11, 1)
    """
    return Fraction(sum(x * y for x, y in zip(a, b, strict=True)))


def programs(column: Column, rng: np.random.Generator) -> Finding:
    """Solve linear programs, and hold each optimum against all points of zeros and ones."""
    del rng
    columns = [column(4, i, j) for i, j in pairs(4)]
    matrix = [list(row) for row in zip(*columns, strict=True)]
    every = product((0, 1), repeat=len(columns))
    whole = [x for x in every if all(dot(row, x) <= 1 for row in matrix)]
    for c in product((0, 1), repeat=len(columns)):
        (attained, bound), best = enclosed(matrix, c), max(dot(c, x) for x in whole)
        if attained != bound:
            return unknown(f"{c}: the solver gives {attained}..{bound}")
        if best != bound:
            return fails(f"maximize {c}", claimed=best, computed=bound)
    return holds(f"{2 ** len(columns)} programs")


CLAIM: Claim[Column] = Claim(
    key="graphs/min-cut/unimodular",
    title="Incidence matrices are totally unimodular",
    statement=(
        r"\det B_{R, C} \in \{-1, 0, 1\}, \quad n \le 5; \qquad"
        r" \max_{x \in [0, 1]^E, B x \le 1} c^\top x = \max_{x \in \{0, 1\}^E, B x \le 1} c^\top x,"
        r" \quad n = 4, c \in \{0, 1\}^E"
    ),
    plain=(
        "Every square part of the matrix of a graph's edges, each with a beginning and an end, has "
        "a determinant of -1, 0 or 1, on at most five nodes; and linear programs with the matrix "
        "of four nodes have whole numbers for a solution."
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
        Check(
            Method.EXHAUSTIVE,
            programs,
            scope="linear programs on the complete graph with 4 nodes, all sets of edges",
            tier="normal",
        ),
    ),
    controls={
        "no directions": lambda n, i, j: [(k == i) + (k == j) for k in range(n)],
        "twice at its end": lambda n, i, j: [(k == i) - 2 * (k == j) for k in range(n)],
        "three ends": lambda n, i, j: [(k == i) - (k == j) + (k == (j + 1) % n) for k in range(n)],
    },
)

r"""Half of any doubt about a threshold is settled by a random question.

On n points of equal mass an edge between two thresholds is the interval of points between
them.  Let edges be longer than :math:`\varepsilon`, so of at least m points with
:math:`m = \lfloor \varepsilon n \rfloor + 1 \le n`, and let j points be asked to split any
of them.  Then

.. math:: \rho = \begin{cases} 1 & j \le 2m - n, \\ \tfrac12 & 2m - n < j \le m, \\
    0 & j > m . \end{cases}

Why no more: an edge of m points is cut at these alone, and of the two at the ends of the
grid both are cut at :math:`2m - n` points at most.  So thresholds are
:math:`(\tfrac12, \varepsilon, \varepsilon)`-splittable, as commonly stated, and no better.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.splitting import splitting_index
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Index: TypeAlias = Callable[[int, int, int], Fraction]


def halves(n: int, m: int, j: int) -> Fraction:
    """Return the index on n points, of edges of m points, split by j points."""
    return Fraction(1) if j <= 2 * m - n else Fraction(int(j <= m), 2)


def grids(most: int) -> Callable[[Index, np.random.Generator], Finding]:
    """Return the check that solves the games of all lengths and masses on small grids."""

    def games(formula: Index, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, most + 1):
            of = FiniteClass(n, ["-" * (n - k) + "+" * k for k in range(n + 1)])
            for m, j in ((m, j) for m in range(1, n + 1) for j in range(1, n + 1)):
                computed = splitting_index(of, Fraction(m - 1, n), Fraction(j, n))
                if formula(n, m, j) != computed:
                    where = f"n = {n}, m = {m}, j = {j}"
                    return fails(where, claimed=formula(n, m, j), computed=computed)
        return holds(f"all lengths and masses, n <= {most}")

    games.__name__ = f"games_on_up_to_{most}_points"
    return games


CLAIM: Claim[Index] = Claim(
    key="complexity/splitting/thresholds",
    title="Splitting index of thresholds",
    statement=(
        r"\rho(\varepsilon, \tfrac jn) = 1\ (j \le 2m - n),\ \tfrac12\ (2m - n < j \le m),"
        r"\ 0\ (j > m), \quad m = \lfloor \varepsilon n \rfloor + 1 \le n \le 7"
    ),
    plain=(
        "On up to seven equally likely points, a question about a threshold settles half of any "
        "doubts that are longer than epsilon, and a share epsilon of the points is that good."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "finite domain"}),
    does_not_say="that the doubts are halved in probability: each counts by its weight",
    source=Source(
        "dasgupta2005coarse",
        match="related",
        difference="(1/2, epsilon, epsilon) on a continuum there; the exact index on grids here",
    ),
    expected=Verdict.PROVED,
    formula=halves,
    checks=(
        Check(Method.EXHAUSTIVE, grids(4), scope="all epsilon and tau, n <= 4"),
        Check(Method.EXHAUSTIVE, grids(7), scope="all epsilon and tau, n <= 7", tier="normal"),
    ),
    controls={
        "always a half": lambda _, m, j: Fraction(int(j <= m), 2),
        "for every mass": lambda n, m, j: Fraction(1) if j <= 2 * m - n else Fraction(1, 2),
        "a third": lambda n, m, j: halves(n, m, j) * (1 if j <= 2 * m - n else Fraction(2, 3)),
        "a point more": lambda n, m, j: halves(n, m + 1, j),
    },
)

r"""No class is harder to split than intervals.

Edges have at least :math:`m = \lfloor \varepsilon n \rfloor + 1` of n points of equal mass.
A random point cuts the share m/n of any of them on average, so some point does:
:math:`\rho \ge m/n` for every class.  Intervals, the empty one included, attain it:

.. math:: \rho(\varepsilon, \tfrac1n) = \frac mn, \qquad m = \lfloor \varepsilon n \rfloor + 1
    \le n .

Why: an edge from the empty interval to one of m points, or from one of m - k points
at the left to one of k at the right, is cut at m points in a row around a circle, if all
answers are -1.  All n of them together load each point alike.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.splitting import splitting_index
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Index: TypeAlias = Callable[[int, int], Fraction]


def share(n: int, m: int) -> Fraction:
    """Return the index on n points, of edges of at least m points."""
    return Fraction(m, n)


def intervals(n: int) -> FiniteClass:
    """Return the intervals of n points, with the empty one."""
    ends = [(a, b) for a in range(n + 1) for b in range(a, n + 1)]
    return FiniteClass(n, ["-" * a + "+" * (b - a) + "-" * (n - b) for a, b in ends])


def grids(most: int) -> Callable[[Index, np.random.Generator], Finding]:
    """Return the check that solves the games of all lengths on small grids."""

    def games(formula: Index, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, most + 1):
            for m in range(1, n + 1):
                computed = splitting_index(intervals(n), Fraction(m - 1, n), Fraction(1, n))
                if formula(n, m) != computed:
                    where = f"n = {n}, m = {m}"
                    return fails(where, claimed=formula(n, m), computed=computed)
        return holds(f"all lengths, n <= {most}")

    games.__name__ = f"games_on_up_to_{most}_points"
    return games


CLAIM: Claim[Index] = Claim(
    key="complexity/splitting/intervals",
    title="Splitting index of intervals",
    statement=(
        r"\rho(\varepsilon, \tfrac1n) = \frac{\lfloor \varepsilon n \rfloor + 1}n,"
        r" \quad 0 \le \varepsilon < 1,\ n \le 7"
    ),
    plain=(
        "On up to seven equally likely points, no question settles more than about epsilon of "
        "the hardest doubts about intervals, the least that is possible."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "finite domain"}),
    does_not_say="anything of intervals that are known to be wide, which split better",
    source=Source(
        "dasgupta2005coarse",
        match="related",
        difference="an order of epsilon there; the exact index on grids here",
    ),
    expected=Verdict.PROVED,
    formula=share,
    checks=(
        Check(Method.EXHAUSTIVE, grids(4), scope="all epsilon, n <= 4"),
        Check(Method.EXHAUSTIVE, grids(7), scope="all epsilon, n <= 7", tier="normal"),
    ),
    controls={
        "disjoint intervals": lambda n, m: Fraction(1, n // m),
        "as for thresholds": lambda n, m: Fraction(1) if 2 * m > n else Fraction(1, 2),
        "a point less": lambda n, m: Fraction(max(m - 1, 1), n),
    },
)

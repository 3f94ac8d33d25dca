r"""Half of any doubt about a half circle is settled by a random question, and more of long ones.

On n equally spaced points, n odd, separators of the plane have 2n labelings, and an edge
longer than :math:`\varepsilon` leaves at most :math:`l = n - \lfloor \varepsilon n \rfloor
- 1` points where its ends agree.  The least share of the edges that some point settles is

.. math:: \rho(\varepsilon, \tfrac1n) = 1 - \frac1{\lceil n/l \rceil}, \qquad 1
    \text{ if } l = 0,

so 1/2 unless edges have more than half of the points.  Why no more: the points where the
ends of an edge agree are l in a row, up to a reflection, and :math:`\lceil n/l \rceil` such
rows cover all; if the answer is the one that they agree on, every point leaves one of these
edges.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.restriction import restricted_to
from altheory.complexity.splitting import splitting_index
from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Index: TypeAlias = Callable[[int, int], Fraction]


def one_of_a_cover(n: int, agreeing: int) -> Fraction:
    """Return the index on n points, of edges whose ends agree on so many at most."""
    return 1 - Fraction(1, -(-n // agreeing)) if agreeing else Fraction(1)


def grids(*sizes: int) -> Callable[[Index, np.random.Generator], Finding]:
    """Return the check that solves the games of all lengths on odd grids."""

    def games(formula: Index, rng: np.random.Generator) -> Finding:
        del rng
        circle = CircleSeparators()
        for n in sizes:
            of = restricted_to(circle, circle.grid(n))
            for agreeing in range(n):
                epsilon = Fraction(n - agreeing - 1, n)
                computed = splitting_index(of, epsilon, Fraction(1, n))
                if formula(n, agreeing) != computed:
                    where = f"n = {n}, epsilon = {epsilon}"
                    return fails(where, claimed=formula(n, agreeing), computed=computed)
        return holds(f"n = {', '.join(map(str, sizes))}, all epsilon")

    games.__name__ = f"games_on_{'_'.join(map(str, sizes))}_points"
    return games


CLAIM: Claim[Index] = Claim(
    key="complexity/splitting/half-circles",
    title="Splitting index of separators in the plane",
    statement=(
        r"\rho(\varepsilon, \tfrac1n) = 1 - \frac1{\lceil n/l \rceil}, \quad"
        r" l = n - \lfloor \varepsilon n \rfloor - 1 > 0,\ n \in \{3, 5, 7, 9, 11\}"
    ),
    plain=(
        "On an odd number of points around the circle, up to eleven, a question about a half "
        "circle settles half of any doubts, and more if they concern more than half of the points."
    ),
    relation="exact",
    assumptions=frozenset({"uniform law", "finite domain"}),
    does_not_say="the same of more dimensions, where directions may be a star",
    source=Source(
        "dasgupta2005coarse",
        match="related",
        difference="a quarter in any dimension there as commonly stated; the plane, exactly, here",
    ),
    expected=Verdict.PROVED,
    formula=one_of_a_cover,
    checks=(
        Check(Method.EXHAUSTIVE, grids(3, 5), scope="n = 3, 5, all epsilon"),
        Check(Method.EXHAUSTIVE, grids(7, 9, 11), scope="n = 7, 9, 11, all epsilon", tier="normal"),
    ),
    controls={
        "a quarter": lambda _, agreeing: Fraction(1, 4) if agreeing else Fraction(1),
        "a half": lambda _, agreeing: Fraction(1, 2) if agreeing else Fraction(1),
        "as for intervals": lambda n, agreeing: Fraction(n - agreeing, n),
        "rounded down": lambda n, agreeing: (
            1 - Fraction(1, max(2, n // agreeing)) if agreeing else Fraction(1)
        ),
    },
)

r"""What a question settles if the target may be the empty interval.

Of the edges between the empty interval and one of m points or more, of n in all, a question
settles at least the share

.. math:: \rho = \frac1{\lfloor n/m \rfloor}

for some point, whatever the weights, and no more for some weights: those of
:math:`\lfloor n/m \rfloor` disjoint intervals.  Why no less: the answers -1 are the worst,
and intervals have a fractional matching no larger than their least cover, which a greedy
choice of points finds.  So the doubts around one hypothesis may split better than all
doubts together, of which m/n remain to be settled
(:mod:`proofs_checks.splitting_intervals`).
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.complexity._fractional import is_optimal, largest_matching
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Index: TypeAlias = Callable[[int, int], Fraction]


def disjoint(n: int, m: int) -> Fraction:
    """Return the index on n points, of intervals of at least m points against none."""
    return Fraction(1, n // m)


def computed_index(n: int, m: int) -> Fraction | None:
    """Solve the game of each answers, None if a solution does not prove itself.

    An edge is cut where one of its ends differs from the answer: the empty interval does
    where that is +1, the other end where it lies and the answer is -1 or the reverse.
    """
    rows = [range(a, b) for a in range(n) for b in range(a + m, n + 1)]
    best = Fraction(1)
    for answers in product((0, 1), repeat=n):
        cut = {sum(1 << x for x in range(n) if answers[x] or x in row) for row in rows}
        matching, cover = largest_matching(cut)
        if not is_optimal(cut, matching, cover):
            return None
        best = min(best, 1 / sum(cover.values(), Fraction(0)))
    return best


def grids(most: int) -> Callable[[Index, np.random.Generator], Finding]:
    """Return the check that goes through all answers on small grids."""

    def games(formula: Index, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, most + 1):
            for m in range(1, n + 1):
                computed = computed_index(n, m)
                if formula(n, m) != computed:
                    where = f"n = {n}, m = {m}"
                    return fails(where, claimed=formula(n, m), computed=computed)
        return holds(f"all lengths and answers, n <= {most}")

    games.__name__ = f"answers_on_up_to_{most}_points"
    return games


CLAIM: Claim[Index] = Claim(
    key="complexity/splitting/empty-interval",
    title="Splitting the doubts around the empty interval",
    statement=(
        r"\min_q \max_x \operatorname{split}_q(x) = \frac1{\lfloor n/m \rfloor},"
        r" \quad q \text{ on } \{\emptyset, I\},\ |I| \ge m,\ 1 \le m \le n \le 7"
    ),
    plain=(
        "If the target may be empty, a question settles one of as many doubts as disjoint "
        "intervals fit, on up to seven points."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="the same of all pairs of intervals, of which less is settled",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=disjoint,
    checks=(
        Check(Method.EXHAUSTIVE, grids(5), scope="all answers, n <= 5"),
        Check(Method.EXHAUSTIVE, grids(7), scope="all answers, n <= 7", tier="normal"),
    ),
    controls={
        "the share of a shortest interval": lambda n, m: Fraction(m, n),
        "overlapping intervals": lambda n, m: Fraction(1, -(-n // m)),
        "as for thresholds": lambda n, m: Fraction(1) if 2 * m > n else Fraction(1, 2),
    },
)

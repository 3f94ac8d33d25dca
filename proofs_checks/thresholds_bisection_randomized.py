r"""Not even a randomized learner does much better than bisection.

Within :math:`\varepsilon` of a uniform target with probability :math:`1 - \delta` takes

.. math:: q \ge \log_2 \frac{1 - \delta}{2 \varepsilon}

queries.  Why: a deterministic learner has at most :math:`2^q` outputs, each right on
targets of measure at most :math:`2\varepsilon`; a randomized one is a mixture of these.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from math import ceil
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.theory.lower_bounds import success_chance

# From q and the measure of a ball to the largest probability of success.
Success: TypeAlias = Callable[[int, Fraction], Fraction]
MOST_CELLS = 12


@cache
def best_covered(cells: int, ball: int, queries: int) -> int:
    """Return the most cells of an interval that some tree of queries gets right.

    A query on an edge splits the interval, and a leaf is right on ``ball`` cells.
    """
    if queries == 0 or cells <= ball:
        return min(cells, ball)
    splits = range(1, cells)
    return max(
        best_covered(k, ball, queries - 1) + best_covered(cells - k, ball, queries - 1)
        for k in splits
    )


def best_trees(formula: Success, rng: np.random.Generator) -> Finding:
    """Compare with the best tree on grids, by dynamic programming; the bound is attained."""
    del rng
    cases = 0
    for cells in range(1, MOST_CELLS + 1):
        for ball in range(1, cells + 1):
            for queries in range(5):
                computed = Fraction(best_covered(cells, ball, queries), cells)
                claimed = formula(queries, Fraction(ball, cells))
                if claimed != computed:
                    where = f"q = {queries}, ball {ball}/{cells}"
                    return fails(where, claimed=claimed, computed=computed)
                cases += 1
    return holds(f"{cases} cases of q and the ball, all trees on grids of at most 12 cells")


def counting(formula: Success, rng: np.random.Generator) -> Finding:
    """Count for many queries: so many outputs cover at most so much, and all of it in the end."""
    del rng
    for queries in range(11):
        for denominator in range(1, 65):
            ball = Fraction(1, denominator)
            enough = ceil(1 / ball) <= 2**queries
            claimed = formula(queries, ball)
            computed = Fraction(1) if enough else 2**queries * ball
            if claimed != computed:
                return fails(f"q = {queries}, ball {ball}", claimed=claimed, computed=computed)
    return holds("q <= 10 and balls of measure 1/k, k <= 64")


CLAIM: Claim[Success] = Claim(
    key="thresholds/bisection/randomized-lower-bound",
    title="Queries of a randomized learner",
    statement=(
        r"P(|\hat t - t| \le \varepsilon) \le \min(1, 2^q \cdot 2\varepsilon), \quad"
        r" q \ge \log_2 \frac{1 - \delta}{2\varepsilon}"
    ),
    plain="Chance and luck save a constant number of labels at most.",
    relation="upper",
    assumptions=frozenset({"realizable", "uniform target", "membership queries"}),
    does_not_say="that the bound is attained off grids for every epsilon",
    source=Source("dasgupta2004analysis", match="derived"),
    expected=Verdict.PROVED,
    formula=success_chance,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            best_trees,
            scope="grids of at most 12 cells, q <= 4, every learner, as mixtures gain nothing",
        ),
        Check(Method.EXHAUSTIVE, counting, scope="q <= 10, balls of measure 1/k with k <= 64"),
    ),
    controls={
        "one query buys one ball": lambda queries, ball: min(Fraction(1), (queries + 1) * ball),
        "one query more": lambda queries, ball: min(Fraction(1), 2 ** (queries + 1) * ball),
        "half a ball": lambda queries, ball: min(Fraction(1), 2**queries * ball / 2),
    },
)

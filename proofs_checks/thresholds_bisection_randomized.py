r"""Not even a randomized learner does much better than bisection.

Within :math:`\varepsilon` of a uniform target with probability :math:`1 - \delta` takes

.. math:: q \ge \log_2 \frac{1 - \delta}{2 \varepsilon}

queries.  Why: a deterministic learner has at most :math:`2^q` outputs, each right on
targets of measure at most :math:`2\varepsilon`; a randomized one is a mixture of these.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.bisection import randomized_queries_lower_bound
from altheory.theory.lower_bounds import success_chance
from proofs_checks._identities import chain, identical

# From q and the measure of a ball to the largest probability of success, if below 1.
Success: TypeAlias = Callable[[Any, Any], Any]
MOST_CELLS = 12


def balls(queries: Any, ball: Any) -> Any:
    """Return the measure of 2^q balls."""
    return 2**queries * ball


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
    for cells, queries in product(range(1, MOST_CELLS + 1), range(5)):
        for ball in range(1, cells + 1):
            computed = Fraction(best_covered(cells, ball, queries), cells)
            claimed = min(Fraction(1), formula(queries, Fraction(ball, cells)))
            if claimed != computed:
                where = f"q = {queries}, ball {ball}/{cells}"
                return fails(where, claimed=claimed, computed=computed)
            cases += 1
    return holds(f"{cases} cases of q and the ball, all trees on grids of at most 12 cells")


def one_query_more(formula: Success, rng: np.random.Generator) -> Finding:
    """Argue by induction: an answer parts the targets in two, each part won as with q answers.

    With no query one output is right on a ball.  Wherever the interval is split, either
    part holds at most as many targets that are won as q answers allow anywhere, so one
    query at most doubles them; and it does as long as balls fit.
    """
    del rng
    q = sp.Symbol("q", integer=True, nonnegative=True)
    ball = sp.Symbol("mu", positive=True)
    at = {q: 3, ball: sp.Rational(1, 7)}
    steps = (
        identical(formula(sp.Integer(0), ball), ball, at, "no query"),
        identical(formula(q + 1, ball), 2 * formula(q, ball), at, "one query more, all q"),
    )
    return chain(steps, "2^q balls by induction on q, all balls; a mixture of learners has no more")


def queries_solved_for(formula: Success, rng: np.random.Generator) -> Finding:
    """Put the chances of the best trees into the package's bounds: q must come out again."""
    del rng
    cases = 0
    for cells, queries in product(range(2, MOST_CELLS + 1), range(1, 4)):
        for ball in range(1, cells):
            best = Fraction(best_covered(cells, ball, queries), cells)
            delta, epsilon = 1 - formula(queries, Fraction(ball, cells)), Fraction(ball, 2 * cells)
            if best == 1:
                continue
            if not 0 < delta < 1 or success_chance(queries, 2 * epsilon) != best:
                return fails(
                    f"q = {queries}, ball {ball}/{cells}", claimed=1 - delta, computed=best
                )
            bound = randomized_queries_lower_bound(epsilon, delta)
            if not bound.lo <= queries <= bound.hi:
                return fails(
                    f"ball {ball}/{cells}, delta = {delta}", claimed=bound, computed=queries
                )
            cases += 1
    return holds(f"{cases} chances below 1, attained with q <= 3 on grids of at most 12 cells")


CLAIM: Claim[Success] = Claim(
    key="thresholds/bisection/randomized-lower-bound",
    title="Queries of a randomized learner",
    statement=(
        r"P(|\hat t - t| \le \varepsilon) \le \min(1, 2^q \cdot 2\varepsilon), \quad"
        r" \text{so } 1 - \delta \text{ takes } q \ge \log_2 \frac{1 - \delta}{2\varepsilon}"
    ),
    plain=(
        "That a learner may flip coins and fail with probability delta lowers the bound on its"
        " queries by log2(1/(1 - delta)) and no more."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "uniform target", "membership queries"}),
    does_not_say="that the bound is attained off grids for every epsilon",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=balls,
    checks=(
        Check(Method.SYMBOLIC, one_query_more, scope="all q and epsilon, every learner"),
        Check(
            Method.EXHAUSTIVE,
            best_trees,
            scope="grids of at most 12 cells, q <= 4, every tree of queries",
        ),
        Check(
            Method.ENCLOSURE,
            queries_solved_for,
            scope="grids of at most 12 cells, q <= 3, the package's two bounds",
        ),
    ),
    controls={
        "one query buys one ball": lambda queries, ball: (queries + 1) * ball,
        "one query more": lambda queries, ball: 2 ** (queries + 1) * ball,
        "half a ball": lambda queries, ball: 2**queries * ball / 2,
    },
)

r"""The least total number of questions, by Bellman's recursion.

Over all query trees that identify every hypothesis, the least sum of questions is
:math:`T(\mathcal H)` with :math:`T = 0` for one hypothesis and

.. math:: T(V) = |V| + \min_x \bigl( T(V_{x,-1}) + T(V_{x,+1}) \bigr).

The minimum is not always at the point that splits V most evenly: how well the parts
can be split matters as well.  To find it is NP-hard in general [hyafil1976constructing]_.
"""

from collections.abc import Callable, Sequence
from typing import TypeAlias

import numpy as np

from altheory.certificate import optimal_queries
from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._query_trees import greedy_total, least_total
from proofs_checks._small_classes import few_classes, small_classes

Total: TypeAlias = Callable[[FiniteClass], int]

# found by random search: eight hypotheses that no even split serves best
UNEVEN = FiniteClass(5, [0, 1, 4, 6, 8, 10, 16, 18])


def information_total(of: FiniteClass) -> int:
    """Return the sum of depths of the most balanced binary tree with as many leaves."""
    size = len(of.hypotheses)
    depth = (size - 1).bit_length()
    return (depth + 1) * size - (1 << depth)


def better_tree(of: FiniteClass) -> Counterexample:
    """Return a tree with a smaller sum than any greedy tree has."""
    tree = optimal_query_tree(of, "average")
    python = f"""\
from functools import cache

n, rows = {of.n_points}, {of.hypotheses}  # bit x of a row: is point x labeled +1?


@cache
def total(rows, even):
    if len(rows) == 1:
        return 0
    parts = [[tuple(r for r in rows if r >> x & 1 == y) for y in (0, 1)] for x in range(n)]
    parts = [pair for pair in parts if all(pair)]
    rarest = max(min(map(len, pair)) for pair in parts) if even else 0
    useful = [pair for pair in parts if min(map(len, pair)) >= rarest]
    return len(rows) + min(sum(total(part, even) for part in pair) for pair in useful)


assert total(rows, False) < total(rows, True)
"""
    return Counterexample(tree.certificate(), python)


def accepted_totals(total: Total, classes: Sequence[FiniteClass]) -> Finding:
    """Let the checker repeat the recursion on the uneven class and on others."""
    for of in (UNEVEN, *classes):
        claimed, best = total(of), least_total(of)
        if not accepted(optimal_queries(of.table(), "total", claimed)):
            witness = better_tree(of) if best < claimed else None
            where = f"class {of.table()['hypotheses']}"
            return fails(where, claimed=claimed, computed=best, counterexample=witness)
    seen = f"{len(classes) + 1} optima accepted"
    return holds(seen, claimed=total(UNEVEN), computed=least_total(UNEVEN))


def few_optima(total: Total, rng: np.random.Generator) -> Finding:
    """Let the checker look at few classes."""
    del rng
    return accepted_totals(total, few_classes())


def optimal_by_the_checker(total: Total, rng: np.random.Generator) -> Finding:
    """Let the checker look at all small classes."""
    del rng
    return accepted_totals(total, tuple(small_classes()))


CHECKS: tuple[Check[Total], ...] = (
    Check(
        Method.CERTIFICATE,
        few_optima,
        scope="all classes on 1 and 2 points, a star and the cube on 3, and one on 5 points",
    ),
    Check(
        Method.CERTIFICATE,
        optimal_by_the_checker,
        scope="all classes on at most 3 points and one on 5 points",
        tier="normal",
    ),
)

CLAIM: Claim[Total] = Claim(
    key="lower/queries/least-total",
    title="The least total number of questions",
    statement=r"T(V) = |V| + \min_x (T(V_{x,-1}) + T(V_{x,+1})), \quad |\mathcal X| \le 3",
    plain=(
        "On at most three points, the best average number of questions follows from that of the "
        "two parts of each split."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="that the recursion is fast: to find an optimal tree is NP-hard in general",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=least_total,
    checks=CHECKS,
    controls={
        "always the most even split": greedy_total,
        "every split is even": information_total,
        "one question a hypothesis for all": lambda of: len(of.hypotheses) ** 2 - 1,
    },
)

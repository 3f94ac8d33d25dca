r"""Even splits are optimal for intervals on up to six points and not on seven.

The class holds the intervals of n points in a row and the empty set, so
:math:`n (n + 1) / 2 + 1` hypotheses.  With T the least total number of questions and
:math:`T_{\mathrm{even}}` the least of trees that split as evenly as possible,

.. math:: T_{\mathrm{even}}(n) = T(n) \iff n \le 6 \qquad (n \le 8).

On seven points 147 questions are not 145, however ties are broken; on eight, 203
are not 200.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._query_trees import greedy_total, least_total

EvenIsBest: TypeAlias = Callable[[int], bool]
MOST = 8


def up_to_six(n: int) -> bool:
    """Decide whether even splits are optimal for intervals on n points."""
    return n <= 6


def intervals(n: int) -> FiniteClass:
    """Return the intervals of n points in a row, the empty one among them."""
    ends = [(a, b) for a in range(n) for b in range(a + 1, n + 1)]
    return FiniteClass(n, [0, *((1 << b) - (1 << a) for a, b in ends)])


def both_totals(even_is_best: EvenIsBest, rng: np.random.Generator) -> Finding:
    """Compare the best greedy tree, over all ties, with an optimal tree."""
    del rng
    for n in range(1, MOST + 1):
        greedy, least = greedy_total(intervals(n)), least_total(intervals(n))
        if (greedy == least) != even_is_best(n):
            where = f"n={n}: {greedy} questions by even splits, {least} at best"
            return fails(where, claimed=even_is_best(n), computed=greedy == least)
    seven = intervals(7)
    return holds(
        f"n <= {MOST}", claimed="not on 7", computed=f"{greedy_total(seven)} > {least_total(seven)}"
    )


def better_trees(even_is_best: EvenIsBest, rng: np.random.Generator) -> Finding:
    """Where even splits are said to fall short, let the checker walk a better tree."""
    del rng
    shown = [n for n in range(1, MOST + 1) if not even_is_best(n)]
    for n in shown:
        tree = optimal_query_tree(intervals(n), "average")
        if not (accepted(tree.certificate()) and tree.total < greedy_total(intervals(n))):
            return fails(f"n={n}: no tree asks fewer than {tree.total} questions")
    return holds(f"better trees accepted for n in {shown}")


CLAIM: Claim[EvenIsBest] = Claim(
    key="classes/intervals/even-splits",
    title="Even splits of intervals",
    statement=r"T_{\mathrm{even}}(n) = T(n) \iff n \le 6, \quad n \le 8",
    plain=(
        "Asking where intervals are split most evenly is best on up to six points but not on "
        "seven or eight."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="how the gap grows with the number of points",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=up_to_six,
    checks=(
        Check(Method.EXHAUSTIVE, both_totals, scope="n <= 8 points, all ties"),
        Check(Method.CERTIFICATE, better_trees, scope="n <= 8 points: the better trees"),
    ),
    controls={
        "even splits are always best": lambda _: True,
        "only up to five points": lambda n: n <= 5,
        "on seven points too": lambda n: n <= 7,
    },
)

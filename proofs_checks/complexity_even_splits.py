r"""Even splits are optimal for every class on up to four points, and not on five.

A greedy query tree always asks where what remains is split most evenly.  With the best way
to break its ties, its total depth T and its depth D obey

.. math:: (D_{\mathrm{even}}, T_{\mathrm{even}}) = (D, T) \text{ for every class on n points}
    \iff n \le 4 \qquad (n \le 5).

On five points a class of eight hypotheses has a tree of total depth 26 and depth 4, and
every greedy tree has a total of 27 and depth 5.
"""

from collections.abc import Callable, Iterable
from functools import cache
from typing import TypeAlias

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._query_trees import Masks, splits

EvenIsBest: TypeAlias = Callable[[int], bool]
Costs: TypeAlias = tuple[int, int]  # depth, total depth
FIVE = FiniteClass(5, [4, 8, 12, 13, 14, 16, 29, 30])


def up_to_four(n: int) -> bool:
    """Decide whether even splits are optimal for every class on n points."""
    return n <= 4


@cache
def costs(masks: Masks, n_points: int, *, even: bool) -> Costs:
    """Return the least depth and the least total depth, of greedy trees if ``even``."""
    parts = list(splits(masks, n_points))
    if not parts:
        return 0, 0
    rarest = max(min(map(len, pair)) for pair in parts)
    asked = [pair for pair in parts if not even or min(map(len, pair)) == rarest]
    below = [[costs(part, n_points, even=even) for part in pair] for pair in asked]
    depth = 1 + min(max(d for d, _ in pair) for pair in below)
    return depth, len(masks) + min(sum(t for _, t in pair) for pair in below)


def differs(masks: Masks, n_points: int) -> bool:
    """Decide whether no greedy tree is as deep, or in total as deep, as an optimal one."""
    return costs(masks, n_points, even=True) != costs(masks, n_points, even=False)


def classes(n_points: int) -> Iterable[Masks]:
    """Go through the classes that hold "all negative".

    Turning the label of a point turns no count: each class has such a one as its like.
    """
    others = range(1, 1 << n_points)
    for chosen in range(1 << (1 << n_points) - 1):
        yield (0, *(mask for mask in others if chosen >> mask - 1 & 1))


def compared(even_is_best: EvenIsBest, n_points: int) -> Finding:
    """Compare all classes on some points."""
    worse = next((masks for masks in classes(n_points) if differs(masks, n_points)), None)
    if (worse is None) != even_is_best(n_points):
        where = f"n={n_points}: {worse or 'no class is worse off'}"
        return fails(where, claimed=even_is_best(n_points), computed=worse is None)
    return holds(f"n={n_points}", claimed=even_is_best(n_points), computed=worse is None)


def up_to_three_points(even_is_best: EvenIsBest, rng: np.random.Generator) -> Finding:
    """Compare all classes on at most three points."""
    del rng
    found = [compared(even_is_best, n) for n in (1, 2, 3)]
    return next((each for each in found if each.outcome.name == "FAILS"), found[-1])


def four_points(even_is_best: EvenIsBest, rng: np.random.Generator) -> Finding:
    """Compare all classes on four points."""
    del rng
    return compared(even_is_best, 4)


def five_points(even_is_best: EvenIsBest, rng: np.random.Generator) -> Finding:
    """Let the checker walk the better trees of a class on five points."""
    del rng
    best = [optimal_query_tree(FIVE, goal) for goal in ("worst", "average")]
    if not all(accepted(tree.certificate()) for tree in best):
        return fails("the trees are rejected")
    depth, total = costs(FIVE.hypotheses, 5, even=True)
    worse = depth > best[0].depth and total > best[1].total
    computed = f"{depth}, {total} > {best[0].depth}, {best[1].total}"
    outcome = holds if worse != even_is_best(5) else fails
    return outcome("eight hypotheses on 5 points", claimed=even_is_best(5), computed=computed)


CLAIM: Claim[EvenIsBest] = Claim(
    key="complexity/even-splits",
    title="Even splits on few points",
    statement=(
        r"(D_{\mathrm{even}}, T_{\mathrm{even}}) = (D, T) \text{ for every class on } n"
        r" \text{ points} \iff n \le 4, \quad n \le 5"
    ),
    plain=(
        "On up to four points, asking where what remains is split most evenly is best for every "
        "class, in the worst case and on average; on five points for some class it is neither."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="anything about bad ways to break ties, which cost more on fewer points",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=up_to_four,
    checks=(
        Check(Method.EXHAUSTIVE, up_to_three_points, scope="all classes on at most 3 points"),
        Check(Method.CERTIFICATE, five_points, scope="a class on 5 points"),
        Check(Method.EXHAUSTIVE, four_points, scope="all classes on 4 points", tier="normal"),
    ),
    controls={
        "always": lambda _: True,
        "on two points at most": lambda n: n <= 2,
        "on five points too": lambda n: n <= 5,
    },
)

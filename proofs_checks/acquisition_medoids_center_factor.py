r"""The best medoid against the best center: at most 2 (1 - 1/n) times the total.

A center may lie anywhere, a medoid is one of the n instances.  Summed over all instances as
medoids, :math:`|x - y| \le |x - c| + |c - y|` gives

.. math:: \min_x \sum_y |x - y| \le \frac1n \sum_{x \ne y} (|x - c| + |c - y|)
          = 2 \Bigl(1 - \frac1n\Bigr) \sum_y |y - c| ,

in every metric.  Here it is that of city blocks, in which a best center has the medians of the
coordinates, so integers are enough; the four neighbors of a crossing need all of the factor.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Factor: TypeAlias = Callable[[int], Fraction]
Point: TypeAlias = tuple[int, int]
GRID: tuple[Point, ...] = tuple(product(range(3), range(3)))
CROSS: tuple[Point, ...] = ((0, 1), (2, 1), (1, 0), (1, 2))


def total(pool: tuple[Point, ...], center: Point) -> int:
    """Return the sum of all distances from a center along the streets."""
    return sum(abs(x - center[0]) + abs(y - center[1]) for x, y in pool)


def compared(factor: Factor, pools: Iterable[tuple[Point, ...]]) -> Finding:
    """Compare the best instance with the best crossing, and require that the factor is reached."""
    count, reached = 0, dict[int, Fraction]()
    for pool in pools:
        n = len(pool)
        medoid = min(total(pool, x) for x in pool)
        center = min(total(pool, x) for x in GRID)
        if medoid > factor(n) * center:
            return fails(f"{pool}", claimed=f"{factor(n)} * {center}", computed=medoid)
        if center:
            reached[n] = max(reached.get(n, Fraction(0)), Fraction(medoid, center))
        count += 1
    for n, found in reached.items():
        if found != factor(n):
            return fails(f"no {n} points need it", claimed=factor(n), computed=found)
    return holds(f"{count} pools", claimed=factor(4), computed=reached[4])


def around_a_crossing(factor: Factor, rng: np.random.Generator) -> Finding:
    """Try two to four of the four neighbors of a crossing."""
    del rng
    return compared(factor, (CROSS[:n] for n in (2, 3, 4)))


def on_a_grid(factor: Factor, rng: np.random.Generator) -> Finding:
    """Go through two to four points of a 3 by 3 grid, copies included."""
    del rng
    return compared(factor, (p for n in (2, 3, 4) for p in combinations_with_replacement(GRID, n)))


CLAIM: Claim[Factor] = Claim(
    key="acquisition/medoids/center-factor",
    title="The best medoid costs at most 2(1 - 1/n) times the best center",
    statement=(
        r"\min_{x \in X} \sum_{y \in X} |x - y|_1 \le 2 \Bigl(1 - \frac1n\Bigr) \min_c"
        r" \sum_{y \in X} |y - c|_1, \text{ and no smaller factor does}, \quad"
        r" X \subset \{0, 1, 2\}^2,\ 2 \le n \le 4"
    ),
    plain=(
        "To keep to instances instead of centers anywhere costs at most the factor 2(1 - 1/n) in "
        "the sum of all distances, which is 3/2 for four instances, and it is reached; on two to "
        "four points of a 3 by 3 grid, with distances along its lines."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that Euclidean distances reach the factor: they do not from three points on",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=lambda n: 2 - Fraction(2, n),
    checks=(
        Check(Method.EXHAUSTIVE, around_a_crossing, scope="two to four neighbors of a crossing"),
        Check(
            Method.EXHAUSTIVE,
            on_a_grid,
            scope="two to four of a 3 by 3 grid, copies included",
            tier="normal",
        ),
    ),
    controls={
        "2 for any number": lambda _: Fraction(2),
        "a medoid is as good": lambda _: Fraction(1),
        "one instance fewer": lambda n: 2 - Fraction(2, n - 1) if n > 2 else Fraction(1),
        "one instance more": lambda n: 2 - Fraction(2, n + 1),
    },
)

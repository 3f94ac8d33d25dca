r"""How many labelings lines give: Cover's number in one dimension more.

.. math:: 2 \sum_{k=0}^{d} \binom{n-1}k

for n points of which no d + 1 lie on a hyperplane.  In the plane that is 14 of the 16 for
four points: of the corners of a square the crosswise labelings are missing, and of a
triangle around a point the one that tells that point from the corners, and its opposite.
By Radon's theorem there are no other four points: they have one partition into parts whose
hulls meet, of two and two or of one and three.
"""

from collections.abc import Callable
from itertools import combinations, product
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.affine import AffineSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._affine_plane import Point, separable, turn

Growth: TypeAlias = Callable[[int, int], int]

CONVEX: tuple[Point, ...] = tuple((t, t * t) for t in range(-2, 4))
NESTED: tuple[Point, ...] = ((0, 0), (9, 1), (-4, 8), (-5, -7), (2, 3), (1, -3))


def cover(d: int, n: int) -> int:
    """Return Cover's number for affine separators."""
    return 2 * sum(comb(n - 1, k) for k in range(d + 1))


def parts(points: tuple[Point, ...]) -> int:
    """Return how many labelings some line gives, of all there are."""
    count = 0
    for ys in product((0, 1), repeat=len(points)):
        plus = [x for x, y in zip(points, ys, strict=True) if y]
        minus = [x for x, y in zip(points, ys, strict=True) if not y]
        count += separable(plus, minus)
    return count


def plane(most: int) -> Callable[[Growth, np.random.Generator], Finding]:
    """Return the check that decides every labeling of up to so many points."""

    def labels(formula: Growth, rng: np.random.Generator) -> Finding:
        del rng
        for n in range(1, most + 1):
            for points in (CONVEX[:n], NESTED[:n]):
                if any(turn(*three) == 0 for three in combinations(points, 3)):
                    return fails(f"points {points}: three of them are on a line")
                claimed, computed = formula(2, n), parts(points)
                known = AffineSeparators(2).combinatorics(n).growth
                if not claimed == computed == known:
                    return fails(f"points {points}", claimed=claimed, computed=computed)
        return holds(f"two sets each of 1 to {most} points")

    labels.__name__ = f"labelings_of_{most}_points"
    return labels


def line(formula: Growth, rng: np.random.Generator) -> Finding:
    """Decide every labeling of n points in a row: which one they are does not matter."""
    del rng
    for n in range(1, 9):
        computed = 0
        for ys in product((0, 1), repeat=n):
            plus, minus = ([i for i in range(n) if ys[i] == y] for y in (1, 0))
            apart = not plus or not minus or max(plus) < min(minus) or max(minus) < min(plus)
            computed += apart
        if formula(1, n) != computed:
            return fails(f"{n} points in a row", claimed=formula(1, n), computed=computed)
    return holds("all labelings of up to 8 points in a row")


CLAIM: Claim[Growth] = Claim(
    key="affine/growth",
    title="Growth function of affine separators",
    statement=(
        r"\#\{\text{labelings of } n \text{ points in general position}\}"
        r" = 2 \sum_{k=0}^{d} \binom{n-1}k, \quad d = 1, n \le 8 \text{ or } d = 2, n \le 4"
        r" \text{ or, for two sets of points, } d = 2, n = 5, 6"
    ),
    plain=(
        "Lines label up to four points of the plane, no three in a row, in 2 (1 + (n - 1) + "
        "C(n - 1, 2)) ways, 14 of 16 for four, and so they do with two sets each of five and six."
    ),
    relation="exact",
    does_not_say=(
        "the same of points with three on a line, which take fewer labelings, or of all sets of"
        " five and six points: those in convex position and one other were counted"
    ),
    source=Source(
        "cover1965",
        match="equivalent",
        difference="there for homogeneous separators in general position, here for lifted points",
    ),
    expected=Verdict.PROVED,
    formula=cover,
    checks=(
        Check(Method.EXHAUSTIVE, line, scope="d = 1, n <= 8"),
        Check(
            Method.EXHAUSTIVE,
            plane(4),
            scope="d = 2, n <= 4: a convex set and a nested one, by Radon the only kinds",
        ),
        Check(
            Method.EXHAUSTIVE, plane(6), scope="d = 2, n <= 6, two sets of points", tier="normal"
        ),
    ),
    controls={
        "homogeneous separators": lambda d, n: cover(d - 1, n),
        "all labelings": lambda _, n: 2**n,
        "one sign": lambda d, n: cover(d, n) // 2,
        "without the constants": lambda d, n: cover(d, n) - 2,
    },
)

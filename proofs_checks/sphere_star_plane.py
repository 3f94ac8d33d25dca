r"""In the plane no three directions are a star.

Separators of the plane have star number 2: around a circle of normals, a hyperplane of each
of n directions is passed twice in a turn, so of the arcs between them only those at the two
ends of one differ from it in one label.  Here all sets of n nonzero integer vectors within
a box are gone through, dependent ones, duplicates up to length and opposite ones among
them, around every labeling.
"""

from collections.abc import Callable
from functools import cache
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Stars: TypeAlias = Callable[[int], int]
Point: TypeAlias = tuple[int, ...]


def two(n: int) -> int:
    """Return the size of the largest star set among n directions."""
    return min(n, 2)


@cache
def labelings(points: tuple[Point, ...]) -> frozenset[tuple[bool, ...]]:
    """Return the labels of all separators that vanish nowhere, one between each two turns.

    Normals orthogonal to a point bound arcs.  The sum of two neighbors lies between them; if
    there are no more than two, opposite ones, then so do the points themselves.
    """
    turns = {(s * y, -s * x) for x, y in points for s in (-1, 1)}
    middles = [(a + c, b + d) for (a, b), (c, d) in product(turns, repeat=2)]
    middles += [(s * x, s * y) for x, y in points for s in (-1, 1)]
    rows = ([w[0] * x + w[1] * y for x, y in points] for w in middles)
    return frozenset(tuple(v > 0 for v in row) for row in rows if all(row))


def largest(points: tuple[Point, ...]) -> int:
    """Return the size of the largest star set of some points, around every labeling."""
    rows = labelings(points)
    sizes = [0]
    for chosen in (
        c for k in range(1, len(points) + 1) for c in combinations(range(len(points)), k)
    ):
        seen = {tuple(row[i] for i in chosen) for row in rows}
        if any(_flips(row) <= seen for row in seen):
            sizes.append(len(chosen))
    return max(sizes)


def _flips(row: tuple[bool, ...]) -> set[tuple[bool, ...]]:
    return {(*row[:i], not row[i], *row[i + 1 :]) for i in range(len(row))}


def boxes(reach: int, most: int) -> Callable[[Stars, np.random.Generator], Finding]:
    """Return the check that goes through all sets of vectors within a box."""

    def sets(formula: Stars, rng: np.random.Generator) -> Finding:
        del rng
        steps = range(-reach, reach + 1)
        points = [p for p in product(steps, repeat=2) if any(p)]
        for n in range(1, most + 1):
            computed = max(map(largest, combinations(points, n)))
            known = SphereSeparators(2).combinatorics(n).star_number
            if not computed == formula(n) == known:
                return fails(f"n = {n}: known {known}", claimed=formula(n), computed=computed)
        return holds(f"all sets of up to {most} of {len(points)} vectors")

    sets.__name__ = f"sets_of_up_to_{most}_within_{reach}"
    return sets


CLAIM: Claim[Stars] = Claim(
    key="sphere/star-number/plane",
    title="Star number of separators in the plane",
    statement=(
        r"\max_{x_1, \dots, x_n} \mathfrak s(\mathcal H|_{x_1, \dots, x_n}) = \min(n, 2),"
        r" \quad x_i \in \{-2, \dots, 2\}^2 \setminus 0,\ n \le 3"
    ),
    plain=(
        "No three directions of the plane with coordinates up to 2 are a star, nor more of those "
        "with coordinates -1, 0, 1, whatever labels they have."
    ),
    relation="exact",
    does_not_say="the same of three dimensions, where stars have any size",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference="the star number as defined there; the plane is gone through here",
    ),
    expected=Verdict.PROVED,
    formula=two,
    checks=(
        Check(Method.EXHAUSTIVE, boxes(1, 4), scope="n <= 4, coordinates -1, 0, 1"),
        Check(
            Method.EXHAUSTIVE, boxes(2, 3), scope="n <= 3, coordinates -2, ..., 2", tier="normal"
        ),
    ),
    controls={
        "as in space": lambda n: n,
        "one": lambda n: min(n, 1),
        "one more than the VC dimension": lambda n: min(n, 3),
    },
)

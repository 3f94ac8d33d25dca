r"""In d dimensions any 2d - 1 directions in general position are a star, and 2d need not be.

A set of directions is a star around some labeling iff after reflections each of them spans
an edge of the cone of all: a center and its neighbors are normals of hyperplanes that leave
none and one of them behind.  In affine terms a projective map brings the points into convex
position, and Larman showed that it exists for 2k + 1 points of k dimensions, k >= 2.  The
largest such number is a problem of McMullen; it is known for few k.

So up to 2d - 1 instances in general position all numbers of separators are n (d >= 3): the
star number, the teaching dimensions, the queries in the worst case.  From 2d on they are
functions of the instances and not of n alone.
"""

from collections.abc import Callable, Sequence
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.sphere import SphereSeparators
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sphere_signs import Point, in_general_position, labelings

Most: TypeAlias = Callable[[int], int]
NO_STAR: dict[int, tuple[Point, ...]] = {
    3: ((0, 1, -1), (1, -1, -1), (1, -1, 0), (1, 0, 1), (1, 1, -1), (1, 1, 1)),
    4: (
        (-1, -1, 2, 0),
        (-2, 3, 2, 3),
        (3, 3, -2, 2),
        (-2, 3, -3, 3),
        (-3, -1, 1, 2),
        (-2, 0, 0, 1),
        (2, -3, 2, 2),
        (-2, 2, 2, -3),
    ),
}


def twice_less_one(d: int) -> int:
    """Return the largest n for which all n directions in general position are a star."""
    return 2 * d - 1


def is_star(points: tuple[Point, ...]) -> bool:
    """Decide whether some labeling and all that differ from it in one place are taken."""
    rows = labelings(points)
    flipped = ([(*r[:i], -r[i], *r[i + 1 :]) for i in range(len(r))] for r in rows)
    return any(rows.issuperset(each) for each in flipped)


def cube(d: int) -> list[Point]:
    """Return the directions with coordinates -1, 0 and 1, one of each two opposite ones."""
    return [p for p in product((-1, 0, 1), repeat=d) if p > (0,) * d]


def stars_of(
    pools: dict[int, Sequence[Point]],
) -> Callable[[Most, np.random.Generator], Finding]:
    """Return the check that finds the largest n of which all sets within pools are stars."""

    def stars(formula: Most, rng: np.random.Generator) -> Finding:
        del rng
        for d, pool in pools.items():
            most = next(n - 1 for n in range(d + 1, 3 * d) if not all_stars(pool, n))
            if most != formula(d):
                return fails(f"d = {d}", claimed=formula(d), computed=most)
            known = [SphereSeparators(d).combinatorics(n).star_number for n in (most, most + 1)]
            if known != [most, None]:
                return fails(f"d = {d}: the package says otherwise", computed=known)
        return holds(f"all sets of {', '.join(f'{len(pool)} points' for pool in pools.values())}")

    stars.__name__ = f"stars_of_{'_'.join(str(len(pool)) for pool in pools.values())}_points"
    return stars


def all_stars(pool: Sequence[Point], n: int) -> bool:
    """Decide whether all sets of n points in general position are stars."""
    return all(is_star(chosen) for chosen in combinations(pool, n) if in_general_position(chosen))


CLAIM: Claim[Most] = Claim(
    key="sphere/star-number/general-position",
    title="How many directions in general position are a star",
    statement=(
        r"\max\{n : \text{any } n \text{ of the points are a star}\} = 2d - 1, \quad"
        r" d = 3:\ x_i \in \{-1, 0, 1\}^3; \quad d = 4: \text{ eight points}"
    ),
    plain=(
        "Among directions with coordinates -1, 0 and 1, in general position, any five in space "
        "are a star and six need not be; of eight in four dimensions any seven are."
    ),
    relation="exact",
    does_not_say="that 2d directions are never a star: some of any number are",
    source=Source(
        "larman1972",
        match="related",
        difference="any 2k + 1 points of k dimensions there; stars on the sphere here",
    ),
    expected=Verdict.PROVED,
    formula=twice_less_one,
    checks=(
        Check(
            Method.EXHAUSTIVE, stars_of({3: NO_STAR[3]}), scope="d = 3: six points and their parts"
        ),
        Check(
            Method.EXHAUSTIVE,
            stars_of({3: cube(3)}),
            scope="d = 3: all sets in {-1, 0, 1}^3",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            stars_of({4: NO_STAR[4]}),
            scope="d = 4: eight points and their parts",
            tier="long",
        ),
    ),
    controls={
        "the VC dimension and one": lambda d: d + 1,
        "twice the dimension": lambda d: 2 * d,
        "one of each two less": lambda d: 2 * d - 2,
    },
)

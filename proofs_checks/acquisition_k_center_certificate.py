r"""How far farthest-first centers are from the best is certified from below afterwards.

Among the k + 1 points T that are the centers and the farthest point, two share a center, so

.. math:: \tfrac12 r \le \min_{a \ne b \in T} \min_{p \in P} \max(\|a - p\|, \|b - p\|)
          \le \min_{|C| = k} \max_x \min_{c \in C} \|x - c\|

where r is the radius found.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import chain, combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._point_sets import Point, best, in_square, on_line, squared, squared_radius

Pool: TypeAlias = Sequence[Point]
Floor: TypeAlias = Callable[[Pool, Sequence[int]], Fraction]  # squared, from the witnesses

ROUNDING = Fraction(1, 10**12)
SHIFTED: Pool = ((0, 0), (4, 0), (2, 1), (2, 2))  # the certificate is better than half


def shared_center(pool: Pool, witnesses: Sequence[int]) -> Fraction:
    """Return the least squared radius with which some point serves two witnesses."""
    return Fraction(
        min(
            max(squared(pool[a], p), squared(pool[b], p))
            for a, b in combinations(witnesses, 2)
            for p in pool
        )
    )


def half_the_gap(pool: Pool, witnesses: Sequence[int]) -> Fraction:
    """Return the square of half the least distance of two witnesses."""
    gaps = (squared(pool[a], pool[b]) for a, b in combinations(witnesses, 2))
    return Fraction(min(gaps), 4)


def compared(floor: Floor, several: Iterable[Pool]) -> Finding:
    """Compare with half the radius, the best one, and the bound that the package returns."""
    from altheory.acquisition import k_center, k_center_bound

    count = 0
    for pool in several:
        for k in range(1, len(pool)):
            found = k_center(pool, k)
            bound = floor(pool, (*found.indices, found.farthest))
            radius, shipped = squared_radius(pool, found.indices), k_center_bound(pool, found)
            lies = Fraction(radius, 4) <= bound <= best(pool, k)
            if not lies or abs(Fraction(shipped) ** 2 - bound) > ROUNDING:
                where = f"{pool}, k = {k}: radius^2 {radius}, best^2 {best(pool, k)}"
                return fails(where, claimed=bound, computed=f"{shipped}^2")
            count += 1
    return holds(f"{count} searches")


def few_sets(floor: Floor, rng: np.random.Generator) -> Finding:
    """Try four points, and corners of a square."""
    del rng
    return compared(floor, chain([SHIFTED], in_square(3, 2)))


def many_sets(floor: Floor, rng: np.random.Generator) -> Finding:
    """Go through sets on a line and in a square."""
    del rng
    return compared(floor, chain([SHIFTED], on_line(4, 5), in_square(4, 3)))


CLAIM: Claim[Floor] = Claim(
    key="acquisition/k-center/certificate",
    title="A lower bound of the best radius, from the centers found",
    statement=(
        r"\tfrac12 r \le \min_{a \ne b \in T} \min_{p \in P} \max(\|a - p\|, \|b - p\|) \le r^*,"
        r" \quad P \subset \{0, \dots, 5\} \text{ or } \{0, 1, 2\}^2,\ |P| = 4,\ k \le 3"
    ),
    plain=(
        "Two of the centers and the farthest point share a center, which bounds every radius from "
        "below, by at least half the one found; on all sets of four integers up to 5 and of four "
        "points of a 3 by 3 grid, where the package returns this bound."
    ),
    relation="lower",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that the best radius is near the bound",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=shared_center,
    checks=(
        Check(Method.EXHAUSTIVE, few_sets, scope="four points, and three corners of a square"),
        Check(
            Method.EXHAUSTIVE,
            many_sets,
            scope="four of 0, ..., 5, copies included, and four of a 3 by 3 grid, k <= 3",
            tier="normal",
        ),
    ),
    controls={
        "half the least distance": half_the_gap,
        "the least distance": lambda pool, of: 4 * half_the_gap(pool, of),
        "without the farthest point": lambda pool, of: (
            shared_center(pool, of[:-1]) if len(of) > 2 else Fraction(0)
        ),
    },
    uses=("acquisition/k-center/factor",),
)

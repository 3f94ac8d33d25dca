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


def least_distance(pool: Pool, witnesses: Sequence[int]) -> Fraction:
    """Return the square of the least distance of two witnesses."""
    return Fraction(min(squared(pool[a], pool[b]) for a, b in combinations(witnesses, 2)))


def compared(floor: Floor, several: Iterable[Pool]) -> Finding:
    """Compare with half the radius that the package finds, and with the best one."""
    from altheory.acquisition import k_center

    count = 0
    for pool in several:
        for k in range(1, len(pool)):
            found = k_center(pool, k)
            bound = floor(pool, (*found.indices, found.farthest))
            radius, least = squared_radius(pool, found.indices), best(pool, k)
            if not Fraction(radius, 4) <= bound <= least:
                where = f"{pool}, k = {k}, squared radius {radius}"
                return fails(where, claimed=bound, computed=f"{least} at best")
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


def shipped(floor: Floor, rng: np.random.Generator) -> Finding:
    """Compare with the bound that the package returns."""
    from altheory.acquisition import k_center, k_center_bound

    del rng
    for pool in (SHIFTED, *in_square(4, 3)):
        for k in range(1, len(pool)):
            found = k_center(pool, k)
            bound = floor(pool, (*found.indices, found.farthest))
            returned = k_center_bound(pool, found)
            if abs(Fraction(returned) ** 2 - bound) > ROUNDING:
                return fails(f"{pool}, k = {k}", claimed=bound, computed=f"{returned}^2")
    return holds("within 1e-12 of the square of what altheory.acquisition.k_center_bound returns")


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
        "points of a 3 by 3 grid."
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
        Check(Method.ENCLOSURE, shipped, scope="four of a 3 by 3 grid, k <= 3", tier="normal"),
    ),
    controls={
        "the least distance": least_distance,
        "a third of the least distance": lambda pool, of: least_distance(pool, of) / 9,
        "without the farthest point": lambda pool, of: (
            shared_center(pool, of[:-1]) if len(of) > 2 else Fraction(0)
        ),
    },
    uses=("acquisition/k-center/factor",),
)

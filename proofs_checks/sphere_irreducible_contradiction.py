"""At most d + 1 labels of separators contradict each other irreducibly.

If no separator agrees, 0 is in the convex hull of some d + 1 of the signed examples
(Caratheodory), which contradict each other already.  The unit vectors and the opposite of
their sum are d + 1 of which any d agree with a separator.
"""

from collections.abc import Callable
from itertools import product
from math import gcd
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_cones import Row, irreducible, samples

Most: TypeAlias = Callable[[int], int]


def one_more(d: int) -> int:
    """Return how many labels may contradict each other irreducibly."""
    return d + 1


def directions(d: int) -> tuple[Row, ...]:
    """Return all primitive vectors to 2 of the plane, or axes and diagonals."""
    if d == 2:
        plane = product(range(-2, 3), repeat=2)
        return tuple(x for x in plane if gcd(*x) == 1)
    axes = [tuple(s * (i == k) for i in range(d)) for k in range(d) for s in (1, -1)]
    diagonals = product((1, -1), repeat=d) if d == 3 else [(1,) * d, (-1,) * d]
    return (*axes, *diagonals)


def largest(dimensions: tuple[int, ...]) -> Callable[[Most, np.random.Generator], Finding]:
    """Return the check that looks for irreducible contradictions of every size to d + 2."""

    def sizes(formula: Most, rng: np.random.Generator) -> Finding:
        del rng
        for d in dimensions:
            vectors = directions(d)
            found = {len(rows) for rows in samples(vectors, range(1, d + 3)) if irreducible(rows)}
            if formula(d) != max(found):
                return fails(f"d = {d}", claimed=formula(d), computed=max(found))
        return holds(f"d = {', '.join(map(str, dimensions))}: sets of d + 2 or fewer")

    sizes.__name__ = f"irreducible_to_dimension_{max(dimensions)}"
    return sizes


CLAIM: Claim[Most] = Claim(
    key="sphere/irreducible-contradiction",
    title="How many labels contradict each other",
    statement=(
        r"\max\{n : n \text{ labels contradict each other, but no } n - 1 \text{ of them}\} = d + 1"
        r" \quad (n \le d + 2;\ d = 2, 3, 4; \text{ listed directions})"
    ),
    plain=(
        "Labels of separators that contradict each other, but not without any one of them, are"
        " at most d + 1, and may be so many: sets of at most d + 2 directions, d = 2, 3, 4."
    ),
    relation="exact",
    does_not_say="that the labels that contradict each other are unique: there may be many sets",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_more,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            largest((2,)),
            scope="d = 2: 16 directions, n <= 4",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            largest((3, 4)),
            scope="d = 3: 14 directions, n <= 5; d = 4: 10 directions, n <= 6",
            tier="normal",
        ),
    ),
    controls={
        "one for each dimension": lambda d: d,
        "two more": lambda d: d + 2,
        "two for each dimension": lambda d: 2 * d,
    },
)

r"""How many labelings separators give: Cover's number.

.. math:: C(n, d) = 2 \sum_{k=0}^{d-1} \binom{n-1}k

for n points of which any d are linearly independent: :math:`2^n` up to n = d and fewer beyond.
Two sets of points of every size are counted: n points of the moment curve, and n of its
points modulo a prime.
"""

from collections.abc import Callable
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_growth import growth_sphere
from proofs_checks._sphere_signs import curve, in_general_position, labelings, spread

Growth: TypeAlias = Callable[[int, int], int]
SMALL = ((2, 2), (2, 5), (3, 3), (3, 4), (3, 5), (3, 6), (4, 4), (4, 5))
LARGER = tuple((d, n) for d in range(2, 6) for n in range(d, 10))


def cover(d: int, n: int) -> int:
    """Return Cover's number."""
    return 2 * sum(comb(n - 1, k) for k in range(d))


def counted(sizes: tuple[tuple[int, int], ...]) -> Callable[[Growth, np.random.Generator], Finding]:
    """Return the check that finds all labelings from the edges of their cones."""

    def labels(formula: Growth, rng: np.random.Generator) -> Finding:
        del rng
        for d, n in sizes:
            for points in (curve(d, n), spread(d, n)):
                if not in_general_position(points):
                    return fails(f"d = {d}, n = {n}: the points are not in general position")
                computed = len(labelings(points))
                if not formula(d, n) == growth_sphere(d, n) == computed:
                    return fails(f"d={d}, n={n}", claimed=formula(d, n), computed=computed)
        return holds(f"(d, n) = {', '.join(map(str, sizes))}; two sets of points each")

    labels.__name__ = f"labelings_of_{len(sizes)}_sizes"
    return labels


CLAIM: Claim[Growth] = Claim(
    key="sphere/growth",
    title="Growth function of separators",
    statement=(
        r"\#\{\text{labelings of } X\} = 2 \sum_{k=0}^{d-1} \binom{n-1}k, \quad"
        r" X = \{(1, t, \dots, t^{d-1})\}_{t=1}^n \text{ and } \{(t^k \bmod 101)_k - 50\}_2^{n+1},"
        r" \quad 2 \le d \le 5,\ d \le n \le 9"
    ),
    plain=(
        "Separators label two sets of n points in general position in Cover's number of ways, in"
        " two to five dimensions for every n up to nine."
    ),
    relation="exact",
    does_not_say=(
        "the same of points of which d are dependent, which have fewer labelings; that every set in"
        " general position has as many is Cover's theorem, and two sets of each size are counted"
    ),
    source=Source("cover1965"),
    expected=Verdict.PROVED,
    formula=cover,
    checks=(
        Check(Method.EXHAUSTIVE, counted(SMALL), scope="two sets of points, d = 2, 3, 4, n <= 6"),
        Check(
            Method.EXHAUSTIVE,
            counted(LARGER),
            scope="two sets of points, 2 <= d <= 5, d <= n <= 9",
            tier="normal",
        ),
    ),
    controls={
        "affine separators": lambda d, n: cover(d + 1, n),
        "one sign": lambda d, n: cover(d, n) // 2,
        "all labelings": lambda _, n: 2**n,
        "a point more": lambda d, n: cover(d, n + 1),
    },
)

r"""The VC dimension of boxes in :math:`[0, 1]^d` is 2d.

The middles of the 2d faces of the cube are shattered: a face is left out by moving that side
of the box inwards.  Of any 2d + 1 points one lies in the bounding box of those that are
lowest and highest on the axes.  What a box can say of n points depends only on their order
on each axis, ties included, and each such order occurs on the grid of side n: so a search
there, with n = 2d + 1, goes through all sets of points in the cube.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations, product
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.rectangles import Rectangles
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Dimension: TypeAlias = Callable[[int], int]

MOST = 3
HALF = Fraction(1, 2)


def two_an_axis(d: int) -> int:
    """Return two points for each axis."""
    return 2 * d


def faces_and_center(d: int) -> list[tuple[Fraction, ...]]:
    """Return the middles of the faces, and the center."""
    ends = (Fraction(0), Fraction(1))
    faces = [tuple(e if k == i else HALF for k in range(d)) for i in range(d) for e in ends]
    return [*faces, (HALF,) * d]


def is_shattered(d: int, points: list[tuple[Fraction, ...]]) -> bool:
    """Decide for each labeling whether some box is left, by the version space."""
    prior = Rectangles(d).version_space()
    labelings = product((-1, 1), repeat=len(points))
    return all(not prior.restrict_all(points, labels).is_empty for labels in labelings)


def faces(dimension: Dimension, rng: np.random.Generator) -> Finding:
    """Label as many of the middles of faces as are claimed in all ways; the center is too many."""
    del rng
    for d in range(1, MOST + 1):
        claimed, points = dimension(d), faces_and_center(d)
        if claimed > len(points) or not is_shattered(d, points[:claimed]):
            return fails(f"d={d}: not shattered", claimed=f">= {claimed}")
    return holds(f"d <= {MOST}: the middles of faces are shattered", claimed=dimension(MOST))


def no_larger_set(dimension: Dimension, rng: np.random.Generator) -> Finding:
    """Try every set of 2d + 1 points of the grid of that side, on the line and in the square."""
    del rng
    return _no_larger_set(dimension, (1, 2))


def no_larger_set_on_the_line(dimension: Dimension, rng: np.random.Generator) -> Finding:
    """Try every set of three points of the grid of that side."""
    del rng
    return _no_larger_set(dimension, (1,))


def _no_larger_set(dimension: Dimension, dimensions: tuple[int, ...]) -> Finding:
    for d in dimensions:
        claimed = dimension(d)
        points = list(product(range(2 * d + 1), repeat=d))  # only their order matters
        sizes = [size for size in (claimed, claimed + 1) if size <= len(points)]
        found = [any(_independent(s) for s in combinations(points, size)) for size in sizes]
        if found != [True, False][: len(found)]:
            return fails(f"d={d}: other sizes are shattered", claimed=claimed, computed=2 * d)
    most = max(dimensions)
    return holds(f"d <= {most}: no set of 2d + 1 points is shattered", claimed=dimension(most))


def _independent(points: tuple[tuple[int, ...], ...]) -> bool:
    """Decide whether no point lies in the bounding box of the others."""
    for x in points:
        others = [z for z in points if z != x]
        sides = zip(*others, strict=True)
        if others and all(min(s) <= c <= max(s) for s, c in zip(sides, x, strict=True)):
            return False
    return True


CLAIM: Claim[Dimension] = Claim(
    key="classes/rectangles/vc",
    title="VC dimension of boxes",
    statement=(
        r"d_{\mathrm{VC}}(\text{boxes in } [0, 1]^d) = 2d, \quad d \le 2; \quad"
        r" d_{\mathrm{VC}} \ge 2d, \quad d \le 3"
    ),
    plain=(
        "In one and two dimensions closed boxes shatter two points an axis and no more; in three "
        "dimensions they shatter at least as many."
    ),
    relation="exact",
    does_not_say="anything of boxes that are turned",
    source=Source("blumer1989learnability", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=two_an_axis,
    checks=(
        Check(
            Method.EXHAUSTIVE, no_larger_set, scope="d <= 2, every order of points", tier="normal"
        ),
        Check(Method.EXHAUSTIVE, no_larger_set_on_the_line, scope="d = 1, every order of points"),
        Check(Method.EXHAUSTIVE, faces, scope="d <= 3, the middles of faces"),
    ),
    controls={
        "one for each axis": lambda d: d,
        "one for each corner": lambda d: 1 << d,
        "the center as well": lambda d: 2 * d + 1,
    },
)

r"""The uniform law on what a cone cuts out of the sphere.

A cone with lines falls into congruent pieces, for its rays are orthogonal to the lines and
these to each other: choose a side of each line at random and a pointed cone is left.  In
the plane it is an arc, on which angles are uniform.  In space it is a polygon, so a fan of
triangles, which are halved until no side exceeds a sixth of a turn; one is chosen by its
area.  With unit vectors :math:`a, b, c` at its corners the point

.. math:: w = \lambda_1 a + \lambda_2 b + \lambda_3 c, \qquad
          |w|^2 \ge h^2 = (1 + 2 m) / 3 \ge 2/3,

with :math:`\lambda` uniform on the simplex and :math:`m` the least cosine of a side, is
uniform on a flat triangle, at which the sphere has the density :math:`\propto |w|^{-3}`; so
keep it with probability :math:`(h/|w|)^3`, which is more than a half and almost 1 for small
triangles.  Beyond the plane and space there is a walk with that law in the limit
(:mod:`altheory.spaces.hit_and_run`).

Chances are floats, so densities are right up to a factor :math:`1 + O(2^{-52})`; the
triangles are exact and the point is strictly within the cone, whatever its size.
"""

import math
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.angles import angle, triangle
from altheory.numeric.directions import Direction, dot, opposite, primitive
from altheory.spaces._crossings import GUARD, length, place, rounded, share, weighted
from altheory.spaces.cone import Cone, central
from altheory.spaces.cones import ClosedConvexCone
from altheory.spaces.facet_cone import FacetCone
from altheory.spaces.hit_and_run import HitAndRun
from altheory.spaces.polygon import SphericalPolygon

Triangle: TypeAlias = tuple[Direction, Direction, Direction]

KEPT = 16  # cones of which triangles or walks are kept
STEPS = 20  # of a walk, times d^2
NARROW = Fraction(1, 4)  # squared cosine of a sixth of a turn


def uniform(cone: ClosedConvexCone, rng: np.random.Generator) -> Direction:
    """Draw a direction from the interior of a solid cone, uniformly.

    Exact in the plane and in space.  Beyond, only approximately uniform: it is where a walk
    from the inner direction is after ``STEPS`` d^2 steps.  That is an experience, no bound:
    with d = 50 places are correlated for about 5,000 steps, and 50,000 are taken.

    Raises
    ------
    DomainError
        If the cone is flat.

    """
    if isinstance(cone, FacetCone):
        return _walked(cone, rng)
    if cone.span < cone.dimension:
        raise DomainError(
            "uniform directions are drawn from solid cones, "
            f"got one of dimension {cone.span} in dimension {cone.dimension}"
        )
    if cone.dimension > 3:
        return _walked(cone, rng)
    piece = pointed(cone, rng)
    draw = _of_arc if cone.dimension == 2 else _of_polygon
    while True:
        w = draw(piece, rng)
        if all(dot(z, w) > 0 for z in cone.normals):  # by rounding not once in 2^50 draws
            return w


def _walked(cone: ClosedConvexCone, rng: np.random.Generator) -> Direction:
    walk = _walk_within(cone)
    place = walk.walk(rng, 1, STEPS * cone.dimension**2)[0]
    while (w := walk.direction(place)) is None:
        place = walk.walk_from(place, rng, 1)[0]
    return w


@lru_cache(maxsize=KEPT)
def _walk_within(cone: ClosedConvexCone) -> HitAndRun:
    """Return the walk, rounded by the extreme rays, or by a point on each facet."""
    if isinstance(cone, FacetCone):
        return HitAndRun.inside(cone, cone.members)
    return HitAndRun.inside(cone, () if cone.lines else cone.rays)


def pointed(cone: Cone, rng: np.random.Generator) -> Cone:
    """Return the part of a cone on a random side of each of its lines."""
    for line in cone.lines:
        part = cone.above(line if rng.random() < 0.5 else opposite(line))
        cone = cone if part is None else part
    return cone


def _of_arc(cone: Cone, rng: np.random.Generator) -> Direction:
    a, b = cone.rays
    size = angle(a, b).midpoint
    s, t = place(float(size) * 2 * math.pi, share(rng))
    return _cut(weighted(s / length(a), a, t / length(b), b), size)


def _of_polygon(cone: Cone, rng: np.random.Generator) -> Direction:
    pieces, areas = _fan(cone)
    u = areas[-1] * Fraction(share(rng))
    chosen = next(piece for piece, area in zip(pieces, areas, strict=True) if u < area)
    return _cut(_of_triangle(chosen, rng), areas[-1])


@lru_cache(maxsize=KEPT)
def _fan(cone: Cone) -> tuple[tuple[Triangle, ...], tuple[Fraction, ...]]:
    """Return triangles that make up a polygon, and the areas up to each of them."""
    first, *others = SphericalPolygon(cone).corners
    pieces = [part for b, c in pairwise(others) for part in _narrow((first, b, c))]
    return tuple(pieces), tuple(accumulate(triangle(*piece).midpoint for piece in pieces))


def _narrow(whole: Triangle) -> Iterator[Triangle]:
    """Halve a triangle at its longest side until no side exceeds a sixth of a turn."""
    a, b, c = whole
    sides = [(_cosine(p, q), p, q, r) for p, q, r in ((a, b, c), (b, c, a), (c, a, b))]
    cosine, p, q, r = min(sides)
    if cosine >= NARROW:
        yield whole
        return
    middle = central((p, q))
    yield from _narrow((p, middle, r))
    yield from _narrow((middle, q, r))


def _cosine(p: Direction, q: Direction) -> Fraction:
    """Return the square of the cosine between two directions, with its sign."""
    product = dot(p, q)
    return Fraction(product * abs(product), dot(p, p) * dot(q, q))


def _of_triangle(corners: Triangle, rng: np.random.Generator) -> Direction:
    """Draw a point by rejection from the flat triangle."""
    a, b, c = corners
    cosines = [math.sqrt(_cosine(p, q)) for p, q in ((b, c), (c, a), (a, b))]
    least = (1 + 2 * min(cosines)) / 3
    while True:
        x, y, z = _barycentric(rng)
        products = (y * z, z * x, x * y)
        square = 1 - 2 * sum(k * (1 - cos) for k, cos in zip(products, cosines, strict=True))
        if rng.random() ** (2 / 3) * square < least:
            return _mixed((x, y, z), corners)


def _barycentric(rng: np.random.Generator) -> tuple[float, float, float]:
    """Draw a uniform point of the simplex."""
    x, y = share(rng), share(rng)
    if x + y > 1:
        x, y = 1 - x, 1 - y
    return x, y, 1 - x - y


def _mixed(shares: Sequence[float], corners: Triangle) -> Direction:
    """Return the direction of a mean of unit vectors."""
    weights = [Fraction(s) / length(v) for s, v in zip(shares, corners, strict=True)]
    columns = zip(*corners, strict=True)
    return primitive(
        sum((w * k for w, k in zip(weights, column, strict=True)), Fraction(0))
        for column in columns
    )


def _cut(x: Direction, size: Fraction) -> Direction:
    """Round a direction far below the size of what it was drawn from."""
    return rounded(x, GUARD + math.ceil(1 / size).bit_length())

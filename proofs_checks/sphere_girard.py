r"""Girard: the area of a spherical polygon is what its angles have more than in the plane.

The three great circles of a triangle cut the sphere in eight triangles, one for each row of
three signs, and opposite ones have equal areas.  The two great circles through a corner bound
a lune of two of them, with the area :math:`2 \alpha` by integration.  So the three pairs of
lunes cover the sphere, the triangle and its antipode three times instead of once:

.. math:: 2 \cdot 2 (\alpha + \beta + \gamma) = 4 \pi + 2 \cdot 2 A .

A polygon of k corners is a fan of k - 2 triangles, whose angles add up to those of the
polygon.  For polygons of real labels the area is computed otherwise, from the coordinates of
the corners.
"""

from collections.abc import Callable
from itertools import pairwise, product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp
from flint import arb, ctx

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.directions import Direction, dot
from altheory.spaces.cone import polyhedral
from altheory.spaces.polygon import SphericalPolygon
from proofs_checks._identities import identical
from proofs_checks._sphere_signs import determinant

Area: TypeAlias = Callable[[Any, Any, Any], Any]
POLES = (
    ((1, 0, 0), (0, 1, 0), (0, 0, 1)),
    ((4, 1, 0), (-4, 1, 0), (0, 1, 4), (0, 1, -4)),
    ((1, 7, -2), (2, -7, 1), (9, 1, 1)),
    tuple((3 * x, 3 * y, 5) for x, y in ((2, 1), (-1, 2), (-2, -1), (1, -2), (1, 1))),
)


def excess(angles: Any, corners: Any, pi: Any) -> Any:
    """Return the area from the sum of the angles, the number of corners, and pi."""
    return angles - (corners - 2) * pi


def lunes(formula: Area, rng: np.random.Generator) -> Finding:
    """Solve for the areas that three great circles cut, and add up a fan of triangles."""
    del rng
    angles = sp.symbols("alpha:3", positive=True)
    total, k = sp.symbols("s k", positive=True)
    triangle = triangle_from_lunes(angles)
    off = sp.expand(sum(angles) - triangle)  # what a triangle of any angles takes off
    if off.free_symbols:
        return fails(f"a triangle takes off {off}, which depends on its angles")
    fan = total - (k - 2) * off
    return identical(formula(total, k, sp.pi), fan, {total: 20, k: 5}, "lunes, and a fan")


def triangle_from_lunes(angles: tuple[Any, ...]) -> Any:
    """Return the area within three great circles, from the lunes that every two of them bound."""
    polar, around = sp.symbols("theta phi", positive=True)
    rows = list(product((1, -1), repeat=3))
    # the triangle of a row of signs and the opposite one have one area
    areas = {row: sp.Symbol(f"A{min(n, 7 - n)}") for n, row in enumerate(rows)}
    equations = [sp.Eq(sum(areas.values()), 4 * sp.pi)]
    for i, angle in enumerate(angles):
        lune = [areas[row] for row in rows if all(row[j] == 1 for j in range(3) if j != i)]
        area = sp.integrate(sp.sin(polar), (polar, 0, sp.pi), (around, 0, angle))
        equations.append(sp.Eq(sum(lune), area))
    return sp.solve(equations, list(set(areas.values())))[areas[1, 1, 1]]


def real_polygons(formula: Area, rng: np.random.Generator) -> Finding:
    """Compare with areas from the corners' coordinates, in balls."""
    del rng
    with ctx.workprec(120):
        for poles in POLES:
            cone = polyhedral(3, poles)
            if cone is None:
                return fails(f"{poles} leave nothing")
            corners = SphericalPolygon(cone).corners
            claimed = formula(_angles(corners), len(corners), arb.pi())
            first, *others = corners
            computed = sum((_triangle(first, *side) for side in pairwise(others)), arb(0))
            if not (claimed.overlaps(computed) and computed.rad() < 1e-20):
                return fails(f"corners {corners}", claimed=claimed, computed=computed)
    return holds(f"{len(POLES)} polygons of 3 to 5 corners, to twenty digits")


def _angles(corners: tuple[Direction, ...]) -> Any:
    """Return the sum of the angles, each between the great circles to the two neighbors."""
    around = zip(corners[-1:] + corners[:-1], corners, corners[1:] + corners[:1], strict=True)
    return sum((_between(at, before, after) for before, at, after in around), arb(0))


def _between(at: Direction, p: Direction, q: Direction) -> Any:
    """Return the angle at a corner: that of the parts of p and q orthogonal to it."""
    square = dot(at, at)
    pp, qq, pq = (square * dot(u, v) - dot(at, u) * dot(at, v) for u, v in ((p, p), (q, q), (p, q)))
    return (arb(pq) / (arb(pp) * qq).sqrt()).acos()


def _triangle(a: Direction, b: Direction, c: Direction) -> Any:
    """Return the area of a triangle, by the tangent of its half."""
    x, y, z = (arb(dot(v, v)).sqrt() for v in (a, b, c))
    below = x * y * z + dot(a, b) * z + dot(b, c) * x + dot(c, a) * y
    return 2 * arb.atan2(arb(abs(determinant([a, b, c]))), below)


CLAIM: Claim[Area] = Claim(
    key="sphere/polygon/girard",
    title="The area of a spherical polygon",
    statement=(
        r"\operatorname{area} = \alpha_1 + \dots + \alpha_k - (k - 2) \pi"
        r" \text{ of a convex polygon, given that it is a fan of } k - 2 \text{ triangles}"
    ),
    plain=(
        "A convex polygon on the unit sphere, cut into a fan of triangles, has the area by which "
        "its angles exceed those in a plane."
    ),
    relation="identity",
    does_not_say="the mass of the disagreement region, which is the perimeter and no area",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=excess,
    checks=(
        Check(
            Method.SYMBOLIC,
            lunes,
            scope="all triangles; any number of corners, given a fan of triangles",
        ),
        Check(Method.ENCLOSURE, real_polygons, scope="four polygons, to twenty digits"),
    ),
    controls={
        "every corner takes off pi": lambda angles, k, pi: angles - k * pi,
        "the other way round": lambda angles, k, pi: (k - 2) * pi - angles,
        "always a triangle": lambda angles, _, pi: angles - pi,
    },
)

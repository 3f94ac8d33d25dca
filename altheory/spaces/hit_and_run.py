r"""Hit-and-run: a walk whose places are uniform on what a cone cuts out of the sphere.

From a place :math:`u` choose a direction :math:`v` at random, orthogonal to :math:`u` and of
length one, and go along the great circle :math:`u \cos t + v \sin t`.  The facets bound it:
with :math:`r_i = z_i \cdot v / z_i \cdot u`

.. math:: \arctan(\max_i r_i) - \tfrac{\pi}{2} < t < \arctan(\min_i r_i) + \tfrac{\pi}{2},

and the next place is drawn from the law that the target has on that arc.  The walk is
reversible, so the target is stationary; it is the law of a place after many steps.

A small or narrow cone is *rounded* first.  With an orthonormal basis
:math:`c, e_1, \dots, e_{d-1}` around a member :math:`c` let

.. math:: w = M u = u_0 c + \textstyle\sum_j s_j u_j e_j.

If :math:`w` is to be uniform then :math:`u` has the density :math:`\propto |M u|^{-d}`, by
which uniform places of the arc are accepted.  The :math:`s_j` are taken from a cloud of
members, so that seen from :math:`c` the cone is about as wide one way as another, an angle of
about :math:`1/\sqrt{d}`, at which most places are accepted.  Wide cones stay as they are.

The facets :math:`M^\top z_i` are computed with integers and rounded once, so a cone of
angle :math:`10^{-12}` or :math:`10^{-100}` is walked like any other.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Self, final

import numpy as np

from altheory.numeric.compiled import compiled
from altheory.numeric.directions import Direction, dot, primitive
from altheory.protocols import Floats
from altheory.spaces._band import tangent
from altheory.spaces._crossings import GUARD, length, rounded
from altheory.spaces.cones import ClosedConvexCone

UNIT = 1 << 60  # of the coordinates of the basis
THINNEST = Fraction(1, 1 << 40)  # of the widths relative to each other
REFRESHED = 64  # steps after which the distances to the facets are computed anew
TOUCHING = 1e-300  # what is left of a distance that rounding ate up


@final
@dataclass(frozen=True, slots=True, eq=False)
class HitAndRun:
    """The walk within a solid cone.

    Attributes
    ----------
    normals
        Of the facets.
    basis
        The columns of M as rationals: the place u stands for the direction M u.
    facets
        The normals seen from the walk, ``float64[d, m]``, one column for each of length one.
    stretch
        The squared lengths of the columns of M, ``float64[d]``.
    bits
        Of the directions, far below the size of the cone.

    """

    normals: tuple[Direction, ...]
    basis: tuple[tuple[Fraction, ...], ...]
    facets: Floats
    stretch: Floats
    bits: int

    @classmethod
    def inside(cls, cone: ClosedConvexCone, cloud: Sequence[Direction] = ()) -> Self:
        """Return the walk within a cone, rounded by a cloud of directions of it.

        Without a cloud, or if it reaches a right angle from the inner direction, the cone
        stays as it is.
        """
        c, d = cone.inner, cone.dimension
        scale = tangent(c, cloud) if len(cloud) >= d else None
        axes, widths = orthonormal(c), [Fraction(1)] * (d - 1)
        if scale is not None and scale * scale * d < 1:
            axes, widths = _principal(c, axes, cloud, scale)
        return cls.stretched(cone, axes, widths)

    @classmethod
    def stretched(
        cls, cone: ClosedConvexCone, axes: Sequence[Direction], widths: Sequence[Fraction]
    ) -> Self:
        """Return the walk that sees so much of each axis as one.

        The axes are orthogonal to each other and to the inner direction, and of length
        ``UNIT``, up to rounding.
        """
        c = cone.inner
        ways = [Fraction(1) / length(c), *(s / UNIT for s in widths)]
        basis = tuple(tuple(s * k for k in e) for s, e in zip(ways, [c, *axes], strict=True))
        bits = 2 * GUARD + math.ceil(1 / min(widths)).bit_length()
        return cls(cone.normals, basis, _seen(cone.normals, basis), _squares(widths), bits)

    def walk(self, rng: np.random.Generator, n: int, thin: int = 1) -> Floats:
        """Return places of a walk from the middle on: ``float64[n, d]``, one in ``thin``."""
        place = np.zeros(len(self.stretch))
        place[0] = 1.0
        return self.walk_from(place, rng, n, thin)

    def walk_from(self, place: Floats, rng: np.random.Generator, n: int, thin: int = 1) -> Floats:
        """Return places of a walk from a place within the cone on."""
        path = np.empty((n, len(place)))
        _walk(rng, place.copy(), (self.facets, self.stretch), path, thin)
        return path

    def direction(self, place: Floats) -> Direction | None:
        """Return the direction that a place stands for, None if rounding put it outside."""
        u = [Fraction(x) for x in place.tolist()]
        w = primitive(
            sum((x * e[i] for x, e in zip(u, self.basis, strict=True)), Fraction(0))
            for i in range(len(u))
        )
        short = rounded(w, self.bits)
        return short if all(dot(z, short) > 0 for z in self.normals) else None


def orthonormal(c: Direction) -> list[Direction]:
    """Return a basis of what is orthogonal to a direction, of length ``UNIT`` but for rounding."""
    unit = np.array([float(Fraction(k) / length(c)) for k in c])
    full, _ = np.linalg.qr(np.column_stack([unit, np.eye(len(c))]))
    return _integral(full.T[1:])


def _integral(axes: Floats) -> list[Direction]:
    return [tuple(round(Fraction(x) * UNIT) for x in axis) for axis in axes.tolist()]


def _principal(
    c: Direction, axes: Sequence[Direction], cloud: Sequence[Direction], scale: Fraction
) -> tuple[list[Direction], list[Fraction]]:
    """Return the principal axes of a cloud around c, and how far it reaches along each."""
    size = length(c) / (UNIT * scale)
    points = np.array([[float(dot(r, e) * size / dot(r, c)) for e in axes] for r in cloud])
    centered = points - points.mean(axis=0)
    variances, turned = np.linalg.eigh(centered.T @ centered)
    floats = turned.T @ np.array([[k / UNIT for k in e] for e in axes])
    largest = Fraction(float(variances[-1]))
    shares = [max(Fraction(float(v)) / largest, THINNEST**2) for v in variances]
    reach = scale * Fraction(math.sqrt(len(c)))
    return _integral(floats), [reach * Fraction(math.sqrt(s)) for s in shares]


def _seen(normals: Sequence[Direction], basis: Sequence[Sequence[Fraction]]) -> Floats:
    """Return the normals in the coordinates of a basis, of length one: one for each column."""
    seen = np.empty((len(basis), len(normals)))
    for i, z in enumerate(normals):
        exact = [_product(z, e) for e in basis]
        largest = max(map(abs, exact))
        row = np.array([float(x / largest) for x in exact])
        seen[:, i] = row / math.sqrt(row @ row)
    return seen


def _product(z: Direction, e: Sequence[Fraction]) -> Fraction:
    """Return the product with a multiple of an integer vector."""
    k = primitive(e)
    return dot(z, k) * next(a / b for a, b in zip(e, k, strict=True) if b)


def _squares(widths: Sequence[Fraction]) -> Floats:
    return np.array([1.0, *(float(s) ** 2 for s in widths)])


@compiled
def _walk(
    rng: np.random.Generator,
    place: Floats,
    seen: tuple[Floats, Floats],
    path: Floats,
    thin: int,
) -> None:
    """Fill ``path`` with every ``thin``-th place of a walk, from ``place`` on.

    Products are those of BLAS, so with and without machine code they agree up to rounding.
    Invariant: ``slack`` holds the products of the place with each facet, up to rounding.
    """
    facets, stretch = seen
    left, slack = 0, np.dot(place, facets)
    for row in range(path.shape[0]):
        for _ in range(thin):
            if left == 0:
                left = REFRESHED
                place /= math.sqrt(np.dot(place, place))
                slack = np.dot(place, facets)
            left -= 1
            way = rng.standard_normal(place.size)
            way -= np.dot(way, place) * place
            way /= math.sqrt(np.dot(way, way))
            speed = np.dot(way, facets)
            arc = (-math.pi, math.pi)
            if slack.size > 0:
                rates = speed / slack
                right = math.pi / 2
                arc = (math.atan(rates.max()) - right, math.atan(rates.min()) + right)
            t = _angle(rng, arc, stretch, place, way)
            cosine, sine = math.cos(t), math.sin(t)
            place = cosine * place + sine * way
            slack = np.maximum(cosine * slack + sine * speed, TOUCHING)
        path[row] = place


@compiled
def _angle(
    rng: np.random.Generator,
    arc: tuple[float, float],
    stretch: Floats,
    place: Floats,
    way: Floats,
) -> float:
    """Draw how far to go, with density proportional to |M (u cos t + v sin t)|^(-d) on the arc.

    The square is a wave of 2 t; it is the same everywhere if M stretches all axes alike.
    """
    start, end = arc
    if stretch.min() == stretch.max():
        return start + (end - start) * rng.random()
    here, there = np.dot(stretch * place, place), np.dot(stretch * way, way)
    mean, even, odd = (here + there) / 2, (here - there) / 2, np.dot(stretch * place, way)
    valley = (math.atan2(odd, even) + math.pi) / 2  # and half a turn away from there
    least = mean - math.sqrt(even * even + odd * odd)
    if not (start < valley < end or start < valley - math.pi < end):
        first = mean + even * math.cos(2 * start) + odd * math.sin(2 * start)
        last = mean + even * math.cos(2 * end) + odd * math.sin(2 * end)
        least = min(first, last)
    while True:
        t = start + (end - start) * rng.random()
        square = mean + even * math.cos(2 * t) + odd * math.sin(2 * t)
        if rng.random() ** (2 / place.size) * square < least:
            return t

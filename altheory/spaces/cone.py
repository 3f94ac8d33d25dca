r"""Polyhedral cones by their generators: double description with integers.

The closed cone :math:`K = \{w : z_i \cdot w \ge 0 \text{ for all } i\}` is the set of sums

.. math:: w = \sum_k \lambda_k r_k + \sum_j \mu_j l_j, \qquad \lambda_k \ge 0,

of its extreme *rays* :math:`r_k`, orthogonal to its *lines* :math:`l_j`, which span the
subspace that it holds.  One more normal :math:`z` either cuts the lines, of which one
becomes a ray, or splits the rays: those with :math:`z \cdot r < 0` go, and each edge from
one of them to one that stays meets :math:`z \cdot w = 0` in a new ray.  Two rays span an
edge iff no third ray lies on all the facets that they share.  A normal is needed iff the
rays on it are neither all of them nor only some of those on another; of normals with the
same rays the first stays.

A cone of several linear inequalities keeps the irredundant normals only, one for each
facet.  All vectors are primitive integers (:mod:`altheory.numeric.directions`), so every
sign is exact.  The number of rays grows like :math:`m^{\lfloor (d-1)/2 \rfloor}` at worst;
cones around random labels have about 36, 300 and 7,700 in dimensions 5, 7 and 10.  Where
they are too many, facets still do (:mod:`altheory.spaces.facet_cone`).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import product
from math import isqrt
from typing import Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.numeric.directions import (
    Direction,
    combined,
    dot,
    opposite,
    reduced,
    sign,
    split,
    unit_vectors,
)
from altheory.numeric.signs import dot_signs
from altheory.protocols import Floats

RAYS = 5_000  # of one cone
PAIRS = 1 << 20  # of rays, tried in one step
GUARD = 64  # bits to which the lengths of rays are kept


@final
@dataclass(frozen=True, slots=True, eq=False)
class Sides:
    """On which side of a cone each instance is, and what decided.

    Attributes
    ----------
    values
        ``int8[n]``: +1 if ``x . w >= 0`` on the whole cone, -1 if ``x . w <= 0``, else 0.
    rays, members, shares, projection
        How many were decided by all extreme rays, by two members that disagree, by
        least squares with a proof in floats, and by least squares in integers.

    """

    values: NDArray[np.int8]
    rays: int = 0
    members: int = 0
    shares: int = 0
    projection: int = 0


@final
@dataclass(frozen=True, slots=True)
class Cone:
    """A closed convex polyhedral cone, by its facets and its generators.

    Attributes
    ----------
    dimension
        Of the space around it.
    normals
        One for each facet: the cone is on their nonnegative side.
    lines
        An orthogonal basis of the subspace within it.
    rays
        Its extreme rays, orthogonal to all lines.
    tight
        For each ray the facets on which it lies, as a bitmask.
    span
        The dimension of the cone itself.

    Examples
    --------
    >>> half = Cone.whole(3).above((0, 0, 1))
    >>> lune = half.above((1, 0, 0))
    >>> lune.lines, lune.rays
    (((0, 1, 0),), ((0, 0, 1), (1, 0, 0)))
    >>> lune.above((-1, 0, 0)) is None  # nothing is left but a half plane
    True

    """

    dimension: int
    normals: tuple[Direction, ...]
    lines: tuple[Direction, ...]
    rays: tuple[Direction, ...]
    tight: tuple[int, ...]
    span: int

    @classmethod
    def whole(cls, dimension: int) -> Self:
        """Return all of space."""
        return cls(dimension, (), unit_vectors(dimension), (), (), dimension)

    @property
    def is_origin(self) -> bool:
        """Whether the cone holds nothing but the zero vector."""
        return self.span == 0

    @property
    def inner(self) -> Direction:
        """A central direction, exactly in the relative interior."""
        return central(self.rays) if self.rays else self.lines[0]

    def sides(self, z: Direction) -> frozenset[int]:
        """Return the signs that ``z . w`` takes in the relative interior, without the origin."""
        if any(dot(z, line) for line in self.lines):
            return frozenset({-1, 0, 1} if self.span > 1 else {-1, 1})
        found = frozenset(sign(dot(z, r)) for r in self.rays) - {0}
        return frozenset({-1, 0, 1}) if len(found) == 2 else found or frozenset({0})

    def batch_sides(self, xs: Floats) -> Sides:
        """Decide a batch, exactly, for a cone with interior: ``xs : float64[n, d]``."""
        signs, known = dot_signs(xs, (*self.rays, *self.lines)).values, len(self.rays)
        level = ~signs[:, known:].any(axis=1)
        inside = level & (signs[:, :known] >= 0).all(axis=1)
        opposed = level & (signs[:, :known] <= 0).all(axis=1)
        return Sides(np.where(inside, 1, np.where(opposed, -1, 0)).astype(np.int8), rays=len(xs))

    def objection(self, x: Direction) -> Direction | None:
        """Return a member with ``x . w < 0``, None if there is none."""
        ways = (*self.rays, *self.lines, *map(opposite, self.lines))
        member = min(ways, key=lambda w: dot(x, w))
        return member if dot(x, member) < 0 else None

    def above(self, z: Direction) -> "Cone | None":
        """Return the part with ``z . w >= 0``, None if ``z . w > 0`` nowhere."""
        if len(z) != self.dimension or not any(z):
            raise DomainError(f"a normal in dimension {self.dimension} is no zero vector, got {z}")
        if any(dot(z, line) for line in self.lines):
            return self._turned(z)
        values = [dot(z, r) for r in self.rays]
        if max(values, default=0) <= 0:
            return None
        return self if min(values) >= 0 else self._clipped(z, values)

    def on(self, z: Direction) -> "Cone":
        """Return the part with ``z . w == 0``, where ``z . w`` takes both signs."""
        if any(dot(z, line) for line in self.lines):
            turned = self._turned(z)
            return replace(self, lines=turned.lines, rays=turned.rays[:-1], span=self.span - 1)
        edges = self._crossings([dot(z, r) for r in self.rays])
        return _with_facets(replace(self, span=self.span - 1), self.normals, edges)

    def combination(self, x: Direction) -> dict[int, Fraction] | None:
        r"""Return :math:`\lambda > 0` with :math:`x = \sum_i \lambda_i z_i`, None if there is none.

        Keys are indices of ``normals``, and the normals named are linearly independent.
        Of each normal in turn as much is taken off x as keeps the rest nonnegative on all
        rays.  Then the rest is zero on some ray on which that normal is positive, and
        stays so: all that is taken off later is zero there too.
        """
        if any(dot(x, line) for line in self.lines) or any(dot(x, r) < 0 for r in self.rays):
            return None
        rest, found = tuple(map(Fraction, x)), dict[int, Fraction]()
        for i, z in enumerate(self.normals):
            share = min(along(rest, r) / dot(z, r) for r in self.rays if dot(z, r) > 0)
            if share > 0:
                found[i] = share
                rest = tuple(a - share * b for a, b in zip(rest, z, strict=True))
        return found

    def _turned(self, z: Direction) -> "Cone":
        """Cut the lines: their part along ``z`` is the new, last ray, and on all old facets."""
        ray, lines = split(self.lines, z)
        size, new = dot(z, ray), 1 << len(self.normals)
        rays = (*(combined(size, r, -dot(z, r), ray) for r in self.rays), ray)
        return Cone(
            self.dimension,
            (*self.normals, z),
            tuple(lines),
            rays,
            (*(t | new for t in self.tight), new - 1),
            self.span,
        )

    def _clipped(self, z: Direction, values: Sequence[int]) -> "Cone":
        """Cut the rays: ``values`` are their products with ``z``, some of each sign."""
        new = 1 << len(self.normals)
        kept = [(r, t) for r, t, v in zip(self.rays, self.tight, values, strict=True) if v > 0]
        edges = [(r, t | new) for r, t in self._crossings(values)]
        return _with_facets(self, (*self.normals, z), kept + edges)

    def _crossings(self, values: Sequence[int]) -> list[tuple[Direction, int]]:
        """Return the extreme rays where a product is zero, with their old facets.

        ``values`` are the products of the rays with the normal of that section.
        """
        given = list(zip(self.rays, self.tight, values, strict=True))
        found = [(r, t) for r, t, v in given if v == 0]
        over, under = ([g for g in given if sign(g[2]) == s] for s in (1, -1))
        if len(over) * len(under) > PAIRS:
            raise _budget(f"{len(self.rays)} extreme rays, of which {PAIRS} pairs are too many")
        fewest = self.span - len(self.lines) - 2  # facets that meet in an edge
        for (p, on_p, a), (q, on_q, b) in product(over, under):
            shared = on_p & on_q
            if shared.bit_count() >= fewest and self._is_edge(shared):
                found.append((combined(-b, p, a, q), shared))
        return found

    def _is_edge(self, shared: int) -> bool:
        """Decide whether only two rays lie on the facets ``shared``."""
        holders = (t for t in self.tight if t & shared == shared)
        return sum(1 for _, _ in zip(range(3), holders, strict=False)) == 2


def central(rays: Sequence[Direction]) -> Direction:
    """Return the mean of some rays at unit length.

    The lengths are rounded, which leaves every weight positive, so the direction is in the
    relative interior of the cone that the rays span, whatever the rounding.
    """
    lengths = [isqrt(dot(r, r) << 2 * GUARD) for r in rays]
    longest = max(lengths) << GUARD
    weights = [longest // length for length in lengths]
    return reduced([dot(weights, column) for column in zip(*rays, strict=True)])


def along(x: Sequence[Fraction], r: Direction) -> Fraction:
    """Return the dot product of a rational vector with a direction."""
    return sum((a * b for a, b in zip(x, r, strict=True)), Fraction(0))


def polyhedral(dimension: int, normals: Sequence[Direction]) -> Cone | None:
    """Return the cone on the nonnegative side of all normals, None if it has no interior."""
    cone: Cone | None = Cone.whole(dimension)
    for z in normals:
        cone = None if cone is None else cone.above(z)
    return cone


def parts(cone: Cone, z: Direction) -> Iterator[tuple[int, Cone]]:
    """Yield the signs that ``z . w`` takes within a cone, with the part of each."""
    sides = cone.sides(z)
    for side in sorted(sides, reverse=True):
        if len(sides) == 1:
            yield side, cone
        elif side == 0:
            yield side, cone.on(z)
        else:
            part = cone.above(z if side > 0 else opposite(z))
            if part is not None:
                yield side, part


def _with_facets(
    of: Cone, normals: Sequence[Direction], rays: Sequence[tuple[Direction, int]]
) -> Cone:
    """Return the cone of some rays without needless normals, rays in increasing order.

    A normal is needed iff it is that of a facet.
    """
    if len(rays) > RAYS:
        raise _budget(f"{len(rays)} extreme rays, more than {RAYS}")
    ordered = sorted(rays)
    faces = [
        sum(1 << k for k, (_, t) in enumerate(ordered) if t >> i & 1) for i in range(len(normals))
    ]
    needed = _facets(faces, (1 << len(ordered)) - 1)
    return replace(
        of,
        normals=tuple(normals[i] for i in needed),
        rays=tuple(r for r, _ in ordered),
        tight=tuple(sum(1 << k for k, i in enumerate(needed) if t >> i & 1) for _, t in ordered),
    )


def _facets(faces: Sequence[int], everything: int) -> list[int]:
    """Return the indices of the largest faces that are not everything, each face once."""
    proper = dict.fromkeys(face for face in faces if face != everything)
    largest = {f for f in proper if not any(f & ~g == 0 for g in proper if g != f)}
    return [i for i, f in enumerate(faces) if f in largest and f not in faces[:i]]


def _budget(found: str) -> BudgetError:
    return BudgetError(f"a cone of {found}; use fewer labels or a smaller dimension")

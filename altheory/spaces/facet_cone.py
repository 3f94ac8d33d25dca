r"""Polyhedral cones by their facets, in every dimension.

The closed cone :math:`K = \{w : z_i \cdot w \ge 0 \text{ for all } i\}` may have more extreme rays
than anyone can list: about 7,700 behind a hundred labels in dimension 10, and 10^20 in
dimension 50.  Its facets are at most as many as the labels.  Here it is known by

- the normals :math:`z_i` of its facets, without those that follow from others,
- an *inner* direction :math:`p` with :math:`p \cdot z_i > 0` for all i,
- for each facet a direction :math:`u_i` *beyond* it and beyond no other:
  :math:`u_i \cdot z_i < 0 < u_i \cdot z_j`.  The way from :math:`p` to :math:`u_i` meets the
  facet in a point of it, which is a member of :math:`K`.

All are integers.  A new normal :math:`z` leaves a facet alone while :math:`z \cdot u_i > 0`; only
of the others a small linear program has to say whether they still bind.

Whether :math:`z \cdot w \ge 0` on all of :math:`K`, so whether :math:`z` is a nonnegative
combination of the normals, is decided on a ladder.  Each rung decides exactly or not at all:

1. *members*: the inner direction and the points on the facets.  If two of them have
   :math:`z \cdot w > 0` and :math:`z \cdot w < 0`, neither :math:`z` nor :math:`-z` is such a
   combination.  A batch is one matrix product with proved bounds;
2. *shares*: nonnegative least squares propose a combination or a member in between, and
   floats prove it (:mod:`altheory.spaces._facet_filter`), or integers for one instance alone;
3. *projection*: least squares in integers from there on, which always end
   (:mod:`altheory.numeric.cone_projection`).

Floats leave open about half of what is :math:`10^{-8}` or less from the boundary in dimension 10,
and :math:`10^{-7}` in dimension 50.  There is no rung of linear programs in between: at such
points HiGHS, with its tolerance of :math:`10^{-7}`, was right about as often as a coin.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import lru_cache
from typing import Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.cone_projection import projection, rank
from altheory.numeric.directions import (
    Direction,
    combined,
    dot,
    opposite,
    reduced,
    sign,
    unit_vectors,
)
from altheory.numeric.signs import BLOCK, balanced, integers, rounded
from altheory.protocols import Floats
from altheory.spaces._facet_filter import BatchFilter, FacetFilter
from altheory.spaces._inner_directions import short_between, toward
from altheory.spaces.cone import Sides

FILTERS = 16  # cones of which the floats are kept


@final
@dataclass(frozen=True, slots=True)
class FacetCone:
    """A closed convex polyhedral cone with interior, by its facets.

    Attributes
    ----------
    dimension
        Of the space around it.
    normals
        One for each facet, in increasing order.
    inner
        A direction in the interior.
    beyond
        For each facet a direction on the far side of it, and on the near side of all others.

    Examples
    --------
    >>> octant = facet_cone(3, [(1, 0, 0), (0, 1, 0), (0, 0, 1), (1, 1, 1)])
    >>> octant.normals, octant.sides((1, 2, 3)), octant.sides((1, 2, -3)) == {-1, 0, 1}
    (((0, 0, 1), (0, 1, 0), (1, 0, 0)), frozenset({1}), True)
    >>> octant.above((-1, -1, 0)) is None, octant.above((1, -1, 0)).normals
    (True, ((0, 0, 1), (0, 1, 0), (1, -1, 0)))

    """

    dimension: int
    normals: tuple[Direction, ...]
    inner: Direction = field(compare=False)
    beyond: tuple[Direction, ...] = field(compare=False)

    @classmethod
    def whole(cls, dimension: int) -> Self:
        """Return all of space."""
        return cls(dimension, (), unit_vectors(dimension)[0], ())

    @property
    def members(self) -> tuple[Direction, ...]:
        """The inner direction, and a point on each facet, unless that is the origin."""
        pairs, p = zip(self.normals, self.beyond, strict=True), self.inner
        on = (combined(dot(z, p), u, -dot(z, u), p) for z, u in pairs)
        return (p, *(w for w in on if any(w)))

    def sides(self, z: Direction) -> frozenset[int]:
        """Return the signs that ``z . w`` takes in the interior, without the origin."""
        side = self.side(z)
        return frozenset({side} if side else {-1, 0, 1})

    def side(self, z: Direction) -> int:
        """Return the only sign of ``z . w`` in the interior, 0 if it takes all of them."""
        toward = sign(dot(z, self.inner))
        if toward == 0 or self.objection(z if toward > 0 else opposite(z)):
            return 0
        return toward

    def batch_sides(self, xs: Floats) -> Sides:
        """Decide a batch, exactly: ``xs : float64[n, d]``, no row of zeros."""
        parts = [self._block_sides(xs[i : i + BLOCK]) for i in range(0, len(xs), BLOCK)]
        return Sides(
            np.concatenate([np.empty(0, dtype=np.int8), *(part.values for part in parts)]),
            members=sum(part.members for part in parts),
            shares=sum(part.shares for part in parts),
            projection=sum(part.projection for part in parts),
        )

    def _block_sides(self, xs: Floats) -> Sides:
        known, rows = _batch_filter(self), balanced(xs)
        side, both = known.by_members(rows)
        values: NDArray[np.int8] = np.where(both, np.int8(0), side)
        left = np.flatnonzero(~both & (side != 0))
        facing = side[left, np.newaxis] * rows[left]
        with np.errstate(all="ignore"):  # what is no number proves nothing
            down = known.by_step(facing)
            values[left[down]] = 0
            left, facing = left[~down], facing[~down]
            inside, outside, shares = known.by_shares(facing)
        values[left[outside]] = 0
        rest = ~(inside | outside)
        starts = {k: list[int]() for k in np.flatnonzero(~both & (side == 0)).tolist()}
        starts |= {
            k: np.flatnonzero(s).tolist() for k, s in zip(left[rest], shares[rest], strict=True)
        }
        for k, start in starts.items():
            values[k] = self._exact_side(tuple(integers(xs[k].tolist())), start)
        by_shares = len(left) - int(np.count_nonzero(rest))
        return Sides(
            values,
            members=len(xs) - by_shares - len(starts),
            shares=by_shares,
            projection=len(starts),
        )

    def objection(self, x: Direction) -> Direction | None:
        """Return a member with ``x . w < 0``, None if ``x`` is a combination of the normals."""
        member = min(self.members, key=lambda w: dot(x, w))
        if dot(x, member) < 0:
            return member
        known = _facet_filter(self)
        row, inner = rounded([x, self.inner], self.dimension)[:, np.newaxis]
        shares = known.shares(row)
        return _objection(self.normals, x, shares[0], known.against(row, shares, inner[0])[0])

    def combination(self, x: Direction) -> dict[int, Fraction] | None:
        r"""Return :math:`\lambda > 0` with :math:`x = \sum_i \lambda_i z_i`, None if there is none.

        Keys are indices of ``normals``, and the normals named are linearly independent.
        """
        shares = _facet_filter(self).shares(rounded([x], self.dimension))[0]
        found = projection(self.normals, x, np.flatnonzero(shares).tolist())
        return None if any(found.rest) else found.shares

    def above(self, z: Direction) -> "FacetCone | None":
        """Return the part with ``z . w >= 0``, None if ``z . w > 0`` nowhere."""
        if len(z) != self.dimension or not any(z):
            raise DomainError(f"a normal in dimension {self.dimension} is no zero vector, got {z}")
        ahead, behind = self.objection(opposite(z)), self.objection(z)
        if ahead is None:
            return None
        if behind is None:
            return self
        inner = toward(self.inner, ahead, z)
        beyond = short_between(toward(self.inner, behind, opposite(z)), self.normals, (z,))
        given = dict(zip(self.normals, self.beyond, strict=True))
        kept = dict(sorted([*_binding(given, z, inner), (z, beyond)]))
        found = FacetCone(self.dimension, tuple(kept), inner, tuple(kept.values()))
        return _centered(found)

    @property
    def is_solid(self) -> bool:
        """Whether the normals span space, so that their combinations have an interior."""
        return len(self.normals) >= self.dimension and (rank(self.normals) == self.dimension)

    def _exact_side(self, x: Direction, start: Sequence[int]) -> int:
        toward = sign(dot(x, self.inner))
        facing = x if toward > 0 else opposite(x)
        if toward == 0 or any(projection(self.normals, facing, start).rest):
            return 0
        return toward


def facet_cone(dimension: int, normals: Sequence[Direction]) -> FacetCone | None:
    """Return the cone on the nonnegative side of all normals, None if it has no interior."""
    cone: FacetCone | None = FacetCone.whole(dimension)
    for z in normals:
        cone = None if cone is None else cone.above(z)
    return cone


def _binding(
    given: dict[Direction, Direction], z: Direction, inner: Direction
) -> Iterator[tuple[Direction, Direction]]:
    """Yield those old facets that remain above ``z``, with directions beyond them.

    ``inner`` is inside all facets, the new one too.
    """
    normals, doubtful = (*given, z), list[int]()
    for i, (n, u) in enumerate(given.items()):
        on = combined(dot(n, inner), u, -dot(n, u), inner)
        if dot(z, u) > 0:
            yield n, u
        elif dot(z, on) > 0:
            yield n, short_between(toward(u, on, z), [v for v in normals if v != n], (n,))
        else:
            doubtful.append(i)
    if not doubtful:
        return
    known = FacetFilter.of(normals, len(z))
    shares = known.shares_of_normals(doubtful)
    ways = known.against(known.normals[doubtful], shares, rounded([inner], len(z))[0])
    for i, share, way in zip(doubtful, shares, ways, strict=True):
        others, n = (*normals[:i], *normals[i + 1 :]), normals[i]
        found = _objection(others, n, np.delete(share, i), way)
        if found is not None:
            yield n, short_between(toward(inner, found, opposite(n)), others, (n,))


def _objection(
    normals: Sequence[Direction], x: Direction, shares: Floats, way: Floats
) -> Direction | None:
    """Return ``w`` with ``z . w >= 0`` for all normals and ``x . w < 0``, None if there is none.

    ``shares`` and ``way`` are what floats propose, for the one answer and the other.
    """
    if np.isfinite(way).all() and way.any():
        w = reduced(integers(way.tolist()))
        if dot(x, w) < 0 and all(dot(z, w) >= 0 for z in normals):
            return w
    found = projection(normals, x, np.flatnonzero(shares).tolist())
    return opposite(found.rest) if any(found.rest) else None


def _centered(cone: FacetCone) -> FacetCone:
    """Move the inner direction to the mean of the points on the facets, at unit length."""
    normals = cone.normals
    rows = rounded(cone.members, cone.dimension)
    mean = (rows / np.linalg.norm(rows, axis=1, keepdims=True)).mean(axis=0)
    inner = reduced(integers(mean.tolist()))
    if not any(inner) or not all(dot(z, inner) > 0 for z in normals):
        inner = cone.inner
    short = short_between(inner, normals, ())
    return FacetCone(cone.dimension, normals, short, cone.beyond)


@lru_cache(maxsize=FILTERS)
def _facet_filter(cone: FacetCone) -> FacetFilter:
    return FacetFilter.of(cone.normals, cone.dimension)


@lru_cache(maxsize=FILTERS)
def _batch_filter(cone: FacetCone) -> BatchFilter:
    facets = _facet_filter(cone)
    return BatchFilter.of(facets, rounded(cone.members, cone.dimension))

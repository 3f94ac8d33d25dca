r"""Floats that decide on which side of a cone of normals an instance is, with proved bounds.

Let :math:`z_i` be the normals of the facets of a cone :math:`K`, scaled by powers of two and
rounded, and :math:`x` an instance, perhaps rounded too.  The bound of
:mod:`altheory.numeric.signs` on dot products is twice what it must be, so it covers both
roundings.  Nonnegative least squares (:mod:`altheory.numeric.active_set`) propose shares
:math:`\lambda \ge 0`, which as floats are exact numbers, and one of two tests accepts them.

*Inside.*  Let :math:`r = x - \sum_i \lambda_i z_i`, of which each coordinate is at most
:math:`\delta`: what was computed, plus the bound on its error.  A basis :math:`B` of :math:`d`
normals makes :math:`r = \sum_{i \in B} \mu_i z_i` with :math:`|\mu_i| \le a_i \delta`, where
:math:`a_i` bounds the absolute sum of a row of its inverse.  So :math:`x` is in the cone of the
normals if :math:`\lambda_i \ge a_i \delta` for all :math:`i \in B`.  To leave room for that,
shares are sought for :math:`x - \varepsilon \sum_{i \in B} a_i z_i`.

*The inverse.*  With a computed inverse :math:`R` let :math:`E = I - R B`, of which the absolute
row sums are at most :math:`\beta < 1/2`, rounding included.  Then
:math:`B^{-1} = (I - E)^{-1} R`, so its i-th absolute row sum is at most that of :math:`R` plus
:math:`\beta / (1 - \beta)` times the largest one of :math:`R`.

*A step down.*  From an inner direction :math:`p` the ellipsoid
:math:`\sum_i (v \cdot z_i / p \cdot z_i)^2 \le 1` stays within :math:`K`, and in its metric the
way down for :math:`x` is the long way to the facets.  Mostly it leads to a :math:`w` with
:math:`w \cdot x < 0` if there is one in high dimension, without least squares.

*Outside.*  Half of the rest of least squares, turned around, plus a little of an inner direction
is a :math:`w` with :math:`w \cdot z_i > 0` for all :math:`i` and :math:`w \cdot x < 0`, if the
filter confirms these signs.

The shape of the cone is taken out first: least squares are solved in coordinates in which
:math:`\sum_i z_i z_i^T = I`, or cones would be too thin for floats long before they are
:math:`10^{-8}` wide.  What passes no test is left open.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Self, final

import numpy as np
from numpy.typing import NDArray

from altheory.numeric.active_set import NONE, Indices, nonnegative_shares
from altheory.numeric.directions import Direction
from altheory.numeric.signs import ULP, UNDERFLOW, rounded
from altheory.protocols import Bools, Floats

RANK = 1e-11  # singular values below this share of the largest count as rounding
ROOM = 2.0**-40  # what is taken off an instance along the basis, relative to its length
FAR, SHORT = 1e6, 1 - 1e-6  # the longest step, and the part of the way that is taken
LEAST = 1e-300  # slack that is rounded to nothing
SAFE = 1.01  # covers the rounding of sums of positive numbers


def clear_signs(xs: Floats, ws: Floats) -> NDArray[np.int8]:
    """Return the signs of products of rounded vectors that exceed their bounds, else 0."""
    value = xs @ ws.T
    bound = (xs.shape[1] + 2) * ULP * (np.abs(xs) @ np.abs(ws).T) + UNDERFLOW
    clear: NDArray[np.int8] = (value > bound).astype(np.int8) - (value < -bound).astype(np.int8)
    return clear


@final
@dataclass(frozen=True, slots=True, eq=False)
class FacetFilter:
    """The rounded normals of a cone, ready for least squares.

    Attributes
    ----------
    normals
        ``float64[m, d]``, rounded.
    shape
        ``float64[d, rank]``, takes normals and instances to better coordinates.
    seen
        ``float64[m, rank]``, the normals in those.

    """

    normals: Floats
    shape: Floats
    seen: Floats

    @classmethod
    def of(cls, normals: Sequence[Direction], dimension: int) -> Self:
        """Prepare the normals of a cone."""
        rows = rounded(normals, dimension)
        _, sizes, axes = np.linalg.svd(rows, full_matrices=False)
        kept = sizes > RANK * sizes.max(initial=0.0)
        shape = (axes[kept] / sizes[kept, np.newaxis]).T
        return cls(rows, shape, rows @ shape)

    def shares(self, xs: Floats) -> Floats:
        """Propose how much of each normal makes each instance: ``float64[n, m]``."""
        return nonnegative_shares(self.seen, xs @ self.shape, np.full(len(xs), NONE))

    def shares_of_normals(self, rows: Sequence[int]) -> Floats:
        """Propose how much of each *other* normal makes each of some normals."""
        without = np.array(rows)
        return nonnegative_shares(self.seen, self.seen[without], without)

    def against(self, xs: Floats, shares: Floats, inner: Floats) -> Floats:
        """Propose inner directions ``w`` with ``w . x < 0``: ``float64[n, d]``.

        ``inner`` is one with ``inner . x >= 0``, of which so much is added as leaves
        at least half of ``w . x``.
        """
        rest = xs @ self.shape - shares @ self.seen
        ws = -rest @ self.shape.T
        sizes = np.linalg.norm(xs, axis=1) * np.linalg.norm(inner)
        little = -(ws * xs).sum(axis=1) / (2 * (xs @ inner) + sizes)
        pushed: Floats = ws + np.maximum(little, 0)[:, np.newaxis] * inner
        return pushed

    def basis(self) -> tuple[Indices, Floats]:
        """Return ``d`` normals and their bounds ``a``; nothing if there are not so many."""
        nothing = np.empty(0, dtype=np.int64), np.empty(0)
        d = self.normals.shape[1]
        if self.shape.shape[1] < d:
            return nothing
        chosen = _independent(self.seen)
        reach = _reach(self.normals[chosen].T)
        return nothing if reach is None else (chosen, reach)


@final
@dataclass(frozen=True, slots=True, eq=False)
class BatchFilter:
    """All that floats can decide about batches of instances.

    Attributes
    ----------
    facets
        The normals.
    members
        ``float64[k, d]``, rounded members of the closed cone; the first one is inner.
    metric
        ``float64[d, d]``, the inverse of the sum of squares of ``w . z / inner . z``: the
        inner member plus ``v`` with ``v . metric^-1 v <= 1`` is a member.
    chosen, reach
        A basis of normals and its bounds ``a``, perhaps empty.

    """

    facets: FacetFilter
    members: Floats
    metric: Floats
    chosen: Indices
    reach: Floats

    @classmethod
    def of(cls, facets: FacetFilter, members: Floats) -> Self:
        """Prepare the members of a cone."""
        slack = np.maximum(facets.normals @ members[0], LEAST)
        rows = facets.normals * (slack.min(initial=1.0) / slack)[:, np.newaxis]
        return cls(facets, members, np.linalg.pinv(rows.T @ rows), *facets.basis())

    def by_members(self, xs: Floats) -> tuple[NDArray[np.int8], Bools]:
        """Return the side of the inner member, 0 where unclear, and where two members disagree."""
        signs = clear_signs(xs, self.members)
        both: Bools = np.any(signs > 0, axis=1) & np.any(signs < 0, axis=1)
        return signs[:, 0], both

    def by_step(self, xs: Floats) -> Bools:
        """Return where a step straight down from the inner member shows ``w . x < 0``.

        Down in the metric, so that the way to the facets is long; ``inner . x > 0``.
        """
        ways, inner = xs @ self.metric, self.members[0]
        slack = self.facets.normals @ inner
        speeds = ways @ self.facets.normals.T
        ends = np.divide(slack, speeds, out=np.full_like(speeds, FAR), where=speeds > 0)
        steps = SHORT * ends.min(axis=1, initial=FAR)
        return self._outside(xs, inner - steps[:, np.newaxis] * ways)

    def by_shares(self, xs: Floats) -> tuple[Bools, Bools, Floats]:
        """Return where instances are surely inside, surely outside, and the shares proposed."""
        facets = self.facets
        room = self._room(xs)
        less = xs - room @ facets.normals
        shares = facets.shares(less)
        outside = self._outside(xs, facets.against(less, shares, self.members[0]))
        return self._inside(xs, shares + room), outside, shares

    def _room(self, xs: Floats) -> Floats:
        room = np.zeros((len(xs), len(self.facets.normals)))
        size: Floats = ROOM * np.abs(xs).max(axis=1, initial=0.0)
        room[:, self.chosen] = size[:, np.newaxis] * self.reach
        return room

    def _inside(self, xs: Floats, shares: Floats) -> Bools:
        if not self.chosen.size:
            return np.zeros(len(xs), dtype=np.bool_)
        normals = self.facets.normals
        error = (len(normals) + 4) * ULP * (np.abs(xs) + shares @ np.abs(normals)) + UNDERFLOW
        delta = (np.abs(xs - shares @ normals) + error).max(axis=1)
        enough: Bools = shares[:, self.chosen] >= SAFE * delta[:, np.newaxis] * self.reach
        return np.asarray(enough.all(axis=1), dtype=np.bool_)

    def _outside(self, xs: Floats, ws: Floats) -> Bools:
        """Return where ``ws`` are surely inner directions with ``w . x < 0``."""
        value = (ws * xs).sum(axis=1)
        bound = (xs.shape[1] + 2) * ULP * np.abs(ws * xs).sum(axis=1) + UNDERFLOW
        outside: Bools = (value < -bound) & (clear_signs(ws, self.facets.normals) > 0).all(axis=1)
        return outside


def _independent(rows: Floats) -> Indices:
    """Return as many rows as there are columns, each as far as can be from those before."""
    left, chosen = rows / np.linalg.norm(rows, axis=1, keepdims=True), list[int]()
    for _ in range(rows.shape[1]):
        chosen.append(int(np.argmax((left**2).sum(axis=1))))
        axis = left[chosen[-1]] / np.linalg.norm(left[chosen[-1]])
        left -= np.outer(left @ axis, axis)
    return np.array(chosen)


def _reach(matrix: Floats) -> Floats | None:
    """Return bounds on the absolute row sums of the inverse, None if floats find none."""
    d = len(matrix)
    try:
        inverse = np.linalg.inv(matrix)
    except np.linalg.LinAlgError:
        return None
    error = (d + 2) * ULP * (np.abs(inverse) @ np.abs(matrix) + np.eye(d))
    beta = SAFE * (np.abs(np.eye(d) - inverse @ matrix) + error).sum(axis=1).max()
    if not beta < 0.5:
        return None
    sums = np.abs(inverse).sum(axis=1)
    return np.asarray(SAFE * (sums + beta / (1 - beta) * sums.max()), dtype=np.float64)

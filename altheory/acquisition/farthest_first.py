r"""Maximal diversity: centers such that every instance has one nearby.

Farthest-first traversal takes the instance farthest from all centers so far.  Its radius is at
most twice the smallest possible one [gonzalez1985]_, and 2 is reached; to do better in general is
NP-hard [hochbaum1985]_.  How near it came on the data at hand is certified afterwards: two of
the k + 1 instances it would take share a center, whatever the k centers are.

A product of the pool with a new center gives all distances up to rounding.  Only for instances
that may be the farthest is the distance then computed from differences, so equal instances are
at distance zero and ties are ties.
"""

import math
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import entries, scaled, unscaled
from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

BLOCK = 4096  # instances whose differences are formed at a time


@final
@dataclass(frozen=True, slots=True)
class Centers:
    """Centers in the order in which they were taken.

    Attributes
    ----------
    indices
        The centers, distinct; those that repeat another instance come last.
    radii
        The largest distance of an instance from its nearest center, after each of them: it never
        grows.  Radii are those of floating-point distances.
    farthest
        The instance that the last radius belongs to: the next center there would be.  At radius
        0 that is the lowest index that is not taken, if one is left.

    """

    indices: tuple[int, ...]
    radii: tuple[float, ...]
    farthest: int

    @property
    def radius(self) -> float:
        """The largest distance of an instance from its nearest center."""
        return self.radii[-1]


def k_center(X: Any, k: int, initial: int | Sequence[int] = 0) -> Centers:
    """Return k centers by farthest-first traversal; of the farthest, the lowest index is taken.

    Coordinates are relative to the largest of the pool: what differs by less than about 1e-162 of
    that, so that its square vanishes, is at distance 0.

    Parameters
    ----------
    X
        The pool, ``float64[N, D]``, with Euclidean distances.
    k
        The number of centers, the initial ones included; at most N.
    initial
        The first center, or several, such as what is labeled already.

    Raises
    ------
    DomainError
        If points, k or initial centers are none.

    References
    ----------
    [gonzalez1985]_; as active learning [sener2018]_.

    Examples
    --------
    >>> k_center([[0.0], [1.0], [2.0], [10.0]], 2)
    Centers(indices=(0, 3), radii=(10.0, 2.0), farthest=2)

    """
    pool, exponent = scaled(X)
    first = _initial(initial, len(pool))
    if not len(first) <= count(k, "the number of centers") <= len(pool):
        raise DomainError(
            f"between {len(first)} and {len(pool)} centers can be taken of {len(pool)} instances, "
            f"the initial ones included, got {k}"
        )
    search = _Search(pool)
    chosen: list[int] = []
    radii: list[float] = []
    farthest = 0
    while len(chosen) < k:
        chosen.append(first[len(chosen)] if len(chosen) < len(first) else farthest)
        farthest = search.add(chosen[-1])
        radii.append(unscaled(search.distance(farthest), exponent))
    return Centers(tuple(chosen), tuple(radii), farthest)


def k_center_bound(X: Any, found: Centers) -> float:
    r"""Return a number below the radius of any k centers of the pool, up to rounding.

    Among the k + 1 instances :math:`T` that are the centers found and the farthest instance, two
    have the same center whatever k centers are chosen from the pool P, so the radius is at least
    :math:`\min_{a, b \in T} \min_{p \in P} \max(\|a - p\|, \|b - p\|)`: half the radius found or
    more.

    Parameters
    ----------
    X
        The pool, ``float64[N, D]``.
    found
        What :func:`k_center` found in it.

    Raises
    ------
    DomainError
        If the pool has no such centers.

    Examples
    --------
    The first instance is no good center, the middle one is optimal:

    >>> found = k_center([[0.0], [1.0], [2.0]], 1)
    >>> found.radius, k_center_bound([[0.0], [1.0], [2.0]], found)
    (2.0, 1.0)

    """
    from scipy.spatial.distance import cdist, pdist, squareform

    pool, exponent = scaled(X)
    taken = [*found.indices, found.farthest]
    if max(taken) >= len(pool):
        raise DomainError(f"a pool of {len(pool)} instances has no center {max(taken)}")
    witnesses = pool[taken]
    apart = squareform(pdist(witnesses))
    distances = cdist(witnesses, pool)
    best = math.inf
    order = np.argsort(apart, axis=None)
    for a, b in zip(*np.unravel_index(order, apart.shape), strict=True):
        if apart[a, b] >= 2 * best:
            break  # and so are all that follow
        if a < b:
            best = min(best, float(np.maximum(distances[a], distances[b]).min()))
    return unscaled(best, exponent)


def _initial(initial: Any, n: int) -> tuple[int, ...]:
    given = np.atleast_1d(entries(initial, "initial centers"))
    good = given.ndim == 1 and len(given) > 0 and np.issubdtype(given.dtype, np.integer)
    if not good or (given < 0).any() or (given >= n).any() or len(set(given.tolist())) < len(given):
        raise DomainError(
            f"initial centers are distinct indices 0, ..., {n - 1}, got {initial!r:.60}"
        )
    return tuple(given.tolist())


@final
class _Search:
    """A pool of numbers up to one, with bounds of the squared distance to the nearest center."""

    def __init__(self, pool: Floats) -> None:
        self.pool = pool
        self.squares = np.einsum("nd,nd->n", self.pool, self.pool)
        self.rounding = (self.pool.shape[1] + 4) * 2.0**-52  # of each of three sums
        self.low, self.high = np.full((2, len(pool)), np.inf)
        self.known = np.full(len(pool), np.inf)  # nearest of as many centers as are done
        self.done = np.zeros(len(pool), dtype=np.intp)
        self.centers: list[int] = []

    def add(self, center: int) -> int:
        """Take one more center, and return the farthest instance."""
        self.centers.append(center)
        sums = self.squares + self.squares[center]
        rough = sums - 2 * (self.pool @ self.pool[center])
        sums *= self.rounding
        np.minimum(self.low, rough - sums, out=self.low)
        np.minimum(self.high, rough + sums, out=self.high)
        may = np.flatnonzero(self.high >= self.low.max())
        for start in range(0, len(may), BLOCK):
            self._settle(may[start : start + BLOCK])
        farthest = int(may[np.argmax(self.known[may])])
        return farthest if self.known[farthest] > 0 else self._untaken()

    def _untaken(self) -> int:
        """Return the lowest index that is no center, or 0."""
        free = np.ones(len(self.pool), dtype=bool)
        free[self.centers] = False
        return int(np.argmax(free))

    def _settle(self, some: NDArray[np.intp]) -> None:
        """Compute distances from differences, to the centers that are not done."""
        for place in range(int(self.done[some].min()), len(self.centers)):
            late = some[self.done[some] <= place]
            gaps = self.pool[late] - self.pool[self.centers[place]]
            self.known[late] = np.minimum(self.known[late], np.einsum("nd,nd->n", gaps, gaps))
        self.done[some] = len(self.centers)
        self.low[some] = self.high[some] = self.known[some]

    def distance(self, instance: int) -> float:
        """Return how far an instance is from its nearest center."""
        return math.sqrt(self.known[instance])

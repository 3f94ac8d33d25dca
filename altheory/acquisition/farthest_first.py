r"""Maximal diversity: centers such that every instance has one nearby.

Farthest-first traversal takes the instance farthest from all centers so far.  Its radius is at
most twice the smallest possible one [gonzalez1985]_, and 2 is reached; to do better in general is
NP-hard [hochbaum1985]_.  How near it came on the data at hand is certified afterwards: two of
the k + 1 instances it would take share a center, whatever the k centers are.

What an instance was at most away from its nearest center, it still is when there are more
centers.  So new centers are held against those instances alone that may still be the farthest,
and the others wait until they may.  A product of matrices gives distances up to rounding; only
where that does not decide are they computed from differences, so equal instances are at distance
zero and ties are ties.
"""

import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import entries, scaled, unscaled
from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

Places: TypeAlias = NDArray[np.intp]
BLOCK = 65_536  # numbers whose differences or products are formed at a time: half a MiB
SHARES = (1 / 64, 1 / 16, 1 / 4, 1)  # of the way down, by which instances are looked at


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
    first = _indices(initial, len(pool), "initial centers")
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
    taken = _indices(found.indices, len(pool), "the centers found")
    witnesses = pool[[*taken, *_indices(found.farthest, len(pool), "the farthest instance")]]
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


def _indices(chosen: Any, n: int, what: str) -> tuple[int, ...]:
    """Return distinct indices of a pool of n, of which there is at least one, or refuse them."""
    given = np.atleast_1d(entries(chosen, what))
    good = given.ndim == 1 and len(given) > 0 and np.issubdtype(given.dtype, np.integer)
    if not good or (given < 0).any() or (given >= n).any() or len(set(given.tolist())) < len(given):
        raise DomainError(f"{what}: distinct indices 0, ..., {n - 1}, got {chosen!r:.60}")
    return tuple(given.tolist())


def _blocks(some: Places, width: int) -> Iterator[Places]:
    """Yield some instances after the other, with about as many numbers as fit in the cache."""
    step = max(1, BLOCK // width)
    for start in range(0, len(some), step):
        yield some[start : start + step]


@final
class _Search:
    """A pool of numbers up to one, with bounds of the squared distance to the nearest center.

    The upper bounds always hold, since centers only come nearer; the lower ones are those of the
    centers that have been seen.
    """

    def __init__(self, pool: Floats) -> None:
        self.pool = pool
        self.squares = np.einsum("nd,nd->n", self.pool, self.pool)
        self.rounding = (self.pool.shape[1] + 4) * 2.0**-52  # of each of three sums
        self.high = np.full(len(pool), 4.0 * pool.shape[1] + 1)
        self.low, self.known = np.full((2, len(pool)), np.inf)  # known: nearest of those settled
        self.seen, self.settled = np.zeros((2, len(pool)), dtype=np.intp)  # how many centers
        self.centers: list[int] = []

    def add(self, center: int) -> int:
        """Take one more center, and return the farthest instance."""
        self.centers.append(center)
        may = np.flatnonzero(self.high >= self._least())
        for some, centers in self._behind(may, self.settled):
            for block in _blocks(some, len(centers) * self.pool.shape[1]):
                self._settle(block, centers)
        farthest = int(may[np.argmax(self.known[may])])
        return farthest if self.known[farthest] > 0 else self._untaken()

    def _least(self) -> float:
        """Return what the farthest instance reaches, having seen all instances that may."""
        least, most = 0.0, float(self.high.max())
        for share in SHARES:
            cut = most - share * (most - least)
            reach = np.flatnonzero(self.high >= cut)
            for some, centers in self._behind(reach, self.seen):
                for block in _blocks(some, len(centers) + self.pool.shape[1]):
                    self._see(block, centers)
            least = max(least, float(self.low[reach].max(initial=0.0)))
            if least >= cut:
                break
        return least

    def _untaken(self) -> int:
        """Return the lowest index that is no center, or 0."""
        free = np.ones(len(self.pool), dtype=bool)
        free[self.centers] = False
        return int(np.argmax(free))

    def _behind(self, some: Places, done: Places) -> Iterator[tuple[Places, list[int]]]:
        """Yield instances and the centers that they lack, at most half of these in vain."""
        lack = len(self.centers) - done[some]
        some, lack = some[lack > 0], lack[lack > 0]
        while len(some) > 0:
            alike = lack < 2 * lack.min()
            yield some[alike], self.centers[-int(lack[alike].max()) :]
            done[some[alike]] = len(self.centers)
            some, lack = some[~alike], lack[~alike]

    def _see(self, some: Places, centers: list[int]) -> None:
        """Bound distances by a product of matrices."""
        sums = self.squares[centers][:, None] + self.squares[some]
        rough = self.pool[centers] @ self.pool[some].T
        rough *= -2
        rough += sums
        sums *= self.rounding
        low, high = (rough - sums).min(axis=0), (rough + sums).min(axis=0)
        self.low[some] = np.minimum(self.low[some], low)
        self.high[some] = np.minimum(self.high[some], high)

    def _settle(self, some: Places, centers: list[int]) -> None:
        """Compute distances from differences."""
        gaps = self.pool[some, None] - self.pool[centers]
        nearest = np.einsum("ncd,ncd->nc", gaps, gaps).min(axis=1)
        self.known[some] = np.minimum(self.known[some], nearest)
        self.low[some] = self.high[some] = self.known[some]

    def distance(self, instance: int) -> float:
        """Return how far an instance is from its nearest center."""
        return math.sqrt(self.known[instance])

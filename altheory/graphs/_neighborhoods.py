r"""Who is near whom, before edges have weights; and Gaussian weights that never overflow.

A bandwidth is kept as a float and a power of two: lengths of points that are scaled by one power
and a bandwidth that is scaled by another have a ratio even if neither of them is a float.
"""

import math
from dataclasses import dataclass, field
from fractions import Fraction
from typing import Any, final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.graphs._distances import Points, points_of
from altheory.graphs._nearest_others import nearest_others
from altheory.graphs.graph import Nodes
from altheory.numeric.inputs import count, positive
from altheory.protocols import Floats

LARGEST_FULL = 5_000  # nodes of a graph of all pairs: 300 MB
MOST_PAIRS = 50_000_000  # edges of a graph of neighborhoods: 2 GB


@final
@dataclass(frozen=True, slots=True)
class Bandwidth:
    """The length at which a weight is exp(-1/2): ``digits * 2 ** power``; 0 if all are 1."""

    digits: float
    power: int = 0

    def of(self, lengths: Floats, exponent: int) -> Floats:
        """Return lengths that are scaled by ``2 ** -exponent`` as multiples of the bandwidth."""
        with np.errstate(over="ignore", under="ignore"):
            return np.ldexp(lengths / self.digits, exponent - self.power)


@final
@dataclass(frozen=True, slots=True, eq=False)
class Neighborhood:
    """Points, and the pairs ``one[i], other[i]`` of them that are joined."""

    points: Points
    one: Nodes = field(repr=False)
    other: Nodes = field(repr=False)

    def bandwidth(self, given: Any = None) -> Bandwidth:
        """Return the given bandwidth, or the median length, or an eighth of the longest."""
        if given is not None:
            return _checked(given)
        lengths = self.points.lengths(self.one, self.other)
        typical = np.median(lengths) if len(lengths) else 0.0
        digits, power = np.frexp(max(typical, lengths.max(initial=0.0) / 8))
        return Bandwidth(float(digits), int(power) + self.points.exponent)

    def weights(self, bandwidth: Bandwidth) -> Any:
        """Return the symmetric matrix of Gaussian weights, ``scipy.sparse.csr_array[n, n]``.

        An edge whose weight is below any float is left out if its ends hang together without it,
        and refused if not.
        """
        from scipy.sparse import csr_array

        n, lengths = len(self.points.xs), self.points.lengths(self.one, self.other)
        if bandwidth.digits == 0:
            weights = np.ones(len(lengths))
        else:
            with np.errstate(over="ignore", under="ignore"):
                weights = np.exp(-(bandwidth.of(lengths, self.points.exponent) ** 2) / 2)
        ends = (np.concatenate((self.one, self.other)), np.concatenate((self.other, self.one)))
        matrix = csr_array((np.tile(weights, 2), ends), shape=(n, n))
        matrix.eliminate_zeros()
        if not weights.all():
            self._require_no_split(matrix, bandwidth, np.flatnonzero(weights == 0), lengths.max())
        return matrix

    def _require_no_split(
        self, matrix: Any, bandwidth: Bandwidth, lost: Nodes, longest: float
    ) -> None:
        from scipy.sparse.csgraph import connected_components

        component = connected_components(matrix, directed=False)[1]
        apart = lost[component[self.one[lost]] != component[self.other[lost]]]
        if len(apart):
            wide = np.ldexp(longest / 8, self.points.exponent)  # then no weight is below e^-32
            raise DomainError(
                f"at a bandwidth of {np.ldexp(bandwidth.digits, bandwidth.power):.3g} the weights "
                f"of {len(lost)} edges are below any float, and nothing else joins nodes "
                f"{self.one[apart[0]]} and {self.other[apart[0]]}; give bandwidth={wide:.3g}"
            )


def _checked(given: Any) -> Bandwidth:
    """Return a bandwidth, or refuse what no normal float is near."""
    exact = positive(given, "a bandwidth")
    smallest, largest = (Fraction(x) for x in (np.finfo(float).tiny, np.finfo(float).max))
    if not smallest <= exact <= largest:
        raise DomainError(
            f"a bandwidth lies between {float(smallest):.3g} and {float(largest):.3g}, "
            f"got {given!r:.60}; scale the points"
        )
    return Bandwidth(*math.frexp(float(exact)))


def nearest(X: Any, k: Any, *, mutual: bool = False) -> Neighborhood:
    """Return who chooses whom among the k nearest others; both, or one of them at least."""
    points = points_of(X)
    size, n = count(k, "the number of neighbors"), len(points.xs)
    if size >= n:
        raise DomainError(f"{n} points have at most {n - 1} neighbors, got {k}")
    rows, chosen = np.repeat(np.arange(n), size), nearest_others(points, size).ravel()
    pairs = np.sort(np.minimum(rows, chosen) * n + np.maximum(rows, chosen))
    again = np.zeros(len(pairs), dtype=np.bool_)  # the second of two that chose each other
    again[1:] = pairs[1:] == pairs[:-1]
    kept = pairs[again if mutual else ~again]
    return Neighborhood(points, kept // n, kept % n)


def within(X: Any, eps: Any) -> Neighborhood:
    """Return all pairs at a distance of at most ``eps``, no more than ``MOST_PAIRS``."""
    points, radius = points_of(X), positive(eps, "a radius")
    tree, wide = points.tree(), points.above(radius)
    found = (int(tree.count_neighbors(tree, wide)) - len(points.xs)) // 2
    if found > MOST_PAIRS:
        raise BudgetError(f"{found} pairs are within {eps}; use knn_graph, or a smaller radius")
    pairs = tree.query_pairs(wide, output_type="ndarray")
    kept = pairs[points.within(pairs[:, 0], pairs[:, 1], radius)]
    return Neighborhood(points, kept[:, 0], kept[:, 1])


def everyone(X: Any) -> Neighborhood:
    """Return all pairs, of at most ``LARGEST_FULL`` points."""
    points = points_of(X)
    n = len(points.xs)
    if n > LARGEST_FULL:
        raise BudgetError(
            f"a graph of all pairs has at most {LARGEST_FULL} nodes, got {n}; use knn_graph"
        )
    return Neighborhood(points, *np.triu_indices(n, 1))

r"""The k nearest other points of each point, decided exactly.

Points that coincide have the same neighbors but for themselves, and of many of them only the
k + 1 with the lowest numbers are ever chosen.  So each place asks once for its k + 1 nearest
among those, itself included, and each point takes itself out.

A tree finds neighbors in few dimensions.  In many it looks at almost all points, and products
of matrices do that faster (*tiles*): with :math:`\|x\|^2 + \|y\|^2 - 2 x \cdot y` in short
floats, off by a bounded amount, all but a few pairs are certainly too far apart.  Either way,
where floats leave the last of the k open, integers decide.
"""

from dataclasses import dataclass
from typing import Any, final

import numpy as np

from altheory.graphs._distances import WIDER, Points
from altheory.graphs.graph import Nodes
from altheory.protocols import Floats

FEW = 9  # dimensions in which a tree is faster
TILE = 64  # points of which the nearest is found in one go
CELLS = 1 << 23  # of a product
MANY = 4  # times as many candidates as needed are worth another product in long floats


def nearest_others(points: Points, k: int) -> Nodes:
    """Return for each point its k nearest others, ``intp[n, k]``, ascending.

    By distance and then by number, which says who is chosen of those equally near.
    """
    n = len(points.xs)
    asking, place, chosen = _places(points.xs, k + 1)
    found = np.sort(_nearest(points, asking, chosen, k + 1), axis=1)[place]
    oneself = found == np.arange(n)[:, None]
    oneself[:, -1] |= ~oneself.any(axis=1)  # behind k + 1 others that coincide with it
    others: Nodes = found[~oneself].reshape(n, k)
    return others


def _places(xs: Floats, most: int) -> tuple[Nodes, Nodes, Nodes]:
    """Return one point of each place, everyone's place, and the first points of each place."""
    n, mixed = len(xs), np.zeros(len(xs))
    for column in xs.T:
        mixed = mixed * 0.7548776662466927 + column  # the same sum at the same place
    everyone, order = np.arange(n), np.argsort(mixed, kind="stable")
    if (np.diff(mixed[order]) > 0).all():
        return everyone, everyone, everyone
    _, asking, place = np.unique(xs, axis=0, return_index=True, return_inverse=True)
    place = place.ravel()
    order = np.argsort(place, kind="stable")
    starts = np.searchsorted(place[order], np.arange(len(asking)))
    rank = np.arange(n) - starts[place[order]]
    return asking, place, np.sort(order[rank < most])


def _nearest(points: Points, asking: Nodes, chosen: Nodes, k: int) -> Nodes:
    """Return the k nearest of ``chosen`` to each of ``asking``, in any order."""
    if points.xs.shape[1] <= FEW or len(chosen) <= TILE * k:
        return _by_tree(points, asking, chosen, k)
    found = np.empty((len(asking), k), dtype=np.intp)
    short, long = (_tiles(points, chosen, kind) for kind in (np.float32, np.float64))
    rows = 1 + CELLS // len(chosen)
    for low in range(0, len(asking), rows):
        some = asking[low : low + rows]
        one, other = short.near(some, k)
        if len(one) > MANY * k * len(some):
            one, other = long.near(some, k)
        found[low : low + rows] = _decided(points, some, (one, chosen[other]), k)
    return found


def _by_tree(points: Points, asking: Nodes, chosen: Nodes, k: int) -> Nodes:
    """Ask a tree for more neighbors until the last one is certainly too far away."""
    from scipy.spatial import cKDTree

    tree, asked = cKDTree(points.xs[chosen]), min(k + 1, len(chosen))
    found, rows = np.empty((len(asking), k), dtype=np.intp), np.arange(len(asking))
    while len(rows):
        _, near = tree.query(points.xs[asking[rows]], asked)
        others = chosen[np.reshape(near, (len(rows), asked))]
        ends = np.repeat(asking[rows], asked), others.ravel()
        squares = points.squares(*ends).reshape(others.shape)
        last = np.partition(squares, k - 1, axis=1)[:, k - 1]
        known = squares.max(axis=1) > points.high(last) * WIDER**2
        known |= asked == len(chosen)
        alone = known & (squares[:, -1] > points.high(squares[:, :k].max(axis=1)))
        alone &= asked == k + 1  # the farthest is the one too many
        found[rows[alone]] = others[alone, :k]
        more = known & ~alone
        one = np.repeat(np.arange(np.count_nonzero(more)), asked)
        pairs = (one, others[more].ravel())
        found[rows[more]] = _decided(points, asking[rows[more]], pairs, k)
        rows, asked = rows[~known], min(2 * asked, len(chosen))
    return found


def _decided(points: Points, asking: Nodes, pairs: tuple[Nodes, Nodes], k: int) -> Nodes:
    """Return the k nearest by exact distance and then by number, of at least k candidates each.

    ``pairs`` are places in ``asking`` and candidates for them.
    """
    squares = points.squares(asking[pairs[0]], pairs[1])
    order = np.lexsort((pairs[1], squares, pairs[0]))
    one, other, squares = pairs[0][order], pairs[1][order], squares[order]
    starts = np.searchsorted(one, np.arange(len(asking)))
    last = squares[starts + k - 1][one]
    kept = points.high(squares) < last
    near = ~kept & (squares <= points.high(last))
    missing = k - np.bincount(one[kept], minlength=len(asking))
    unsure = near & (np.bincount(one[near], minlength=len(asking)) > missing)[one]
    kept |= near & ~unsure
    kept[_first_few(points, asking, (one, other), np.flatnonzero(unsure), missing)] = True
    nearest: Nodes = other[kept].reshape(len(asking), k)
    return nearest


def _first_few(
    points: Points, asking: Nodes, pairs: tuple[Nodes, Nodes], unsure: Nodes, missing: Nodes
) -> Nodes:
    """Return those of unsure pairs that are among the first missing ones of their row."""
    one, other = pairs[0][unsure], pairs[1][unsure]
    if points.is_exact:
        order = np.arange(len(unsure))  # as they are
    else:
        squares, _ = points.exact_squares(asking[one], other)
        keys = zip(one.tolist(), squares.tolist(), other.tolist(), range(len(one)), strict=True)
        order = np.array([key[-1] for key in sorted(keys)], dtype=np.intp)
    rank = np.arange(len(one)) - np.searchsorted(one, one)
    return unsure[order[rank < missing[one]]]


@final
@dataclass(frozen=True, slots=True, eq=False)
class _Tiles:
    r"""Points by which nearly squared distances to all of some are one product of matrices.

    With coordinates y from the mean, in floats with a unit of rounding u, a distance is off by
    at most :math:`u (\|y_i\| + \|y_j\|)`, and so a squared one less :math:`\|y_i\|^2`, with the
    roundings of the product, by less than :math:`8 (d + 16) u \max \|y\|^2`.
    """

    left: Any
    right: Any
    error: float

    def near(self, some: Nodes, k: int) -> tuple[Nodes, Nodes]:
        """Return pairs (place in ``some``, place in the others), the k nearest among them.

        In k tiles there is a point no farther than the k-th least of the tiles' minima.
        """
        tiles = (self.left[some] @ self.right).reshape(len(some), TILE, -1)
        least = tiles.min(axis=1)
        limit = np.partition(least, k - 1, axis=1)[:, k - 1] + 2 * self.error
        row, tile = np.nonzero(least <= limit[:, None])
        hit, place = np.nonzero(tiles[row, :, tile] <= limit[row, None])
        return row[hit], place * least.shape[1] + tile[hit]


def _tiles(points: Points, chosen: Nodes, kind: Any) -> _Tiles:
    ys = points.xs - points.xs.mean(axis=0)
    ys = np.ldexp(ys, -int(np.frexp(np.abs(ys).max())[1])).astype(kind)
    n, d = ys.shape
    sums = (ys.astype(np.float64) ** 2).sum(axis=1)
    right = np.zeros((d + 1, -(-len(chosen) // TILE) * TILE), dtype=kind)
    right[d] = np.inf  # where there is nobody
    right[:d, : len(chosen)], right[d, : len(chosen)] = ys[chosen].T, sums[chosen]
    left = np.column_stack((-2 * ys, np.ones(n, dtype=kind)))
    unit = float(np.finfo(kind).eps)  # twice the unit of rounding
    error = 4 * (d + 16) * unit * float(sums.max()) * 1.001 + 2.0**-100
    return _Tiles(left, right, kind(error))

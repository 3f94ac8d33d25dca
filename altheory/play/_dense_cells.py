"""Dense cells of all subspaces, from few axes to many, and which of them hang together.

The points of a cell lie in its projection to fewer axes too, so a cell is dense only if all its
projections are.  Each subspace therefore looks only at points whose cells are dense in every
subspace of one axis less: the rule of Apriori, which loses nothing.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import combinations
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Bools

Ints = NDArray[np.int64]


@final
@dataclass(frozen=True, slots=True, eq=False)
class DenseCells:
    """The dense cells of one subspace, in lexicographic order.

    Attributes
    ----------
    axes
        Of the subspace, increasing.
    cells
        Their places on these axes, ``int64[m, s]``.
    at
        The number of the dense cell of each point, -1 if it is in none: ``int64[n]``.

    """

    axes: tuple[int, ...]
    cells: Ints
    at: Ints


def dense_cells(places: Ints, least: int) -> Iterator[DenseCells]:
    """Yield the subspaces with dense cells, small ones first, from ``int64[n, d]``."""
    n, d = places.shape
    single = [
        _numbered(places, (j,), places[:, j], np.ones(n, dtype=bool), least) for j in range(d)
    ]
    level = {one.axes: one for one in single if len(one.cells)}
    while level:
        yield from level.values()
        level = {one.axes: one for one in _joined(places, level, least)}


def _joined(
    places: Ints, level: dict[tuple[int, ...], DenseCells], least: int
) -> Iterator[DenseCells]:
    """Yield the subspaces with one axis more, in lexicographic order."""
    known = sorted({axis for axes in level for axis in axes})
    for axes in ((*a, j) for a in level for j in known if j > a[-1]):
        parts = [level.get(part) for part in combinations(axes, len(axes) - 1)]
        projections = [part for part in parts if part is not None]
        if len(projections) < len(axes):
            continue
        alive: Bools = np.logical_and.reduce([part.at >= 0 for part in projections])
        column = places[:, axes[-1]]
        keys = projections[0].at * (int(column.max()) + 1) + column
        one = _numbered(places, axes, keys, alive, least)
        if len(one.cells):
            yield one


def _numbered(
    places: Ints, axes: tuple[int, ...], keys: Ints, alive: Bools, least: int
) -> DenseCells:
    """Return the cells of one key and at least so many points; keys are in their order."""
    among = np.flatnonzero(alive)
    _, first, inverse, counts = np.unique(
        keys[among], return_index=True, return_inverse=True, return_counts=True
    )
    dense = counts >= least
    number = np.where(dense, np.cumsum(dense) - 1, -1)
    at = np.full(len(places), -1)
    at[among] = number[inverse]
    return DenseCells(axes, places[among[first[dense]]][:, list(axes)], at)


def components(cells: Ints) -> Ints:
    """Return the component of each cell, numbered by its first; cells that share a face are joined.

    Two cells share a face iff they are neighbors on one axis and agree on all others.
    """
    from scipy.sparse import coo_array
    from scipy.sparse.csgraph import connected_components

    m, s = cells.shape
    pairs: list[Any] = []
    for j in range(s):
        rest = np.delete(cells, j, axis=1)
        order = np.lexsort((cells[:, j], *rest.T))  # by the rest, then along the axis
        a, b = order[:-1], order[1:]
        near = (cells[b, j] - cells[a, j] == 1) & (rest[a] == rest[b]).all(axis=1)
        pairs.append((a[near], b[near]))
    rows, columns = (np.concatenate(ends) for ends in zip(*pairs, strict=True))
    graph = coo_array((np.ones(len(rows)), (rows, columns)), shape=(m, m))
    found = connected_components(graph, directed=False)[1]
    _, first, inverse = np.unique(found, return_index=True, return_inverse=True)
    rank = np.argsort(np.argsort(first))
    numbers: Ints = rank[inverse].astype(np.int64)
    return numbers

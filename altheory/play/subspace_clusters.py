r"""Clusters in subspaces: dense cells of a grid that hang together (CLIQUE).

A grid cuts each axis into cells.  A cell of a subspace, a set of axes, is *dense* iff it holds at
least ``least`` points, and the clusters of the subspace are the connected components of its dense
cells, where cells that share a face are joined [agrawal1998]_.  A cluster of more axes lies within
one cluster of any fewer of them; two of them may lie within the same one, which is why a group
that is plain in its subspace is hidden in others.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.inputs import count, exact_array, listed, rational
from altheory.numeric.rational import ceil_float
from altheory.play._dense_cells import components, dense_cells
from altheory.protocols import Floats


@final
@dataclass(frozen=True, slots=True)
class Grid:
    """Where each axis is cut; a cut belongs to the cell on its right.

    Parameters
    ----------
    cuts
        Rationals, increasing, of each axis; k of them make k + 1 cells, of which the first and
        the last have no end.

    Examples
    --------
    >>> Grid([[0.5], []]).places([[0.5, 7], [0.25, -7]]).tolist()
    [[1, 0], [0, 0]]

    """

    cuts: tuple[tuple[Fraction, ...], ...]

    def __init__(self, cuts: Iterable[Iterable[Any]]) -> None:
        axes = [listed(axis, "the cuts of an axis") for axis in listed(cuts, "the axes")]
        exact = tuple(tuple(rational(cut, "a cut") for cut in axis) for axis in axes)
        if not exact:
            raise DomainError("a grid has at least one axis, got none")
        for axis in exact:
            if any(a >= b for a, b in pairwise(axis)):
                raise DomainError(f"the cuts of an axis increase, got {[str(c) for c in axis]}")
        object.__setattr__(self, "cuts", exact)

    def places(self, points: Any) -> NDArray[np.int64]:
        """Return the cell of each point on each axis, from 0: ``int64[n, d]``, exactly."""
        pool = _points(points)
        if pool.shape[1] != len(self.cuts):
            raise DomainError(f"a grid of {len(self.cuts)} axes has no place for {pool.shape}")
        # x >= cut iff x >= the least float that is not below the cut
        ends = [np.array([ceil_float(cut) for cut in axis]) for axis in self.cuts]
        columns = [np.searchsorted(e, x, side="right") for e, x in zip(ends, pool.T, strict=True)]
        return np.stack(columns, axis=1).astype(np.int64)


def even_grid(points: Any, cells: int) -> Grid:
    """Return the grid of so many equal cells an axis, from its least to its largest point.

    An axis on which all points are equal has a single cell.

    >>> [[str(cut) for cut in axis] for axis in even_grid([[0, 5], [1, 5]], 3).cuts]
    [['1/3', '2/3'], []]
    """
    k, pool = count(cells, "the number of cells"), _points(points)
    least, most = pool.min(axis=0).tolist(), pool.max(axis=0).tolist()
    ends = [(Fraction(a), Fraction(b)) for a, b in zip(least, most, strict=True)]
    return Grid(tuple(tuple(a + (b - a) * i / k for i in range(1, k) if a < b) for a, b in ends))


@final
@dataclass(frozen=True, slots=True)
class Cluster:
    """A connected component of the dense cells of one subspace.

    Attributes
    ----------
    axes
        Of the subspace, increasing.
    cells
        The places of its cells on these axes, in lexicographic order.
    points
        The numbers of the points in them, increasing.

    """

    axes: tuple[int, ...]
    cells: tuple[tuple[int, ...], ...]
    points: tuple[int, ...]

    def __post_init__(self) -> None:
        for numbers, what in ((self.axes, "axes"), (self.points, "points")):
            if not numbers or numbers[0] < 0 or [*numbers] != sorted({*numbers}):
                raise DomainError(
                    f"the {what} of a cluster increase from 0 on, got {numbers!r:.60}"
                )
        lengths = {len(cell) for cell in self.cells}
        if lengths != {len(self.axes)} or [*self.cells] != sorted({*self.cells}):
            raise DomainError(
                f"the cells of a cluster increase, each with a place on {len(self.axes)} axes, got "
                f"{self.cells!r:.60}"
            )


def dense_clusters(points: Any, grid: Grid, least: int) -> tuple[Cluster, ...]:
    """Return the clusters of all subspaces, those of few axes first.

    Parameters
    ----------
    points
        ``float64[n, d]``; floats are the rationals they are.
    grid
        Where the axes are cut.
    least
        How many points make a cell dense, 1 at least.

    Notes
    -----
    Exact, with up to :math:`2^d - 1` subspaces.  The order is that of the axes, then of the
    first cell.

    Examples
    --------
    >>> for found in dense_clusters([[0, 0], [0, 1], [1, 0], [3, 5]], Grid([[2], [2]]), 2):
    ...     print(found)
    Cluster(axes=(0,), cells=((0,),), points=(0, 1, 2))
    Cluster(axes=(1,), cells=((0,),), points=(0, 1, 2))
    Cluster(axes=(0, 1), cells=((0, 0),), points=(0, 1, 2))

    """
    enough = count(least, "the number of points of a dense cell")
    found: list[Cluster] = []
    for dense in dense_cells(grid.places(points), enough):
        joined = components(dense.cells)
        of_point = np.where(dense.at >= 0, joined[dense.at], -1)
        for c in range(int(joined.max()) + 1):
            cells = tuple(map(tuple, dense.cells[joined == c].tolist()))
            inside = tuple(np.flatnonzero(of_point == c).tolist())
            found.append(Cluster(dense.axes, cells, inside))
    return tuple(found)


def _points(points: Any) -> Floats:
    pool = exact_array(points, "the coordinates of points", "round them to floats")
    if pool.ndim != 2 or 0 in pool.shape:
        raise DomainError(f"points are float64[n, d], one row each, got shape {pool.shape}")
    return pool

r"""Finite unions of boxes in :math:`[0, 1]^d`, as an exact Boolean algebra.

Each axis is cut as the line is (:mod:`altheory.spaces.line`): just before a rational,
:math:`(a, 0)`, or just after it, :math:`(a, 1)`.  The cuts of all axes divide the cube
into cells, and a region says of each cell whether it is inside.  Two regions are
compared on their common refinement, where an operation acts cell by cell; afterwards
every cut with the same cells on both sides is dropped.  What remains is unique, so
equality of regions is equality of cuts and cells.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from math import prod
from typing import Any, Self, TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, exact_rows, listed, rational
from altheory.numeric.rational import ceil_float, float_above
from altheory.protocols import Bools, Floats
from altheory.spaces.cuts import Cut, Piece, after, before
from altheory.spaces.line import IntervalUnion, line_region, point

Point: TypeAlias = tuple[Fraction, ...]

CELLS = 1 << 20  # of a common refinement; the unions of a few dozen boxes in the plane


def box_point(x: Any, dimension: int) -> Point:
    """Return ``x`` as an exact instance of the cube, or refuse it.

    >>> box_point((0.5, 1), 2)
    (Fraction(1, 2), Fraction(1, 1))
    """
    if isinstance(x, str) or not isinstance(x, Iterable):
        raise DomainError(
            f"an instance is a point of [0, 1]^{dimension}, {dimension} numbers, got {x!r}"
        )
    coordinates = tuple(point(c) for c in listed(x, "the coordinates"))
    if len(coordinates) != dimension:
        raise DomainError(f"an instance has {dimension} coordinates, got {len(coordinates)}")
    return coordinates


def box_points(xs: Any, dimension: int) -> Floats:
    """Return ``xs`` as float instances of the cube, ``float64[n, dimension]``, or refuse them."""
    rows = exact_rows(xs, dimension)
    outside = (rows < 0) | (rows > 1)
    if outside.any():
        raise DomainError(f"an instance lies in [0, 1]^{dimension}, got {rows[outside][0]}")
    return rows


def box_region(region: Any, dimension: int) -> "BoxUnion":
    """Return ``region`` if it is one of the cube, or refuse it."""
    if not isinstance(region, BoxUnion) or region.dimension != dimension:
        raise DomainError(f"a region of [0, 1]^{dimension} is a BoxUnion of it, got {region!r}")
    return region


@final
@dataclass(frozen=True, slots=True)
class BoxUnion:
    """A finite union of boxes within the unit cube.

    Parameters
    ----------
    cuts
        For each axis the cuts strictly inside it, in increasing order.
    inside
        ``bool[k_1 + 1, ..., k_d + 1]`` for ``k_i`` cuts of axis ``i``: which cells belong.
        It is kept without needless cuts, as bytes.

    Examples
    --------
    >>> low = BoxUnion.closed((0, 0), (0.5, 1))
    >>> print(low, "|", ~low, "|", low & ~low)
    [0, 1/2] x [0, 1] | (1/2, 1] x [0, 1] | empty
    >>> (0.5, 0.25) in low
    True

    """

    cuts: tuple[tuple[Cut, ...], ...]
    inside: bytes

    def __init__(self, cuts: Sequence[Sequence[Cut]], inside: Any) -> None:
        axes = [tuple((rational(a, "a cut"), s) for a, s in axis) for axis in cuts]
        count(len(axes), "the dimension")
        for axis in axes:
            _require_cuts(axis)
        shape = tuple(len(axis) + 1 for axis in axes)
        cells = np.asarray(inside, dtype=np.bool_)
        if cells.shape != shape:
            raise DomainError(f"these cuts make cells of shape {shape}, got {cells.shape}")
        for i, axis in enumerate(axes):
            axes[i], cells = _without_needless(axis, cells, i)
        object.__setattr__(self, "cuts", tuple(axes))
        object.__setattr__(self, "inside", cells.tobytes())

    @classmethod
    def product(cls, sides: Sequence[IntervalUnion]) -> Self:
        """Return the product of one union of intervals an axis."""
        unions = [line_region(side) for side in sides]
        inner = [tuple(c for c in u.cuts if before(0) < c < after(1)) for u in unions]
        cells: Any = np.array(True)
        for union, axis in zip(unions, inner, strict=True):
            first = union.cuts[:1] == (before(0),)
            along = np.array([first == (k % 2 == 0) for k in range(len(axis) + 1)])
            cells = np.logical_and.outer(cells, along)
        return cls(inner, cells)

    @classmethod
    def closed(cls, lows: Sequence[Any], highs: Sequence[Any]) -> Self:
        """Return the closed box between two corners, empty unless the first is the lower."""
        ends = zip(lows, highs, strict=True)
        return cls.product([IntervalUnion.closed(lo, hi) for lo, hi in ends])

    @property
    def dimension(self) -> int:
        return len(self.cuts)

    @property
    def cells(self) -> Bools:
        """Which cells belong: a read-only array of one axis a dimension."""
        shape = [len(axis) + 1 for axis in self.cuts]
        return np.frombuffer(self.inside, dtype=np.bool_).reshape(shape)

    @property
    def is_empty(self) -> bool:
        return 1 not in self.inside

    @property
    def volume(self) -> Fraction:
        """The volume, exactly."""
        total: Any = self.cells.astype(object)
        for axis in reversed(self.cuts):
            ends = [Fraction(0), *(a for a, _ in axis), Fraction(1)]
            total = total.dot(np.array([b - a for a, b in pairwise(ends)], dtype=object))
        return Fraction(total)

    @property
    def boxes(self) -> Iterator[tuple[Piece, ...]]:
        """The cells inside, each as one interval an axis."""
        sides = [_pieces(axis) for axis in self.cuts]
        for cell in zip(*np.nonzero(self.cells), strict=True):
            yield tuple(side[k] for side, k in zip(sides, cell, strict=True))

    def __contains__(self, x: Any) -> bool:
        axes = zip(self.cuts, box_point(x, self.dimension), strict=True)
        return bool(self.cells[tuple(bisect_right(axis, before(c)) for axis, c in axes)])

    def contains(self, xs: Any) -> Bools:
        """Decide a batch, exactly: ``xs : float64[n, d] -> bool[n]``.

        The cuts are rounded, never the data, as on the line.
        """
        rows = box_points(xs, self.dimension)
        places: list[NDArray[np.int64]] = []
        for axis, column in zip(self.cuts, rows.T, strict=True):
            edges = np.array([float_above(a) if s else ceil_float(a) for a, s in axis])
            places.append(np.searchsorted(edges, column, side="right"))
        found: Bools = self.cells[tuple(places)]
        return found

    def __and__(self, other: "BoxUnion") -> "BoxUnion":
        return self._merge(other, np.logical_and)

    def __or__(self, other: "BoxUnion") -> "BoxUnion":
        return self._merge(other, np.logical_or)

    def __sub__(self, other: "BoxUnion") -> "BoxUnion":
        return self._merge(other, np.greater)  # inside the first and not the second

    def __invert__(self) -> "BoxUnion":
        return BoxUnion(self.cuts, ~self.cells)

    def _merge(self, other: "BoxUnion", keep: Callable[[Bools, Bools], Bools]) -> "BoxUnion":
        pairs = zip(self.cuts, box_region(other, self.dimension).cuts, strict=True)
        cuts = [tuple(sorted({*mine, *theirs})) for mine, theirs in pairs]
        cells = prod(len(axis) + 1 for axis in cuts)
        if cells > CELLS:
            raise BudgetError(f"a region of {cells} cells, more than {CELLS}; use fewer boxes")
        return BoxUnion(cuts, keep(self._refined(cuts), other._refined(cuts)))

    def _refined(self, cuts: Sequence[Sequence[Cut]]) -> Bools:
        """Return the cells between finer cuts: each lies in the cell where it begins."""
        axes = zip(self.cuts, cuts, strict=True)
        places = [[0, *(bisect_right(axis, cut) for cut in finer)] for axis, finer in axes]
        cells: Bools = self.cells[np.ix_(*places)]
        return cells

    def __str__(self) -> str:
        return " u ".join(" x ".join(map(str, box)) for box in self.boxes) or "empty"


def _require_cuts(axis: tuple[Cut, ...]) -> None:
    if any(s not in (0, 1) for _, s in axis) or any(a >= b for a, b in pairwise(axis)):
        raise DomainError(f"the cuts of an axis increase strictly, got {axis}")
    if bisect_left(axis, after(1)) < len(axis) or bisect_right(axis, before(0)) > 0:
        raise DomainError(f"the cuts of an axis lie strictly inside [0, 1], got {axis}")


def _without_needless(axis: tuple[Cut, ...], cells: Bools, i: int) -> tuple[tuple[Cut, ...], Bools]:
    """Drop the cuts of axis ``i`` with the same cells before and after."""
    slices = np.moveaxis(cells, i, 0)
    apart = (slices[1:] != slices[:-1]).any(axis=tuple(range(1, cells.ndim)))
    kept = tuple(cut for cut, needed in zip(axis, apart, strict=True) if needed)
    return kept, np.compress([True, *apart], cells, axis=i)


def _pieces(axis: tuple[Cut, ...]) -> list[Piece]:
    ends = [before(0), *axis, after(1)]
    return [Piece(a, s == 0, b, t == 1) for (a, s), (b, t) in pairwise(ends)]

r"""Axis-parallel boxes on the grid :math:`\{0, \dots, s - 1\}^d`, the empty one included.

An instance is an integer from 0 to :math:`s^d - 1` whose digits in base s are its
coordinates, the first one least significant.  A positive label widens the most specific
box just enough; a negative one is excluded from a general box by moving one of its
:math:`2d` sides past it.  On this finite domain both boundary sets are attained, which on
the continuum (:mod:`altheory.hypotheses.rectangles`) G is not.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Any, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses import _hulls as hulls
from altheory.hypotheses._box_orders import boxes_in_the_plane
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.hypotheses._finite_hulls import (
    HullVersionSpace,
    bits,
    drawn,
    listed,
    require_bits,
    require_regions,
    spread,
)
from altheory.hypotheses.finite import FiniteVersionSpace
from altheory.numeric.inputs import count, label
from altheory.numeric.inputs import listed as elements
from altheory.protocols import Label, Labels, Sample
from altheory.spaces.finite import FiniteDistribution, FiniteRegion, index

Bounds: TypeAlias = tuple[tuple[int, int], ...]


@final
@dataclass(frozen=True, slots=True)
class GridRectangle:
    """The classifier that says + inside a box of grid points, ends included.

    Parameters
    ----------
    dimension, side
        The grid.
    bounds
        The lowest and the highest coordinate on each axis; none at all for the empty box.

    Examples
    --------
    >>> box = GridRectangle(2, 4, ((1, 2), (0, 1)))
    >>> grid = GridRectangles(2, 4)
    >>> str(box), box(grid.point(2, 1)), box(grid.point(0, 1))
    ('1,2 x 0,1', 1, -1)

    """

    dimension: int
    side: int
    bounds: Bounds

    def __post_init__(self) -> None:
        d, s = count(self.dimension, "the dimension"), count(self.side, "the side of a grid")
        ends = [(count(lo, "an end", 0), count(hi, "an end", 0)) for lo, hi in self.bounds]
        if len(ends) not in (0, d) or not all(lo <= hi < s for lo, hi in ends):
            raise DomainError(
                f"a box has ends 0 <= low <= high < {s} on each of {d} axes, or none at all, "
                f"got {self.bounds}"
            )
        object.__setattr__(self, "bounds", tuple(ends))

    @property
    def is_empty(self) -> bool:
        return not self.bounds

    @property
    def positive(self) -> FiniteRegion:
        """The grid points in the box."""
        n_points = require_regions(self.side**self.dimension)
        return FiniteRegion(n_points, bits(self._sides(), self.side))

    def __call__(self, x: Any) -> Label:
        coordinates = _digits(index(x, self.side**self.dimension), self.dimension, self.side)
        return 1 if _inside(self.bounds, coordinates) else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch: ``int[n] -> int8[n]``."""
        points = elements(xs.tolist() if isinstance(xs, np.ndarray) else xs)
        return np.array([self(x) for x in points], dtype=np.int8)

    def _sides(self) -> Iterator[range]:
        if self.is_empty:
            return iter([range(0)])
        return (range(lo, hi + 1) for lo, hi in self.bounds)

    def __str__(self) -> str:
        return " x ".join(f"{lo},{hi}" for lo, hi in self.bounds) or "empty"


@final
@dataclass(frozen=True, slots=True)
class GridRectangles:
    """The class of all boxes on a grid.

    >>> grid = GridRectangles(2, 4)
    >>> space = grid.version_space().restrict(grid.point(1, 1), 1)
    >>> [str(h) for h in space.restrict(grid.point(2, 2), -1).general_set()]
    ['0,1 x 0,3', '0,3 x 0,1']

    Regions are bitmasks of all instances and need a grid of at most 65,536 points; to list
    every member (bisector, counts, radius, ball) takes at most 16,384 boxes.  Labels,
    restrictions and boundary sets look at no other instance and have no such limit.
    """

    dimension: int
    side: int

    def __post_init__(self) -> None:
        dimension, side = count(self.dimension, "the dimension"), count(self.side, "the side")
        require_bits(dimension * side.bit_length())

    @property
    def n_points(self) -> int:
        n_points: int = self.side**self.dimension
        return n_points

    @property
    def size(self) -> int:
        """One of s (s + 1) / 2 intervals on each axis, and the empty box."""
        boxes: int = _intervals(self.side) ** self.dimension
        return boxes + 1

    @property
    def nothing(self) -> GridRectangle:
        return GridRectangle(self.dimension, self.side, ())

    @property
    def everything(self) -> GridRectangle:
        return GridRectangle(self.dimension, self.side, ((0, self.side - 1),) * self.dimension)

    @property
    def vc_dimension(self) -> int:
        """Twice the dimension from side 3 on: the claim ``classes/grid-rectangles/vc``."""
        if self.side == 1:
            return 1
        return max(self.dimension, 2) if self.side == 2 else 2 * self.dimension

    @property
    def star_number(self) -> int:
        """All points: the empty box and each of them alone are a star set."""
        return self.n_points

    def point(self, *coordinates: Any) -> int:
        """Return the instance with these coordinates.

        >>> GridRectangles(2, 10).point(3, 4)
        43
        """
        if len(coordinates) != self.dimension:
            raise DomainError(f"a point has {self.dimension} coordinates, got {coordinates}")
        digits = [index(v, self.side) for v in coordinates]
        return sum(v * self.side**i for i, v in enumerate(digits))

    def coordinates(self, x: Any) -> tuple[int, ...]:
        """Return the coordinates of an instance."""
        return _digits(index(x, self.n_points), self.dimension, self.side)

    def hypothesis(self, i: int) -> GridRectangle:
        """Return the i-th box: the empty one first, then an interval for each axis."""
        if i == 0:
            return self.nothing
        numbers = _digits(i - 1, self.dimension, _intervals(self.side))
        return GridRectangle(self.dimension, self.side, tuple(map(_interval, numbers)))

    def labeling(self, positive: FiniteRegion) -> GridRectangle:
        return hulls.hull(self, positive)

    def covers(self, h: GridRectangle, x: int) -> bool:
        return _inside(h.bounds, _digits(x, self.dimension, self.side))

    def below(self, g: GridRectangle, h: GridRectangle) -> bool:
        """Decide whether ``g`` lies inside ``h``."""
        pairs = zip(g.bounds, h.bounds, strict=False)
        inside = all(a <= lo and hi <= b for (lo, hi), (a, b) in pairs)
        return g.is_empty or (not h.is_empty and inside)

    def widened(self, h: GridRectangle, x: int) -> GridRectangle:
        """Return the least box that holds ``h`` and ``x``."""
        point = _digits(x, self.dimension, self.side)
        old = h.bounds or tuple((v, v) for v in point)
        grown = ((min(lo, v), max(hi, v)) for (lo, hi), v in zip(old, point, strict=True))
        return GridRectangle(self.dimension, self.side, tuple(grown))

    def shadow(self, h: GridRectangle, x: int) -> GridRectangle:
        """Return the box of what ``h`` cannot be widened to without reaching ``x``.

        On each axis that is what lies beyond ``x``, as seen from ``h``.
        """
        last, point = self.side - 1, _digits(x, self.dimension, self.side)
        if h.is_empty:
            return self.widened(h, x)
        ends = zip(h.bounds, point, strict=True)
        beyond = ((v if v > hi else 0, v if v < lo else last) for (lo, hi), v in ends)
        return GridRectangle(self.dimension, self.side, tuple(beyond))

    def named(self, x: int) -> str:
        """Return the coordinates of an instance as text."""
        return f"({', '.join(map(str, self.coordinates(x)))})"

    def generalizations(self, h: GridRectangle, x: int) -> tuple[GridRectangle, ...]:
        return (self.widened(h, x),)

    def specializations(self, h: GridRectangle, x: int) -> Iterator[GridRectangle]:
        """Return ``h`` with one of its sides moved past ``x``, and the empty box."""
        yield self.nothing
        for i, v in enumerate(_digits(x, self.dimension, self.side)):
            lo, hi = h.bounds[i]
            for side in ((lo, v - 1), (v + 1, hi)):
                if side[0] <= side[1]:
                    moved = (*h.bounds[:i], side, *h.bounds[i + 1 :])
                    yield GridRectangle(self.dimension, self.side, moved)

    def version_space(self) -> HullVersionSpace[GridRectangle]:
        return HullVersionSpace(self)

    def law(self) -> FiniteDistribution:
        return FiniteDistribution.uniform(require_regions(self.n_points))

    def grid(self, n: int) -> tuple[int, ...]:
        return spread(self.n_points, n)

    def representatives(self, points: Sequence[Any]) -> tuple[GridRectangle, ...]:
        """Return a box for each labeling of ``points``."""
        return hulls.hulls(self, [index(x, self.n_points) for x in points])

    def difference(self, h: GridRectangle, g: GridRectangle) -> FiniteRegion:
        """Return the points in one of two boxes."""
        return (h.positive - g.positive) | (g.positive - h.positive)

    def ball(self, center: Any, radius: Any, law: Any = None) -> FiniteVersionSpace:
        r"""Return :math:`B(h, r) = \{g : P(g \ne h) \le r\}` under ``law`` (uniform), as a list."""
        return replace(listed(self).ball(center, radius, law), language=self)

    def erm(self, sample: Sample[Any]) -> GridRectangle:
        """Return a box with the fewest errors on ``sample``, among all labelings."""
        pairs = [(index(x, self.n_points), label(y)) for x, y in sample]
        return hulls.fewest_errors(self, pairs)

    def draw_target(self, rng: np.random.Generator) -> GridRectangle:
        return drawn(self, rng)

    def parse_target(self, text: str) -> GridRectangle:
        """Read a box such as ``1,2 x 0,3``, low and high on each axis, or ``empty``."""
        if text.strip() == "empty":
            return self.nothing
        ends = [re.fullmatch(r"\s*([0-9]+)\s*,\s*([0-9]+)\s*", part) for part in text.split("x")]
        found = tuple((int(end[1]), int(end[2])) for end in ends if end)
        if len(found) != len(ends):
            raise DomainError(f"a target is a box such as 1,2 x 0,3 or empty, got {text!r}")
        return GridRectangle(self.dimension, self.side, found)

    def combinatorics(self, n: int) -> Combinatorics:
        """Return what holds of ``n`` distinct instances that take the most labelings.

        Each instance alone, and nothing at all, is a box: a star on all of them.
        """
        size = min(n, self.n_points)
        found = hulls.with_singletons(size, self.vc_dimension)
        return replace(found, growth=size * (size + 1) // 2 + 1) if self.dimension == 1 else found

    def growth(self, n: int, states: int) -> int | None:
        """Return the growth function in the plane if the side has room for every order."""
        room = self.dimension == 2 and n <= self.side
        return boxes_in_the_plane(n, states) if room else None


def _digits(x: int, n: int, radix: int) -> tuple[int, ...]:
    return tuple(x // radix**i % radix for i in range(n))


def _inside(bounds: Bounds, point: Sequence[int]) -> bool:
    """Decide whether a point lies in a box, which nothing does if that is empty."""
    sides = zip(bounds, point, strict=False)
    return bool(bounds) and all(lo <= v <= hi for (lo, hi), v in sides)


def _intervals(side: int) -> int:
    return side * (side + 1) // 2


def _interval(i: int) -> tuple[int, int]:
    """Return the i-th pair of integers 0 <= lo <= hi, in the order of hi and then lo."""
    hi = 0
    while i > hi:
        i, hi = i - hi - 1, hi + 1
    return i, hi


def from_argument(text: str | None) -> GridRectangles:
    """Return the class that the command line calls ``grid-rectangles:D,S``."""
    if text is None:
        return EXAMPLES[0]
    written = re.fullmatch("([0-9]+),([0-9]+)", text, re.ASCII)
    if written is None:
        raise DomainError(
            f"write grid-rectangles:D,S with the dimension D and the side S, got {text!r}"
        )
    return GridRectangles(int(written[1]), int(written[2]))


EXAMPLES = (GridRectangles(2, 3),)

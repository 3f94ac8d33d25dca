r"""Axis-parallel closed boxes in :math:`[0, 1]^d`, the empty one included.

The most specific box is the bounding box of the positive labels, and attained.  A
negative label n forbids every box that holds n: with s the bounding box, x can still be
positive iff the bounding box of s and x holds no negative label.  What n rules out is, on
each axis, all that lies beyond n as seen from s, a closed box.  So GB is a cube without
finitely many closed boxes, and once there is a negative label no member is the most
general one, nor even a maximal one: a closed box that misses n can be made larger.
"""

import math
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from itertools import product
from typing import Any, TypeAlias, final

import numpy as np

from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses import _hulls as hulls
from altheory.hypotheses._box_orders import boxes_in_the_plane
from altheory.hypotheses._combinatorics import Combinatorics
from altheory.numeric.inputs import count, label, labeled
from altheory.numeric.rational import ceil_float, floor_float
from altheory.protocols import Label, Labels, Sample
from altheory.spaces.box_laws import UniformBox
from altheory.spaces.boxes import BoxUnion, Point, box_point, box_points
from altheory.spaces.line import point
from altheory.spaces.line_laws import RESOLUTION

Bounds: TypeAlias = tuple[tuple[Fraction, Fraction], ...]


@final
@dataclass(frozen=True, slots=True)
class Rectangle:
    """The classifier that says + inside a closed box.

    Parameters
    ----------
    dimension
        The number of axes.
    bounds
        The lower and the upper end on each axis; none at all for the empty box.

    Examples
    --------
    >>> box = Rectangle(2, ((0, 0.5), (0.25, 0.25)))
    >>> box((0.5, 0.25)), box((0.5, 0.3)), str(box)
    (1, -1, '0,1/2 x 1/4,1/4')

    """

    dimension: int
    bounds: Bounds

    def __post_init__(self) -> None:
        d = count(self.dimension, "the dimension")
        ends = tuple((point(lo), point(hi)) for lo, hi in self.bounds)
        if len(ends) not in (0, d) or any(lo > hi for lo, hi in ends):
            raise DomainError(
                f"a box has ends low <= high on each of {d} axes, or none at all, got {self.bounds}"
            )
        object.__setattr__(self, "bounds", ends)

    @property
    def is_empty(self) -> bool:
        return not self.bounds

    @property
    def positive(self) -> BoxUnion:
        """The box as a region."""
        ends = self.bounds or ((Fraction(1), Fraction(0)),) * self.dimension
        return BoxUnion.closed(*zip(*ends, strict=True))

    def __call__(self, x: Any) -> Label:
        return 1 if _inside(self.bounds, box_point(x, self.dimension)) else -1

    def predict(self, xs: Any) -> Labels:
        """Label a batch, exactly: ``float64[n, d] -> int8[n]``."""
        rows = box_points(xs, self.dimension)
        inside = np.full(len(rows), not self.is_empty)
        for (lo, hi), column in zip(self.bounds, rows.T, strict=False):
            inside &= (column >= ceil_float(lo)) & (column <= floor_float(hi))
        return np.where(inside, 1, -1).astype(np.int8)

    def __str__(self) -> str:
        return " x ".join(f"{lo},{hi}" for lo, hi in self.bounds) or "empty"


@final
@dataclass(frozen=True, slots=True)
class RectangleVersionSpace:
    """The boxes that agree with the labels.

    Labels that every box left gives already are not kept, and once none is left the space
    stays as it is.
    """

    of: "Rectangles"
    positives: tuple[Point, ...] = ()
    negatives: tuple[Point, ...] = ()

    @property
    def is_empty(self) -> bool:
        return hulls.is_empty(self.of, self.positives, self.negatives)

    @property
    def contradiction(self) -> tuple[tuple[Point, Label], ...]:
        """An irreducible set of labels that no box satisfies, if empty: at most 2 d + 1."""
        return hulls.contradiction(self.of, self.positives, self.negatives)

    def restrict(self, x: Any, y: Any) -> "RectangleVersionSpace":
        """Keep the boxes that label ``x`` with ``y``."""
        x, y = box_point(x, self.of.dimension), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        if y == 1:
            return replace(self, positives=tuple(sorted((*self.positives, x))))
        return replace(self, negatives=tuple(sorted((*self.negatives, x))))

    def restrict_all(self, xs: Any, ys: Any) -> "RectangleVersionSpace":
        """Keep the boxes that agree with a labeled sample."""
        rows = xs.tolist() if isinstance(xs, np.ndarray) else xs
        return reduce(lambda space, pair: space.restrict(*pair), labeled(rows, ys), self)

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining box gives to ``x``."""
        x = box_point(x, self.of.dimension)
        return hulls.open_labels(self.of, self.positives, self.negatives, x)

    def specific(self) -> BoxUnion:
        """Return SB, the bounding box of the positive labels (everything if no box is left)."""
        return (self.of.everything if self.is_empty else self._hull()).positive

    def general(self) -> BoxUnion:
        """Return GB, the cube without what the negative labels rule out: open in the cube."""
        if self.is_empty:
            return self.of.nothing.positive
        found: BoxUnion = hulls.general_region(self.of, self._hull(), self.negatives)
        return found

    def disagreement(self) -> BoxUnion:
        """Return DIS = GB minus SB."""
        return self.general() - self.specific()

    def specific_set(self) -> tuple[Rectangle, ...]:
        """Return Mitchell's S, which has one member at most: the bounding box."""
        return () if self.is_empty else (self._hull(),)

    def general_set(self) -> tuple[Rectangle, ...] | None:
        """Return Mitchell's G where every box left lies in a maximal one, and None elsewhere.

        That is the cube alone, or nothing if no box is left.  After a negative label none of
        the boxes left is maximal, for each can be made larger: the boxes are not those between
        S and any G, and the answer is None, as that of `general_hypothesis`.
        """
        if self.is_empty:
            return ()
        return None if self.negatives else (self.of.everything,)

    def specific_hypothesis(self) -> Rectangle | None:
        """Return the bounding box, None if no box is left."""
        return None if self.is_empty else self._hull()

    def general_hypothesis(self) -> Rectangle | None:
        """Return the cube, or None after a negative label: GB is open, boxes are closed."""
        return None if self.negatives or self.is_empty else self.of.everything

    def member(self) -> Rectangle:
        """Return the most specific box."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no box agrees with every label")
        return self._hull()

    def certificate(self, x: Any) -> dict[str, Any]:
        """Return the proof of ``labels(x)`` on a table of the boxes on the points in play.

        Certified is the answer given the table: its rows are the labelings that boxes give to
        its points, which it names in increasing order, and this is stated, not certified.
        """
        x = box_point(x, self.of.dimension)
        return hulls.certificate(self.of, self.positives, self.negatives, x)

    def _hull(self) -> Rectangle:
        return hulls.hull(self.of, self.positives)


@final
@dataclass(frozen=True, slots=True)
class Rectangles:
    """The class of all closed boxes in the unit cube of a dimension, points included.

    >>> space = Rectangles(2).version_space().restrict((0.5, 0.5), 1)
    >>> print(space.restrict((0.75, 0.5), -1).general())
    [0, 3/4) x [0, 1]
    """

    dimension: int

    def __post_init__(self) -> None:
        count(self.dimension, "the dimension")

    @property
    def nothing(self) -> Rectangle:
        return Rectangle(self.dimension, ())

    @property
    def everything(self) -> Rectangle:
        return Rectangle(self.dimension, ((Fraction(0), Fraction(1)),) * self.dimension)

    @property
    def vc_dimension(self) -> int:
        """Two points an axis, one on each side: the claim ``classes/rectangles/vc``."""
        return 2 * self.dimension

    @property
    def star_number(self) -> float:
        """Infinite: the empty box and single points are a star set of any size."""
        return math.inf

    def covers(self, h: Rectangle, x: Point) -> bool:
        return _inside(h.bounds, x)

    def widened(self, h: Rectangle, x: Point) -> Rectangle:
        """Return the least box that holds ``h`` and ``x``."""
        old = h.bounds or tuple((v, v) for v in x)
        grown = ((min(lo, v), max(hi, v)) for (lo, hi), v in zip(old, x, strict=True))
        return Rectangle(self.dimension, tuple(grown))

    def shadow(self, h: Rectangle, x: Point) -> Rectangle:
        """Return the box of what ``h`` cannot be widened to without reaching ``x``.

        On each axis that is what lies beyond ``x``, as seen from ``h``.
        """
        if h.is_empty:
            return self.widened(h, x)
        zero, one = Fraction(0), Fraction(1)
        ends = zip(h.bounds, x, strict=True)
        beyond = ((v if v > hi else zero, v if v < lo else one) for (lo, hi), v in ends)
        return Rectangle(self.dimension, tuple(beyond))

    def named(self, x: Point) -> str:
        """Return the coordinates of a point as text."""
        return f"({', '.join(map(str, x))})"

    def version_space(self) -> RectangleVersionSpace:
        return RectangleVersionSpace(self)

    def law(self) -> UniformBox:
        return UniformBox(self.dimension)

    def grid(self, n: int) -> tuple[Point, ...]:
        """Return about ``n`` points of a square grid with its corners, or of the diagonal."""
        cells = count(n, "the cells of a grid")
        along = max(1, int(cells ** (1 / self.dimension)))
        marks = [Fraction(k, along) for k in range(along + 1)]
        if len(marks) ** self.dimension > 4 * cells:
            return tuple((Fraction(k, cells),) * self.dimension for k in range(cells + 1))
        return tuple(product(marks, repeat=self.dimension))

    def representatives(self, points: Sequence[Any]) -> tuple[Rectangle, ...]:
        """Return a box for each labeling of ``points``."""
        return hulls.hulls(self, [box_point(x, self.dimension) for x in points])

    def difference(self, h: Rectangle, g: Rectangle) -> BoxUnion:
        """Return the points in one of two boxes."""
        return (h.positive - g.positive) | (g.positive - h.positive)

    def erm(self, sample: Sample[Any]) -> Rectangle:
        """Return a box with the fewest errors on ``sample``, among all labelings."""
        return hulls.fewest_errors(self, [(box_point(x, self.dimension), y) for x, y in sample])

    def draw_target(self, rng: np.random.Generator) -> Rectangle:
        """Draw two independent uniform ends on each axis."""
        ends = rng.integers(RESOLUTION, size=(self.dimension, 2)).tolist()
        places = ((Fraction(2 * k + 1, 2 * RESOLUTION) for k in pair) for pair in ends)
        return Rectangle(self.dimension, tuple((min(p), max(p)) for p in map(tuple, places)))

    def parse_target(self, text: str) -> Rectangle:
        """Read a box such as ``1/4,0.75 x 0,1``, low and high on each axis, or ``empty``."""
        if text.strip() == "empty":
            return self.nothing
        try:
            ends = tuple(tuple(map(Fraction, part.split(","))) for part in text.split("x"))
            return Rectangle(self.dimension, tuple((lo, hi) for lo, hi in ends))
        except (ValueError, ZeroDivisionError) as error:
            raise DomainError(
                f"a target is a box such as 1/4,0.75 on each of {self.dimension} axes with x "
                f"between them, or empty, got {text!r}"
            ) from error

    def combinatorics(self, n: int) -> Combinatorics:
        """Return what holds of ``n`` distinct instances that take the most labelings.

        Each instance alone, and nothing at all, is a box: a star on all of them.
        """
        found = hulls.with_singletons(n, self.vc_dimension)
        return replace(found, growth=n * (n + 1) // 2 + 1) if self.dimension == 1 else found

    def growth(self, n: int, states: int) -> int | None:
        """Return the growth function in the plane by trying all orders of ``n`` points."""
        return boxes_in_the_plane(n, states) if self.dimension == 2 else None


def _inside(bounds: Bounds, x: Point) -> bool:
    """Decide whether a point lies in a box, which nothing does if that is empty."""
    sides = zip(bounds, x, strict=False)
    return bool(bounds) and all(lo <= v <= hi for (lo, hi), v in sides)


def from_argument(text: str | None) -> Rectangles:
    """Return the class that the command line calls ``rectangles:D``, in dimension D."""
    if text is None:
        return EXAMPLES[0]
    if not re.fullmatch("[0-9]+", text, re.ASCII):
        raise DomainError(f"write rectangles:D with the dimension D, got {text!r}")
    return Rectangles(int(text))


EXAMPLES = (Rectangles(2),)

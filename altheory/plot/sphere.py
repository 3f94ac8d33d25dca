"""A version space on the sphere, seen from far away.

Instances and the normals of separators share one sphere.  Amber is where two members
disagree, gray what is settled, and the blue polygon holds the normals that remain.  An
instance x cuts the normals by the great circle around it; x is worth asking iff that great
circle crosses the polygon, that is iff x is amber.

The projection is orthographic: half of the sphere is visible, and what lies behind is drawn
faint.  All regions are exact until their corners are projected.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise
from math import pi
from typing import Any, TypeAlias, final

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Circle, Polygon

from altheory.errors import DomainError
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import Direction, dot, opposite, primitive
from altheory.plot.palette import SIGNS, color
from altheory.plot.table import Cell, Drawing, Table
from altheory.protocols import Floats, Label
from altheory.spaces.cone import Cone, polyhedral
from altheory.spaces.polygon import SphericalPolygon

Sample: TypeAlias = Sequence[tuple[Sequence[Any], Label]]

STEPS = 48  # of an arc
HIDDEN = 0.3  # how opaque what lies behind is


@final
@dataclass(frozen=True, slots=True)
class View:
    """A direction from which the sphere is seen, and what is up."""

    toward: Direction
    up: Direction = (0, 0, 1)

    @property
    def frame(self) -> Floats:
        """The unit vectors to the right, up, and toward the eye: ``float64[3, 3]``."""
        toward = unit(self.toward)
        right = np.cross(unit(self.up), toward)
        if not right.any():
            raise DomainError(f"what is up is not where the view comes from, got {self}")
        right = right / np.linalg.norm(right)
        return np.array([right, np.cross(toward, right), toward])

    def place(self, x: Direction) -> tuple[float, float]:
        """Return where a direction is seen in the unit disk."""
        right, up, _ = (self.frame @ unit(x)).tolist()
        return right, up

    def shows(self, x: Direction) -> bool:
        """Decide whether a direction is visible, exactly."""
        return dot(x, self.toward) >= 0


def sphere_version_space(
    ax: Axes,
    space: SphereVersionSpace,
    sample: Sample,
    *,
    view: View,
    query: Direction | None = None,
) -> Drawing:
    """Draw a version space on the whole sphere, with labels and perhaps a query.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden and its aspect made equal.
    space
        What to draw, in dimension 3, bounded by enough labels to have corners.
    sample
        Labeled instances to draw.
    view
        From where the sphere is seen.
    query
        An instance, drawn with the great circle of the normals that it cuts.

    Returns
    -------
    Drawing
        A row for each corner of the polygon, each label, and the query: what it is, its unit
        vector, and whether it is visible.

    """
    polygon, settled = polygons(space)
    ax.set(xlim=(-1.04, 1.04), ylim=(-1.04, 1.04), aspect="equal")
    ax.axis("off")
    ground = Circle((0, 0), 1, fc=color("disagreement"), ec="none", zorder=1.0)
    rim = Circle((0, 0), 1, fc="none", ec=color("theory"), lw=rcParams["axes.linewidth"], zorder=4)
    artists: list[Artist] = [ax.add_patch(ground), ax.add_patch(rim)]
    for part in settled:
        artists += _region(ax, part, view, fc=color("excluded"), zorder=1.5)
    artists += _region(ax, polygon, view, fc=color("active"), alpha=0.45, zorder=2.5)
    for part in (*settled, polygon):
        artists += _outline(ax, part, view)
    if query is not None:
        artists += _great_circle(ax, query, view)
        artists += _query(ax, view, query)
    labels: list[tuple[Direction, Label]] = [(primitive(x), y) for x, y in sample]
    artists += [mark for x, y in labels for mark in _label(ax, view, x, y)]
    named = [("corner", c) for c in polygon.corners]
    named += [(SIGNS[y][0], x) for x, y in labels]
    named += [] if query is None else [("query", query)]
    return Drawing(tuple(artists), _table(named, view))


def polygons(space: SphereVersionSpace) -> tuple[SphericalPolygon, list[SphericalPolygon]]:
    """Return the polygon of normals, and those of what is settled: SB and its opposite."""
    cone = space.closure()
    if space.dimension != 3 or not isinstance(cone, Cone) or cone.lines:
        raise DomainError(f"a polygon on the sphere in space is drawn, with corners, got {space}")
    found = [polyhedral(3, rays) for rays in (cone.rays, [*map(opposite, cone.rays)])]
    return SphericalPolygon(cone), [SphericalPolygon(part) for part in found if part]


def unit(v: Direction) -> Floats:
    """Return a direction of any size as a float vector of length one."""
    scale = max(map(abs, v))
    vector = np.array([c / scale for c in v])
    return np.asarray(vector / np.linalg.norm(vector))


def _arc(a: Direction, b: Direction) -> Floats:
    """Return points of the shorter arc between two corners: ``float64[STEPS + 1, 3]``."""
    start, end = unit(a), unit(b)
    shares = np.linspace(0, 1, STEPS + 1)[:, None]
    angle = np.arctan2(np.linalg.norm(np.cross(start, end)), start @ end)
    weighted = np.sin((1 - shares) * angle) * start + np.sin(shares * angle) * end
    return np.asarray(weighted / np.sin(angle))


def _sides(polygon: SphericalPolygon) -> list[tuple[Direction, Direction]]:
    around = polygon.corners
    return list(pairwise((*around, around[0]))) if around else []


def _region(ax: Axes, polygon: SphericalPolygon, view: View, **how: Any) -> list[Artist]:
    """Fill the visible part of a polygon."""
    part = polygon.clip(view.toward)
    if part is None:
        return []
    around = np.concatenate([_arc(a, b) for a, b in _sides(part)])
    return [ax.add_patch(Polygon((around @ view.frame.T)[:, :2], ec="none", **how))]


def _outline(ax: Axes, polygon: SphericalPolygon, view: View) -> list[Artist]:
    """Draw the boundary of a polygon, faint where it is hidden."""
    how: dict[str, Any] = {"color": color("theory"), "lw": rcParams["axes.linewidth"]}
    return [line for a, b in _sides(polygon) for line in _curve(ax, _arc(a, b), view, **how)]


def _great_circle(ax: Axes, pole: Direction, view: View) -> list[Artist]:
    """Draw the great circle around a pole, from the middle of its hidden half all around."""
    normal, toward = unit(pole), unit(view.toward)
    across = np.cross(normal, toward)
    first = across if across.any() else view.frame[0]
    first = first / np.linalg.norm(first)
    second = np.cross(first, normal)
    turns = np.linspace(0, 2 * pi, 8 * STEPS + 1)[:, None]
    return _curve(ax, np.cos(turns) * first + np.sin(turns) * second, view, color=color("theory"))


def _curve(ax: Axes, points: Floats, view: View, **how: Any) -> list[Artist]:
    """Draw a curve on the sphere, faint where it is hidden."""
    seen = points @ view.frame.T
    artists: list[Artist] = []
    for visible in (True, False):
        shown = np.where(((seen[:, 2] >= 0) == visible)[:, None], seen[:, :2], np.nan)
        if not np.isnan(shown).all():
            faint = {} if visible else {"alpha": HIDDEN, "lw": 0.6 * rcParams["axes.linewidth"]}
            drawn: dict[str, Any] = {**how, **faint, "zorder": 3.0 if visible else 2.0}
            artists += ax.plot(*shown.T, **drawn)
    return artists


def _label(ax: Axes, view: View, x: Direction, y: Label) -> list[Artist]:
    """Draw a label on the sphere, faint and small if it is behind."""
    if view.shows(x):
        return disk(ax, view.place(x), y, 0.72)
    return disk(ax, view.place(x), y, 0.5, alpha=HIDDEN, zorder=2.2)


def disk(
    ax: Axes, place: Sequence[float], y: Label, size: float, *, alpha: float = 1, zorder: float = 5
) -> list[Artist]:
    """Draw a disk with its sign, of so many sizes of the font."""
    meaning, sign = SIGNS[y]
    diameter = size * rcParams["font.size"]
    how: dict[str, Any] = {"zorder": zorder, "mec": "white", "alpha": alpha, "clip_on": False}
    disk = ax.plot(*place, "o", ms=diameter, mfc=color(meaning), mew=0, **how)
    glyph = ax.plot(*place, sign, ms=0.6 * diameter, mew=0.15 * diameter, **how)
    return [*disk, *glyph]


def _query(ax: Axes, view: View, x: Direction) -> list[Artist]:
    """Draw the query as an empty disk."""
    diameter, ink = 0.66 * rcParams["font.size"], color("theory")
    how: dict[str, Any] = {"mfc": "white", "mec": ink, "mew": 0.12 * diameter, "zorder": 5.5}
    how["alpha"] = 1.0 if view.shows(x) else HIDDEN
    return [*ax.plot(*view.place(x), "o", ms=diameter, **how)]


def _table(named: Iterable[tuple[str, Direction]], view: View) -> Table:
    rows: list[tuple[Cell, ...]] = [
        (kind, *unit(p).tolist(), "visible" if view.shows(p) else "hidden") for kind, p in named
    ]
    return Table(("kind", "x", "y", "z", "side"), tuple(rows))

r"""A version space on the sphere, alone, in a chart that keeps great circles straight.

The gnomonic projection, from the center of the sphere onto the plane that touches it at a
member.  So a polygon of normals is a polygon with straight sides, each of which is a label,
and a query parts it by a line.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from altheory.hypotheses.half_space import signed
from altheory.hypotheses.sphere_version_space import BOTH, SphereVersionSpace
from altheory.numeric.directions import Direction, dot
from altheory.plot.palette import SIGNS, color
from altheory.plot.sphere import View, disk, polygons, unit
from altheory.plot.table import Drawing, Table
from altheory.protocols import Floats
from altheory.spaces.polygon import SphericalPolygon


def sphere_chart(ax: Axes, space: SphereVersionSpace, *, query: Direction | None = None) -> Drawing:
    """Draw the version space alone in the plane that touches the sphere at its member.

    Lengths there are tangents of angles from the member, and each side has the sign of the
    label that it comes from.  A query parts the polygon by a line; on either side is a member,
    with the label that it gives.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden and its aspect made equal.
    space
        What to draw, in dimension 3, bounded by enough labels to have corners.
    query
        An instance whose great circle crosses the polygon.

    Returns
    -------
    Drawing
        A row for each corner, each side's sign, the ends of the query and its two members.

    """
    polygon, _ = polygons(space)
    middle = View(space.member().normal)
    corners = _charted(polygon.corners, middle)
    how: dict[str, Any] = {"lw": rcParams["axes.linewidth"], "zorder": 3.0}
    artists: list[Artist] = [
        ax.add_patch(Polygon(corners, fc=color("active"), alpha=0.45, ec="none", zorder=2.0)),
        ax.add_patch(Polygon(corners, fc="none", ec=color("theory"), **how)),
    ]
    places = [("corner", *place) for place in corners.tolist()]
    for x, y in space.sample:
        place = _beside(polygon, signed(x, y), middle)
        artists += disk(ax, place, y, 0.5)
        places.append((f"side {SIGNS[y][0]}", *place))
    if query is not None and (ends := cut(polygon, query)):
        line = _charted(ends, middle)
        beyond = 0.2 * (line[1] - line[0])
        artists += ax.plot(*np.array([line[0] - beyond, line[1] + beyond]).T, color="k", zorder=4.0)
        places += [("cut", *place) for place in line.tolist()]
        for y in BOTH:
            (place,) = _charted([space.restrict(query, y).member().normal], middle).tolist()
            artists += disk(ax, place, y, 0.8)
            places.append((f"member {SIGNS[y][0]}", *place))
    ax.set_aspect("equal")
    ax.axis("off")
    return Drawing(tuple(artists), Table(("kind", "x", "y"), tuple(places)))


def cut(polygon: SphericalPolygon, query: Direction) -> tuple[Direction, ...]:
    """Return the two ends, on the boundary, of the great circle around ``query``, or nothing.

    >>> octant = SphericalPolygon.sphere()
    >>> for pole in ((1, 0, 0), (0, 1, 0), (0, 0, 1)):
    ...     octant = octant.clip(pole)
    >>> cut(octant, (1, -1, 0)), cut(octant, (1, 1, 1))
    (((0, 0, 1), (1, 1, 0)), ())
    """
    crossed = len(polygon.cone.sides(query)) == 3
    return polygon.cone.on(query).rays if crossed else ()


def _beside(polygon: SphericalPolygon, normal: Direction, middle: View) -> list[float]:
    """Return a place of the chart just outside the side with this normal."""
    a, b = _charted([c for c in polygon.corners if dot(c, normal) == 0], middle)
    outward = np.array([(b - a)[1], -(b - a)[0]]) / np.linalg.norm(b - a)
    halfway = (a + b) / 2
    way = 1 if outward @ halfway > 0 else -1  # the chart has its origin inside
    size = np.ptp(_charted(polygon.corners, middle), axis=0).max()
    place: list[float] = (halfway + way * 0.055 * size * outward).tolist()
    return place


def _charted(points: Iterable[Direction], middle: View) -> Floats:
    seen = np.array([middle.frame @ unit(p) for p in points]).reshape(-1, 3)
    chart: Floats = seen[:, :2] / seen[:, 2:]
    return chart

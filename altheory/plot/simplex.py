r"""Distributions over three classes as points of a triangle.

The distribution :math:`(p_1, p_2, p_3)` is the point with these barycentric coordinates:
sure of a class at its corner, uniform in the middle, a tie of two classes on the median
between them.
"""

from collections.abc import Sequence
from math import sqrt
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Polygon
from matplotlib.tri import Triangulation

from altheory.plot.palette import color
from altheory.plot.table import Drawing, Table
from altheory.protocols import Floats

CORNERS = np.array([[0.0, 0.0], [1.0, 0.0], [0.5, sqrt(3) / 2]])  # of the classes
NAMES = ((0, "top", "right"), (1, "top", "left"), (2, "bottom", "center"))
FIELD = "cividis"
LINE: dict[str, Any] = {"colors": color("theory"), "linestyles": "solid", "zorder": 2.0}
RIM = (-0.07, -0.09, 1.07, 0.97)  # left, bottom, right, top


def place(probs: Any) -> Floats:
    """Return points of the plane, ``float64[..., 2]``, for distributions ``[..., 3]``.

    >>> place([1, 0, 0]).tolist(), place([0, 0.5, 0.5]).round(3).tolist()
    ([0.0, 0.0], [0.75, 0.433])
    """
    result: Floats = np.asarray(probs, dtype=np.float64) @ CORNERS
    return result


def triangle(ax: Axes) -> list[Artist]:
    """Draw the rim, with the number of its class at each corner, and hide the axes."""
    ax.set(xlim=RIM[::2], ylim=RIM[1::2], aspect="equal")
    ax.axis("off")
    rim = Polygon(CORNERS.tolist(), fill=False, lw=rcParams["axes.linewidth"], zorder=3.0)
    ax.add_patch(rim)
    how: dict[str, Any] = {"size": rcParams["xtick.labelsize"]}
    corners = [(*CORNERS[i].tolist(), f"{i + 1}", va, ha) for i, va, ha in NAMES]
    names = [ax.text(x, y, name, va=va, ha=ha, **how) for x, y, name, va, ha in corners]
    return [rim, *names]


def simplex_field(
    ax: Axes, probs: Any, values: Sequence[float], *, levels: Sequence[float], bold: float
) -> Drawing:
    """Draw a field over the triangle in bands, and one of its level curves in black.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden.
    probs
        Distributions on a grid that covers the triangle, ``float64[N, 3]``.
    values
        The field there; the larger, the lighter.
    levels
        The ends of the bands, ascending.
    bold
        The level drawn in black.

    Returns
    -------
    Drawing
        One row for each distribution, with its value.

    """
    grid, heights = _grid(probs), list(values)
    filled = ax.tricontourf(grid, heights, levels, cmap=FIELD, zorder=1.0)
    filled.set_edgecolor("face")  # no seams between bands
    line = ax.tricontour(grid, heights, [bold], **LINE)
    line.set_linewidth(rcParams["lines.linewidth"])
    rows = [(*map(float, p), float(v)) for p, v in zip(probs, heights, strict=True)]
    artists = (filled, line, *triangle(ax))
    return Drawing(artists, Table(("p1", "p2", "p3", "value"), tuple(rows)))


def simplex_verdicts(ax: Axes, probs: Any, judgments: Sequence[Sequence[float]]) -> Drawing:
    """Draw where judgments agree in sign: white all above 0, gray all below, amber elsewhere.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden.
    probs
        Distributions on a grid that covers the triangle, ``float64[N, 3]``.
    judgments
        Of each judge, a number for each distribution; its zeros are drawn.

    Returns
    -------
    Drawing
        One row for each distribution, with the smallest and the largest judgment.

    """
    grid = _grid(probs)
    ground = Polygon(CORNERS.tolist(), fc=color("disagreement"), ec="none", zorder=0.5)
    ax.add_patch(ground)
    least, most = np.min(judgments, axis=0), np.max(judgments, axis=0)
    above = ax.tricontourf(grid, least, [0.0, np.inf], colors="white", zorder=1.0)
    below = ax.tricontourf(grid, most, [-np.inf, 0.0], colors=color("excluded"), zorder=1.0)
    lines = [ax.tricontour(grid, list(one), [0.0], **LINE) for one in judgments]
    for line in lines:
        line.set_linewidth(rcParams["axes.linewidth"])
    rows = [
        (*map(float, p), float(a), float(b)) for p, a, b in zip(probs, least, most, strict=True)
    ]
    artists = (ground, above, below, *lines, *triangle(ax))
    return Drawing(artists, Table(("p1", "p2", "p3", "least", "most"), tuple(rows)))


def _grid(probs: Any) -> Triangulation:
    return Triangulation(*place(probs).T)

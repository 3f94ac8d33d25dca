"""Boxes that share a label, with its sign on one of them: cells of a cluster, say."""

from collections.abc import Sequence
from typing import Any

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from altheory.errors import DomainError
from altheory.numeric.inputs import label
from altheory.plot.palette import SIGNS, color
from altheory.plot.table import Drawing, Table
from altheory.protocols import Label

Box = tuple[float, float, float, float]


def signed_boxes(ax: Axes, boxes: Sequence[Box], sign: Label, *, is_asked: bool) -> Drawing:
    """Fill boxes, plain if their label is positive and hatched if it is negative.

    Parameters
    ----------
    ax
        Where to draw.
    boxes
        The ends of each: from x to x, from y to y.
    sign
        The label of all of them, written on the middle one.
    is_asked
        Whether somebody gave the label: then its disk is full; hollow if it was implied.

    Returns
    -------
    Drawing
        One row for each box.

    """
    if not boxes:
        raise DomainError("a sign is written on a box, got none")
    (meaning, mark), size = SIGNS[label(sign)], rcParams["lines.markersize"]
    shade = color(meaning)
    look: dict[str, Any] = {"fc": (shade, 0.3), "lw": 0, "zorder": 1.0}
    if sign < 0:
        look |= {"fc": (shade, 0.12), "ec": (shade, 0.55), "hatch": "////"}
    artists: list[Artist] = [
        ax.add_patch(Rectangle((x, y), x2 - x, y2 - y, **look)) for x, x2, y, y2 in boxes
    ]
    x, x2, y, y2 = boxes[len(boxes) // 2]
    middle = (x + x2) / 2, (y + y2) / 2
    disk: dict[str, Any] = {"mfc": shade if is_asked else "white", "mec": shade}
    artists += ax.plot(*middle, "o", ms=1.4 * size, mew=0.15 * size, zorder=5.0, **disk)
    ink = "white" if is_asked else shade
    artists += ax.plot(*middle, mark, ms=0.8 * size, mew=0.2 * size, mec=ink, zorder=6.0)
    return Drawing(tuple(artists), Table(("x", "x2", "y", "y2"), tuple(boxes)))

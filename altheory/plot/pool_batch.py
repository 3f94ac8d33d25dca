"""A pool of points in the plane, and the batch that is taken from it."""

from collections.abc import Sequence
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from altheory.plot.palette import color
from altheory.plot.table import Drawing, Table

MUTED = "#b8b8b8"  # of a pool without values: darker than what is excluded, so points are seen
FIELD = "cividis"


def pool_batch(
    ax: Axes,
    points: Any,
    batch: Sequence[int],
    *,
    values: Sequence[float] | None = None,
    **mark: Any,
) -> Drawing:
    """Draw a pool as small dots, and a batch as marks on them.

    Parameters
    ----------
    ax
        Where to draw.
    points
        The pool, ``float64[N, 2]``.
    batch
        The instances taken.
    values
        What colors the pool, the larger the lighter; gray without.
    mark
        How the batch is drawn; passed on to ``Axes.plot``.

    Returns
    -------
    Drawing
        One row for each point: its place, its value, and when it was taken, from 1.

    """
    table = np.asarray(points, dtype=np.float64)
    size = rcParams["lines.markersize"]
    shades: dict[str, Any] = {"s": (0.55 * size) ** 2, "lw": 0, "zorder": 2.0, "clip_on": False}
    shades |= {"color": MUTED} if values is None else {"c": list(values), "cmap": FIELD}
    how: dict[str, Any] = {"marker": "o", "mfc": color("active"), "mec": "black", "ms": size}
    how |= {"mew": 0.12 * size, "ls": "none", "zorder": 4.0, "clip_on": False, **mark}
    (line,) = ax.plot(*table[list(batch)].T, **how)
    artists: tuple[Artist, ...] = (ax.scatter(*table.T, **shades), line)
    taken = {i: rank for rank, i in enumerate(batch, 1)}
    rows = [
        (x, y, None if values is None else float(values[i]), taken.get(i))
        for i, (x, y) in enumerate(table.tolist())
    ]
    return Drawing(artists, Table(("x", "y", "value", "taken"), tuple(rows)))

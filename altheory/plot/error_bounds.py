"""Confidence bounds on the errors of many hypotheses, and which of them stay.

Each hypothesis is a vertical bar from its lower to its upper bound, with a mark at its
empirical error.  The dashed line is the least upper bound: a bar that begins above
it belongs to somebody worse, and is drawn in gray.
"""

from collections.abc import Sequence
from typing import Any, TypeAlias

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from altheory.plot.palette import color, stroke
from altheory.plot.table import Drawing, Table

Bar: TypeAlias = tuple[float, float, float, float]  # parameter, lower, empirical, upper


def error_bounds(ax: Axes, bars: Sequence[Bar]) -> Drawing:
    """Draw the bounds of hypotheses with one parameter in [0, 1].

    Parameters
    ----------
    ax
        Where to draw.
    bars
        For each hypothesis its parameter, the lower bound, the empirical error and the
        upper bound.

    Returns
    -------
    Drawing
        One row for each hypothesis, with whether it stays.

    """
    bar = min(upper for *_, upper in bars)
    artists: list[Artist] = [
        ax.axhline(bar, color=color("theory"), lw=rcParams["axes.linewidth"], **stroke("bound"))
    ]
    width = 1.6 * rcParams["lines.linewidth"]
    rows: list[tuple[float, float, float, float, int]] = []
    for at, lower, middle, upper in bars:
        stays = lower <= bar
        how: dict[str, Any] = {"color": color("theory"), "alpha": 0.25}
        if stays:
            how = {"color": color("active")}
        artists.append(ax.vlines(at, lower, upper, lw=width, zorder=2.0 + stays, **how))
        artists += ax.plot([at], [middle], "_", ms=2.2 * width, zorder=4.0, **how)
        rows.append((at, lower, middle, upper, int(stays)))
    ax.set(xlim=(-0.03, 1.03), ylim=(0, 1.12), xticks=(0, 0.5, 1), yticks=(0, 0.5, 1))
    for axis in (ax.xaxis, ax.yaxis):
        axis.set_ticklabels(("0", "1/2", "1"))
    return Drawing(tuple(artists), Table(("cut", "lower", "error", "upper", "stays"), tuple(rows)))

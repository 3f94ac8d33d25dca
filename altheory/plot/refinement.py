"""A version space that shrinks: one number line below the other, one for each label."""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise

from matplotlib.axes import Axes
from matplotlib.patches import Polygon

from altheory.hypotheses.thresholds import ThresholdVersionSpace
from altheory.plot.palette import color
from altheory.plot.table import Drawing, Table
from altheory.plot.version_space import HEIGHT, version_space


def refinement(
    ax: Axes, spaces: Sequence[ThresholdVersionSpace], queries: Sequence[Fraction | None]
) -> Drawing:
    """Draw successive version spaces from top to bottom, a funnel between them.

    Parameters
    ----------
    ax
        Where to draw; the vertical axis counts labels, downward.
    spaces
        The version spaces in time.
    queries
        For each the instance asked just before it, None where nothing was asked.

    Returns
    -------
    Drawing
        The rows of every `version_space`, with the number of labels as the level.

    """
    lines = [
        version_space(ax, space, level=float(level), query=query)
        for level, (space, query) in enumerate(zip(spaces, queries, strict=True))
    ]
    funnels = [_funnel(ax, *pair, level) for level, pair in enumerate(pairwise(spaces))]
    ax.set(xlim=(0, 1), ylim=(len(spaces) - 0.5, -0.5))
    rows = tuple(row for line in lines for row in line.table.rows)
    artists = (artist for line in lines for artist in line.artists)
    return Drawing((*artists, *funnels), Table(lines[0].table.columns, rows))


def _funnel(
    ax: Axes, upper: ThresholdVersionSpace, lower: ThresholdVersionSpace, level: int
) -> Polygon:
    (a, b), (c, d) = (
        (float(piece.lo), float(piece.hi))
        for piece in (space.disagreement().hull.pieces[0] for space in (upper, lower))
    )
    top, bottom = level + HEIGHT / 2, level + 1 - HEIGHT / 2
    corners = [(a, top), (b, top), (d, bottom), (c, bottom)]
    funnel = Polygon(corners, facecolor=color("disagreement"), alpha=0.3, lw=0, zorder=1.0)
    ax.add_patch(funnel)
    return funnel

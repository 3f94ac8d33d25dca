"""A version space of thresholds as a number line.

Amber is where two of its members still disagree, gray what is settled, and the two
labels that bind stand at its ends, each with its sign inside the marker.
"""

from fractions import Fraction
from itertools import chain
from typing import Any

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle
from matplotlib.transforms import ScaledTranslation

from altheory.hypotheses.thresholds import ThresholdVersionSpace
from altheory.plot.palette import SIGNS, color
from altheory.plot.table import Drawing, Table
from altheory.protocols import Label
from altheory.spaces.line import UNIT, IntervalUnion

HEIGHT = 0.42


def version_space(
    ax: Axes,
    space: ThresholdVersionSpace,
    *,
    level: float = 0.0,
    query: Fraction | None = None,
) -> Drawing:
    """Draw one version space as a bar over [0, 1].

    Parameters
    ----------
    ax
        Where to draw.
    space
        What to draw.
    level
        The height of the bar's middle.
    query
        The instance asked last, drawn larger if its label binds.

    Returns
    -------
    Drawing
        One row for each piece of the disagreement region and each binding label.

    """
    region = space.disagreement()
    bars = [*_bars(UNIT - region, level, "excluded"), *_bars(region, level, "disagreement")]
    for bar in bars:
        ax.add_patch(bar)
    labels = _binding(space)
    marks = chain.from_iterable(label_marks(ax, x, level, y, last=x == query) for x, y in labels)
    spans = [("disagreement", piece.lo, piece.hi) for piece in region.pieces]
    spans += [(SIGNS[y][0], x, x) for x, y in labels]
    rows = tuple((level, kind, float(lo), float(hi)) for kind, lo, hi in spans)
    return Drawing((*bars, *marks), Table(("level", "kind", "from", "to"), rows))


def label_marks(ax: Axes, x: Fraction, level: float, y: Label, *, last: bool) -> list[Artist]:
    """Draw one label: a disk with its sign, touching ``x`` from the side it settles."""
    meaning, sign = SIGNS[y]
    diameter = (0.83 if last else 0.47) * rcParams["font.size"]
    # points, not data: the disk never covers what remains, however narrow that is
    beside = ScaledTranslation(y * diameter / 144, 0, ax.figure.dpi_scale_trans)
    at: dict[str, Any] = {
        "transform": ax.transData + beside,
        "clip_on": False,
        "zorder": 5.0,
        "mec": "white",
    }
    place = ([float(x)], [level])
    disk = ax.plot(*place, "o", ms=diameter, mfc=color(meaning), mew=0, **at)
    glyph = ax.plot(*place, sign, ms=0.6 * diameter, mew=0.15 * diameter, **at)
    return [*disk, *glyph]


def _bars(region: IntervalUnion, level: float, meaning: str) -> list[Rectangle]:
    return [
        Rectangle(
            (float(piece.lo), level - HEIGHT / 2),
            float(piece.hi - piece.lo),
            HEIGHT,
            facecolor=color(meaning),
            edgecolor="none",
            zorder=2.0,
        )
        for piece in region.pieces
    ]


def _binding(space: ThresholdVersionSpace) -> list[tuple[Fraction, Label]]:
    ends: tuple[tuple[Fraction | None, Label], ...] = (
        (space.highest_negative, -1),
        (space.lowest_positive, 1),
    )
    return [(x, y) for x, y in ends if x is not None]

"""A version space of half circles, on the circle itself.

The wedge holds the directions that remain.  On the ring amber is where two of them
disagree and gray what is settled; each label stands on it, its sign inside the marker.
The two thin arcs outside are the envelopes: where every direction says + (SB, closed
ends) and where some direction does (GB, open ends).
"""

from collections.abc import Sequence
from math import cos, pi, sin
from typing import Any

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Arc, Wedge

from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.plot.palette import SIGNS, color
from altheory.plot.table import Drawing, Table
from altheory.protocols import Label, Real
from altheory.spaces.circle import ArcUnion
from altheory.spaces.cuts import Piece

INNER, OUTER = 0.86, 1.0
SPECIFIC, GENERAL = 1.13, 1.27  # the radii of the envelopes
DIRECTIONS = 0.72


def circle_version_space(
    ax: Axes, space: CircleVersionSpace, sample: Sequence[tuple[Real, Label]]
) -> Drawing:
    """Draw a version space, its envelopes and the labels that it agrees with.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden and its aspect made equal.
    space
        What to draw.
    sample
        Labeled instances, in turns.

    Returns
    -------
    Drawing
        One row for each arc, in turns from its start forward, and each label.

    """
    ax.set_aspect("equal")
    ax.axis("off")
    ax.set(xlim=(-1.33, 1.33), ylim=(-1.33, 1.33))
    doubt = space.disagreement()
    rings = [*_rings(~doubt, "excluded"), *_rings(doubt, "disagreement")]
    wedges = [
        _wedge(p, DIRECTIONS, DIRECTIONS, "active", alpha=0.3) for p in space.directions.pieces
    ]
    for patch in (*rings, *wedges):
        ax.add_patch(patch)
    envelopes = (("specific", space.specific(), SPECIFIC), ("general", space.general(), GENERAL))
    lines = [a for _, region, r in envelopes for p in region.pieces for a in _envelope(ax, p, r)]
    marks = [mark for x, y in sample for mark in _label(ax, x, y)]
    regions = (
        ("disagreement", doubt),
        ("directions", space.directions),
        *(e[:2] for e in envelopes),
    )
    rows = [(kind, float(p.lo), float(p.hi)) for kind, region in regions for p in region.pieces]
    rows += [(SIGNS[y][0], float(x), float(x)) for x, y in sample]
    return Drawing((*rings, *wedges, *lines, *marks), Table(("kind", "from", "to"), tuple(rows)))


def at(turns: Real, radius: float) -> tuple[float, float]:
    """Return the point of the plane at so many turns and this radius.

    >>> at(0, 2.0)
    (2.0, 0.0)
    """
    angle = 2 * pi * float(turns)
    return radius * cos(angle), radius * sin(angle)


def _wedge(piece: Piece, radius: float, width: float, meaning: str, **how: Any) -> Wedge:
    start, end = 360 * float(piece.lo), 360 * float(piece.hi)
    return Wedge((0, 0), radius, start, end, width=width, lw=0, fc=color(meaning), **how)


def _rings(region: ArcUnion, meaning: str) -> list[Wedge]:
    return [_wedge(p, OUTER, OUTER - INNER, meaning, zorder=2.0) for p in region.pieces]


def _envelope(ax: Axes, piece: Piece, radius: float) -> list[Artist]:
    """Draw an arc with a full dot at a closed end and an empty one at an open end."""
    width, ink = rcParams["lines.linewidth"], color("positive")
    start, end = 360 * float(piece.lo), 360 * float(piece.hi)
    size = 2 * radius
    arc = Arc((0, 0), size, size, theta1=start, theta2=end, lw=width, ec=ink, zorder=3.0)
    ax.add_patch(arc)
    ends = ((piece.lo, piece.closed_lo), (piece.hi, piece.closed_hi))
    dots = [
        ax.plot(*at(x, radius), "o", ms=3 * width, mec=ink, mew=width, mfc=ink if closed else "w")[
            0
        ]
        for x, closed in ends
    ]
    for dot in dots:
        dot.set_zorder(3.5)
    return [arc, *dots]


def _label(ax: Axes, x: Real, y: Label) -> list[Artist]:
    """Draw a disk with its sign in the middle of the ring."""
    meaning, sign = SIGNS[y]
    place, diameter = at(x, (INNER + OUTER) / 2), 0.83 * rcParams["font.size"]
    how: dict[str, Any] = {"zorder": 5.0, "clip_on": False, "mec": "white"}
    disk = ax.plot(*place, "o", ms=diameter, mfc=color(meaning), mew=0, **how)
    glyph = ax.plot(*place, sign, ms=0.6 * diameter, mew=0.15 * diameter, **how)
    return [*disk, *glyph]

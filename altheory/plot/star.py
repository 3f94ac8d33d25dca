"""A star set: a hypothesis in the middle, and around it those that differ at one point alone.

Each hypothesis is a row of cells, one for each point of the star, dark where it says +1.
"""

from math import cos, pi, sin

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.patches import Rectangle

from altheory.complexity.star import StarSet
from altheory.hypotheses.finite import FiniteHypothesis
from altheory.plot.palette import color
from altheory.plot.table import Drawing, Table

WIDTH, HEIGHT = 0.92, 0.17  # of a row, where the neighbors are at distance 1
PAD = 0.03  # around a row, free of spokes


def star(ax: Axes, found: StarSet) -> Drawing:
    """Draw a star set with its center and its neighbors.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden.
    found
        The star set, of at least one point.

    Returns
    -------
    Drawing
        One row for each hypothesis: its place and its labels on the points.

    """
    size = len(found)
    angles = [pi / 2 - 2 * pi * i / size for i in range(size)]
    places = [(0.0, 0.0), *((1.25 * cos(a), sin(a)) for a in angles)]
    members = [found.center, *found.neighbors]
    artists: list[Artist] = [
        ax.plot([0, x], [0, y], color=color("theory"), lw=rcParams["axes.linewidth"], zorder=1)[0]
        for x, y in places[1:]
    ]
    rows: list[tuple[float, float, str]] = []
    for (x, y), h in zip(places, members, strict=True):
        signs = _signs(found, h)
        artists += _row(ax, (x, y), signs)
        rows.append((x, y, signs))
    ax.set(xlim=(-1.8, 1.8), ylim=(-1.2, 1.2), aspect="equal")
    ax.axis("off")
    return Drawing(tuple(artists), Table(("x", "y", "labels"), tuple(rows)))


def _signs(found: StarSet, h: FiniteHypothesis) -> str:
    return "".join("+" if h(x) == 1 else "-" for x in found.points)


def _row(ax: Axes, middle: tuple[float, float], signs: str) -> list[Artist]:
    """Draw one row on a white ground that hides the spokes behind it."""
    (x, y), step = middle, WIDTH / len(signs)
    left, bottom = x - WIDTH / 2, y - HEIGHT / 2
    ground = Rectangle(
        (left - PAD, bottom - PAD),
        WIDTH + 2 * PAD,
        HEIGHT + 2 * PAD,
        fc="white",
        ec="none",
        zorder=2.0,
    )
    shades = [color("positive" if sign == "+" else "excluded") for sign in signs]
    cells = [
        Rectangle((left + i * step, bottom), 0.8 * step, HEIGHT, fc=shade, ec="none", zorder=3.0)
        for i, shade in enumerate(shades)
    ]
    return [ax.add_patch(patch) for patch in (ground, *cells)]

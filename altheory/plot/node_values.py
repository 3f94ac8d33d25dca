"""A weighted graph with its nodes colored by value: how labels spread, and where they stop.

Values in [0, 1] are colored from negative through white at 1/2 to positive.  The shape of a
node says on which side of 1/2 it is, so the drawing survives a gray-scale printer: disks above,
squares below, diamonds at 1/2 itself.  Labeled nodes are larger and hold their sign; nodes
that are called wrong have a thick rim.  Edges are the thinner, the less they weigh.
"""

from collections.abc import Collection
from typing import Any, Literal, TypeAlias

import numpy as np
from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection
from matplotlib.colors import LinearSegmentedColormap

from altheory.errors import DomainError
from altheory.graphs._label_values import label_values
from altheory.graphs.graph import Graph, graph_of
from altheory.plot.palette import color
from altheory.plot.sphere import disk
from altheory.plot.table import Cell, Drawing, Table
from altheory.protocols import Floats, Label

Side: TypeAlias = Literal[-1, 0, 1]

SHAPES: dict[Side, str] = {1: "o", -1: "s", 0: "D"}
SHRUNK: dict[Side, float] = {1: 1.0, -1: 0.87, 0: 0.75}  # so that their areas look alike
VALUES = LinearSegmentedColormap.from_list(
    "values", [color("negative"), "#ffffff", color("positive")]
)
THINNEST = 0.25  # of an edge, against the heaviest
EDGE, RIM = "#9a9a9a", "#505050"
THIN, THICK = 0.09, 0.28  # of a rim, against the diameter


def node_values(
    ax: Axes,
    weights: Any,
    places: Any,
    values: Any,
    *,
    labeled: Collection[int] = (),
    wrong: Collection[int] = (),
    size: float = 0.45,
) -> Drawing:
    """Draw a graph with a value at each node.

    Parameters
    ----------
    ax
        Where to draw; its axes are hidden and its aspect made equal.
    weights
        Symmetric weights, ``[n, n]``, sparse or dense.
    places
        Where the nodes are, ``float64[n, 2]``.
    values
        Their values in [0, 1], ``float64[n]``, of which 1 is positive.
    labeled
        The nodes with a label, which is their value, 0 or 1.
    wrong
        The nodes that are called wrong.
    size
        The diameter of a node without a label, in sizes of the font.

    Returns
    -------
    Drawing
        One row for each node: its place, its value, the side of 1/2 that it is on, and whether
        it is labeled, and wrong.

    Examples
    --------
    >>> from altheory.plot.style import canvas, style
    >>> with style("icml"):
    ...     ax = canvas().subplots()
    ...     drawing = node_values(ax, [[0, 1], [1, 0]], [[0, 0], [1, 0]], [1, 0.2], labeled=[0])
    >>> drawing.table.column("side")
    (1, -1)

    """
    graph = graph_of(weights)
    at, value = _placed(graph, places), _values(graph, values)
    sides = [_side(x) for x in value.tolist()]
    artists: list[Artist] = [_edges(ax, graph, at)]
    for side in SHAPES:
        free = {i for i, s in enumerate(sides) if s == side} - set(labeled)
        for nodes, rim in ((free - set(wrong), THIN), (free & set(wrong), THICK)):
            some = sorted(nodes)
            artists.append(_nodes(ax, at[some], value[some], side=side, size=size, rim=rim))
    for i in sorted(labeled):
        artists += disk(ax, at[i].tolist(), _label(value[i], i), size + 0.3)
    ax.set_aspect("equal")
    ax.axis("off")
    rows: list[tuple[Cell, ...]] = [
        (i, *at[i].tolist(), float(value[i]), side, int(i in labeled), int(i in wrong))
        for i, side in enumerate(sides)
    ]
    columns = ("node", "x", "y", "value", "side", "labeled", "wrong")
    return Drawing(tuple(artists), Table(columns, tuple(rows)))


def _placed(graph: Graph, places: Any) -> Floats:
    at = np.asarray(places, dtype=np.float64)
    if at.shape != (graph.size, 2):
        raise DomainError(f"{graph.size} nodes have a place in the plane each, got {at.shape}")
    return at


def _values(graph: Graph, values: Any) -> Floats:
    given = label_values(values, graph.size)
    if given.ndim != 1:
        raise DomainError(f"a node that is drawn has one value, got {given.shape[1]}")
    return given


def _side(value: float) -> Side:
    return 1 if value > 0.5 else -1 if value < 0.5 else 0


def _label(value: float, node: int) -> Label:
    if value not in (0, 1):
        raise DomainError(f"a label that is drawn is 0 or 1, got {value} at node {node}")
    return 1 if value == 1 else -1


def _edges(ax: Axes, graph: Graph, at: Floats) -> Artist:
    """Draw each edge once, its width in proportion to its weight unless that is too little."""
    edges = graph.weights.tocoo()
    once = edges.row < edges.col
    shares = np.maximum(edges.data[once] / edges.data.max(initial=1e-300), THINNEST)
    lines = np.stack((at[edges.row[once]], at[edges.col[once]]), axis=1)
    widths = 1.4 * rcParams["axes.linewidth"] * shares
    return ax.add_collection(
        LineCollection(list(lines), linewidths=widths, colors=EDGE, zorder=1.0), autolim=True
    )


def _nodes(ax: Axes, at: Floats, value: Floats, *, side: Side, size: float, rim: float) -> Artist:
    """Draw nodes on one side of 1/2, all with the same rim."""
    diameter = SHRUNK[side] * size * rcParams["font.size"]
    return ax.scatter(
        at[:, 0],
        at[:, 1],
        s=diameter**2,
        c=value,
        cmap=VALUES,
        vmin=0,
        vmax=1,
        marker=SHAPES[side],
        edgecolors=color("theory") if rim == THICK else RIM,
        linewidths=rim * diameter,
        zorder=3.0 if rim == THIN else 3.5,
        clip_on=False,
    )

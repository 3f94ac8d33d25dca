r"""A query tree with its hypotheses: which point is asked, down to what is found.

The tree grows downward, a level for each question; the answer -1 leads to the left and
+1 to the right.  A leaf hangs at the number of questions that it takes, and on a line
of its own below stands its hypothesis, a column of cells with the numbers of their points
on the left: dark where it says +1.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, final

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes
from matplotlib.collections import PatchCollection
from matplotlib.patches import Rectangle

from altheory.complexity.query_tree import QueryTree, Tree
from altheory.hypotheses.finite import FiniteHypothesis
from altheory.plot.palette import color
from altheory.plot.table import Drawing, Table

CELL = 0.34  # the height of a cell, in levels of the tree
GAP = 0.7  # between the deepest leaf and the cells


@final
@dataclass(frozen=True, slots=True)
class Node:
    """A node with its place: a leaf has a hypothesis, an inner node a point and children."""

    place: float
    depth: int
    point: int | None = None
    hypothesis: FiniteHypothesis | None = None
    children: "tuple[Node, ...]" = ()


def query_tree(ax: Axes, tree: QueryTree, *, levels: int | None = None) -> Drawing:
    """Draw a query tree over the hypotheses that it finds.

    Parameters
    ----------
    ax
        Where to draw; the vertical axis counts questions, downward.
    tree
        What to draw.
    levels
        The depth that room is left for, its own by default.

    Returns
    -------
    Drawing
        One row for each node from left to right: its place, depth, and the point asked
        or the hypothesis found.

    """
    nodes = list(_walk(_placed(tree.root, 0, iter(range(len(tree.of.hypotheses))))))
    bottom = (tree.depth if levels is None else levels) + GAP
    artists = [artist for node in nodes for artist in _branches(ax, node)]
    artists += [_mark(ax, node) for node in nodes]
    leaves = [node for node in nodes if node.hypothesis is not None]
    artists += [_cells(ax, leaves, bottom, meaning) for meaning in ("excluded", "positive")]
    artists += [_number(ax, x, bottom) for x in range(tree.of.n_points)]
    ax.set(xlim=(-0.8, len(leaves) - 0.2), ylim=(bottom + CELL * tree.of.n_points, -0.5))
    nodes.sort(key=lambda node: node.place)
    rows = tuple(
        (n.place, n.depth, n.point, None if n.hypothesis is None else str(n.hypothesis))
        for n in nodes
    )
    return Drawing(tuple(artists), Table(("place", "depth", "point", "hypothesis"), rows))


def _placed(tree: Tree, depth: int, places: Iterator[int]) -> Node:
    """Return the node of a tree, a leaf at the next place, any other between its children."""
    if isinstance(tree, FiniteHypothesis):
        return Node(next(places), depth, hypothesis=tree)
    point, *parts = tree
    children = tuple(_placed(part, depth + 1, places) for part in parts)
    middle = sum(child.place for child in children) / len(children)
    return Node(middle, depth, point=point, children=children)


def _walk(node: Node) -> Iterator[Node]:
    yield node
    for child in node.children:
        yield from _walk(child)


def _branches(ax: Axes, node: Node) -> list[Artist]:
    """Draw an edge across and down to each child."""
    return [
        ax.plot(
            [node.place, child.place, child.place],
            [node.depth, node.depth, child.depth],
            color=color("theory"),
            lw=rcParams["axes.linewidth"],
            solid_joinstyle="round",
            zorder=1.0,
        )[0]
        for child in node.children
    ]


def _mark(ax: Axes, node: Node) -> Artist:
    """Write the point that is asked, from 1 on, or set a dot where a hypothesis is found."""
    if node.point is None:
        return ax.plot(
            [node.place], [node.depth], "o", ms=2.2, color=color("theory"), mew=0, zorder=3.0
        )[0]
    how: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 4.0}
    box = {"boxstyle": "circle,pad=0.12", "fc": "white", "ec": color("theory")}
    box["lw"] = 0.7 * rcParams["axes.linewidth"]
    size = 0.62 * rcParams["font.size"]
    return ax.text(node.place, node.depth, f"{node.point + 1}", size=size, bbox=box, **how)


def _number(ax: Axes, x: int, top: float) -> Artist:
    """Write the number of a point, from 1 on, before the row of its cells."""
    how: dict[str, Any] = {"ha": "right", "va": "center", "size": 0.52 * rcParams["font.size"]}
    return ax.text(-0.55, top + CELL * (x + 0.41), f"{x + 1}", **how)


def _cells(ax: Axes, leaves: list[Node], top: float, meaning: str) -> Artist:
    """Draw the cells of all hypotheses that say -1 (excluded) or +1 (positive)."""
    wanted = "+" if meaning == "positive" else "-"
    corners = [
        (leaf.place - 0.38, top + CELL * x)
        for leaf in leaves
        for x, sign in enumerate(str(leaf.hypothesis))
        if sign == wanted
    ]
    boxes = [Rectangle(corner, 0.76, 0.82 * CELL) for corner in corners]
    return ax.add_collection(
        PatchCollection(boxes, facecolor=color(meaning), edgecolor="none", zorder=2.0)
    )

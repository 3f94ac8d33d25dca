"""Figure 12: the most even split is not always the best question.

The class holds the intervals of seven points in a row and the empty one.  The tree that
always splits most evenly asks 147 questions in all, one for each hypothesis and question
on its way, and the best tree 145.
"""

from collections import Counter
from collections.abc import Iterator
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.complexity.query_tree import (
    QueryTree,
    Tree,
    greedy_query_tree,
    optimal_query_tree,
)
from altheory.complexity.restriction import restricted
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.hypotheses.intervals import Intervals
from altheory.plot.query_tree import query_tree
from altheory.plot.style import canvas
from altheory.plot.table import Table
from figures.plate import Plate

POINTS = 7
NAMES = {"even": "most even split", "best": "best tree"}


def data() -> Table:
    """Return both trees, node after node from the root, the answer -1 first."""
    of = restricted(Intervals(), POINTS)
    trees = {"even": greedy_query_tree(of), "best": optimal_query_tree(of, "average")}
    return Table.of(row for name, tree in trees.items() for row in _rows(name, tree.root, 0))


def _rows(name: str, node: Tree, depth: int) -> Iterator[dict[str, Any]]:
    if isinstance(node, FiniteHypothesis):
        yield {"tree": name, "depth": depth, "point": None, "hypothesis": str(node)}
        return
    point, *parts = node
    yield {"tree": name, "depth": depth, "point": point, "hypothesis": None}
    for part in parts:
        yield from _rows(name, part, depth + 1)


def trees(table: Table) -> dict[str, QueryTree]:
    """Return the trees that the table writes down."""
    found: dict[str, QueryTree] = {}
    for name in NAMES:
        rows = [row for row in table.records if row["tree"] == name]
        signs = [row["hypothesis"] for row in rows if row["hypothesis"] is not None]
        of = FiniteClass(len(signs[0]), signs)
        found[name] = QueryTree(of, _tree(iter(rows)))
    return found


def _tree(rows: Iterator[dict[str, Any]]) -> Tree:
    row = next(rows)
    if row["point"] is None:
        signs = row["hypothesis"]
        found: FiniteHypothesis = FiniteClass(len(signs), [signs]).version_space().member()
        return found
    return row["point"], _tree(rows), _tree(rows)


def draw(table: Table) -> Figure:
    """Draw the trees one above the other, and count the hypotheses at each depth."""
    figure = canvas(height=1.42)
    drawn = trees(table)
    deepest = max(tree.depth for tree in drawn.values())
    for ax, (name, tree) in zip(figure.subplots(len(drawn)), drawn.items(), strict=True):
        query_tree(ax, tree, levels=deepest)
        ax.axis("off")
        ax.set_title(f"{NAMES[name]}: {tree.total} questions in all", loc="left", pad=3)
        _count(ax, tree)
    return figure


def _count(ax: Axes, tree: QueryTree) -> None:
    """Write how many hypotheses each number of questions finds, on the right."""
    counts = Counter(tree.depths.values())
    how: dict[str, Any] = {
        "transform": ax.get_yaxis_transform(),
        "size": rcParams["xtick.labelsize"] - 1,
        "va": "center",
    }
    ax.text(1.035, -0.9, "found at\nthis depth", ha="center", linespacing=0.9, **how)
    for depth in range(1, tree.depth + 1):
        ax.text(1.035, depth, f"{counts[depth]}", ha="center", **how)


def alt(table: Table) -> str:
    """Tell the totals, the depths and the first questions."""
    told: list[str] = []
    for name, tree in trees(table).items():
        counts = sorted(Counter(tree.depths.values()).items())
        spread = ", ".join(f"{n} after {depth}" for depth, n in counts)
        first = tree.root[0] + 1 if isinstance(tree.root, tuple) else None
        told.append(
            f"The {NAMES[name]} asks the point {first} first and {tree.total} questions in all; "
            f"it finds {spread}"
        )
    size = len(trees(table)["best"].of.hypotheses)
    return (
        f"Two query trees for the {size} intervals of {POINTS} points in a row, one above the "
        f"other, each over the hypotheses that it finds. {'. '.join(told)}."
    )


PLATE = Plate(
    title="Greedy and optimal query trees",
    caption=(
        rf"Query trees for the intervals of {POINTS} points in a row, the empty one included: "
        r"asking where what remains is split most evenly (above), and asking least in total "
        r"(below). A circle names the point that is asked; $-$ leads to the left, $+$ to the "
        r"right. Below each leaf its interval, a cell for each point, dark inside. On the right: "
        r"how many intervals are found at this depth, after so many questions."
    ),
    plain=(
        f"Query trees for the intervals of {POINTS} points in a row, the empty one included: "
        "asking where what remains is split most evenly (above), and asking least in total "
        "(below). A circle names the point that is asked; - leads to the left, + to the right. "
        "Below each leaf its interval, a cell for each point, dark inside. On the right: how many "
        "intervals are found at this depth, after so many questions."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=("classes/intervals/even-splits",),
    parameters={"points": POINTS},
)

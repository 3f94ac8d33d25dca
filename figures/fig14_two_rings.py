r"""Figure 14: two rings, by four ways to label them from one label each.

The nearest label splits both rings.  On the graph of nearest neighbors the rings hang together,
and a few edges join them: a minimum cut severs these, a soft cut lets the labels fade along the
way, and a spectral partition finds the rings without any label.
"""

from collections.abc import Mapping
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.graphs.cases.case import Case
from altheory.graphs.cases.rings import two_rings
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.minimum_cut import min_cut
from altheory.graphs.nearest import nearest_point
from altheory.graphs.spectral import spectral_partition
from altheory.plot.node_values import node_values
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from figures.plate import Plate

SEED = 0
NOISE, NEIGHBORS = 0.13, 8
DIGITS = 9  # of a soft label, less than its proved error

Row: TypeAlias = dict[str, Cell]

GRAPHIC: Mapping[str, bool] = MappingProxyType(
    {  # each method, and whether it uses the graph
        "nearest neighbor": False,
        "minimum cut": True,
        "soft cut": True,
        "spectral partition": True,
    }
)


def data() -> Table:
    """Return the points, the edges, and what each method says of every node."""
    case = two_rings(SEED, noise=NOISE, neighbors=NEIGHBORS)
    points: Any = case.points
    edges = case.weights.tocoo()
    rows = [
        _row("edge", node=int(i), other=int(j), value=float(w))
        for i, j, w in zip(edges.row, edges.col, edges.data, strict=True)
        if i < j
    ]
    rows += [
        _row("label" if i in case.labeled else "node", node=i, x=x, y=y, value=int(case.truth[i]))
        for i, (x, y) in enumerate(points.tolist())
    ]
    for method, values in _values(case).items():
        classes = np.where(values > 0.5, 1, np.where(values < 0.5, 0, -1))
        rows += [
            _row("value", method=method, node=i, value=f) for i, f in enumerate(values.tolist())
        ]
        wrong = np.flatnonzero(classes != case.truth)
        rows += [_row("wrong", method=method, node=i) for i in wrong.tolist()]
        rows += [_row("right", method=method, value=float(case.accuracy(classes)))]
    return Table.of(rows)


def _row(kind: str, **cells: Cell) -> Row:
    empty: Row = dict.fromkeys(("method", "node", "other", "x", "y", "value"))
    return {"kind": kind, **empty, **cells}


def _values(case: Case) -> dict[str, Any]:
    """Return a value for each node by each method, 1/2 where minimum cuts differ."""
    nearest = nearest_point(case.points, case.labeled, case.truth[case.labeled])
    cut = min_cut(case.weights, case.positive, case.negative)
    soft = harmonic(case.weights, case.labeled, case.values)
    sides = spectral_partition(case.weights).labels
    return {
        "nearest neighbor": nearest.labels * 1.0,
        "minimum cut": np.where(cut.forced, (cut.labels + 1) / 2, 0.5),
        "soft cut": np.round(soft.f, DIGITS),
        "spectral partition": (sides == sides[case.positive[0]]) * 1.0,
    }


def of(table: Table, kind: str, method: str | None = None) -> list[dict[str, Any]]:
    """Return the rows of a kind, of one method or of none."""
    return [row for row in table.records if (row["kind"], row["method"]) == (kind, method)]


def draw(table: Table) -> Figure:
    """Draw the rings once for each method."""
    figure = canvas(height=1.06)
    for ax, method in zip(figure.subplots(2, 2).flat, GRAPHIC, strict=True):
        _rings(ax, table, method)
        ax.set_title(method, pad=1)
    return figure


def _rings(ax: Axes, table: Table, method: str) -> None:
    nodes = sorted(of(table, "node") + of(table, "label"), key=lambda row: row["node"])
    weights = np.zeros((len(nodes), len(nodes)))
    for row in of(table, "edge") if GRAPHIC[method] else []:
        i, j = row["node"], row["other"]
        weights[i, j] = weights[j, i] = row["value"]
    node_values(
        ax,
        weights,
        [(row["x"], row["y"]) for row in nodes],
        [row["value"] for row in of(table, "value", method)],
        labeled=[row["node"] for row in of(table, "label")],
        wrong=[row["node"] for row in of(table, "wrong", method)],
        size=0.32,
    )
    (right,) = of(table, "right", method)
    ax.text(0, 0, f"{right['value']:.0%}\nright", ha="center", va="center", linespacing=0.95)
    ax.margins(0.02)


def alt(table: Table) -> str:
    """Tell the points, and what each method gets right."""
    outside, inside = (sum(row["value"] == y for row in of(table, "node")) for y in (0, 1))
    soft = [row["value"] for row in of(table, "value", "soft cut")]
    truth = {row["node"]: row["value"] for row in of(table, "node")}
    told: list[str] = []
    for method in GRAPHIC:
        (right,) = of(table, "right", method)
        lost = len(of(table, "wrong", method))
        told.append(f"{method} {right['value']:.0%} right, {lost} nodes wrong")
    ranges = [
        f"{min(some):.2f} to {max(some):.2f} on the {ring} ring"
        for ring, some in (
            ("inner", [soft[i] for i, y in truth.items() if y == 1]),
            ("outer", [soft[i] for i, y in truth.items() if y == 0]),
        )
    ]
    return (
        f"Two rings of points around one center, drawn four times: {inside} points without a label "
        f"and a positive one on the inner ring, {outside} and a negative one on the outer, both "
        f"labels on the right side. Methods: {'; '.join(told)}. The nearest neighbor is wrong on "
        f"the far side of the outer ring. Soft labels fade along the rings: {' and '.join(ranges)}."
    )


_SAID = (
    f"Two rings with one label each, their graph of {NEIGHBORS} nearest neighbors with Gaussian "
    "weights, and the share of unlabeled points that four methods get right. Disks: above 1/2, "
    "positive; squares: below; thick rim: wrong. The nearest label, without a graph, is the "
    "baseline. The minimum cut severs the few edges between the rings. All soft labels are higher "
    "on the inner ring, but far from the labels those of the outer ring rise above 1/2 too. The "
    f"spectral partition knows no label; those only name its sides. One draw, where noise {NOISE} "
    "lets a few edges join the rings; with noise 0.2 the minimum cut of the same draw severs one "
    "label from all other points."
)

PLATE = Plate(
    title="Two rings",
    caption=_SAID.replace("1/2", "$1/2$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "graphs/harmonic/range",
        "graphs/min-cut/lattice",
        "graphs/spectral/cheeger",
        "lectures/min-cut-partition",
    ),
    parameters={"noise": NOISE, "neighbors": NEIGHBORS},
    seed=SEED,
    replicates=1,
)

r"""Figure 16: look-ahead against uncertainty sampling on a graph.

Two clusters are in doubt between a positive and a negative label, and so are three nodes from
which little is to be learned: one set apart between the two labels, a bridge, and a leaf that
hangs on the bridge, nearly isolated as in the lecture notes.  By symmetry these three are at 1/2
exactly, and uncertainty sampling begins with them.
"""

from collections.abc import Iterator, Mapping, Sequence
from itertools import combinations
from math import cos, pi, sin
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.look_ahead import lookahead
from altheory.graphs.uncertainty import uncertainty_sampling
from altheory.plot.node_values import node_values
from altheory.plot.palette import color
from altheory.plot.series import Series, trace, write_beside
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

QUERIES, SHOWN = 5, 2
SIZE = 5  # of a cluster
WITHIN, FIRST, SECOND, LOOSE = 4, 2, 3, 1  # weights of edges

PLUS, MINUS, LEAF, APART, BRIDGE = range(5)
ABOVE, BELOW = range(5, 5 + SIZE), range(5 + SIZE, 5 + 2 * SIZE)
TRUTH = np.array([1, 0, 1, 0, 1, *[1] * SIZE, *[1] * SIZE])
FREE = range(2, len(TRUTH))
CLIQUES = [f"a node of the clique {at}" for at in ("above", "below") for _ in range(SIZE)]
PLACES = ("positive", "negative", "the leaf", "the node set apart", "the bridge", *CLIQUES)

Row: TypeAlias = dict[str, Cell]

NAMES = MappingProxyType({"uncertainty": "uncertainty sampling", "look-ahead": "look-ahead"})
MARKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "look-ahead": {"marker": "o", "mfc": color("active")},
        "uncertainty": {"marker": "D", "mfc": "white"},
        "random": {"marker": "s", "mfc": color("passive")},
    }
)


def data() -> Table:
    """Return the graph, what each strategy asks, what it then believes, and the curves."""
    weights = _weights()
    rows = [
        _row("edge", node=int(i), other=int(j), value=float(weights[i, j]))
        for i, j in np.argwhere(np.triu(weights))
    ]
    rows += [_row("place", node=i, x=x, y=y) for i, (x, y) in enumerate(_places())]
    for strategy in NAMES:
        rows += _followed(weights, strategy)
    return Table.of([*rows, *_at_random(weights)])


def _row(kind: str, **cells: Cell) -> Row:
    empty: Row = dict.fromkeys(("strategy", "q", "node", "other", "x", "y", "value"))
    return {"kind": kind, **empty, **cells}


def _weights() -> Floats:
    """Return the graph; one cluster is nearer to the negative label, one to the positive."""
    edges = {(PLUS, ABOVE[0]): FIRST, (MINUS, ABOVE[1]): SECOND}
    edges |= {(PLUS, BELOW[0]): SECOND, (MINUS, BELOW[1]): FIRST}
    for cluster in (ABOVE, BELOW):
        edges |= dict.fromkeys(combinations(cluster, 2), WITHIN)
        edges[BRIDGE, cluster[2]] = LOOSE
    edges |= dict.fromkeys([(PLUS, APART), (MINUS, APART), (LEAF, BRIDGE)], LOOSE)
    weights = np.zeros((len(TRUTH), len(TRUTH)))
    for (i, j), w in edges.items():
        weights[i, j] = weights[j, i] = w
    return weights


def _places() -> list[tuple[float, float]]:
    """Return where nodes are drawn: clusters as rings, mirror images of each other."""
    around = [pi, 0, 3 * pi / 2, pi / 4, 3 * pi / 4]
    ring = [(0.65 * cos(angle), 0.55 * sin(angle)) for angle in around]
    others = [(-2.0, 0.0), (2.0, 0.0), (0.8, 0.0), (0.0, -2.35), (0.0, 0.0)]
    return [*others, *((x, 1.05 + y) for x, y in ring), *((x, -1.05 - y) for x, y in ring)]


def _followed(weights: Floats, strategy: str) -> Iterator[Row]:
    """Follow a strategy: what it knows, what that makes it believe, what it asks next."""
    labels = {PLUS: 1, MINUS: 0}
    for q in range(QUERIES + 1):
        labeled, values = list(labels), list(labels.values())
        f = np.array(harmonic(weights, labeled, values, exact=True).f, dtype=np.float64)
        for kind, value in _measured(f, 0.0).items():
            yield _row(kind, strategy=strategy, q=q, value=float(value))
        if q == SHOWN:
            for i, value in enumerate(f.tolist()):
                yield _row("soft label", strategy=strategy, q=q, node=i, value=round(value, 9))
            for i in np.flatnonzero(_classes(f, 0.0) != TRUTH).tolist():
                yield _row("wrong", strategy=strategy, q=q, node=i)
        if q < QUERIES:
            node = _asked(weights, labeled, values, strategy)
            labels[node] = int(TRUTH[node])
            yield _row("asked", strategy=strategy, q=q + 1, node=node, value=labels[node])


def _asked(weights: Floats, labeled: list[int], values: list[int], strategy: str) -> int:
    if strategy == "look-ahead":
        return lookahead(weights, labeled, values, exact=True).best
    return uncertainty_sampling(weights, labeled, values).best


def _classes(f: Floats, error: float) -> Any:
    """Return the class that each value is certain to be nearer to, and -1 where none is."""
    return np.where(f > 0.5 + error, 1, np.where(f < 0.5 - error, 0, -1))


def _measured(f: Floats, error: float) -> dict[str, Any]:
    """Return the share of nodes that are right beyond doubt, and the mean confidence.

    Of all nodes that have no label at first; ``f : float64[..., n]``.
    """
    right = (_classes(f, error) == TRUTH)[..., FREE].mean(axis=-1)
    return {"right": right, "confidence": np.maximum(f, 1 - f)[..., FREE].mean(axis=-1)}


def _at_random(weights: Floats) -> Iterator[Row]:
    """Yield the means over all sets of nodes that may be asked, by one graph of many copies."""
    from scipy.sparse import block_diag

    n, sets = len(TRUTH), [s for q in range(QUERIES + 1) for s in combinations(FREE, q)]
    labeled = [n * k + i for k, chosen in enumerate(sets) for i in (PLUS, MINUS, *chosen)]
    copies: Any = block_diag([weights] * len(sets), format="csr")
    found = harmonic(copies, labeled, np.tile(TRUTH, len(sets))[labeled])
    measured = _measured(found.f.reshape(len(sets), n), found.error_bound)
    sizes = np.array([len(s) for s in sets])
    for q in range(QUERIES + 1):
        for kind, values in measured.items():
            mean = float(values[sizes == q].mean())
            yield _row(kind, strategy="random", q=q, value=round(mean, 9))


def curves(table: Table, kind: str) -> dict[str, Series]:
    """Return the curve of each strategy."""
    found: dict[str, Series] = {}
    for strategy in MARKS:
        rows = [r for r in table.records if (r["kind"], r["strategy"]) == (kind, strategy)]
        xs, ys = zip(*((float(r["q"]), r["value"]) for r in rows), strict=True)
        found[strategy] = Series(strategy, "exact", "theory", xs, ys)
    return found


def asked(table: Table, strategy: str) -> list[int]:
    """Return the nodes that a strategy asks, in order."""
    rows = (r for r in table.records if (r["kind"], r["strategy"]) == ("asked", strategy))
    return [r["node"] for r in rows]


def draw(table: Table) -> Figure:
    """Draw what each strategy believes after some answers, and below all curves."""
    figure = canvas(height=1.0)
    parts: Any = figure.subfigures(2, 1, height_ratios=(0.55, 0.45))
    above, below = parts
    for ax, (strategy, name) in zip(above.subplots(1, 2), NAMES.items(), strict=True):
        _graph(ax, table, strategy)
        ax.set_title(name, pad=2)
    right, confidence = below.subplots(1, 2)
    _curves(right, curves(table, "right"), "share right")
    _curves(confidence, curves(table, "confidence"), "confidence")
    _name(confidence, curves(table, "confidence"))
    return figure


def _graph(ax: Axes, table: Table, strategy: str) -> None:
    """Draw the graph with soft labels, and the order of the questions."""
    records = table.records
    at = np.array([(r["x"], r["y"]) for r in records if r["kind"] == "place"])
    weights = np.zeros((len(at), len(at)))
    for r in records:
        if r["kind"] == "edge":
            weights[r["node"], r["other"]] = weights[r["other"], r["node"]] = r["value"]
    own = [r for r in records if r["strategy"] == strategy]
    soft = [r["value"] for r in own if r["kind"] == "soft label"]
    wrong = [r["node"] for r in own if r["kind"] == "wrong"]
    order = asked(table, strategy)[:SHOWN]
    node_values(ax, weights, at, soft, labeled=[PLUS, MINUS, *order], wrong=wrong)
    for q, node in enumerate(order, 1):
        _number(ax, at[node].tolist(), q)


def _number(ax: Axes, place: Sequence[float], q: int) -> None:
    x, y = place
    how: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 6.0}
    away = (-0.72 if x < 0 else 0.72, -0.4 if y < 0 else 0.4)
    ax.annotate(f"{q}", (x, y), xytext=away, textcoords="offset fontsize", **how)


def _curves(ax: Axes, series: dict[str, Series], name: str) -> None:
    """Draw the curves, each with its mark."""
    for one in series.values():
        (line,) = trace(ax, one)
        line.set(**MARKS[one.name], mec="black", mew=0.12 * rcParams["lines.markersize"])
        line.set(clip_on=False)
    ax.set(xlabel="queries", ylabel=name, xticks=range(QUERIES + 1), xlim=(0, QUERIES))


def _name(ax: Axes, series: dict[str, Series]) -> None:
    """Write each strategy on its curve."""
    how: dict[str, Any] = {"size": rcParams["xtick.labelsize"], "color": "black"}
    write_beside(ax, series["look-ahead"], "look-ahead", at=3, shift=(0.2, 0.7), ha="right", **how)
    write_beside(ax, series["uncertainty"], "uncertainty", at=2, shift=(0.5, -0.4), **how)
    write_beside(ax, series["random"], "random", at=5, shift=(0.3, -2.1), ha="right", **how)


def alt(table: Table) -> str:
    """Tell the graph, what each strategy asks, and the curves."""
    told = [
        f"{name} asks {', then '.join(PLACES[node] for node in asked(table, strategy)[:SHOWN])}"
        for strategy, name in NAMES.items()
    ]
    measured = [
        f"{name}: {'; '.join(f'{s} {_digits(one)}' for s, one in curves(table, kind).items())}"
        for kind, name in (("right", "Share right"), ("confidence", "Mean confidence"))
    ]
    return (
        f"A graph drawn twice. A positive node on the left and a negative node on the right are "
        f"both joined to two cliques of {SIZE} nodes, above and below, and by weak edges to a node "
        f"set apart; a bridge joins the cliques, and a leaf hangs on the bridge. Nodes are colored "
        f"by their soft labels after {SHOWN} answers: {'; '.join(told)}. Below, two panels of "
        f"curves against 0 to {QUERIES} queries. {'. '.join(measured)}."
    )


def _digits(series: Series) -> str:
    return ", ".join(f"{y:.3f}" for y in series.ys)


_SAID = (
    "Uncertainty sampling and one-step look-ahead on a graph with one label of each kind; edges "
    f"are as wide as their weights. Above: soft labels after {SHOWN} questions, numbered in the "
    "order they are asked (disk: above 1/2, square: below, diamond: 1/2; thick rim: wrong). At "
    "first the leaf, its bridge and the node set apart are at 1/2 exactly, and uncertainty "
    "sampling, which takes the first of equals, asks the leaf and then the node set apart; "
    "look-ahead asks in the two cliques. Its third question is the node set apart too: where no "
    "answer turns another node it is uncertainty sampling. Below: the share of the "
    f"{len(FREE)} nodes without a label at first whose value is on the true side of 1/2, and their "
    "mean confidence max(f, 1 - f). Random: the mean over all sets of nodes. Nothing is simulated."
)

PLATE = Plate(
    title="Look-ahead and uncertainty sampling on a graph",
    caption=_SAID.replace("1/2", "$1/2$").replace("max(f, 1 - f)", r"$\max(f, 1 - f)$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "graphs/look-ahead/confidence",
        "graphs/look-ahead/leaf",
        "graphs/look-ahead/uncertainty",
        "lectures/look-ahead-fixes-isolated-nodes",
    ),
    parameters={"queries": QUERIES, "size of a cluster": SIZE},
)

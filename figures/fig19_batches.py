"""Figure 19: what the largest scores tell together, and what BatchBALD's batch does.

The models are thresholds, equally likely, and labels have no noise; so a batch tells where
among its own instances the threshold is.  On the left all instances are distinct, on the right
each is there three times.  Every curve is exact: over all batches of the pool.
"""

from collections.abc import Iterable, Iterator, Mapping
from functools import cache
from itertools import combinations
from math import e, log2
from types import MappingProxyType
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.acquisition.joint_information import batchbald
from altheory.acquisition.mutual_information import bald
from altheory.acquisition.selection import top_k
from altheory.plot.palette import color
from altheory.plot.pool_batch import pool_batch
from altheory.plot.series import Series, trace, write_beside
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

MODELS = 16  # thresholds; instance i has label 1 under i of them
BATCH = 5
COPIES = 3
POOLS: Mapping[str, tuple[int, ...]] = MappingProxyType(
    {
        "distinct": tuple(range(1, MODELS)),
        "copies": tuple(i for i in (3, 5, 8, 11, 13) for _ in range(COPIES)),
    }
)
TITLES = {"distinct": "distinct instances", "copies": "three copies of each"}
MARKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "sum": {"marker": "^", "mfc": "white"},
        "best": {"marker": ""},
        "BatchBALD": {"marker": "o", "mfc": color("active")},
        "random": {"marker": "s", "mfc": color("passive")},
        "top": {"marker": "D", "mfc": "white"},
    }
)

NAMES: Mapping[str, tuple[str, float, tuple[float, float], str]] = MappingProxyType(
    {  # what is written, near which size of batch, how far away
        "sum": ("sum of\nscores", 3, (-0.8, 0.6), "right"),
        "all": ("all there is to know", 1, (0, 0.7), "left"),
        "BatchBALD": ("BatchBALD", 4, (-0.5, 1.6), "center"),
        "bound": ("$1 - 1/e$ of best", 5, (0, -3.1), "right"),
        "random": ("random", 5, (0, -1.65), "right"),
        "top": ("largest scores", 2, (-0.3, -1.0), "left"),
    }
)


def data() -> Table:
    """Return the batches, and what each tells, in bits, with the best, the mean and the sum."""
    return Table.of(row for name, pool in POOLS.items() for row in _rows(name, pool))


def _rows(name: str, pool: tuple[int, ...]) -> Iterator[dict[str, Cell]]:
    probs = _table(pool)
    scores = bald(probs, base=2)
    largest = top_k(scores, BATCH).indices
    greedy = batchbald(probs, BATCH, base=2)
    empty: dict[str, Cell] = dict.fromkeys(("b", "instance", "copy", "value"))
    for i, at in enumerate(pool):
        place: dict[str, Cell] = {"instance": at, "copy": pool[:i].count(at)}
        yield {"pool": name, "kind": "pool", **empty, **place, "value": round(float(scores[i]), 9)}
        for kind, batch in (("top", largest), ("BatchBALD", greedy.indices)):
            if i in batch:
                yield {"pool": name, "kind": f"batch, {kind}", **empty, **place}
    for b in range(1, BATCH + 1):
        every = [information(tuple(pool[i] for i in s)) for s in combinations(range(len(pool)), b)]
        curves = {
            "sum": float(scores[list(largest[:b])].sum()),
            "best": max(every),
            "BatchBALD": greedy.scores[b - 1],
            "random": sum(every) / len(every),
            "top": information(tuple(pool[i] for i in largest[:b])),
            "bound": (1 - 1 / e) * max(every),
            "all": log2(MODELS),
        }
        for kind, value in curves.items():
            yield {"pool": name, "kind": kind, **empty, "b": b, "value": round(value, 9)}


def _table(pool: tuple[int, ...]) -> Floats:
    """Return the probabilities of both labels under each threshold: ``float64[N, K, 2]``."""
    ones = np.array(pool)[:, None] > np.arange(MODELS)
    return np.stack([~ones, ones], axis=2).astype(np.float64)


def information(batch: tuple[int, ...]) -> float:
    """Return what the labels of a batch tell together, in bits; its mirror image tells as much."""
    known = tuple(sorted(set(batch)))  # copies of a label without noise tell nothing new
    return _known(min(known, tuple(MODELS - i for i in reversed(known))))


@cache
def _known(batch: tuple[int, ...]) -> float:
    return batchbald(_table(batch), len(batch), base=2).scores[-1]


def curves(table: Table, pool: str) -> dict[str, Series]:
    """Return the curves of a pool by what they show, bounds last."""
    found: dict[str, Series] = {}
    for kind in (*MARKS, "bound", "all"):
        rows = [r for r in table.records if (r["pool"], r["kind"]) == (pool, kind)]
        xs, ys = zip(*((float(r["b"]), r["value"]) for r in rows), strict=True)
        found[kind] = Series(kind, "exact" if kind in MARKS else "bound", "theory", xs, ys)
    return found


def batch(table: Table, pool: str, kind: str) -> list[tuple[int, int]]:
    """Return the instances of a batch, each with the number of its copy."""
    rows = (r for r in table.records if (r["pool"], r["kind"]) == (pool, f"batch, {kind}"))
    return [(r["instance"], r["copy"]) for r in rows]


def draw(table: Table) -> Figure:
    """Draw both batches of each pool, and the curves below."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.56 if wide else 1.12)
    panels: Any = figure.subplots(3, 2, height_ratios=(0.13, 0.13, 0.74), sharex="row")
    for (top, greedy, ax), pool in zip(panels.T, POOLS, strict=True):
        _strip(top, table, pool, "top")
        _strip(greedy, table, pool, "BatchBALD")
        top.set_title(TITLES[pool], pad=3)
        known = curves(table, pool)
        _curves(ax, known.values() if pool == "distinct" else (known[k] for k in (*MARKS, "all")))
    left, right = panels[2]
    left.set_ylabel("information (bits)")
    right.tick_params(labelleft=False)
    for ax, name in zip(panels[:2, 0], ("top 5", "Batch-\nBALD"), strict=True):
        how: dict[str, Any] = {"size": rcParams["xtick.labelsize"], "linespacing": 0.9}
        ax.text(-0.06, 0.5, name, ha="right", va="center", transform=ax.transAxes, **how)
    _name(left, curves(table, "distinct"), ("sum", "all", "BatchBALD", "bound"))
    _name(right, curves(table, "copies"), ("random", "top"))
    return figure


def _name(ax: Axes, series: dict[str, Series], kinds: tuple[str, ...]) -> None:
    """Write some curves' names beside them."""
    how: dict[str, Any] = {"size": rcParams["xtick.labelsize"], "color": "black"}
    for kind in kinds:
        name, at, shift, ha = NAMES[kind]
        write_beside(ax, series[kind], name, at=at, shift=shift, ha=ha, va="center", **how)


def _strip(ax: Axes, table: Table, pool: str, kind: str) -> None:
    """Draw the pool on a line, copies above each other, and a batch."""
    rows = [r for r in table.records if (r["pool"], r["kind"]) == (pool, "pool")]
    points = [(r["instance"], r["copy"]) for r in rows]
    taken = [points.index(one) for one in batch(table, pool, kind)]
    pool_batch(ax, points, taken, **MARKS[kind], ms=0.8 * rcParams["lines.markersize"])
    middle = max(y for _, y in points) / 2
    ax.set(xlim=(0, MODELS), ylim=(middle - 1.7, middle + 1.7))
    ax.axis("off")


def _curves(ax: Axes, series: Iterable[Series]) -> None:
    """Draw the curves, each with its mark."""
    for one in series:
        (line,) = trace(ax, one)
        line.set(**MARKS.get(one.name, {}), mec="black", mew=0.12 * rcParams["lines.markersize"])
        line.set(
            clip_on=False, lw=(0.7 if one.name in MARKS else 0.5) * rcParams["lines.linewidth"]
        )
    ax.set(xlabel="size of the batch", xticks=range(1, BATCH + 1), xlim=(0.9, BATCH + 0.1))
    ax.set(ylim=(0.5, 5.1), yticks=range(1, 6))


def alt(table: Table) -> str:
    """Tell the batches and every curve."""
    told: list[str] = []
    for pool, title in TITLES.items():
        known = curves(table, pool)
        takes = [
            f"{name}: {', '.join(str(i) for i, _ in batch(table, pool, kind))}"
            for kind, name in (("top", "the largest scores"), ("BatchBALD", "BatchBALD"))
        ]
        bits = [f"{name} {_digits(known[kind])}" for kind, name in TOLD.items()]
        told.append(f"{title.capitalize()}: {'; '.join([*takes, *bits])}")
    return (
        f"Two pools on a line of {MODELS} cells, each with two batches of {BATCH} marked, and "
        f"below curves of information in bits against the size of the batch, 1 to {BATCH}, with "
        f"{log2(MODELS):g} bits as the most there is. {'. '.join(told)}."
    )


def _digits(series: Series) -> str:
    return ", ".join(f"{y:.3f}" for y in series.ys)


TOLD = {
    "sum": "sum of scores",
    "top": "what these tell together",
    "BatchBALD": "what the batch of BatchBALD tells",
    "best": "the best batch",
    "random": "the mean of all batches",
}

_SAID = (
    f"Batches of questions about a threshold with {MODELS} equally likely places, labels without "
    "noise, in two pools. Above: the pool on a line (copies stacked), the instances with the "
    f"{BATCH} largest BALD scores (diamonds) and the batch of BatchBALD (disks). Below: the sum of "
    "the largest scores (triangles) passes all there is to know; together they tell less than a "
    "random batch does on average (squares) from two instances on, and copies tell nothing "
    "more. Line without marks: the best batch. Dashed: all there is to know, and on the left "
    "what BatchBALD, being greedy, cannot fall below. All values are exact, over all batches."
)

PLATE = Plate(
    title="BatchBALD and the largest BALD scores",
    caption=_SAID.replace("1 - 1/e", "$1 - 1/e$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "acquisition/bald/mutual-information",
        "acquisition/batchbald/greedy",
        "acquisition/batchbald/submodular",
        "acquisition/batchbald/sum",
        "acquisition/top-k/copies",
    ),
    parameters={
        "models": MODELS,
        "batch": BATCH,
        "pools": {name: list(pool) for name, pool in POOLS.items()},
    },
)

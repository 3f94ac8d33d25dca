"""Figure 25: people in the loop of two searches, k-anonymity and subspace clustering.

A table is generalized until it is k-anonymous, and only people know which column they would rather
keep.  Clusters of points are found in subspaces, and only people know which points belong
together.  Both searches ask what the answers so far leave open, beside decisions without them.
"""

from collections.abc import Iterator, Mapping, Sequence
from fractions import Fraction
from functools import partial
from statistics import fmean
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.bounds.betting_mean import betting_mean
from altheory.numeric.seeds import stream
from altheory.play.accounts import Search, compared
from altheory.play.agent import Agent
from altheory.play.baselines import unguided
from altheory.play.cluster_feedback import (
    exhaustive_clusters,
    guided_clusters,
    unguided_clusters,
)
from altheory.play.evolution import evolved
from altheory.play.expert import Expert
from altheory.play.hierarchy import Hierarchy
from altheory.play.homogeneity import Homogeneous, grouping
from altheory.play.k_anonymity import KAnonymity
from altheory.play.knockouts import guided
from altheory.play.mixed import Mixed
from altheory.play.outcome import Outcome
from altheory.play.planted_points import PlantedGroups, planted_groups
from altheory.play.problem import Preference
from altheory.play.subspace_clusters import Cluster, Grid, dense_clusters, even_grid
from altheory.play.workers import Workers
from altheory.plot.palette import color
from altheory.plot.signed_boxes import Box, signed_boxes
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

SEED, REPLICATES, LEVEL = 25, 32, Fraction(95, 100)
ROWS, COLUMNS, K = 40, 4, 2  # of a table; each column has eight values, halved level by level
QUESTIONS = (3, 8, None)  # None: as long as something is open
EXPERT: Mapping[str, Any] = {"error": Fraction(1, 50), "price": Fraction(10)}
CROWD: Mapping[str, Any] = {
    "errors": tuple(Fraction(e, 100) for e in (10, 15, 20, 25, 30, 35, 40)),
    "price": Fraction(1),
    "each": 5,
}
POPULATION = {"members": 6, "generations": 6}

SUBSPACES = ((0, 1), (0, 1, 2), (2, 3), (1, 2, 3))
PLANTED: Mapping[str, Any] = {"dimension": 4, "size": 50, "noise": 50, "width": 0.18}
CELLS, LEAST, STRANGERS = 10, 6, 8
ERRORS = {"right": Fraction(0), "erring": Fraction(1, 10)}
STEPS = (4, 8, 16, None)
PLANES = ((0, 1), (2, 3))

BAR = (-0.13, -0.05)  # where clusters of one axis are drawn
AGENTS = ("expert", "crowd", "mixed", "evolved")

ACTIVE, PASSIVE = color("active"), color("passive")
Curve: TypeAlias = tuple[str, tuple[float, float, str], Mapping[str, Any]]
REGRETS: Mapping[str, Curve] = MappingProxyType(
    {  # what is written beside the end, where, and the mark
        "unguided": ("unguided", (0.5, 0.6, "left"), {"marker": "s", "mfc": PASSIVE}),
        "expert": ("expert", (0.6, -0.2, "left"), {"marker": "o", "mfc": ACTIVE}),
        "crowd": ("crowd", (0.4, 0.8, "left"), {"marker": "^", "mfc": "white"}),
        "mixed": ("mixed", (0.6, 0.5, "left"), {"marker": "D", "mfc": ACTIVE}),
        "evolved": ("evolution", (0.6, 0.4, "left"), {"marker": "v", "mfc": "white"}),
    }
)
UTILITIES: Mapping[str, Curve] = MappingProxyType(
    {
        "unguided": ("unguided", (0.4, 0.7, "left"), {"marker": "s", "mfc": PASSIVE}),
        "right": ("never errs", (-0.2, 0.9, "right"), {"marker": "o", "mfc": ACTIVE}),
        "erring": ("errs", (-0.2, -2.4, "right"), {"marker": "o", "mfc": "white"}),
        "all, right": ("all\nasked", (0.6, 0, "left"), {"marker": "D", "mfc": ACTIVE}),
        "all, erring": ("all\nasked", (0.6, 0, "left"), {"marker": "D", "mfc": "white"}),
    }
)


def data() -> Table:
    """Return curves of both searches, and one set of points with its clusters."""
    rows = [*_regrets(), *_utilities(), *_example()]
    return Table.of(rows)


def _row(kind: str, **cells: Cell) -> dict[str, Cell]:
    columns = ("name", "plane", "label", "asked", "questions", "x", "y", "low", "high", "x2", "y2")
    empty: dict[str, Cell] = dict.fromkeys(columns)
    return {"kind": kind, **empty, **cells}


def _mean(values: Sequence[Fraction], *, low: int = 0) -> dict[str, Cell]:
    """Return the mean of values in [low, 1] with an interval around it."""
    found = betting_mean(values, 1 - LEVEL, low=low)
    ends = {"low": found.lower, "high": found.upper}
    return {"y": round(fmean(values), 9), **{k: round(float(v or 0), 9) for k, v in ends.items()}}


def _regrets() -> Iterator[dict[str, Cell]]:
    """Yield mean regrets by mean price, of all agents, beside deciding for equal weights."""
    found: dict[str, list[Any]] = {}
    for i in range(REPLICATES):
        problem, person = _table(i)
        for name, account in compared(problem, [person], _searches(), seed=SEED + i).items():
            found.setdefault(name, []).extend(account)
    for name, accounts in found.items():
        agent, _, most = name.partition(", ")
        price = round(fmean(one.price for one in accounts), 9)
        cells: dict[str, Cell] = {"questions": int(most) if most.isdigit() else None}
        yield _row("regret", name=agent, x=price, **cells, **_mean([a.regret for a in accounts]))


def _table(replicate: int) -> tuple[KAnonymity, Preference]:
    """Return a table of uniform values, and a person with uniform weights that add to 1."""
    rng = stream(SEED, "k-anonymity", replicate)
    halves = (lambda value: value // 2, lambda value: value // 4)
    table = rng.integers(8, size=(ROWS, COLUMNS)).tolist()
    problem = KAnonymity(table, [Hierarchy(f"column {j}", halves) for j in range(COLUMNS)], K)
    parts = [Fraction(float(x)) for x in rng.exponential(size=COLUMNS)]
    return problem, Preference(tuple(part / sum(parts) for part in parts))


def _agents(person: Preference) -> dict[str, Agent[Any]]:
    expert, crowd = Expert(person, **EXPERT), Workers(person, **CROWD)
    return {"expert": expert, "crowd": crowd, "mixed": Mixed(crowd, expert), "evolved": expert}


def _searches() -> dict[str, Search]:
    """Return all searches with each number of questions."""
    found: dict[str, Search] = {"unguided": lambda problem, *_: unguided(problem)}
    for most in QUESTIONS:
        found |= {f"{name}, {most}": partial(_asked, name, most) for name in AGENTS}
    return found


def _asked(
    name: str, most: int | None, problem: Any, person: Preference, rng: np.random.Generator
) -> Outcome[Any]:
    agent = _agents(person)[name]
    if name == "evolved":
        return evolved(problem, agent, questions=most, rng=rng, **POPULATION)
    pairs = 1 if name == "expert" else None  # a crowd shows who is right how often in whole rounds
    return guided(problem, agent, questions=most, pairs=pairs, rng=rng)


def _planted(replicate: int) -> tuple[PlantedGroups, Grid, tuple[Cluster, ...], Homogeneous]:
    """Return points, their grid, their clusters and what is true of these."""
    found = planted_groups(SUBSPACES, **PLANTED, rng=stream(SEED, "subspaces", replicate))
    grid = even_grid(found.points, CELLS)
    clusters = dense_clusters(found.points, grid, LEAST)
    return found, grid, clusters, Homogeneous(found.groups, STRANGERS)


def _utilities() -> Iterator[dict[str, Cell]]:
    """Yield the mean utility a point by the mean number of questions."""
    found: dict[tuple[str, int | None], list[tuple[int, Fraction]]] = {}
    for i in range(REPLICATES):
        _, _, clusters, truth = _planted(i)
        n = len(truth.groups)
        for key, asked, chosen in _groupings(clusters, truth, i):
            worth = Fraction(grouping(chosen, truth).utility, n)
            found.setdefault(key, []).append((asked, worth))
    for (name, most), runs in found.items():
        numbers, worths = zip(*runs, strict=True)
        cells: dict[str, Cell] = {"questions": most, "x": round(fmean(numbers), 9)}
        yield _row("utility", name=name, **cells, **_mean(worths, low=-1))


def _groupings(
    clusters: tuple[Cluster, ...], truth: Homogeneous, replicate: int
) -> Iterator[tuple[tuple[str, int | None], int, tuple[Cluster, ...]]]:
    """Yield name and limit, questions asked, and the clusters chosen."""
    yield ("unguided", None), 0, unguided_clusters(clusters)
    for name, error in ERRORS.items():
        expert = Expert(truth, error)
        for most in STEPS:
            rng = stream(SEED, "answers", replicate)
            run = guided_clusters(clusters, expert, questions=most, rng=rng)
            yield (name, most), len(run.asked), run.positive
        rng = stream(SEED, "all answers", replicate)
        run = exhaustive_clusters(clusters, expert, rng=rng)
        yield (f"all, {name}", None), len(run.asked), run.positive


def _example() -> Iterator[dict[str, Cell]]:
    """Yield the points of the first replicate in both planes, and the clusters seen there."""
    found, grid, clusters, truth = _planted(0)
    run = guided_clusters(clusters, Expert(truth), rng=0)
    cuts = [_ends(found.points[:, j], grid.cuts[j]) for j in range(len(grid.cuts))]
    for plane, axes in enumerate(PLANES):
        for x, y in np.round(found.points[:, axes], 4).tolist():
            yield _row("point", plane=plane, x=x, y=y)
    for i, (cluster, label) in enumerate(zip(clusters, run.labels, strict=True)):
        said: dict[str, Cell] = {"name": str(i), "label": label, "asked": int(i in run.asked)}
        said["questions"] = len(cluster.points)
        shown = _plane(cluster)
        yield _row("cluster", **said, plane=shown)
        if shown is not None:
            for cell in cluster.cells:
                yield _row("cell", **said, plane=shown, **_box(cluster, cell, shown, cuts))


def _box(
    cluster: Cluster, cell: tuple[int, ...], plane: int, cuts: Sequence[Sequence[float]]
) -> dict[str, Cell]:
    """Return the ends of a cell in a plane; on one axis it has none along the other."""
    found: dict[str, Cell] = {}
    for axis, place in zip(cluster.axes, cell, strict=True):
        name = "xy"[PLANES[plane].index(axis)]
        found |= {name: cuts[axis][place], f"{name}2": cuts[axis][place + 1]}
    return found


def _plane(cluster: Cluster) -> int | None:
    """Return the plane that shows a cluster: of both of its axes, or of its only one."""
    inside = [plane for plane, axes in enumerate(PLANES) if {*cluster.axes} <= {*axes}]
    return inside[0] if inside else None


def _ends(xs: Floats, cuts: Sequence[Fraction]) -> list[float]:
    """Return where the cells of an axis end, the first and the last at the points."""
    return [round(float(end), 4) for end in (xs.min(), *cuts, xs.max())]


def curve(table: Table, kind: str, name: str) -> list[dict[str, Any]]:
    """Return the points of a curve, from few questions to many."""
    return [row for row in table.records if (row["kind"], row["name"]) == (kind, name)]


def cells(table: Table, plane: int) -> dict[str, list[dict[str, Any]]]:
    """Return the cells of the clusters that a plane shows, cluster by cluster."""
    found: dict[str, list[dict[str, Any]]] = {}
    for row in table.records:
        if (row["kind"], row["plane"]) == ("cell", plane):
            found.setdefault(row["name"], []).append(row)
    return found


def draw(table: Table) -> Figure:
    """Draw regret by price, two planes with their clusters, and utility by questions."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.3 if wide else 0.98)
    panels: Any = figure.subplots(*((1, 4) if wide else (2, 2))).ravel()
    regret, utility, *planes = panels
    _curves(regret, table, "regret", REGRETS)
    regret.set(xlabel="price of questions", ylabel="regret", xlim=(-6, 158), ylim=(0, 0.3))
    regret.set_title("k-anonymity", pad=2)
    _curves(utility, table, "utility", UTILITIES)
    utility.set(xlabel="questions", ylabel="right less wrong", xlim=(-2, 54), ylim=(-0.28, 0.58))
    utility.set_title("subspace clusters", pad=2)
    for plane, ax in enumerate(planes):
        _clusters(ax, table, plane)
    return figure


def _curves(ax: Axes, table: Table, kind: str, names: Mapping[str, tuple[str, Any, Any]]) -> None:
    """Draw curves from where nobody is asked, with an interval at the end of each."""
    size = rcParams["lines.markersize"]
    (start,) = curve(table, kind, "unguided")
    for name, (said, shift, mark) in names.items():
        rows = curve(table, kind, name)
        end, shade = rows[-1], PASSIVE if name == "unguided" else ACTIVE
        mean, ends = end["y"], [[end["y"] - end["low"]], [end["high"] - end["y"]]]
        ax.errorbar(end["x"], mean, ends, ecolor=shade, alpha=0.35, lw=0.2 * size, zorder=2.0)
        if kind == "regret" and name != "unguided":
            rows = [start, *rows]
        how: dict[str, Any] = {"color": shade, "lw": 0.6 * rcParams["lines.linewidth"]}
        how |= {"mec": shade, "ms": 0.8 * size, "mew": 0.15 * size, "zorder": 4.0, **mark}
        ax.plot([r["x"] for r in rows], [r["y"] for r in rows], **how)
        ax.annotate(
            said,
            (end["x"], mean),
            xytext=shift[:2],
            textcoords="offset fontsize",
            size=rcParams["xtick.labelsize"],
            color=shade,
            ha=shift[2],
            va="center",
            linespacing=0.9,
            zorder=6.0,
        )


def _clusters(ax: Axes, table: Table, plane: int) -> None:
    """Draw the points of a plane, its clusters and, as bars, those of its axes."""
    size = rcParams["lines.markersize"]
    points = [r for r in table.records if (r["kind"], r["plane"]) == ("point", plane)]
    ax.plot([r["x"] for r in points], [r["y"] for r in points], ".", ms=0.35 * size, color="0.45")
    for rows in cells(table, plane).values():
        boxes, first = [_ends_in(row) for row in rows], rows[0]
        signed_boxes(ax, boxes, first["label"], is_asked=bool(first["asked"]))
    names = [f"axis {axis + 1}" for axis in PLANES[plane]]
    ax.set(xlim=(-0.16, 1.02), ylim=(-0.16, 1.02), aspect="equal", xticks=(), yticks=())
    ax.set(xlabel=names[0], ylabel=names[1])
    for side in ("left", "bottom"):
        ax.spines[side].set_visible(False)


def _ends_in(row: dict[str, Any]) -> Box:
    """Return where a cell ends; on one axis it is a bar beside the plane."""
    (x, x2), (y, y2) = (BAR if row[k] is None else (row[k], row[f"{k}2"]) for k in "xy")
    return x, x2, y, y2


def alt(table: Table) -> str:
    """Tell the ends of all curves, and the clusters of the example."""
    prices = [_told(table, "regret", name, said) for name, (said, *_) in REGRETS.items()]
    worths = [_told(table, "utility", name, name) for name in UTILITIES]
    clusters = [row for row in table.records if row["kind"] == "cluster"]
    signs = [row["label"] for row in clusters]
    asked = sum(row["asked"] for row in clusters)
    shown = sum(row["plane"] is not None for row in clusters)
    return (
        "Mean regret of k-anonymity against the mean price of questions, with the ends of curves: "
        f"{'; '.join(prices)}. Two planes of one set of points with {shown} of {len(clusters)} "
        f"clusters, {signs.count(1)} of them positive and {signs.count(-1)} negative, {asked} "
        f"asked about and {len(clusters) - asked} implied. Points grouped right less wrong, as a "
        f"share, against the mean number of questions, with the ends of curves: "
        f"{'; '.join(worths)}. Behind each mean its interval."
    )


def _told(table: Table, kind: str, name: str, said: str) -> str:
    """Tell the end of a curve."""
    end = curve(table, kind, name)[-1]
    words = said.replace("\n", " ")
    return f"{words} {end['y']:.3f} ({end['low']:.2f} to {end['high']:.2f}) at {end['x']:.1f}"


_SAID = (
    f"k-anonymity: tables are generalized until each row occurs {K} times; regret is the exact "
    "loss less that of the best generalization for a person, whose weights of the columns are "
    "drawn uniformly. Curves begin where all weigh the same (unguided) and end where no question "
    f"is open. An expert, asked one pair at a time, errs in {100 * EXPERT['error']} % of the "
    f"answers, for {EXPERT['price']} each; a crowd, asked whole rounds of pairs, gives five votes "
    "of workers who err in 10 to 40 %, for 1 each, weighed by Dawid and Skene's model (in a round "
    "of fewer than five questions by the majority); mixed: so, too, and the expert where the crowd "
    "is not sure; evolution: another search, judged by the expert in whole rounds. Price thus "
    "compares searches, not agents alone. Subspace clusters: dense cells of points in four "
    "groups, narrow on two or three axes; a cluster is positive (+) if at most "
    f"{STRANGERS} points are outside of its largest group. Points that the maximal positive "
    "clusters group right less wrong, as a share, by an expert who never errs and one who errs in "
    "10 %; diamonds: asked about every cluster, where more of the wrong answers do harm. "
    "Unguided: the clusters that hold none of more axes. Below: two planes of one set, clusters "
    "of one axis as bars; full disks are asked about, hollow ones implied. Bars: 95 % for the "
    f"mean of {REPLICATES} sets, whatever the law."
)

PLATE = Plate(
    title="People in the loop of k-anonymity and subspace clustering",
    caption=_SAID.replace("%", r"\%"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "play/k-anonymity/upward-closed",
        "play/subspace/downward-closed",
        "play/subspace/implied-answers",
        "play/subspace/strangers",
    ),
    parameters={
        "table": [ROWS, COLUMNS, K],
        "questions": list(QUESTIONS),
        "expert": {key: str(value) for key, value in EXPERT.items()},
        "crowd": [str(error) for error in CROWD["errors"]],
        "crowd each": CROWD["each"],
        "population": dict(POPULATION),
        "subspaces": [list(axes) for axes in SUBSPACES],
        "planted": dict(PLANTED),
        "cells": CELLS,
        "least": LEAST,
        "strangers": STRANGERS,
        "erring": str(ERRORS["erring"]),
        "steps": list(STEPS),
    },
    seed=SEED,
    replicates=REPLICATES,
    band="95 % for each mean for itself, by betting against it",
)

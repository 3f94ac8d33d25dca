"""Figure 23: query strategies on digits, each less random sampling in the same replicate.

Curves of different strategies look alike beside the spread over test sets and first labels.  That
spread is common to the runs of a replicate, so it is the paired difference that shows which
strategy helps, when, and which one hurts.
"""

from functools import lru_cache
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.plot.palette import Meaning, color
from altheory.plot.series import Series, from_table, to_table, trace
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.learning_curves import learning_curve
from altheory.simulation.learning_data import dataset_called
from altheory.simulation.learning_runs import MEMBERS
from altheory.simulation.predictors import model_called
from altheory.simulation.splits import Design
from altheory.simulation.strategies import PASSIVE
from figures.plate import Plate

SEED, REPLICATES, LEVEL = 20261122, 12, 0.95
BUDGET, BATCH, INITIAL = 100, 10, 2
NAMES = {"margin": "margin", "k-center": "k-center", "entropy": "entropy", "bald": "BALD"}
MARKS = {"margin": "o", "k-center": "^", "entropy": "D", "bald": "v", PASSIVE: "s"}

PARAMETERS = {
    "data": "digits",
    "model": "logistic",
    "strategies": list(NAMES),
    "budget": BUDGET,
    "batch": BATCH,
    "first labels of each class": INITIAL,
    "level": LEVEL,
}


@lru_cache(maxsize=1)
def measured() -> LearningCurve:
    """Return the runs of all strategies, from which another figure is made too."""
    design = Design(budget=BUDGET, batch=BATCH, initial=INITIAL, seed=SEED)
    return learning_curve(
        dataset_called("digits"),
        model_called("logistic"),
        list(NAMES),
        design=design,
        replicates=REPLICATES,
        level=LEVEL,
    )


def data() -> Table:
    """Return the median accuracy of each strategy, and its paired difference with intervals."""
    curve = measured()
    labels = tuple(map(float, curve.labels))
    series: list[Series] = []
    for name in curve.runs:
        points = curve.points(name)
        medians = tuple(point.median.value for point in points)
        meaning: Meaning = "passive" if name == PASSIVE else "active"
        series.append(Series(f"accuracy, {name}", "simulation", meaning, labels, medians))
        paired = [point.paired.median for point in points if point.paired is not None]
        if paired:
            ends = zip(*((p.value, p.low, p.high) for p in paired), strict=True)
            series.append(Series(f"difference, {name}", "simulation", "active", labels, *ends))
    return to_table(series)


def draw(table: Table) -> Figure:
    """Draw the accuracies on the left, and a panel of differences for each strategy."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.42 if wide else 1.32)
    parts: Any = figure.subfigures(*((1, 2) if wide else (2, 1)), **_ratios(wide=wide))
    named = {one.name: one for one in from_table(table)}
    _accuracies(parts[0].subplots(), named)
    panels = parts[1].subplots(2, 2, sharex=True, sharey=True)
    for ax, name in zip(panels.flat, NAMES, strict=True):
        _difference(ax, named[f"difference, {name}"], NAMES[name])
    for ax in panels[:, 0]:
        ax.set_ylabel("minus random")
    for ax in panels[1]:
        ax.set_xlabel("labels")
    return figure


def _ratios(*, wide: bool) -> dict[str, Any]:
    return {"width_ratios": (0.45, 0.55)} if wide else {"height_ratios": (0.46, 0.54)}


def _accuracies(ax: Axes, named: dict[str, Series]) -> None:
    """Draw the medians, each named at its end."""
    size = rcParams["lines.markersize"]
    ends: list[tuple[float, str, str]] = []
    one = named[f"accuracy, {PASSIVE}"]
    for name, marker in MARKS.items():
        one = named[f"accuracy, {name}"]
        (line,) = trace(ax, one)
        is_passive = name == PASSIVE
        line.set(ls="-", lw=0.5 * rcParams["lines.linewidth"], marker=marker, ms=0.8 * size)
        line.set(zorder=4.5 if is_passive else 4.0)
        said = "random" if is_passive else NAMES[name]
        ends.append((one.ys[-1], said, color(one.meaning)))
    last, lowest = max(one.xs), min(min(one.ys) for one in named.values() if not one.low)
    ends.sort()
    heights = _spread([y for y, *_ in ends], gap=0.07 * (ends[-1][0] - lowest))
    how: dict[str, Any] = {"va": "center", "size": "small", "annotation_clip": False}
    how |= {"xytext": (0.7, 0), "textcoords": "offset fontsize"}
    for (_, said, shade), at in zip(ends, heights, strict=True):
        ax.annotate(said, (last, at), color=shade, **how)
    ax.set(xlabel="labels", ylabel="median accuracy", xlim=(min(one.xs), last))


def _spread(heights: list[float], gap: float) -> list[float]:
    """Move names apart that would lie on each other, upward from the lowest."""
    placed = heights[:1]
    for height in heights[1:]:
        placed.append(max(height, placed[-1] + gap))
    return placed


def _difference(ax: Axes, one: Series, name: str) -> None:
    """Draw one paired difference in its band, and zero."""
    ax.axhline(0, color=color("passive"), lw=0.6 * rcParams["lines.linewidth"], zorder=1.8)
    _, line = trace(ax, one)
    line.set(marker="o", ms=0.55 * rcParams["lines.markersize"])
    ax.set_title(name, fontsize="medium", pad=2)
    ax.set(xlim=(min(one.xs), max(one.xs)), xticks=[40, 80, 120])


def alt(table: Table) -> str:
    """Tell each strategy at half and at the full budget."""
    named = {one.name: one for one in from_table(table)}
    random = named[f"accuracy, {PASSIVE}"]
    told = [
        f"{NAMES[name]} {_at(named[f'difference, {name}'], len(random.xs) // 2)}, then "
        f"{_at(named[f'difference, {name}'], -1)}"
        for name in NAMES
    ]
    return (
        f"Median test accuracy against {random.xs[0]:.0f} to {random.xs[-1]:.0f} labels for five "
        f"strategies; random sampling rises from {random.ys[0]:.3f} to {random.ys[-1]:.3f}. Beside "
        "it four panels of the paired difference from random sampling, with bands, at "
        f"{random.xs[len(random.xs) // 2]:.0f} and at {random.xs[-1]:.0f} labels: "
        f"{'; '.join(told)}."
    )


def _at(one: Series, place: int) -> str:
    return f"{one.ys[place]:+.3f} within {one.low[place]:+.3f} to {one.high[place]:+.3f}"


_BAND = (
    f"{LEVEL:.0%} interval of the median over {REPLICATES} replicates, by order statistics, at "
    "each number of labels for itself; it holds whatever the law of the replicates"
)
_SAID = (
    f"Strategies of a pool on scikit-learn's digits with logistic regression: {INITIAL} first "
    f"labels of each class, then batches of {BATCH}; a third is tested on. Curves: median accuracy "
    f"over {REPLICATES} replicates. Panels: accuracy less that of random sampling in the same "
    f"replicate, with the same test set and first labels; band: {_BAND}. Over the whole curve "
    "margin sampling is better than random sampling, k-center less surely so, entropy is worse, "
    f"and so is BALD of a committee of {MEMBERS} bootstrap samples, which keeps to a few classes."
)

PLATE = Plate(
    title="Query strategies on digits, paired with random sampling",
    caption=_SAID.replace("95%", r"95\,\%"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(),
    parameters=PARAMETERS,
    seed=SEED,
    replicates=REPLICATES,
    band=_BAND,
)

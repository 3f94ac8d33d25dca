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

from altheory.plot.learning_curve import accuracies, curve_series, marks, zero
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
MARKS = marks(NAMES)

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
    return to_table(curve_series(measured()))


def draw(table: Table) -> Figure:
    """Draw the accuracies on the left, and a panel of differences for each strategy."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.42 if wide else 1.32)
    parts: Any = figure.subfigures(*((1, 2) if wide else (2, 1)), **_ratios(wide=wide))
    named = {one.name: one for one in from_table(table)}
    drawn = {name: named[f"accuracy, {name}"] for name in (*NAMES, PASSIVE)}
    accuracies(parts[0].subplots(), drawn, NAMES)
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


def _difference(ax: Axes, one: Series, name: str) -> None:
    """Draw one paired difference in its band, and zero."""
    zero(ax)
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

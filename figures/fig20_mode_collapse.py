"""Figure 20: mode collapse, the classes of the labels that strategies ask for.

A histogram of classes is uneven by chance as well.  The band is what random samples of the same
pool stay within, all classes together, computed exactly, except in at most 5 samples of 100: a run
with a class outside of it is rare among random ones.  Whether a class that is asked for rarely is
also known badly is another question, answered below: the accuracy on each class less that after
random sampling.
"""

from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.simulation.strategies import PASSIVE
from figures.fig23_digits import (
    BATCH,
    BUDGET,
    INITIAL,
    LEVEL,
    MARKS,
    NAMES,
    PARAMETERS,
    REPLICATES,
    SEED,
    measured,
)
from figures.plate import Plate

OFFSETS = {"margin": -0.16, "bald": 0.16}  # where recalls are drawn beside each other
SHOWN = {PASSIVE: "random", "margin": NAMES["margin"], "bald": NAMES["bald"]}


def data() -> Table:
    """Return how many labels of each class each run asks for, the band, and what is known."""
    curve = measured()
    rows: list[dict[str, Cell]] = []
    for name in SHOWN:
        found = curve.balance(name)
        if found.band is None:
            continue
        outside = round(found.outside.value * REPLICATES)
        recalls = None if name == PASSIVE else curve.recalls(name)
        for c, digit in enumerate(curve.classes):
            own: dict[str, Cell] = {
                "strategy": name,
                "digit": digit,
                "runs outside": outside,
                "low": found.band.low[c],
                "high": found.band.high[c],
                "coverage": float(found.band.coverage),
                "mean": found.mean[c],
            }
            paired = None if recalls is None else recalls[c]
            known = None if paired is None else paired.median
            own["known"] = None if known is None else known.value
            own["known low"] = None if known is None else known.low
            own["known high"] = None if known is None else known.high
            rows += [
                {**own, "run": i, "labels": run.histogram[c]}
                for i, run in enumerate(curve.runs[name])
            ]
    return Table.of(rows)


def draw(table: Table) -> Figure:
    """Draw the histograms, and what is known of each class."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.5 if wide else 1.3)
    panels: Any = figure.subplots(*((2, 2) if wide else (4, 1)), sharex=True).ravel()
    top = 1.08 * max(table.column("labels"))
    for ax, name in zip(panels, SHOWN, strict=False):
        _histogram(ax, [row for row in table.records if row["strategy"] == name], top)
    for name, aside in OFFSETS.items():
        rows = [row for row in table.records if (row["strategy"], row["run"]) == (name, 0)]
        _known(panels[3], rows, aside)
    panels[3].set_ylabel("recall, minus random" if wide else "recall,\nminus random")
    for ax in panels[2:] if wide else panels[3:]:
        ax.set_xlabel("digit")
    for ax in panels[:3:2] if wide else panels[1:2]:
        ax.set_ylabel("labels asked for")
    return figure


def _histogram(ax: Axes, rows: list[dict[str, Any]], top: float) -> None:
    """Draw every run as a point, the mean as a bar, and the band."""
    digits = [int(row["digit"]) for row in rows if row["run"] == 0]
    first = [row for row in rows if row["run"] == 0]
    meaning = "passive" if rows[0]["strategy"] == PASSIVE else "active"
    ax.bar(digits, [row["mean"] for row in first], width=0.78, color=color(meaning), alpha=0.35)
    for row in first:
        ends = [row["low"] - 0.5, row["high"] + 0.5]
        at = int(row["digit"])
        ax.hlines(ends, at - 0.45, at + 0.45, color="black", lw=0.6 * rcParams["lines.linewidth"])
    inside = [row for row in rows if row["low"] <= row["labels"] <= row["high"]]
    outside = [row for row in rows if not row["low"] <= row["labels"] <= row["high"]]
    for some, face in ((inside, "none"), (outside, color(meaning))):
        ax.scatter(
            [_place(row) for row in some],
            [row["labels"] for row in some],
            s=(0.55 * rcParams["lines.markersize"]) ** 2,
            facecolors=face,
            edgecolors=color(meaning),
            linewidths=0.35 * rcParams["lines.linewidth"],
            zorder=3,
        )
    said = f"{SHOWN[rows[0]['strategy']]}: {rows[0]['runs outside']} of {REPLICATES} runs outside"
    ax.set_title(said, fontsize="medium", pad=2)
    ax.set(xticks=digits, xlim=(-0.6, 9.6), ylim=(-0.8, top))


def _place(row: dict[str, Any]) -> float:
    """Return where a run is drawn: beside the others of its digit."""
    return int(row["digit"]) + 0.6 * (int(row["run"]) / (REPLICATES - 1) - 0.5)


def _known(ax: Axes, rows: list[dict[str, Any]], aside: float) -> None:
    """Draw the paired difference of the accuracy on each class, and zero."""
    name, size = rows[0]["strategy"], rcParams["lines.markersize"]
    digits = [int(row["digit"]) + aside for row in rows]
    ax.axhline(0, color=color("passive"), lw=0.6 * rcParams["lines.linewidth"], zorder=1.5)
    ends = [row["known low"] for row in rows], [row["known high"] for row in rows]
    how: dict[str, Any] = {"color": color("active"), "clip_on": False}
    ax.vlines(digits, *ends, alpha=0.45, lw=1.2 * rcParams["lines.linewidth"], **how)
    known = [row["known"] for row in rows]
    ax.plot(digits, known, MARKS[name], ms=0.7 * size, ls="none", label=SHOWN[name], **how)
    ax.legend(loc="lower left", ncols=2, handletextpad=0.1, columnspacing=1.0, borderaxespad=0.1)


def alt(table: Table) -> str:
    """Tell the mean histogram of each strategy, and how many runs leave the band."""
    told: list[str] = []
    for name, said in SHOWN.items():
        rows = [row for row in table.records if (row["strategy"], row["run"]) == (name, 0)]
        means = ", ".join(f"{row['mean']:.1f}" for row in rows)
        known = ", ".join(f"{row['known']:+.3f}" for row in rows if row["known"] is not None)
        beside = f", and recall less that of random sampling {known}" if known else ""
        told.append(
            f"{said}: mean labels of digits 0 to 9 {means}{beside}; "
            f"{rows[0]['runs outside']} of {REPLICATES} runs have a digit outside the band"
        )
    low, high = min(table.column("low")), max(table.column("high"))
    return (
        f"Histograms of the digits among {BUDGET} labels asked for, with every run as a point and "
        f"the band of random samples, about {low} to {high} labels. {'. '.join(told)}."
    )


_SAID = (
    f"Classes of the {BUDGET} labels asked for in {REPLICATES} replicates on digits (logistic "
    f"regression, {INITIAL} first labels of each class, batches of {BATCH}). Bars: means; points: "
    "runs, filled where outside the band; lines: the band that a random sample of the pool stays "
    f"within, all ten classes together, with probability at least {LEVEL:g} (multivariate "
    "hypergeometric, exact). Last panel: final accuracy on each digit less that after random "
    f"sampling in the same replicate, with the {LEVEL:.0%} interval of its median by order "
    "statistics. Margin sampling asks for few 0 and 6, and no digit is shown to be known worse; "
    "BALD, of bootstrap samples, drops whole classes, and knows several worse."
)

PLATE = Plate(
    title="Mode collapse on digits",
    caption=_SAID.replace("95%", r"95\,\%"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(),
    parameters=PARAMETERS,
    seed=SEED,
    replicates=REPLICATES,
    band=f"what random samples stay within, all classes together, with probability {LEVEL:g}",
)

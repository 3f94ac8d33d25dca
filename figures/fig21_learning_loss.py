"""Figure 21: learning loss, predicted against true loss, and what the entropy knows for nothing.

A module looks into a classifier while both learn, and predicts a number for each instance whose
order is meant to be that of the losses.  On held-out digits it orders pairs better than chance,
and worse than the entropy of the classifier's own answer; among mistakes, which are what one
would ask about, it is hardly better than chance, and the entropy is worse than chance.  The
numbers are no losses: all of them are negative.
"""

from collections.abc import Iterator, Mapping
from fractions import Fraction
from importlib import import_module
from statistics import median
from types import MappingProxyType
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.acquisition.selection import top_k
from altheory.acquisition.uncertainty import entropy
from altheory.bounds.sign_test import sign_test
from altheory.graphs.cases.handwriting import digits
from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

SEED, REPLICATES, LEVEL = 21, 12, Fraction(19, 20)
TRAINED, STEPS, TAKEN = 800, 300, 50
RULES = ("module", "entropy")
MEASURES: Mapping[str, str] = MappingProxyType(
    {
        "order": "pairs in the order of their losses",
        "order of mistakes": "pairs of mistakes in order",
        "mistakes": f"mistakes among {TAKEN} asked for",
    }
)
GRAY = "#b8b8b8"


def data() -> Table:
    """Return both losses of the first replicate, and how well each rule orders them in all."""
    network, case = _network(), digits(0)
    images, truth = np.asarray(case.points) / 16, np.asarray(case.truth)
    rows: list[dict[str, Cell]] = []
    measured: list[dict[str, Cell]] = []
    for run in range(REPLICATES):
        rng = np.random.default_rng((SEED, run))
        order = rng.permutation(len(truth))
        said = _said(network, images[order], truth[order], rng)
        rows += _instances(*said) if run == 0 else ()
        measured += _measured(run, *said)
    rows += _with_intervals(measured)
    keys = list(dict.fromkeys(key for row in rows for key in row))
    return Table.of({key: row.get(key) for key in keys} for row in rows)


def _network() -> Any:
    from altheory.nets import LossPrediction, Training

    return LossPrediction(training=Training(STEPS))


def _said(
    network: Any, images: Floats, truth: Any, rng: np.random.Generator
) -> tuple[dict[str, Floats], Floats, Any]:
    """Train on the first images, and return the scores of the others, their losses and mistakes."""
    pools: Any = import_module("threadpoolctl")  # comes with scikit-learn
    with pools.threadpool_limits(1):  # matrices this small only wait for more threads
        model = network.fit(images[:TRAINED], truth[:TRAINED], rng=rng)
        probs, guess = (
            ask(images[TRAINED:]) for ask in (model.predict_proba, model.predicted_loss)
        )
    codes = np.searchsorted(model.classes_, truth[TRAINED:])
    losses = -np.log(probs[np.arange(len(codes)), codes])
    return {"module": guess, "entropy": entropy(probs)}, losses, probs.argmax(axis=1) != codes


def _instances(scores: dict[str, Floats], losses: Floats, wrong: Any) -> Iterator[dict[str, Cell]]:
    for guess, loss, mistaken in zip(scores["module"], losses, wrong, strict=True):
        own: dict[str, Cell] = {"predicted": round(float(guess), 6), "loss": float(f"{loss:.6e}")}
        yield {"kind": "instance", **own, "mistake": int(mistaken)}


def _measured(
    run: int, scores: dict[str, Floats], losses: Floats, wrong: Any
) -> Iterator[dict[str, Cell]]:
    """Yield what each rule reaches in one replicate, and what chance does."""
    from altheory.nets.loss_prediction import ranking_accuracy

    errors = round(float(wrong.mean()), 6)
    for rule, score in scores.items():
        taken = list(top_k(score, TAKEN).indices)
        values = {
            "order": (ranking_accuracy(score, losses), 0.5),
            "order of mistakes": (ranking_accuracy(score[wrong], losses[wrong]), 0.5),
            "mistakes": (float(wrong[taken].mean()), errors),
        }
        for measure, (value, chance) in values.items():
            own: dict[str, Cell] = {"rule": rule, "measure": measure, "run": run}
            most = round(float(score.max()), 6)
            yield {
                "kind": "measure",
                **own,
                "value": round(value, 6),
                "chance": chance,
                "greatest": most,
            }


def _with_intervals(rows: list[dict[str, Cell]]) -> Iterator[dict[str, Cell]]:
    """Yield each row with the median over replicates, and its interval."""
    for row in rows:
        same = ("rule", "measure")
        values = [float(r["value"] or 0) for r in rows if all(r[key] == row[key] for key in same)]
        ends = sign_test(values, 1 - LEVEL)
        found = {"low": float(ends.lower), "median": median(values), "high": float(ends.upper)}
        yield {**row, **found}


def draw(table: Table) -> Figure:
    """Draw both losses of each instance, and what each rule reaches."""
    width = rcParams["figure.figsize"][0]
    wide = width > 6
    figure = canvas(height=0.42 if wide else 1.15 if width < 5 else 0.86)
    ratios: dict[str, Any] = {} if wide else {"height_ratios": (0.52, 0.48)}
    panels: Any = figure.subplots(*((1, 2) if wide else (2, 1)), **ratios)
    _scatter(panels[0], table)
    _reached(panels[1], table)
    return figure


def _scatter(ax: Axes, table: Table) -> None:
    """Draw the instances, mistakes on top of them, and where losses begin."""
    size = rcParams["lines.markersize"]
    looks: list[dict[str, Any]] = [
        {"marker": "o", "ms": 0.4 * size, "mfc": GRAY, "mec": GRAY},
        {"marker": "X", "ms": 0.8 * size, "mfc": "black", "mec": "white"},
    ]
    for mistake, how in enumerate(looks):
        rows = [r for r in table.records if (r["kind"], r["mistake"]) == ("instance", mistake)]
        xs, ys = ([row[key] for row in rows] for key in ("predicted", "loss"))
        ax.plot(xs, ys, ls="none", mew=0.1 * size, **how)
    for said, height in (("mistakes", 0.93), ("right", 0.6)):
        ax.text(0.02, height, said, size="small", va="center", transform=ax.transAxes)
    ax.axvspan(0, 2, color=color("excluded"), lw=0)
    where: dict[str, Any] = {"ha": "center", "va": "center", "size": "small", "rotation": 90}
    ax.text(1, 0.5, "losses are here", transform=ax.get_xaxis_transform(), **where)
    ax.set(yscale="log", xlabel="predicted (no unit)", ylabel="true loss (nats)")
    ax.set_xlim(right=2)
    ax.minorticks_off()


def _reached(ax: Axes, table: Table) -> None:
    """Draw what each rule reaches in each replicate, the intervals, and chance."""
    size, thin = rcParams["lines.markersize"], rcParams["lines.linewidth"]
    beside: dict[str, Any] = {"size": "small", "va": "center", "ha": "right"}
    for place, (measure, name) in enumerate(MEASURES.items()):
        ax.text(0, place - 0.36, name, size="small", va="center")
        for rule, aside in zip(RULES, (-0.08, 0.22), strict=True):
            rows, at = _rows(table, rule, measure), place + aside
            ax.plot([row["value"] for row in rows], [at] * len(rows), **_look(rule, size, 0.5))
            low, middle, high = (rows[0][key] for key in ("low", "median", "high"))
            ax.hlines(at, low, high, color=color("active"), lw=0.7 * thin)
            ax.plot(middle, at, **_look(rule, size, 0.9), mec=color("active"))
            if place == 0:
                ax.text(min(row["value"] for row in rows) - 0.02, at, rule, **beside)
        chances = [row["chance"] for row in _rows(table, "module", measure)]
        mean = sum(chances) / len(chances)
        ends = place - 0.2, place + 0.34
        ax.vlines(mean, *ends, color=color("passive"), lw=thin, zorder=1.5)
        if place == 0:
            ax.text(mean - 0.02, place + 0.22, "random", **beside, color=color("passive"))
    ax.set_yticks([])
    ax.spines["left"].set_visible(False)
    ax.set(xlim=(0, 1), ylim=(len(MEASURES) - 0.6, -0.55), xlabel="share")


def _look(rule: str, size: float, scale: float) -> dict[str, Any]:
    """Return how a median is drawn, or, smaller, one replicate."""
    small = scale < 0.6
    return {
        "marker": {"module": "o", "entropy": "D"}[rule],
        "ls": "none",
        "ms": scale * size,
        "mfc": color("active") if small else "white",
        "alpha": 0.3 if small else 1.0,
        "mew": 0.0 if small else 0.25 * size,
        "clip_on": False,
    }


def _rows(table: Table, rule: str, measure: str) -> list[dict[str, Any]]:
    return [r for r in table.records if (r["rule"], r["measure"]) == (rule, measure)]


def alt(table: Table) -> str:
    """Tell how many instances are drawn, and what each rule reaches."""
    drawn = [row for row in table.records if row["kind"] == "instance"]
    told: list[str] = []
    for measure, name in MEASURES.items():
        firsts = [(rule, _rows(table, rule, measure)[0]) for rule in RULES]
        reached = ", ".join(
            f"{rule} {one['median']:.3f} within {one['low']:.3f} to {one['high']:.3f}"
            for rule, one in firsts
        )
        chances = [row["chance"] for row in _rows(table, "module", measure)]
        told.append(f"{name}: {reached}, random {sum(chances) / len(chances):.3f}")
    return (
        f"Predicted against true loss of {len(drawn)} held-out digits, of which "
        f"{sum(row['mistake'] for row in drawn)} are mistakes; the largest prediction is "
        f"{max(row['predicted'] for row in drawn):.2f}, and no loss is below 0. Below, medians "
        f"over {REPLICATES} replicates with intervals; {'; '.join(told)}."
    )


_BAND = (
    f"{float(LEVEL):.0%} interval of the median over {REPLICATES} replicates, random splits of one "
    "data set with weights of their own, by order statistics, each for itself"
)
_SAID = (
    f"A perceptron and a module that predicts its loss, trained jointly on {TRAINED} of "
    "scikit-learn's digits with the ranking loss of pairs. Scatter: the other images, one "
    "replicate. Only order is learned: in every replicate all predictions are negative, and no "
    "loss is. Below: share of all held-out pairs that are put in the order of their losses; the "
    f"same among pairs of mistakes; mistakes among the {TAKEN} images with the largest score; for "
    "the module, for the entropy of the same classifier's answer, which costs nothing, and at "
    f"random. Large marks: medians, small ones: replicates, bars: {_BAND}. The module is better "
    "than chance, and the entropy better than the module, where a right answer's loss is nearly a "
    "function of it. Among mistakes the module is hardly better than chance, and the entropy worse "
    "than chance: the surest mistakes cost the most."
)

PLATE = Plate(
    title="Learning loss: predicted against true loss",
    caption=_SAID.replace("95%", r"95\,\%"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=("learning-loss/pairs", "learning-loss/ranking"),
    parameters={"trained": TRAINED, "steps": STEPS, "taken": TAKEN, "level": float(LEVEL)},
    seed=SEED,
    replicates=REPLICATES,
    band=_BAND,
)

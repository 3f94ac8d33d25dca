"""Figure 10: sampling bias, exactly.

Four blocks on the line that no threshold labels right.  Margin sampling, with a label in each of
the outer blocks, asks to the left from its first question on and ends at twice the least error.
CAL, whose theorem needs a hypothesis that is right, believes the first label of an inner block.
Passive learning and A2 end at the best threshold.
"""

import math
from collections.abc import Iterator
from fractions import Fraction
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import PercentFormatter

from altheory.bounds._uniform import uniform
from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners._look import Judge
from altheory.learners.margin_sampling import MarginSampling
from altheory.numeric.seeds import stream
from altheory.plot.palette import MARKERS, SIGNS, color
from altheory.plot.series import Series, from_table, to_table, trace, write_beside
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.simulation.label_chances import chances
from altheory.simulation.threshold_a2 import a2_on_thresholds
from altheory.theory.sampling_bias import (
    FOUR_BLOCKS,
    four_block_cal_labels,
    four_block_erm,
    four_block_labels,
    four_block_law,
    four_block_ranks,
)
from figures.plate import Plate

POOL, QUESTIONS, CAL_LABELS = 2000, 16, 14
EPSILON, DELTA, BOUND, RUNS = Fraction(1, 50), Fraction(1, 20), "dkw_risk", 24
LONGEST = 20_000
SEED, SEEDS = 20261122, 2
BLOCKS = ("block 1", "block 2", "block 3", "block 4")


def data() -> Table:
    """Return blocks, questions of margin sampling, exact curves and runs of A2."""
    return to_table((*_blocks(), _questions(), _margin(), *_cal(), _passive(), _a2()))


def _blocks() -> Iterator[Series]:
    """Yield the ends of each block with its mass."""
    for name, block in zip(BLOCKS, FOUR_BLOCKS, strict=True):
        ends, mass = (float(block.lo), float(block.hi)), float(block.mass)
        yield Series(name, "exact", SIGNS[block.label][0], ends, (mass, mass))


def _questions() -> Series:
    """Return where margin sampling asks in a pool, in order, seeds first."""
    law, labels = four_block_law(), four_block_labels()
    pool = law.sample(stream(SEED, "figure 10", "pool"), POOL).tolist()
    seeds = [next(x for x in pool if Fraction(x) in FOUR_BLOCKS[i].region) for i in (0, 3)]
    learner = MarginSampling(pool, seeds)
    state = learner.init()
    for _ in range(QUESTIONS):
        state = learner.step(state, None, lambda x: 1 if x in labels.bayes else -1)
    asked = tuple(float(x) for x, _ in state.sample)
    return Series("questions", "simulation", "active", asked, tuple(range(1, QUESTIONS + 1)))


def _margin() -> Series:
    """Return the mean error after two seeds, and the error from the first question on."""
    errors = (1 / 16, 1 / 20, 1 / 20)
    return Series("margin sampling", "exact", "active", (2, 3, LONGEST), errors)


def _cal() -> Iterator[Series]:
    """Yield the mean errors of CAL given each way in which it may decide."""
    undecided = [float(four_block_cal_labels(q)) for q in range(1, CAL_LABELS + 1)]
    labels = tuple(range(1, CAL_LABELS + 1))
    for name, valley in (("stuck", 1 / 20), ("best", 1 / 40)):
        means = tuple(u / 16 + (1 - u) * valley for u in undecided)
        yield Series(f"CAL, {name}", "exact", "active", labels, means)


def _passive() -> Series:
    """Return the mean error of passive learning."""
    labels = sorted({round(10 ** (k / 16)) for k in range(16 * 4 + 1)} - {0})
    kept = tuple(n for n in labels if n <= 3000)
    means = tuple(float(four_block_erm(n).mean_error) for n in kept)
    return Series("passive", "exact", "passive", kept, means)


def _a2() -> Series:
    """Return the mean error of A2 after so many labels, with the least and the largest."""
    labels, law = four_block_ranks(), Thresholds().law()
    known = chances(labels)
    if known is None:
        raise DomainError(f"no batches of labels can be drawn from {labels!r}")
    judge = Judge(bound=uniform(BOUND, Thresholds()), epsilon=EPSILON, delta=DELTA)
    points: list[tuple[float, ...]] = []
    for limit in (*(round(10 ** (k / 2)) for k in range(4, 8)), math.inf):
        rngs = (stream(SEED, "figure 10", "A2", i) for i in range(RUNS))
        runs = [a2_on_thresholds(rng, judge, known, limit=limit) for rng in rngs]
        errors = [float(labels.error(run.output.positive, law)) for run in runs]
        queries = float(np.mean([run.queries for run in runs]))
        points.append((queries, float(np.mean(errors)), min(errors), max(errors)))
    return Series("A2", "simulation", "active", *zip(*points, strict=True))


def draw(table: Table) -> Figure:
    """Draw the law with the questions above the errors."""
    figure = canvas(height=1.25)
    above, below = figure.subplots(2, height_ratios=(0.42, 0.58))
    series = {one.name: one for one in from_table(table)}
    _draw_questions(above, series)
    _draw_errors(below, series)
    return figure


def _draw_questions(ax: Axes, series: dict[str, Series]) -> None:
    """Draw the blocks behind the questions, which go down in their order."""
    asked = series["questions"]
    small: dict[str, Any] = {"size": "small", "ha": "center"}
    for one in (one for name, one in series.items() if name.startswith("block")):
        ax.axvspan(*one.xs, color=color(one.meaning), alpha=0.16, lw=0)
        sign = "+" if one.meaning == "positive" else "\N{MINUS SIGN}"
        said, middle = f"{sign}\n{100 * one.ys[0]:g} %", sum(one.xs) / 2
        ax.text(middle, 1.03, said, transform=ax.get_xaxis_transform(), **small)
    size = 0.7 * rcParams["lines.markersize"]
    how: dict[str, Any] = {"ms": size, "color": color("active"), "clip_on": False, "ls": "none"}
    ax.plot(asked.xs[:SEEDS], asked.ys[:SEEDS], MARKERS["active"], mfc="white", **how)
    ax.plot(asked.xs[SEEDS:], asked.ys[SEEDS:], MARKERS["active"], mec="white", mew=0.2, **how)
    ax.set(xlim=(0, 1), ylim=(QUESTIONS + 0.8, 0.2), xlabel="instance $x$", ylabel="label no.")
    ax.set_yticks([1, *range(4, QUESTIONS + 1, 4)])
    for lo, hi, said in ((0.1, 0.44, "cuts here\nerr by 5 %"), (0.65, 0.9, "cuts here\nby 2.5 %")):
        ax.text((lo + hi) / 2, 0.6 * QUESTIONS, said, va="center", **small)


def _draw_errors(ax: Axes, series: dict[str, Series]) -> None:
    """Draw the errors against the labels, and name each curve."""
    named = ("passive", "margin sampling", "CAL, stuck", "CAL, best", "A2")
    for name in named:
        trace(ax, series[name])
    ax.set(
        xscale="log", xlim=(1, LONGEST), ylim=(0.015, 0.07), xlabel="labels", ylabel="mean error"
    )
    ax.yaxis.set_major_formatter(PercentFormatter(1, decimals=0, symbol=" %"))
    placed: dict[str, tuple[str, float, tuple[float, float], dict[str, Any]]] = {
        "margin sampling": ("margin sampling", LONGEST, (0, 0.5), {"ha": "right"}),
        "CAL, stuck": ("CAL, 1 in 3", 5, (0.4, 0.5), {}),
        "CAL, best": ("CAL, 2 in 3", CAL_LABELS, (-0.5, -0.5), {"va": "top"}),
        "passive": ("passive", 18, (0.3, 0.3), {}),
    }
    for name, (said, at, shift, how) in placed.items():
        write_beside(ax, series[name], said, at=at, shift=shift, color="black", **how)
    write_beside(ax, series["A2"], "$A^2$", at=316, shift=(0.2, 0.5))


def alt(table: Table) -> str:
    """Tell the blocks, the questions and the values of each curve."""
    series = {one.name: one for one in from_table(table)}
    blocks = "; ".join(
        f"{100 * one.ys[0]:g} % {one.meaning} on [{one.xs[0]:g}, {one.xs[1]:g}]"
        for name, one in series.items()
        if name.startswith("block")
    )
    asked = series["questions"].xs[SEEDS:]
    counts = [sum(lo <= x <= hi for x in asked) for lo, hi in (series[b].xs for b in BLOCKS)]
    told = ", ".join(f"{n} in block {i}" for i, n in enumerate(counts, 1))
    passive, a2 = series["passive"], series["A2"]
    return (
        f"Above, four blocks on the line from 0 to 1: {blocks}. After one label in each of the "
        f"outer blocks margin sampling buys {len(asked)} labels: {told}. Below, mean error "
        "against labels on a log scale. Margin sampling falls to 5 % with its first question and "
        "stays. CAL parts in two branches within ten labels, one at 5 % and one at 2.5 %. Passive "
        f"learning falls slowly, from {100 * passive.ys[0]:.3g} % to {100 * passive.ys[-1]:.3g} % "
        f"after {passive.xs[-1]:,} labels. A2 goes down to {100 * a2.ys[-1]:.3g} %, and stops "
        f"after {a2.xs[-1]:,.0f} labels on average; no run of it ends above "
        f"{100 * a2.high[-1]:.3g} %."
    )


PLATE = Plate(
    title="Sampling bias",
    caption=(
        r"Above: four blocks with their masses and labels, and where margin sampling asks in a "
        rf"pool of {POOL:,}, after one label in each outer block (hollow). Below: mean errors. "
        r"Solid: exact, for margin sampling given those two labels and a pool that lasts, for CAL "
        r"given that it meets the second block first (1 in 3) or the third (2 in 3), and for "
        rf"passive learning by the fewest errors. Markers: $A^2$ on ranks, {RUNS} runs, "
        rf"$\varepsilon = {float(EPSILON):g}$, $\delta = {float(DELTA):g}$, two chains of DKW; "
        r"band: from the least to the largest error of a run. No threshold errs by less than "
        r"2.5~\%."
    ),
    plain=(
        "Above: four blocks with their masses and labels, and where margin sampling asks in a "
        f"pool of {POOL:,}, after one label in each outer block (hollow). Below: mean errors. "
        "Solid: exact, for margin sampling given those two labels and a pool that lasts, for CAL "
        "given that it meets the second block first (1 in 3) or the third (2 in 3), and for "
        f"passive learning by the fewest errors. Markers: A2 on ranks, {RUNS} runs, "
        f"epsilon = {float(EPSILON):g}, delta = {float(DELTA):g}, two chains "
        "of DKW; band: from the least to the largest error of a run. No threshold errs by less "
        "than 2.5 %."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "sampling-bias/margin-sampling",
        "sampling-bias/cal",
        "sampling-bias/passive",
        "sampling-bias/a2",
    ),
    parameters={
        "pool": POOL,
        "questions": QUESTIONS,
        "labels of CAL": CAL_LABELS,
        "epsilon": str(EPSILON),
        "delta": str(DELTA),
        "bound": BOUND,
    },
    seed=SEED,
    replicates=RUNS,
    band="from the least to the largest error of a run of A2",
)

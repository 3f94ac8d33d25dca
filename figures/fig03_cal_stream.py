"""Figure 3: CAL on a stream asks for about 2 ln n labels.

Single runs scatter around the exact mean, which for a fixed target settles on its
asymptote 2 ln n + 2 gamma + ln(t (1 - t)) as soon as the ends of the domain are
forgotten.  The target is that of figure 1.
"""

import math
from fractions import Fraction

import numpy as np
from matplotlib.figure import Figure

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL
from altheory.numeric.seeds import stream
from altheory.plot.series import Series, from_table, to_table, write_beside
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.plot.trajectory import trajectory
from altheory.simulation.jumps import event_driven
from altheory.theory.thresholds_cal import cal_expected_queries_thresholds
from figures.plate import Plate

TARGET = "0.73"
LENGTH = 10**6
RUNS = 15
SEED = 20261122


def data() -> Table:
    """Return single runs, the exact mean and its asymptote."""
    lengths = tuple(sorted({round(10 ** (k / 10)) for k in range(61)}))
    t = Fraction(TARGET)
    means = tuple(float(cal_expected_queries_thresholds(n, t)) for n in lengths)
    constant = 2 * np.euler_gamma + math.log(t * (1 - t))
    return to_table(
        [
            *map(_run, range(RUNS)),
            Series("mean", "exact", "active", lengths, means),
            Series(
                "asymptote",
                "asymptote",
                "active",
                lengths,
                tuple(2 * math.log(n) + constant for n in lengths),
            ),
        ]
    )


def _run(number: int) -> Series:
    """Return the staircase of one run: how many labels after how many instances."""
    result = event_driven(
        CAL(Thresholds().version_space()),
        Thresholds().law(),
        Thresholds().parse_target(TARGET),
        stream(SEED, "figure 3", number),
        limit=LENGTH,
    )
    asked = [event.index + 1 for event in result.transcript.events]
    counts = [*range(1, len(asked) + 1), len(asked)]
    return Series(f"run {number + 1}", "run", "active", (*asked, LENGTH), tuple(counts))


def draw(table: Table) -> Figure:
    """Draw the runs behind the mean, and name the three."""
    figure = canvas()
    ax = figure.subplots()
    series = from_table(table)
    trajectory(ax, series)
    named = {one.name: one for one in series}
    mean = named["mean"]
    write_beside(
        ax, mean, r"$\mathrm{E}\,Q_n$", at=LENGTH, shift=(0.3, 0), va="center", color="black"
    )
    write_beside(
        ax,
        named["asymptote"],
        r"$2\,\ln n + 2\gamma + \ln t(1 - t)$",
        at=2,
        shift=(4.4, 0.5),
        color="black",
        va="center",
        arrowprops={"arrowstyle": "-", "lw": 0.5, "shrinkA": 1, "shrinkB": 2},
    )
    highest = max((one for one in series if one.status == "run"), key=lambda one: one.ys[-1])
    write_beside(ax, highest, "single runs", at=2e5, shift=(-1.6, 0.2), ha="right")
    return figure


def alt(table: Table) -> str:
    """Tell the slope, the ends of the mean and the spread of the runs."""
    series = {one.name: one for one in from_table(table)}
    mean, asymptote = series["mean"], series["asymptote"]
    ends = [int(one.ys[-1]) for one in series.values() if one.status == "run"]
    points = zip(mean.xs, mean.ys, asymptote.ys, strict=True)
    close = next(n for n, exact, limit in points if abs(exact - limit) < 0.1)
    middle = mean.xs.index(1000)
    return (
        f"Labels asked by CAL against instances seen, from 1 to {LENGTH:,} on a log scale. "
        f"{len(ends)} staircases of single runs rise around the exact mean, which is nearly a "
        f"straight line: {mean.ys[0]:.3g} label after 1 instance, {mean.ys[middle]:.3g} after "
        f"1,000, {mean.ys[-1]:.3g} after {LENGTH:,}. The runs end between {min(ends)} and "
        f"{max(ends)} labels. The asymptote is within a tenth of a label of the mean from "
        f"{close} instances on."
    )


PLATE = Plate(
    title="CAL on a stream",
    caption=(
        r"Labels $Q_n$ that CAL asks for in $n$ uniform instances, thresholds, "
        rf"target $t = {TARGET}$. "
        r"Solid: the exact mean $2 H_n - \sum_{k \le n} (t^k + (1 - t)^k) / k$; dotted: its "
        rf"asymptote; faint: {RUNS} independent runs."
    ),
    plain=(
        f"Labels Q_n that CAL asks for in n uniform instances, thresholds, target t = {TARGET}. "
        "Solid: the exact mean 2 H_n - sum over k <= n of (t^k + (1 - t)^k) / k; dotted: its "
        f"asymptote; faint: {RUNS} independent runs."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=("thresholds/cal/expected-queries/fixed-target",),
    parameters={"target": TARGET, "length": LENGTH},
    seed=SEED,
    replicates=RUNS,
)

"""Figure 7: what A2 sees of each hypothesis, and how bounds without a theorem lose the best.

Both learners see labels of the same law.  The left one is A2 with a theorem behind its
bounds.  The right one draws bars of one standard deviation, as many reports do; its
run is the first of its stream that loses the target.
"""

from collections.abc import Iterator
from fractions import Fraction
from itertools import count
from math import sqrt
from typing import Any, TypeAlias

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.bounds._uniform import Theorem, Uniform, uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.learners.a2 import A2, A2State
from altheory.numeric.seeds import stream
from altheory.oracles.classification_noise import classification_noise
from altheory.plot.error_bounds import error_bounds
from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Label
from figures.plate import Plate

CELLS = 16
TARGET = 6
NOISE = Fraction(1, 5)
EPSILON = DELTA = Fraction(1, 20)
SEED = 20261122
BOUND = "clopper_pearson"
SOUND, NARROW = "uniform bounds", "one standard deviation"

Run: TypeAlias = A2State[Any, Any]

THRESHOLDS = FiniteClass(CELLS, ["-" * cut + "+" * (CELLS - cut) for cut in range(CELLS + 1)])
BEST = THRESHOLDS.parse_target("-" * TARGET + "+" * (CELLS - TARGET))


def data() -> Table:
    """Return the bounds of every hypothesis at the ends of the rounds, of both runs."""
    narrow = Uniform(
        name=NARROW,
        theorem="none: about one error in three lies outside",
        source="altheory; a false twin",
        radius=lambda n, _: Fraction(1 / (2 * sqrt(n))),
    )
    sound = run(uniform(BOUND, THRESHOLDS), 0)
    failing = next(rows for rows in (run(narrow, i) for i in count()) if not rows[-1]["best"])
    return Table.of(
        {"bounds": name, **row}
        for name, rows in ((SOUND, sound), (NARROW, failing))
        for row in rows
        if row["verdict"] != "go on"
    )


def run(bound: Theorem, number: int) -> list[dict[str, Cell]]:
    """Return what the learner sees in one run: a row for each member at each look."""
    law, rng = THRESHOLDS.law(), stream(SEED, "figure 7", bound.name, number)
    ask = classification_noise(BEST, NOISE).oracle(rng)
    learner: A2[Any, Any] = A2(THRESHOLDS.version_space(), law, bound, EPSILON, DELTA)
    state, rows = learner.init(), list[dict[str, Cell]]()
    sample: list[tuple[int, Label]] = []
    while not state.finished:
        x = law.draw(state.region, rng)
        sample.append((x, ask(x)))
        after = learner.step(state, *_answered(sample))
        if len(after.looks) > len(state.looks):
            rows += ({"run": number, **row} for row in _rows(bound, state, after, sample))
            sample = sample if after.round == state.round else []
        state = after
    return rows


def _answered(sample: list[tuple[int, Label]]) -> tuple[int, Any]:
    """Return the last instance, and an oracle that knows its label."""
    x, y = sample[-1]
    return x, lambda _: y


def _rows(
    bound: Any, before: Run, after: Run, sample: list[tuple[int, Label]]
) -> Iterator[dict[str, Cell]]:
    """Yield the bounds of every member at the last look, and whether the best one stays."""
    look = after.looks[-1]
    for mask, errors in before.version_space.counts(sample).errors.items():
        yield {
            "round": look.round,
            "labels": look.n,
            "cut": (CELLS - mask.bit_count()) / CELLS,
            "lower": float(bound.lower(errors, look.n, look.delta)),
            "error": errors / look.n,
            "upper": float(bound.upper(errors, look.n, look.delta)),
            "verdict": look.verdict,
            "best": int(BEST.positive.mask in after.version_space.members),
        }


def draw(table: Table) -> Figure:
    """Draw a column for each learner, a panel for the end of each round."""
    figure = canvas(height=1.15)
    panels: Any = figure.subplots(3, 2, sharex=True, sharey=True)
    for column, name in enumerate((SOUND, NARROW)):
        rows = [row for row in table.records if row["bounds"] == name]
        panels[0][column].set_title(name)
        for ax, number in zip(
            panels[:, column], sorted({row["round"] for row in rows}), strict=True
        ):
            _panel(ax, [row for row in rows if row["round"] == number])
        panels[-1][column].set_xlabel("cut of the hypothesis")
    least = min(
        row["upper"] for row in table.records if row["round"] == 3 and row["bounds"] == SOUND
    )
    panels[2][0].text(1, least + 0.07, r"$\min_h U(h)$", ha="right", size="small")
    panels[1][0].set_ylabel("error where the learner asks")
    return figure


def _panel(ax: Axes, rows: list[dict[str, Any]]) -> None:
    """Draw one look: the bars of the members, the target, and what follows."""
    bars = [(row["cut"], row["lower"], row["error"], row["upper"]) for row in rows]
    error_bounds(ax, bars)
    ax.vlines(TARGET / CELLS, 0, 0.94, color=color("theory"), lw=rcParams["axes.linewidth"])
    first = rows[0]
    said = f"round {first['round']}, $n = {first['labels']}$"
    if not first["best"] and any(row["cut"] == TARGET / CELLS for row in rows):
        said += "\nthe best is lost"
    ax.text(0.99, 1.0, said, transform=ax.transAxes, ha="right", va="top", size="small")


def alt(table: Table) -> str:
    """Tell how many members and labels each round has, and who is lost."""
    said = [f"Two columns of three panels. The target is the cut {TARGET}/{CELLS}."]
    for name in (SOUND, NARROW):
        rows = [row for row in table.records if row["bounds"] == name]
        for number in sorted({row["round"] for row in rows}):
            of = [row for row in rows if row["round"] == number]
            bar = min(row["upper"] for row in of)
            stay = sum(row["lower"] <= bar for row in of)
            best = "stays" if of[0]["best"] else "is lost"
            said.append(
                f"With {name} round {number} ends at {of[0]['labels']:,} labels: {len(of)} "
                f"hypotheses have bars, {stay} of them begin below the least upper bound "
                f"{bar:.2f}, and the best one {best}."
            )
    return " ".join(said)


PLATE = Plate(
    title="A2: bounds on every hypothesis",
    caption=(
        rf"Bounds on the error of {CELLS + 1} thresholds where the learner asks, at the end of "
        rf"each round; $\delta = \varepsilon = {float(DELTA):g}$, labels flipped with probability "
        rf"{float(NOISE):g}. Dashed: $\min_h U(h)$, the least upper bound; bars that begin above "
        r"it are dropped (gray), the others stay (blue). Vertical line: the target. Left: "
        r"Clopper--Pearson at an equal share of $\delta_k$ for each hypothesis. Right: "
        r"$\pm 1/(2\sqrt{n})$, the first run of its stream that loses the target."
    ),
    plain=(
        f"Bounds on the error of {CELLS + 1} thresholds where the learner asks, at the end of each "
        f"round; delta = epsilon = {float(DELTA):g}, labels flipped with probability "
        f"{float(NOISE):g}. Dashed: min U(h), the least upper bound; bars that begin above it "
        "are dropped (gray), the others stay (blue). Vertical line: the target. Left: "
        "Clopper-Pearson at an equal share of delta_k for each hypothesis. Right: 1/(2 sqrt n) "
        "either way, the first run of its stream that loses the target."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=(),
    parameters={
        "cells": CELLS,
        "target": TARGET,
        "noise": str(NOISE),
        "epsilon": str(EPSILON),
        "delta": str(DELTA),
        "bound": BOUND,
    },
    seed=SEED,
    replicates=1,
)

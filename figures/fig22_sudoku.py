"""Figure 22: a graph network at work on two Sudokus, one of which it fails, and on many.

Every step each cell hears from the twenty that it restricts, and says which digit it holds.  On a
puzzle that can be solved cell by cell wrong digits give way; on a hard one the network comes
to believe digits that are wrong, and stays there.  How hard a puzzle is matters more than how many
clues it has.
"""

import hashlib
from collections.abc import Iterator
from fractions import Fraction
from importlib import import_module
from importlib.resources import files
from itertools import count
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.collections import LineCollection, PatchCollection
from matplotlib.colors import to_rgba
from matplotlib.figure import Figure, SubFigure
from matplotlib.patches import Rectangle

from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from figures.plate import Plate

SEED, STEPS, LEVEL = 22, 32, Fraction(19, 20)
SHOWN = (1, 2, 4, 8, 16, 32)
PAIR = {"easy": False, "hard": True}  # puzzles that are shown, and whether the network fails
CLUES = (24, 26, 28, 30, 32, 34, 36, 40)
PUZZLES = 50  # of each number of clues, and of each difficulty
MARKS = {"easy": "^", "medium": "D", "hard": "v"}  # of puzzles that cannot spare a clue
SHADES = {"clue": color("excluded"), "right": color("active"), "wrong": color("negative")}
CHECKPOINT = hashlib.sha256(files("altheory.nets").joinpath("sudoku.npz").read_bytes()).hexdigest()

COLUMNS = ("kind", "puzzle", "step", "cell", "digit", "state", "belief", "right")
COUNTS = ("clues", "solved", "of", "low", "high")


def data() -> Table:
    """Return two attempts cell by cell and step by step, and how many of others succeed."""
    from altheory.nets import sudoku_attempt

    network = sudoku_attempt.loaded()
    pools: Any = import_module("threadpoolctl")  # comes with scikit-learn; it knows what is loaded
    with pools.threadpool_limits(1):  # matrices this small only wait for more threads
        shown = (_shown(network, name, fails=fails) for name, fails in PAIR.items())
        rows = [row for rows in (*shown, _solved(network)) for row in rows]
    empty: dict[str, Cell] = dict.fromkeys((*COLUMNS, *COUNTS))
    return Table.of({**empty, **row} for row in rows)


def _shown(network: Any, difficulty: Any, *, fails: bool) -> Iterator[dict[str, Cell]]:
    """Yield the first attempt of this kind that fails, or that does not."""
    from altheory.nets import sudoku_attempt, sudoku_puzzles

    tries = (
        (sudoku_attempt.attempt(network, clues, STEPS), answer)
        for clues, answer in (
            sudoku_puzzles.puzzle(np.random.default_rng((SEED, 0, number)), difficulty)
            for number in count()
        )
    )
    found, answer = next(one for one in tries if (one[0].solved_at is None) == fails)
    yield from _told(difficulty, found, answer)


def _told(name: str, found: Any, answer: Any) -> Iterator[dict[str, Cell]]:
    """Yield an attempt: its cells at the steps that are shown, and its sums at each."""
    clues, beliefs = found.clues, found.beliefs.max(axis=2)
    empty = clues == 0
    yield {
        "kind": "puzzle",
        "puzzle": name,
        "clues": int(81 - empty.sum()),
        "solved": found.solved_at,
    }
    for step in range(1, STEPS + 1):
        own: dict[str, Cell] = {"puzzle": name, "step": step}
        right = found.proposal(step) == answer
        yield {
            "kind": "step",
            **own,
            "right": int(right[empty].sum()),
            "of": int(empty.sum()),
            "belief": round(float(beliefs[step - 1][empty].mean()), 4),
        }
        for cell in range(81) if step in SHOWN else ():
            yield {
                "kind": "cell",
                **own,
                "cell": cell,
                "digit": int(found.proposal(step)[cell]),
                "state": ("right" if right[cell] else "wrong") if empty[cell] else "clue",
                "belief": round(float(beliefs[step - 1, cell]), 4) if empty[cell] else 1.0,
            }


def _solved(network: Any) -> Iterator[dict[str, Cell]]:
    """Yield how many puzzles are solved: with so many clues, and as hard as said."""
    from altheory.nets import sudoku_attempt, sudoku_puzzles

    drawn: list[tuple[str, Any, Any]] = [
        *(("clues", sudoku_puzzles.puzzle_with, n) for n in CLUES),
        *((name, sudoku_puzzles.puzzle, name) for name in MARKS),
    ]
    for place, (kind, draw_one, wanted) in enumerate(drawn):
        rng = np.random.default_rng((SEED, 1, place))
        boards = [draw_one(rng, wanted)[0] for _ in range(PUZZLES)]
        tries = [sudoku_attempt.attempt(network, board, STEPS) for board in boards]
        solved = sum(one.solved_at is not None for one in tries)
        ends = clopper_pearson(solved, PUZZLES, 1 - LEVEL)
        yield {
            "kind": kind,
            "clues": round(sum(int((board > 0).sum()) for board in boards) / PUZZLES, 2),
            "solved": solved,
            "of": PUZZLES,
            "low": round(float(ends.lower), 4),
            "high": round(float(ends.upper), 4),
        }


def draw(table: Table) -> Figure:
    """Draw the boards of both puzzles, their sums step by step, and the shares solved."""
    wide = rcParams["figure.figsize"][0] > 5
    figure = canvas(height=0.88 if wide else 1.98)
    heights: Any = {"height_ratios": (1, 1, 1.4) if wide else (1, 1, 0.78)}
    parts: Any = figure.subfigures(3, 1, **heights)
    for part, about in zip(parts, _puzzles(table), strict=False):
        _boards(part, table, about, columns=6 if wide else 3)
    left, right = parts[2].subplots(1, 2)
    _sums(left, table)
    _shares(right, table)
    return figure


def _puzzles(table: Table) -> list[dict[str, Any]]:
    return [row for row in table.records if row["kind"] == "puzzle"]


def _steps(table: Table, about: dict[str, Any]) -> list[dict[str, Any]]:
    return [r for r in table.records if (r["kind"], r["puzzle"]) == ("step", about["puzzle"])]


def _end(table: Table, about: dict[str, Any]) -> str:
    last = _steps(table, about)[-1]
    if about["solved"] is None:
        return f"{last['of'] - last['right']} wrong digits at step {last['step']}"
    return f"solved at step {about['solved']}"


def _boards(part: SubFigure, table: Table, about: dict[str, Any], columns: int) -> None:
    """Draw what the network makes of one puzzle at the steps that are shown."""
    part.suptitle(f"{about['puzzle']}, {about['clues']} clues: {_end(table, about)}", size="medium")
    panels: Any = part.subplots(len(SHOWN) // columns, columns).ravel()
    points = 0.04 * 72 * rcParams["figure.figsize"][0] / columns  # of a digit, from its cell
    for ax, step in zip(panels, SHOWN, strict=True):
        where = ("cell", about["puzzle"], step)
        cells = [r for r in table.records if (r["kind"], r["puzzle"], r["step"]) == where]
        _board(ax, cells, points)
        ax.set_title(f"step {step}", size="small", pad=2)


def _board(ax: Axes, cells: list[dict[str, Any]], points: float) -> None:
    """Draw every digit, the darker its cell the surer, and struck out if it is wrong."""
    corners = [(row["cell"] % 9, row["cell"] // 9) for row in cells]
    shades = [_shade(row) for row in cells]
    squares = [Rectangle(corner, 1, 1) for corner in corners]
    ax.add_collection(PatchCollection(squares, facecolors=shades, linewidths=0))
    inks = ["white" if min(shade[:3]) < 0.5 and shade[3] > 0.45 else "black" for shade in shades]
    for digit in range(1, 10):
        own = [i for i, row in enumerate(cells) if row["digit"] == digit]
        at = zip(*((corners[i][0] + 0.5, corners[i][1] + 0.5) for i in own), strict=True)
        how: dict[str, Any] = {"s": points**2, "c": [inks[i] for i in own], "linewidths": 0}
        if own:
            ax.scatter(*at, marker=rf"$\mathrm{{{digit}}}$", zorder=3, **how)
    wrong = [i for i, row in enumerate(cells) if row["state"] == "wrong"]
    strokes = [[(x + 0.12, y + 0.88), (x + 0.88, y + 0.12)] for x, y in (corners[i] for i in wrong)]
    slim: dict[str, Any] = {"linewidths": 0.11 * points, "zorder": 2.5}
    ax.add_collection(LineCollection(strokes, colors=[inks[i] for i in wrong], **slim))
    thin = rcParams["axes.linewidth"]
    ends = [end for at in (0, 3, 6, 9) for end in ([(at, 0), (at, 9)], [(0, at), (9, at)])]
    ax.add_collection(LineCollection(ends, colors="black", linewidths=thin, clip_on=False))
    ax.set(xlim=(0, 9), ylim=(9, 0), aspect="equal")
    ax.axis("off")


def _shade(row: dict[str, Any]) -> tuple[float, ...]:
    """Return the color of a cell: that of its state, from nothing at a belief of 1/9."""
    strength = 1.0 if row["state"] == "clue" else 0.75 * max(0.0, row["belief"] * 9 - 1) / 8
    return to_rgba(SHADES[row["state"]], strength)


def _sums(ax: Axes, table: Table) -> None:
    """Draw the share of right digits and the mean belief of both puzzles."""
    size = 0.7 * rcParams["lines.markersize"]
    at = [step - 1 for step in SHOWN]
    for about in _puzzles(table):
        rows, marker = _steps(table, about), "s" if about["solved"] is None else "o"
        steps, shade = [row["step"] for row in rows], SHADES["wrong" if marker == "s" else "right"]
        right, belief = [r["right"] / r["of"] for r in rows], [r["belief"] for r in rows]
        how: dict[str, Any] = {"color": shade, "marker": marker, "ms": size, "markevery": at}
        ax.plot(steps, right, clip_on=False, **how)
        ax.plot(steps, belief, mfc="white", lw=0.4 * rcParams["lines.linewidth"], **how)
        middle = min(0.9, (right[-1] + belief[-1]) / 2)
        where: dict[str, Any] = {"va": "center", "ha": "right", "size": "small"}
        ax.text(STEPS, middle, about["puzzle"], color=shade, **where)
    for said, face in (("right", "black"), ("believed", "white")):
        ax.plot([], [], "o-", color="black", mfc=face, ms=size, label=said)
    ax.legend(loc="lower right", borderaxespad=0, handlelength=1.2, labelspacing=0.2)
    ax.set(xscale="log", xlabel="step", ylabel="share of cells", ylim=(0, 1.02))
    ax.set_xticks(SHOWN, map(str, SHOWN))
    ax.minorticks_off()


def _shares(ax: Axes, table: Table) -> None:
    """Draw the shares of puzzles solved, with intervals."""
    size = rcParams["lines.markersize"]
    for kind, marker in {"clues": "o", **MARKS}.items():
        rows = [row for row in table.records if row["kind"] == kind]
        xs, ys = [row["clues"] for row in rows], [row["solved"] / row["of"] for row in rows]
        ends = [row["low"] for row in rows], [row["high"] for row in rows]
        shade, face, said = (
            (color("active"), color("active"), None)
            if kind == "clues"
            else ("black", "white", kind)
        )
        ax.vlines(xs, *ends, color=shade, lw=0.6 * rcParams["lines.linewidth"])
        how: dict[str, Any] = {"color": shade, "mfc": face, "ms": 0.8 * size, "clip_on": False}
        ax.plot(xs, ys, marker, ls="none", label=said, zorder=3, **how)
    ax.legend(loc="lower right", borderaxespad=0, handletextpad=0.1, labelspacing=0.2)
    ax.set(xlabel="clues", ylabel="share solved", ylim=(0, 1.02))
    ax.set_xticks([24, 28, 32, 36, 40])


def alt(table: Table) -> str:
    """Tell both attempts, and the shares solved."""
    told = []
    for about in _puzzles(table):
        rows = _steps(table, about)
        at = "; ".join(
            f"step {row['step']}: {row['right']} of {row['of']}, mean belief {row['belief']:.2f}"
            for row in rows
            if row["step"] in SHOWN
        )
        told.append(f"{about['puzzle']}, {about['clues']} clues, {_end(table, about)}: right {at}")
    shares = {
        kind: [row for row in table.records if row["kind"] == kind] for kind in ("clues", *MARKS)
    }
    clues = ", ".join(f"{row['solved']} with {row['clues']:.0f}" for row in shares["clues"])
    named = ", ".join(f"{row['solved']} {name}" for name in MARKS for row in shares[name])
    return (
        f"Boards of two puzzles after {', '.join(map(str, SHOWN))} steps, wrong digits struck out. "
        f"{'. '.join(told)}. Of {PUZZLES} puzzles each are solved: {clues} clues; {named} ones."
    )


_BAND = (
    f"{float(LEVEL):.0%} interval of the probability that a puzzle is solved (Clopper-Pearson), of "
    f"each mark for itself, from {PUZZLES} puzzles"
)
_SAID = (
    "The graph network of the package, trained on easy puzzles. Boards: what it takes each cell to "
    "hold after message-passing steps, on the first easy puzzle drawn that it solves and the "
    "first hard one that it does not; gray: clues; blue: right; red, struck out: wrong; the paler, "
    "the less it believes it. Left: share of the empty cells that are right, and mean belief "
    "in the digits taken: on the hard puzzle it is surer than it is right. Right: puzzles "
    f"solved within {STEPS} steps against clues (circles: full boards thinned at random to so "
    "many clues; triangles and diamonds: puzzles that cannot spare a clue without getting harder, "
    f"at their mean number of clues). Bars: {_BAND}. How hard a puzzle is matters "
    "more than how few clues it has: of those that cannot spare one, easy puzzles are solved the "
    "most often and hard ones the least."
)

PLATE = Plate(
    title="A graph network on Sudokus, step by step",
    caption=_SAID.replace("95%", r"95\,\%"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=("sudoku/elimination-rounds", "sudoku/two-hops"),
    parameters={
        "shown": list(PAIR),
        "steps": STEPS,
        "clues": list(CLUES),
        "puzzles": PUZZLES,
        "level": float(LEVEL),
        "checkpoint": CHECKPOINT,
    },
    seed=SEED,
    replicates=PUZZLES,
    band=_BAND,
)

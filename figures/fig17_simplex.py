"""Figure 17: entropy, margin and least confidence on the simplex of three classes.

Of two classes all three scores rank instances alike, of three no two of them do.  Each panel
holds the two distributions of the claim: least confidence and margin ask about (1/2, 1/2, 0)
first, entropy about (.52, .24, .24).
"""

from collections.abc import Sequence
from itertools import combinations
from types import MappingProxyType
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.acquisition.uncertainty import entropy, least_confidence, margin
from altheory.plot.palette import color
from altheory.plot.simplex import place, simplex_field, simplex_verdicts
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

GRID = 96  # parts of a side; a multiple of 6, so ties of classes are on the grid
RANKED = 60  # of the grid whose pairs are ranked
BANDS = 9
TIE, SPREAD = (0.5, 0.5, 0.0), (0.52, 0.24, 0.24)
MARKS = MappingProxyType({"tie": "o", "spread": "D"})
SCORES = ("entropy", "margin", "least confidence")
DIGITS = 9


def data() -> Table:
    """Return the scores on a grid and at both points, and how often two scores disagree.

    ``more`` compares a distribution with the second point: how much more uncertain it is by
    each score, in parts of the range of the score.
    """
    probs = _grid(GRID)
    here = _uncertainty(np.array([SPREAD]))
    more = [some - own for some, own in zip(_uncertainty(probs), here, strict=True)]
    rows = [
        {**_row("grid", p, scores), **_named("more, ", further)}
        for p, scores, further in zip(
            probs, _by_point(_scores(probs)), _by_point(more), strict=True
        )
    ]
    some = {"tie": TIE, "spread": SPREAD, "middle": (1 / 3, 1 / 3, 1 / 3)}
    scores = _by_point(_scores(np.array(list(some.values()))))
    rows += [_row(kind, p, own) for (kind, p), own in zip(some.items(), scores, strict=True)]
    return Table.of([*rows, *_discordant()])


def _by_point(values: Sequence[Floats]) -> list[tuple[float, ...]]:
    return list(zip(*(np.round(one, DIGITS).tolist() for one in values), strict=True))


def _row(kind: str, probs: Any, scores: tuple[float, ...]) -> dict[str, Cell]:
    own = dict(zip(("p1", "p2", "p3"), map(float, probs), strict=True))
    return {**_empty(kind), **own, **_named("", scores)}


def _named(prefix: str, values: tuple[float, ...]) -> dict[str, Cell]:
    return {f"{prefix}{name}": value for name, value in zip(SCORES, values, strict=True)}


def _empty(kind: str) -> dict[str, Cell]:
    more = (f"more, {name}" for name in SCORES)
    return {"kind": kind, **dict.fromkeys(("p1", "p2", "p3", *SCORES, *more, "opposite"))}


def _scores(probs: Floats) -> tuple[Floats, Floats, Floats]:
    return entropy(probs), margin(probs), least_confidence(probs)


def _uncertainty(probs: Floats) -> tuple[Floats, Floats, Floats]:
    """Return scores that grow with uncertainty, in parts of their range."""
    bits, gap, doubt = _scores(probs)
    return bits / np.log2(3), 1 - gap, 1.5 * doubt


def _grid(parts: int) -> Floats:
    """Return all distributions whose probabilities are multiples of one over ``parts``."""
    i, j = np.array([(i, j) for i in range(parts + 1) for j in range(parts + 1 - i)]).T
    return np.stack([i, j, parts - i - j], axis=1) / parts


def _discordant() -> list[dict[str, Cell]]:
    """Return the share of pairs of the grid that two scores order in opposite ways."""
    probs = _grid(RANKED)
    inner = probs[(np.diff(probs, axis=1) <= 0).all(axis=1)]  # one of all orders of the classes
    weights = np.array([_orders(p) for p in inner.tolist()])
    signs = [_signs(some) for some in _uncertainty(inner)]
    pairs = weights.sum() ** 2 - weights.sum()
    rows: list[dict[str, Cell]] = []
    for (a, one), (b, other) in combinations(zip(SCORES, signs, strict=True), 2):
        share = float(weights @ (one * other < 0) @ weights / pairs)
        rows.append({**_empty(f"{a}, {b}"), "opposite": round(share, DIGITS)})
    return rows


def _orders(p: list[float]) -> int:
    return {1: 1, 2: 3, 3: 6}[len(set(p))]


def _signs(values: Floats) -> Floats:
    gaps = values[:, None] - values[None]
    return np.sign(np.where(np.abs(gaps) < 1e-12, 0.0, gaps))


def named(table: Table) -> dict[str, dict[str, Any]]:
    """Return the rows that are not of the grid, by what they show."""
    return {row["kind"]: row for row in table.records if row["kind"] != "grid"}


def _probs(row: dict[str, Any]) -> tuple[float, float, float]:
    return row["p1"], row["p2"], row["p3"]


def draw(table: Table) -> Figure:
    """Draw a panel for each score, and one for where they disagree."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.265 if wide else 1.02)
    panels: Any = figure.subplots(*((1, 4) if wide else (2, 2))).ravel()
    cells = [row for row in table.records if row["kind"] == "grid"]
    probs = [_probs(row) for row in cells]
    known = named(table)
    for ax, name in zip(panels, SCORES, strict=False):
        sign = -1 if name == "margin" else 1
        values = [sign * row[name] for row in cells]
        top = abs(known["middle"][name]) if sign == 1 else 1.0
        levels = sorted(sign * top * band / BANDS for band in range(BANDS + 1))
        levels[-1] += 1e-9  # the last band holds its end
        simplex_field(ax, probs, values, levels=levels, bold=sign * known["spread"][name])
        ax.set_title(name, pad=3)
    more = [[row[f"more, {name}"] for row in cells] for name in SCORES]
    simplex_verdicts(panels[3], probs, more)
    panels[3].set_title("disagreement", pad=3)
    for ax in panels:
        _points(ax, known)
    return figure


def _points(ax: Axes, known: dict[str, dict[str, Any]]) -> None:
    for name, marker in MARKS.items():
        x, y = place(_probs(known[name])).tolist()
        how: dict[str, Any] = {"mfc": "white", "mec": color("theory"), "zorder": 6.0}
        ax.plot(x, y, marker, ms=0.9 * rcParams["lines.markersize"], clip_on=False, **how)


def alt(table: Table) -> str:
    """Tell the scores of both points, and how often two scores disagree."""
    known = named(table)
    told = [
        f"at ({', '.join(f'{p:g}' for p in _probs(known[name]))}), a {shape}: "
        + ", ".join(f"{score} {known[name][score]:.3f}" for score in SCORES)
        for name, shape in (("tie", "disk"), ("spread", "diamond"))
    ]
    pairs = [
        f"{key.replace(', ', ' and ')} {row['opposite']:.1%}"
        for key, row in known.items()
        if row["opposite"] is not None
    ]
    return (
        "Four triangles of distributions over three classes. Three hold the level curves of "
        "entropy, round about the middle; of margin, bands along the medians, where two classes "
        "tie for the lead; and of least confidence, cut straight across each corner. Two points "
        f"are marked: {'; '.join(told)}. The fourth is amber wherever the three scores do not all "
        "say alike whether a distribution or the diamond is the more uncertain. Pairs that two "
        f"scores put in opposite orders: {'; '.join(pairs)}."
    )


_SAID = (
    "Three scores of uncertainty on the simplex of three classes; a corner is sure of its class. "
    f"Lighter: more uncertain, in {BANDS} equal bands up to the most, which is log2 3 bits, a "
    "margin of 0, a least confidence of 2/3. Disk: (1/2, 1/2, 0), diamond: (.52, .24, .24); black: "
    "the level of the diamond. Margin and least confidence ask about the disk first, entropy about "
    "the diamond. Last panel: white where all three scores hold a distribution for more uncertain "
    "than the diamond, gray for less, amber where they disagree. Computed on a grid "
    f"of {GRID} parts a side."
)

PLATE = Plate(
    title="Entropy, margin and least confidence for three classes",
    caption=_SAID.replace("log2 3", r"$\log_2 3$")
    .replace("(1/2, 1/2, 0)", "$(1/2, 1/2, 0)$")
    .replace("(.52, .24, .24)", "$(.52, .24, .24)$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "acquisition/entropy/maximum",
        "acquisition/least-confidence-is-not-entropy",
        "lectures/least-confidence-or-entropy",
    ),
    parameters={"grid": GRID, "grid of pairs": RANKED},
)

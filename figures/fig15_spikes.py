r"""Figure 15: spikes of harmonic functions with few labels.

Two labels on a lattice in the unit cube.  On a line the harmonic solution interpolates; in
higher dimension it is nearly one constant, with a spike at each label, the more so the more
unlabeled nodes there are [nadler2009]_.  Where labels fill two whole slices instead, it is
the function of the line in every dimension.
"""

import re
from collections.abc import Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.neighbors import epsilon_graph
from altheory.plot.series import Series, from_table, to_table, trace, write_beside
from altheory.plot.sphere import disk
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.protocols import Floats, Label
from figures.plate import Plate

SIDES: Mapping[int, tuple[int, ...]] = MappingProxyType(
    {  # nodes along an edge of the cube, one more than a multiple of 4
        1: tuple(2**k + 1 for k in range(5, 13)),
        2: (5, 9, 17, 33, 65),
        3: (5, 9, 13, 17),
    }
)
LABELS: Mapping[Label, Fraction] = MappingProxyType({-1: Fraction(1, 4), 1: Fraction(3, 4)})
NEAR = 0.1  # to the mean
DRAWN = 64  # nodes of a curve


def data() -> Table:
    """Return f along the line through both labels, and the shares of nodes near the mean."""
    series = [_along(d, sides[-1]) for d, sides in SIDES.items()]
    series += [_shares(d, sides) for d, sides in SIDES.items()]
    return to_table([*series, _along(3, SIDES[3][-1], slices=True)])


def _solution(d: int, side: int, *, slices: bool = False) -> tuple[Floats, Any]:
    """Return f on the lattice, ``float64[side, ...]``, and which nodes are labeled.

    The labels are -1 at (1/4, 1/2, ...) and +1 at (3/4, 1/2, ...), or on all nodes that share
    these first coordinates.
    """
    shape = (side,) * d
    rest = (slice(None) if slices else (side - 1) // 2,) * (d - 1)
    marked = np.zeros(shape, dtype=np.int8)
    for y, x in LABELS.items():
        marked[(int(x * (side - 1)), *rest)] = y
    labeled = np.flatnonzero(marked)
    lattice = epsilon_graph(np.indices(shape).reshape(d, -1).T, 1.2)  # all weights alike
    found = harmonic(lattice, labeled, (marked.ravel()[labeled] + 1) / 2)
    return found.f.reshape(shape), marked != 0


def _along(d: int, side: int, *, slices: bool = False) -> Series:
    """Return f on the line through both labels, at no more than ``DRAWN`` nodes."""
    f, _ = _solution(d, side, slices=slices)
    middle: Any = (slice(None), *[(side - 1) // 2] * (d - 1))
    ys = f[middle].tolist()
    kept = range(0, side, max(1, (side - 1) // DRAWN))
    xs = tuple(i / (side - 1) for i in kept)
    name = f"f, d = {d}" + (", slices" if slices else "")
    return Series(name, "exact", "theory", xs, tuple(round(ys[i], 9) for i in kept))


def _shares(d: int, sides: tuple[int, ...]) -> Series:
    """Return the share of unlabeled nodes whose value is near the mean, by number of nodes."""
    shares: list[float] = []
    for side in sides:
        f, labeled = _solution(d, side)
        rest = f[~labeled]
        shares.append(float(np.mean(np.abs(rest - rest.mean()) <= NEAR)))
    nodes = tuple(float(side**d) for side in sides)
    return Series(f"share, d = {d}", "exact", "theory", nodes, tuple(shares))


def draw(table: Table) -> Figure:
    """Draw f along the line through both labels, and the shares."""
    figure = canvas(height=0.62)
    left, right = figure.subplots(1, 2, width_ratios=(0.54, 0.46))
    named = {one.name: one for one in from_table(table)}
    for name, one in named.items():
        (line,) = trace(left if name.startswith("f") else right, one)
        line.set(lw=0.6 * rcParams["lines.linewidth"], clip_on=False, **_mark(name))
    _functions(left, named)
    _near(right, named)
    return figure


def _mark(name: str) -> dict[str, Any]:
    """Return how nodes are marked: not where they are many, open where slices are labeled."""
    size = rcParams["lines.markersize"]
    if name.endswith("slices"):
        return {"marker": "s", "ms": 0.75 * size, "mfc": "white", "mew": 0.15 * size, "ls": "none"}
    return {} if name in ("f, d = 1", "f, d = 2") else {"marker": "o", "ms": 0.5 * size}


def _functions(ax: Axes, named: dict[str, Series]) -> None:
    """Mark the labels and write each dimension on its curve."""
    for y, x in LABELS.items():
        disk(ax, (float(x), float(y > 0)), y, 0.72)
    ax.set(xlabel="position $x_1$", ylabel="soft label $f$", xlim=(0, 1), ylim=(-0.04, 1.04))
    ax.set_xticks([0, 0.5, 1], ["0", "1/2", "1"])
    ax.set_yticks([0, 0.5, 1], ["0", "1/2", "1"])
    how: dict[str, Any] = {"color": "black", "size": rcParams["xtick.labelsize"]}
    write_beside(ax, named["f, d = 1"], "$d = 1$", at=0.66, shift=(-0.7, 0.2), ha="right", **how)
    write_beside(ax, named["f, d = 2"], "$2$", at=0.93, shift=(0.4, 0.3), ha="center", **how)
    write_beside(ax, named["f, d = 3"], "$3$", at=0.93, shift=(0.4, -1.1), ha="center", **how)


def _near(ax: Axes, named: dict[str, Series]) -> None:
    """Scale the shares and write each dimension on its curve."""
    ax.set(xscale="log", xlabel="nodes $n$", ylabel=f"share within {NEAR} of mean", ylim=(0, 1.02))
    how: dict[str, Any] = {"color": "black", "size": rcParams["xtick.labelsize"]}
    write_beside(ax, named["share, d = 3"], "$d = 3$", at=5e3, shift=(0, -1.2), ha="right", **how)
    write_beside(ax, named["share, d = 2"], "$2$", at=5e3, shift=(0, 0.4), ha="center", **how)
    write_beside(ax, named["share, d = 1"], "$1$", at=5e3, shift=(0, 0.4), ha="center", **how)


def alt(table: Table) -> str:
    """Tell f beside the positive label, and the shares on the largest lattices."""
    named = {one.name: one for one in from_table(table)}
    ends = "; ".join(f"{named[f'f, d = {d}'].ys[-1]:.3f} in dimension {d}" for d in SIDES)
    shares = [named[f"share, d = {d}"] for d in SIDES]
    told = "; ".join(
        f"dimension {d} from {one.ys[0]:.2f} at {one.xs[0]:.0f} to {one.ys[-1]:.2f} at "
        f"{one.xs[-1]:,.0f}"
        for d, one in zip(SIDES, shares, strict=True)
    )
    return (
        "Left: soft labels f against the position between 0 and 1 along the line through a "
        "negative label at 1/4 and a positive label at 3/4. In dimension 1 f is 0 up to the first "
        "label, then a straight line up to 1 at the second, and 1 beyond; in dimensions 2 and 3 "
        "it has a narrow spike at each label and is flat elsewhere, closer to 1/2 the higher the "
        f"dimension. At the right end it is {ends}. With whole slices labeled, dimension 3 gives "
        "the curve of dimension 1. Right: the share of unlabeled nodes within "
        f"{NEAR} of the mean against the number of nodes, on a log scale: {told}."
    )


_SAID = (
    "Harmonic solutions on lattices in the unit cube of dimension d, with a label 0 at (1/4, 1/2, "
    "...) and a label 1 at (3/4, 1/2, ...). Left: the soft label f on the line through both, on "
    f"{', '.join(f'{sides[-1]}^{d}' for d, sides in SIDES.items())} nodes. On a line the labels "
    "are interpolated; beyond it f is nearly one constant, with a spike at each label. Squares: "
    "d = 3 with all nodes of the two slices labeled, which is the curve of d = 1. Right: the share "
    f"of unlabeled nodes whose value is within {NEAR} of the mean, against the number of nodes. "
    "More unlabeled nodes without more labels make f flatter for d > 1 and change nothing for "
    "d = 1. Every value is exact up to a proved error below 1e-9; lines join what belongs together."
)

PLATE = Plate(
    title="Spikes of harmonic functions",
    caption=re.sub(
        r"\b(d (?:=|>) 1|d = 3|\d+\^\d|1/4, 1/2, \.\.\.|3/4, 1/2, \.\.\.)", r"$\1$", _SAID
    )
    .replace("...", r"\dots")
    .replace("dimension d", "dimension $d$")
    .replace("label f", "label $f$")
    .replace("it f is", "it $f$ is")
    .replace("make f", "make $f$")
    .replace("1e-9", "$10^{-9}$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "graphs/harmonic/range",
        "graphs/harmonic/unique",
        "graphs/spikes/cube",
        "graphs/spikes/torus",
    ),
    parameters={"sides": {str(d): sides for d, sides in SIDES.items()}, "near": NEAR},
)

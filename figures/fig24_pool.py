"""Figure 24: batches by uncertainty, density and core-set on one pool, and random ones.

One instance of each class is labeled, and the model is as sure as an instance is nearer to one of
them.  Uncertainty follows the boundary, weighted by density it stays where the pool is dense,
and the core-set covers the pool and does not look at the model.
"""

from collections.abc import Mapping, Sequence
from types import MappingProxyType
from typing import Any

import numpy as np
from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.acquisition.calibration import softmax
from altheory.acquisition.density import gaussian, information_density
from altheory.acquisition.farthest_first import k_center, k_center_bound
from altheory.acquisition.selection import top_k
from altheory.acquisition.uncertainty import entropy
from altheory.plot.palette import SIGNS, color, stroke
from altheory.plot.pool_batch import pool_batch
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Floats
from figures.plate import Plate

SEED = 24
BATCH, REPLICATES = 8, 300
BANDWIDTH = 0.5
GROUPS: Sequence[tuple[tuple[float, float], float, int]] = (  # middle, spread, instances
    ((-2.2, 0.0), 0.6, 60),
    ((2.2, 0.0), 0.6, 60),
    ((0.45, 1.2), 0.24, 30),
)
ALONG, SCATTERED = 10, 8  # uniform on a strip along the boundary, and on the box
STRIP, BOX = (0.15, 2.3), (3.8, 2.3)
TEMPERATURE = 2.0
FRAME = (-4.1, 4.1), (-2.5, 2.5)
LABELED = (0, 60)  # the first of each large group, moved to its middle
NAMES = MappingProxyType({"uncertainty": "uncertainty", "density": "density", "core": "core-set"})
MARKS: Mapping[str, Mapping[str, Any]] = MappingProxyType(
    {
        "uncertainty": {"marker": "D", "mfc": "white"},
        "density": {"marker": "^", "mfc": color("active")},
        "core": {"marker": "o", "mfc": color("active")},
    }
)


def data() -> Table:
    """Return the pool with its entropies, the batches, and what each batch is like."""
    rng = np.random.default_rng(SEED)
    X = _pool(rng)
    bits = entropy(softmax(_logits(X), TEMPERATURE))
    batches = _batches(X, bits)
    free = [i for i in range(len(X)) if i not in LABELED]
    chances = (rng.choice(free, BATCH, replace=False).tolist() for _ in range(REPLICATES))
    rows = [
        _row("pool", node=i, x=x, y=y, bits=round(float(bits[i]), 9))
        for i, (x, y) in enumerate(X.tolist())
    ]
    rows += [_row(kind, node=int(i)) for kind, batch in batches.items() for i in batch]
    rows += [_measured(f"measured, {kind}", X, bits, batch) for kind, batch in batches.items()]
    rows += [_measured("random", X, bits, batch) for batch in chances]
    found = k_center(X, len(LABELED) + BATCH, LABELED)
    return Table.of([*rows, _row("bound", radius=round(k_center_bound(X, found), 9))])


def _row(kind: str, **cells: Cell) -> dict[str, Cell]:
    empty: dict[str, Cell] = dict.fromkeys(("node", "x", "y", "bits", "radius"))
    return {"kind": kind, **empty, **cells}


def _pool(rng: np.random.Generator) -> Floats:
    """Return groups of different density, and some instances scattered about."""
    groups = [np.add(m, s * rng.standard_normal((n, 2))) for m, s, n in GROUPS]
    boxes = ((ALONG, STRIP), (SCATTERED, BOX))
    pool = np.concatenate([*groups, *(rng.uniform(-1, 1, (n, 2)) * box for n, box in boxes)])
    pool[list(LABELED)] = [m for m, *_ in GROUPS[: len(LABELED)]]
    return np.round(pool, 3)


def _logits(X: Floats) -> Floats:
    """Return minus half the squared distances to the labeled instances."""
    gaps = X[:, None] - X[list(LABELED)]
    result: Floats = -(gaps**2).sum(axis=2) / 2
    return result


def _batches(X: Floats, bits: Floats) -> dict[str, tuple[int, ...]]:
    weighted = information_density(bits, X, similarity=gaussian(BANDWIDTH))
    scores = {"uncertainty": bits.copy(), "density": weighted}
    for one in scores.values():
        one[list(LABELED)] = np.nan  # no candidates
    taken = {kind: top_k(one, BATCH).indices for kind, one in scores.items()}
    centers = k_center(X, len(LABELED) + BATCH, LABELED)
    return {**taken, "core": centers.indices[len(LABELED) :]}


def _measured(kind: str, X: Floats, bits: Floats, batch: Sequence[int]) -> dict[str, Cell]:
    """Return the mean entropy, and how far the pool is from the batch and the labels."""
    every = [*LABELED, *map(int, batch)]
    radius = k_center(X, len(every), every).radius
    mean = float(np.mean(bits[list(batch)]))
    return _row(kind, bits=round(mean, 9), radius=round(radius, 9))


def batch(table: Table, kind: str) -> list[int]:
    """Return the instances of a batch, in the order in which they are taken."""
    return [row["node"] for row in table.records if row["kind"] == kind]


def measured(table: Table, kind: str) -> list[tuple[float, float]]:
    """Return the mean entropy and the radius of all batches of a kind."""
    return [(row["bits"], row["radius"]) for row in table.records if row["kind"] == kind]


def draw(table: Table) -> Figure:
    """Draw each batch on the pool, and all of them by entropy and radius."""
    wide = rcParams["figure.figsize"][0] > 6
    figure = canvas(height=0.22 if wide else 0.78)
    panels: Any = figure.subplots(*((1, 4) if wide else (2, 2))).ravel()
    pool = [row for row in table.records if row["kind"] == "pool"]
    small = 0.8 * rcParams["lines.markersize"]
    points = [(row["x"], row["y"]) for row in pool]
    for ax, (kind, name) in zip(panels, NAMES.items(), strict=False):
        _labeled(ax, points)
        values = [row["bits"] for row in pool]
        pool_batch(ax, points, batch(table, kind), values=values, ms=small, **MARKS[kind])
        ax.set(xlim=FRAME[0], ylim=FRAME[1], aspect="equal")
        ax.axis("off")
        ax.set_title(name, pad=2)
    _compared(panels[3], table)
    return figure


def _labeled(ax: Axes, points: Sequence[tuple[float, float]]) -> None:
    """Draw both labeled instances with their signs."""
    size = 1.5 * rcParams["lines.markersize"]
    for i, (meaning, sign) in zip(LABELED, (SIGNS[-1], SIGNS[1]), strict=True):
        how: dict[str, Any] = {"mec": "white", "zorder": 5.0}
        ax.plot(*points[i], "o", ms=size, mfc=color(meaning), mew=0, **how)
        ax.plot(*points[i], sign, ms=0.6 * size, mew=0.15 * size, **how)


def _compared(ax: Axes, table: Table) -> None:
    """Draw entropy against radius, random batches small, and what no batch is below."""
    size = rcParams["lines.markersize"]
    chances = zip(*measured(table, "random"), strict=True)
    ax.plot(*chances, "s", ms=0.4 * size, mew=0, mfc=color("passive"), alpha=0.35, zorder=2.0)
    for kind in NAMES:
        ((x, y),) = measured(table, f"measured, {kind}")
        how: dict[str, Any] = {"mec": "black", "mew": 0.12 * size, "zorder": 5.0}
        ax.plot(x, y, ls="none", clip_on=False, **how, **MARKS[kind])
    (bound,) = (row["radius"] for row in table.records if row["kind"] == "bound")
    ax.axhline(bound, color="black", lw=rcParams["axes.linewidth"], **stroke("bound"))
    how = {"size": rcParams["xtick.labelsize"], "ha": "right"}
    ax.text(0.97, bound, "no batch is below", va="bottom", **how)
    ax.text(0.97, 2.4, "random", va="center", color=color("passive"), **how)
    ax.set(xlabel="mean entropy (bits)", ylabel="radius", xlim=(0, 1.02), ylim=(0, None))


def alt(table: Table) -> str:
    """Tell the entropy and the radius of each batch, and the range of random ones."""
    told: list[str] = []
    for kind, name in NAMES.items():
        ((bits, radius),) = measured(table, f"measured, {kind}")
        told.append(f"{name} {bits:.3f} bits and radius {radius:.2f}")
    chances = measured(table, "random")
    lows, highs = ([f(ends) for ends in zip(*chances, strict=True)] for f in (min, max))
    (bound,) = (row["radius"] for row in table.records if row["kind"] == "bound")
    return (
        "One pool drawn three times: two large groups on the left and on the right with a labeled "
        "instance each, a small dense group close to the boundary between them, a few instances "
        f"along the boundary and a few far out. Marked are batches of {BATCH}. Beside it every "
        "batch by the mean entropy of its instances and the largest distance of the pool from it "
        f"or a label: {'; '.join(told)}; {len(chances)} random batches {lows[0]:.3f} to "
        f"{highs[0]:.3f} bits and radius {lows[1]:.2f} to {highs[1]:.2f}. No batch has a "
        f"radius below {bound:.2f}."
    )


_SAID = (
    f"Batches of {BATCH} from one pool, colored by entropy (the lighter, the more uncertain); the "
    "log odds of the model are the difference of the squared distances from the two labels, over "
    f"{2 * TEMPERATURE:g}. Uncertainty: largest entropies; density: entropy times mean Gaussian "
    f"similarity to the pool (width {BANDWIDTH}); core-set: farthest-first from the labels, blind "
    "to the model. Last panel: mean entropy of a batch, and the radius, the largest distance of an "
    f"instance from batch and labels; squares: {REPLICATES} random batches, one of which covers "
    "the pool a little better than the core-set, which is greedy. Dashed: certified; no "
    f"{BATCH + len(LABELED)} instances have a smaller radius."
)

PLATE = Plate(
    title="Uncertainty, density and core-set batches on one pool",
    caption=_SAID,
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "acquisition/density/rare-group",
        "acquisition/k-center/certificate",
        "acquisition/k-center/factor",
    ),
    parameters={
        "batch": BATCH,
        "bandwidth": BANDWIDTH,
        "groups": [[list(middle), spread, n] for middle, spread, n in GROUPS],
        "along the boundary": ALONG,
        "scattered": SCATTERED,
        "temperature": TEMPERATURE,
    },
    seed=SEED,
    replicates=REPLICATES,
)

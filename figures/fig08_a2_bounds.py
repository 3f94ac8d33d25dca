"""Figure 8: what A2 pays for the bound it trusts, and from which accuracy on it beats passive.

Every marker is A2 itself on thresholds with classification noise, every passive size the least
sample at which the same theorem gives the same guarantee.  So the ratio of both compares the
learners and not the theorems.
"""

from collections.abc import Sequence
from fractions import Fraction
from itertools import pairwise
from math import exp, log

from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.bounds._uniform import uniform
from altheory.hypotheses.thresholds import Thresholds
from altheory.plot.label_complexity import label_complexity as draw_label_complexity
from altheory.plot.palette import color
from altheory.plot.series import Series, from_table, to_table, write_beside
from altheory.plot.simulated import simulated
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.simulation.agnostic import least_sample
from altheory.simulation.sweep import LEVEL, label_complexity
from figures.plate import Plate

# what a bound is called, and how far above its last marker that is written
NAMES = {
    "vc-anthony-bartlett": ("VC (Anthony, Bartlett)", 0.0),
    "dkw": ("DKW, two chains", 0.35),
    "relative-vc": ("relative VC", -0.3),
    "dkw-pinned": ("DKW, pinned", 0.15),
    "random-walk": ("exact walk", -0.35),
}
NOISE = Fraction(1, 20)
DELTA = Fraction(1, 20)
DECADES = 4
REPLICATES = 16
SEED = 20261122


def data() -> Table:
    """Return the labels of A2 and of passive learning under each bound."""
    goals = [Fraction(f"{10 ** (-k / 2):.6g}") for k in range(1, 2 * DECADES + 1)]
    return to_table([*(_active(b, goals) for b in NAMES), *(_passive(b, goals) for b in NAMES)])


def _active(bound: str, goals: Sequence[Fraction]) -> Series:
    curve = label_complexity(
        Thresholds(),
        learner="a2",
        bound=bound,
        delta=DELTA,
        noise=f"classification:{NOISE}",
        epsilons=goals,
        replicates=REPLICATES,
        rng=SEED,
    )
    means = simulated(curve, "active")
    return Series(bound, "simulation", "active", means.xs, means.ys, means.low, means.high)


def _passive(bound: str, goals: Sequence[Fraction]) -> Series:
    theorem = uniform(bound, Thresholds())
    sizes = tuple(float(least_sample(theorem, epsilon, DELTA)) for epsilon in goals)
    return Series(f"passive, {bound}", "bound", "passive", tuple(map(float, goals)), sizes)


def draw(table: Table) -> Figure:
    """Draw labels above, and below how many times as many the passive learner pays."""
    figure = canvas(height=1.35)
    above, below = figure.subplots(2, 1, sharex=True, height_ratios=(3, 2))
    active, passive = _sides(table)
    draw_label_complexity(above, [*active.values(), passive["dkw"]])
    above.set_xlabel("")
    _draw_names(above, active, passive["dkw"])
    _draw_ratios(below, active, passive)
    return figure


def _sides(table: Table) -> tuple[dict[str, Series], dict[str, Series]]:
    """Return the series of A2 and of passive learning by their bounds."""
    named = {one.name: one for one in from_table(table)}
    return {b: named[b] for b in NAMES}, {b: named[f"passive, {b}"] for b in NAMES}


def _draw_names(ax: Axes, active: dict[str, Series], passive: Series) -> None:
    """Write each bound beside its last marker, and leave room for that."""
    for bound, one in active.items():
        name, up = NAMES[bound]
        write_beside(ax, one, name, at=one.xs[-1], shift=(0.7, up), va="center")
    shade = color("theory")
    write_beside(ax, passive, "passive, DKW", at=3e-3, shift=(0.6, 0.2), va="top", color=shade)
    ax.set(xlim=(0.4, 1e-7), ylim=(200, 3e7))


def _draw_ratios(ax: Axes, active: dict[str, Series], passive: dict[str, Series]) -> None:
    """Draw passive over active labels, and where the ratio is one."""
    for bound, one in active.items():
        ratios = tuple(p / a for a, p in zip(one.ys, passive[bound].ys, strict=True))
        ax.plot(one.xs, ratios, color=color("active"), marker="o", mec="white", lw=0.6)
        crossing = crossover(one, passive[bound])
        if crossing is not None:
            ax.plot([crossing], [1], color=color("theory"), marker="D", ls="none", zorder=5)
    for bound in ("relative-vc", "vc-anthony-bartlett", "dkw-pinned"):
        one = active[bound]
        ratios = tuple(p / a for a, p in zip(one.ys, passive[bound].ys, strict=True))
        shown = Series(bound, "exact", "active", one.xs, ratios)
        write_beside(ax, shown, NAMES[bound][0], at=one.xs[-1], shift=(0.7, 0), va="center")
    ax.axhline(1, color=color("theory"), lw=0.6, ls="--")
    ax.set(xscale="log", yscale="log", xlabel=r"guaranteed excess error $\epsilon$")
    ax.set_xticks([10.0**-k for k in range(1, DECADES + 1)])  # nothing is known beyond
    ax.minorticks_off()
    ax.set_ylabel("passive / active labels\nunder the same bound")


def crossover(active: Series, passive: Series) -> float | None:
    """Return where both cost the same, by interpolation of logarithms, None if nowhere."""
    gaps = [log(p / a) for a, p in zip(active.ys, passive.ys, strict=True)]
    for (x, g), (z, h) in pairwise(zip(active.xs, gaps, strict=True)):
        if g < 0 <= h:
            return exp(log(x) + (log(z) - log(x)) * g / (g - h))
    return None


def alt(table: Table) -> str:
    """Tell what A2 pays under each bound at both ends, and where it beats passive learning."""
    active, passive = _sides(table)
    told: list[str] = []
    for bound, one in active.items():
        cross = crossover(one, passive[bound])
        met = "throughout" if cross is None else f"below {cross:.2g}"
        told.append(
            f"{NAMES[bound][0]} from {one.ys[0]:,.0f} to {one.ys[-1]:,.0f}, fewer than passive "
            f"learning with the same bound {met}"
        )
    ends = active["dkw"].xs
    return (
        f"Labels of A2 on thresholds with {float(NOISE):.0%} classification noise, both axes on "
        f"log scales, the excess error falling from {ends[0]:g} to {ends[-1]:g}: "
        f"{'; '.join(told)}. Passive learning rises with slope two and leaves them all behind."
    )


CAPTION = (
    "Above: labels of A2 on thresholds, classification noise .05, delta = .05, under five uniform "
    "theorems; bands of the mean. Dashed: the least sample at which DKW guarantees the same for "
    "passive learning. Below: that size under each bound over A2's labels; diamonds mark where "
    "both are equal. Left of its diamond A2 is the worse choice under the same theorem."
)

PLATE = Plate(
    title="Labels of A2 by bound",
    caption=CAPTION.replace("delta", r"$\delta$"),
    plain=CAPTION,
    data=data,
    draw=draw,
    alt=alt,
    claims=("a2/thresholds/crossover", "a2/thresholds/labels", "bounds/dkw/risk"),
    parameters={"noise": str(NOISE), "delta": str(DELTA), "bounds": list(NAMES)},
    seed=SEED,
    replicates=REPLICATES,
    band=f"{LEVEL:.0%} interval of each mean by the normal approximation, {REPLICATES} replicates",
)

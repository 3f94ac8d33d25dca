r"""Figure 6: what CAL pays on the sphere, exactly: its constants, and its labels at any length.

The number of labels in a stream of n grows like :math:`c_d \ln n`.  Above the constants
for each dimension, in labels per nat of :math:`1/\varepsilon`, between what information
demands and what the theory allows.  Below the means themselves, which approach that slope
slowly, from far underneath: the additive constant is large and negative.
"""

from collections.abc import Mapping
from dataclasses import replace
from math import log, pi, sqrt
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure
from matplotlib.ticker import NullFormatter

from altheory.hypotheses.sphere import SphereSeparators
from altheory.plot.palette import color, stroke
from altheory.plot.series import Series, from_table, to_table, trace, write_beside
from altheory.plot.simulated import simulated
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.simulation.sweep import LEVEL, label_complexity
from altheory.theory.sphere_cal import cal_constant, cal_expected_queries
from altheory.theory.sphere_information import theta_sphere
from figures.plate import Plate

DIMENSIONS = (*range(2, 31), *range(32, 61, 2), *range(65, 101, 5))
STREAMS = (2, 3, 4, 6, 8)  # the dimensions below
DECADES = 10
LENGTHS = (10**3, 10**5, 10**7, 10**10)
REPLICATES = 40
SEED = 20261122


def data() -> Table:
    """Return the constants and what bounds them, and the means with some simulations."""
    dimensions = tuple(map(float, DIMENSIONS))
    constants = tuple(float(cal_constant(d)) for d in DIMENSIONS)
    theta = tuple(float(theta_sphere(d)) * d for d in DIMENSIONS)
    ratios = tuple(c / bound for c, bound in zip(constants, theta, strict=True))
    return to_table(
        [
            Series("constant", "exact", "active", dimensions, constants),
            Series("theta times d", "bound", "theory", dimensions, theta),
            Series("growth", "asymptote", "theory", dimensions, tuple(map(_growth, DIMENSIONS))),
            Series("information", "bound", "theory", dimensions, tuple(map(_least, DIMENSIONS))),
            Series("ratio", "exact", "active", dimensions, ratios),
            *map(_means, STREAMS),
            *map(_simulated, STREAMS),
        ]
    )


def _growth(d: int) -> float:
    return sqrt(2 * pi / 3 * d**3)


def _least(d: int) -> float:
    """Return the labels that d - 1 coordinates cost, each one bit a label: a nat is 1/ln 2 bits."""
    return (d - 1) / log(2)


def _means(d: int) -> Series:
    """Return the exact mean at about 8 lengths a decade."""
    lengths = sorted({round(10 ** (k / 8)) for k in range(8 * DECADES + 1)})
    means = tuple(float(cal_expected_queries(d, n)) for n in lengths)
    return Series(f"d = {d}", "exact", "active", tuple(map(float, lengths)), means)


def _simulated(d: int) -> Series:
    curve = label_complexity(
        SphereSeparators(d), learner="cal", streams=LENGTHS, replicates=REPLICATES, rng=SEED
    )
    return replace(simulated(curve, "active"), name=f"d = {d}, simulated")


def draw(table: Table) -> Figure:
    """Draw constants, their ratio to the bound, and the means."""
    figure = canvas(height=1.5)
    above, middle, below = figure.subplots(3, height_ratios=(0.46, 0.16, 0.38))
    named = {one.name: one for one in from_table(table)}
    for name in ("theta times d", "growth", "constant", "information"):
        trace(above, named[name])
    trace(middle, named["ratio"])
    for one in named.values():
        if one.name.startswith("d = "):
            trace(below, one)
    _constants(above, named)
    _ratio(middle)
    _streams(below, named)
    return figure


def _constants(ax: Axes, named: Mapping[str, Series]) -> None:
    """Write on each curve what it is."""
    ax.set(xscale="log", yscale="log", ylabel="labels per nat", xlim=(2, 100))
    ax.tick_params(labelbottom=False)
    how: dict[str, Any] = {"color": "black"}
    constant, least = named["constant"], named["information"]
    write_beside(
        ax, named["theta times d"], r"$\theta_d\, d$", at=14, shift=(-0.4, 0.3), ha="right", **how
    )
    write_beside(ax, constant, "CAL: $c_d$", at=30, shift=(0.5, -0.9), **how)
    leader = {"arrowstyle": "-", "lw": 0.5 * rcParams["axes.linewidth"], "shrinkB": 0}
    ax.annotate(r"$\sqrt{2\pi/3}\; d^{3/2}$", (5, _growth(5)), xytext=(2.4, 200), arrowprops=leader)
    text = r"information: $(d - 1)/\ln 2$"
    write_beside(ax, least, text, at=11, shift=(0.5, -1.0), **how)


def _ratio(ax: Axes) -> None:
    ax.axhline(1 / sqrt(3), color=color("theory"), **stroke("asymptote"))
    ax.set(xscale="log", xlim=(2, 100), ylim=(0.49, 0.595))
    ax.set_yticks([0.5, 0.525, 0.55, 1 / sqrt(3)], ["0.5", "0.525", "0.55", r"$1/\!\sqrt{3}$"])
    ax.set_xticks([2, 3, 5, 10, 20, 50, 100], ["2", "3", "5", "10", "20", "50", "100"])
    ax.xaxis.set_minor_formatter(NullFormatter())
    ax.set(xlabel="dimension $d$", ylabel=r"$c_d / (\theta_d\, d)$")


def _streams(ax: Axes, named: Mapping[str, Series]) -> None:
    ax.set(xscale="log", xlim=(1, 10**DECADES), ylim=(0, None))
    ax.set(xlabel="instances $n$", ylabel=r"labels $\mathrm{E}\,Q_n$")
    for d in STREAMS:
        write_beside(
            ax, named[f"d = {d}"], f"$d = {d}$", at=1e10, shift=(0.5, 0), va="center", color="black"
        )
    ax.set_xticks([1, 100, 10**4, 10**6, 10**8, 10**10])


def alt(table: Table) -> str:
    """Tell the constants at some dimensions, and the means at the longest stream."""
    named = {one.name: one for one in from_table(table)}
    told: list[str] = []
    for d in (2, 3, 10, 100):
        at = DIMENSIONS.index(d)
        values = (named[name].ys[at] for name in ("constant", "theta times d", "information"))
        c, bound, least = (f"{value:.4g}" for value in values)
        told.append(f"{c} at d = {d}, where the bound is {bound} and the least {least}")
    means = ", ".join(f"{named[f'd = {d}'].ys[-1]:.1f} for d = {d}" for d in STREAMS)
    first, last = named["ratio"].ys[0], named["ratio"].ys[-1]
    return (
        "Three panels. Above, labels per nat against dimension, both on log scales: CAL's "
        f"constant is {'; '.join(told)}. It approaches a dotted line of slope three halves from "
        "below. In the middle its ratio to the bound, rising from "
        f"{first:.3f} to {last:.4f} below the limit 0.5774. Below, mean labels against the length "
        f"of the stream on a log scale: up to n = d every instance, after 10^{DECADES} instances "
        f"{means}. Markers from n = {LENGTHS[0]} on: simulated means of "
        f"{REPLICATES} runs, at most {_deviation(named):.1%} off."
    )


def _deviation(named: Mapping[str, Series]) -> float:
    """Return the largest relative deviation of a simulated mean."""
    offs: list[float] = []
    for d in STREAMS:
        exact = dict(zip(named[f"d = {d}"].xs, named[f"d = {d}"].ys, strict=True))
        one = named[f"d = {d}, simulated"]
        offs += [abs(y / exact[float(x)] - 1) for x, y in zip(one.xs, one.ys, strict=True)]
    return max(offs)


_SAID = (
    "CAL on homogeneous separators, uniform on the sphere. Top: labels per nat of 1/epsilon. "
    "Solid: c_d = lim E Q_n / ln n, exact; dashed: the theory's order theta_d d, and the "
    "information minimum of d - 1 bits for each bit of accuracy; dotted: the growth of c_d. "
    "Middle: the order is right up to a factor between 1/2 and 1/sqrt(3). Bottom: exact mean "
    "labels in n instances, d beside each curve, and simulated means."
)

PLATE = Plate(
    title="What CAL pays on the sphere",
    caption=_SAID.replace("1/epsilon", r"$1/\varepsilon$")
    .replace("c_d = lim E Q_n / ln n", r"$c_d = \lim \mathrm{E}\,Q_n / \ln n$")
    .replace("theta_d d", r"$\theta_d\, d$")
    .replace("d - 1 bits", "$d - 1$ bits")
    .replace("of c_d", "of $c_d$")
    .replace("1/2 and 1/sqrt(3)", r"$1/2$ and $1/\sqrt{3}$")
    .replace("in n instances, d beside", "in $n$ instances, $d$ beside"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "sphere/cal/constant",
        "sphere/cal/constant/growth",
        "sphere/cal/constant/theta-times-dimension",
        "sphere/cal/constant/information",
        "sphere/cal/expected-queries",
    ),
    parameters={"dimensions": DIMENSIONS, "streams": STREAMS, "lengths": LENGTHS},
    seed=SEED,
    replicates=REPLICATES,
    band=f"{LEVEL:.0%} of the mean, normal approximation, at each length",
)

r"""Figure 9: under which noise A2 keeps the exponential gain, and under which it is lost.

One learner, one theorem, six ways labels can be wrong.  What counts is how much is in doubt
near the best threshold: a margin that nothing goes below leaves :math:`\log(1/\epsilon)`; with
Tsybakov's exponent :math:`\kappa` a mass of about :math:`\epsilon^{1/\kappa}` stays in doubt
and costs its square over :math:`\epsilon^2`; at a tie that mass does not shrink.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import log
from types import MappingProxyType
from typing import final

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


@final
@dataclass(frozen=True, slots=True)
class Noise:
    """A noise: its name, how far above its end that is written, the power of 1/epsilon it costs.

    Power 0 stands for a logarithm.
    """

    name: str
    up: float
    power: int = 0


NOISES: Mapping[str, Noise] = MappingProxyType(
    {
        "none": Noise("no noise", -0.75),
        "classification:1/20": Noise(r"classification, $\eta = 1/20$", -0.1),
        "massart:1/2": Noise(r"Massart, $\gamma = 1/2$", 0.1),
        "block": Noise("near tie", 0.25),
        "tsybakov:2": Noise(r"Tsybakov, $\kappa = 2$: $\epsilon^{-1}$", 0.0, power=1),
        "tie": Noise(r"tie: $\epsilon^{-2}$", -0.5, power=2),
    }
)
BOUND = "dkw-pinned"
DELTA = Fraction(1, 20)
GOALS = tuple(Fraction(f"{10 ** (-k / 2):.6g}") for k in range(2, 9))
KNEE = GOALS.index(Fraction(1, 100))  # from here on even the near tie is decided
AFFORDABLE = 10**6
REPLICATES = 12
SEED = 20261122


def data() -> Table:
    """Return the labels of A2 under each noise, what they should grow like, and passive ones."""
    runs = {noise: _active(noise) for noise in NOISES}
    shapes = [_shape(noise, run) for noise, run in runs.items()]
    return to_table([*runs.values(), *shapes, _passive()])


def _active(noise: str) -> Series:
    """Return the mean labels, up to where a run would need more than is affordable.

    How many the next goal needs is guessed from the growth of the last step.
    """
    parts: list[Series] = []
    for epsilon in GOALS:
        if len(parts) > 1 and parts[-1].ys[0] ** 2 / parts[-2].ys[0] > AFFORDABLE:
            break
        parts.append(_means(noise, epsilon))
    xs, ys, low, high = (
        tuple(getattr(part, ends)[0] for part in parts) for ends in ("xs", "ys", "low", "high")
    )
    return Series(noise, "simulation", "active", xs, ys, low, high)


def _means(noise: str, epsilon: Fraction) -> Series:
    curve = label_complexity(
        Thresholds(),
        learner="a2",
        bound=BOUND,
        delta=DELTA,
        noise=noise,
        epsilons=epsilon,
        replicates=REPLICATES,
        rng=SEED,
    )
    return simulated(curve, "active")


def _shape(noise: str, run: Series) -> Series:
    """Return the reference: a logarithm through two markers, or a power from the last one on."""
    law = _logarithm(run) if NOISES[noise].power == 0 else _power(run, NOISES[noise].power)
    first = KNEE if NOISES[noise].power == 0 else len(run.xs) - 1
    xs = tuple(map(float, GOALS[first:]))
    return Series(f"{noise}, reference", "asymptote", "theory", xs, tuple(map(law, xs)))


def _logarithm(run: Series) -> Callable[[float], float]:
    x, y, end, last = run.xs[KNEE], run.ys[KNEE], run.xs[-1], run.ys[-1]
    return lambda epsilon: y + (last - y) * log(x / epsilon) / log(x / end)


def _power(run: Series, power: int) -> Callable[[float], float]:
    end, last = run.xs[-1], run.ys[-1]
    return lambda epsilon: last * (end / epsilon) ** power


def _passive() -> Series:
    """Return the least samples with the same guarantee from the theorem, whatever the noise."""
    theorem = uniform(BOUND, Thresholds())
    sizes = tuple(float(least_sample(theorem, epsilon, DELTA)) for epsilon in GOALS)
    return Series("passive", "bound", "passive", tuple(map(float, GOALS)), sizes)


def draw(table: Table) -> Figure:
    """Draw the labels, and write each noise at the end of its curve."""
    figure = canvas(height=1.05)
    ax = figure.subplots()
    series = from_table(table)
    draw_label_complexity(ax, series)
    ax.set(xlim=(0.2, 1e-7), ylim=(400, 4e7), xlabel=r"guaranteed excess error $\epsilon$")
    ax.set_xticks([float(epsilon) for epsilon in GOALS[::2]])  # nothing is known beyond
    ax.minorticks_off()
    _draw_names(ax, series)
    return figure


def _draw_names(ax: Axes, series: Sequence[Series]) -> None:
    named = {one.name: one for one in series}
    for noise, told in NOISES.items():
        one = named[noise] if told.power == 0 else named[f"{noise}, reference"]
        how = {"va": "center", "color": color("active")}
        at = {0: one.xs[-1], 1: one.xs[-1], 2: 5e-4}[told.power]
        write_beside(ax, one, told.name, at=at, shift=(0.7, told.up), **how)
    shade = color("theory")
    write_beside(
        ax, named["passive"], "passive", at=3e-3, shift=(-0.4, 0.2), ha="right", color=shade
    )


def alt(table: Table) -> str:
    """Tell for each noise the labels at both ends, and how they grow."""
    named = {one.name: one for one in from_table(table)}
    told = "; ".join(
        f"{noise} from {named[noise].ys[0]:,.0f} to {named[noise].ys[-1]:,.0f} at "
        f"{named[noise].xs[-1]:.2g}"
        for noise in NOISES
    )
    passive = named["passive"]
    return (
        "Labels of A2 on thresholds with one bound, both axes on log scales, against the excess "
        f"error falling from {passive.xs[0]:g} to {passive.xs[-1]:g}: {told}. The first four "
        "flatten out like a logarithm, the near tie after it first rose as the tie does; Tsybakov "
        f"noise rises with slope one, the tie with slope two as passive learning, "
        f"{passive.ys[0]:,.0f} to {passive.ys[-1]:,.0f}."
    )


CAPTION = (
    "Labels of A2 on thresholds, the theorem on differences by half-lines, delta = .05, under six "
    "noises; bands of the mean. A curve ends where a run would need more than a million labels. "
    "Dotted: a logarithm through the markers at .01 and at the end, or the power of 1/epsilon from "
    "the last marker on. Dashed: the least sample that gives the same guarantee passively, under "
    "any noise. A margin keeps the exponential gain, and so does a near tie once it is decided; "
    "Tsybakov noise and a tie lose it."
)

PLATE = Plate(
    title="When noise takes the exponential gain",
    caption=CAPTION.replace("delta", r"$\delta$").replace("epsilon", r"$\epsilon$"),
    plain=CAPTION,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "a2/soundness/differences",
        "noise/massart/excess-error",
        "noise/tie/two-best-thresholds",
        "noise/tsybakov/excess-of-a-threshold",
        "noise/tsybakov/exponents",
    ),
    parameters={
        "noises": list(NOISES),
        "bound": BOUND,
        "delta": str(DELTA),
        "affordable": AFFORDABLE,
    },
    seed=SEED,
    replicates=REPLICATES,
    band=f"{LEVEL:.0%} interval of each mean by the normal approximation, {REPLICATES} replicates",
)

"""Figure 2: how many labels a guaranteed error costs, passively and actively.

Every curve is a law for a uniform target, every marker a simulation of the learner
itself.  The guarantees are the learners' own: passive learning and CAL promise the
mass of the disagreement region, bisection the radius of the version space about its
middle, which is half of that.
"""

from collections.abc import Iterable, Mapping, Sequence
from fractions import Fraction
from types import MappingProxyType

from matplotlib.figure import Figure

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Thresholds
from altheory.plot.label_complexity import label_complexity as draw_label_complexity
from altheory.plot.palette import Meaning
from altheory.plot.series import Series, from_table, to_table, write_beside
from altheory.plot.simulated import simulated
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.simulation.sweep import LEVEL, label_complexity
from altheory.theory.means import exact_mean
from figures.plate import Plate

LEARNERS: Mapping[str, Meaning] = MappingProxyType(
    {"passive": "passive", "cal": "active", "bisection": "active"}
)
DECADES = 6
REPLICATES = 400
SEED = 20261122


def data() -> Table:
    """Return the law of each learner and, over it, its simulated means."""
    laws = (_law(learner) for learner in LEARNERS)
    means = (_simulated(learner) for learner in LEARNERS)
    return to_table([*laws, *means])


def grid(per_decade: int) -> list[Fraction]:
    """Return the epsilons from 1/10 down to the last decade, evenly on a log scale."""
    places = range(per_decade, DECADES * per_decade + 1)
    return [Fraction(f"{10 ** (-k / per_decade):.12g}") for k in places]


def _law(learner: str) -> Series:
    """Return the exact mean; a staircase has both of its values at each jump."""
    jumps = [Fraction(1, 2**k) for k in range(4, 20)] if learner == "bisection" else []
    points = [(x, _mean(learner, x)) for x in (*grid(20), *jumps)]
    # just below a jump the next value holds already
    points += [(x, _mean(learner, x * (1 - Fraction(1, 10**9)))) for x in jumps]
    xs, ys = zip(*sorted(points, key=lambda point: (-point[0], point[1])), strict=True)
    return Series(f"{learner}, exact", "exact", LEARNERS[learner], _floats(xs), ys)


def _mean(learner: str, epsilon: Fraction) -> float:
    mean = exact_mean(hypotheses=Thresholds(), learner=learner, quantity="queries", epsilon=epsilon)
    if mean is None:
        raise DomainError(f"an exact curve needs a law of {learner}, and there is none")
    return float(mean)


def _simulated(learner: str) -> Series:
    curve = label_complexity(
        Thresholds(), learner=learner, epsilons=grid(2), replicates=REPLICATES, rng=SEED
    )
    return simulated(curve, LEARNERS[learner])


def _floats(xs: Iterable[Fraction]) -> tuple[float, ...]:
    return tuple(map(float, xs))


def draw(table: Table) -> Figure:
    """Draw laws and markers, and write each learner's law on its curve."""
    figure = canvas(height=0.75)
    ax = figure.subplots()
    series = from_table(table)
    draw_label_complexity(ax, series)
    named = {one.name: one for one in series}
    passive, cal, bisection = (named[f"{learner}, exact"] for learner in LEARNERS)
    write_beside(ax, passive, r"passive, $2/\epsilon - 1$", at=1e-4, shift=(-0.8, 0.4), ha="right")
    write_beside(ax, cal, r"CAL, $1 + 2\,\ln(1/\epsilon)$", at=1e-4, shift=(0, 0.5), ha="center")
    write_beside(
        ax,
        bisection,
        r"bisection, $\lceil\log_2(1/(2\epsilon))\rceil$",
        at=2e-5,
        shift=(0, -0.55),
        ha="center",
        va="top",
    )
    return figure


def alt(table: Table) -> str:
    """Tell what each learner pays at both ends."""
    series = from_table(table)
    laws = [one for one in series if one.status == "exact"]
    ends = "; ".join(
        f"{one.name.removesuffix(', exact')} from {one.ys[0]:,.3g} to {one.ys[-1]:,.9g}"
        for one in laws
    )
    return (
        f"Mean labels against guaranteed error, both on log scales, the error falling from "
        f"{laws[0].xs[0]:g} to {laws[0].xs[-1]:g}: {ends}. The passive curve is a line of slope "
        "one, the two active ones flatten out. The simulated means lie on the curves, at most "
        f"{_deviation(series):.1%} off."
    )


def _deviation(series: Sequence[Series]) -> float:
    """Return the largest relative distance of a simulated mean from its curve."""
    laws = {one.name: dict(zip(one.xs, one.ys, strict=True)) for one in series}
    return max(
        abs(y / laws[one.name.replace("simulated", "exact")][x] - 1)
        for one in series
        if one.status == "simulation"
        for x, y in zip(one.xs, one.ys, strict=True)
    )


PLATE = Plate(
    title="Label complexity of thresholds",
    caption=(
        r"Labels until the learner guarantees error $\varepsilon$, thresholds under the uniform "
        r"law with a uniform target. Solid: exact means; markers: simulated means, their band "
        r"narrower than the markers. Passive learning and CAL guarantee the mass of the "
        r"disagreement region, bisection the radius of the version space about its middle."
    ),
    plain=(
        "Labels until the learner guarantees error epsilon, thresholds under the uniform law "
        "with a uniform target. Solid: exact means; markers: simulated means, their band "
        "narrower than the markers. Passive learning and CAL guarantee the mass of the "
        "disagreement region, bisection the radius of the version space about its middle."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "thresholds/version-space/instances-to-width",
        "thresholds/cal/to-width/uniform-target",
        "thresholds/bisection/estimation",
    ),
    parameters={"learners": list(LEARNERS), "target": "uniform", "smallest epsilon": "1e-6"},
    seed=SEED,
    replicates=REPLICATES,
    band=f"{LEVEL:.0%} interval of each mean by the normal approximation, {REPLICATES} replicates",
)

"""Figure 4: the version space on the circle, its envelopes, and where it disagrees.

Three positive and three negative labels, as in the lecture notes' sketch of half-spaces;
the places are ours.  No separator attains either envelope.
"""

from fractions import Fraction
from typing import Any, TypeAlias

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.circle_version_space import CircleVersionSpace
from altheory.plot.circle import GENERAL, OUTER, SPECIFIC, at, circle_version_space
from altheory.plot.palette import color
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.protocols import Label
from figures.plate import Plate

POSITIVE = ("3/25", "31/100", "43/100")
NEGATIVE = ("57/100", "17/25", "17/20")

Sample: TypeAlias = list[tuple[Fraction, Label]]

_LABELS = ("label +", "label -")


def data() -> Table:
    """Return the labels, the arc of directions, the arcs of disagreement and the envelopes."""
    positive, negative = (list(map(Fraction, xs)) for xs in (POSITIVE, NEGATIVE))
    space = _space(positive, negative)
    regions = {
        "label +": [(x, x) for x in positive],
        "label -": [(x, x) for x in negative],
        "directions": [(p.lo, p.hi) for p in space.directions.pieces],
        "disagreement": [(p.lo, p.hi) for p in space.disagreement().pieces],
        "SB": [(p.lo, p.hi) for p in space.specific().pieces],
        "GB": [(p.lo, p.hi) for p in space.general().pieces],
    }
    rows = [(kind, str(lo), str(hi)) for kind, ends in regions.items() for lo, hi in ends]
    return Table(("kind", "from", "to"), tuple(rows))


def _space(positive: list[Fraction], negative: list[Fraction]) -> CircleVersionSpace:
    ys = [1] * len(positive) + [-1] * len(negative)
    return CircleSeparators().version_space().restrict_all([*positive, *negative], ys)


def arcs(table: Table, kind: str) -> list[tuple[Fraction, Fraction]]:
    """Return the arcs of one kind, in turns."""
    return [(Fraction(str(lo)), Fraction(str(hi))) for what, lo, hi in table.rows if what == kind]


def draw(table: Table) -> Figure:
    """Draw the circle and write beside each arc what it is."""
    figure = canvas(height=0.9)
    ax = figure.subplots()
    positive, negative = ([x for x, _ in arcs(table, kind)] for kind in _LABELS)
    sample: Sample = [*((x, 1) for x in positive), *((x, -1) for x in negative)]
    circle_version_space(ax, _space(positive, negative), sample)
    ax.set_ylim(bottom=-1.05)  # neither envelope goes lower
    _boundaries(ax, table)
    _letter(ax, table)
    return figure


def _boundaries(ax: Axes, table: Table) -> None:
    """Draw the boundary lines of the two extreme directions: they bound the disagreement."""
    for lo, hi in arcs(table, "directions"):
        for u in (lo, hi):
            ends = [at(u + side * Fraction(1, 4), OUTER) for side in (-1, 1)]
            xs, ys = zip(*ends, strict=True)
            ax.plot(xs, ys, color=color("theory"), lw=rcParams["axes.linewidth"], zorder=2.5)


def _letter(ax: Axes, table: Table) -> None:
    (directions,), (specific,) = arcs(table, "directions"), arcs(table, "SB")
    doubts, (general,) = arcs(table, "disagreement"), arcs(table, "GB")
    middle: dict[str, Any] = {"ha": "center", "va": "center"}
    framed: dict[str, Any] = {**middle, "color": color("positive"), "zorder": 4.0}
    framed["bbox"] = {"fc": "white", "ec": "none", "pad": 1.0}
    ax.text(*at(sum(directions) / 2, 0.52), "$V$", **middle)
    ax.text(*at(sum(specific) / 2, SPECIFIC), "SB", **framed)
    ax.text(*at(sum(general) / 2, GENERAL), "GB", **framed)
    for lo, hi in doubts:
        ax.text(*at((lo + hi) / 2, 0.66), "DIS", **middle)


def alt(table: Table) -> str:
    """Tell the labels, the arc of directions, and the arcs that are settled or not."""
    (directions,), (specific,) = arcs(table, "directions"), arcs(table, "SB")
    doubts = arcs(table, "disagreement")
    mass = sum((hi - lo for lo, hi in doubts), Fraction(0))
    listed = {kind: ", ".join(_turns(x) for x, _ in arcs(table, kind)) for kind in _LABELS}
    between = " and ".join(f"from {_turns(lo)} to {_turns(hi % 1)}" for lo, hi in doubts)
    return (
        f"A circle measured in turns from the right, counterclockwise. Positive labels at "
        f"{listed['label +']}, negative labels at {listed['label -']}. The directions that "
        f"agree are a wedge from {_turns(directions[0])} to {_turns(directions[1] % 1)}. Every one "
        f"of them says plus on the arc SB from {_turns(specific[0])} to {_turns(specific[1])}. "
        f"They disagree on two opposite arcs, {between}, together {_turns(mass)} of the circle. "
        f"GB, where some direction says plus, is SB and both of these arcs."
    )


def _turns(x: Fraction) -> str:
    return f"{float(x):g}"


_SAID = (
    "Half circles, three positive and three negative labels. Blue: the directions V that agree "
    "with all of them; amber: where two of these disagree, twice the length of V, between the "
    "boundary lines of the two extreme ones; gray: settled. SB (closed) is where all "
    "directions say +, the cone of the signed examples; GB (open) is where some do. Neither is a "
    "half circle: no hypothesis bounds the version space."
)

PLATE = Plate(
    title="A version space on the circle",
    caption=_SAID.replace("directions V", "directions $V$")
    .replace("of V,", "of $V$,")
    .replace("say +", "say $+$"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "circle/version-space/disagreement",
        "classes/circle/cone",
        "classes/circle/no-boundary-hypotheses",
    ),
    parameters={"positive": POSITIVE, "negative": NEGATIVE},
)

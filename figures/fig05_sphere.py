"""Figure 5: the version space on the sphere, its perimeter as disagreement mass, the next query.

CAL has looked at a few directions of a short list and bought some of their labels.  What
remains is a spherical polygon of normals.  A random great circle crosses it with the
probability of its perimeter over a full turn, and that is the mass on which it disagrees.
"""

from fractions import Fraction
from typing import Any, TypeAlias

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.sphere_version_space import SphereVersionSpace
from altheory.numeric.directions import Direction
from altheory.numeric.enclosure import Enclosure
from altheory.plot.sphere import View, polygons, sphere_version_space
from altheory.plot.sphere_chart import sphere_chart
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.protocols import Label
from figures.plate import Plate

TARGET = "-2,-7,20"
STREAM = "-4,-3,2 6,-2,1 -1,-3,5 2,4,3 -3,-5,-3 5,-3,-1 1,6,-3 -4,-5,1"
VIEW = View((2, -5, 5))

NAMES = {"DIS": (0.0, -0.57), "SB": (-0.2, 0.12)}  # where they are written, in the unit disk

NEAR = {"$V$\nmagnified": (0.1, 0.88), "circle\nof $x$": (-0.08, 0.46)}  # in the chart's axes
OPPOSITE = (0.5, -0.79)  # in what is seen of the opposite of SB

Sample: TypeAlias = list[tuple[Direction, Label]]
_LABELS: dict[Label, str] = {1: "label +", -1: "label -"}


def data() -> Table:
    """Return CAL's labels and next query, the corners that remain, and the exact masses."""
    asked, query = _cal()
    space = _space(asked)
    rows = [(_LABELS[y], _said(x)) for x, y in asked]
    rows += [("query", _said(query))]
    polygon, _ = polygons(space)
    rows += [("corner", _said(c)) for c in polygon.corners]
    rows += [("perimeter", end) for end in _ends(polygon.perimeter)]
    rows += [("area", end) for end in _ends(polygon.area)]
    for kind, y in (("perimeter if +", 1), ("perimeter if -", -1)):
        part, _ = polygons(space.restrict(query, y))
        rows += [(kind, end) for end in _ends(part.perimeter)]
    return Table(("kind", "value"), tuple(rows))


def _cal() -> tuple[Sample, Direction]:
    """Return the labels that CAL buys on the list but for its last query, and that query."""
    directions = [tuple(map(int, text.split(","))) for text in STREAM.split()]
    target: SphereSeparator = SphereSeparators(3).parse_target(TARGET)
    space, asked = SphereSeparators(3).version_space(), Sample()
    for x in directions:
        if len(space.labels(x)) == 2:
            asked.append((x, target(x)))
            space = space.restrict(*asked[-1])
    *known, (query, _) = asked
    return known, query


def _space(sample: Sample) -> SphereVersionSpace:
    xs, ys = zip(*sample, strict=True)
    return SphereSeparators(3).version_space().restrict_all(xs, ys)


def _said(x: Direction) -> str:
    return ",".join(map(str, x))


def _ends(value: Fraction | Enclosure) -> tuple[str, str]:
    enclosed = value if isinstance(value, Enclosure) else Enclosure.exactly(value)
    return str(enclosed.lo), str(enclosed.hi)


def values(table: Table, kind: str) -> list[str]:
    """Return what the table says of one kind."""
    return [str(value) for what, value in table.rows if what == kind]


def directions(table: Table, kind: str) -> list[Direction]:
    """Return the directions of one kind."""
    return [tuple(map(int, said.split(","))) for said in values(table, kind)]


def enclosure(table: Table, kind: str) -> Enclosure:
    """Return an enclosed number."""
    low, high = map(Fraction, values(table, kind))
    return Enclosure(low, high)


def sample(table: Table) -> Sample:
    """Return the labels."""
    return [(x, y) for y, kind in _LABELS.items() for x in directions(table, kind)]


def draw(table: Table) -> Figure:
    """Draw the sphere and, beside it, the chart of what remains."""
    figure = canvas(height=0.64)
    whole, near = figure.subplots(1, 2, width_ratios=(0.63, 0.37))
    labels, (query,) = sample(table), directions(table, "query")
    space = _space(labels)
    sphere_version_space(whole, space, labels, view=VIEW, query=query)
    sphere_chart(near, space, query=query)
    _letter(whole, space, query)
    how: dict[str, Any] = {"transform": near.transAxes, "linespacing": 1.0}
    how["size"] = rcParams["xtick.labelsize"]
    for text, (x, y) in NEAR.items():
        near.text(x, y, text, ha="center", va="center", **how).set_in_layout(False)
    figure.supxlabel(_masses(table), size=rcParams["xtick.labelsize"])
    return figure


def _letter(ax: Axes, space: SphereVersionSpace, query: Direction) -> None:
    """Name the regions, and the query with its great circle."""
    how: dict[str, Any] = {"ha": "center", "va": "center", "zorder": 6.0}
    ax.text(*VIEW.place(space.restrict(query, 1).member().normal), "$V$", **how)
    for text, place in NAMES.items():
        ax.text(*place, text, **how)
    leader = {"arrowstyle": "-", "lw": 0.5 * rcParams["axes.linewidth"], "shrinkA": 0, "shrinkB": 0}
    ax.annotate("$-$SB", OPPOSITE, xytext=(0.87, -0.92), arrowprops=leader, **how)
    x, y = VIEW.place(query)
    ax.annotate("$x$", (x, y), xytext=(0.5, 0.35), textcoords="offset fontsize", zorder=6.0)


def _masses(table: Table) -> str:
    mass, plus, minus = (enclosure(table, f"perimeter{end}") for end in ("", " if +", " if -"))
    said = rf"$P(\mathrm{{DIS}}) = {float(mass):.4f}$"
    return rf"{said},  then $+$: ${float(plus):.4f}$  or $-$: ${float(minus):.4f}$"


def alt(table: Table) -> str:
    """Tell the labels, the polygon, its perimeter as a mass, and what the query leaves."""
    listed = {y: "; ".join(values(table, kind)) for y, kind in _LABELS.items()}
    mass, plus, minus = (
        _digits(enclosure(table, f"perimeter{end}")) for end in ("", " if +", " if -")
    )
    corners, (query,) = values(table, "corner"), values(table, "query")
    return (
        f"A sphere seen from the direction {_said(VIEW.toward)}. Positive labels at the directions "
        f"{listed[1]}; negative labels at {listed[-1]}. The normals that agree with all of them "
        f"are a spherical polygon V with {len(corners)} corners: {'; '.join(corners)}. Around the "
        "sphere runs an amber band where they disagree, between two gray regions, the cone SB of "
        f"the signed examples and its opposite. The length of the boundary of V is {mass} of a "
        f"full turn, and that is the mass of the band; V takes {_digits(enclosure(table, 'area'))} "
        f"of the sphere. The next query {query} lies in the band, and the great circle around "
        f"it crosses V. On the right V alone in a chart where great circles are straight, cut by "
        f"the query in two: the part that says plus has perimeter {plus}, the other {minus}."
    )


def _digits(value: Enclosure) -> str:
    """Return ten digits that both ends share."""
    low, high = (f"{float(end):.10f}" for end in (value.lo, value.hi))
    return low if low == high else f"{value}"


_SAID = (
    "Instances and the normals of separators on one sphere; what lies behind is faint, with "
    "corners at labels and their antipodes. Blue: the polygon V of the normals that agree with "
    "all labels. Gray: the cone SB of the signed examples, where all of V says +, and its "
    "opposite -SB, where all say -; amber: the disagreement region DIS, beside both. The great "
    "circle around an instance x (thick) crosses V iff x is in DIS, so the mass of DIS is the "
    "length of the boundary of V in turns, enclosed to 100 bits. Right: V magnified, in a chart "
    "that keeps great circles straight, with that of x; each side with the sign of the label "
    "that made it; disks: members on either side of the query x, with what they say of it."
)

PLATE = Plate(
    title="A version space on the sphere",
    caption=_SAID.replace("polygon V", "polygon $V$")
    .replace("of V ", "of $V$ ")
    .replace("crosses V", "crosses $V$")
    .replace("Right: V", "Right: $V$")
    .replace("instance x", "instance $x$")
    .replace("iff x", "iff $x$")
    .replace("query x", "query $x$")
    .replace("says +", "says $+$")
    .replace("opposite -SB", "opposite $-$SB")
    .replace("say -;", "say $-$;")
    .replace("that of x;", "that of $x$;"),
    plain=_SAID,
    data=data,
    draw=draw,
    alt=alt,
    claims=("sphere/disagreement/perimeter", "sphere/polygon/girard"),
    parameters={"target": TARGET, "stream": STREAM},
)

"""Figure 11: where active learning cannot help.

Around "all negative" lies a star: each point alone is positive in some hypothesis.  If
nothing is positive, every one of them has to be ruled out, whether a star of points of
equal mass or the intervals of the line.  The number of questions that takes is known
exactly; the triangle inequality, by which no gap that is left is longer than twice the
error, finds half of it.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.complexity.star import star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.plot.label_complexity import label_complexity
from altheory.plot.palette import Meaning, Status
from altheory.plot.series import Series, from_table, to_table, write_beside
from altheory.plot.star import star
from altheory.plot.style import canvas
from altheory.plot.table import Table
from altheory.theory.bisection import bisection_queries_to_error
from altheory.theory.empty_interval import (
    empty_interval_queries,
    empty_interval_queries_by_distance,
)
from figures.plate import Plate

POINTS = 6
LARGEST, SMALLEST = Fraction(2, 5), Fraction(1, 2000)
SINGLE = 60  # up to which 1 / epsilon each step is drawn
TINY = Fraction(1, 10**9)


LAWS: dict[str, tuple[Status, Meaning, Callable[[Fraction], int]]] = {
    "empty interval": ("exact", "passive", empty_interval_queries),
    "distance": ("bound", "theory", empty_interval_queries_by_distance),
    "bisection": ("exact", "active", bisection_queries_to_error),
}


def data() -> Table:
    """Return the staircase of each law."""
    return to_table(_law(name) for name in LAWS)


def _law(name: str) -> Series:
    """Return a staircase with both of its values at each jump."""
    status, meaning, law = LAWS[name]
    jumps = {Fraction(1, k) for k in range(3, SINGLE)} | {Fraction(1, 2**k) for k in range(2, 11)}
    near = {x * (1 - TINY) for x in jumps}
    smooth = {Fraction(f"{10 ** (-k / 60):.9g}") for k in range(60, 200)}
    kept = sorted(x for x in jumps | near | smooth | {LARGEST, SMALLEST} if _within(x))
    points = [(float(x), float(law(x))) for x in reversed(kept)]
    xs, ys = zip(*(point for point in points if point[1] > 0), strict=True)
    return Series(name, status, meaning, xs, ys)


def _within(x: Fraction) -> bool:
    return SMALLEST <= x <= LARGEST


def draw(table: Table) -> Figure:
    """Draw the star above the laws."""
    figure = canvas(height=1.18)
    above, below = figure.subplots(2, height_ratios=(0.42, 0.58))
    rows = ["-" * POINTS, *("-" * i + "+" + "-" * (POINTS - i - 1) for i in range(POINTS))]
    star(above, star_set(FiniteClass(POINTS, rows)))
    series = from_table(table)
    label_complexity(below, series)
    below.lines[-1].set_linewidth(0.5 * rcParams["lines.linewidth"])  # bisection, another class
    below.set_xlabel(r"guaranteed error $\epsilon$")
    below.set_ylabel("questions")
    _name(below, {one.name: one for one in series})
    return figure


def _name(ax: Axes, series: dict[str, Series]) -> None:
    """Write each law on its curve."""
    write_beside(
        ax,
        series["empty interval"],
        r"star, empty interval: $\lceil 1/\epsilon \rceil - 1$",
        at=5e-3,
        shift=(-0.5, 0.3),
        ha="right",
        color="black",
    )
    bisection, end = series["bisection"], float(SMALLEST)
    how: dict[str, Any] = {"ha": "right", "color": "black"}
    distance = r"by distance: $\lceil 1/(2\epsilon) \rceil - 1$"
    write_beside(ax, bisection, distance, at=end, shift=(0, 1.3), va="bottom", **how)
    name = r"bisection: $\lceil \log_2 (1/(2\epsilon)) \rceil$"
    write_beside(ax, bisection, name, at=end, shift=(0, -1.5), va="top", **how)


def alt(table: Table) -> str:
    """Tell the star, and each law at three accuracies."""
    told: list[str] = []
    for one in from_table(table):
        law = LAWS[one.name][2]
        values = ", ".join(f"{law(Fraction(1, k))} at 1/{k}" for k in (10, 100, 1000))
        told.append(f"{one.name} {values}")
    return (
        f"Above, a star of {POINTS} points: a row of {POINTS} gray cells in the middle, and "
        f"around it {POINTS} rows with one dark cell each, at different places. Below, questions "
        "against guaranteed error, both on log scales, the error falling to the right: "
        f"{'; '.join(told)}. The first two are parallel lines of slope one, a factor of two "
        "apart; bisection of thresholds flattens out."
    )


PLATE = Plate(
    title="Where active learning cannot help",
    caption=(
        r"Above: a star. Each hypothesis is a row; those around the middle one differ from it at "
        r"one point each, so to be sure of it every point must be asked. Below: questions that a "
        r"guaranteed error $\epsilon$ takes if every answer is negative. Solid: exact, for "
        r"a star of $\lceil 1/\epsilon \rceil - 1$ points of equal mass and for intervals alike; "
        r"dashed: what the distance of gaps from nothing shows; thin: bisection of thresholds, "
        r"exact, for contrast."
    ),
    plain=(
        "Above: a star. Each hypothesis is a row; those around the middle one differ from it at "
        "one point each, so to be sure of it every point must be asked. Below: questions that a "
        "guaranteed error epsilon takes if every answer is negative. Solid: exact, for a star of "
        "ceil(1/epsilon) - 1 points of equal mass and for intervals alike; dashed: what the "
        "distance of gaps from nothing shows; thin: bisection of thresholds, exact, for contrast."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=(
        "lower/interval/empty-target/queries",
        "lower/teaching/star",
        "thresholds/bisection/estimation",
    ),
    parameters={"points of the star": POINTS, "smallest epsilon": str(SMALLEST)},
)

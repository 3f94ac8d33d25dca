"""Figure 1: a threshold found as a binary search finds it.

The target 0.73 is the lecture notes' example.  They answer + where the target lies to
the right of the query; here + means that the query lies at or above the target.  So
every answer is the opposite of theirs, and the version spaces are the same.
"""

from fractions import Fraction
from itertools import accumulate

from matplotlib import rcParams
from matplotlib.axes import Axes
from matplotlib.figure import Figure

from altheory.hypotheses.thresholds import Threshold, Thresholds, ThresholdVersionSpace
from altheory.learners.bisection import Bisection
from altheory.plot.palette import color, stroke
from altheory.plot.refinement import refinement
from altheory.plot.style import canvas
from altheory.plot.table import Cell, Table
from altheory.protocols import Label
from figures.plate import Plate

TARGET = "0.73"
QUERIES = 6


def data() -> Table:
    """Return the history of `Bisection`: each query, its label, what then remains."""
    answer = Thresholds().parse_target(TARGET)
    asked: list[tuple[Fraction, Label]] = []

    def ask(x: Fraction) -> Label:
        asked.append((x, answer(x)))
        return asked[-1][1]

    prior = Thresholds().version_space()
    learner: Bisection[Fraction, Threshold] = Bisection(prior)
    state = learner.init()
    for _ in range(QUERIES):
        state = learner.step(state, None, ask)
    spaces = accumulate(asked, lambda space, pair: space.restrict(*pair), initial=prior)
    return Table.of(map(_row, spaces, [None, *asked]))


def _row(space: ThresholdVersionSpace, asked: tuple[Fraction, Label] | None) -> dict[str, Cell]:
    """Return a row of floats; they are dyadic, so nothing is rounded."""
    query, label = (None, None) if asked is None else asked
    return {
        "query": _float(query),
        "label": label,
        "highest_negative": _float(space.highest_negative),
        "lowest_positive": _float(space.lowest_positive),
        "width": str(space.cuts.length),
    }


def _float(x: Fraction | None) -> float | None:
    return None if x is None else float(x)


def _exact(x: float | None) -> Fraction | None:
    return None if x is None else Fraction(x)


def draw(table: Table) -> Figure:
    """Draw a number line for each label, the query to its left, the width to its right."""
    figure = canvas(height=0.66)
    ax = figure.subplots()
    ends = zip(table.column("highest_negative"), table.column("lowest_positive"), strict=True)
    spaces = [
        ThresholdVersionSpace(highest_negative=_exact(lo), lowest_positive=_exact(hi))
        for lo, hi in ends
    ]
    refinement(ax, spaces, [_exact(x) for x in table.column("query")])
    ax.axvline(
        float(TARGET), color=color("theory"), lw=rcParams["axes.linewidth"], **stroke("exact")
    )
    _letter(ax, table)
    return figure


def _letter(ax: Axes, table: Table) -> None:
    """Write the query and the width beside each line."""
    levels = range(len(table.rows))
    queries = ["" if x is None else f"{x:g}" for x in table.column("query")]
    ax.set_yticks(levels, queries)
    ax.tick_params(axis="y", length=0)
    ax.set_xticks([0, 0.25, 0.5, 0.75, 1], ["0", "0.25", "0.5", "0.75", "1"])
    ax.spines["left"].set_visible(False)
    ax.set_xlabel("$x$")
    right = ax.secondary_yaxis("right")
    right.set_yticks(levels, table.column("width"))
    right.tick_params(axis="y", length=0)
    right.spines["right"].set_visible(False)
    heads = {-0.02: ("query", "right"), 1.02: ("width", "left")}
    for x, (head, side) in heads.items():
        ax.annotate(head, (x, 1), xycoords="axes fraction", ha=side, va="bottom")
    ax.annotate(
        f"target {TARGET}",
        (float(TARGET), 1),
        xycoords=("data", "axes fraction"),
        ha="center",
        va="bottom",
    )


def alt(table: Table) -> str:
    """Tell the queries, the answers, and the width that remains."""
    sign = {1: "positive", -1: "negative"}
    steps = "; ".join(
        f"query {row['query']:g} is {sign[row['label']]}, width {row['width']}"
        for row in table.records[1:]
    )
    last = table.records[-1]
    return (
        f"Number lines from 0 to 1, one below the other, the target {TARGET} a vertical line "
        f"through all. The version space starts at width 1 and halves with each label: {steps}. "
        f"It ends between {last['highest_negative']:g} and {last['lowest_positive']:g}."
    )


PLATE = Plate(
    title="A threshold by binary search",
    caption=(
        r"Bisection on thresholds $h_t(x) = +1$ iff $x \ge t$, target "
        rf"$t = {TARGET}$. Amber: where the version space still disagrees; gray: settled; the "
        r"larger disk is the latest answer. $q$ labels leave width $2^{-q}$. An answer is $+$ "
        r"where the query lies at or above the target; lecture notes that answer $+$ where the "
        r"\emph{target} lies to the right of the query have every sign reversed and the same "
        r"version spaces."
    ),
    plain=(
        f"Bisection on thresholds, h_t(x) = +1 iff x >= t, target t = {TARGET}. Amber: where the "
        "version space still disagrees; gray: settled; the larger disk is the latest answer. "
        "q labels leave width 2^-q. An answer is + where the query lies at or above the "
        "target; lecture notes that answer + where the target lies to the right of the query "
        "have every sign reversed and the same version spaces."
    ),
    data=data,
    draw=draw,
    alt=alt,
    claims=("thresholds/bisection/width", "lectures/binary-search-orientation"),
    parameters={"target": TARGET, "queries": QUERIES},
)

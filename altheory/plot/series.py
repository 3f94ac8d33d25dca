"""A curve with what is known of it, and the one way it is drawn.

Exact values are black whatever they belong to, bounds and asymptotes too: theory is
black.  A simulation has the color of its learner, so it stands out from the law it is
compared with.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from typing import Any, Self, final

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from altheory.errors import DomainError
from altheory.plot.palette import MARKERS, Meaning, Status, color, stroke
from altheory.plot.table import Cell, Table


@final
@dataclass(frozen=True, slots=True)
class Series:
    """One curve: points, perhaps with an interval around each.

    Parameters
    ----------
    name
        What it shows, unique in its figure.
    status
        How well it is known; this decides how it is drawn.
    meaning
        What it belongs to; this decides its color.
    xs, ys
        The points, from left to right as computed.
    low, high
        The ends of the intervals, empty if there are none.

    """

    name: str
    status: Status
    meaning: Meaning
    xs: tuple[float, ...]
    ys: tuple[float, ...]
    low: tuple[float, ...] = ()
    high: tuple[float, ...] = ()

    def __post_init__(self) -> None:
        lengths = {len(self.xs), len(self.ys)} | {len(end) for end in (self.low, self.high) if end}
        if len(lengths) != 1 or bool(self.low) != bool(self.high):
            raise DomainError(
                f"{self.name}: a series has as many values of each kind, got {sorted(lengths)}"
            )
        color(self.meaning)  # these two refuse what they do not know, by name
        stroke(self.status)

    @property
    def records(self) -> list[dict[str, Cell]]:
        """The points as rows of a table."""
        none = (None,) * len(self.xs)
        points = zip(self.xs, self.ys, self.low or none, self.high or none, strict=True)
        said: dict[str, Cell] = {
            "series": self.name,
            "status": self.status,
            "meaning": self.meaning,
        }
        return [{**said, "x": x, "y": y, "low": lo, "high": hi} for x, y, lo, hi in points]

    @classmethod
    def of(cls, records: list[dict[str, Any]]) -> Self:
        """Return the series of the rows that ``records`` gave."""
        columns = {key: tuple(record[key] for record in records) for key in records[0]}
        low, high = (() if None in columns[key] else columns[key] for key in ("low", "high"))
        first = records[0]
        return cls(
            first["series"],
            first["status"],
            first["meaning"],
            columns["x"],
            columns["y"],
            low,
            high,
        )


def to_table(series: Iterable[Series]) -> Table:
    """Return the points of all series, one row each.

    >>> curve = Series("mean", "exact", "theory", (1.0, 2.0), (3.0, 4.0))
    >>> from_table(to_table([curve])) == (curve,)
    True
    """
    return Table.of(record for one in series for record in one.records)


def from_table(table: Table) -> tuple[Series, ...]:
    """Return the series that `to_table` wrote down."""
    groups = groupby(table.records, key=lambda record: record["series"])
    return tuple(Series.of(list(records)) for _, records in groups)


def trace(ax: Axes, series: Series) -> list[Artist]:
    """Draw one series, its band beneath it."""
    theory = series.status in ("exact", "bound", "asymptote")
    shade = color("theory" if theory else series.meaning)
    artists: list[Artist] = []
    if series.low:
        artists.append(
            ax.fill_between(
                series.xs, series.low, series.high, color=shade, alpha=0.25, lw=0, zorder=2.0
            )
        )
    how = stroke(series.status)
    if series.status == "run":
        how["lw"] = 0.5 * rcParams["lines.linewidth"]
    if series.status == "simulation":
        how |= {"marker": MARKERS.get(series.meaning, "o"), "mec": "white"}
        how["mew"] = 0.1 * rcParams["lines.markersize"]
    return [*artists, *ax.plot(series.xs, series.ys, color=shade, **how)]


def write_beside(
    ax: Axes, series: Series, text: str, *, at: float, shift: tuple[float, float], **how: Any
) -> Artist:
    """Write on the curve what it is, near its point of abscissa closest to ``at``.

    Parameters
    ----------
    ax, series, text
        Where to write, beside which curve, and what.
    at
        The abscissa to write near.
    shift
        From the point to the anchor of the text, in sizes of the font.
    how
        Passed on to ``Axes.annotate``.

    """
    x, y = min(zip(series.xs, series.ys, strict=True), key=lambda point: abs(point[0] - at))
    how = {"color": color(series.meaning), "zorder": 6.0, **how}
    return ax.annotate(text, (x, y), xytext=shift, textcoords="offset fontsize", **how)

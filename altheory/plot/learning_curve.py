"""Learning curves as they are compared: accuracies, and what each strategy gains on chance.

Accuracies of different strategies look alike beside the spread over test sets and first labels,
so they are drawn without bands.  That spread is common to the runs of a replicate: it is the paired
difference from random sampling that comes with an interval.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any, Literal, TypeAlias

from matplotlib import rcParams
from matplotlib.artist import Artist
from matplotlib.axes import Axes

from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.plot.palette import Meaning, color
from altheory.plot.series import Series, to_table, trace
from altheory.plot.table import Drawing
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.strategies import PASSIVE

Shown: TypeAlias = Literal["accuracy", "difference"]
SHOWN: tuple[Shown, ...] = ("accuracy", "difference")
MARKS = "o^Dv*P<X>p"  # of strategies in their order, from the first again


def learning_curve(
    ax: Axes,
    curve: LearningCurve | str,
    *,
    shown: Shown = "accuracy",
    names: Sequence[str] | None = None,
) -> Drawing:
    """Draw the curve of each strategy against the number of labels, its name at its end.

    Parameters
    ----------
    ax
        Where to draw.
    curve
        What was measured, or the JSON text of it that ``altheory curve --format json`` writes.
    shown
        ``accuracy``: medians over replicates.  ``difference``: the median of the accuracy less
        that of random sampling in the same replicate, in its interval.
    names
        The strategies to draw; all that were compared unless told.

    Returns
    -------
    Drawing
        The points as rows; see `altheory.plot.series.from_table`.

    Raises
    ------
    DomainError
        If the text holds no learning curves, or there is no difference to show.
    UnknownNameError
        If no strategy has a name, or something else is to be shown.

    Examples
    --------
    After ``altheory curve --data iris --acquisition margin,entropy --format json -o iris.json``::

        from pathlib import Path
        from matplotlib import pyplot as plt
        from altheory.plot import learning_curve
        figure, ax = plt.subplots()
        learning_curve(ax, Path("iris.json").read_text())
        figure.savefig("iris.pdf")

    """
    measured = LearningCurve.from_json(curve) if isinstance(curve, str) else curve
    if shown not in SHOWN:
        raise nearest(shown, SHOWN, "way to show a learning curve")
    said = {name: name for name in (measured.names if names is None else names) if name != PASSIVE}
    for name in said:
        if name not in measured.runs:
            raise nearest(name, measured.names, "strategy of these curves")
    series = {one.name: one for one in curve_series(measured)}
    if shown == "difference":
        if not said:
            raise DomainError("random sampling does not differ from itself; name another strategy")
        drawn = {name: series[f"difference, {name}"] for name in said}
        return Drawing(tuple(differences(ax, drawn, said)), to_table(drawn.values()))
    drawn = {name: series[f"accuracy, {name}"] for name in (*said, PASSIVE)}
    return Drawing(tuple(accuracies(ax, drawn, said)), to_table(drawn.values()))


def curve_series(curve: LearningCurve) -> list[Series]:
    """Return the median accuracy of each strategy, and its paired difference with intervals."""
    labels = tuple(map(float, curve.labels))
    series: list[Series] = []
    for name in curve.runs:
        points = curve.points(name)
        medians = tuple(point.median.value for point in points)
        meaning: Meaning = "passive" if name == PASSIVE else "active"
        series.append(Series(f"accuracy, {name}", "simulation", meaning, labels, medians))
        paired = [point.paired.median for point in points if point.paired is not None]
        if paired:
            ends = zip(*((p.value, p.low, p.high) for p in paired), strict=True)
            series.append(Series(f"difference, {name}", "simulation", "active", labels, *ends))
    return series


def accuracies(ax: Axes, drawn: Mapping[str, Series], said: Mapping[str, str]) -> list[Artist]:
    """Draw medians as thin lines with marks, each with what is said of it at its end.

    Parameters
    ----------
    ax
        Where to draw.
    drawn
        The series of each strategy, and that of random sampling.
    said
        What each strategy is called, in their order.

    """
    size, artists = rcParams["lines.markersize"], list[Artist]()
    shown = {name: drawn[name] for name in marks(said)}
    for name, marker in marks(said).items():
        (line,) = trace(ax, drawn[name])
        line.set(ls="-", lw=0.5 * rcParams["lines.linewidth"], marker=marker, ms=0.8 * size)
        line.set(zorder=4.5 if name == PASSIVE else 4.0)
        artists.append(line)
    artists += _named(ax, shown, {**said, PASSIVE: "random"})
    ax.set(xlabel="labels", ylabel="median accuracy")
    return artists


def differences(ax: Axes, drawn: Mapping[str, Series], said: Mapping[str, str]) -> list[Artist]:
    """Draw paired differences in their bands, each with what is said of it, and zero."""
    artists: list[Artist] = [zero(ax)]
    for name in said:
        band, line = trace(ax, drawn[name])
        line.set(ls="-", lw=0.5 * rcParams["lines.linewidth"], marker=marks(said)[name])
        artists += [band, line]
    artists += _named(ax, drawn, said)
    ax.set(xlabel="labels", ylabel="accuracy minus random")
    return artists


def marks(names: Iterable[str]) -> dict[str, str]:
    """Return the mark of each strategy, in their order, and the square of random sampling.

    >>> marks(["margin", "bald"])
    {'margin': 'o', 'bald': '^', 'random': 's'}
    """
    return {name: MARKS[i % len(MARKS)] for i, name in enumerate(names)} | {PASSIVE: "s"}


def zero(ax: Axes) -> Artist:
    """Draw where random sampling lies among differences from it."""
    return ax.axhline(0, color=color("passive"), lw=0.6 * rcParams["lines.linewidth"], zorder=1.8)


def _named(ax: Axes, drawn: Mapping[str, Series], said: Mapping[str, str]) -> list[Artist]:
    """Write each name at the end of its line, and no two on each other."""
    ends = sorted((one.ys[-1], said[name], color(one.meaning)) for name, one in drawn.items())
    values = [y for one in drawn.values() for y in (*one.ys, *one.low, *one.high)]
    heights = _spread([y for y, *_ in ends], gap=0.07 * (max(values) - min(values)))
    xs = next(iter(drawn.values())).xs
    how: dict[str, Any] = {"va": "center", "size": "small", "annotation_clip": False}
    how |= {"xytext": (0.7, 0), "textcoords": "offset fontsize"}
    ax.set_xlim(xs[0], xs[-1])
    return [
        ax.annotate(name, (xs[-1], at), color=shade, **how)
        for (_, name, shade), at in zip(ends, heights, strict=True)
    ]


def _spread(heights: list[float], gap: float) -> list[float]:
    """Move names apart that would lie on each other, upward from the lowest."""
    placed = heights[:1]
    for height in heights[1:]:
        placed.append(max(height, placed[-1] + gap))
    return placed

"""Learning curves as text: one table for each way to choose, one for the classes it chose."""

from collections.abc import Mapping, Sequence

from altheory.numeric.estimate import Estimate
from altheory.simulation.learning_results import Balance, Paired, Point

VERDICTS = {
    "better": "better than random sampling",
    "worse": "worse than random sampling",
    "undecided": "not told apart from random sampling",
}


def overview(name: str, overall: Paired, random: Sequence[Point], own: Sequence[Point]) -> str:
    """Return what was found about one way to choose, and its curve beside that of chance."""
    found = overall.median
    said = (
        f"{name}: {VERDICTS[overall.verdict]}; overall difference {_signed(found)}, "
        f"better in {overall.better} of {found.replicates} replicates, worse in {overall.worse}"
    )
    head = ("labels", "random", name, "difference", f"{found.level:.0%} interval", "better")
    rows = [_cells(a, b) for a, b in zip(random, own, strict=True)]
    return "\n".join((said, "", *_aligned([head, *rows])))


def balances(classes: Sequence[str], found: Mapping[str, Balance]) -> str:
    """Return the classes of the labels that each way to choose asked for."""
    head = ["labels asked for", *classes, "outside"]
    rows = [
        [name, *(f"{mean:.1f}" for mean in own.mean), _share(own.outside)]
        for name, own in found.items()
    ]
    bands = [own.band for own in found.values() if own.band is not None]
    if bands:
        band = bands[0]
        ends = (f"{a}-{b}" for a, b in zip(band.low, band.high, strict=True))
        rows.append(["band", *ends, f"{1 - float(band.coverage):.3g} by chance"])
    return "\n".join(_aligned([head, *rows]))


def recalls(classes: Sequence[str], found: Mapping[str, Sequence[Paired | None]]) -> str:
    """Return how much better each class is known at the end than after random sampling."""
    rows = [[name, *map(_recall, own)] for name, own in found.items()]
    return "\n".join(_aligned([["recall", *classes], *rows]))


def _recall(paired: Paired | None) -> str:
    if paired is None:
        return "-"
    return f"{paired.median.value:+.3f}{' ' if paired.verdict == 'undecided' else '*'}"


def _cells(random: Point, own: Point) -> list[str]:
    difference = own.paired
    if difference is None:
        return []
    low, high = difference.median.low, difference.median.high
    return [
        str(own.labels),
        f"{random.median.value:.4f}",
        f"{own.median.value:.4f}",
        f"{difference.median.value:+.4f}",
        f"[{low:+.4f}, {high:+.4f}]",
        f"{difference.better}/{own.median.replicates}",
    ]


def _signed(estimate: Estimate) -> str:
    return f"{estimate.value:+.4f} [{estimate.low:+.4f}, {estimate.high:+.4f}]"


def _share(estimate: Estimate) -> str:
    runs = round(estimate.value * estimate.replicates)
    return f"{runs} of {estimate.replicates}"


def _aligned(table: Sequence[Sequence[str]]) -> list[str]:
    widths = [max(map(len, column)) for column in zip(*table, strict=True)]
    return ["  ".join(map(str.rjust, cells, widths)) for cells in table]

"""What a comparison of learning curves says: differences, points and classes, as data."""

from dataclasses import dataclass
from typing import Any, final

from altheory.numeric.estimate import Estimate
from altheory.simulation.class_balance import ClassBand


@final
@dataclass(frozen=True, slots=True)
class Paired:
    """Differences from random sampling, one a replicate.

    Attributes
    ----------
    median, mean
        Of the law of the difference, with their intervals.
    better, equal, worse
        In how many replicates it is positive, zero, negative.

    """

    median: Estimate
    mean: Estimate
    better: int
    equal: int
    worse: int

    @property
    def verdict(self) -> str:
        """What the interval of the median says: ``better``, ``worse`` or ``undecided``."""
        if self.median.low > 0:
            return "better"
        return "worse" if self.median.high < 0 else "undecided"


@final
@dataclass(frozen=True, slots=True)
class Point:
    """Test accuracy with so many labels, first ones included; nothing is paired with itself."""

    labels: int
    median: Estimate
    mean: Estimate
    paired: Paired | None


@final
@dataclass(frozen=True, slots=True)
class Balance:
    """Classes of the labels that were asked for.

    Attributes
    ----------
    mean
        The mean number of labels of each class.
    band
        What random samples of as many labels stay within; None if runs asked for
        different numbers, each of which then has a band of its own.
    few, many
        In how many runs a class has fewer, or more, labels than its band.
    outside
        The share of runs with a class outside: for random sampling, at most one less level.

    """

    mean: tuple[float, ...]
    band: ClassBand | None
    few: tuple[int, ...]
    many: tuple[int, ...]
    outside: Estimate


def _interval(estimate: Estimate) -> dict[str, float]:
    return {"value": estimate.value, "low": estimate.low, "high": estimate.high}


def paired_dict(paired: Paired) -> dict[str, Any]:
    """Return the differences as JSON data."""
    return {
        "median": _interval(paired.median),
        "mean": _interval(paired.mean),
        "better": paired.better,
        "equal": paired.equal,
        "worse": paired.worse,
        "verdict": paired.verdict,
    }


def point_dict(point: Point) -> dict[str, Any]:
    """Return a point as JSON data."""
    return {
        "labels": point.labels,
        "median": _interval(point.median),
        "mean": _interval(point.mean),
        "difference": None if point.paired is None else paired_dict(point.paired),
    }


def point_row(name: str, point: Point) -> dict[str, Any]:
    """Return a point as a row of a table, without differences where there is nothing to compare."""
    row: dict[str, Any] = {"name": name, "labels": point.labels}
    row |= _columns("median", point.median) | _columns("mean", point.mean)
    paired = point.paired
    row |= _columns("difference_median", None if paired is None else paired.median)
    row |= _columns("difference_mean", None if paired is None else paired.mean)
    counts = ("better", "equal", "worse")
    told = (None,) * 3 if paired is None else (paired.better, paired.equal, paired.worse)
    return row | dict(zip(counts, told, strict=True))


def _columns(what: str, estimate: Estimate | None) -> dict[str, float | None]:
    ends = (None,) * 3 if estimate is None else (estimate.value, estimate.low, estimate.high)
    return dict(zip((what, f"{what}_low", f"{what}_high"), ends, strict=True))


def balance_dict(balance: Balance) -> dict[str, Any]:
    """Return the classes as JSON data."""
    band = balance.band
    return {
        "mean": list(balance.mean),
        "low": None if band is None else list(band.low),
        "high": None if band is None else list(band.high),
        "coverage": None if band is None else float(band.coverage),
        "few": list(balance.few),
        "many": list(balance.many),
        "outside": _interval(balance.outside),
    }


def recall_dict(paired: Paired | None) -> dict[str, Any] | None:
    """Return the difference on one class as JSON data."""
    return None if paired is None else paired_dict(paired)

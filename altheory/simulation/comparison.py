"""Learning curves as data: runs, and what follows from them with its uncertainty.

Replicates are independent and have one law, so two intervals hold whatever that law: for the
*median*, between order statistics, and for the *mean*, by betting, from the range of an accuracy
alone, which makes it much wider.  No normal approximation is used.  Each interval holds at its
level for itself, not together with the others.  What is compared with random sampling is the
difference within a replicate: same test set, same first labels, same seeds of models.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass
from fractions import Fraction
from functools import lru_cache
from statistics import median
from typing import Any, Self, final

from altheory.bounds._bound import Bound
from altheory.bounds.betting_mean import betting_mean
from altheory.bounds.clopper_pearson import clopper_pearson
from altheory.bounds.sign_test import sign_test
from altheory.discovery import nearest
from altheory.errors import DomainError
from altheory.numeric.estimate import Estimate
from altheory.simulation.class_balance import ClassBand, class_band
from altheory.simulation.curve_text import balances, overview, recalls
from altheory.simulation.learning_results import (
    Balance,
    Paired,
    Point,
    balance_dict,
    paired_dict,
    point_dict,
    recall_dict,
)
from altheory.simulation.learning_runs import LearningRun
from altheory.simulation.strategies import PASSIVE

SCHEMA = "altheory-curve/1"
_NOTES = (
    "difference: accuracy less that of random sampling with as many labels in the same replicate\n"
    "intervals: of the median over replicates, by order statistics, each at its level for itself;\n"
    "  overall: of the mean accuracy over all points but the first\n"
    "labels asked for: means; band: what random samples stay within, all classes together;\n"
    "  outside: runs with a class outside\n"
    "recall: difference of the final accuracy on each class, with * where its interval leaves out 0"
)


@final
@dataclass(frozen=True, slots=True)
class LearningCurve:
    """Runs of several ways to choose, replicate by replicate.

    Parameters
    ----------
    settings
        What reproduces them.
    classes
        What the numbers of classes stand for.
    labels
        The numbers of labels at which accuracy is measured, first labels included.
    tested
        How many instances of each class are tested on.
    available
        The classes that labels asked at random are a sample of, without replacement.
    runs
        The runs of each way to choose, one a replicate; ``random`` is among them.

    """

    settings: Mapping[str, Any]
    classes: tuple[str, ...]
    labels: tuple[int, ...]
    tested: tuple[int, ...]
    available: tuple[int, ...]
    runs: Mapping[str, tuple[LearningRun, ...]]

    @property
    def test_size(self) -> int:
        """How many instances are tested on."""
        return sum(self.tested)

    @property
    def names(self) -> tuple[str, ...]:
        """What is compared with random sampling."""
        return tuple(name for name in self.runs if name != PASSIVE)

    def accuracies(self, name: str) -> tuple[tuple[Fraction, ...], ...]:
        """Return the accuracies at each point, one a replicate."""
        runs = self._runs(name)
        return tuple(
            tuple(Fraction(run.correct[at], self.test_size) for run in runs)
            for at in range(len(self.labels))
        )

    def differences(self, name: str) -> tuple[tuple[Fraction, ...], ...]:
        """Return the accuracies less those of random sampling in the same replicate."""
        own, random = self.accuracies(name), self.accuracies(PASSIVE)
        return tuple(_less(a, b) for a, b in zip(own, random, strict=True))

    def points(self, name: str) -> tuple[Point, ...]:
        """Return the curve of one way to choose."""
        rows = zip(self.labels, self.accuracies(name), self.differences(name), strict=True)
        return tuple(
            Point(
                labels,
                self._median(accuracies, 0),
                self._mean(accuracies, 0),
                None if name == PASSIVE else self._paired(differences),
            )
            for labels, accuracies, differences in rows
        )

    def overall(self, name: str) -> Paired:
        """Return the differences of the mean accuracy over all points but the first."""
        later = self.differences(name)[1:] or self.differences(name)
        return self._paired([sum(of, Fraction(0)) / len(of) for of in zip(*later, strict=True)])

    def recalls(self, name: str) -> tuple[Paired | None, ...]:
        """Return the differences of the final accuracy on each class; None if none is tested on."""
        pairs = list(zip(self._runs(name), self._runs(PASSIVE), strict=True))
        return tuple(
            self._paired([Fraction(a.recalled[c] - b.recalled[c], n) for a, b in pairs])
            if n
            else None
            for c, n in enumerate(self.tested)
        )

    def balance(self, name: str) -> Balance:
        """Return how the classes of the labels that were asked for compare with random ones."""
        runs = self._runs(name)
        counts = [sum(run.histogram) for run in runs]
        bands = {n: _band(self.available, n, self.settings["level"]) for n in {*counts} - {0}}
        sides = [
            bands[n].outside(run.histogram) if n else (0,) * len(self.classes)
            for n, run in zip(counts, runs, strict=True)
        ]
        left = sum(any(side) for side in sides)
        interval = clopper_pearson(left, len(runs), self._delta)
        columns = tuple(zip(*sides, strict=True))
        totals = zip(*(run.histogram for run in runs), strict=True)
        return Balance(
            mean=tuple(sum(total) / len(runs) for total in totals),
            band=bands[counts[0]] if len({*counts}) == 1 and bands else None,
            few=tuple(column.count(-1) for column in columns),
            many=tuple(column.count(1) for column in columns),
            outside=self._estimate(Fraction(left, len(runs)), interval),
        )

    def _runs(self, name: str) -> tuple[LearningRun, ...]:
        if name not in self.runs:
            raise nearest(name, tuple(self.runs), "curve")
        return self.runs[name]

    @property
    def _delta(self) -> Fraction:
        return 1 - Fraction(str(self.settings["level"]))

    def _paired(self, differences: Sequence[Fraction]) -> Paired:
        return Paired(
            self._median(differences, -1),
            self._mean(differences, -1),
            sum(d > 0 for d in differences),
            sum(d == 0 for d in differences),
            sum(d < 0 for d in differences),
        )

    def _median(self, values: Sequence[Fraction], low: int) -> Estimate:
        return self._estimate(median(values), sign_test(values, self._delta, low=low))

    def _mean(self, values: Sequence[Fraction], low: int) -> Estimate:
        mean = sum(values, Fraction(0)) / len(values)
        return self._estimate(mean, betting_mean(values, self._delta, low=low))

    def _estimate(self, value: Fraction, bound: Bound) -> Estimate:
        ends = float(bound.lower), float(bound.upper)
        level, seed = float(self.settings["level"]), self.settings["seed"]
        return Estimate(float(value), *ends, level, bound.n, seed)

    def __str__(self) -> str:
        curves = [
            overview(name, self.overall(name), self.points(PASSIVE), self.points(name))
            for name in self.names
        ]
        asked = balances(self.classes, {name: self.balance(name) for name in self.runs})
        right = recalls(self.classes, {name: self.recalls(name) for name in self.names})
        return "\n\n".join((self._title(), *curves, asked, right, _NOTES))

    def _title(self) -> str:
        s = self.settings
        chosen = "of each class" if s["first"] == "stratified" else "for each class, at random"
        return (
            f"{', '.join(self.names)} against random sampling: {s['mode']} of {s['data']}, "
            f"{s['replicates']} replicate{'s' * (s['replicates'] != 1)}, seed {s['seed']}\n"
            f"{_features(s)}{s['model']}\n"
            f"{s['initial']} first labels {chosen}, then {s['budget']} in batches of {s['batch']}; "
            f"tested on {self.test_size} instances"
        )

    def to_dict(self) -> dict[str, Any]:
        """Return all runs, and what follows from them, as JSON data."""
        return {
            "schema": SCHEMA,
            "settings": dict(self.settings),
            "classes": list(self.classes),
            "labels": list(self.labels),
            "tested": list(self.tested),
            "available": list(self.available),
            "curves": [self._curve(name) for name in self.runs],
        }

    def _curve(self, name: str) -> dict[str, Any]:
        is_passive = name == PASSIVE
        return {
            "name": name,
            "recalls": [] if is_passive else list(map(recall_dict, self.recalls(name))),
            "overall": None if is_passive else paired_dict(self.overall(name)),
            "points": [point_dict(point) for point in self.points(name)],
            "balance": balance_dict(self.balance(name)),
            "runs": [asdict(run) for run in self.runs[name]],
        }

    def to_json(self) -> str:
        """Return the curves as JSON text."""
        return json.dumps(self.to_dict())

    @classmethod
    def from_json(cls, document: str) -> Self:
        """Read what ``to_json`` wrote, or refuse it."""
        try:
            data = json.loads(document)
            if data["schema"] != SCHEMA:
                raise DomainError(f"learning curves have schema {SCHEMA}, got {data['schema']!r}")
            return cls(
                data["settings"],
                tuple(data["classes"]),
                tuple(data["labels"]),
                tuple(data["tested"]),
                tuple(data["available"]),
                {
                    curve["name"]: tuple(LearningRun.of(**run) for run in curve["runs"])
                    for curve in data["curves"]
                },
            )
        except (KeyError, TypeError, ValueError) as error:
            raise DomainError(f"these are no learning curves: {error!r}") from error


@lru_cache(maxsize=256)
def _band(available: tuple[int, ...], n: int, level: Any) -> ClassBand:
    return class_band(available, n, Fraction(str(level)))


def _features(settings: Mapping[str, Any]) -> str:
    scaling = settings.get("features", "")
    return f"features: {scaling}\n" if scaling else ""


def _less(own: Sequence[Fraction], other: Sequence[Fraction]) -> tuple[Fraction, ...]:
    return tuple(a - b for a, b in zip(own, other, strict=True))

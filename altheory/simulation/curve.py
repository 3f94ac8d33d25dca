"""Label complexity as data: one row a goal, and the settings that reproduce it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass
from typing import Any, Self, final

from altheory.errors import DomainError
from altheory.numeric.estimate import Estimate

SCHEMA = "altheory-simulate/1"
# what is proved of a learner's delta, if that is not the delta itself
LEVELS = {
    "a2": ("delta: the proof is of a chance to fail of delta (1 + 1/2 + ... + 1/R) in R rounds",)
}


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """The labels one goal costs.

    Attributes
    ----------
    epsilon, stream
        The goal; the other one is None.
    replicates
        How many runs the row sums up.
    mean_queries, low, high, level
        The mean number of labels and its approximate interval, which fewer than ten
        replicates do not have.
    mean_unlabeled
        The mean number of instances looked at.
    exact
        The closed form of the mean number of labels, None where none is known.
    failures, eliminated_best
        In how many runs the output errs above the goal (if that is a stream, above what
        the learner itself guarantees at its end), and in how many the target was lost.  Under
        noise: the excess error over the best hypothesis of the class, and that
        hypothesis, or the target if it is one of several best.

    """

    epsilon: float | None
    stream: int | None
    replicates: int
    mean_queries: float
    low: float | None
    high: float | None
    level: float
    mean_unlabeled: float
    exact: float | None
    failures: int
    eliminated_best: int

    @property
    def goal(self) -> float | int | None:
        return self.stream if self.epsilon is None else self.epsilon

    def to_dict(self) -> dict[str, Any]:
        """Return the row as JSON data, with its goal alone."""
        unused = "epsilon" if self.epsilon is None else "stream"
        return {key: value for key, value in asdict(self).items() if key != unused}

    @classmethod
    def from_dict(cls, data: Mapping[str, Any]) -> Self:
        """Return the row that ``to_dict`` wrote."""
        fields: dict[str, Any] = {"epsilon": None, "stream": None, **data}
        return cls(**fields)


@final
@dataclass(frozen=True, slots=True)
class Curve:
    """Label complexity over several goals, and the settings that reproduce it."""

    settings: Mapping[str, Any]
    rows: tuple[Row, ...]

    @property
    def estimates(self) -> tuple[Estimate, ...]:
        """The mean numbers of labels with their intervals, of rows that have one."""
        seed = self.settings["seed"]
        return tuple(
            Estimate(row.mean_queries, row.low, row.high, row.level, row.replicates, seed)
            for row in self.rows
            if row.low is not None and row.high is not None
        )

    def to_json(self) -> str:
        """Return the curve as JSON text."""
        rows = [row.to_dict() for row in self.rows]
        document = {"schema": SCHEMA, "settings": dict(self.settings), "rows": rows}
        return json.dumps(document, indent=2)

    @classmethod
    def from_json(cls, document: str) -> Self:
        """Read what ``to_json`` wrote, or refuse it."""
        try:
            data = json.loads(document)
            if data["schema"] != SCHEMA:
                raise DomainError(f"a curve has schema {SCHEMA}, got {data['schema']!r}")
            return cls(data["settings"], tuple(map(Row.from_dict, data["rows"])))
        except (KeyError, TypeError, ValueError) as error:
            raise DomainError(f"this is no curve: {error!r}") from error

    def __str__(self) -> str:
        s = self.settings
        noise = "" if s["noise"] == "none" else f"noise {s['noise']}, "
        theorem = "".join(f"{name} {s[name]}, " for name in ("bound", "delta") if name in s)
        target = "" if s["target"] is None else f"target {s['target']}, "
        title = (
            f"{s['learner']} on {s['hypotheses']}, {noise}{theorem}{target}"
            f"{s['replicates']} replicate{'s' * (s['replicates'] != 1)}, seed {s['seed']}"
        )
        goal = "stream" if s["epsilon"] is None else "epsilon"
        level = f"{self.rows[0].level:.0%} interval"
        lost = "target lost" if s["noise"] == "none" else "best lost"
        head = (goal, "labels", level, "exact", "unlabeled", "failures", lost)
        table = [head, *map(_cells, self.rows)]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines = ("  ".join(map(str.rjust, cells, widths)) for cells in table)
        measured = "epsilon" if goal == "epsilon" else "what the learner guarantees at the end"
        error = "error" if s["noise"] == "none" else "excess error over the best of the class"
        notes = (
            f"interval: {s['interval']}, from 10 replicates on",
            f"failures: outputs whose {error} is above {measured}",
            *LEVELS.get(s["learner"], ()),
        )
        return "\n".join((title, "", *lines, "", *notes))


def _cells(row: Row) -> tuple[str, ...]:
    interval = "-" if row.low is None else f"[{row.low:.6g}, {row.high:.6g}]"
    exact = "-" if row.exact is None else f"{row.exact:.6g}"
    means = f"{row.mean_queries:.6g}", interval, exact, f"{row.mean_unlabeled:.6g}"
    return (f"{row.goal:g}", *means, str(row.failures), str(row.eliminated_best))

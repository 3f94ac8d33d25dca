r"""Label complexity by simulation, with its uncertainty and the exact value beside it.

For each goal, an accuracy :math:`\varepsilon` or a stream of instances, the mean
number of labels over independent replicates.  The interval is the usual normal
approximation :math:`\bar Q \pm z\, s / \sqrt R`: label counts are unbounded, so no
distribution-free interval exists, and nothing here is decided by it.  The exact
column comes from :mod:`altheory.theory`, where a closed form exists.
"""

import json
import math
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import Executor
from dataclasses import asdict, dataclass
from fractions import Fraction
from statistics import NormalDist
from typing import Any, Self, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.estimate import Estimate
from altheory.numeric.inputs import positive
from altheory.numeric.seeds import generator
from altheory.protocols import HypothesisClass
from altheory.simulation.journal import Journal
from altheory.simulation.replicates import blocks_of, gather
from altheory.simulation.roster import build
from altheory.simulation.task import Block, Goal, Task

SCHEMA = "altheory-simulate/1"
LEVEL = 0.95


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
        The mean number of labels and its approximate interval, which a single
        replicate does not have.
    mean_unlabeled
        The mean number of instances looked at.
    exact
        The closed form of the mean number of labels, None where none is known.
    failures, eliminated_best
        In how many runs the output errs above the goal (above the learner's own
        guarantee if the goal is a stream), and in how many the target was lost.

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
        except (KeyError, TypeError, json.JSONDecodeError) as error:
            raise DomainError(f"this is no curve: {error!r}") from error

    def __str__(self) -> str:
        s = self.settings
        title = (
            f"{s['learner']} on {s['hypotheses']}, target {s['target']}, "
            f"{s['replicates']} replicates, seed {s['seed']}"
        )
        goal = "stream" if s["epsilon"] is None else "epsilon"
        head = (goal, "labels", f"{LEVEL:.0%} interval", "exact", "unlabeled", "failures", "lost")
        table = [head, *map(_cells, self.rows)]
        widths = [max(map(len, column)) for column in zip(*table, strict=True)]
        lines = ("  ".join(map(str.rjust, cells, widths)) for cells in table)
        return "\n".join((title, "", *lines, "", f"interval: {s['interval']}"))


def label_complexity(
    hypotheses: HypothesisClass[Any, Any, Any],
    *,
    learner: str = "cal",
    epsilons: Iterable[Any] | None = None,
    streams: Iterable[Any] | None = None,
    replicates: int = 1000,
    rng: np.random.Generator | int | None = None,
    target: Any = None,
    batch: int = 1,
    executor: Executor | None = None,
    journal: Journal | None = None,
    report: Callable[[int, int], None] | None = None,
) -> Curve:
    """Return the mean number of labels for each goal, under the class's uniform law.

    Parameters
    ----------
    hypotheses
        The class.
    learner
        The learner's name, such as ``"cal"``.
    epsilons, streams
        The goals, of one kind or the other: stop when the learner guarantees an
        error of at most epsilon, or after a stream of so many instances.
    replicates
        How many independent runs a goal gets.
    rng
        The seed of the simulation, or a generator that draws it.
    target
        The hypothesis that answers; None draws one in each replicate.
    batch
        How many labels are asked together.
    executor
        Who computes the blocks; the result does not depend on it.
    journal
        Where finished blocks are kept against an interruption.
    report
        Told after each block how many are done, of how many.

    Raises
    ------
    DomainError
        If the goals, the number of replicates or the batch are out of range.
    UnknownNameError
        If no learner bears the name.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> curve = label_complexity(Thresholds(), learner="bisection", epsilons=[0.25], rng=0)
    >>> curve.rows[0].mean_queries, curve.rows[0].exact
    (1.0, 1.0)

    """
    build(learner, hypotheses, batch)  # refuse a bad name or batch before any work
    goals, seed = goals_of(epsilons, streams), _seed(rng)
    parts = blocks_of(replicates)
    tasks = [
        Task(
            hypotheses=hypotheses,
            learner=learner,
            goal=goal,
            target=target,
            batch=batch,
            seed=seed,
            index=index,
            size=size,
        )
        for goal in goals
        for index, size in parts
    ]
    blocks = gather(tasks, executor, journal=journal, report=report)
    rows = (_row(tasks[i], blocks[i : i + len(parts)]) for i in range(0, len(tasks), len(parts)))
    settings = {
        "hypotheses": repr(hypotheses),
        "learner": learner,
        "noise": "none",
        "target": "uniform" if target is None else str(target),
        "epsilon": None if goals[0].epsilon is None else [str(goal.epsilon) for goal in goals],
        "stream": None if goals[0].stream is None else [goal.stream for goal in goals],
        "batch": batch,
        "replicates": replicates,
        "seed": seed,
        "interval": "normal approximation",
    }
    return Curve(settings, tuple(rows))


def goals_of(epsilons: Iterable[Any] | None, streams: Iterable[Any] | None) -> tuple[Goal, ...]:
    """Return the goals of one kind, without repetitions, or refuse them."""
    if (epsilons is None) == (streams is None):
        raise DomainError("give either epsilon or stream, exactly one of them")
    goals = [Goal(epsilon=positive(e, "epsilon")) for e in epsilons or ()]
    goals += [Goal(stream=n) for n in streams or ()]
    if not goals:
        raise DomainError("at least one goal is needed, got none")
    return tuple(dict.fromkeys(goals))


def _seed(rng: np.random.Generator | int | None) -> int:
    """Return a seed as it is, and otherwise one drawn from the generator."""
    if isinstance(rng, int | np.integer):
        return int(rng)
    return int(generator(rng).integers(2**63))


def _row(task: Task, blocks: list[Block]) -> Row:
    """Sum up the blocks of one goal; sums are exact, so their order is no matter."""
    queries = [q for block in blocks for q in block.queries]
    n, total = len(queries), sum(queries)
    mean = Fraction(total, n)
    low, high = _interval(mean, queries)
    return Row(
        epsilon=None if task.goal.epsilon is None else float(task.goal.epsilon),
        stream=task.goal.stream,
        replicates=n,
        mean_queries=float(mean),
        low=low,
        high=high,
        level=LEVEL,
        mean_unlabeled=float(Fraction(sum(block.unlabeled for block in blocks), n)),
        exact=_exact(task),
        failures=sum(block.failures for block in blocks),
        eliminated_best=sum(block.eliminated_best for block in blocks),
    )


def _interval(mean: Fraction, queries: list[int]) -> tuple[float | None, float | None]:
    """Return the normal approximation; the spread relative to the mean never overflows."""
    n = len(queries)
    if n == 1:
        return None, None
    if mean == 0:
        return 0.0, 0.0
    squares = Fraction(sum(q * q for q in queries), n) / mean**2 - 1
    margin = NormalDist().inv_cdf((1 + LEVEL) / 2) * math.sqrt(squares / (n - 1))
    return float(mean) * max(1 - margin, 0.0), float(mean) * (1 + margin)


def _exact(task: Task) -> float | None:
    """Return the closed form of the mean number of labels, if a law covers it."""
    from altheory.theory.exact_mean import exact_mean  # its laws load computer algebra

    form = exact_mean(
        hypotheses=task.hypotheses,
        learner=task.learner,
        quantity="queries",
        target=task.target,
        epsilon=task.goal.epsilon,
        stream=task.goal.stream,
        batch=task.batch,
    )
    return None if form is None else float(form)


def _cells(row: Row) -> tuple[str, ...]:
    interval = "-" if row.low is None else f"[{row.low:.6g}, {row.high:.6g}]"
    exact = "-" if row.exact is None else f"{row.exact:.6g}"
    means = f"{row.mean_queries:.6g}", interval, exact, f"{row.mean_unlabeled:.6g}"
    return (f"{row.goal:g}", *means, str(row.failures), str(row.eliminated_best))

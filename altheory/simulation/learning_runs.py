"""One run of a learning curve: labels asked, and the accuracy they bring, batch by batch.

A run is a pure function of its task.  Splits, first labels and the seeds of models depend on the
replicate alone, so the runs of one replicate are paired whatever chooses.  In a pool the whole
batch is chosen at once.  In a stream instances pass by one after the other, in the same random
order; a learner whose rule asks too little keeps its model to the end.
"""

import importlib
from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, final

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition.committee import bootstrap
from altheory.protocols import Floats
from altheory.simulation.learning_data import Dataset
from altheory.simulation.predictors import predictor, tolerant_fit
from altheory.simulation.selective_rules import SelectiveRule
from altheory.simulation.splits import Design, Split, split_of, stream_of
from altheory.simulation.strategies import Situation, Strategy

MEMBERS = 8  # of a committee


@final
@dataclass(frozen=True, slots=True, eq=False)
class LearningTask:
    """One replicate of one way to choose.

    Parameters
    ----------
    data, model, design
        What is learned, by what, and how.
    chooser
        A strategy, of a pool, or a rule, of a stream.
    replicate
        Which one.

    """

    data: Dataset
    model: Any
    design: Design
    chooser: Strategy | SelectiveRule
    replicate: int

    @property
    def name(self) -> str:
        return f"{self.chooser.name}, replicate {self.replicate}"


@final
@dataclass(frozen=True, slots=True)
class LearningRun:
    """What a run brought.

    Attributes
    ----------
    correct
        How many of the test set are right at each point of the curve.
    recalled
        How many of each class of it are right at the end.
    queries
        Which instances of the data were asked about, in order, beside the first labels.
    histogram
        How many of them are of each class.
    seen
        How many instances were looked at: all of a pool.

    """

    correct: tuple[int, ...]
    recalled: tuple[int, ...]
    queries: tuple[int, ...]
    histogram: tuple[int, ...]
    seen: int

    @classmethod
    def of(
        cls,
        correct: list[int],
        recalled: list[int],
        queries: list[int],
        histogram: list[int],
        seen: int,
    ) -> "LearningRun":
        """Return the run whose fields were written down as lists."""
        return cls(tuple(correct), tuple(recalled), tuple(queries), tuple(histogram), seen)


def learning_run(task: LearningTask) -> LearningRun:
    """Return the run of a task; a pure function, by one thread of linear algebra."""
    chooser = task.chooser
    follow = _pool_run if isinstance(chooser, Strategy) else _stream_run
    with _one_thread():
        lesson = _Lesson(task)
        queries, seen = follow(lesson, chooser)
    classes = len(task.data.classes)
    return LearningRun.of(
        lesson.correct,
        np.bincount(task.data.y[lesson.right], minlength=classes).tolist(),
        queries,
        np.bincount(task.data.y[queries], minlength=classes).tolist(),
        seen,
    )


@final
class _Lesson:
    """The labels so far, the model they make, and how good it is."""

    def __init__(self, task: LearningTask) -> None:
        self.task = task
        self.split: Split = split_of(task.data, task.design, task.replicate)
        self.labeled = self.split.labeled
        self.correct: list[int] = []
        self.learn(self.labeled[:0])

    def rng(self, *purpose: Any) -> np.random.Generator:
        """Return a generator that depends on the replicate, and on how many labels there are."""
        return stream_of(self.task.design, self.task.replicate, *purpose, len(self.labeled))

    def learn(self, new: NDArray[np.intp]) -> None:
        """Buy labels, fit the model to all, and test it."""
        data = self.task.data
        self.labeled = np.concatenate([self.labeled, new])
        X, y = data.X[self.labeled], data.y[self.labeled]
        fitted = tolerant_fit(self.task.model)(X, y, self.rng("model"))
        self.predict = predictor(fitted, len(data.classes))
        said = self.predict(data.X[self.split.test]).argmax(axis=1)
        self.right = self.split.test[said == data.y[self.split.test]]
        self.correct.append(len(self.right))

    def committee(self, X: Floats) -> Floats:
        """Return what models of bootstrap samples say: ``float64[M, n, C]``."""
        data = self.task.data
        own = bootstrap(
            tolerant_fit(self.task.model),
            data.X[self.labeled],
            data.y[self.labeled],
            MEMBERS,
            self.rng("committee"),
        )
        columns = [int(c) for c in own.classes]
        table = np.zeros((MEMBERS, len(X), len(data.classes)))
        table[:, :, columns] = own.predict_proba(X)
        return table


def _pool_run(lesson: _Lesson, strategy: Any) -> tuple[list[int], int]:
    """Choose batches until the budget is used up or the pool is empty."""
    data, waiting = lesson.task.data, lesson.split.pool
    points = lesson.task.design.points(len(waiting))
    queries: list[int] = []
    for before, after in pairwise(points):
        situation = Situation(
            data.X,
            lesson.labeled,
            waiting,
            _of(lesson.predict, data.X[waiting]),
            _of(lesson.committee, data.X[waiting]),
            lesson.rng("chance", strategy.name),
        )
        places = strategy.chosen(situation, after - before)
        queries += waiting[places].tolist()
        lesson.learn(waiting[places])
        waiting = np.delete(waiting, places)
    return queries, len(lesson.split.pool)


def _of(function: Callable[[Floats], Floats], X: Floats) -> Callable[[], Floats]:
    return lambda: function(X)


def _stream_run(lesson: _Lesson, rule: Any) -> tuple[list[int], int]:
    """Ask or pass, one instance after the other, until the budget or the stream ends."""
    task, arriving = lesson.task, lesson.split.pool
    points = task.design.points(len(arriving))
    chances = lesson.rng("chance", rule.name).random(len(arriving))
    queries: list[int] = []
    seen = 0
    for before, after in pairwise(points):
        probs = lesson.predict(task.data.X[arriving[seen:]])
        asked: list[int] = []
        for probs_C in probs:
            if len(asked) == after - before:
                break
            if chances[seen] < rule.decide(probs_C).probability:
                asked.append(int(arriving[seen]))
            seen += 1
        if asked:
            lesson.learn(np.array(asked, dtype=np.intp))
        else:
            lesson.correct.append(lesson.correct[-1])
        queries += asked
    return queries, seen


def _one_thread() -> AbstractContextManager[Any]:
    """Return a context in which sums are added in one order, however many cores there are."""
    try:
        pools = importlib.import_module("threadpoolctl")  # comes with scikit-learn
    except ImportError:
        return nullcontext()
    limits: AbstractContextManager[Any] = pools.threadpool_limits(1)
    return limits

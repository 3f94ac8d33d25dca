"""A hundred margin queries on digits, one at a time, beside a plain loop over scikit-learn."""

from collections.abc import Callable
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from typing import Any

import numpy as np

from altheory.bench.row import Contender, Row
from altheory.bench.rows._scores import of_package
from altheory.simulation.learning_data import Dataset, dataset_called
from altheory.simulation.learning_runs import LearningTask, learning_run
from altheory.simulation.predictors import model_called
from altheory.simulation.splits import Design, split_of
from altheory.simulation.strategies import strategy

DESIGN = Design(budget=100, batch=1, seed=20261122)


@cache
def digits() -> Dataset:
    """Return the data, loaded once."""
    return dataset_called("digits")


def by_altheory() -> tuple[int, ...]:
    """Run one replicate: a fit, a test and a choice for each label."""
    task = LearningTask(digits(), model_called("logistic"), DESIGN, strategy("margin"), 0)
    return learning_run(task).queries


def by_plain_loop() -> tuple[int, ...]:
    """Do the same with nothing but scikit-learn and NumPy."""
    return looped(smallest_margin)


def by_modal() -> tuple[int, ...]:
    """Let modAL choose in the plain loop.

    Its learners cannot be taught any more: they call scikit-learn by a parameter that is gone.
    """
    margin_sampling = import_module("modAL.uncertainty").margin_sampling
    return looped(lambda model, pool: int(margin_sampling(model, pool)[0][0]))


def looped(choose: Callable[[Any, Any], int]) -> tuple[int, ...]:
    """Fit, test and choose for each label."""
    X, y, split = digits().X, digits().y, split_of(digits(), DESIGN, 0)
    labeled, waiting, model = list(split.labeled), list(split.pool), model_called("logistic")
    asked: list[int] = []
    with import_module("threadpoolctl").threadpool_limits(1):
        while len(asked) < DESIGN.budget:
            model.fit(X[labeled], y[labeled])
            model.score(X[split.test], y[split.test])
            place = choose(model, X[waiting])
            asked.append(int(waiting[place]))
            labeled.append(waiting.pop(place))
        model.fit(X[labeled], y[labeled])
        model.score(X[split.test], y[split.test])
    return tuple(asked)


def smallest_margin(model: Any, pool: Any) -> int:
    """Return the first instance whose two likeliest classes are nearest."""
    ordered = np.sort(model.predict_proba(pool), axis=1)
    return int(np.argmin(ordered[:, -1] - ordered[:, -2]))


def judged(answer: Any) -> str:
    """Say whether the queries are those of the plain loop."""
    same = sum(a == b for a, b in zip(answer, by_plain_loop(), strict=True))
    return f"{same} of {DESIGN.budget} queries as in the plain loop"


def contenders() -> tuple[Contender, ...]:
    """Return altheory and the loop, or who says what is missing."""
    if find_spec("sklearn") is None:
        return (Contender("altheory", tuple, lambda _: "not run: scikit-learn is missing"),)
    return (
        Contender("altheory", by_altheory, judged),
        Contender("plain loop over scikit-learn", by_plain_loop, judged),
    )


def peers() -> tuple[Contender, ...]:
    """Return modAL, or how it is had."""
    found = Contender("modAL in the loop", by_modal, judged)
    return of_package("modAL.uncertainty", "modAL-python", found)


ROW = Row(
    title="100 margin queries on digits, logistic regression, tested after each",
    goal="same queries as a plain loop over scikit-learn, at most 1.2 times its time",
    contenders=contenders,
    peers=peers,
)

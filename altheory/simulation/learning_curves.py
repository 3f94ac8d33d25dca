"""Learning curves by simulation: strategies of a pool, rules of a stream, against random sampling.

Each replicate draws a test set, first labels and a pool, and everything compared starts from
these.  Runs are independent pieces of work, so they can be computed anywhere, in any order, and
gone on with after an interruption.
"""

from collections.abc import Callable, Iterable, Mapping, Sequence
from concurrent.futures import Executor
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import listed, open_unit
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.journal import Journal
from altheory.simulation.learning_data import Dataset
from altheory.simulation.learning_runs import LearningRun, LearningTask, learning_run
from altheory.simulation.predictors import require_model
from altheory.simulation.replicates import complete, replicates_of
from altheory.simulation.selective_rules import SelectiveRule, passive_rule, rule
from altheory.simulation.splits import Design, held_out_sizes, pool_sizes
from altheory.simulation.strategies import PASSIVE, Strategy, strategy

LEVEL = 0.95


def learning_curve(
    data: Dataset,
    model: Any,
    acquisitions: Iterable[Any] | Any,
    *,
    design: Design,
    replicates: int = 20,
    level: float = LEVEL,
    executor: Executor | None = None,
    journal: Journal | None = None,
    report: Callable[[int, int], None] | None = None,
) -> LearningCurve:
    """Return the test accuracy of strategies on a pool, and its difference from random sampling.

    Parameters
    ----------
    data
        Instances with their classes; see :func:`~altheory.simulation.learning_data.dataset`.
    model
        What learns, in scikit-learn's convention; copies of it are fitted to all labels so far.
    acquisitions
        One or several: names in ``STRATEGIES``, strategies, or functions from probabilities
        ``[N, C]`` to scores ``[N]``, the larger asked first.  Random sampling is always there.
    design
        Budget, batch, first labels, the share that is tested on, and the seed.
    replicates
        How many independent replicates; below 6 an interval at level .95 of a median says nothing.
    level
        Of each interval.
    executor, journal, report
        Who computes, where finished runs are kept (opened with ``read=LearningRun.of``), and who
        is told how many are done; none of them shows in the result.

    Raises
    ------
    DomainError
        If data, model or numbers do not go together, or a strategy chooses badly.
    UnknownNameError
        If no strategy has the name.

    Examples
    --------
    >>> from altheory.simulation.learning_data import dataset_called
    >>> from altheory.simulation.predictors import model_called
    >>> iris, bayes = dataset_called("iris"), model_called("naive-bayes")
    >>> design = Design(budget=4, batch=2)
    >>> curve = learning_curve(iris, bayes, "margin", design=design, replicates=2)
    >>> curve.labels, curve.names
    ((6, 8, 10), ('margin',))

    """
    open_unit(level, "a level")
    chosen = [strategy(given) for given in _several(acquisitions, Strategy)]
    arms = [strategy(PASSIVE), *(one for one in chosen if one.name != PASSIVE)]
    parts = _parts(data, model, arms, design, replicates)
    done = complete(parts, learning_run, executor, journal=journal, report=report)
    return _curve("pool", parts, done, level)


def selective_curve(
    data: Dataset,
    model: Any,
    rules: Iterable[Any] | Any,
    *,
    design: Design,
    replicates: int = 20,
    level: float = LEVEL,
    executor: Executor | None = None,
    journal: Journal | None = None,
    report: Callable[[int, int], None] | None = None,
) -> LearningCurve:
    """Return the test accuracy of rules on a stream: the pool in random order, passed once.

    As :func:`learning_curve`, with ``rules``, such as ``"threshold:0.4"`` or ``"selective:0.1"``,
    in place of acquisitions.  A batch is how many labels are bought before the model is fitted
    anew.  Accuracy at a number of labels is that of a learner allowed so many: one whose rule
    asks for fewer keeps its model.
    """
    open_unit(level, "a level")
    chosen = [rule(given) for given in _several(rules, SelectiveRule)]
    arms = [passive_rule(), *(one for one in chosen if one.name != PASSIVE)]
    parts = _parts(data, model, arms, design, replicates)
    done = complete(parts, learning_run, executor, journal=journal, report=report)
    return _curve("stream", parts, done, level)


def _several(given: Any, kind: type) -> list[Any]:
    """Return what is given as a list, one alone included."""
    alone = isinstance(given, str | kind) or callable(given)
    found = [given] if alone else listed(given, "acquisitions")
    if not found:
        raise DomainError("at least one acquisition is compared with random sampling, got none")
    return found


def _parts(
    data: Dataset,
    model: Any,
    arms: Sequence[Strategy | SelectiveRule],
    design: Design,
    replicates: int,
) -> list[LearningTask]:
    """Return all runs, or refuse what cannot be compared before any work."""
    names = [arm.name for arm in arms]
    if len({*names}) < len(names):
        raise DomainError(f"what is compared has distinct names, got {', '.join(names[1:])}")
    require_model(model)
    pool_sizes(data, design)
    runs = replicates_of(replicates)
    return [LearningTask(data, model, design, arm, i) for arm in arms for i in range(runs)]


def _curve(
    mode: str, parts: Sequence[LearningTask], done: Mapping[str, LearningRun], level: Any
) -> LearningCurve:
    """Put the runs into the order of their tasks."""
    one = parts[0]
    data, design, tested = one.data, one.design, held_out_sizes(one.data, one.design)
    names = list(dict.fromkeys(task.chooser.name for task in parts))
    first = design.initial * len(data.classes)
    return LearningCurve(
        settings={
            "mode": mode,
            "data": data.name,
            "data_sha256": data.digest,
            "features": data.scaling,
            "model": " ".join(repr(one.model).split()),
            "compared": names,
            "budget": design.budget,
            "batch": design.batch,
            "initial": design.initial,
            "first": design.first,
            "test": str(design.test),
            "replicates": len(parts) // len(names),
            "seed": design.seed,
            "level": float(level),
            "intervals": "median: order statistics; mean: betting, range [0, 1] or [-1, 1]",
        },
        classes=data.classes,
        labels=tuple(first + n for n in design.points(sum(data.sizes) - sum(tested) - first)),
        tested=tested,
        available=pool_sizes(data, design),
        runs={
            name: tuple(done[task.name] for task in parts if task.chooser.name == name)
            for name in names
        },
    )

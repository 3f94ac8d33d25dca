r"""Label complexity by simulation, with its uncertainty and the exact value beside it.

For each goal, an accuracy :math:`\varepsilon` or a stream of instances, the mean
number of labels over independent replicates.  The interval is the usual normal
approximation :math:`\bar Q \pm z\, s / \sqrt R`: label counts are unbounded, so no
distribution-free interval exists, and nothing here is decided by it; below 10
replicates none is given.  The exact column comes from :mod:`altheory.theory`, where a
closed form exists.
"""

import math
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import replace
from fractions import Fraction
from statistics import NormalDist
from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.protocols import HypothesisClass, Real
from altheory.simulation.agnostic import bound_of, level_of, needs_theorem, refuse_unused
from altheory.simulation.curve import Curve, Row
from altheory.simulation.journal import Journal
from altheory.simulation.naming import described, shortened
from altheory.simulation.replicate import require_possible
from altheory.simulation.replicates import gather, replicates_of, seed_of
from altheory.simulation.roster import require_learner, takes_delta
from altheory.simulation.separator_limits import require_dimension, require_labelings
from altheory.simulation.targets import target_of
from altheory.simulation.task import Block, Goal, Task, goals_of
from altheory.simulation.truth import has_target

LEVEL = 0.95
LEAST = 10  # replicates of an interval; with fewer the normal approximation is no use


def label_complexity(
    hypotheses: HypothesisClass[Any, Any, Any],
    *,
    learner: str = "cal",
    epsilons: Iterable[Any] | Real | None = None,
    streams: Iterable[Any] | int | None = None,
    replicates: int = 1000,
    rng: np.random.Generator | int | None = None,
    target: Any = None,
    batch: int = 1,
    noise: str = "none",
    bound: str | None = None,
    delta: Any = None,
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
        The goals, one or several, of one kind or the other: stop when the learner
        guarantees an error of at most epsilon, or after so many instances.
    replicates
        How many independent runs a goal gets.
    rng
        The seed of the simulation, or a generator that draws it.
    target
        The hypothesis that answers, or its text such as ``"1/3"`` or ``"+--+"``, or a
        number that is a threshold; None draws one in each replicate.  Ties, blocks and
        pure noise have none.
    batch
        How many labels are asked together.
    noise
        How labels are corrupted, as the command line writes it: ``"none"``,
        ``"classification:0.1"``, ``"massart:0.5"``, ``"tsybakov:2"``, ``"tie"``,
        ``"block"``, ``"pure"``.
    bound
        The uniform theorem of A2, and of passive learning under noise: a file of
        :mod:`altheory.bounds` that covers the class, by default the first of
        clopper-pearson, dkw and vc that does.
    delta
        Their probability of failure, and that of margin-based learning, 1/20 by default.
    executor
        Who computes the blocks; the result does not depend on it.
    journal
        Where finished blocks are kept against an interruption.
    report
        Told after each block how many are done, of how many.

    Raises
    ------
    DomainError
        If the goals, the target, the number of replicates or the batch are out of
        range, or beyond what a simulation gets through, or a bound, a delta or a target
        would change nothing.
    BudgetError
        If a run asks for more labels, or for finer regions, than a simulation gets through.
    UnknownNameError
        If no learner, noise or bound bears the name.
    NoUniformTheoremError
        If the bound does not hold for all hypotheses of the class at once.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> curve = label_complexity(Thresholds(), learner="bisection", epsilons=[0.25], rng=0)
    >>> curve.rows[0].mean_queries, curve.rows[0].exact
    (1.0, 1.0)

    """
    require_learner(learner, hypotheses)
    refuse_unused(learner, noise, bound=bound, delta=delta)
    if target is not None and not has_target(hypotheses, noise):
        text = shortened(str(target))
        raise DomainError(f"labels under noise {noise} have no target, got {text}; leave it out")
    agnostic = needs_theorem(learner, noise)
    template = Task(
        hypotheses=hypotheses,
        learner=learner,
        goal=Goal(stream=1),
        target=target_of(hypotheses, target),
        batch=batch,
        noise=noise,
        bound=bound_of(hypotheses, bound) if agnostic else None,
        delta=level_of(delta) if agnostic or takes_delta(learner) else None,
        seed=seed_of(rng),
    )
    tasks = [replace(template, goal=goal) for goal in goals_of(epsilons, streams)]
    runs = replicates_of(replicates)
    for task in tasks:
        require_possible(task)
        require_dimension(task, runs)
        require_labelings(task, runs)
    totals = gather(tasks, replicates, executor, journal=journal, report=report)
    return Curve(_settings(tasks, replicates), tuple(map(_row, tasks, totals)))


def _settings(tasks: Sequence[Task], replicates: int) -> dict[str, Any]:
    """Return what reproduces the curve; a bound and a delta are there if they have an effect."""
    one, goals = tasks[0], [task.goal for task in tasks]
    theorem = {"bound": one.bound, "delta": None if one.delta is None else str(one.delta)}
    return {
        "hypotheses": described(one.hypotheses),
        "learner": one.learner,
        "noise": one.noise,
        **{name: value for name, value in theorem.items() if value is not None},
        "target": _said(one),
        "epsilon": None if goals[0].epsilon is None else [str(goal.epsilon) for goal in goals],
        "stream": None if goals[0].stream is None else [goal.stream for goal in goals],
        "batch": one.batch,
        "replicates": replicates,
        "seed": one.seed,
        "interval": "normal approximation",
    }


def _said(task: Task) -> str | None:
    """Return what the target is called, None if the labels do not depend on one."""
    if task.target is not None:
        return shortened(str(task.target))
    return "uniform" if has_target(task.hypotheses, task.noise) else None


def _row(task: Task, total: Block) -> Row:
    """Return the row of one goal; sums are exact, so their order is no matter."""
    n = len(total.queries)
    mean = Fraction(sum(total.queries), n)
    low, high = _interval(mean, total.queries)
    return Row(
        epsilon=None if task.goal.epsilon is None else float(task.goal.epsilon),
        stream=task.goal.stream,
        replicates=n,
        mean_queries=float(mean),
        low=low,
        high=high,
        level=LEVEL,
        mean_unlabeled=float(Fraction(total.unlabeled, n)),
        exact=_exact(task),
        failures=total.failures,
        eliminated_best=total.eliminated_best,
    )


def _interval(mean: Fraction, queries: tuple[int, ...]) -> tuple[float | None, float | None]:
    """Return the normal approximation; the spread relative to the mean never overflows."""
    n = len(queries)
    if n < LEAST:
        return None, None
    if mean == 0:
        return 0.0, 0.0
    squares = Fraction(sum(q * q for q in queries), n) / mean**2 - 1
    margin = NormalDist().inv_cdf((1 + LEVEL) / 2) * math.sqrt(squares / (n - 1))
    return float(mean) * max(1 - margin, 0.0), float(mean) * (1 + margin)


def _exact(task: Task) -> float | None:
    """Return the closed form of the mean number of labels, if a law covers it."""
    if task.noise != "none":
        return None
    from altheory.theory.means import exact_mean  # its laws load computer algebra

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

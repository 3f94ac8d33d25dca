"""Blocks of replicates of agnostic learners on thresholds under the uniform law.

A2 runs in its kernel, and passive learning is one sample, sorted.  What a run is worth
is decided exactly: the excess error of its output, and whether it kept the named best.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import Judge
from altheory.simulation.agnostic import DELTA
from altheory.simulation.label_chances import Chances, chances
from altheory.simulation.task import FINEST as NEVER
from altheory.simulation.task import Block, Outcome, Task
from altheory.simulation.threshold_a2 import FINEST, a2_on_thresholds, bought, in_order
from altheory.simulation.threshold_errors import WHOLE, Profile
from altheory.simulation.truth import Truth, truth_of

LONGEST = 2**40  # on longer streams a region may get smaller than floats can tell

One: TypeAlias = Callable[[np.random.Generator, Chances, Truth], Outcome]


def is_batched(task: Task) -> bool:
    """Tell whether the kernels can do a task: that of A2, or of agnostic passive learning."""
    known = task.learner in {"a2", "passive"} and task.bound is not None
    if not known or not isinstance(task.hypotheses, Thresholds):
        return False
    goal, target = task.goal, task.target or Threshold(Fraction(1, 2))
    coarse = goal.epsilon is None or goal.epsilon >= FINEST
    short = goal.stream is None or goal.stream <= LONGEST
    labels = truth_of(task.hypotheses, task.noise, target).labels
    return coarse and short and chances(labels) is not None


def agnostic_block(task: Task) -> Block:
    """Return the block of a task that is batched."""
    rng, one = task.rng, _a2(task) if task.learner == "a2" else _passive(task)
    known = None if task.target is None else truth_of(task.hypotheses, task.noise, task.target)
    outcomes: list[Outcome] = []
    for _ in range(task.size):
        target = task.hypotheses.draw_target(rng) if known is None else task.target
        truth = known or truth_of(task.hypotheses, task.noise, target)
        outcomes.append(one(rng, _chances(truth), truth))
    return Block.of(outcomes)


def _chances(truth: Truth) -> Chances:
    known = chances(truth.labels)
    if known is None:
        raise DomainError(f"no batches of labels can be drawn from {truth.labels!r}")
    return known


def _a2(task: Task) -> One:
    """Return how one run of A2 is done; on a stream it never stops by itself."""
    epsilon, delta = task.goal.epsilon or NEVER, task.delta or DELTA
    judge = Judge(bound=task.theorem, epsilon=epsilon, delta=delta)
    limit = float(task.goal.stream or "inf")

    def one(rng: np.random.Generator, known: Chances, truth: Truth) -> Outcome:
        run = a2_on_thresholds(rng, judge, known, limit=limit)
        promised = epsilon if run.finished else run.mass
        lost = truth.best.cut not in run.cuts.space.cuts
        return run.queries, run.unlabeled, truth.excess(run.output) > promised, lost

    return one


def _passive(task: Task) -> One:
    """Return how one sample is bought; no hypothesis is dropped."""
    n = task.sample_size
    promised = task.promised(n)

    def one(rng: np.random.Generator, known: Chances, truth: Truth) -> Outcome:
        sample = bought(rng, WHOLE, n, known)
        profile = Profile.of(*in_order(sample.xs, sample.ys), WHOLE)
        first = profile.at_most(profile.fewest)
        middle = Fraction(float(first.starts[0])) / 2 + Fraction(float(first.ends[0])) / 2
        return n, n, truth.excess(Threshold(middle)) > promised, False

    return one

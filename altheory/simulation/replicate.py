"""Independent replicates of one run, in blocks that can be computed anywhere.

A block is a pure function of its task: the generator is that of the stream named
by the task, and nothing else is random.  So it makes no difference which worker
computes a block, when, or how often.
"""

from collections.abc import Iterable
from typing import Any

import numpy as np

from altheory.learners.cal import CAL
from altheory.protocols import Sample
from altheory.simulation.jumps import event_driven
from altheory.simulation.limits import limited
from altheory.simulation.promises import guarantee, upper
from altheory.simulation.roster import build
from altheory.simulation.stream import follow
from altheory.simulation.task import Block, Goal, Task
from altheory.simulation.threshold_blocks import threshold_block

LEAPING = frozenset({"cal", "passive"})  # from one label to the next, however long the stream
MOST_STEPS = 10**5


def require_affordable(learner: str, goals: Iterable[Goal]) -> None:
    """Refuse streams that a learner which takes every step would not get through."""
    for goal in goals:
        if goal.stream is not None and learner not in LEAPING:
            limited(goal.stream, f"a stream for {learner}", MOST_STEPS, "show fewer instances")


def simulate(task: Task) -> Block:
    """Return the block of ``task``; a pure function."""
    block = threshold_block(task)
    if block is None:
        rng = task.rng
        block = Block.of([_replicate(task, rng) for _ in range(task.size)])
    return block


def _replicate(task: Task, rng: np.random.Generator) -> tuple[int, int, bool, bool]:
    """Return labels, instances, whether the output fails and whether the target is lost."""
    hypotheses = task.hypotheses
    target = hypotheses.draw_target(rng) if task.target is None else task.target
    if task.learner in LEAPING:
        return _event_driven(task, target, rng)
    learner, law = build(task.learner, hypotheses, task.batch), hypotheses.law()
    goal = task.goal

    def stop(state: Any) -> bool:
        return guarantee(learner, state, law) <= (goal.epsilon or 0)

    stream = iter(lambda: law.sample(rng, 1)[0], None)
    run = follow(learner, stream, target, stop=stop, max_instances=goal.stream)
    promised = goal.epsilon or guarantee(learner, run.state, law)
    output = learner.hypothesis(run.state)
    failed = upper(law.mass(hypotheses.difference(output, target))) > promised
    lost = _contradicts(target, run.transcript.labeled)
    return run.transcript.queries, run.transcript.unlabeled, failed, lost


def _event_driven(task: Task, target: Any, rng: np.random.Generator) -> tuple[int, int, bool, bool]:
    """Simulate CAL, or the passive learner with the same version space on every path.

    The passive output is the minimizer on the labels that CAL would have bought;
    the others are consistent with every hypothesis that is left.
    """
    hypotheses, law, goal = task.hypotheses, task.hypotheses.law(), task.goal
    cal: CAL[Any, Any] = CAL(hypotheses.version_space(), task.batch)
    run = event_driven(cal, law, target, rng, epsilon=goal.epsilon, limit=goal.stream)
    sample, unlabeled = run.transcript.labeled, run.transcript.unlabeled
    passive = task.learner == "passive"
    output = hypotheses.erm(sample) if passive else cal.hypothesis(run.state)
    promised = goal.epsilon or guarantee(cal, run.state, law)
    failed = upper(law.mass(hypotheses.difference(output, target))) > promised
    queries = unlabeled if passive else run.transcript.queries
    return queries, unlabeled, failed, _contradicts(target, sample)


def _contradicts(target: Any, sample: Sample[Any]) -> bool:
    return any(target(x) != y for x, y in sample)

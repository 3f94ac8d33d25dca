"""Independent replicates of one run, in blocks that can be computed anywhere.

A block is a pure function of its task: the generator is that of the stream named
by the task, and nothing else is random.  So it makes no difference which worker
computes a block, when, or how often.
"""

from fractions import Fraction
from typing import Any, Protocol, TypeVar, runtime_checkable

import numpy as np

from altheory.learners.cal import CAL
from altheory.protocols import Oracle, Sample
from altheory.simulation.contradiction import TolerantCAL
from altheory.simulation.instances import instance
from altheory.simulation.jumps import event_driven
from altheory.simulation.limits import limited, metered
from altheory.simulation.promises import guarantee
from altheory.simulation.roster import build
from altheory.simulation.sphere_blocks import sphere_block
from altheory.simulation.stream import Run, follow
from altheory.simulation.task import FINEST, Block, Outcome, Task
from altheory.simulation.threshold_agnostic import is_batched
from altheory.simulation.threshold_blocks import threshold_block
from altheory.simulation.truth import Truth, truth_of

S = TypeVar("S")

LEAPING = frozenset(
    {"cal", "a2", "robust-cal", "qbc", "margin", "betting"}
)  # from one label to the next, however long the stream
THINNING = frozenset({"betting"})  # agnostic, and with a seed of its own for each replicate
MOST_STEPS = 10**5
CHUNK = 1024  # instances drawn together
MOST_LABELS = 10**6
MOST_WEIGHTED = 2 * 10**4


@runtime_checkable
class Dropping(Protocol[S]):
    """An agnostic learner, which stops by itself and gives up hypotheses for good."""

    def init(self) -> S: ...
    def step(self, state: S, x: Any, ask: Oracle[Any], /) -> S: ...
    def hypothesis(self, state: S, /) -> Any: ...
    def promise(self, state: S, /) -> Fraction: ...
    def drops(self, hypothesis: Any, state: S, labeled: Sample[Any], /) -> bool:
        """Tell whether it gave a hypothesis up, after these labels in order."""
        ...


def require_possible(task: Task) -> None:
    """Refuse what cannot be simulated, before any work.

    That is a learner that is not for the class, a noise that is not for its domain, and
    a stream that a learner which takes every step would not get through.
    """
    built(task)
    target = task.hypotheses.version_space().member() if task.target is None else task.target
    _truth(task, target)
    noise_free = task.noise == "none" and task.learner == "passive"  # it leaps as CAL does
    length = task.sample_size if task.is_agnostic_passive else task.goal.stream
    if length is None or noise_free or task.learner in LEAPING:
        return
    remedy = "show fewer instances" if task.goal.epsilon is None else "ask for a larger epsilon"
    most = MOST_STEPS * (100 if is_batched(task) else 1)
    limited(length, f"a stream for {task.learner}", most, remedy)


def built(task: Task, seed: int = 0) -> Any:
    """Return the learner of a task; on a stream an agnostic one never stops by itself."""
    special: dict[str, Any] = {"seed": seed}
    if task.delta is not None:
        special |= {"epsilon": task.goal.epsilon or FINEST, "delta": task.delta}
    if task.bound is not None:
        special["bound"] = task.theorem
    return build(task.learner, task.hypotheses, task.batch, **special)


def simulate(task: Task) -> Block:
    """Return the block of ``task``; a pure function."""
    block = threshold_block(task) or sphere_block(task)
    if block is None:
        rng = task.rng
        known = None if task.target is None else _truth(task, task.target)
        block = Block.of([_replicate(task, known, rng) for _ in range(task.size)])
    return block


def _truth(task: Task, target: Any) -> Truth:
    return truth_of(task.hypotheses, task.noise, target)


def _replicate(task: Task, known: Truth | None, rng: np.random.Generator) -> Outcome:
    """Return labels, instances, whether the output fails and whether the best is lost."""
    truth = _truth(task, task.hypotheses.draw_target(rng)) if known is None else known
    learner = built(task, int(rng.integers(2**63)) if task.learner in THINNING else 0)
    if isinstance(learner, Dropping):
        return _dropping(task, learner, truth, rng)
    if task.is_agnostic_passive:
        return _agnostic_passive(task, truth, rng)
    if task.learner in {"cal", "passive"}:
        return _event_driven(task, truth, rng)
    if task.learner in {"qbc", "margin"}:
        return _selective(task, truth, rng)
    if task.learner == "iwal":
        return _importance_weighted(task, truth, rng)
    law, goal = task.hypotheses.law(), task.goal

    def stop(state: Any) -> bool:
        return guarantee(learner, state, law) <= (goal.epsilon or 0)

    stream = iter(lambda: law.sample(rng, 1)[0], None)
    ask = truth.labels.oracle(rng)
    run = follow(learner, stream, ask, stop=stop, max_instances=goal.stream)
    promised = goal.epsilon or guarantee(learner, run.state, law)
    failed = truth.excess(learner.hypothesis(run.state)) > promised
    lost = contradicts(truth.best, run.transcript.labeled)
    return _outcome(run, failed=failed, lost=lost)


def _importance_weighted(task: Task, truth: Truth, rng: np.random.Generator) -> Outcome:
    """Simulate IWAL, which may ask anywhere, to its promise or to the end of the stream."""
    learner, law, goal = built(task, int(rng.integers(2**63))), task.hypotheses.law(), task.goal

    def stop(state: Any) -> bool:
        return goal.epsilon is not None and guarantee(learner, state, law) <= goal.epsilon

    stream = iter(lambda: law.sample(rng, 1)[0], None)
    ask = metered(truth.labels.oracle(rng), MOST_WEIGHTED, f"IWAL, to {goal}")
    run = follow(learner, stream, ask, stop=stop, max_instances=goal.stream)
    promised = goal.epsilon or guarantee(learner, run.state, law)
    failed = truth.excess(learner.hypothesis(run.state)) > promised
    return _outcome(run, failed=failed, lost=run.state.dropped(truth.best))


def _event_driven(task: Task, truth: Truth, rng: np.random.Generator) -> Outcome:
    """Simulate CAL, or without noise the passive learner, whose version space is the same.

    The passive output is the minimizer on the labels that CAL would have bought;
    the others are consistent with every hypothesis that is left.
    """
    hypotheses, law, goal = task.hypotheses, task.hypotheses.law(), task.goal
    cal: CAL[Any, Any] = CAL(hypotheses.version_space(), task.batch)
    ask = truth.labels.oracle(rng)
    run = event_driven(TolerantCAL(cal), law, ask, rng, epsilon=goal.epsilon, limit=goal.stream)
    if run.state.finished:  # no hypothesis is left, so none is good and none was kept
        return _outcome(run, failed=True, lost=True)
    sample, unlabeled = run.transcript.labeled, run.transcript.unlabeled
    passive = task.learner == "passive"
    output = hypotheses.erm(sample) if passive else cal.hypothesis(run.state.inner)
    promised = goal.epsilon or guarantee(cal, run.state.inner, law)
    queries = unlabeled if passive else run.transcript.queries
    failed = truth.excess(output) > promised
    return queries, unlabeled, failed, contradicts(truth.best, sample)


def _selective(task: Task, truth: Truth, rng: np.random.Generator) -> Outcome:
    """Simulate a committee, its seed out of the block's own stream, or rounds that end alone."""
    learner, law, goal = built(task, int(rng.integers(2**63))), task.hypotheses.law(), task.goal
    ask, least = truth.labels.oracle(rng), goal.epsilon if task.learner == "qbc" else None
    run = event_driven(learner, law, ask, rng, epsilon=least, limit=goal.stream)
    promised = goal.epsilon or guarantee(learner, run.state, law)
    failed = truth.excess(learner.hypothesis(run.state)) > promised
    return _outcome(run, failed=failed, lost=contradicts(truth.best, run.transcript.labeled))


def _agnostic_passive(task: Task, truth: Truth, rng: np.random.Generator) -> Outcome:
    """Simulate passive learning with a sample fixed in advance; it drops no hypothesis."""
    hypotheses, n = task.hypotheses, task.sample_size
    ask = truth.labels.oracle(rng)
    instances = hypotheses.law().sample(rng, n)
    output = hypotheses.erm([(x, ask(x)) for x in map(instance, instances)])
    return n, n, truth.excess(output) > task.promised(n), False


def _dropping(
    task: Task, learner: Dropping[Any], truth: Truth, rng: np.random.Generator
) -> Outcome:
    """Simulate an agnostic learner until it stops, or to the end of the stream."""
    law, limit = task.hypotheses.law(), task.goal.stream
    ask = metered(truth.labels.oracle(rng), MOST_LABELS, f"{task.learner}, to {task.goal}")
    if task.learner in LEAPING:
        run = event_driven(learner, law, ask, rng, limit=limit)
        state, labeled = run.state, run.transcript.labeled
    else:
        state, labeled = _every_instance(learner, law, ask, rng, limit), ()
    promised = task.goal.epsilon or guarantee(learner, state, law)
    failed = truth.excess(learner.hypothesis(state)) > promised
    return state.queries, state.unlabeled, failed, learner.drops(truth.best, state, labeled)


def _every_instance(
    learner: Dropping[Any], law: Any, ask: Oracle[Any], rng: np.random.Generator, limit: int | None
) -> Any:
    """Return the state of a learner that was shown one instance after the other."""
    state = learner.init()
    while True:
        for x in law.sample(rng, CHUNK):
            if state.finished or (limit is not None and state.unlabeled >= limit):
                return state
            state = learner.step(state, x, ask)


def _outcome(run: Run[Any], *, failed: bool, lost: bool) -> Outcome:
    return run.transcript.queries, run.transcript.unlabeled, failed, lost


def contradicts(hypothesis: Any, sample: Sample[Any]) -> bool:
    """Tell whether a label of the sample is not the hypothesis's own."""
    return any(hypothesis(x) != y for x, y in sample)

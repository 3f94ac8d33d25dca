r"""Blocks of replicates of thresholds under the uniform law, without version spaces.

CAL runs in the kernel.  Passive learning has the version space of CAL on every
path, so it is CAL that pays for every instance.  Bisection needs no chance at
all: after :math:`q` labels the cut is in :math:`(j 2^{-q}, (j + 1) 2^{-q}]`, and
the answer in the middle says which half, in exact integers.
"""

from fractions import Fraction

import numpy as np

from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.numeric.rational import floor_float
from altheory.protocols import Floats
from altheory.simulation.task import Block, Goal, Task
from altheory.simulation.threshold_agnostic import agnostic_block, is_batched
from altheory.simulation.threshold_kernel import threshold_runs

LONGEST = 2**53  # up to here binary64 counts exactly


def threshold_block(task: Task) -> Block | None:
    """Return the block of ``task``, or None if it needs the general way."""
    if is_batched(task):
        return agnostic_block(task)
    noisy = task.bound is not None or task.noise != "none"
    if noisy or not isinstance(task.hypotheses, Thresholds):
        return None
    if task.learner == "bisection":
        return _bisection(task)
    short = task.goal.stream is None or task.goal.stream <= LONGEST
    return _kernel(task) if task.learner in {"cal", "passive"} and short else None


def _kernel(task: Task) -> Block:
    rng, goal = task.rng, task.goal
    left, right = _distances(task, rng)
    if goal.epsilon is None:
        runs = threshold_runs(rng, left, right, limit=float(goal.stream or 0), batch=task.batch)
        promised = runs.left + runs.right
    else:
        epsilon = floor_float(goal.epsilon)
        runs = threshold_runs(rng, left, right, epsilon=epsilon, batch=task.batch)
        promised = np.full(task.size, epsilon)
    unlabeled = [int(n) for n in runs.unlabeled.tolist()]
    queries = unlabeled if task.learner == "passive" else runs.queries.tolist()
    return Block(
        queries=tuple(queries),
        unlabeled=sum(unlabeled),
        failures=int(np.count_nonzero(abs(runs.left - runs.right) / 2 > promised)),
        eliminated_best=int(np.count_nonzero((runs.left < 0) | (runs.right < 0))),
    )


def _distances(task: Task, rng: np.random.Generator) -> tuple[Floats, Floats]:
    """Return the distances of each target to 0 and to 1."""
    if task.target is None:
        left = rng.random(task.size)
        return left, 1 - left
    cut: Fraction = task.target.cut
    return np.full(task.size, float(cut)), np.full(task.size, float(1 - cut))


def _bisection(task: Task) -> Block:
    rng = task.rng
    targets = (task.target or task.hypotheses.draw_target(rng) for _ in range(task.size))
    return Block.of([_bisect(target, task.goal) for target in targets])


def _bisect(target: Threshold, goal: Goal) -> tuple[int, int, bool, bool]:
    """Return labels, instances, whether the middle fails and whether the target is lost."""
    top, bottom = target.cut.numerator, target.cut.denominator
    q, j = 0, 0
    while q != goal.stream and (goal.epsilon is None or goal.epsilon * 2 ** (q + 1) < 1):
        positive = (2 * j + 1) * bottom >= top << (q + 1)  # the middle is at least the cut
        q, j = q + 1, 2 * j + (not positive)
    radius = Fraction(1, 2 ** (q + 1))
    error = abs(target.cut - (2 * j + 1) * radius)
    inside = j * bottom < top << q <= (j + 1) * bottom or top == j == 0
    return q, 0, error > (goal.epsilon or radius), not inside

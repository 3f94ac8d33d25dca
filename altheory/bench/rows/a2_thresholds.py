r"""A2 with the two-chain bound on thresholds to excess error 1e-3, a thousand replicates.

No closed form of the mean is known.  The script decides with floats what the learner
decides with rationals, on a stream of its own, so the means must agree within their
standard errors.
"""

import math
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from altheory.bench.row import Contender, Row
from altheory.bounds._uniform import uniform
from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import Judge
from altheory.learners.a2 import A2
from altheory.oracles.realizable import realizable
from altheory.simulation.jumps import event_driven
from altheory.simulation.label_chances import chances
from altheory.simulation.threshold_a2 import a2_on_thresholds

EPSILON, DELTA = Fraction(1, 1000), Fraction(1, 20)
TARGET = Threshold(Fraction(37, 100))
REPLICATES, SEED = 1000, 20261122


def batched() -> NDArray[np.int64]:
    """Run altheory's kernel: exact decisions on arrays of floats."""
    rng = np.random.default_rng(SEED)
    judge = Judge(bound=uniform("dkw", Thresholds()), epsilon=EPSILON, delta=DELTA)
    known = chances(realizable(TARGET))
    if known is None:
        raise DomainError("the honest labeler has chances")
    return np.array([a2_on_thresholds(rng, judge, known).queries for _ in range(REPLICATES)])


def exact() -> NDArray[np.int64]:
    """Run the exact learner once, jump by jump, on rationals."""
    rng = np.random.default_rng(SEED)
    line = Thresholds()
    prior, law, theorem = line.version_space(), line.law(), uniform("dkw", line)
    learner: A2[Fraction, Threshold] = A2(prior, law, theorem, EPSILON, DELTA)
    return np.array([event_driven(learner, law, TARGET, rng).state.queries])


def script() -> NDArray[np.int64]:
    """Run the same schedule as a plain NumPy script, with decisions in floats."""
    rng = np.random.default_rng(SEED)
    return np.array([_one(rng, float(EPSILON), float(DELTA)) for _ in range(REPLICATES)])


def _one(rng: np.random.Generator, epsilon: float, delta: float) -> int:
    low, high, labels, look = 0.0, 1.0, 0, 0
    while high - low > epsilon:
        xs = np.empty(0)
        while True:
            new = 2 * xs.size + 1
            labels, look = labels + new, look + 1
            xs = np.concatenate((xs, rng.uniform(low, high, new)))
            xs.sort()
            errors = np.concatenate(([0], np.cumsum(np.where(xs >= 0.37, 1, -1))))
            errors += np.count_nonzero(xs < 0.37)
            reach = 2 * math.sqrt(math.log(4 * look * (look + 1) / delta) / (2 * xs.size))
            bar = min(1.0, errors.min() / xs.size + reach)
            if (high - low) * (bar - max(0.0, errors.min() / xs.size - reach)) <= epsilon:
                return labels
            kept = np.flatnonzero(errors / xs.size - reach <= bar)
            edges = np.concatenate(([low], xs, [high]))
            start, end = float(edges[kept[0]]), float(edges[kept[-1] + 1])
            if 2 * (end - start) < high - low:
                low, high = start, end
                break
    return labels


def accuracy(queries: NDArray[np.int64]) -> str:
    """Say what the mean is, with its standard error."""
    mean = float(np.mean(queries))
    if queries.size == 1:
        return f"{mean:.0f} labels in one replicate"
    return f"mean {mean:.1f}, standard error {np.std(queries) / math.sqrt(queries.size):.1f}"


def contenders() -> tuple[Contender, ...]:
    """Return the kernel, the script it is measured against, and the exact learner."""
    return (
        Contender("altheory, batched A2", batched, accuracy),
        Contender("vectorised NumPy script", script, accuracy),
        Contender("altheory, exact A2, 1 of 1000 replicates", exact, accuracy),
    )


ROW = Row(
    title="A2 with dkw on thresholds to excess error 1e-3, 1000 replicates",
    goal="at most 10 s on one core",
    contenders=contenders,
)

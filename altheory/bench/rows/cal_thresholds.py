r"""CAL on thresholds to version-space width 1e-6, a thousand uniform targets.

The truth is known: the number of labels is 1 + Poisson(2 ln(1/eps)), with mean
28.631, so each contender's accuracy is the distance of its mean from that, in
standard errors.
"""

import math

import numpy as np
from numpy.typing import NDArray

from altheory.bench.row import Contender, Row
from altheory.protocols import Floats
from altheory.simulation.threshold_kernel import threshold_runs

EPSILON, REPLICATES, SEED = 1e-6, 1000, 20261122
RATE = 2 * math.log(1 / EPSILON)


def event_driven() -> NDArray[np.int64]:
    """Run altheory's event-driven learner: one geometric jump a label."""
    rng = np.random.default_rng(SEED)
    target = rng.random(REPLICATES)
    return threshold_runs(rng, target, 1 - target, epsilon=EPSILON).queries


def lockstep() -> NDArray[np.int64]:
    """Run the same jumps as one vectorised NumPy script: a label of every replicate a round."""
    rng = np.random.default_rng(SEED)
    left = rng.random(REPLICATES)
    right = 1 - left
    queries = np.zeros(REPLICATES, dtype=np.int64)
    unlabeled = np.zeros(REPLICATES)
    alive = np.arange(REPLICATES)
    while alive.size:
        width = left + right
        unlabeled[alive] += rng.geometric(np.minimum(width, 1))
        queries[alive] += 1
        place = rng.random(alive.size) * width
        below = place < left
        left = np.where(below, place, left)
        right = np.where(below, right, place - left)
        wide = left + right > EPSILON
        alive, left, right = alive[wide], left[wide], right[wide]
    return queries


def the_law() -> NDArray[np.int64]:
    """Draw from the exact law, without simulating anything."""
    return 1 + np.random.default_rng(SEED).poisson(RATE, REPLICATES)


def accuracy(queries: Floats | NDArray[np.int64]) -> str:
    """Say how far the mean is from the exact one."""
    mean = float(np.mean(queries))
    errors = (mean - 1 - RATE) / math.sqrt(RATE / REPLICATES)
    return f"mean {mean:.3f}, exact {1 + RATE:.3f}: {errors:+.1f} standard errors"


def contenders() -> tuple[Contender, ...]:
    """Return the learner, the script it is measured against, and the law itself."""
    return (
        Contender("altheory, event-driven CAL", event_driven, accuracy),
        Contender("vectorised NumPy script", lockstep, accuracy),
        Contender("altheory, the law itself", the_law, accuracy),
    )


ROW = Row(
    title="CAL on thresholds to width 1e-6, 1000 replicates",
    goal="at most the time of the vectorised NumPy script (compiled: extra `fast`)",
    contenders=contenders,
)

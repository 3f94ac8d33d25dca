"""Running a learner on a finite pool of unlabeled instances.

Pool CAL asks about a random pool point of the disagreement region, again and
again, until the region holds none.  That is stream CAL on the pool in random
order: disagreement regions only shrink, so a point passed over never becomes
worth asking, and the next one met is uniform among those that are.
"""

from collections.abc import Callable, Sequence
from typing import Any

import numpy as np

from altheory.numeric.seeds import generator
from altheory.protocols import Learner, Oracle
from altheory.simulation.instances import instance
from altheory.simulation.stream import Run, follow_indexed, instances_of
from altheory.simulation.transcript import Account, S


def run_pool(
    learner: Learner[Any, S, Any],
    pool: Sequence[Any],
    ask: Oracle[Any],
    rng: np.random.Generator | int | None,
    *,
    stop: Callable[[Account], bool] = lambda _: False,
) -> Run[S]:
    """Run ``learner`` on ``pool``; events bear the indices of the pool.

    Parameters
    ----------
    learner
        CAL, which ends when no pool point is left in its disagreement region, or
        passive learning, which buys every label unless ``stop`` ends it before.
    pool
        The unlabeled instances.
    ask
        The oracle.
    rng
        The source of chance behind the order of the pool.
    stop
        Called with each state; true ends the run.

    """
    instances = [instance(x) for x in instances_of(pool)]
    order = generator(rng).permutation(len(instances)).tolist()
    return follow_indexed(learner, ((i, instances[i]) for i in order), ask, stop)

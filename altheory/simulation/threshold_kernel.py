r"""CAL on thresholds under the uniform law, many replicates at once.

The state is two numbers: the distances :math:`A` and :math:`B` from the target to
the ends of the version space.  The disagreement region has mass
:math:`W = A + B`, so the next instance in it comes after a geometric number of
instances with success probability :math:`W`, drawn as
:math:`1 + \lfloor E / -\ln(1 - W) \rfloor` with :math:`E` exponential, and its
place is uniform on :math:`(0, W]`.  A place :math:`v \le A` is a negative label
at distance :math:`v`: the two ends of :math:`(0, A]` are interchangeable under
the uniform law, and distances that are drawn, never subtracted, lose no digits
however small they get.  A place beyond is a positive label at distance
:math:`v - A`.

Time is proportional to the labels, that is to :math:`\ln(1/\varepsilon)`, and
never to the instances looked at.
"""

import math
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.numeric.compiled import compiled
from altheory.protocols import Floats

INTEGERS_FROM = 2.0**53  # every float from here on is an integer


@final
@dataclass(frozen=True, slots=True)
class ThresholdRuns:
    """Finished replicates: what each cost, and where its version space ends.

    Attributes
    ----------
    queries
        Labels asked, ``int64[n]``.
    unlabeled
        Instances looked at, ``float64[n]``, exact below 2^53.
    left, right
        Distances from the target to the ends of the version space, ``float64[n]``.

    """

    queries: NDArray[np.int64]
    unlabeled: Floats
    left: Floats
    right: Floats


def threshold_runs(
    rng: np.random.Generator,
    left: Floats,
    right: Floats,
    *,
    epsilon: float = 0.0,
    limit: float = math.inf,
    batch: int = 1,
) -> ThresholdRuns:
    """Run CAL once for each pair of distances, until width ``epsilon`` or ``limit`` instances.

    Parameters
    ----------
    rng
        The source of chance; the replicates draw from it in order.
    left, right
        Distances from each target to 0 and to 1, ``float64[n]``.
    epsilon
        Stop when the disagreement region has at most this mass.
    limit
        Stop when this many instances have been looked at.
    batch
        How many disagreement points are asked together.

    """
    runs = np.stack([left, right, np.zeros(left.size), np.zeros(left.size)])
    _kernel(rng, runs, epsilon, limit, batch)
    return ThresholdRuns(runs[2].astype(np.int64), runs[3], runs[0], runs[1])


@compiled
def _kernel(
    rng: np.random.Generator, runs: NDArray[np.float64], epsilon: float, limit: float, batch: int
) -> None:
    """Finish each column of ``runs``: left, right, queries, unlabeled."""
    for i in range(runs.shape[1]):
        a, b = float(runs[0, i]), float(runs[1, i])
        queries, unlabeled = 0, 0.0
        while a + b > epsilon and unlabeled < limit:
            # the region stays (0, width] with the target at ``split`` while a batch fills
            split, width, waiting = a, a + b, 0
            while waiting < batch:
                gap = 0.0
                if width < 1.0:
                    gap = rng.standard_exponential() / -math.log1p(-width)
                if gap < INTEGERS_FROM:
                    gap = float(int(gap))
                unlabeled += gap + 1.0
                if unlabeled > limit:
                    unlabeled = limit
                    break
                waiting += 1
                place = (1.0 - rng.random()) * width
                if place <= split:
                    a = min(a, place)
                else:
                    b = min(b, place - split)
            queries += waiting
        runs[0, i], runs[1, i], runs[2, i], runs[3, i] = a, b, queries, unlabeled

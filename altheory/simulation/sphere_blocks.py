r"""Blocks of replicates of separators under the uniform law, without exact geometry.

CAL runs in the kernel, up to dimension ``HIGHEST``; passive learning has the version space
of CAL on every path, so it is CAL that pays for every instance.  To an accuracy
:math:`\varepsilon` CAL runs until its guarantee is at most :math:`\varepsilon`: the mass of the
disagreement region in dimensions 2 and 3, beyond that the mass of the band around the
center of the version space, a bound of it which needs no volume.

The center of the version space is the output.  Its error is at most the angle from the
target to the farthest survivor, and that in turns is at most the mass of the disagreement
region, so an output beyond that angle is a failure.
"""

import math
from dataclasses import dataclass
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError
from altheory.hypotheses.sphere import SphereSeparators
from altheory.numeric.rational import floor_float
from altheory.protocols import Floats
from altheory.simulation import sphere_kernel as kernel
from altheory.simulation.task import Block, Task

HIGHEST = 10  # dimensions; there a version space has 7,700 extreme rays
SPARE = 16  # times as many rays as the mean find room


@final
@dataclass(frozen=True, slots=True)
class SphereRuns:
    """Finished replicates: what each cost, and how well it knows the target.

    Attributes
    ----------
    queries
        Labels asked, ``int64[n]``.
    unlabeled
        Instances looked at, ``float64[n]``, exact below 2^53.
    reach
        The largest error of a survivor, ``float64[n]``; 1 if the version space is wide.
    error
        The error of its center, ``float64[n]``.
    lost
        Whether the labels of the target left nothing, by rounding, ``bool[n]``.

    """

    queries: NDArray[np.int64]
    unlabeled: Floats
    reach: Floats
    error: Floats
    lost: NDArray[np.bool_]


def sphere_runs(
    rng: np.random.Generator,
    dimension: int,
    size: int,
    *,
    epsilon: float = 0.0,
    limit: float = math.inf,
    batch: int = 1,
) -> SphereRuns:
    """Run CAL ``size`` times, until a guarantee of ``epsilon`` or ``limit`` instances.

    Parameters
    ----------
    rng
        The source of chance; the replicates draw from it in order, after the first d labels
        of all of them.
    dimension
        Of the space, from 2 to ``HIGHEST``.
    size
        How many replicates.
    epsilon
        Stop when the guarantee is at most this.
    limit
        Stop when this many instances have been looked at.
    batch
        How many disagreement points are asked together.

    Raises
    ------
    BudgetError
        If a version space has many times as many extreme rays as the mean one.

    """
    d, runs = dimension, np.zeros((5, size))
    if epsilon >= 1 or limit < d:  # nothing to ask, or nothing to pass over
        runs[kernel.LABELS] = runs[kernel.INSTANCES] = 0 if epsilon >= 1 else limit
        runs[kernel.REACH] = 1
    else:
        goal = (float(epsilon), float(limit), batch)
        kernel.finish(rng, _first_rays(rng, d, size), vacant(d, batch), goal, runs)
    if np.any(runs[kernel.ENDED] == kernel.FULL):
        raise BudgetError(
            f"a version space of more than {capacity(d)} extreme rays in dimension {d}; "
            "choose a smaller dimension"
        )
    return SphereRuns(
        runs[kernel.LABELS].astype(np.int64),
        runs[kernel.INSTANCES],
        runs[kernel.REACH],
        runs[kernel.ERROR],
        runs[kernel.ENDED] == kernel.LOST,
    )


def capacity(dimension: int) -> int:
    r"""Return the rays for which there is room, many times the mean number in the limit.

    That is :math:`2^{-m} m!\, |B^m|^2` with :math:`m = d - 1` and :math:`|B^m|` the volume of
    the unit ball, the vertices of the zero cell of a Poisson process of hyperplanes.
    """
    m = dimension - 1
    ball = math.pi ** (m / 2) / math.gamma(m / 2 + 1)
    mean: float = math.factorial(m) / 2**m * ball**2
    return SPARE * (math.ceil(mean) + dimension**2)


def vacant(d: int, batch: int) -> kernel.Cell:
    """Return room for one version space."""
    room = capacity(d)
    rays = np.zeros((d, room))
    return kernel.Cell(
        rays=rays,
        seen=rays if batch == 1 else np.zeros_like(rays),
        near=np.zeros((room, d - 1), dtype=np.int64),
        facets=np.zeros((room, d - 1), dtype=np.int64),
        tangents=np.zeros(room),
        values=np.zeros(room),
        free=np.zeros(room, dtype=np.int64),
        sizes=np.zeros(3, dtype=np.int64),
        outlook=np.zeros(4),
    )


def _first_rays(rng: np.random.Generator, d: int, size: int) -> Floats:
    """Draw d signed examples, and return the rays that they leave: ``float64[size, d, d]``.

    All d instances are asked: fewer signed examples than that leave a whole line.  Ray
    number j is orthogonal to all of them but the j-th.
    """
    signed = rng.standard_normal((size, d, d))
    signed[:, :, 0] = abs(signed[:, :, 0])
    return np.asarray(np.linalg.inv(signed), dtype=np.float64)


def takes_kernel(task: Task) -> bool:
    """Tell whether the runs of a task are those of the kernel, in whatever dimension."""
    noisy = task.bound is not None or task.noise != "none"
    on_sphere = isinstance(task.hypotheses, SphereSeparators)
    return on_sphere and not noisy and task.learner in {"cal", "passive"}


def sphere_block(task: Task) -> Block | None:
    """Return the block of ``task``, or None if it needs the general way."""
    hypotheses, goal = task.hypotheses, task.goal
    if not isinstance(hypotheses, SphereSeparators) or hypotheses.dimension > HIGHEST:
        return None
    if not takes_kernel(task):
        return None
    d, rng, batch = hypotheses.dimension, task.rng, task.batch
    if goal.epsilon is None:
        runs = sphere_runs(rng, d, task.size, limit=float(goal.stream or 0), batch=batch)
        unlabeled, promised = [goal.stream or 0] * task.size, runs.reach
    else:
        epsilon = floor_float(goal.epsilon)
        runs = sphere_runs(rng, d, task.size, epsilon=epsilon, batch=batch)
        unlabeled, promised = list(map(int, runs.unlabeled.tolist())), np.full(task.size, epsilon)
    queries = unlabeled if task.learner == "passive" else runs.queries.tolist()
    return Block(
        queries=tuple(queries),
        unlabeled=sum(unlabeled),
        failures=int(np.count_nonzero(runs.error > promised)),
        eliminated_best=int(np.count_nonzero(runs.lost)),
    )

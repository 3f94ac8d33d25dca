r"""What a simulation of linear separators does not get through, refused before any work.

Without noise CAL on the sphere runs in a kernel, up to dimension ``HIGHEST``.  All others that
ask in the disagreement region need bands around it, from the extreme rays of the version
space up to dimension ``LISTED``, and from linear programs beyond.  Passive
learning under noise has no version space: a separator with the fewest errors on n instances is
sought among all their labelings, :math:`2 \sum_{k < d} \binom{n - 1}{k}` of them (Cover).
"""

from typing import Any

from altheory.errors import DomainError
from altheory.hypotheses.affine import AffineSeparators
from altheory.hypotheses.sphere import LABELINGS, SphereSeparators
from altheory.simulation.limits import limited
from altheory.simulation.sphere_blocks import HIGHEST, takes_kernel
from altheory.simulation.task import Task
from altheory.spaces.cones import LISTED

MOST_LABELINGS = 10**5  # of all replicates: minutes
MOST_COORDINATES = 20_000  # of all instances, where a label costs a tenth of a second: minutes
BEYOND = 64  # dimensions, in which 64 instances or fewer take every labeling


def require_dimension(task: Task, replicates: int) -> None:
    """Refuse a dimension in which it takes long to know where a learner asks.

    Beyond the listed ones each label costs linear programs, so only short streams are left.

    Raises
    ------
    DomainError
        If CAL, a committee, or passive learning without noise meets more dimensions, and
        more instances of streams than ``MOST_COORDINATES`` by their number.

    """
    of: Any = task.hypotheses
    noise_free = task.noise == "none"
    sphere = _sphere(of)
    if sphere is None or task.learner not in {"cal", "qbc", "passive"} or task.bound is not None:
        return
    most = HIGHEST if takes_kernel(task) else LISTED - (sphere.dimension - of.dimension)
    allowed = MOST_COORDINATES // sphere.dimension
    if of.dimension <= most or (task.goal.stream or MOST_COORDINATES) * replicates <= allowed:
        return
    remedy = ""
    if task.learner == "cal" and noise_free and task.batch == 1:
        remedy = f"; theory.cal_expected_queries({sphere.dimension}, n) is the mean of streams"
    under = "" if noise_free else f" under noise {task.noise}"
    raise DomainError(
        f"{task.learner} on {type(of).__name__}{under} is simulated up to dimension {most}, got "
        f"{of.dimension}; choose a smaller one, or streams of at most {allowed} instances in all "
        f"replicates together{remedy}"
    )


def require_labelings(task: Task, replicates: int) -> None:
    """Refuse passive learning under noise with more labelings than a simulation tries.

    Raises
    ------
    DomainError
        If all replicates have more than ``MOST_LABELINGS``, or one more than ``LABELINGS``.

    """
    sphere, n = _sphere(task.hypotheses), task.sample_size if task.is_agnostic_passive else 0
    if sphere is None or not n:
        return
    d = min(sphere.dimension, BEYOND)  # the count only grows with it, and is too large there
    labelings = SphereSeparators(d).combinatorics(n).growth or 0
    limited(
        labelings * replicates,
        f"the number of labelings that passive learning under noise tries, of {n} instances in "
        f"each of {replicates} replicates,",
        min(MOST_LABELINGS, LABELINGS * replicates),
        "show fewer instances, run fewer replicates, or take circle in the plane",
    )


def _sphere(of: Any) -> SphereSeparators | None:
    """Return the homogeneous separators that a class is, maybe after a lift."""
    if isinstance(of, AffineSeparators):
        return of.lift
    return of if isinstance(of, SphereSeparators) else None

r"""Active support vector machines: labels that nearly halve the version space of separators.

Separators of unit normal that agree with the labels are a part of the sphere, each instance a
hyperplane that cuts it, and the machine is the center of the largest ball inside, whose radius is
the margin [tong2001]_.  So three questions stand for an even cut:

* simple: the instance nearest to the boundary, whose hyperplane passes nearest to the center
  [schohn2000]_;
* max-min: the instance for which the smaller of the margins :math:`m^-, m^+` after either answer
  is largest;
* ratio: that for which :math:`\min(m^-/m^+, m^+/m^-)` is largest, even if both are small.

The last two train two machines for each instance of the pool.  The duality is one of homogeneous
separators and instances of one length; with an offset, or slack, it guides and proves nothing.
"""

import math
from collections.abc import Callable
from dataclasses import dataclass
from importlib import import_module
from typing import Any, Literal, Protocol, TypeAlias, final, get_args

import numpy as np
from numpy.typing import NDArray

from altheory.acquisition._tables import numbers, points, scaled
from altheory.acquisition.selection import Selection, top_k
from altheory.errors import DomainError, MissingDependencyError
from altheory.nets.linear_margin import require_both, separator
from altheory.numeric.inputs import labeled, listed, positive
from altheory.numeric.seeds import Rng
from altheory.protocols import Floats

Strategy: TypeAlias = Literal["simple", "max-min", "ratio"]
Kernel: TypeAlias = Literal["rbf", "linear"]
Ints: TypeAlias = NDArray[np.intp]


class Machine(Protocol):
    """A trained machine."""

    @property
    def margin(self) -> float:
        r"""The length :math:`1/|w|` in the space of the kernel, infinite if w is 0."""
        ...

    def decision_function(self, X: Any, /) -> Floats:
        """Return the signed distance from the boundary times :math:`|w|`."""
        ...


Trainer: TypeAlias = Callable[[Ints, Floats], Machine | None]  # None: nothing separates


@final
@dataclass(frozen=True, slots=True, eq=False)
class KernelMachine:
    """A machine of scikit-learn, of centered instances, with the margin of its Gaussian kernel.

    Its instances are divided by two to the exponent, and gamma is in that unit of length.
    """

    model: Any
    gamma: float
    center: Floats
    exponent: int

    @property
    def margin(self) -> float:
        distance = import_module("scipy.spatial.distance")
        support, shares = self.model.support_vectors_, self.model.dual_coef_[0]
        apart = distance.cdist(support, support, "sqeuclidean")  # by differences: none cancels
        square = float(shares @ np.exp(-self.gamma * apart) @ shares)
        return 1 / math.sqrt(square) if square > 0 else math.inf

    def decision_function(self, X: Any) -> Floats:
        with np.errstate(over="ignore"):
            rows = np.ldexp(points(X), -self.exponent) - self.center
        values: Floats = self.model.decision_function(numbers(rows, "points in the pool's unit"))
        return values


@final
@dataclass(frozen=True, slots=True)
class ActiveSVM:
    r"""A support vector machine that chooses its labels from a pool.

    Parameters
    ----------
    strategy
        ``"simple"``, ``"max-min"`` or ``"ratio"``.
    kernel
        ``"rbf"``, by scikit-learn, or ``"linear"``, by a convex solver, slowly.
    penalty
        The price of slack, infinite for a hard margin, which the linear kernel has.
    gamma
        Of the kernel :math:`e^{-\gamma |x - x'|^2}`; None for one over the number of features
        times the variance of the whole pool, so that margins of one pool compare.

    Raises
    ------
    DomainError
        If there is no such strategy or kernel, or a number is not positive.

    References
    ----------
    [tong2001]_, [schohn2000]_.

    Examples
    --------
    >>> pool = [[0.0], [1.0], [4.5], [9.0], [10.0]]
    >>> ActiveSVM().query(pool, labeled=[0, 4], labels=[-1, 1]).indices
    (2,)

    """

    strategy: Strategy = "simple"
    kernel: Kernel = "rbf"
    penalty: float = 1.0
    gamma: float | None = None

    def __post_init__(self) -> None:
        for given, known in ((self.strategy, Strategy), (self.kernel, Kernel)):
            if given not in get_args(known):
                raise DomainError(f"one of {', '.join(get_args(known))} is meant, got {given!r}")
        if self.penalty != math.inf:
            positive(self.penalty, "the penalty of slack")
        if self.gamma is not None:
            positive(self.gamma, "gamma")
        if self.kernel == "rbf" and math.isinf(self.penalty):
            raise DomainError("the rbf kernel takes a finite penalty, such as 1e6, got infinity")

    def fit(self, X: Any, labeled: Any, labels: Any) -> Machine:
        """Train on the labeled part of a pool.

        Parameters
        ----------
        X
            The pool, ``float64[N, D]``.
        labeled, labels
            Distinct indices of the pool, and their labels -1 or +1.

        Raises
        ------
        DomainError
            If indices are none or repeated, or labels of one class, or not separable with a
            hard margin.

        """
        pool, indices, signs = _sample(X, labeled, labels)
        return _first(self._trainer(pool), indices, signs)

    def scores(self, X: Any, labeled: Any, labels: Any) -> Floats:
        r"""Return the score of each instance, the larger the sooner asked, NaN if it is labeled.

        It is :math:`-|f(x)|` for ``"simple"``, the smaller margin for ``"max-min"``, the ratio
        of margins for ``"ratio"``: ``float64[N]``.  An answer that leaves no separator, with a
        hard margin, has margin 0; equal margins have the ratio 1, even if both are infinite.

        Raises
        ------
        DomainError
            As in :meth:`fit`.

        """
        pool, indices, signs = _sample(X, labeled, labels)
        train, scores = self._trainer(pool), np.full(len(pool), np.nan)
        rest = np.setdiff1d(np.arange(len(pool)), indices)
        machine = _first(train, indices, signs)
        if self.strategy == "simple":
            scores[rest] = -np.abs(machine.decision_function(pool)[rest])
            return scores
        for i in rest:
            low, high = sorted(
                _margin(train, np.append(indices, i), np.append(signs, y)) for y in (-1.0, 1.0)
            )
            both = 1.0 if low == high > 0 else low / (high or 1.0)
            scores[i] = low if self.strategy == "max-min" else both
        return scores

    def query(
        self,
        X: Any,
        labeled: Any,
        labels: Any,
        *,
        k: int = 1,
        rng: Rng = None,
    ) -> Selection:
        """Return the k instances to ask about next, with their ties.

        Parameters
        ----------
        X, labeled, labels
            As in :meth:`fit`.
        k
            How many; with more than one they are chosen alone, so often near each other.
        rng
            Draws the order among ties, a generator or a seed; without it the lowest index comes
            first.

        Raises
        ------
        DomainError
            As in :meth:`fit`, and if there are not k instances without a label.

        """
        return top_k(self.scores(X, labeled, labels), k, rng=rng)

    def _trainer(self, pool: Floats) -> Trainer:
        """Return what trains on labeled instances of a pool."""
        if self.kernel == "linear":
            return lambda some, y: separator(pool[some], y, float(self.penalty))
        unit, exponent = scaled(pool)
        gamma = 1 / (unit.shape[1] * float(unit.var()) or 1.0)
        if self.gamma is not None:
            gamma = _in_unit(self.gamma, exponent)
        machine, center = _kernel_machine(), unit.mean(axis=0)
        centered = unit - center  # the kernel is expanded into products, which would cancel

        def train(some: Ints, y: Floats) -> Machine:
            model = machine(kernel="rbf", C=self.penalty, gamma=gamma)
            return KernelMachine(model.fit(centered[some], y), gamma, center, exponent)

        return train


def _in_unit(gamma: float, exponent: int) -> float:
    """Return gamma for a pool that is divided by a power of two, or refuse what no float holds."""
    try:
        value = math.ldexp(gamma, 2 * exponent)
    except OverflowError:
        value = math.inf
    if not 0 < value < math.inf:
        raise DomainError(
            f"gamma {gamma!r} takes all instances of a pool of that size for equal, or for "
            "infinitely far apart; take None, or another unit of length"
        )
    return value


def _sample(X: Any, chosen: Any, labels: Any) -> tuple[Floats, Ints, Floats]:
    """Return a pool, which of it is labeled and how, or say what is wrong."""
    pool = points(X)
    pairs = labeled(listed(chosen, "indices"), labels)
    indices = [i for i, _ in pairs]
    known = all(isinstance(i, int | np.integer) and 0 <= i < len(pool) for i in indices)
    if not known or len(set(indices)) < len(indices):
        raise DomainError(
            f"labeled instances are distinct indices 0, ..., {len(pool) - 1}, got "
            f"{chosen!r:.60}; draw seeds without replacement"
        )
    signs = np.array([y for _, y in pairs], dtype=np.float64)
    require_both(signs)
    return pool, np.array(indices, dtype=np.intp), signs


def _first(train: Trainer, some: Ints, y: Floats) -> Machine:
    """Return the machine of the labels that there are, or say that nothing separates them."""
    machine = train(some, y)
    if machine is None:
        raise DomainError(f"nothing separates these {len(some)} labels; give a finite penalty")
    return machine


def _margin(train: Trainer, some: Ints, y: Floats) -> float:
    """Return the margin after training, 0 if nothing separates the labels."""
    machine = train(some, y)
    return 0.0 if machine is None else machine.margin


def _kernel_machine() -> Any:
    try:
        from sklearn.svm import SVC
    except ImportError as error:
        raise MissingDependencyError("scikit-learn", "nets") from error
    return SVC

"""The classes that can be gone through: each hypothesis on each of finitely many points."""

from collections.abc import Sequence
from math import comb
from typing import Any, Protocol, runtime_checkable

from altheory.errors import BudgetError, DomainError
from altheory.hypotheses._finite_hulls import HullVersionSpace
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.spaces.finite import FiniteDistribution

STATES = 10_000_000  # looked at in a second or so


@runtime_checkable
class Restrictable(Protocol):
    """What a class of hypotheses offers whatever its domain."""

    def version_space(self) -> Any: ...
    def grid(self, n: int, /) -> tuple[Any, ...]: ...
    def representatives(self, points: Sequence[Any], /) -> tuple[Any, ...]: ...


def hypothesis_class(of: Any) -> Any:
    """Return ``of`` if it is a class of hypotheses, or refuse it."""
    if isinstance(of, type) or not isinstance(of, Restrictable):
        raise DomainError(
            f"a class of hypotheses is an object such as Thresholds() or "
            f"FiniteClass(2, ['+-', '-+']), got {of!r}"
        )
    return of


def finite(of: Any) -> FiniteClass:
    """Return ``of`` if it is a finite class, or refuse it and say how to make one of it."""
    if not isinstance(of, FiniteClass):
        raise DomainError(
            f"only a FiniteClass can be searched, got {of!r}; restrict the class to finitely "
            "many instances: restricted(of, n), or restricted_to(of, points) with points = "
            "of.grid(n), say"
        )
    return of


def law_of_points(of: Any, law: Any) -> FiniteDistribution:
    """Return the law of the points of a finite class, by default the uniform one."""
    measure = finite(of).law() if law is None else law
    if not isinstance(measure, FiniteDistribution) or len(measure.weights) != finite(of).n_points:
        raise DomainError(
            f"a law on the {of.n_points} points of the class, as FiniteDistribution(weights), got "
            f"{law!r:.60}"
        )
    return measure


def labeler(of: FiniteClass, target: Any) -> FiniteHypothesis:
    """Return ``target`` if it labels the points of a finite class, in the class or not."""
    if not isinstance(target, FiniteHypothesis) or target.positive.n_points != finite(of).n_points:
        raise DomainError(f"a target labels the {of.n_points} points of the class, got {target!r}")
    return target


def unknown(of: Any, n: int) -> DomainError:
    """Return the error that a number of a class on ``n`` instances is not known."""
    return DomainError(
        f"no closed form is known for {of!r} on {n} instances, and it has infinitely many sets of "
        f"these; restricted(of, {n}) is finite and has a lower bound, and restricted_to(of, "
        "points) is the class on instances of your choice"
    )


def listing(of: Any, n: int, states: int, each: int = 1) -> FiniteClass:
    """Return a class on a finite domain as a list, so that all sets of ``n`` points can be tried.

    Parameters
    ----------
    of
        The class.
    n
        How many points a set has; one of all points if there are fewer.
    states
        How many hypotheses on sets may be looked at.
    each
        How often each is looked at.

    Raises
    ------
    DomainError
        If the domain or the class is infinite.
    BudgetError
        If there is more to look at.

    """
    space = hypothesis_class(of).version_space()
    if isinstance(of, FiniteClass):
        rows = len(of.hypotheses)
    elif isinstance(space, HullVersionSpace):
        rows = space.of.size
    else:
        raise unknown(of, n)
    if comb(of.n_points, min(n, of.n_points)) * rows * each > states:
        raise BudgetError(
            f"to try {rows} hypotheses on every set of {n} of {of.n_points} points takes more than "
            f"{states} states; allow more (states=), or search restricted(of, {n}) for a lower "
            "bound"
        )
    return of if isinstance(of, FiniteClass) else space.listed().of

r"""Teaching: the fewest labels that leave no more than one hypothesis.

A set :math:`S` of points *specifies* a labeling :math:`f` of the domain if at most
one hypothesis of the class agrees with :math:`f` on :math:`S`.  The teaching
dimension is the largest number of points that a *hypothesis* needs
[goldman1995complexity]_; the extended teaching dimension is the largest that
*any* labeling needs, in the class or not [hegedus1995generalized]_.

Each is also asked on ``n`` instances: the largest on any set of ``n``, from all of which
those of a finite domain are found by search.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from itertools import combinations
from typing import Any, TypeVar

from altheory.complexity._finite import STATES, finite, hypothesis_class, listing
from altheory.complexity.restriction import trace
from altheory.errors import BudgetError
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count
from altheory.spaces.finite import FiniteRegion, finite_region

Number = TypeVar("Number", int, Fraction)

LABELINGS = 1 << 14  # the extended teaching dimension goes through all 2 ** n


def specifying_set(of: FiniteClass, labeling: FiniteRegion) -> tuple[int, ...]:
    """Return the first smallest set of points that specifies a labeling.

    Parameters
    ----------
    of
        The class.
    labeling
        The points labeled +1; no hypothesis need label like this.

    Examples
    --------
    To know that no point of a star is positive, ask all but none.

    >>> stars = FiniteClass(3, ["---", "+--", "-+-", "--+"])
    >>> specifying_set(stars, FiniteRegion.of(3, []))
    (0, 1, 2)
    >>> specifying_set(stars, FiniteRegion.of(3, [1]))
    (1,)

    """
    differences = [finite_region(labeling).mask ^ h for h in finite(of).hypotheses]
    sizes = range(of.n_points + 1)
    sets = (points for size in sizes for points in combinations(range(of.n_points), size))
    return next(points for points in sets if _specifies(points, differences))


def teaching_dimension(of: Any, n: int | None = None, *, states: int = STATES) -> int:
    """Return the most points that a hypothesis of the class needs, exactly.

    If ``n`` is given, of any class of which a closed form is known, and of a finite class,
    the most that it needs on any ``n`` instances.

    Raises
    ------
    DomainError
        If the class is infinite, and ``n`` not given or no closed form known.
    BudgetError
        If a search through all sets of ``n`` instances may take more than ``states`` steps.

    Examples
    --------
    >>> teaching_dimension(FiniteClass(3, ["---", "+--", "-+-", "--+"]))
    3

    """
    if n is None:
        return _worst(of)
    known = combinatorics(hypothesis_class(of), _size(n)).teaching_dimension
    return _largest(of, _size(n), _worst, states) if known is None else known


def average_teaching_dimension(of: Any, n: int | None = None, *, states: int = STATES) -> Fraction:
    """Return the mean number of points that the hypotheses of the class need, exactly.

    If ``n`` is given, of a class on a finite domain, the largest mean on any ``n`` instances.

    Raises
    ------
    DomainError
        If the class is infinite.
    BudgetError
        If a search through all sets of ``n`` instances may take more than ``states`` steps.

    Examples
    --------
    >>> average_teaching_dimension(FiniteClass(3, ["---", "+--", "-+-", "--+"]))
    Fraction(3, 2)

    """
    return _mean(of) if n is None else _largest(of, _size(n), _mean, states)


def extended_teaching_dimension(of: Any, n: int | None = None, *, states: int = STATES) -> int:
    """Return the most points that any labeling of the domain needs, exactly.

    If ``n`` is given, of any class of which a closed form is known, and of a finite class,
    the most that a labeling of any ``n`` instances needs.

    Raises
    ------
    DomainError
        If the class is infinite, and ``n`` not given or no closed form known.
    BudgetError
        If the domain has more than 14 points, or a search through all sets of ``n``
        instances may take more than ``states`` steps.

    Examples
    --------
    >>> extended_teaching_dimension(FiniteClass(2, ["+-", "-+"]))
    1

    """
    if n is not None:
        known = combinatorics(hypothesis_class(of), _size(n)).extended_teaching_dimension
        return (
            _largest(of, _size(n), extended_teaching_dimension, states) if known is None else known
        )
    labelings = 1 << finite(of).n_points
    if labelings > LABELINGS:
        raise BudgetError(
            f"a domain of {of.n_points} points has {labelings} labelings, more than {LABELINGS}; "
            "restrict the class to fewer points"
        )
    return max(_sizes(of, range(labelings)))


def _largest(of: Any, n: int, search: Callable[[FiniteClass], Number], states: int) -> Number:
    """Return the largest of the numbers of a class on all sets of ``n`` instances."""
    if n == 0:
        return search(FiniteClass(1, [0]))  # nothing is left to learn
    if isinstance(of, FiniteClass) and n >= of.n_points:
        return search(of)
    # each of at most 2^n labelings is compared with each row on each of 2^n subsets
    listed = listing(of, n, states, each=4 ** min(n, states.bit_length()))
    sets = combinations(range(listed.n_points), min(n, listed.n_points))
    return max(map(search, {trace(listed, points) for points in sets}))


def _size(n: int) -> int:
    return count(n, "the number of instances", least=0)


def _mean(of: FiniteClass) -> Fraction:
    return Fraction(sum(_sizes(of, finite(of).hypotheses)), len(of.hypotheses))


def _worst(of: FiniteClass) -> int:
    return max(_sizes(of, finite(of).hypotheses))


def _sizes(of: FiniteClass, labelings: Iterable[int]) -> list[int]:
    return [len(specifying_set(of, FiniteRegion(of.n_points, f))) for f in labelings]


def _specifies(points: tuple[int, ...], differences: list[int]) -> bool:
    """Decide whether at most one difference is empty on ``points``."""
    within = sum(1 << x for x in points)
    return sum(d & within == 0 for d in differences) <= 1

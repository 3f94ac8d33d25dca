r"""Teaching: the fewest labels that leave no more than one hypothesis.

A set :math:`S` of points *specifies* a labeling :math:`f` of the domain if at most
one hypothesis of the class agrees with :math:`f` on :math:`S`.  The teaching
dimension is the largest number of points that a *hypothesis* needs
[goldman1995complexity]_; the extended teaching dimension is the largest that
*any* labeling needs, in the class or not [hegedus1995generalized]_.
"""

from collections.abc import Iterable
from fractions import Fraction
from itertools import combinations
from typing import Any

from altheory.complexity._finite import finite
from altheory.complexity.restriction import number, restricted
from altheory.errors import BudgetError
from altheory.hypotheses.finite import FiniteClass
from altheory.spaces.finite import FiniteRegion, finite_region

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


def teaching_dimension(of: Any, n: int | None = None) -> int:
    """Return the most points that a hypothesis of the class needs, exactly.

    Of any class on ``n`` instances, if ``n`` is given: its closed form, or else what a
    search of `restricted` finds.

    >>> teaching_dimension(FiniteClass(3, ["---", "+--", "-+-", "--+"]))
    3
    """
    return _worst(of) if n is None else number(of, n, "teaching_dimension", _worst)


def average_teaching_dimension(of: Any, n: int | None = None) -> Fraction:
    """Return the mean number of points that the hypotheses of the class need, exactly.

    Of any class on ``n`` instances by a search of `restricted`, if ``n`` is given.

    >>> average_teaching_dimension(FiniteClass(3, ["---", "+--", "-+-", "--+"]))
    Fraction(3, 2)
    """
    listed = finite(of) if n is None else restricted(of, n)
    return Fraction(sum(_sizes(listed, listed.hypotheses)), len(listed.hypotheses))


def extended_teaching_dimension(of: Any, n: int | None = None) -> int:
    """Return the most points that any labeling of the domain needs, exactly.

    Of any class on ``n`` instances, if ``n`` is given: its closed form, or else what a
    search of `restricted` finds.

    Raises
    ------
    BudgetError
        If the domain has more than 14 points.

    Examples
    --------
    >>> extended_teaching_dimension(FiniteClass(2, ["+-", "-+"]))
    1

    """
    if n is not None:
        return number(of, n, "extended_teaching_dimension", extended_teaching_dimension)
    labelings = 1 << finite(of).n_points
    if labelings > LABELINGS:
        raise BudgetError(
            f"a domain of {of.n_points} points has {labelings} labelings, more than {LABELINGS}; "
            "restrict the class to fewer points"
        )
    return max(_sizes(of, range(labelings)))


def _worst(of: FiniteClass) -> int:
    return max(_sizes(of, finite(of).hypotheses))


def _sizes(of: FiniteClass, labelings: Iterable[int]) -> list[int]:
    return [len(specifying_set(of, FiniteRegion(of.n_points, f))) for f in labelings]


def _specifies(points: tuple[int, ...], differences: list[int]) -> bool:
    """Decide whether at most one difference is empty on ``points``."""
    within = sum(1 << x for x in points)
    return sum(d & within == 0 for d in differences) <= 1

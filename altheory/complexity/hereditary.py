"""The largest set of points with a hereditary property.

A property is hereditary if every subset of a set that has it has it too, as
being shattered, or being a star set around a fixed hypothesis.  Then each set of
``k + 1`` points that has it extends one of ``k`` points that has it, so the
search grows them point by point and never misses the largest.
"""

from collections.abc import Callable

from altheory.errors import BudgetError

STATES = 200_000  # sets looked at before a search gives up


def largest(
    n_points: int, has: Callable[[tuple[int, ...]], bool], *, states: int = STATES
) -> tuple[int, ...]:
    """Return the first largest set of points that has a hereditary property.

    Parameters
    ----------
    n_points
        The points are 0, ..., ``n_points - 1``.
    has
        The property, of increasing tuples of points; the empty set has it.
    states
        How many sets may be looked at.

    Raises
    ------
    BudgetError
        If more sets would have to be looked at.

    Examples
    --------
    >>> largest(9, lambda points: sum(points) <= 6)
    (0, 1, 2, 3)

    """
    found: list[tuple[int, ...]] = [()]
    best: tuple[int, ...] = ()
    looked = 0
    while found:
        best = found[0]
        grown = [(*s, x) for s in found for x in range(s[-1] + 1 if s else 0, n_points)]
        looked += len(grown)
        if looked > states:
            raise BudgetError(
                f"looked at {states} sets of points, the largest of {len(best)} points; "
                "allow more states or restrict the class to fewer points"
            )
        found = [s for s in grown if has(s)]
    return best

r"""A class on finitely many instances: what is left of it is a finite class.

On instances :math:`x_1, \dots, x_n` only the labelings of a class matter,

.. math:: \mathcal H|_{x_1, \dots, x_n} = \{ (h(x_1), \dots, h(x_n)) : h \in \mathcal H \},

and these can be gone through.  Instances in general position take as many labelings as
any :math:`n` instances do.  A class may know its numbers on such instances as closed
forms; here they are found by search, so the two can be compared.
"""

from collections.abc import Iterator, Sequence
from itertools import combinations
from math import comb
from typing import Any

from altheory.complexity._finite import STATES, hypothesis_class
from altheory.errors import BudgetError
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count


def restricted_to(of: Any, points: Sequence[Any]) -> FiniteClass:
    """Return the labelings of ``points`` by a class, as a finite class.

    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> restricted_to(Thresholds(), [0.25, 0.5, 0.75])
    FiniteClass(3, ['---', '--+', '-++', '+++'])
    """
    return FiniteClass.restriction(hypothesis_class(of).representatives(points), points)


def restricted(of: Any, n: int, *, states: int = STATES) -> FiniteClass:
    r"""Return a class on ``n`` instances that take the most labelings found.

    Other instances that take as many labelings may have other numbers, and where more
    are possible than were found, every number found is a lower bound.

    Parameters
    ----------
    of
        The class.
    n
        The number of instances, at least 1.
    states
        How many labelings of sets of instances may be looked at on each grid; grids with
        more are passed over.

    Returns
    -------
    FiniteClass
        The labelings of the first such instances among the grids of ``n``, ``n + 1``,
        ``n + 2`` and ``2 n`` cells.  A finite class has a grid of all its points, so its
        :math:`\Pi(n)` is found exactly; that of another class is found if one of these
        grids holds n instances in general position, and is a lower bound otherwise.

    Raises
    ------
    BudgetError
        If every grid has more.

    Examples
    --------
    >>> from altheory.hypotheses.circle import CircleSeparators
    >>> len(restricted(CircleSeparators(), 4).hypotheses)
    8

    """
    size = count(n, "the number of instances")
    cells = (size, size + 1, size + 2, 2 * size)
    grids = [*dict.fromkeys(hypothesis_class(of).grid(each) for each in cells)]
    pools = [pool for grid in grids for pool in _within(of, grid, size, states)]
    if not pools:
        fewest = min(comb(len(grid), min(size, len(grid))) for grid in grids)
        raise BudgetError(
            f"there are {fewest} sets of {size} instances in a grid, with more labelings than "
            f"{states}; allow more (states=), or choose the instances: restricted_to(of, points)"
        )
    found = (densest(pool, size) for pool in pools)
    return max(found, key=lambda each: len(each.hypotheses))


def densest(of: FiniteClass, n: int) -> FiniteClass:
    """Return a finite class on the first ``n`` points that take the most labelings.

    >>> densest(FiniteClass(3, ["---", "--+", "+--"]), 2)
    FiniteClass(2, ['--', '+-', '-+'])
    """
    size = min(n, of.n_points)
    most = min(1 << size, len(of.hypotheses))
    best, best_points = 0, tuple(range(size))
    for points in combinations(range(of.n_points), size):
        within = sum(1 << x for x in points)
        labelings = len({h & within for h in of.hypotheses})
        if labelings > best:
            best, best_points = labelings, points
        if best == most:
            break
    return trace(of, best_points)


def trace(of: FiniteClass, points: Sequence[int]) -> FiniteClass:
    """Return a finite class on some of its points."""
    moves = [*enumerate(points)]
    rows = {sum((h >> x & 1) << i for i, x in moves) for h in of.hypotheses}
    return FiniteClass(len(points), rows)


def _within(of: Any, grid: Sequence[Any], size: int, states: int) -> Iterator[FiniteClass]:
    """Yield the class on a grid, unless its sets have too many labelings."""
    sets = comb(len(grid), min(size, len(grid)))
    if sets <= states:  # or the grid may be too large even to be labeled
        pool = restricted_to(of, grid)
        if sets * len(pool.hypotheses) <= states:
            yield pool

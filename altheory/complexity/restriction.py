r"""A class on finitely many instances: what is left of it is a finite class.

On instances :math:`x_1, \dots, x_n` only the labelings of a class matter,

.. math:: \mathcal H|_{x_1, \dots, x_n} = \{ (h(x_1), \dots, h(x_n)) : h \in \mathcal H \},

and these can be gone through.  Instances in general position take as many labelings as
any :math:`n` instances do.  A class may know its numbers on such instances as closed
forms; here they are found by search, so the two can be compared.
"""

from collections.abc import Callable, Iterator, Sequence
from itertools import combinations
from math import comb
from typing import Any

from altheory.errors import BudgetError
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count

SETS = 20_000  # of instances from one grid


def restricted_to(of: Any, points: Sequence[Any]) -> FiniteClass:
    """Return the labelings of ``points`` by a class, as a finite class.

    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> restricted_to(Thresholds(), [0.25, 0.5, 0.75])
    FiniteClass(3, ['---', '--+', '-++', '+++'])
    """
    return FiniteClass.restriction(of.representatives(points), points)


def restricted(of: Any, n: int, *, sets: int = SETS) -> FiniteClass:
    r"""Return a class on ``n`` instances that take the most labelings found.

    Parameters
    ----------
    of
        The class.
    n
        The number of instances, at least 1.
    sets
        Grids with more sets of ``n`` instances are passed over.

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
        If every grid has more sets.

    Examples
    --------
    >>> from altheory.hypotheses.circle import CircleSeparators
    >>> len(restricted(CircleSeparators(), 4).hypotheses)
    8

    """
    size = count(n, "the number of instances")
    grids = [of.grid(cells) for cells in (size, size + 1, size + 2, 2 * size)]
    counts = [comb(len(grid), min(size, len(grid))) for grid in grids]
    if min(counts) > sets:
        raise BudgetError(
            f"there are {min(counts)} sets of {size} instances, more than {sets}; "
            "allow more or restrict the class to fewer instances"
        )
    searched = [grid for grid, c in zip(grids, counts, strict=True) if c <= sets]
    most = _sauer(of.vc_dimension, size)
    return _first_with_most((restricted_to(of, points) for points in _sets(searched, size)), most)


def number(of: Any, n: int, name: str, search: Callable[[FiniteClass], int]) -> int:
    """Return a number of a class on ``n`` instances: its closed form, or what a search finds."""
    known: int | None = getattr(combinatorics(of, n), name)
    return search(restricted(of, n)) if known is None else known


def _sets(grids: Sequence[Sequence[Any]], size: int) -> Iterator[tuple[Any, ...]]:
    """Yield the sets of ``size`` instances of each grid, all of it if it has fewer."""
    for grid in dict.fromkeys(grids):
        yield from combinations(grid, min(size, len(grid)))


def _first_with_most(found: Iterator[FiniteClass], most: int) -> FiniteClass:
    """Return the first class with ``most`` hypotheses, or else the first with the most."""
    best = next(found)
    for of in found:
        if len(best.hypotheses) == most:
            break
        best = max(best, of, key=lambda each: len(each.hypotheses))
    return best


def _sauer(dimension: int, n: int) -> int:
    """Return the most labelings that ``n`` instances can take, by Sauer's lemma."""
    return sum(comb(n, i) for i in range(min(dimension, n) + 1))

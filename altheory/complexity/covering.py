r"""Covering and packing numbers: how many hypotheses can be told apart at a distance.

With the distance :math:`P(h \ne h')`, the covering number :math:`N(r)` is the least number
of balls of radius r around members that hold the class, the packing number :math:`M(r)`
the largest number of members that are pairwise more than r apart.  A packing that cannot
grow covers, and a ball of radius r/2 holds one member of a packing at most, so

.. math:: N(r) \le M(r) \le N(r / 2) .

On a finite class both are found by search: whoever is left is covered by somebody near,
and somebody near it is in a largest packing of those left, or it could join them.
Of the infinite class of separators on the sphere there are bounds, ``covering_numbers_sphere``
(:mod:`altheory.theory.sphere_information`).
"""

from collections.abc import Callable, Iterator
from typing import Any

from altheory.complexity._finite import law_of_points
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import rational
from altheory.spaces.finite import FiniteRegion

STATES = 200_000  # sets of hypotheses that are left


def covering_number(of: FiniteClass, radius: Any, law: Any = None, *, states: int = STATES) -> int:
    """Return the least number of balls of members that hold a finite class, exactly.

    >>> covering_number(FiniteClass(3, ["---", "--+", "-++", "+++"]), 0.5)
    2
    """
    return len(least_cover(of, radius, law, states=states))


def packing_number(of: FiniteClass, radius: Any, law: Any = None, *, states: int = STATES) -> int:
    """Return the largest number of members that are pairwise more than ``radius`` apart.

    >>> packing_number(FiniteClass(3, ["---", "--+", "-++", "+++"]), 0.5)
    2
    """
    return len(largest_packing(of, radius, law, states=states))


def least_cover(
    of: FiniteClass, radius: Any, law: Any = None, *, states: int = STATES
) -> tuple[FiniteHypothesis, ...]:
    """Return the centers of the fewest balls that hold a finite class.

    Parameters
    ----------
    of
        The class.
    radius
        Of the closed balls, at least 0.
    law
        The law of the points, by default the uniform one.
    states
        How many sets of hypotheses that are not covered yet may be looked at.

    Raises
    ------
    BudgetError
        If the search looks at more.

    """
    near, spend = _near(of, radius, law), _purse(states)

    def covered(left: int, balls: int) -> int | None:
        """Return centers of so many balls that hold all that is left, None if there are none."""
        spend()
        if left == 0:
            return 0
        if balls == 0 or max((ball & left).bit_count() for ball in near) * balls < left.bit_count():
            return None
        hardest = min(_indices(left), key=lambda i: near[i].bit_count())
        for center in _indices(near[hardest]):
            rest = covered(left & ~near[center], balls - 1)
            if rest is not None:
                return rest | 1 << center
        return None

    everyone = (1 << len(near)) - 1
    found = (covered(everyone, size) for size in range(len(near) + 1))
    return _members(of, next(centers for centers in found if centers is not None))


def largest_packing(
    of: FiniteClass, radius: Any, law: Any = None, *, states: int = STATES
) -> tuple[FiniteHypothesis, ...]:
    """Return as many members as possible that are pairwise more than ``radius`` apart.

    The parameters and the errors are those of `least_cover`.
    """
    near, spend = _near(of, radius, law), _purse(states)
    known = {0: 0}

    def packed(left: int) -> int:
        """Return a largest packing of those that are left."""
        if left not in known:
            spend()
            loneliest = min(_indices(left), key=lambda i: (near[i] & left).bit_count())
            firsts = _indices(near[loneliest] & left)
            known[left] = max((1 << i | packed(left & ~near[i]) for i in firsts), key=int.bit_count)
        return known[left]

    return _members(of, packed((1 << len(near)) - 1))


def _near(of: FiniteClass, radius: Any, law: Any) -> list[int]:
    """Return for each hypothesis the ball around it, as a mask of their indices."""
    measure = law_of_points(of, law)
    r = rational(radius, "a radius")
    if r < 0:
        raise DomainError(f"a radius is at least 0, got {radius}")
    return [
        sum(
            1 << i
            for i, g in enumerate(of.hypotheses)
            if measure.mass(FiniteRegion(of.n_points, h ^ g)) <= r
        )
        for h in of.hypotheses
    ]


def _purse(states: int) -> Callable[[], None]:
    """Return what refuses to be called more often than ``states`` times."""
    steps = iter(range(states))

    def spend() -> None:
        if next(steps, None) is None:
            raise BudgetError(
                f"looked at {states} sets of hypotheses; allow more (states=), or take fewer points"
            )

    return spend


def _indices(mask: int) -> Iterator[int]:
    return (i for i in range(mask.bit_length()) if mask >> i & 1)


def _members(of: FiniteClass, chosen: int) -> tuple[FiniteHypothesis, ...]:
    masks = (of.hypotheses[i] for i in _indices(chosen))
    return tuple(FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in masks)

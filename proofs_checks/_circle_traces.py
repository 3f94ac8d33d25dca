"""Half circles on n points, as finite classes."""

from fractions import Fraction
from functools import cache
from itertools import product

from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass

MOST = 6


def points(n: int) -> tuple[Fraction, ...]:
    """Return n points of which no two are equal or opposite.

    Any other such points are these, up to their order and up to taking opposite points,
    which flips their labels: no number of a class changes by that.
    """
    return tuple(Fraction(k, 2 * n) for k in range(n))


@cache
def trace(n: int, *, opposites: bool = False) -> FiniteClass:
    """Return the labelings of ``points(n)``, out of all 2^n, that leave some half circle.

    With ``opposites`` the points opposite to them are points too.
    """
    chosen = points(n)
    if opposites:
        chosen = (*chosen, *(x + Fraction(1, 2) for x in chosen))
    start = CircleSeparators().version_space()
    labelings = product((-1, 1), repeat=n)
    flipped = [(*row, *(-y for y in row)) if opposites else row for row in labelings]
    kept = [row for row in flipped if not start.restrict_all(chosen, row).is_empty]
    return FiniteClass(len(chosen), kept)

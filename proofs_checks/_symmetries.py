r"""Renaming points and exchanging labels: the symmetries of a finite domain.

A symmetry :math:`(\pi, \sigma)` carries the hypothesis h to
:math:`\sigma\, h \circ \pi^{-1}`.  Exchanging two neighbors in a list, for each pair
of neighbors, generates all permutations; exchanging the labels commutes with them.
"""

from collections.abc import Iterable
from functools import cache
from typing import NamedTuple

from altheory.protocols import Label


class Symmetry(NamedTuple):
    """Point ``x`` becomes ``order[x]``, labels are multiplied by ``sign``."""

    order: tuple[int, ...]
    sign: Label

    def masks(self, masks: Iterable[int]) -> tuple[int, ...]:
        """Return the images of some hypotheses, in increasing order.

        >>> Symmetry((1, 2, 0), 1).masks([0b001, 0b110]), Symmetry((0, 1, 2), -1).masks([0b001])
        ((2, 5), (6,))
        """
        return tuple(sorted(map(images(self).__getitem__, masks)))


@cache
def images(symmetry: Symmetry) -> tuple[int, ...]:
    """Return the image of each hypothesis on the points, by its bitmask."""
    n = len(symmetry.order)
    flip = 0 if symmetry.sign == 1 else (1 << n) - 1
    moved = (
        sum(1 << new for old, new in enumerate(symmetry.order) if mask >> old & 1)
        for mask in range(1 << n)
    )
    return tuple(flip ^ mask for mask in moved)


def generators(n_points: int) -> tuple[Symmetry, ...]:
    """Return symmetries whose compositions are all 2 n! of them.

    >>> [symmetry.order for symmetry in generators(3)]
    [(0, 1, 2), (1, 0, 2), (0, 2, 1)]
    """
    names = tuple(range(n_points))
    swaps = ((*names[:x], x + 1, x, *names[x + 2 :]) for x in names[:-1])
    return (Symmetry(names, -1), *(Symmetry(swap, 1) for swap in swaps))

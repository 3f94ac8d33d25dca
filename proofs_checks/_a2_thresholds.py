r"""A2 without noise on the thresholds of a row of cells, by the ends of what survives.

Cuts lie between cells or at the ends; the target is one of them and makes no error, so
a look needs only the bounds of 0 errors.  A cut errs on the labels between itself and
the target: the cuts that stay are those with at most c labels in between, c being the
most errors that stay.
"""

from fractions import Fraction
from typing import NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.learners._look import Judge, Look, due_after

Cuts: TypeAlias = tuple[int, int]  # the first and the last


class Row(NamedTuple):
    """A row of cells, and the cut after the target's number of them."""

    cells: int
    target: int

    def mass(self, cuts: Cuts) -> Fraction:
        """Return the mass of the cells on which the cuts disagree."""
        return Fraction(cuts[1] - cuts[0], self.cells)


def labels(rng: np.random.Generator, row: Row, judge: Judge) -> int:
    """Return the number of labels of one run."""
    cuts, looks, asked = (0, row.cells), 0, 0
    while row.mass(cuts) > judge.epsilon:
        look, drawn = _round(rng, row, judge, cuts, looks)
        looks, asked = look.number, asked + look.n
        if look.verdict == "stop":
            break
        cuts = stay(cuts, drawn, row.target, look.most)
    return asked


def _round(
    rng: np.random.Generator, row: Row, judge: Judge, cuts: Cuts, looks: int
) -> tuple[Look, NDArray[np.int64]]:
    """Draw cells on which the cuts disagree until a look ends the round."""
    drawn = np.zeros(0, dtype=np.int64)

    def left(most: int) -> Fraction:
        return row.mass(stay(cuts, drawn, row.target, most))

    while True:
        more = rng.integers(*cuts, size=due_after(drawn.size) - drawn.size)
        drawn, looks = np.sort(np.concatenate((drawn, more))), looks + 1
        look = judge.look(
            number=looks, in_round=1, n=drawn.size, fewest=0, before=row.mass(cuts), after=left
        )
        if look.verdict != "go on":
            return look, drawn


def stay(cuts: Cuts, drawn: NDArray[np.int64], target: int, most: int) -> Cuts:
    """Return the first and the last cut with at most so many labels between it and the target.

    >>> stay((0, 9), np.array([1, 3, 3, 6, 8]), 4, 1)  # the cut 3 is below both cells 3
    (4, 8)
    """
    above, below = drawn[drawn >= target], drawn[drawn < target]
    first = int(below[below.size - most - 1]) + 1 if below.size > most else cuts[0]
    last = int(above[most]) if above.size > most else cuts[1]
    return first, last

r"""A2 without noise on the thresholds of a row of cells, by the ends of what survives.

Cuts lie between cells or at the ends; the target is one of them and makes no error, so
a look needs only the bounds of 0 errors.  A cut errs on the labels between itself and
the target: the cuts that stay are those with at most c labels in between, c being the
most errors that stay.  Many runs go from look to look together, since all that have had
as many looks before a round look with the same bounds.
"""

from fractions import Fraction
from math import floor
from typing import Any, NamedTuple, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import Judge, due_after

Ints: TypeAlias = NDArray[np.int32]  # as wide as cells need, and quick to sort


class Row(NamedTuple):
    """A row of cells, and the cut after the target's number of them."""

    cells: int
    target: int

    @property
    def cuts(self) -> FiniteClass:
        """The class of the cuts."""
        everything = (1 << self.cells) - 1
        return FiniteClass(self.cells, [everything >> cut << cut for cut in range(self.cells + 1)])


class Runs(NamedTuple):
    """The first and the last cut, the looks and the labels so far, by run; who goes on."""

    first: Ints
    last: Ints
    looks: Ints
    asked: Ints
    stopped: NDArray[np.bool_]


def labels(rng: np.random.Generator, row: Row, judge: Judge, runs: int) -> Ints:
    """Return the numbers of labels of independent runs."""
    none = np.zeros(runs, dtype=np.int32)
    state = Runs(none, none + row.cells, none.copy(), none.copy(), np.zeros(runs, dtype=np.bool_))
    in_round, enough = 0, floor(judge.epsilon * row.cells)
    while True:
        going = np.flatnonzero(~state.stopped & (state.last - state.first > enough))
        if going.size == 0:
            return state.asked
        in_round += 1
        for looks in np.unique(state.looks[going]):
            same = going[state.looks[going] == looks]
            _round(rng, row, judge, state, going=same, in_round=in_round)


def _round(
    rng: np.random.Generator, row: Row, judge: Judge, state: Runs, *, going: Any, in_round: int
) -> None:
    """Take runs with the same number of looks to the ends of their rounds."""
    drawn, number = np.zeros((going.size, 0), dtype=np.int32), int(state.looks[going[0]])
    while going.size:
        first, last = state.first[going], state.last[going]
        more = (going.size, due_after(drawn.shape[1]) - drawn.shape[1])
        new = rng.integers(first[:, None], last[:, None], size=more, dtype=np.int32)
        drawn, number = np.sort(np.hstack((drawn, new)), axis=1), number + 1
        narrow, most = _said(judge, row, number, in_round, drawn.shape[1])
        stops = last - first <= narrow
        left = stay(first, last, drawn, row.target, most)
        halved = ~stops & (2 * (left[1] - left[0]) < last - first)
        state.first[going[halved]], state.last[going[halved]] = left[0][halved], left[1][halved]
        state.asked[going] += more[1]
        state.looks[going] = number
        state.stopped[going] = stops
        going, drawn = going[~stops & ~halved], drawn[~stops & ~halved]


def _said(judge: Judge, row: Row, number: int, in_round: int, n: int) -> tuple[int, int]:
    """Return on how many cells cuts may differ for a run to stop, and the most that stay."""
    look = judge.look(
        number=number,
        in_round=in_round,
        n=n,
        fewest=0,
        before=Fraction(1),
        after=lambda _: Fraction(1),
    )
    return floor(judge.epsilon * row.cells / (look.upper - look.lower)), look.most


def stay(first: Ints, last: Ints, drawn: Ints, target: int, most: int) -> tuple[Ints, Ints]:
    """Return the first and the last cut with at most so many labels between it and the target.

    Shapes: the cuts before are int[runs], the labels int[runs, n], sorted in each run.

    >>> one = stay(np.array([0]), np.array([9]), np.array([[1, 3, 3, 6, 8]]), 4, 1)
    >>> one[0].tolist(), one[1].tolist()  # the cut 3 is below both cells 3
    ([4], [8])
    """
    runs, n = np.arange(drawn.shape[0]), drawn.shape[1]
    below = (drawn < target).sum(axis=1)
    low = drawn[runs, np.maximum(below - most - 1, 0)] + 1
    high = drawn[runs, np.minimum(below + most, n - 1)]
    return np.where(below > most, low, first), np.where(n - below > most, high, last)

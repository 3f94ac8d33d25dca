"""The exact solver: depth first, always at the cell with the fewest digits left.

It is the oracle beside the network: it finds a solution, proves that there is no other, and
counts how often it had to guess, which is how hard a puzzle is.
"""

from dataclasses import dataclass, field
from typing import final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError
from altheory.nets.sudoku_board import CELLS, Board, neighbors
from altheory.numeric.compiled import compiled

Cells = NDArray[np.intp]

STEPS = 20_000_000  # digits that are tried before giving up


@final
@dataclass(frozen=True, slots=True, eq=False)
class Solutions:
    """What going through all fillings found.

    Attributes
    ----------
    boards
        The first solutions, at most as many as were asked for.
    guesses
        How many digits were tried at cells with more than one left, up to the last solution.

    """

    boards: list[Board] = field(repr=False)
    guesses: int


def solutions(cells: Board, limit: int = 2) -> Solutions:
    """Return at most ``limit`` solutions: none, one, or more than a puzzle should have.

    Raises
    ------
    BudgetError
        If too many digits were tried.

    """
    found = np.zeros((limit, CELLS), dtype=np.int8)
    count, guesses, finished = _search(cells.astype(np.int8), neighbors(), found, STEPS)
    if not finished:
        raise BudgetError(f"{STEPS} digits were tried without an end; give more clues")
    return Solutions([found[i] for i in range(count)], guesses)


@compiled
def _search(cells: Board, near: Cells, found: Board, most: int) -> tuple[int, int, bool]:
    """Fill ``found``, and return how many, the guesses, and whether the search came to its end.

    ``used[c, d]`` counts the neighbors of cell c that hold d + 1; ``path`` is the stack of cells
    that were filled, ``left`` how many digits each had.
    """
    cells = cells.copy()
    used = np.zeros((81, 9), dtype=np.int64)
    for c in range(81):
        if cells[c]:
            count_digit(used, near, c, cells[c], 1)
    path, left = np.zeros(82, dtype=np.int64), np.zeros(82, dtype=np.int64)
    free, depth, count, guesses = np.count_nonzero(cells == 0), 0, 0, 0
    for _ in range(most):
        if depth == free:
            found[count] = cells
            count, depth = count + 1, depth - 1
        else:
            path[depth], left[depth] = fewest_left(cells, used)
        if count == len(found):
            return count, guesses, True
        while depth >= 0 and not _next_digit(cells, used, near, path[depth]):
            depth -= 1
        if depth < 0:
            return count, guesses, True
        guesses += left[depth] > 1
        depth += 1
    return count, guesses, False


@compiled
def _next_digit(cells: Board, used: Cells, near: Cells, c: int) -> bool:
    """Put the next digit that fits into a cell, or empty it."""
    d = cells[c]
    if d > 0:
        count_digit(used, near, c, d, -1)
    cells[c] = 0
    while d < 9 and used[c, d] > 0:
        d += 1
    if d == 9:
        return False
    cells[c] = d + 1
    count_digit(used, near, c, d + 1, 1)
    return True


@compiled
def count_digit(used: Cells, near: Cells, c: int, digit: int, by: int) -> None:
    """Let the neighbors of a cell know that it holds a digit, or that it does no more."""
    for k in range(20):
        used[near[c, k], digit - 1] += by


@compiled
def fewest_left(cells: Board, used: Cells) -> tuple[int, int]:
    """Return the empty cell with the fewest digits left, and how many."""
    best, fewest = 0, 10
    for c in range(81):
        if cells[c] == 0:
            left = 0
            for d in range(9):
                left += used[c, d] == 0
            if left < fewest:
                best, fewest = c, left
    return best, fewest

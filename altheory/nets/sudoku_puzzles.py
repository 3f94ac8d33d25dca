"""Puzzles with one solution, as hard as asked for.

A random full board loses clues in random order as long as it stays as easy as it should be, so
no clue that is left could be spared:

* ``easy``: naked singles are enough: there is always a cell with one digit left;
* ``medium``: hidden singles as well: a row, column or box with one cell left for a digit;
* ``hard``: singles are not enough, and the solution is still the only one.
"""

from typing import Literal, cast, get_args

import numpy as np
from numpy.typing import NDArray

from altheory.errors import BudgetError, DomainError
from altheory.nets.sudoku_board import CELLS, Board, neighbors
from altheory.nets.sudoku_solver import count_digit, fewest_left, solutions
from altheory.numeric.compiled import compiled
from altheory.numeric.inputs import count

Difficulty = Literal["easy", "medium", "hard"]

ATTEMPTS = 1000  # boards from which a puzzle is tried for
FEWEST = 17  # clues of a puzzle with one solution


def full_board(rng: np.random.Generator) -> Board:
    """Draw a full board: random diagonal boxes, completed, then relabeled and turned at random.

    Not uniform among all boards; digits, bands, stacks, rows and columns are exchangeable.
    """
    cells = np.zeros((9, 9), dtype=np.int8)
    for start in (0, 3, 6):
        cells[start : start + 3, start : start + 3] = rng.permutation(9).reshape(3, 3) + 1
    filled = solutions(cells.ravel(), 1).boards[0].reshape(9, 9)
    rows, columns = (_lines(rng) for _ in range(2))
    filled = filled[rows][:, columns]
    turned = filled.T if rng.integers(2) else filled
    digits = np.concatenate([[0], rng.permutation(9) + 1]).astype(np.int8)
    return digits[turned].ravel()


def puzzle(rng: np.random.Generator, difficulty: Difficulty = "easy") -> tuple[Board, Board]:
    """Draw a puzzle and its only solution.

    Raises
    ------
    DomainError
        If the difficulty is none.
    BudgetError
        If no hard puzzle was found.

    """
    difficulty_of(difficulty)
    for _ in range(ATTEMPTS):
        solution = full_board(rng)
        cells = _thinned(solution, rng, difficulty)
        if difficulty != "hard" or not solved_by_singles(cells):
            return cells, solution
    raise BudgetError(f"none of {ATTEMPTS} boards became a hard puzzle; try another seed")


def puzzle_with(rng: np.random.Generator, clues: int) -> tuple[Board, Board]:
    """Draw a puzzle with so many clues, however hard, and its only solution.

    A full board loses clues in random order as long as the solution is the only one, until so
    many are left; boards that cannot spare enough are thrown away.

    Raises
    ------
    DomainError
        If ``clues`` is not a number from 17, the fewest there are [mcguire2014]_, to 81.
    BudgetError
        If no board could spare so many.

    """
    if not FEWEST <= count(clues, "clues") <= CELLS:
        raise DomainError(f"a puzzle has {FEWEST} to {CELLS} clues, got {clues}")
    for _ in range(ATTEMPTS):
        solution = full_board(rng)
        cells = _thinned(solution, rng, "hard", clues)
        if np.count_nonzero(cells) == clues:
            return cells, solution
    raise BudgetError(f"none of {ATTEMPTS} boards could be thinned to {clues} clues; ask for more")


def difficulty_of(name: str) -> Difficulty:
    """Return a difficulty by its name."""
    for known in get_args(Difficulty):
        if name == known:
            return cast("Difficulty", known)
    raise DomainError(f"puzzles are {', '.join(get_args(Difficulty))}, got {name!r}")


def _thinned(
    solution: Board, rng: np.random.Generator, difficulty: Difficulty, clues: int = 0
) -> Board:
    """Take digits away in random order, those that may go, as long as more are left than asked."""
    cells = solution.copy()
    for cell in rng.permutation(CELLS):
        if np.count_nonzero(cells) == clues:
            break
        digit, cells[cell] = cells[cell], 0
        if not _allowed(cells, difficulty):
            cells[cell] = digit
    return cells


def _allowed(cells: Board, difficulty: Difficulty) -> bool:
    if difficulty == "hard":
        return len(solutions(cells, 2).boards) == 1
    return solved_by_singles(cells, hidden=difficulty == "medium")


def solved_by_singles(cells: Board, *, hidden: bool = True) -> bool:
    """Return whether naked singles, and hidden ones, fill the board.

    Each single is forced, so then there is one solution.
    """
    return bool(_singles(cells.astype(np.int8), neighbors(), _units(), hidden))


def _lines(rng: np.random.Generator) -> NDArray[np.intp]:
    """Draw an order of nine rows that keeps bands together."""
    return np.concatenate([3 * band + rng.permutation(3) for band in rng.permutation(3)])


def _units() -> NDArray[np.intp]:
    """Return the cells of rows, columns and boxes, ``intp[27, 9]``."""
    grid = np.arange(CELLS).reshape(9, 9)
    boxes = grid.reshape(3, 3, 3, 3).transpose(0, 2, 1, 3).reshape(9, 9)
    return np.concatenate([grid, grid.T, boxes])


@compiled
def _singles(given: Board, near: NDArray[np.intp], units: NDArray[np.intp], hidden: bool) -> bool:
    """Fill cells with one digit left, and digits with one cell left, as long as there are any."""
    cells = given.copy()
    used = np.zeros((81, 9), dtype=np.int64)
    for c in range(81):
        if cells[c]:
            count_digit(used, near, c, cells[c], 1)
    while np.any(cells == 0):
        c, left = fewest_left(cells, used)
        digit = 0
        if left == 1:
            digit = 1 + int(np.argmin(used[c]))
        elif left > 1 and hidden:
            c, digit = _hidden_single(cells, used, units)
        if digit == 0:
            return False
        cells[c] = digit
        count_digit(used, near, c, digit, 1)
    return True


@compiled
def _hidden_single(
    cells: Board, used: NDArray[np.intp], units: NDArray[np.intp]
) -> tuple[int, int]:
    """Return a cell and the digit that has no other cell in its unit, or digit 0."""
    for u in range(27):
        for d in range(9):
            places, at = 0, 0
            for k in range(9):
                c = units[u, k]
                if cells[c] == 0 and used[c, d] == 0:
                    places, at = places + 1, c
                elif cells[c] == d + 1:
                    places = 9
                    break
            if places == 1:
                return at, d + 1
    return 0, 0

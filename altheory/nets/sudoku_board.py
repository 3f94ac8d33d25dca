"""Sudoku boards: what is given, who restricts whom, and reading and printing them.

A board is ``int8[81]``, row by row, 0 where a cell is empty.  Two cells are neighbors if they
share a row, a column or a box: 81 nodes of degree 20, any two at most two steps apart (claims
``sudoku/graph`` and ``sudoku/two-hops``).
"""

from functools import cache
from typing import Any

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError

CELLS = 81

Board = NDArray[np.int8]


@cache
def neighbors() -> NDArray[np.intp]:
    """Return the twenty neighbors of each cell, ascending: ``intp[81, 20]``.

    >>> neighbors()[0].tolist()
    [1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 18, 19, 20, 27, 36, 45, 54, 63, 72]
    """
    row, column = np.divmod(np.arange(CELLS), 9)
    box = row // 3 * 3 + column // 3
    shared = [x[:, None] == x for x in (row, column, box)]
    joined = np.logical_or.reduce(shared) & ~np.eye(CELLS, dtype=np.bool_)
    table = np.nonzero(joined)[1].reshape(CELLS, 20)
    table.flags.writeable = False
    return table


def board(given: Any) -> Board:
    """Return a board from text or numbers, or say which cell is wrong.

    Parameters
    ----------
    given
        81 digits, with ``.`` or ``0`` for empty cells, white space and the marks ``|``, ``-``
        and ``+`` of printed boards ignored; or 81 numbers.

    Raises
    ------
    DomainError
        If these are not 81 cells, a cell is no digit, or two neighbors hold the same one.

    """
    cells = _text(given) if isinstance(given, str) else _numbers(given)
    for cell, digit in enumerate(cells):
        if digit == 0:
            continue
        same = [other for other in neighbors()[cell] if cells[other] == digit]
        if same:
            raise DomainError(f"{place(cell)} and {place(int(same[0]))} both hold {digit}")
    return cells


def _text(given: str) -> Board:
    cells = [c for c in given if not c.isspace() and c not in "|-+"]
    for number, cell in enumerate(cells):
        if cell not in ".0123456789":
            raise DomainError(f"cell {number + 1} is {cell!r}: write 1 to 9, and . or 0 if empty")
    if len(cells) != CELLS:
        many = len(cells) // CELLS if cells and len(cells) % CELLS == 0 else 0
        said = f"; these are {many} boards, give one at a time" if many else ""
        raise DomainError(f"a Sudoku has {CELLS} cells, got {len(cells) or 'none'}{said}")
    return np.array([0 if cell == "." else int(cell) for cell in cells], dtype=np.int8)


def _numbers(given: Any) -> Board:
    cells = np.asarray(given)
    if cells.size != CELLS or not np.issubdtype(cells.dtype, np.integer):
        raise DomainError(
            f"a Sudoku has {CELLS} integers, got {cells.dtype} of shape {cells.shape}"
        )
    if ((cells < 0) | (cells > 9)).any():
        raise DomainError(f"cells hold 0 to 9, got {cells[(cells < 0) | (cells > 9)][0]}")
    return cells.reshape(CELLS).astype(np.int8)


def place(cell: int) -> str:
    """Name a cell as people do.

    >>> place(10)
    'row 2, column 2'
    """
    return f"row {cell // 9 + 1}, column {cell % 9 + 1}"


def text(cells: Board) -> str:
    """Print a board in boxes.

    >>> print(text(board("." * 80 + "5")).splitlines()[-1])
    . . . | . . . | . . 5
    """
    digits = ["." if cell == 0 else str(cell) for cell in cells]
    rows = [digits[9 * r : 9 * r + 9] for r in range(9)]
    lines = [" | ".join(" ".join(row[3 * b : 3 * b + 3]) for b in range(3)) for row in rows]
    rule = "------+-------+------"
    return "\n".join([*lines[:3], rule, *lines[3:6], rule, *lines[6:]])

"""The graph of a Sudoku with boxes of n by n cells, from the rules alone."""

from functools import cache

import flint

Cells = frozenset[int]


@cache
def neighbors(n: int) -> tuple[Cells, ...]:
    """Return who shares a row, a column or a box with each of the n**4 cells."""
    side = n * n

    def groups(cell: int) -> tuple[int, int, int]:
        row, column = divmod(cell, side)
        return row, column, row // n * n + column // n

    cells = range(side * side)
    return tuple(
        frozenset(
            other
            for other in cells
            if other != cell
            and any(a == b for a, b in zip(groups(cell), groups(other), strict=True))
        )
        for cell in cells
    )


def reached(links: tuple[Cells, ...], start: int, steps: int) -> Cells:
    """Return the cells from which news comes to one in a number of steps."""
    seen = {start}
    for _ in range(steps):
        seen |= {other for cell in seen for other in links[cell]}
    return frozenset(seen)


def multiplicity(n: int, value: int) -> int:
    """Return how often an integer is an eigenvalue of the adjacency matrix, by elimination."""
    links = neighbors(n)
    size = len(links)
    rows = [[-value if i == j else int(j in links[i]) for j in range(size)] for i in range(size)]
    return size - int(flint.fmpz_mat(rows).rank())

"""Symmetries of a Sudoku with boxes of n by n cells, and one full board."""

from functools import cache

from proofs_checks._sudoku_graphs import Cells

Permutation = tuple[int, ...]  # where each cell goes


@cache
def generators(n: int) -> dict[str, Permutation]:
    """Return exchanges of neighboring rows of a band, of bands, the same of columns, and turning.

    They generate all exchanges of rows, columns, bands and stacks.
    """
    side = n * n
    swaps = {f"rows {r} and {r + 1}": {r: r + 1, r + 1: r} for r in range(side) if (r + 1) % n}
    for band in range(n - 1):
        moved = {n * band + k: n * band + n + k for k in range(n)}
        swaps[f"bands {band} and {band + 1}"] = moved | {b: a for a, b in moved.items()}
    rows = {name: row_map(n, moves) for name, moves in swaps.items()}
    turn = tuple(c * side + r for r in range(side) for c in range(side))
    columns = {f"{name}, turned": _then(turn, _then(p, turn)) for name, p in rows.items()}
    return {**rows, **columns, "turning": turn}


def row_map(n: int, moves: dict[int, int]) -> Permutation:
    """Return the permutation of cells that moves some rows."""
    side = n * n
    return tuple(moves.get(r, r) * side + c for r in range(side) for c in range(side))


def _then(first: Permutation, second: Permutation) -> Permutation:
    return tuple(second[cell] for cell in first)


def units(n: int) -> list[Cells]:
    """Return the rows, columns and boxes."""
    side, cells = n * n, range(n**4)
    rows = [cell // side for cell in cells]
    columns = [cell % side for cell in cells]
    boxes = [row // n * n + column // n for row, column in zip(rows, columns, strict=True)]
    return [
        frozenset(c for c in cells if of[c] == k)
        for of in (rows, columns, boxes)
        for k in range(side)
    ]


def full_board(n: int) -> tuple[int, ...]:
    """Return a full board: each row is the one above, moved by n, by one more in a new band."""
    side = n * n
    return tuple((n * (r % n) + r // n + c) % side for r in range(side) for c in range(side))

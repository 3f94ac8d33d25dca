r"""Lecture notes: a cell is connected to every other cell that restricts its value.

Two cells that share a row, a column or a box never hold the same digit.  Any other two do in some
full board: from the pairs that do in one board, exchanges of rows within a band, of bands, the same
for columns, and turning the board over lead to all others, and they make boards of boards.
"""

from collections.abc import Callable, Iterable
from itertools import combinations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sudoku_graphs import neighbors
from proofs_checks._sudoku_symmetries import full_board, generators, units

Alike: TypeAlias = Callable[[int, int, int], bool]  # may cells i and j of boxes n by n be alike?
Pair: TypeAlias = frozenset[int]


def reached(n: int) -> set[Pair]:
    """Return the pairs of cells that hold the same digit in one board, or an image of it."""
    board = full_board(n)
    pairs = {
        frozenset(of) for of in combinations(range(n**4), 2) if len({board[c] for c in of}) == 1
    }
    new = list(pairs)
    while new:
        pair = new.pop()
        for images in generators(n).values():
            image = frozenset(images[c] for c in pair)
            if image not in pairs:
                pairs.add(image)
                new.append(image)
    return pairs


def sound(n: int) -> bool:
    """Decide whether the board is one, and symmetries map rows, columns and boxes onto such."""
    board, parts = full_board(n), units(n)
    full = all(len({board[c] for c in part}) == n * n for part in parts)
    kept = (
        {frozenset(images[c] for c in part) for part in parts} == {*parts}
        for images in generators(n).values()
    )
    return full and all(kept)


def compared(alike: Alike, sizes: Iterable[int]) -> Finding:
    """Compare with pairs within a row, column or box, and with pairs alike in some board."""
    count = 0
    for n in sizes:
        if not sound(n):
            return fails(f"no full board, or no symmetry, of boxes {n} by {n}")
        together = {frozenset(of) for part in units(n) for of in combinations(part, 2)}
        same = reached(n)
        for i, j in combinations(range(n**4), 2):
            pair = frozenset((i, j))
            if (pair in together) == (pair in same):
                return fails(f"cells {i} and {j}", computed="alike in a board, and in a unit")
            if alike(n, i, j) != (pair in same):
                return fails(f"cells {i}, {j}", claimed=alike(n, i, j), computed=pair in same)
            count += 1
    return holds(f"{count} pairs of cells")


def small_boards(alike: Alike, rng: np.random.Generator) -> Finding:
    """Go through the pairs of a board of 16 cells."""
    del rng
    return compared(alike, (2,))


def usual_boards(alike: Alike, rng: np.random.Generator) -> Finding:
    """Go through the pairs of a board of 81 cells."""
    del rng
    return compared(alike, (3,))


def same_row_or_column(n: int, i: int, j: int) -> bool:
    """Decide whether two cells share a row or a column."""
    side = n * n
    return i // side == j // side or i % side == j % side


CLAIM: Claim[Alike] = Claim(
    key="sudoku/same-digit",
    title="A cell is connected to exactly the cells that cannot hold its digit",
    statement=(
        r"\{i, j\} \in E \iff \text{no full board has the same digit at } i \text{ and } j, \quad"
        r" \text{boxes of } 2 \times 2 \text{ and } 3 \times 3"
    ),
    plain=(
        "The notes are right that a cell is directly connected to every other one that restricts "
        "its value, and no connection is idle: any two cells without one are alike in some board."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that the clues in those cells determine the value: with clues elsewhere, too, others "
        "restrict it indirectly"
    ),
    source=Source(
        "lecturenotes",
        locator="Graph Neural Network (Sudoku Solver), Intuition",
        match="related",
        difference="the notes say that every restriction has its edge; the converse is added",
    ),
    expected=Verdict.PROVED,
    formula=lambda n, i, j: j not in neighbors(n)[i],
    checks=(
        Check(Method.EXHAUSTIVE, small_boards, scope="16 cells, all pairs"),
        Check(Method.EXHAUSTIVE, usual_boards, scope="81 cells, all pairs", tier="normal"),
    ),
    controls={
        "boxes restrict nothing": lambda n, i, j: not same_row_or_column(n, i, j),
        "any two cells": lambda *_: True,
        "only if they are far apart": lambda n, i, j: (
            j not in neighbors(n)[i] and abs(i - j) > n * n * n
        ),
    },
)

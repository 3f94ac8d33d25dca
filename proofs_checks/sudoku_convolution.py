r"""How many 3 x 3 convolutions it takes to see across a board.

A cell of a grid of side s hears of the cells within t steps of a king after t layers.  From a
corner these are :math:`\min(t + 1, s)^2`: of nine by nine cells all only after eight layers; from
the center after four.
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sudoku_graphs import Cells, reached

Layers: TypeAlias = Callable[[int, int, int], int]


def grid(side: int) -> tuple[Cells, ...]:
    """Return the cells that a 3 x 3 kernel at each cell sees."""
    return tuple(
        frozenset(
            a * side + b
            for a in range(max(0, row - 1), min(side, row + 2))
            for b in range(max(0, column - 1), min(side, column + 2))
        )
        for row in range(side)
        for column in range(side)
    )


def by_layers(layers: Layers, rng: np.random.Generator) -> Finding:
    """Add layers until each cell sees the whole board."""
    del rng
    for side in range(1, 10):
        links = grid(side)
        for cell in range(side * side):
            needed = next(t for t in range(side) if len(reached(links, cell, t)) == side * side)
            claimed = layers(side, *divmod(cell, side))
            if claimed != needed:
                return fails(f"cell {cell}, side {side}", claimed=claimed, computed=needed)
    return holds("every cell of boards of side 1 to 9", claimed=layers(9, 0, 0), computed=8)


CLAIM: Claim[Layers] = Claim(
    key="sudoku/convolution-layers",
    title="A 3 x 3 convolution needs eight layers from corner to corner",
    statement=r"t(r, c) = \max(r, s - 1 - r, c, s - 1 - c), \quad t(0, 0) = 8 \text{ for } s = 9",
    plain=(
        "Layers of 3 x 3 convolutions until a cell of a square board sees all of it: its distance "
        "to the farthest edge; eight for a corner of a Sudoku, four for its center."
    ),
    relation="exact",
    does_not_say="anything of larger kernels, strides or pooling",
    source=Source(
        "lecturenotes",
        locator="Graph Neural Network (Sudoku Solver)",
        match="related",
        difference='the notes say "many layers"; the number is derived here',
    ),
    expected=Verdict.PROVED,
    formula=lambda side, row, column: max(row, side - 1 - row, column, side - 1 - column),
    checks=(Check(Method.EXHAUSTIVE, by_layers, scope="every cell of boards of side 1 to 9"),),
    controls={
        "half of it, as seen from the center": lambda side, *_: side // 2,
        "one more for the cell itself": lambda side, row, column: (
            1 + max(row, side - 1 - row, column, side - 1 - column)
        ),
        "as many as the steps of a rook": lambda side, row, column: (
            max(row, side - 1 - row) + max(column, side - 1 - column)
        ),
    },
)

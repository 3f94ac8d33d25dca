r"""How far news travels on the graph of a Sudoku.

After one step of message passing a cell has heard of 21 cells, itself included, after two of all
81: from (r, c) by way of (r, c') to (r', c').
"""

from collections.abc import Callable
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._sudoku_graphs import neighbors, reached

Heard: TypeAlias = Callable[[int], int]


def every_cell(heard: Heard, rng: np.random.Generator) -> Finding:
    """Walk from every cell."""
    del rng
    links = neighbors(3)
    for steps in range(4):
        counts = {len(reached(links, cell, steps)) for cell in range(81)}
        if counts != {heard(steps)}:
            return fails(f"{steps} steps", claimed=heard(steps), computed=counts)
    return holds("from every cell, 0 to 3 steps", claimed=heard(2), computed=81)


CLAIM: Claim[Heard] = Claim(
    key="sudoku/two-hops",
    title="After two steps every cell has heard of every clue",
    statement=r"|\{j : d(i, j) \le t\}| = 1, 21, 81, 81 \text{ for } t = 0, 1, 2, 3",
    plain="One step of message passing reaches 21 of the 81 cells of a Sudoku, two reach all.",
    relation="exact",
    does_not_say=(
        "that two steps solve a puzzle: to have heard of all clues is necessary, and not enough"
    ),
    source=Source(
        "lecturenotes",
        locator="Graph Neural Network (Sudoku Solver)",
        match="related",
        difference="the notes say that iterations carry information across the board, not how many",
    ),
    expected=Verdict.PROVED,
    formula=lambda steps: (1, 21)[steps] if steps < 2 else 81,
    checks=(Check(Method.EXHAUSTIVE, every_cell, scope="all 81 cells, at most 3 steps"),),
    controls={
        "one step is enough": lambda steps: 81 if steps else 1,
        "three steps are needed": lambda steps: (1, 21, 60, 81)[steps],
        "a cell restricts 24 others": lambda steps: (1, 25)[steps] if steps < 2 else 81,
    },
)

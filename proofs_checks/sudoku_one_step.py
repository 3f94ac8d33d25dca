r"""What a cell can know from its neighbors' clues alone: its digit iff eight others are there.

If two digits d and e are missing among the clues of the 20 neighbors, exchange them on the whole
board: the clues around the cell are the same, the rules are kept, and the solution is the old one
with d and e exchanged, another one at the cell if it was d.  So with

.. math:: M_i = \{1, \dots, 9\} \setminus \{\text{clues of the neighbors of } i\}

the cell is determined by them iff :math:`|M_i| = 1`.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._sudoku_clues import (
    EASY,
    PUZZLES,
    SOLUTIONS,
    SOLVED,
    answers,
    missing,
    relabeled,
)
from proofs_checks._sudoku_graphs import neighbors

Determined: TypeAlias = Callable[[str, int], bool]  # a puzzle and an open cell

PROGRAM = f"""\
puzzle, solution = "{EASY}", "{SOLVED}"

def share(i, j):  # a row, a column or a box
    (a, b), (c, d) = divmod(i, 9), divmod(j, 9)
    return i != j and (a == c or b == d or (a // 3, b // 3) == (c // 3, d // 3))

near = [[j for j in range(81) if share(i, j)] for i in range(81)]
other, answer = (board.translate(str.maketrans("93", "39")) for board in (puzzle, solution))

for clues, full in ((puzzle, solution), (other, answer)):  # both answers keep rules and clues,
    assert all(full[i] != full[j] for i in range(81) for j in near[i])
    assert all(c in ("0", d) for c, d in zip(clues, full))

assert [puzzle[j] for j in near[0]] == [other[j] for j in near[0]]  # and the same is heard
assert puzzle[0] == "0" and solution[0] == "9" and answer[0] == "3"
# the first solution is the only one, by elimination; so is the second, which renames digits
left = [{{c}} if c != "0" else set("123456789") for c in puzzle]
for _ in range(81):
    for i in range(81):
        if len(left[i]) > 1:
            left[i] -= set().union(*(left[j] for j in near[i] if len(left[j]) == 1))
assert "".join(c for of in left for c in sorted(of)) == solution
"""


def twin(puzzle: str, solution: str, cell: int) -> tuple[str, str] | None:
    """Return a puzzle with the same clues around a cell and another digit there, if one is found.

    Digits that are missing around the cell are exchanged on the whole board.
    """
    own = solution[cell]
    other = min(missing(puzzle, cell) - {own}, default="")
    return (relabeled(puzzle, own, other), relabeled(solution, own, other)) if other else None


def compared(determined: Determined, names: Iterable[str]) -> Finding:
    """Look for another puzzle around each open cell, or eight digits that force its own."""
    told = dict[str, int]()
    for name in names:
        puzzle, solution = PUZZLES[name], SOLUTIONS[name]
        cells = [cell for cell in range(81) if puzzle[cell] == "0"]
        told[name] = 0
        for cell in cells:
            found = twin(puzzle, solution, cell)
            if found is not None:
                same = all(found[0][j] == puzzle[j] for j in neighbors(3)[cell])
                if not (same and answers(*found) and found[1][cell] != solution[cell]):
                    return fails(f"{name}, cell {cell}: the exchange is no twin")
            if determined(puzzle, cell) != (found is None):
                shown = Counterexample(arithmetic(len(missing(puzzle, cell)), ">", 1), PROGRAM)
                return fails(
                    f"{name} puzzle, cell {cell}",
                    claimed=determined(puzzle, cell),
                    computed=f"{len(missing(puzzle, cell))} digits are left",
                    counterexample=shown if (name, cell) == ("easy", 0) else None,
                )
            told[name] += found is None
    return holds(f"cells known at once, of 57 each: {told}")


def first_puzzle(determined: Determined, rng: np.random.Generator) -> Finding:
    """Go through the open cells of one puzzle."""
    del rng
    return compared(determined, ("easy",))


def both_puzzles(determined: Determined, rng: np.random.Generator) -> Finding:
    """Go through the open cells of both puzzles."""
    del rng
    return compared(determined, PUZZLES)


CHECKS: tuple[Check[Determined], ...] = (
    Check(Method.EXHAUSTIVE, first_puzzle, scope="57 open cells of a puzzle of 24 clues"),
    Check(Method.EXHAUSTIVE, both_puzzles, scope="114 of two puzzles", tier="normal"),
)


def naked(puzzle: str, cell: int) -> bool:
    """Decide whether eight digits are among the clues of the neighbors."""
    return len(missing(puzzle, cell)) == 1


CLAIM: Claim[Determined] = Claim(
    key="sudoku/one-step",
    title="Its neighbors' clues determine a cell iff they hold eight digits",
    statement=(
        r"\text{every puzzle with these clues around } i \text{ has one digit at } i \iff |M_i| ="
        r" 1, \quad \text{57 open cells of two puzzles each}"
    ),
    plain=(
        "After one step a cell knows the clues of its neighbors; they determine it iff eight "
        "digits are among them, and else a puzzle that looks the same from there has another digit "
        "there; for all open cells of two puzzles of 24 clues."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="what a cell can know that has heard of its neighbors' neighbors",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=naked,
    checks=CHECKS,
    controls={
        "every cell": lambda *_: True,
        "no cell": lambda *_: False,
        "seven digits are enough": lambda puzzle, cell: len(missing(puzzle, cell)) <= 2,
    },
)

r"""Lecture notes: a graph network has a receptive field of 1 for all constraints.

Every constraint on a cell is an edge, which is true (``sudoku/same-digit``).  Read as: what is one
step away determines the cell, it is false.  In a puzzle of 24 clues, exchange 3 and 9 everywhere:
the first cell sees the same clues, and holds 9 in one puzzle and 3 in the other.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks._sudoku_clues import missing
from proofs_checks.sudoku_one_step import CHECKS, Determined, naked

CLAIM: Claim[Determined] = Claim(
    key="lectures/receptive-field-of-one",
    title="A receptive field of one step determines a cell",
    statement=r"\text{the clues of its 20 neighbors determine the digit of an open cell}",
    plain=(
        "All that restricts a cell is one step away, so one step is enough: false, two puzzles "
        "with the same clues around a cell have different digits there."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that an edge is missing: every direct restriction has its edge",
    source=Source(
        "lecturenotes",
        locator="Graph Neural Network (Sudoku Solver), Intuition",
        match="related",
        difference="the notes say it of constraints; that values follow from them is read in",
    ),
    expected=Verdict.REFUTED,
    formula=lambda *_: True,
    checks=CHECKS,
    controls={
        "with one clue in ten": lambda puzzle, cell: len(missing(puzzle, cell)) <= 8,
        "with six digits around": lambda puzzle, cell: len(missing(puzzle, cell)) <= 3,
    },
    corrected=(naked, "sudoku/one-step"),
    uses=("sudoku/same-digit",),
)

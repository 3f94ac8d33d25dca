r"""Lecture notes: iterations carry information across the board, so that the network can solve it.

Two steps carry it from every cell to every other (``sudoku/two-hops``).  Read as enough for cells
that cross off what their neighbors hold, it is false: a puzzle of 24 clues has 30 cells known after
two rounds and takes 20, and another is never solved.
"""

from altheory.ledger.claim import Claim, Source, Verdict
from proofs_checks.sudoku_elimination_rounds import CHECKS, Solves, twenty

CLAIM: Claim[Solves] = Claim(
    key="lectures/two-steps-solve",
    title="Once every cell has heard of every clue the puzzle is solved",
    statement=r"\text{all cells are known after } t \text{ rounds of elimination} \iff t \ge 2",
    plain=(
        "After two steps information is everywhere on the board, so two steps solve it: false, "
        "elimination takes 20 rounds on a puzzle of 24 clues, and for ever on another."
    ),
    relation="counterexample",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that the notes promise two steps: they take seven; nor that nothing solves in two steps, "
        "as a cell that has heard of all clues may search alone"
    ),
    source=Source(
        "lecturenotes",
        locator="Graph Neural Network (Sudoku Solver), Mental Model",
        match="related",
        difference="the notes say that information crosses the board; that it is enough is read in",
    ),
    expected=Verdict.REFUTED,
    formula=lambda _, rounds: rounds >= 2,
    checks=CHECKS,
    controls={
        "seven steps": lambda _, rounds: rounds >= 7,
        "one step": lambda _, rounds: rounds >= 1,
    },
    corrected=(twenty, "sudoku/elimination-rounds"),
    uses=("sudoku/two-hops",),
)

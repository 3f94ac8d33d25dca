r"""How many rounds elimination takes on two puzzles, each with one solution.

In a round every open cell crosses off the digits that its neighbors are known to hold: one step of
message passing.  After two steps each cell has heard of all clues (``sudoku/two-hops``).  Of the
first puzzle 24 cells are given, and 27, 30, 32, ... known after 1, 2, 3, ... rounds, all 81 after
20.  The second stops at 25 cells, for ever.
"""

from collections.abc import Callable, Iterable
from typing import TypeAlias

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._sudoku_clues import EASY, PUZZLES, SOLUTIONS, answers, known, searched

Solves: TypeAlias = Callable[[str, int], bool]  # easy or hard, and the number of rounds

PROGRAM = f"""\
puzzle = "{EASY}"

def share(i, j):  # a row, a column or a box
    (a, b), (c, d) = divmod(i, 9), divmod(j, 9)
    return i != j and (a == c or b == d or (a // 3, b // 3) == (c // 3, d // 3))

near = [[j for j in range(81) if share(i, j)] for i in range(81)]
assert all(len({{k for j in near[i] for k in near[j]}}) == 81 for i in range(81))  # two steps

left = [{{int(c)}} if c != "0" else set(range(1, 10)) for c in puzzle]
for number in range(1, 21):
    heard = [set().union(*(left[j] for j in near[i] if len(left[j]) == 1)) for i in range(81)]
    left = [of - heard[i] if len(of) > 1 else of for i, of in enumerate(left)]
    if number == 2:
        assert sum(len(of) == 1 for of in left) == 30  # of 81 cells
assert all(len(of) == 1 for of in left)  # after 20 rounds, so there is one solution
"""


def compared(solves: Solves, rounds: Iterable[int]) -> Finding:
    """Eliminate round by round."""
    for count in rounds:
        for name, puzzle in PUZZLES.items():
            counts = known(puzzle)
            cells = counts[min(count, len(counts) - 1)]
            if solves(name, count) != (cells == 81):
                shown = Counterexample(arithmetic(cells, "<", 81), PROGRAM)
                return fails(
                    f"{name} puzzle, {count} rounds",
                    claimed="solved" if solves(name, count) else "not solved",
                    computed=f"{cells} cells known",
                    counterexample=shown if (name, count) == ("easy", 2) else None,
                )
    told = {name: known(puzzle)[-1] for name, puzzle in PUZZLES.items()}
    return holds("two puzzles, round by round", claimed="81 after 20 rounds", computed=told)


def by_rounds(solves: Solves, rng: np.random.Generator) -> Finding:
    """Go through the rounds until nothing changes, and beyond."""
    del rng
    return compared(solves, range(100))


def with_one_solution(solves: Solves, rng: np.random.Generator) -> Finding:
    """Search both puzzles, each of which has one solution, and eliminate again."""
    del rng
    for name, puzzle in PUZZLES.items():
        found = searched(puzzle)
        if found != (SOLUTIONS[name],) or not answers(puzzle, SOLUTIONS[name]):
            return fails(f"{name} puzzle", claimed="one solution", computed=found)
    return compared(solves, range(100))


CHECKS: tuple[Check[Solves], ...] = (
    Check(Method.EXHAUSTIVE, by_rounds, scope="two puzzles, up to 99 rounds"),
    Check(
        Method.EXHAUSTIVE,
        with_one_solution,
        scope="the same, and all fillings of both puzzles",
        tier="normal",
    ),
)


def twenty(name: str, rounds: int) -> bool:
    """Decide whether so many rounds solve a puzzle: 20 the easy one, none the hard one."""
    return name == "easy" and rounds >= 20


CLAIM: Claim[Solves] = Claim(
    key="sudoku/elimination-rounds",
    title="Elimination takes 20 rounds on one puzzle, and never solves another",
    statement=(
        r"\text{the first is solved after } t \text{ rounds} \iff t \ge 20, \quad \text{the second"
        r" never}, \quad \text{two puzzles of 24 clues}"
    ),
    plain=(
        "To cross off what neighbors are known to hold, all cells at once, solves one puzzle of 24 "
        "clues in 20 rounds and no sooner, and stops at 25 cells in another, though both have one "
        "solution and every cell has heard of all clues after two rounds."
    ),
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that a network needs so many steps: in messages that may hold all clues two steps carry "
        "everything everywhere, and each cell could search the board by itself"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=twenty,
    checks=CHECKS,
    controls={
        "seven steps, as in the notes' listing": lambda name, rounds: (
            name == "easy" and rounds >= 7
        ),
        "81 rounds for any": lambda name, rounds: rounds >= (20 if name == "easy" else 81),
        "one round fewer": lambda name, rounds: name == "easy" and rounds >= 19,
    },
)

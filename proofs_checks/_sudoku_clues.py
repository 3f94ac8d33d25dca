"""Two puzzles, what elimination finds in them round by round, and what neighbors know at once."""

from collections.abc import Sequence
from functools import cache

from proofs_checks._sudoku_graphs import neighbors

EASY = "006000400500000008700400513000100006000000004091000000030004000029615800600700000"
SOLVED = "916538472543271968782469513874152396365987124291346785137824659429615837658793241"
HARD = "000100890095030000001800300100080003040000700000005900006000008300609004270000000"
HARD_SOLVED = "432156897895732416761894325129487563543961782687325941956243178318679254274518639"
PUZZLES = {"easy": EASY, "hard": HARD}
SOLUTIONS = {"easy": SOLVED, "hard": HARD_SOLVED}


Left = list[set[str]]  # the digits that each cell may hold


def start(puzzle: str) -> Left:
    """Return what the clues leave."""
    return [set("123456789") if c == "0" else {c} for c in puzzle]


def after_a_round(left: Left) -> Left:
    """Let every cell cross off the digits of neighbors that are known, all at once.

    One step of message passing.  Where two neighbors hold the same digit nothing is left.
    """
    heard = [
        set[str]().union(*(left[j] for j in near if len(left[j]) == 1)) for near in neighbors(3)
    ]
    return [of - news for of, news in zip(left, heard, strict=True)]


@cache
def known(puzzle: str) -> tuple[int, ...]:
    """Return how many cells are known after 0, 1, ... rounds, until nothing changes."""
    left, counts = start(puzzle), list[int]()
    while True:
        counts.append(sum(len(of) == 1 for of in left))
        after = after_a_round(left)
        if after == left:
            return tuple(counts)
        left = after


def fillings(left: Left) -> list[str]:
    """Return all full boards that keep the rules, by elimination and trying."""
    while all(left) and (after := after_a_round(left)) != left:
        left = after
    if not all(left):
        return []
    open_cells = [i for i, of in enumerate(left) if len(of) > 1]
    if not open_cells:
        board = "".join(c for of in left for c in of)
        return [board]
    first = min(open_cells, key=lambda i: len(left[i]))
    return [
        board
        for digit in sorted(left[first])
        for board in fillings([*left[:first], {digit}, *left[first + 1 :]])
    ]


@cache
def searched(puzzle: str) -> tuple[str, ...]:
    """Return all solutions of a puzzle."""
    return tuple(fillings(start(puzzle)))


def missing(puzzle: str, cell: int) -> set[str]:
    """Return the digits that no clue among the neighbors of a cell holds."""
    return set("123456789") - {puzzle[j] for j in neighbors(3)[cell]}


def relabeled(board: str, a: str, b: str) -> str:
    """Return a board with two digits exchanged."""
    return board.translate(str.maketrans(a + b, b + a))


def answers(puzzle: Sequence[str], solution: str) -> bool:
    """Decide whether a full board keeps the rules and the clues."""
    rules = all(solution[j] != solution[i] for i in range(81) for j in neighbors(3)[i])
    return rules and all(c in ("0", s) for c, s in zip(puzzle, solution, strict=True))

"""Boards of Sudoku as ``altheory sudoku solve`` prints them: an attempt, or what a search found."""

import json
from typing import TYPE_CHECKING, Any

from altheory.nets.sudoku_board import place, text

if TYPE_CHECKING:
    from altheory.nets.sudoku_attempt import Attempt
    from altheory.nets.sudoku_solver import Solutions


def attempted(found: "Attempt", answer: Any, form: str, *, last: bool) -> str:
    """Return the boards of a network's attempt and what they are worth, or the last one alone."""
    if form == "json":
        return _attempted_json(found, answer)
    end = found.solved_at or len(found.beliefs)
    empty = int((found.clues == 0).sum())
    parts = [f"{81 - empty} clues\n{text(found.clues)}"]
    before = found.clues
    for step in range(1, end + 1):
        cells = found.proposal(step) if step == found.solved_at else found.certain(step)
        if (cells != before).any():
            parts.append(f"step {step}: {_decided(found.clues, cells, answer)}\n{text(cells)}")
        before = cells
    if last:
        return text(before)
    if found.solved_at:
        only = "the only solution" if answer is not None else "one of several solutions"
        return "\n\n".join([*parts, f"solved after {end} step{'s' * (end > 1)}: {only}"])
    return "\n\n".join([*parts, *_failed(found, end, answer)])


def _decided(clues: Any, cells: Any, answer: Any) -> str:
    """Say how many empty cells hold a digit by now, and, where that is known, how many wrongly."""
    empty, filled = clues == 0, (clues == 0) & (cells > 0)
    said = f"{int(filled.sum())} of {int(empty.sum())} empty cells decided"
    return said if answer is None else f"{said}, {int((filled & (cells != answer)).sum())} wrongly"


def _failed(found: "Attempt", end: int, answer: Any) -> list[str]:
    """Say what is wrong with the likeliest digits, and what would be right."""
    from altheory.nets.sudoku_attempt import conflicts  # with torch, as the attempt was

    likeliest = found.proposal(end)
    clash = [place(cell) for cell in conflicts(likeliest)]
    said = f"not solved in {end} step{'s' * (end > 1)}: of the likeliest digits, those at"
    parts = [f"{said} {len(clash)} cells meet themselves, such as {clash[0]}"]
    if answer is not None:
        wrong = int((likeliest != answer).sum())
        right = f"the only solution is\n{text(answer)}"
        return [*parts, f"{wrong} of the likeliest digits are wrong; {right}"]
    if not found.clues.any():
        parts.append("the board is empty, and nothing tells the network one cell from another")
    return [*parts, "the clues have more than one solution; --exact shows two"]


def _attempted_json(found: "Attempt", answer: Any) -> str:
    steps = range(1, (found.solved_at or len(found.beliefs)) + 1)
    return json.dumps(
        {
            "schema": "altheory-sudoku/1",
            "clues": _digits(found.clues),
            "steps": [_digits(found.certain(step)) for step in steps],
            "proposal": _digits(found.proposal(steps[-1])),
            "solved_at": found.solved_at,
            "solution": None if answer is None else _digits(answer),
        },
        indent=2,
    )


def searched(clues: Any, known: "Solutions", form: str, *, last: bool) -> str:
    """Return what the search found, two solutions at most, or the last one alone."""
    if form == "json":
        return _searched_json(clues, known)
    first, *more = map(text, known.boards)
    if last:
        return more[-1] if more else first
    head = f"{int((clues > 0).sum())} clues\n{text(clues)}"
    if more:
        return "\n\n".join([head, f"more than one solution; two are\n{first}", *more])
    guesses = f"{known.guesses} guess{'es' * (known.guesses != 1)}"
    return f"{head}\n\nthe only solution, by a search with {guesses}\n{first}"


def _searched_json(clues: Any, known: "Solutions") -> str:
    return json.dumps(
        {
            "schema": "altheory-sudoku-exact/1",
            "clues": _digits(clues),
            "solutions": [_digits(cells) for cells in known.boards],
            "only": len(known.boards) == 1,
            "guesses": known.guesses,
        },
        indent=2,
    )


def _digits(cells: Any) -> str:
    return "".join(map(str, cells))

"""``altheory sudoku``: a graph network at work on a board, and the exact solver beside it."""

import json
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from altheory.cli import _seed
from altheory.cli._output import writable, write
from altheory.cli._terminal import bar
from altheory.discovery import nearest
from altheory.errors import DomainError

if TYPE_CHECKING:
    from altheory.nets.sudoku_attempt import Attempt

FORMATS = ("json", "text")
MARK = "\ufeff"  # some editors begin files with it

_GROUP = "Sudoku by message passing: solve a board, make puzzles, train the network."

_SOLVE = """Solve a board with the trained graph network, and print it step by step.

\b
A board is 81 digits in a file, on standard input (-) or as an argument, with .
or 0 for empty cells. The steps at which the board changed are printed: digits
believed with more than a half, dots elsewhere. A solution is checked; where the
network fails, the exact solver says what is right.

\b
Exit status: 0 solved, 1 the network fails, 2 no puzzle.

\b
Examples:
  altheory sudoku solve puzzle.txt
  altheory sudoku puzzle --seed 7 | altheory sudoku solve -
  altheory sudoku solve puzzle.txt --steps 64 --format json
"""

_PUZZLE = """Make a puzzle with one solution.

\b
easy: naked singles suffice; medium: hidden singles as well; hard: neither.

\b
Examples:
  altheory sudoku puzzle
  altheory sudoku puzzle --difficulty hard --seed 3
"""

_TRAIN = """Train the network from random weights, on a CPU.

\b
The checkpoint of the package was made with these defaults, on one thread. The
same seed, machine and number of threads give the same weights.

\b
Examples:
  altheory sudoku train -o sudoku.npz
  altheory sudoku train --batches 200 -o small.npz
  altheory sudoku solve puzzle.txt --checkpoint small.npz
"""

Output = Annotated[Path | None, typer.Option("-o", "--output", help="File to write.")]


def attach(app: typer.Typer) -> None:
    """Add the group of commands to the program."""
    group = typer.Typer(help=_GROUP, no_args_is_help=True, rich_markup_mode=None)
    group.command(name="solve", help=_SOLVE)(solve)
    group.command(name="puzzle", help=_PUZZLE)(puzzle)
    group.command(name="train", help=_TRAIN)(train)
    app.add_typer(group, name="sudoku")


def solve(
    given: Annotated[str, typer.Argument(metavar="FILE|STRING|-", show_default=False)],
    *,
    steps: Annotated[int, typer.Option(help="Message-passing steps.")] = 32,
    checkpoint: Annotated[Path | None, typer.Option(help="Weights of `train`.")] = None,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="Form.")] = "text",
    output: Output = None,
) -> None:
    """Let the network try, and judge it."""
    if form not in FORMATS:
        raise nearest(form, FORMATS, "format")
    target = writable(output)
    from altheory.nets import sudoku_attempt
    from altheory.nets.sudoku_board import board
    from altheory.nets.sudoku_solver import solutions

    clues = board(_read(given))
    answers = solutions(clues, 2).boards
    if not answers:
        raise DomainError("these clues have no solution: every way to fill the board fails")
    found = sudoku_attempt.attempt(sudoku_attempt.loaded(checkpoint), clues, steps)
    answer = answers[0] if len(answers) == 1 else None
    write(_json(found, answer) if form == "json" else _text(found, answer), target)
    raise typer.Exit(found.solved_at is None)


def _read(given: str) -> str:
    if given == "-":
        return sys.stdin.read().removeprefix(MARK)
    if not given.strip(".0123456789|-+ \t\r\n"):
        return given
    try:
        return Path(given).read_text(encoding="utf-8").removeprefix(MARK)
    except (OSError, UnicodeDecodeError) as error:
        raise DomainError(
            f"{given!r:.60} is no board, which is digits and . where empty, and no file that can "
            f"be read: {getattr(error, 'strerror', error)}"
        ) from error


def _text(found: "Attempt", answer: Any) -> str:
    from altheory.nets.sudoku_attempt import conflicts
    from altheory.nets.sudoku_board import place, text

    empty = int((found.clues == 0).sum())
    parts = [f"{81 - empty} clues\n{text(found.clues)}"]
    last = found.solved_at or len(found.beliefs)
    before = found.clues
    for step in range(1, last + 1):
        cells = found.proposal(step) if step == found.solved_at else found.certain(step)
        if (cells != before).any():
            sure = int((cells > 0).sum()) - 81 + empty
            parts.append(f"step {step}: {sure} of {empty}\n{text(cells)}")
        before = cells
    if found.solved_at:
        only = "the only solution" if answer is not None else "one of several solutions"
        return "\n\n".join([*parts, f"solved after {last} step{'s' * (last > 1)}: {only}"])
    clash = [place(cell) for cell in conflicts(found.proposal(last))]
    said = f"not solved in {last} steps: digits meet themselves at {len(clash)} cells"
    parts.append(f"{said}, such as {clash[0]}")
    if answer is None:
        return "\n\n".join([*parts, "the clues have more than one solution"])
    wrong = int((found.proposal(last) != answer).sum())
    return "\n\n".join([*parts, f"{wrong} cells are wrong; the only solution is\n{text(answer)}"])


def _json(found: "Attempt", answer: Any) -> str:
    steps = range(1, (found.solved_at or len(found.beliefs)) + 1)
    return json.dumps(
        {
            "schema": "altheory-sudoku/1",
            "clues": "".join(map(str, found.clues)),
            "steps": ["".join(map(str, found.certain(step))) for step in steps],
            "proposal": "".join(map(str, found.proposal(steps[-1]))),
            "solved_at": found.solved_at,
            "solution": None if answer is None else "".join(map(str, answer)),
        },
        indent=2,
    )


def puzzle(
    *,
    difficulty: Annotated[str, typer.Option(help="easy, medium or hard.")] = "easy",
    seed: Annotated[int | None, typer.Option(help="Seed of the puzzle; 0.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Draw a seed and print it.")] = False,
    output: Output = None,
) -> None:
    """Print a puzzle."""
    target = writable(output)
    from altheory.nets import sudoku_board, sudoku_puzzles
    from altheory.numeric.seeds import stream

    rng = stream(_seed.chosen(seed, fresh=fresh), "sudoku", "puzzle")
    clues, _ = sudoku_puzzles.puzzle(rng, sudoku_puzzles.difficulty_of(difficulty))
    write(sudoku_board.text(clues), target)


def train(
    *,
    output: Annotated[Path, typer.Option("-o", "--output", help="File to write.")],
    seed: Annotated[int, typer.Option(help="Seed of puzzles and weights.")] = 0,
    batches: Annotated[int | None, typer.Option(help="Steps of the optimizer.")] = None,
) -> None:
    """Train, and write the checkpoint."""
    writable(output)
    from altheory.nets import sudoku_attempt, sudoku_training

    schedule = sudoku_training.Schedule()
    if batches is not None:
        schedule = sudoku_training.Schedule(batches=batches)
    with bar(schedule.batches) as move:

        def report(number: int, loss: float, solved: float) -> None:
            move(number, f"loss {loss:.3f} nats, {solved:.0%} solved")

        network = sudoku_training.trained(seed, schedule, report)
    sudoku_attempt.saved(network, output)

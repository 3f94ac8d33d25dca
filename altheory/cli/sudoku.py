"""``altheory sudoku``: a graph network at work on a board, and the exact solver beside it."""

import sys
from pathlib import Path
from typing import Annotated

import typer

from altheory.cli import _boards, _seed
from altheory.cli._output import writable, write
from altheory.cli._terminal import bar
from altheory.discovery import nearest
from altheory.errors import DomainError

FORMATS = ("json", "text")
MARK = "\ufeff"  # some editors begin files with it

_GROUP = "Sudoku by message passing: solve a board, make puzzles, train the network."

_SOLVE = """Solve a board with the trained graph network, and print it step by step.

\b
A board is 81 digits in a file, on standard input (-) or as an argument, with .
or 0 for empty cells. The steps at which the board changed are printed: digits
believed with more than a half, dots elsewhere. Such a cell is decided, rightly
or not. A solution is checked; where the network fails, the exact solver says
what is right.

\b
The network was trained on easy puzzles, where naked singles suffice, and solves
most of these; it fails on most medium puzzles and on nearly all hard ones (see
altheory sudoku puzzle --help). --exact asks the exact solver instead, a search
that solves every puzzle and needs no torch; of several solutions it shows two.

\b
--last prints the last board alone: the solution, or what the network believes
in the end.

\b
Exit status: 0 solved, 1 the network fails, 2 no puzzle.

\b
Examples:
  altheory sudoku solve puzzle.txt
  altheory sudoku puzzle --seed 7 | altheory sudoku solve -
  altheory sudoku puzzle --difficulty hard | altheory sudoku solve - --exact
  altheory sudoku solve puzzle.txt --last
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
The checkpoint of the package was made with these defaults, on one thread, in
about half an hour (33 minutes of processor time). It solves at least 95 % of
puzzles with 36 to 50 clues (claim sudoku/checkpoint: 99.5 % of 3,000). The same
seed, machine and number of threads give the same weights.

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
    exact: Annotated[bool, typer.Option("--exact", help="Search, without a network.")] = False,
    last: Annotated[bool, typer.Option("--last", help="Print the last board and no more.")] = False,
    form: Annotated[str, typer.Option("--format", metavar="text|json", help="Form.")] = "text",
    output: Output = None,
) -> None:
    """Let the network try, and judge it; or search."""
    _coherent(checkpoint, form, exact=exact, last=last)
    target = writable(output)
    from altheory.nets.sudoku_board import board
    from altheory.nets.sudoku_solver import solutions

    clues = board(_read(given))
    known = solutions(clues, 2)
    if not known.boards:
        raise DomainError("these clues have no solution: every way to fill the board fails")
    if exact:
        write(_boards.searched(clues, known, form, last=last), target)
        return
    from altheory.nets import sudoku_attempt  # torch, which takes a while

    found = sudoku_attempt.attempt(sudoku_attempt.loaded(checkpoint), clues, steps)
    answer = known.boards[0] if len(known.boards) == 1 else None
    write(_boards.attempted(found, answer, form, last=last), target)
    raise typer.Exit(found.solved_at is None)


def _coherent(checkpoint: Path | None, form: str, *, exact: bool, last: bool) -> None:
    if form not in FORMATS:
        raise nearest(form, FORMATS, "format")
    if exact and checkpoint is not None:
        raise DomainError("--exact searches and --checkpoint is of a network; give one of them")
    if last and form == "json":
        raise DomainError("--last is of text; in JSON the last board is the last of steps")


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

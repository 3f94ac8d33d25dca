"""``altheory sudoku`` as a user types it."""

import io
import json
from functools import partial

import pytest

from altheory.cli import _app
from altheory.cli import sudoku as command
from altheory.nets import sudoku_training

EXAMPLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"
SOLUTION = "534678912672195348198342567859761423426853791713924856961537284287419635345286179"
HARD = "8..........36......7..9.2...5...7.......457.....1...3...1....68..85...1..9....4.."


@pytest.fixture
def sudoku(altheory, monkeypatch):
    """Return a function that runs ``altheory sudoku``."""
    monkeypatch.setattr(_app, "modules", lambda _: (command,))
    return partial(altheory, "sudoku")


def test_a_board_is_solved_step_by_step_and_checked(sudoku, tmp_path):
    path = tmp_path / "puzzle.txt"
    path.write_text(EXAMPLE.replace(".", "0"))
    for given in (EXAMPLE, path):
        done = sudoku("solve", given)
        assert (done.status, done.err) == (0, "")
        assert done.out.startswith("30 clues\n5 3 . | . 7 .")
        assert "step 2: " in done.out
        assert done.out.rstrip().endswith("the only solution")
        assert SOLUTION[:3] == "".join(done.out.split("\nstep")[-1].splitlines()[1].split()[:3])


def test_as_json(sudoku):
    done = sudoku("solve", EXAMPLE, "--format", "json")
    found = json.loads(done.out)
    assert (found["solution"], found["proposal"]) == (SOLUTION, SOLUTION)
    assert len(found["steps"]) == found["solved_at"]


def test_a_printed_board_is_read(sudoku):
    printed = sudoku("solve", EXAMPLE).out.split("\n\n")[0].split("\n", 1)[1]
    assert sudoku("solve", printed.replace("\n", "\r\n")).status == 0


@pytest.mark.parametrize("given", [SOLUTION, "\ufeff" + SOLUTION + "\n"])
def test_standard_input_is_read_and_a_full_board_takes_a_step(sudoku, tmp_path, monkeypatch, given):
    path = tmp_path / "board.txt"
    path.write_text(given, encoding="utf-8")
    monkeypatch.setattr("sys.stdin", io.StringIO(given))
    for source in ("-", path):
        done = sudoku("solve", source)
        assert (done.status, done.err) == (0, "")
        assert done.out.rstrip().endswith("solved after 1 step: the only solution")


@pytest.mark.parametrize(
    ("content", "said"),
    [
        (b"", "81 cells, got none"),
        (b"\xff\xfe", "no file that can be read"),
        (b"# mine\n" + EXAMPLE.encode(), "cell 1 is '#'"),
        ((EXAMPLE + "\n").encode() * 3, "these are 3 boards, give one at a time"),
    ],
)
def test_a_file_that_holds_no_board_is_refused_in_one_line(sudoku, tmp_path, content, said):
    path = tmp_path / "board.txt"
    path.write_bytes(content)
    done = sudoku("solve", path)
    assert (done.status, done.out) == (2, "")
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_as_json_where_it_fails_and_where_there_are_many_solutions(sudoku):
    fails, many = (
        sudoku("solve", given, "--steps", "2", "--format", "json") for given in (HARD, "." * 81)
    )
    assert fails.status == many.status == 1
    found, several = json.loads(fails.out), json.loads(many.out)
    assert found["solved_at"] is None
    assert found["solution"].startswith("812753")
    assert (len(found["steps"]), several["solution"]) == (2, None)


def test_where_the_network_fails_it_says_so_and_status_is_1(sudoku):
    done = sudoku("solve", HARD, "--steps", "3")
    assert done.status == 1
    assert "not solved in 3 steps: digits meet themselves at" in done.out
    assert "cells are wrong; the only solution is\n8 1 2 | 7 5 3" in done.out


def test_a_puzzle_has_a_seed(sudoku):
    first, again, other = (sudoku("puzzle", "--seed", s) for s in (1, 1, 2))
    assert first.status == 0
    assert first.out == again.out != other.out
    assert first.out.count("+") == 4


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("solve", "123"), "81 cells, got 3"),
        (("solve", ""), "81 cells, got none"),
        (("solve", EXAMPLE + "\n" + EXAMPLE), "got 162; these are 2 boards, give one at a time"),
        (("solve", EXAMPLE + "1"), "81 cells, got 82"),
        (("solve", EXAMPLE[:-1] + "x"), "is no board"),
        (("solve", "missing.txt"), "is no board"),
        (("solve", "55" + EXAMPLE[2:]), "both hold 5"),
        (("solve", "12345678." + "." * 8 + "9" + "." * 63), "no solution"),
        (("solve", EXAMPLE, "--steps", "0"), "steps"),
        (("solve", EXAMPLE, "--steps", "10001"), "up to 10000 steps are kept, got 10001"),
        (("solve", EXAMPLE, "--format", "xml"), "xml"),
        (("solve", EXAMPLE, "--checkpoint", "none.npz"), "no checkpoint"),
        (("puzzle", "--difficulty", "evil"), "got 'evil'"),
        (("train", "--batches", "0", "-o", "x.npz"), "batches"),
        (("train", "-o", "no/such/place.npz"), "does not exist"),
    ],
)
def test_bad_input_is_one_line_and_status_2(sudoku, arguments, said):
    done = sudoku(*arguments)
    assert done.status == 2
    assert said in done.err
    assert len(done.err.strip().splitlines()) == 1


def test_training_writes_a_checkpoint_that_solve_reads(sudoku, tmp_path, monkeypatch):
    small = sudoku_training.Schedule(puzzles=2, batches=1, batch=1, steps=1)
    monkeypatch.setattr(sudoku_training, "Schedule", lambda **_: small)
    path = tmp_path / "small.npz"
    assert sudoku("train", "-o", path, "--batches", "1").status == 0
    done = sudoku("solve", EXAMPLE, "--checkpoint", path, "--steps", "2")
    assert done.status == 1

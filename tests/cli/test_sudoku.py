"""``altheory sudoku`` as a user types it."""

import io
import json
import sys
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
        assert "51 of 51 empty cells decided, 0 wrongly\n" in done.out
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
    assert "not solved in 3 steps: of the likeliest digits, those at" in done.out
    assert "of the likeliest digits are wrong; the only solution is\n8 1 2 | 7 5 3" in done.out


def test_what_is_decided_is_counted_beside_what_is_wrong(sudoku):
    right = sudoku("solve", HARD, "--exact", "--format", "json")
    (answer,) = json.loads(right.out)["solutions"]
    steps = sudoku("solve", HARD, "--steps", "6").out.split("\nstep ")[1:]
    assert steps
    for step in steps:
        rows = [line for line in step.splitlines()[1:13] if line and line[0] in ".123456789"][:9]
        cells = [cell for cell in "".join(rows) if cell in ".123456789"]
        empty = [cell for cell, clue in zip(cells, HARD, strict=True) if clue == "."]
        meant = [digit for digit, clue in zip(answer, HARD, strict=True) if clue == "."]
        held = [(a, b) for a, b in zip(empty, meant, strict=True) if a != "."]
        wrong = sum(a != b for a, b in held)
        assert f": {len(held)} of 60 empty cells decided, {wrong} wrongly\n" in step


def test_an_empty_board_tells_no_cell_from_another(sudoku):
    done = sudoku("solve", "." * 81, "--steps", "2")
    assert done.status == 1
    assert "the board is empty, and nothing tells the network one cell from another" in done.out
    assert done.out.rstrip().endswith("more than one solution; --exact shows two")


@pytest.mark.parametrize(("given", "status"), [(EXAMPLE, 0), (HARD, 1)])
def test_the_last_board_alone(sudoku, given, status):
    arguments = ("solve", given, "--steps", "25")
    whole, last = sudoku(*arguments), sudoku(*arguments, "--last")
    assert (last.status, len(last.out.splitlines())) == (status, 11)
    assert whole.out.split("\n\nstep ")[-1].split("\n", 1)[1].startswith(last.out.rstrip())


def test_an_exact_search_needs_no_network(sudoku, monkeypatch):
    monkeypatch.setitem(sys.modules, "torch", None)
    monkeypatch.delitem(sys.modules, "altheory.nets.sudoku_attempt", raising=False)
    monkeypatch.delitem(sys.modules, "altheory.nets._torch", raising=False)
    done = sudoku("solve", HARD, "--exact")
    assert done.status == 0
    assert " guesses\n8 1 2 | 7 5 3" in done.out
    last = sudoku("solve", HARD, "--exact", "--last").out
    assert done.out.endswith(f"\n{last}")
    assert "by a search with 0 guesses\n5 3 4" in sudoku("solve", EXAMPLE, "--exact").out
    several = sudoku("solve", "." * 81, "--exact")
    assert several.status == 0
    assert "more than one solution; two are\n1 2 3" in several.out
    assert several.out.count("+") == 12
    found = json.loads(sudoku("solve", "." * 81, "--exact", "--format", "json").out)
    assert (len({*found["solutions"]}), found["only"], found["clues"]) == (2, False, "0" * 81)


@pytest.mark.parametrize(
    ("given", "said"), [("12", "81 cells, got 2"), ("55" + "." * 79, "both hold 5")]
)
def test_a_malformed_board_is_refused_before_torch_is_looked_for(sudoku, monkeypatch, given, said):
    monkeypatch.setitem(sys.modules, "altheory.nets.sudoku_attempt", None)
    assert said in sudoku("solve", given).err


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
        (("solve", EXAMPLE, "--exact", "--checkpoint", "a.npz"), "give one of them"),
        (("solve", EXAMPLE, "--last", "--format", "json"), "--last is of text"),
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

import hashlib
from importlib.resources import files
from typing import Any

import numpy as np
import pytest
from scipy.stats import beta

from altheory.nets.sudoku_solver import solutions
from altheory.plot.style import style
from figures.fig22_sudoku import CLUES, LEVEL, MARKS, PAIR, PUZZLES, SHOWN, STEPS
from figures.plate import plate

NAME = "fig22_sudoku"


@pytest.fixture
def table(data):
    return data(NAME)


def of(table, kind, **own):
    rows = (row for row in table.records if row["kind"] == kind)
    return [row for row in rows if all(row[key] == value for key, value in own.items())]


def test_right_digits_are_those_of_the_exact_solver(table):
    for name in PAIR:
        cells = of(table, "cell", puzzle=name)
        assert len(cells) == 81 * len(SHOWN)
        clues = np.array([r["digit"] if r["state"] == "clue" else 0 for r in cells[:81]], np.int8)
        (answer,) = solutions(clues, 2).boards
        for row in cells:
            truth = "right" if row["digit"] == answer[row["cell"]] else "wrong"
            assert row["state"] == ("clue" if clues[row["cell"]] else truth)
            assert 1 / 9 <= row["belief"] <= 1
        for step in SHOWN:
            (total,) = of(table, "step", puzzle=name, step=step)
            own = [r for r in cells if r["step"] == step and r["state"] != "clue"]
            assert total["of"] == len(own) == np.count_nonzero(clues == 0)
            assert total["right"] == sum(row["state"] == "right" for row in own)
            assert total["belief"] == pytest.approx(np.mean([r["belief"] for r in own]), abs=1e-4)


def test_one_puzzle_is_solved_when_all_is_right_and_the_other_never(table):
    for name, fails in PAIR.items():
        (about,) = of(table, "puzzle", puzzle=name)
        steps = of(table, "step", puzzle=name)
        assert [row["step"] for row in steps] == [*range(1, STEPS + 1)]
        full = [row["step"] for row in steps if row["right"] == row["of"]]
        assert about["solved"] == (None if fails else full[0])
        assert fails == (not full)


def test_what_the_caption_says_of_the_failing_puzzle_and_of_hardness(table):
    last = of(table, "step", puzzle="hard", step=STEPS)[0]
    assert last["belief"] > last["right"] / last["of"]
    assert list(MARKS) == ["easy", "medium", "hard"]
    solved = [of(table, name)[0]["solved"] for name in MARKS]
    assert solved == sorted(solved, reverse=True)
    fewest = of(table, "clues")[0]
    assert solved[0] > fewest["solved"] > solved[2]


def test_intervals_are_those_of_the_beta_law(table):
    rows = of(table, "clues")
    assert [row["clues"] for row in rows] == list(CLUES)
    for row in [*rows, *(of(table, name)[0] for name in MARKS)]:
        k, n, tail = row["solved"], row["of"], float(1 - LEVEL) / 2
        low = beta.ppf(tail, k, n - k + 1) if k else 0
        high = beta.ppf(1 - tail, k + 1, n - k) if k < n else 1
        assert (row["low"], row["high"]) == pytest.approx((low, high), abs=1e-4)
        assert n == PUZZLES


@pytest.mark.parametrize("venue", ["icml", "slides"])
def test_each_wrong_digit_is_struck_out(table, venue):
    with style(venue):
        axes: list[Any] = plate(NAME).draw(table).axes
    *boards, _, _ = axes
    assert len(boards) == len(PAIR) * len(SHOWN)
    for ax, (name, step) in zip(boards, ((n, s) for n in PAIR for s in SHOWN), strict=True):
        cells = of(table, "cell", puzzle=name, step=step)
        squares, *digits, strokes, lines = ax.collections
        wrong = sum(row["state"] == "wrong" for row in cells)
        assert len(strokes.get_segments()) == wrong
        assert len(squares.get_paths()) == 81
        assert sum(len(d.get_offsets()) for d in digits) == 81
        assert len(lines.get_segments()) == 8


def test_the_words_tell_both_puzzles_and_every_share(table):
    said = plate(NAME).alt(table)
    assert f"hard, {of(table, 'puzzle', puzzle='hard')[0]['clues']} clues, " in said
    for row in of(table, "clues"):
        assert f"{row['solved']} with {row['clues']:.0f}" in said
    assert all(f"{of(table, name)[0]['solved']} {name}" in said for name in MARKS)


def test_another_checkpoint_is_another_figure():
    weights = files("altheory.nets").joinpath("sudoku.npz").read_bytes()
    assert plate(NAME).parameters["checkpoint"] == hashlib.sha256(weights).hexdigest()

"""Boards, symmetries and puzzles of the claims, against the package's solver and by hand."""

import numpy as np
import pytest

from altheory.nets.sudoku_board import board
from altheory.nets.sudoku_board import neighbors as table
from altheory.nets.sudoku_puzzles import solved_by_singles
from altheory.nets.sudoku_solver import solutions
from proofs_checks._sudoku_clues import (
    EASY,
    PUZZLES,
    SOLUTIONS,
    SOLVED,
    answers,
    fillings,
    known,
    missing,
    relabeled,
    start,
)
from proofs_checks._sudoku_graphs import neighbors
from proofs_checks._sudoku_symmetries import full_board, generators, row_map, units
from proofs_checks.sudoku_equivariance import moved, renamed
from proofs_checks.sudoku_one_step import twin
from proofs_checks.sudoku_same_digit import reached, sound


def test_the_graph_is_that_of_the_package():
    assert [sorted(near) for near in neighbors(3)] == table().tolist()


@pytest.mark.parametrize("n", [2, 3])
def test_symmetries_keep_neighbors_and_other_exchanges_do_not(n):
    links = neighbors(n)
    assert len(units(n)) == 3 * n * n
    assert all(len(unit) == n * n for unit in units(n))
    for p in generators(n).values():
        assert sorted(p) == list(range(n**4))
        assert list(renamed(links, p)) == list(links)
    across = row_map(n, {n - 1: n, n: n - 1})
    assert list(renamed(links, across)) != list(links)
    assert sound(n)
    assert sorted(full_board(n)) == sorted(d for d in range(n * n) for _ in range(n * n))


def test_pairs_alike_are_those_without_an_edge():
    assert len(reached(2)) == 16 * 15 // 2 - 16 * 7 // 2


def test_values_move_with_their_cells():
    assert moved(np.array([5, 6, 7]), (2, 0, 1)).tolist() == [6, 7, 5]


@pytest.mark.parametrize("name", PUZZLES)
def test_puzzles_have_the_one_solution_that_the_package_finds(name):
    cells = board(PUZZLES[name])
    assert ["".join(map(str, of)) for of in solutions(cells, 2).boards] == [SOLUTIONS[name]]
    assert solved_by_singles(cells, hidden=False) == (known(PUZZLES[name])[-1] == 81)
    assert answers(PUZZLES[name], SOLUTIONS[name])


def test_elimination_by_rounds():
    assert known(EASY)[:4] == (24, 27, 30, 32)
    assert (len(known(EASY)), known(EASY)[-1]) == (21, 81)
    assert known(PUZZLES["hard"]) == (24, 25, 25)


def test_all_fillings_are_found():
    """Without two digits a board has two of them at least: exchange these."""
    clues = "".join("0" if digit in "12" else digit for digit in SOLVED)
    found = fillings(start(clues))
    assert {SOLVED, relabeled(SOLVED, "1", "2")} <= {*found}
    given = [int(digit) for digit in clues]
    boards = solutions(board(given), len(found) + 1).boards
    assert sorted(found) == sorted("".join(map(str, of)) for of in boards)
    assert fillings(start("11" + "0" * 79)) == []


def test_what_looks_the_same_from_the_first_cell():
    assert missing(EASY, 0) == set("12389")
    assert SOLVED[0] == "9"
    other = twin(EASY, SOLVED, 0)
    assert other is not None
    assert other[1][0] != "9"
    assert answers(*other)
    assert not answers(EASY, other[1])
    assert twin(EASY, SOLVED, 19) is None  # 8 is the only digit left

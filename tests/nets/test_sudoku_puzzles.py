"""The exact solver against going through small remainders, and puzzles against the solver."""

from itertools import product
from typing import Any, cast

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.nets import sudoku_solver
from altheory.nets.sudoku_board import board, neighbors
from altheory.nets.sudoku_puzzles import full_board, puzzle, puzzle_with, solved_by_singles
from altheory.nets.sudoku_solver import solutions

seeds = st.integers(0, 2**32 - 1)


def valid(cells):
    """Whether no digit meets itself."""
    return all(cells[c] not in cells[neighbors()[c]] for c in range(81))


def fillings(cells):
    """Go through all digits of the empty cells."""
    empty = np.flatnonzero(cells == 0)
    for digits in product(range(1, 10), repeat=len(empty)):
        filled = cells.copy()
        filled[empty] = digits
        if valid(filled):
            yield filled.tolist()


@given(seeds, st.lists(st.integers(0, 80), max_size=3, unique=True))
def test_solutions_are_all_fillings(seed, removed):
    cells = full_board(np.random.default_rng(seed))
    cells[removed] = 0
    found = [s.tolist() for s in solutions(cells, 10).boards]
    assert sorted(found) == sorted(fillings(cells))


@given(seeds)
def test_solutions_differ_and_keep_the_clues(seed):
    rng = np.random.default_rng(seed)
    cells = full_board(rng)
    cells[rng.permutation(81)[:58]] = 0
    found = solutions(cells, 5).boards
    assert len({s.tobytes() for s in found}) == len(found) >= 1
    assert all(valid(s) and (s[cells > 0] == cells[cells > 0]).all() for s in found)


def test_what_has_no_solution_has_none():
    cells = board("12345678." + "." * 8 + "9" + "." * 63)
    assert solutions(cells).boards == []


@given(seeds)
def test_full_boards_are_full_and_valid(seed):
    cells = full_board(np.random.default_rng(seed))
    assert valid(cells)
    assert sorted(set(cells.tolist())) == list(range(1, 10))


@given(seeds, st.integers(26, 81))
def test_a_puzzle_has_as_many_clues_as_asked_for_and_one_solution(seed, n):
    clues, answer = puzzle_with(np.random.default_rng(seed), n)
    assert np.count_nonzero(clues) == n
    assert [s.tolist() for s in solutions(clues, 2).boards] == [answer.tolist()]


def test_boards_that_cannot_spare_enough_are_thrown_away(monkeypatch):
    rng = np.random.default_rng(8)
    found = {np.count_nonzero(puzzle_with(np.random.default_rng(s), 24)[0]) for s in range(20)}
    assert found == {24}
    monkeypatch.setattr("altheory.nets.sudoku_puzzles.ATTEMPTS", 2)
    with pytest.raises(BudgetError, match="none of 2 boards could be thinned to 17 clues"):
        puzzle_with(rng, 17)


@pytest.mark.parametrize("clues", [16, 82, 30.0, True])
def test_no_puzzle_has_such_a_number_of_clues(clues):
    with pytest.raises(DomainError, match="clues"):
        puzzle_with(np.random.default_rng(0), clues)


@given(seeds, st.sampled_from(["easy", "medium", "hard"]))
def test_a_puzzle_has_one_solution_and_its_difficulty(seed, difficulty):
    clues, answer = puzzle(np.random.default_rng(seed), difficulty)
    found = solutions(clues, 2)
    assert [s.tolist() for s in found.boards] == [answer.tolist()]
    assert (difficulty == "easy") <= (found.guesses == 0)
    assert solved_by_singles(clues) == (difficulty != "hard")
    assert solved_by_singles(clues, hidden=False) <= solved_by_singles(clues)


@given(seeds)
def test_no_clue_of_an_easy_puzzle_can_be_spared(seed):
    clues, _ = puzzle(np.random.default_rng(seed), "easy")
    for cell in np.flatnonzero(clues):
        fewer = clues.copy()
        fewer[cell] = 0
        assert not solved_by_singles(fewer, hidden=False)


def test_what_goes_on_too_long_is_given_up(monkeypatch):
    monkeypatch.setattr(sudoku_solver, "STEPS", 10)
    with pytest.raises(BudgetError, match="10 digits"):
        solutions(np.zeros(81, dtype=np.int8))


def test_other_difficulties_are_refused():
    with pytest.raises(DomainError, match="easy, medium, hard, got 'evil'"):
        puzzle(np.random.default_rng(0), cast("Any", "evil"))

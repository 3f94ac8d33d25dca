"""Boards read and printed, and who restricts whom."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.nets.sudoku_board import board, neighbors, text

EXAMPLE = "53..7....6..195....98....6.8...6...34..8.3..17...2...6.6....28....419..5....8..79"


def test_neighbors_share_a_row_a_column_or_a_box():
    for cell in range(81):
        row, column = divmod(cell, 9)
        expected = [
            other
            for other in range(81)
            if other != cell
            and (
                other // 9 == row
                or other % 9 == column
                or (other // 27 == row // 3 and other % 9 // 3 == column // 3)
            )
        ]
        assert neighbors()[cell].tolist() == expected


@given(st.integers(0, 80), st.integers(1, 9))
def test_what_is_printed_is_read_back(cell, digit):
    cells = np.zeros(81, dtype=np.int8)
    cells[cell] = digit
    assert board(text(cells)).tolist() == cells.tolist()
    assert board(cells.reshape(9, 9)).tolist() == cells.tolist()


def test_zeros_are_dots():
    assert board(EXAMPLE).tolist() == board(EXAMPLE.replace(".", "0")).tolist()


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ("123", "81 cells, got 3"),
        (EXAMPLE + ".", "81 cells, got 82"),
        (EXAMPLE.replace("7", "x"), "cell 5 is 'x'"),
        ("55" + "." * 79, "row 1, column 1 and row 1, column 2 both hold 5"),
        ([0] * 80, "81 integers"),
        ([0.5] * 81, "81 integers"),
        ([10] + [0] * 80, "0 to 9, got 10"),
    ],
)
def test_what_is_no_board_is_refused(given, said):
    with pytest.raises(DomainError, match=said):
        board(given)

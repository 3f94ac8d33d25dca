"""How rows are ranked, by hand."""

from fractions import Fraction

import pytest

from proofs_checks._rankings import ONE, PAIRS, SCORES, TWO, padded, pairs, prefers, row, two_only

EVEN, SKEW = row(50, 50), row(75, 25)


@pytest.mark.parametrize("score", SCORES)
def test_an_even_row_is_the_most_uncertain(score):
    assert prefers(score, EVEN, SKEW) == 1
    assert prefers(score, SKEW, EVEN) == -1
    assert prefers(score, SKEW, SKEW[::-1]) == 0


def test_scores_that_contradict_each_other():
    assert [prefers(score, TWO, ONE) for score in SCORES] == [1, 1, -1]
    assert [prefers(score, TWO, row(40, 30, 30)) for score in SCORES] == [-1, 1, -1]


def test_rows_are_padded_by_zeros():
    assert [len(of) for pair in padded(4) for of in pair] == [4] * 4
    assert all(sum(of) == 1 for pair in padded(4) for of in pair)
    assert len(list(pairs(2, 8))) == 5 * 4 // 2
    assert all(p[0] >= Fraction(1, 2) for p, _ in pairs(2, 8))


def test_two_classes_only():
    assert all(two_only(2, *pair) and not two_only(3, *pair) for pair in PAIRS)

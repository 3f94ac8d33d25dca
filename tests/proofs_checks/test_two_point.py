from fractions import Fraction

import pytest

from proofs_checks._two_point import chances, least_error, least_error_by_search

F = Fraction


@pytest.mark.parametrize("n", range(8))
@pytest.mark.parametrize("bias", [F(1, 22), F(1, 3), F(-1, 5)])
def test_no_test_beats_the_sum_of_the_smaller_chances(n, bias):
    smaller = sum(map(min, chances(n, bias)))
    assert least_error(n, bias) == smaller / 2 == least_error_by_search(n, bias)


@pytest.mark.parametrize("m", range(1, 6))
def test_an_even_number_of_labels_is_no_better_than_one_less(m):
    assert least_error(2 * m, F(1, 10)) == least_error(2 * m - 1, F(1, 10))
    assert least_error(2 * m + 1, F(1, 10)) < least_error(2 * m, F(1, 10))


def test_chances_add_up_on_both_sides():
    for p in zip(*chances(5, F(1, 7)), strict=True):
        assert sum(p) == 1

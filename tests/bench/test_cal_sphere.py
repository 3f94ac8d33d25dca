"""The row on the sphere: its naive contenders ask the same, and its numbers are about one law."""

import pytest

from altheory.bench.rows import cal_sphere
from altheory.bench.rows.cal_sphere import accuracy, by_least_squares, by_program, many, naive


@pytest.mark.parametrize("d", [3, 5])
def test_naive_learners_ask_the_same_by_whatever_test(d):
    assert naive(d, 60, by_least_squares) == naive(d, 60, by_program)


def test_a_mean_is_measured_in_its_standard_errors():
    said = accuracy(3, cal_sphere.LONG, many(3))
    assert "exact 109.3" in said
    assert abs(float(said.split(": ")[1].split(" ")[0])) < 5
    assert accuracy(3, 1000, [24]) == "mean 24.0, exact 29.8, one run to n = 1000"

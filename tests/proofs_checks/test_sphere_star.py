from fractions import Fraction

import pytest

from proofs_checks.sphere_star import circle


@pytest.mark.parametrize("n", [3, 4, 12])
def test_directions_are_distinct_and_of_length_one(n):
    points = circle(n)
    assert len(set(points)) == n
    assert all(x * x + y * y == Fraction(1) for x, y in points)

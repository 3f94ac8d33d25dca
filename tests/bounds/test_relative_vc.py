from fractions import Fraction
from math import log
from typing import Any

import pytest

from altheory.bounds.relative_vc import relative_vc, uniform
from altheory.bounds.vc import vc
from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Thresholds

DELTA = Fraction(1, 20)


def line(n):
    return n + 1


@pytest.mark.parametrize("k", [0, 1, 50, 1999, 2000])
def test_the_ends_solve_the_inequalities(k):
    n = 2000
    square = 4 * log(8 * (2 * n + 1) / 0.05) / n
    found = relative_vc(k, n, DELTA, growth=line)
    rate, low, high = k / n, float(found.lower), float(found.upper)
    assert high == 1 or (high - rate) ** 2 == pytest.approx(square * high, rel=1e-9)
    assert low == 0 or (rate - low) ** 2 == pytest.approx(square * rate, rel=1e-9)
    assert (high == 1, low == 0) == (k >= 1999, k <= 50)


def test_one_side_is_what_two_sides_are_at_twice_delta():
    both = relative_vc(300, 1000, DELTA, growth=line)
    assert relative_vc(300, 1000, DELTA / 2, growth=line, side="upper").upper == both.upper
    assert relative_vc(300, 1000, DELTA / 2, growth=line, side="lower").lower == both.lower


def test_without_errors_it_is_narrower_than_any_fixed_radius():
    for n in (1000, 10**5):
        relative = relative_vc(0, n, DELTA, growth=line).upper
        assert relative < vc(n, DELTA, growth=line).upper
        assert relative_vc(n // 2, n, DELTA, growth=line).width > vc(n, DELTA, growth=line).upper


def test_no_interval_is_longer_than_the_radius_on_either_side():
    theorem = uniform(Thresholds())
    radius = theorem.radius(500, DELTA)
    for k in range(0, 501, 20):
        rate = Fraction(k, 500)
        assert theorem.upper(k, 500, DELTA) - rate <= radius
        assert rate - theorem.lower(k, 500, DELTA) <= radius


@pytest.mark.parametrize("bad", [(2, 1), (-1, 5), (0, 0)])
def test_bad_input_is_refused(bad):
    k, n = bad
    with pytest.raises(DomainError):
        relative_vc(k, n, 0.1, growth=line)
    seven: Any = 7
    with pytest.raises(DomainError, match="a growth function"):
        relative_vc(0, 5, 0.1, growth=seven)

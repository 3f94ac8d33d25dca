from fractions import Fraction

import pytest

from altheory.bounds.dkw_pinned import dkw_pinned, uniform
from altheory.bounds.dkw_risk import dkw_risk
from altheory.bounds.random_walk import half_lines
from altheory.errors import NoUniformTheoremError
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Thresholds

DELTA = Fraction(1, 20)


@pytest.mark.parametrize("n", [50, 10**6])
def test_four_chains_in_two_directions_share_delta(n):
    assert dkw_pinned(n, DELTA).upper == half_lines(n, DELTA)
    for side in ("lower", "upper"):
        assert dkw_pinned(n, DELTA, side=side).upper == half_lines(n, 2 * DELTA)


def test_it_is_a_little_more_than_the_radius_of_errors_and_less_than_twice():
    errors, differences = dkw_risk(1000, DELTA).upper, dkw_pinned(1000, DELTA).upper
    assert errors < differences < Fraction(11, 10) * errors


def test_the_surplus_is_the_radius_in_whole_errors():
    theorem = uniform(Thresholds())
    for n in (1, 30, 1000):
        k, radius = theorem.surplus(n, DELTA), theorem.radius(n, DELTA)
        assert k == n or k <= n * radius < k + 1
        assert k <= n


def test_it_needs_a_nested_class():
    with pytest.raises(NoUniformTheoremError, match=r"nested$"):
        uniform(Intervals())

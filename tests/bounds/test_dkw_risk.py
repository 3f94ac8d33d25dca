from fractions import Fraction

import pytest

from altheory.bounds.dkw import dkw
from altheory.bounds.dkw_risk import dkw_risk
from altheory.bounds.hoeffding import radius_of
from altheory.errors import DomainError


@pytest.mark.parametrize("n", [1, 50, 10**6])
def test_two_chains_are_two_deviations_at_half_of_delta(n):
    delta = Fraction(1, 20)
    assert dkw_risk(n, delta).upper == min(1, 2 * radius_of(n, delta / 4))
    if n > 1:
        assert dkw_risk(n, delta).upper == 2 * dkw(n, delta / 2).upper
    for side in ("lower", "upper"):
        assert dkw_risk(n, delta, side=side).upper == min(1, 2 * radius_of(n, delta / 2))


def test_it_is_more_than_twice_the_plain_bound():
    assert dkw_risk(1000, 0.05).upper > 2 * dkw(1000, 0.05).upper


@pytest.mark.parametrize(("n", "delta"), [(0, 0.1), (2.0, 0.1), (5, 0), (5, float("nan"))])
def test_bad_input_is_refused(n, delta):
    with pytest.raises(DomainError):
        dkw_risk(n, delta)

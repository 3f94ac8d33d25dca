from fractions import Fraction

import pytest

from altheory.bounds.dkw_risk import dkw_risk
from altheory.bounds.hoeffding import radius_of
from altheory.bounds.rademacher import rademacher, uniform
from altheory.bounds.vc_rademacher import vc_rademacher
from altheory.errors import DomainError, NoUniformTheoremError
from altheory.hypotheses.intervals import Intervals

DELTA = Fraction(1, 20)


def test_twice_the_average_and_the_concentration():
    """A walk of two steps has maxima 2, 1, 0, 0."""
    found = rademacher(2, Fraction(99, 100), side="upper").upper
    assert found == 2 * Fraction(3, 8) + radius_of(2, Fraction(99, 100))
    both = rademacher(400, DELTA).upper
    assert both == rademacher(400, DELTA / 2, side="lower").upper


def test_it_is_less_than_with_a_bound_on_the_average_and_than_two_chains():
    for n in (100, 1000, 10**6):
        bounded = vc_rademacher(n, DELTA, growth=lambda n: n + 1).upper
        assert rademacher(n, DELTA).upper < min(bounded, dkw_risk(n, DELTA).upper)


def test_at_large_delta_two_chains_are_less():
    assert rademacher(1000, Fraction(1, 2)).upper > dkw_risk(1000, Fraction(1, 2)).upper


def test_it_needs_a_nested_class():
    with pytest.raises(NoUniformTheoremError, match=r"nested$"):
        uniform(Intervals())


@pytest.mark.parametrize(("n", "delta"), [(0, 0.1), (2.0, 0.1), (5, 0), (5, float("nan"))])
def test_bad_input_is_refused(n, delta):
    with pytest.raises(DomainError):
        rademacher(n, delta)

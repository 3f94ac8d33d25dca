"""Sample sizes of rules that few labels decide."""

from fractions import Fraction

import pytest

from altheory.bounds._binomial import exact_tail
from altheory.bounds._support import least_sample


@pytest.mark.parametrize("support", [1, 2, 5, 9])
@pytest.mark.parametrize("error", [Fraction(1, 2), Fraction(9, 10), Fraction(1, 12)])
@pytest.mark.parametrize("delta", [Fraction(9, 10), Fraction(1, 20), Fraction(1, 10**6)])
def test_it_is_the_least_with_that_tail(support, error, delta):
    m = least_sample(support, error, delta)
    assert exact_tail(support - 1, m, error) <= delta
    assert m == support or exact_tail(support - 1, m - 1, error) > delta

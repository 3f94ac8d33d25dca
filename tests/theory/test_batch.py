from fractions import Fraction
from itertools import pairwise

import mpmath
import pytest

from altheory.errors import DomainError
from altheory.theory.batch import batch_gain, batch_gain_per_label, bisection_gain_per_label


@pytest.mark.parametrize("b", [1, 2, 5, 10])
def test_the_gain_is_the_mean_of_minus_log_beta(b):
    def integrand(u):
        return -mpmath.log(u) * b * (b + 1) * u * (1 - u) ** (b - 1)

    reference = mpmath.quad(integrand, [0, 0.5, 1])
    assert abs(float(batch_gain(b)) - reference) < 1e-12


@pytest.mark.parametrize(("b", "shown"), [(1, "0.500"), (2, "0.417"), (10, "0.202")])
def test_the_known_prices(b, shown):
    assert f"{float(batch_gain_per_label(b)):.3f}" == shown


def test_a_label_is_worth_less_in_a_larger_batch_and_most_with_bisection():
    gains = [bisection_gain_per_label()]
    gains += [batch_gain_per_label(b).enclosure for b in (1, 2, 10, 1000, 10**9)]
    assert all(later.less_than(earlier) is True for earlier, later in pairwise(gains))


def test_the_exact_form_is_in_the_enclosure():
    for b in (1, 7, 200):
        form = batch_gain_per_label(b)
        assert form.exact in form.enclosure
    assert batch_gain(2).exact == Fraction(5, 6)


@pytest.mark.parametrize("b", [0, -1, 1.5])
def test_a_batch_has_at_least_one_label(b):
    with pytest.raises(DomainError, match="batch"):
        batch_gain(b)

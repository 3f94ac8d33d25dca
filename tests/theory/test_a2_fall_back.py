from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.a2_fall_back import (
    a2_enough,
    a2_fall_back,
    a2_labels_at_most,
    a2_looks_at_most,
    a2_rounds_at_most,
)

F = Fraction
EXCESS = st.fractions(min_value=F(1, 100), max_value=F(1), max_denominator=100)


def inverse(slope):
    """Return a width that falls like 1/n and grows with every look."""
    return lambda n, look: F(slope * look, n)


def schedule(enough):
    n = 1
    while n < enough:
        n = 3 * n + 1
    return n


@given(st.integers(1, 10**6))
def test_no_scheduled_look_comes_later(enough):
    assert schedule(enough) <= a2_fall_back(enough)
    after_a_look = schedule(enough) + 1
    assert schedule(after_a_look) == a2_fall_back(after_a_look)


@given(EXCESS)
def test_rounds_begin_with_more_than_epsilon(epsilon):
    rounds = a2_rounds_at_most(epsilon)
    assert F(1, 2**rounds) <= epsilon
    assert rounds == 0 or F(2, 2**rounds) > epsilon


@given(EXCESS, st.integers(1, 5))
def test_the_bounds_are_narrow_at_the_last_look_of_a_run(epsilon, slope):
    width = inverse(slope)
    enough = a2_enough(epsilon, width)
    last = max(a2_looks_at_most(epsilon, enough), 1)
    assert width(enough, last) <= epsilon
    assert a2_labels_at_most(epsilon, width) == 3 * enough - 2


@given(st.integers(1, 400), st.integers(1, 400))
def test_the_worst_split_into_rounds_is_no_split(first, rounds):
    """Try all ways to end rounds early, each as late as it may, if needs halve and round up."""
    spent, needed, most = 0, first, a2_fall_back(first)
    for _ in range(rounds % 12):
        spent, needed = spent + needed - 1, (needed + 1) // 2
        assert spent + a2_fall_back(needed) <= most


def test_the_least_number_is_found_exactly():
    width = inverse(1)
    assert a2_enough(F(1, 2), lambda n, _: width(n, 1)) == 2
    assert a2_enough(F(1, 7), lambda n, _: width(n, 1)) == 7


@pytest.mark.parametrize(("epsilon", "enough"), [(F(1, 4), 1), (F(1, 4), 5), (F(1, 2), 40)])
def test_looks_are_counted_over_all_rounds(epsilon, enough):
    sizes = [n for n in (1, 4, 13, 40) if n <= schedule(enough)]
    assert a2_looks_at_most(epsilon, enough) == len(sizes) * a2_rounds_at_most(epsilon)


@pytest.mark.parametrize("epsilon", [0, -1, float("nan")])
def test_an_accuracy_is_positive(epsilon):
    with pytest.raises(DomainError, match="epsilon"):
        a2_rounds_at_most(epsilon)


def test_labels_are_counted():
    with pytest.raises(DomainError, match="number of labels"):
        a2_fall_back(0)

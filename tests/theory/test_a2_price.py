from fractions import Fraction
from functools import cache
from itertools import takewhile

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.a2_price import (
    a2_enough,
    a2_fall_back,
    a2_labels_at_most,
    a2_rounds_at_most,
)

F = Fraction
EXCESS = st.fractions(min_value=F(1, 100), max_value=F(1), max_denominator=100)


def inverse(slope):
    """Return a width that falls like 1/n and grows with every look."""
    return lambda n, k, *_: F(slope * k, n)


def sizes():
    n = 1
    while True:
        yield n
        n = 3 * n + 1


def schedule(enough):
    return next(n for n in sizes() if n >= enough)


def most_by_search(epsilon, width):
    """Try every run: each round ends by halving at any look that does not stop it."""

    @cache
    def most(r, k, mass):
        if mass <= epsilon:
            return 0
        found, j, n = 0, 1, 1
        while mass * width(n, k + j, r, j) > epsilon:
            found = max(found, n + most(r + 1, k + j, mass / 2))
            j, n = j + 1, 3 * n + 1
        return max(found, n)

    return most(1, 0, F(1))


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


@given(st.fractions(F(1, 40), 1, max_denominator=40), st.integers(1, 3), st.sampled_from([1, 2, 3]))
def test_the_sum_over_rounds_by_trying_every_run(epsilon, slope, power):
    """Also if the width falls faster than 1/n, and with the numbers of rounds and looks."""

    def width(n, k, r, j):
        return F(slope * (k + r * j), n**power)

    assert a2_labels_at_most(epsilon, width) == most_by_search(epsilon, width)


@given(EXCESS, st.integers(1, 5))
def test_the_bounds_are_narrow_at_the_last_look_of_a_run(epsilon, slope):
    width = inverse(slope)
    enough = a2_enough(epsilon, width)
    rounds = a2_rounds_at_most(epsilon)
    looks = 1 + sum(1 for _ in takewhile(lambda n: n < enough, sizes()))
    assert width(enough, max(rounds, 1) * looks) <= epsilon


@given(EXCESS, st.integers(1, 5))
def test_one_number_bounds_the_sum_if_n_times_the_width_does_not_fall(epsilon, slope):
    width = inverse(slope)
    assert a2_labels_at_most(epsilon, width) <= a2_fall_back(a2_enough(epsilon, width))


def test_one_number_does_not_bound_the_sum_if_the_width_falls_at_once():
    """Bounds that say nothing up to 13 labels, and everything from 14 on: 13 labels a round."""

    def width(n, *_):
        return F(n < 14)

    assert a2_fall_back(a2_enough(F(1, 8), width)) == 40
    assert a2_labels_at_most(F(1, 8), width) == 13 + 13 + 40


@given(st.integers(1, 400), st.integers(1, 400))
def test_the_worst_split_into_rounds_is_no_split(first, rounds):
    """Try all ways to end rounds early, each as late as it may, if needs halve and round up."""
    spent, needed, most = 0, first, a2_fall_back(first)
    for _ in range(rounds % 12):
        spent, needed = spent + needed - 1, (needed + 1) // 2
        assert spent + a2_fall_back(needed) <= most


def test_the_least_number_is_found_exactly():
    def width(n, *_):
        return F(1, n)

    assert a2_enough(F(1, 2), width) == 2
    assert a2_enough(F(1, 7), width) == 7


def test_the_last_look_of_the_last_round_is_asked_about():
    """To 1/10 there are four rounds; what takes 14 labels is seen at the fourth look of each."""
    asked = []

    def width(n, k, r, j):
        asked.append((k, r, j))
        return F(14, 10 * n)

    assert a2_enough(F(1, 10), width) == 14
    assert asked[-1] == (16, 4, 4)


@pytest.mark.parametrize("epsilon", [0, -1, float("nan")])
def test_an_accuracy_is_positive(epsilon):
    with pytest.raises(DomainError, match="epsilon"):
        a2_rounds_at_most(epsilon)


def test_labels_are_counted():
    with pytest.raises(DomainError, match="number of labels"):
        a2_fall_back(0)

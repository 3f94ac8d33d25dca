"""The shared lemmas on intervals: traces, exact limits of grids, and what they depend on."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.interval import Interval
from altheory.hypotheses.intervals import Intervals
from proofs_checks._interval_balls import masses
from proofs_checks._interval_grids import at_zero, mean, members, trace, uniform_mean

F = Fraction


@pytest.mark.parametrize("n", range(1, 6))
def test_a_trace_holds_the_runs_of_a_row(n):
    runs = {"-" * n}
    runs |= {"-" * i + "+" * (j - i) + "-" * (n - j) for i in range(n) for j in range(i + 1, n + 1)}
    assert set(trace(n).table()["hypotheses"]) == runs


def test_members_are_wide_enough_or_empty():
    wide = members(4, F(1, 2))
    assert Interval.empty() in wide
    assert {h.width for h in wide if h.ends} == {F(1, 2), F(3, 4), F(1)}


@given(st.lists(st.integers(-5, 5), min_size=1, max_size=4))
def test_a_polynomial_is_known_from_its_values(coefficients):
    places = [F(1, k) for k in range(1, len(coefficients) + 1)]
    values = [sum((c * x**i for i, c in enumerate(coefficients)), F(0)) for x in places]
    assert at_zero(places, values) == coefficients[0]


def test_a_mean_weighs_placements_by_their_orders():
    """Of the four placements in two cells, two leave one instance on each side of 1/2."""

    def both(space):
        return F(len(space.negatives) == 2)

    assert mean(both, 2, 2, Interval.empty()) == F(1, 2)


def test_finer_grids_do_not_change_a_limit():
    def gap(space):
        return space.radius(Interval.empty(), Intervals().law())

    assert uniform_mean(gap, 1, Interval.empty(), 2) == uniform_mean(gap, 1, Interval.empty(), 4)


def test_masses_rise_to_one():
    values = masses(Interval(F(1, 4), F(3, 4)), F(1, 4), 8)
    assert list(values) == sorted(values)
    assert values[-1] == 1

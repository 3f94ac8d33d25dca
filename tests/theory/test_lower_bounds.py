from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.lower_bounds import (
    identification_queries,
    passive_thresholds_error,
    queries_for_success,
    success_chance,
)

F = Fraction
MASS = st.fractions(min_value=F(1, 1000), max_value=1)


@given(st.integers(1, 10**30))
def test_so_many_answers_tell_the_cases_apart_and_no_fewer(cases):
    q = identification_queries(cases)
    assert 2**q >= cases
    assert q == 0 or 2 ** (q - 1) < cases


@given(st.integers(0, 20), MASS)
def test_one_query_more_at_most_doubles_success(q, mass):
    assert success_chance(q, mass) <= success_chance(q + 1, mass) <= 2 * success_chance(q, mass)


@given(st.fractions(min_value=F(1, 100), max_value=F(99, 100)), MASS)
def test_the_bound_is_the_least_number_with_a_chance(delta, mass):
    bound = queries_for_success(delta, mass)
    q = max(bound.hi.__ceil__(), 0)
    assert success_chance(q, mass) >= 1 - delta
    if bound.lo > 1:
        assert success_chance(bound.lo.__ceil__() - 1, mass) < 1 - delta


def test_the_passive_error_of_no_instance_is_a_quarter():
    assert passive_thresholds_error(0) == F(1, 4)


@pytest.mark.parametrize("mass", [0, -1, 2, float("nan")])
def test_a_ball_has_a_mass_in_the_unit_interval(mass):
    with pytest.raises(DomainError, match="mass of a ball"):
        success_chance(1, mass)


@pytest.mark.parametrize("cases", [0, -3, 2.5])
def test_there_is_at_least_one_case(cases):
    with pytest.raises(DomainError, match="number of cases"):
        identification_queries(cases)

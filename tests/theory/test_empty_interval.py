from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.theory.empty_interval import (
    empty_interval_accuracy,
    empty_interval_expected_queries,
    empty_interval_points,
    empty_interval_queries,
)
from proofs_checks.lower_interval_accuracy import accuracy
from proofs_checks.lower_interval_in_probability import expected_queries
from proofs_checks.lower_interval_queries import queries

F = Fraction
OPEN = st.fractions(min_value=F(1, 1000), max_value=F(999, 1000))


@given(OPEN)
def test_the_queries_are_the_least_with_that_accuracy(epsilon):
    q = empty_interval_queries(epsilon)
    assert empty_interval_accuracy(q) <= epsilon
    assert q == 0 or empty_interval_accuracy(q - 1) > epsilon


@given(OPEN)
def test_an_interval_that_the_questions_miss_is_short(epsilon):
    q = empty_interval_queries(epsilon)
    gaps = [b - a for a, b in pairwise((F(0), *empty_interval_points(q), F(1)))]
    assert len(gaps) == q + 1
    assert set(gaps) == {F(1, q + 1)}


@given(OPEN, OPEN)
def test_a_chance_of_failure_saves_no_more_than_its_share_and_one(epsilon, delta):
    certain = max(-(-1 // epsilon) - 1, 0)
    bound = empty_interval_expected_queries(epsilon, delta)
    assert max(F(0), (1 - delta) * certain - 1) == bound <= (1 - delta) * certain


@given(OPEN, OPEN)
def test_the_claims_state_the_laws(epsilon, delta):
    assert queries(epsilon) == empty_interval_queries(epsilon)
    bound = expected_queries(-(-1 // epsilon) - 1, delta)
    assert max(F(0), bound) == empty_interval_expected_queries(epsilon, delta)


@pytest.mark.parametrize("q", range(6))
def test_the_claim_states_the_accuracy(q):
    assert F(str(accuracy(q))) == empty_interval_accuracy(q)


@pytest.mark.parametrize("epsilon", [0, 1, -1, 2, float("nan")])
def test_an_accuracy_is_inside_the_unit_interval(epsilon):
    with pytest.raises(DomainError, match="epsilon"):
        empty_interval_queries(epsilon)


@pytest.mark.parametrize("q", [-1, 1.5])
def test_queries_are_counted(q):
    with pytest.raises(DomainError, match="number of queries"):
        empty_interval_accuracy(q)

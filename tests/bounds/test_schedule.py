from fractions import Fraction
from itertools import product

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.bounds._schedule import SHARES, share
from altheory.errors import DomainError, UnknownNameError

F = Fraction
NUMBERS = st.integers(1, 200)


@given(st.integers(1, 60))
def test_what_numbered_looks_get_adds_up_to_less_than_there_is(looks):
    parts = [share("looks", look) for look in range(1, looks + 1)]
    assert sum(parts) == 1 - F(1, looks + 1)
    assert parts == sorted(parts, reverse=True)


@given(st.integers(1, 12), st.integers(1, 12))
def test_what_rounds_get_does_not_depend_on_looks_before(rounds, looks):
    parts = [
        share("rounds", 17 * r + j, r, j)
        for r, j in product(range(1, rounds + 1), range(1, looks + 1))
    ]
    assert sum(parts) == (1 - F(1, rounds + 1)) * (1 - F(1, looks + 1))


@given(st.integers(1, 40), st.integers(0, 40), st.integers(1, 60))
def test_what_a_round_gets_that_begins_after_so_many_looks(r, more, looks):
    """The k-th look of all is in round r, which follows upon r - 1 looks at least."""
    before = r - 1 + more
    numbered = sum(share("looks", before + j, r, j) for j in range(1, looks + 1))
    assert numbered == F(1, before + 1) - F(1, before + looks + 1) < F(1, r)
    assert sum(share("literal", before + j, r, j) for j in range(1, looks + 1)) < F(1, 6 * r)


@pytest.mark.parametrize(("number", "in_round", "counter"), [(1, 1, 4), (2, 1, 6), (2, 2, 7)])
def test_the_literal_counter_by_hand(number, in_round, counter):
    """k = 1; k goes up with each round, with each sample and with each set of survivors."""
    assert share("literal", number, in_round, 1) == F(1, counter * (counter + 1))


@given(st.sampled_from(sorted(SHARES)), NUMBERS, NUMBERS, NUMBERS)
def test_later_looks_get_no_more(spending, number, in_round, look):
    here = share(spending, number, in_round, look)
    assert share(spending, number + 1, in_round, look + 1) < here
    assert share(spending, number + 1, in_round + 1, look) <= here


@pytest.mark.parametrize("numbers", [(0, 1, 1), (1, 0, 1), (1, 1, 0), (1.0, 1, 1), (True, 1, 1)])
def test_bad_numbers_are_refused(numbers):
    with pytest.raises(DomainError, match="the number of a look or round"):
        share("rounds", *numbers)


def test_an_unknown_way_to_spend_is_refused():
    with pytest.raises(UnknownNameError, match="way to spend delta"):
        share("look", 1)

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.bounds._schedule import spent_at, spent_up_to
from altheory.errors import DomainError


@given(st.integers(0, 60), st.fractions(Fraction(1, 1000), Fraction(999, 1000)))
def test_what_the_looks_get_adds_up_to_less_than_there_is(looks, delta):
    parts = [spent_at(look, delta) for look in range(1, looks + 1)]
    assert sum(parts, Fraction(0)) == spent_up_to(looks, delta) < delta
    assert parts == sorted(parts, reverse=True)


@pytest.mark.parametrize(("look", "delta"), [(0, 0.1), (1.0, 0.1), (1, 0), (1, 1)])
def test_bad_input_is_refused(look, delta):
    with pytest.raises(DomainError):
        spent_at(look, delta)

"""Asked twice, the same answer; others may change their minds."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.oracles.persistent import persistent
from altheory.oracles.pure_noise import pure_noise
from altheory.spaces.line import UNIT
from altheory.testing.strategies import generators


@given(generators(), st.lists(st.integers(0, 4).map(lambda k: k / 4), max_size=20))
def test_the_persistent_do_not_change_their_minds(rng, xs):
    ask = persistent(pure_noise(UNIT).oracle(rng))
    first = {x: ask(x) for x in xs}
    assert [ask(x) for x in xs] == [first[x] for x in xs]
    assert [ask(Fraction(x)) for x in xs] == [first[x] for x in xs]


@pytest.mark.seeded("a fair coin that falls alike 64 times would be news to everybody")
def test_others_do(rng):
    ask = pure_noise(UNIT).oracle(rng)
    assert {ask(0.5) for _ in range(64)} == {-1, 1}

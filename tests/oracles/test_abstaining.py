"""Silence is an error with a name: in a region, by chance, or both."""

import pickle
from fractions import Fraction

import pytest
from hypothesis import given

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.abstaining import abstaining
from altheory.testing.strategies import interval_unions, rationals_in_unit


@given(interval_unions(), rationals_in_unit(16))
def test_silence_within_a_region(region, x):
    ask = abstaining(Threshold(Fraction(1, 2)), within=region)
    if x in region:
        with pytest.raises(AbstentionError) as error:
            ask(x)
        assert error.value.instance == x
    else:
        assert ask(x) == Threshold(Fraction(1, 2))(x)


@pytest.mark.statistical(alpha=1e-7, power=0.999)
def test_silence_by_chance(rng):
    """All silent or all answered has probability 2 * 2^-32 at a chance of 1/2."""
    ask = abstaining(Threshold(Fraction(1, 2)), chance=Fraction(1, 2), rng=rng)
    answers: list[int] = []
    for _ in range(32):
        try:
            answers.append(ask(0.75))
        except AbstentionError:
            answers.append(0)
    assert set(answers) == {0, 1}


def test_no_chance_of_silence():
    assert abstaining(Threshold(Fraction(1, 2)), chance=0)(0.75) == 1


@pytest.mark.parametrize("chance", [-0.5, 2])
def test_a_chance_outside_the_unit_interval_is_refused(chance):
    with pytest.raises(DomainError, match=f"got {chance}"):
        abstaining(Threshold(Fraction(1, 2)), chance=chance)


def test_an_abstention_comes_back_whole_from_another_process():
    back = pickle.loads(pickle.dumps(AbstentionError(Fraction(1, 3))))
    assert back.instance == Fraction(1, 3)
    assert "at 1/3" in str(back)

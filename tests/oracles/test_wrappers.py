"""Labelers around a labeler: persistent, silent at times, moving, human."""

import pickle
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.thresholds import Threshold
from altheory.oracles.abstaining import abstaining
from altheory.oracles.drifting import drifting
from altheory.oracles.persistent import persistent
from altheory.oracles.person import person
from altheory.oracles.pure_noise import pure_noise
from altheory.oracles.rare_positives import rare_positives
from altheory.oracles.realizable import realizable
from altheory.spaces.line import UNIT, IntervalUnion
from altheory.testing.strategies import generators, interval_unions, rationals_in_unit


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


@pytest.mark.seeded("labels without chance")
def test_the_target_moves_at_its_times(rng):
    early, late = realizable(Threshold(Fraction(1, 4))), realizable(Threshold(Fraction(3, 4)))
    drift = drifting((0, early), (3, late))
    assert [drift.at(t) for t in (0, 2, 3, 100)] == [early, early, late, late]
    one, other = drift.oracle(rng), drift.oracle(rng)
    assert [one(0.5) for _ in range(5)] == [1, 1, 1, -1, -1]
    assert other(0.5) == 1  # every oracle has its own clock


@pytest.mark.parametrize("starts", [(), (1,), (0, 0), (0, 2, 1), (0, -1)])
def test_times_that_do_not_increase_from_zero_are_refused(starts):
    with pytest.raises(DomainError):
        drifting(*((start, pure_noise(UNIT)) for start in starts))


def test_drift_has_one_law_a_start():
    law = pure_noise(UNIT)
    drift = drifting((0, law))
    with pytest.raises(DomainError, match="one start a law"):
        type(drift)((0, 1), (law,))
    with pytest.raises(DomainError, match="at least 0"):
        drift.at(-1)


@pytest.mark.parametrize("said", ["y", "YES ", "+", "1", "n", "no", "-", "-1"])
def test_what_a_person_may_answer(said):
    written: list[str] = []
    label = person(lambda: said, written.append)(0.5)
    assert label == (1 if said.strip().lower() in {"y", "yes", "+", "1"} else -1)
    assert written == ["is 0.5 positive?"]


def test_a_person_is_asked_again_until_there_is_an_answer():
    said, written = iter(["", "maybe", "?"]), list[str]()
    with pytest.raises(AbstentionError):
        person(lambda: next(said), written.append)(0.5)
    assert len(written) == 3
    assert "answer y" in written[1]


def test_rare_positives_are_rare():
    law = rare_positives()
    assert law.bayes == IntervalUnion.closed(Fraction(9_999, 10_000), 1)
    assert [law.probability(x) for x in (0.5, 1)] == [0, 1]
    with pytest.raises(DomainError, match="between 0 and 1, got 1"):
        rare_positives(1)

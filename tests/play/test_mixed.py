"""A crowd with an expert behind it: who is asked what, and what it costs."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.numeric.seeds import generator
from tests.play.cases import Expert, Mixed, Recorder, Workers
from tests.play.test_expert import QUESTIONS, itself

CROWD = Workers(itself, (Fraction(1, 5), Fraction(1, 4), Fraction(1, 3)), price=1)
SURE = st.sampled_from((Fraction(1, 2), Fraction(2, 3), Fraction(9, 10), 1))
MANY = st.lists(st.sampled_from((-1, 0, 1)), max_size=12)


@given(MANY | QUESTIONS, SURE, st.integers(0, 2**20), st.sampled_from(("majority", "dawid-skene")))
def test_the_expert_is_asked_exactly_the_doubtful_questions(questions, sure, seed, rule):
    crowd = Workers(itself, CROWD.errors, price=1, rule=rule)
    expert = Recorder(Expert(itself, price=10))
    said = Mixed(crowd, expert, sure).replies(questions, seed)
    posteriors = crowd.posteriors(crowd.votes(questions, generator(seed)))
    doubted = [max(p, 1 - p) < sure for p in posteriors]
    assert expert.asked == [
        q for q, is_doubted in zip(questions, doubted, strict=True) if is_doubted
    ]
    expected = [
        q if is_doubted else (p > 0.5) - (p < 0.5)
        for q, p, is_doubted in zip(questions, posteriors, doubted, strict=True)
    ]
    assert list(said.answers) == expected
    assert said.price == 3 * len(questions) + 10 * sum(doubted)
    assert said.judgments == 3 * len(questions) + sum(doubted)


@given(
    st.lists(st.sampled_from((0, 1)), min_size=1, max_size=10),
    st.sampled_from([Fraction(a, n) for n in range(1, 11) for a in range((n + 1) // 2, n + 1)]),
)
def test_a_majority_is_sure_by_its_share_of_the_votes_for_yes_as_for_no(errors, sure):
    """Workers who always or never err: the votes are known."""
    share = Fraction(max(sum(errors), len(errors) - sum(errors)), len(errors))
    expert = Recorder(Expert(itself, price=9))
    said = Mixed(Workers(itself, errors), expert, sure).replies([1, -1], None)
    assert expert.asked == ([] if share >= sure else [1, -1])
    assert said.price == 2 * len(errors) + 9 * len(expert.asked)


@given(MANY, st.integers(0, 2**20))
def test_a_crowd_that_is_believed_at_once_is_alone(questions, seed):
    expert = Recorder(Expert(itself))
    assert Mixed(CROWD, expert, 0.5).replies(questions, seed) == CROWD.replies(questions, seed)
    assert expert.rounds == []


@pytest.mark.parametrize("sure", [0.4, 1.1, "1", True])
def test_how_sure_is_a_chance_of_a_half_at_least(sure):
    with pytest.raises(DomainError):
        Mixed(CROWD, Expert(itself), sure)

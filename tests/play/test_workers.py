"""A crowd: votes counted by hand, and Dawid and Skene's posteriors from five questions on."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.oracles.dawid_skene import dawid_skene
from altheory.play.workers import FEW
from tests.play.cases import Expert, Workers
from tests.play.test_expert import QUESTIONS, itself

SEEDS = st.integers(0, 2**20)
CERTAIN = st.lists(st.sampled_from((0, 1)), min_size=1, max_size=5)


@given(QUESTIONS, st.integers(1, 4), st.sampled_from(("dawid-skene", "majority")))
def test_right_workers_are_an_expert_at_their_price(questions, n, rule):
    crowd = Workers(itself, (0,) * n, price=3, rule=rule)
    said, alone = crowd.replies(questions, None), Expert(itself).replies(questions, None)
    assert said.answers == alone.answers
    assert said.price == 3 * n * len(questions)
    assert said.judgments == n * len(questions)


@given(st.lists(st.sampled_from((-1, 1)), max_size=FEW - 1), CERTAIN)
def test_few_questions_are_decided_by_the_majority(questions, errors):
    """Workers who always or never err: the votes are known, and ties are no answers."""
    lead = len(errors) - 2 * sum(errors)
    answer = (lead > 0) - (lead < 0)
    for rule in ("dawid-skene", "majority"):
        said = Workers(itself, errors, rule=rule).replies(questions, None)
        assert said.answers == tuple(answer * q for q in questions)


@given(st.lists(st.sampled_from((-1, 0, 1)), min_size=FEW, max_size=9), SEEDS)
def test_more_questions_are_decided_by_the_model_of_the_round(questions, seed):
    crowd = Workers(itself, (Fraction(1, 10), Fraction(1, 3), Fraction(1, 3)))
    votes = crowd.votes(questions, seed)
    said = crowd.replies(questions, seed).answers
    if votes.any():
        posteriors = dawid_skene(votes).posteriors
        expected = [(p > 0.5) - (p < 0.5) for p in posteriors.tolist()]
        cast = votes.any(axis=1).tolist()
        assert list(said) == [e if c else 0 for e, c in zip(expected, cast, strict=True)]
    else:
        assert set(said) == {0}


def test_the_model_hears_the_better_worker_where_the_majority_does_not():
    votes = np.array([[1, 1, 1], [-1, -1, -1]] * 6 + [[1, 1, -1], [1, -1, 1]] * 6 + [[1, -1, -1]])
    crowd = {rule: Workers(itself, (0, 0, 0), rule=rule) for rule in ("dawid-skene", "majority")}
    assert crowd["majority"].posteriors(votes)[-1] == Fraction(1, 3)
    assert crowd["dawid-skene"].posteriors(votes)[-1] > 1 / 2


@given(QUESTIONS, st.integers(1, 3), SEEDS)
def test_some_judge_each_question_and_only_they_are_paid(questions, each, seed):
    crowd = Workers(itself, (0, 0, 0), price=2, each=each)
    votes = crowd.votes(questions, seed)
    assert [int(n) for n in np.abs(votes).sum(axis=1)] == [each * abs(q) for q in questions]
    said = crowd.replies(questions, seed)
    assert said.price == 2 * each * len(questions)
    assert said.judgments == each * len(questions)
    assert crowd.replies(questions, seed) == said


@pytest.mark.parametrize(
    "bad",
    [
        {"errors": ()},
        {"errors": (2,)},
        {"errors": 1},
        {"errors": (0,), "each": 2},
        {"errors": (0,), "each": 0},
        {"errors": (0,), "rule": "mean"},
        {"errors": (0,), "price": -1},
    ],
)
def test_what_is_no_crowd_is_refused(bad):
    with pytest.raises(DomainError):
        Workers(itself, **bad)

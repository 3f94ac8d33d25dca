"""A knockout against an enumeration of all decisions."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.inquiry import open_inquiry
from altheory.play.knockouts import guided, knockout
from altheory.play.problem import Preference, efficient
from tests.play.cases import PROBLEMS, Expert, Listed, Recorder, least, loss, people, person_of

PAIRS = st.sampled_from((None, 1, 2))


@given(PROBLEMS, PAIRS)
def test_a_right_expert_leads_to_a_best_decision(problem, pairs):
    for person in people(problem):
        outcome = guided(problem, Expert(person), pairs=pairs)
        assert loss(problem, person, outcome.decision) == least(problem, person)
        answers = [j.answer for j in outcome.inquiry.judgments if j.reason == "asked"]
        assert outcome.is_finished == all(answers)  # 0 may be silence
        taking_part = len(efficient(problem))
        assert len(outcome.inquiry.judgments) == taking_part - 1
        assert outcome.inquiry.asked <= taking_part - 1


@given(PROBLEMS, PAIRS, st.randoms(use_true_random=False))
def test_any_answers_end_with_what_the_remaining_weights_like_best(problem, pairs, chance):
    agent = Expert(lambda _: chance.choice((-1, 1)))
    outcome = guided(problem, agent, pairs=pairs)
    if all(j.answer for j in outcome.inquiry.judgments):
        center = outcome.inquiry.center
        assert loss(problem, center, outcome.decision) == least(problem, center)


@given(PROBLEMS, PAIRS, st.integers(0, 4))
def test_a_budget_is_kept_and_one_that_is_enough_changes_nothing(problem, pairs, questions):
    for person in people(problem, (1, 3)):
        agent = Recorder(Expert(person, price=2))
        free = guided(problem, Expert(person, price=2), pairs=pairs)
        outcome = guided(problem, agent, questions=questions, pairs=pairs)
        assert len(agent.asked) == outcome.inquiry.asked <= questions
        assert outcome.inquiry.price == 2 * outcome.inquiry.asked
        exact = guided(problem, agent, questions=free.inquiry.asked, pairs=pairs)
        assert exact.is_finished
        assert exact.decision == free.decision
        assert exact.inquiry.judgments == free.inquiry.judgments


@given(PROBLEMS)
def test_without_questions_the_center_decides(problem):
    outcome = guided(problem, Expert(person_of(1, 1)), questions=0)
    center = open_inquiry(problem).center
    assert loss(problem, center, outcome.decision) == least(problem, center)
    assert outcome.inquiry.price == outcome.inquiry.asked == 0


def test_one_pair_at_a_time_asks_less():
    problem = Listed(((0, 6), (1, 4), (2, 3), (4, 2)))
    person = person_of(4, 1)
    assert guided(problem, Expert(person)).inquiry.asked == 2
    agent = Recorder(Expert(person))
    guided(problem, agent, pairs=1)
    assert [len(questions) for questions in agent.rounds] == [1]


@given(PROBLEMS, st.data())
def test_criteria_may_change_places(problem, data):
    order = data.draw(st.permutations(range(len(problem.criteria))))
    other = Listed(tuple(tuple(row[i] for i in order) for row in problem.rows))
    for person in people(problem):
        same = Preference(tuple(person.weights[i] for i in order))
        mine, theirs = guided(problem, Expert(person)), guided(other, Expert(same))
        assert mine.decision == theirs.decision
        assert mine.inquiry.asked == theirs.inquiry.asked


def test_nobody_to_knock_out_is_refused():
    problem = Listed(((0, 1), (1, 0)))
    with pytest.raises(DomainError, match="at least one decision"):
        knockout(problem, (), open_inquiry(problem), Expert(person_of(1, 1)))


def test_bad_numbers_are_refused():
    for bad in ({"questions": -1}, {"pairs": 0}):
        with pytest.raises(DomainError):
            guided(Listed(((0, 1), (1, 0))), Expert(person_of(1, 1)), **bad)

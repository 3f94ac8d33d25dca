"""Descents: where they end, and that they end."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from altheory.play.fold import Fold
from altheory.play.local_search import descended
from tests.play.cases import PROBLEMS, Coloring, Expert, Listed, Recorder, loss, people, person_of


@given(PROBLEMS, st.data())
def test_a_right_expert_leads_to_a_local_optimum_downhill(problem, data):
    start = data.draw(st.sampled_from(range(len(problem.rows))))
    for person in people(problem):
        outcome = descended(problem, Expert(person), start=start)
        here = loss(problem, person, outcome.decision)
        assert here <= loss(problem, person, start)
        assert all(loss(problem, person, d) >= here for d in problem.neighbors(outcome.decision))
        answers = [j.answer for j in outcome.inquiry.judgments if j.reason == "asked"]
        assert outcome.is_finished == all(answers)  # 0 may be silence


@given(PROBLEMS, st.randoms(use_true_random=False), st.none() | st.integers(0, 3))
def test_no_decision_comes_twice_whatever_is_answered(problem, chance, questions):
    agent = Recorder(Expert(lambda _: chance.choice((-1, 0, 1))))
    outcome = descended(problem, agent, questions=questions)
    incumbents = list(dict.fromkeys(j.comparison.first for j in outcome.inquiry.judgments))
    firsts = [j.comparison.first for j in outcome.inquiry.judgments]
    assert sum(a != b for a, b in pairwise(firsts)) == max(len(incumbents) - 1, 0)
    assert len(agent.asked) == outcome.inquiry.asked
    assert questions is None or outcome.inquiry.asked <= questions


def test_it_begins_at_the_start_and_moves_to_what_the_center_likes_best():
    problem = Coloring(4, [(0, 1), (1, 2), (2, 3), (0, 3), (0, 2)], 4)
    person = person_of(5, 1)
    outcome = descended(problem, Expert(person))
    assert outcome.inquiry.judgments[0].comparison.first == problem.start()
    assert loss(problem, person, outcome.decision) == 3


def test_a_straight_chain_is_a_local_optimum_for_everybody():
    """A single pivot bends it and brings nothing near: no question is even open."""
    problem = Fold("HPPHPPH")
    outcome = descended(problem, Expert(person_of(9, 1, 1)))
    assert outcome.decision == problem.start()
    assert outcome.inquiry.asked == 0


def test_a_single_decision_stays():
    outcome = descended(Listed(((1, 2),)), Expert(person_of(1, 1)))
    assert (outcome.decision, outcome.inquiry.judgments) == (0, ())

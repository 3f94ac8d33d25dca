"""What holds for every search, on every problem that is shipped to try it on."""

from functools import partial

import pytest
from hypothesis import given

from altheory.play.bisection import halved
from altheory.play.evolution import evolved
from altheory.play.fold import Fold
from altheory.play.knockouts import guided
from altheory.play.local_search import descended
from altheory.play.outcome import account
from altheory.play.problem import efficient, optimum
from altheory.play.table import tabulated
from tests.play.cases import Coloring, Expert, Recorder, Workers, listed_problems, people, person_of

WHEEL = Coloring(6, [(i, (i + 1) % 5) for i in range(5)] + [(i, 5) for i in range(5)], 5)
PROBLEMS = {"wheel": tabulated(WHEEL), "chain": tabulated(Fold("HPHPPHHPH"))}
SEARCHES = {
    "knockout": guided,
    "halving": halved,
    "descent": descended,
    "population": partial(evolved, generations=9),
}

everywhere = pytest.mark.parametrize("problem", PROBLEMS.values(), ids=PROBLEMS)
each = pytest.mark.parametrize("search", SEARCHES.values(), ids=SEARCHES)


@everywhere
@pytest.mark.parametrize("search", [guided, halved])
def test_going_through_all_decisions_leaves_no_regret(problem, search):
    for person in people(problem, (1, 4)):
        told = account(problem, search(problem, Expert(person)), person)
        assert told.regret == 0
        assert told.questions <= len(efficient(problem)) - 1


@each
@everywhere
def test_budgets_of_none_one_and_just_enough(search, problem):
    person = person_of(*(2, 1, 3)[: len(problem.criteria)])
    free = search(problem, Expert(person), rng=1)
    for questions in (0, 1, free.inquiry.asked):
        agent = Recorder(Expert(person, price=7))
        outcome = search(problem, agent, questions=questions, rng=1)
        assert len(agent.asked) == outcome.inquiry.asked <= questions
        assert outcome.inquiry.price == 7 * outcome.inquiry.asked
        if questions == free.inquiry.asked:
            assert not outcome.inquiry.guessed
            assert outcome.decision == free.decision


@each
@everywhere
def test_a_crowd_of_right_workers_leads_where_an_expert_does(search, problem):
    person = person_of(*(5, 2, 3)[: len(problem.criteria)])
    alone = search(problem, Expert(person, price=3), rng=2)
    crowd = search(problem, Workers(person, (0, 0, 0), price=1), rng=2)
    assert crowd.decision == alone.decision
    assert crowd.inquiry.judgments == alone.inquiry.judgments
    assert crowd.inquiry.price == alone.inquiry.price
    assert crowd.inquiry.effort == 3 * alone.inquiry.effort


@each
def test_without_an_answer_nothing_is_finished(search):
    """The first decision is left, which is none of the best."""
    triangle, person = Coloring(3, [(0, 1), (1, 2), (0, 2)], 3), person_of(3, 2)
    outcome = search(triangle, Expert(person, silence=1), rng=0)
    assert account(triangle, outcome, person).regret > 0
    assert not outcome.is_finished


@each
@given(listed_problems(1))
def test_a_single_criterion_asks_nothing(search, problem):
    agent = Recorder(Expert(lambda _: 0))
    outcome = search(problem, agent, rng=0)
    assert agent.rounds == []
    assert outcome.is_finished
    if search in (guided, halved):
        assert outcome.decision == optimum(problem, person_of(1)).decisions[0]


@each
def test_a_wheel_of_five_takes_four_colors_if_conflicts_weigh_much(search):
    outcome = search(PROBLEMS["wheel"], Expert(person_of(6, 1)), rng=3)
    assert list(WHEEL.costs(outcome.decision)) == [0, 4]

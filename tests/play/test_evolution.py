"""A population: reproducible, never worse than it began, within its budget."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.evolution import evolved
from altheory.play.inquiry import open_inquiry
from altheory.play.local_search import descended
from tests.play.cases import PROBLEMS, Coloring, Expert, Listed, Recorder, loss, people, person_of

SEEDS = st.integers(0, 2**20)
SMALL = {"members": 3, "generations": 3}


@given(PROBLEMS, SEEDS)
def test_a_right_expert_leaves_the_best_of_all_that_were_compared(problem, seed):
    for person in people(problem, (1, 3)):
        outcome = evolved(problem, Expert(person), rng=seed, **SMALL)
        seen = [d for j in outcome.inquiry.judgments for d in (j.winner, j.loser)]
        best = min(loss(problem, person, d) for d in [problem.start(), *seen])
        assert loss(problem, person, outcome.decision) == best


@given(PROBLEMS, SEEDS, st.integers(0, 3), st.randoms(use_true_random=False))
def test_budgets_are_kept_whatever_is_answered(problem, seed, questions, chance):
    agent = Recorder(Expert(lambda _: chance.choice((-1, 0, 1)), price=3))
    outcome = evolved(problem, agent, questions=questions, rng=seed, **SMALL)
    assert len(agent.asked) == outcome.inquiry.asked <= questions
    assert outcome.inquiry.price == 3 * outcome.inquiry.asked
    if questions == 0:
        center = open_inquiry(problem).center
        seen = [d for j in outcome.inquiry.judgments for d in (j.winner, j.loser)]
        assert loss(problem, center, outcome.decision) == min(
            (loss(problem, center, d) for d in seen), default=loss(problem, center, 0)
        )


@given(SEEDS)
def test_the_same_seed_gives_the_same_search(seed):
    problem, agent = Coloring(4, [(0, 1), (1, 2)], 3), Expert(person_of(2, 3), error=0.3)
    assert evolved(problem, agent, rng=seed, **SMALL) == evolved(problem, agent, rng=seed, **SMALL)


def test_it_finds_what_a_descent_does_not():
    """A hill on the way: from 0 one has to pass 1, which costs more in both criteria."""
    problem, person = Listed(((4, 4), (5, 5), (1, 1))), person_of(1, 1)
    assert descended(problem, Expert(person)).decision == 0
    found = {evolved(problem, Expert(person), members=4, rng=s).decision for s in range(5)}
    assert found == {2}


def test_nobody_to_compete_with():
    alone = evolved(Listed(((1, 1),)), Expert(person_of(1, 1)), rng=0)
    assert (alone.decision, alone.inquiry.asked) == (0, 0)
    begun = evolved(Listed(((3, 3), (1, 1))), Expert(person_of(1, 1)), members=1, generations=0)
    assert begun.decision == 0


@pytest.mark.parametrize("bad", [{"members": 0}, {"generations": -1}, {"questions": 0.5}])
def test_bad_numbers_are_refused(bad):
    with pytest.raises(DomainError):
        evolved(Listed(((0, 1), (1, 0))), Expert(person_of(1, 1)), **bad)

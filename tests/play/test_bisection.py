"""Halving what may be best: against enumerations, and against the lower hull in the plane."""

from fractions import Fraction
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.play import bisection
from altheory.play.bisection import halved, supported
from tests.play.cases import (
    PROBLEMS,
    Expert,
    Listed,
    Recorder,
    least,
    listed_problems,
    loss,
    people,
    person_of,
)

FINE = tuple(person_of(a, 97 - a) for a in range(1, 97))


@given(PROBLEMS)
def test_supported_is_what_is_best_for_some_weights_and_nothing_else(problem):
    cones = supported(problem)
    for decision, cone in cones.items():
        if len(problem.criteria) > 1:
            inside = person_of(*cone.member().normal)
            assert loss(problem, inside, decision) == least(problem, inside)
    for person in people(problem):  # some of them are best for everybody
        best = min(loss(problem, person, d) for d in cones)
        assert best == least(problem, person)


@given(listed_problems(2))
def test_in_the_plane_it_is_the_lower_hull(problem):
    """A decision is on it iff some slope between two decisions' slopes makes it alone the best."""
    costs = {problem.costs(d): d for d in reversed(range(len(problem.rows)))}
    slopes = {Fraction(0), Fraction(100)}
    for a in costs:
        for b in costs:
            if a[1] > b[1]:
                slopes.add((b[0] - a[0]) / (a[1] - b[1]))
    turns = sorted(s for s in slopes if s >= 0)
    middles = [(s + t) / 2 for s, t in pairwise(turns)]
    best = {min((c[0] + m * c[1], c) for c in costs)[1] for m in middles}
    assert best == {problem.costs(d) for d in supported(problem)}


@given(PROBLEMS)
def test_a_right_expert_leads_to_a_best_decision(problem):
    h = len(supported(problem))
    for person in people(problem):
        outcome = halved(problem, Expert(person))
        assert loss(problem, person, outcome.decision) == least(problem, person)
        answers = [j.answer for j in outcome.inquiry.judgments if j.reason == "asked"]
        assert outcome.is_finished == all(answers)  # 0 may be silence
        assert outcome.inquiry.asked == len(outcome.inquiry.judgments) <= h - 1


@given(listed_problems(2, most=12))
def test_in_the_plane_logarithmically_many_questions_are_enough(problem):
    """Only for those who are not indifferent: 97 is prime, and costs differ by 6 at most."""
    h = len(supported(problem))
    asked = [halved(problem, Expert(person)).inquiry.asked for person in FINE[::12]]
    assert max(asked) <= (h - 1).bit_length()


@pytest.mark.parametrize("unit", [1, 10**400, Fraction(1, 3**700)], ids=["1", "large", "small"])
def test_as_many_questions_as_outcomes_need(unit):
    row = Listed(tuple((i * (i + 1) // 2 * unit, (8 - i) * (9 - i) // 2) for i in range(8)))
    assert len(supported(row)) == 8
    people = [person_of(Fraction(a) / unit, b) for a, b in (p.weights for p in FINE[::12])]
    assert {halved(row, Expert(person)).inquiry.asked for person in people} == {3}


def test_large_differences_are_compared_as_those_in_a_batch_are(monkeypatch):
    row, person = Listed(tuple((i * i, (7 - i) ** 2, i % 3) for i in range(8))), person_of(5, 3, 2)
    found = halved(row, Expert(person))
    for limit in (0, 6):  # none in a batch, and some
        monkeypatch.setattr(bisection, "INTEGERS", limit)
        assert halved(row, Expert(person)) == found
    assert found.inquiry.asked > 1


@given(PROBLEMS, st.integers(0, 2), st.randoms(use_true_random=False))
def test_budgets_are_kept_whatever_is_answered(problem, questions, chance):
    agent = Recorder(Expert(lambda _: chance.choice((-1, 0, 1))))
    outcome = halved(problem, agent, questions=questions)
    assert len(agent.asked) == outcome.inquiry.asked <= questions
    if all(j.answer for j in outcome.inquiry.judgments):
        center = outcome.inquiry.center
        assert loss(problem, center, outcome.decision) == least(problem, center)

"""Preferences, optima and efficient decisions against the definitions."""

from fractions import Fraction
from types import SimpleNamespace
from typing import Any, cast

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.problem import Comparison, Preference, comparison, efficient, optimum
from tests.play.cases import PROBLEMS, Listed, asking, least, loss, people, person_of


@given(PROBLEMS)
def test_who_costs_less_is_preferred(problem):
    for person in people(problem, (1, 3)):
        for a in problem.decisions():
            for b in problem.decisions():
                gain = loss(problem, person, b) - loss(problem, person, a)
                answer = person(comparison(problem, a, b))
                assert answer == (gain > 0) - (gain < 0)
                assert person(comparison(problem, b, a)) == -answer


@given(PROBLEMS)
def test_the_optimum_is_all_decisions_of_least_loss(problem):
    for person in people(problem):
        found = optimum(problem, person)
        assert found.loss == least(problem, person)
        best = [d for d in problem.decisions() if loss(problem, person, d) == found.loss]
        assert found.decisions == tuple(best)


@given(PROBLEMS)
def test_efficient_is_what_no_other_beats_in_every_criterion(problem):
    def beats(a, b):
        """Whether a is at least as good everywhere, and better or earlier."""
        c, d = problem.costs(a), problem.costs(b)
        return all(x <= y for x, y in zip(c, d, strict=True)) and (c != d or a < b)

    kept = [b for b in problem.decisions() if not any(beats(a, b) for a in problem.decisions())]
    assert efficient(problem) == tuple(kept)


@given(PROBLEMS)
def test_some_best_decision_is_efficient(problem):
    kept = efficient(problem)
    for person in people(problem):
        assert min(loss(problem, person, d) for d in kept) == least(problem, person)


@given(PROBLEMS, st.data())
def test_criteria_may_change_places(problem, data):
    order = data.draw(st.permutations(range(len(problem.criteria))))
    other = Listed(tuple(tuple(row[i] for i in order) for row in problem.rows))
    assert efficient(other) == efficient(problem)
    for person in people(problem):
        same = Preference(tuple(person.weights[i] for i in order))
        assert optimum(other, same) == optimum(problem, person)


def test_costs_are_the_rationals_they_are_and_at_least_zero():
    assert person_of(1, 1).loss((0.1, 0.2)) == Fraction(0.1) + Fraction(0.2)
    assert person_of(1, 1, 1)(Comparison("a", "b", cast(Any, (1e16, 1.0, -1e16)))) == 1
    for bad in (float("nan"), -1):
        with pytest.raises(DomainError, match="cost"):
            comparison(SimpleNamespace(costs=lambda _, bad=bad: (bad,)), 0, 1)


@pytest.mark.parametrize("weights", [(), (0,), (1, -1), ("1",), 3])
def test_weights_are_positive(weights):
    with pytest.raises(DomainError):
        Preference(weights)


def test_costs_are_as_many_as_weights():
    with pytest.raises(DomainError, match=r"2 weights .* got 1 costs"):
        person_of(1, 2)(asking("a", "b", 1))


@pytest.mark.parametrize("search", [efficient, lambda p: optimum(p, person_of(1))])
def test_a_problem_without_decisions_is_refused(search):
    with pytest.raises(DomainError, match="at least one decision"):
        search(Listed(()))

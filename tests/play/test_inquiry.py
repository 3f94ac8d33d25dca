"""What is known, what is asked, what it costs: against enumerations of weights."""

from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.inquiry import best_of, open_inquiry
from tests.play.cases import (
    PROBLEMS,
    Expert,
    Listed,
    Recorder,
    asking,
    least,
    loss,
    people,
    person_of,
)

PLANE, SPACE = Listed(((0, 0),)), Listed(((0, 0, 0),))
DIFFERENCES = tuple(asking(0, i, *d) for i, d in enumerate(product(range(-2, 3), repeat=2), 1))
CUBE = tuple(asking(0, i, *d) for i, d in enumerate(product(range(-1, 2), repeat=3), 1))


NO_COUNTS: tuple[Any, ...] = (-1, 1.5, True)


def rounds(of):
    """Lists of rounds of questions among some."""
    return st.lists(st.lists(st.sampled_from(of), max_size=4), max_size=5)


@given(rounds(DIFFERENCES), st.tuples(st.integers(1, 4), st.integers(1, 4)))
def test_what_right_answers_imply_is_right(asked, weights):
    person, known = person_of(*weights), open_inquiry(PLANE)
    for questions in asked:
        known = known.compared(questions, Expert(person), None)
    assert all(j.answer == person(j.comparison) for j in known.judgments)
    for question in DIFFERENCES:
        assert known.known(question.difference) in (None, person(question))


@given(rounds(CUBE), st.tuples(*[st.integers(1, 3)] * 3), st.integers(0, 5))
def test_only_open_comparisons_are_asked_and_each_line_once(asked, weights, questions):
    agent, known = Recorder(Expert(person_of(*weights))), open_inquiry(SPACE, questions)
    seen = 0
    for batch in asked:
        before, known = known, known.compared(batch, agent, None)
        for question in agent.asked[seen:]:
            assert before.known(question.difference) is None
        seen = len(agent.asked)
    lines = [{d, tuple(-c for c in d)} for d in (q.difference for q in agent.asked)]
    assert all(a.isdisjoint(b) for i, a in enumerate(lines) for b in lines[:i])
    assert known.asked == len(agent.asked) == known.price == known.effort <= questions


@given(rounds(CUBE), st.randoms(use_true_random=False), st.none() | st.integers(0, 3))
def test_any_answers_leave_weights_and_add_up(asked, chance, questions):
    agent = Expert(lambda _: chance.choice((-1, 0, 1)))
    known = open_inquiry(SPACE, questions)
    for batch in asked:
        known = known.compared(batch, agent, None)
    assert known.weights is not None
    assert not known.weights.is_empty
    assert [j.comparison for j in known.judgments] == [q for batch in asked for q in batch]
    reasons = [j.reason for j in known.judgments]
    assert known.asked == reasons.count("asked") + reasons.count("overruled")
    rest = sum(reason in ("implied", "equal", "guessed") for reason in reasons)
    assert known.asked + rest == len(reasons)
    assert known.guessed == 0 or known.asked == questions
    for j in known.judgments:  # as far as it is known in the end it was right to say so
        if j.reason in ("asked", "implied", "overruled") and j.answer:
            assert known.known(j.comparison.difference) == j.answer


def test_contradictions_of_a_round_are_overruled_and_so_is_silence():
    questions = [asking(0, 1, -1, 1), asking(0, 2, -1, 2), asking(0, 3, -1, 3)]
    answers = iter((1, -1, 0))
    known = open_inquiry(PLANE).compared(questions, Expert(lambda _: next(answers)), None)
    assert [(j.answer, j.reason) for j in known.judgments] == [
        (1, "asked"),
        (1, "overruled"),
        (1, "overruled"),
    ]
    assert known.asked == known.price == known.effort == 3


def test_no_answer_is_remembered_for_all_multiples_until_more_is_known():
    agent = Recorder(Expert(lambda _: 0))
    known = open_inquiry(PLANE).compared([asking(0, 1, -1, 1)], agent, None)
    again = known.compared([asking(2, 3, 2, -2), asking(4, 4, 0, 0)], agent, None)
    assert [(j.answer, j.reason) for j in again.judgments] == [
        (0, "asked"),
        (0, "implied"),
        (0, "equal"),
    ]
    more = again.compared([asking(0, 5, -2, 1)], Expert(lambda _: 1), None)
    assert more.known((Fraction(-1), Fraction(1))) == 1
    assert len(agent.asked) == 1


def test_without_questions_the_weights_in_the_middle_guess():
    agent = Recorder(Expert(person_of(1, 9)))
    known = open_inquiry(PLANE, 1).compared(
        [asking(0, 1, -2, 1), asking(0, 2, -9, 2), asking(0, 3, 5, -1)],
        agent,
        None,
    )
    assert [(j.answer, j.reason) for j in known.judgments] == [
        (1, "asked"),  # 1 to 9: the second weighs more than twice as much
        (known.center(asking(0, 2, -9, 2)), "guessed"),
        (known.center(asking(0, 3, 5, -1)), "guessed"),
    ]
    assert len(agent.asked) == 1


def test_a_single_criterion_needs_no_questions():
    known = open_inquiry(Listed(((3,),)))
    assert [known.known((Fraction(c),)) for c in (-2, 0, 5)] == [-1, 0, 1]
    assert known.center == person_of(1)


@given(PROBLEMS)
def test_the_best_of_some_is_the_first_of_least_loss(problem):
    for person in people(problem):
        best = best_of(problem, problem.decisions(), person)
        assert loss(problem, person, best) == least(problem, person)
        assert all(loss(problem, person, d) > least(problem, person) for d in range(best))


def test_what_is_no_inquiry_is_refused():
    with pytest.raises(DomainError, match="at least one criterion"):
        open_inquiry(Listed(()))
    for bad in NO_COUNTS:
        with pytest.raises(DomainError, match="number of questions"):
            open_inquiry(PLANE, bad)

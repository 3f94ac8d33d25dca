"""Runs on a stream: where they end, and what they write down."""

import itertools
from fractions import Fraction

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.protocols import Label
from altheory.simulation.stream import follow, run

SPACE = Thresholds().version_space()
TARGET = Threshold(Fraction(1, 3))
XS = (0.5, 0.75, 0.25, 0.375, 0.3)


def test_events_bear_the_index_the_instance_and_the_answer():
    events = run(CAL(SPACE), XS, TARGET).events
    assert [(e.index, e.asked, e.label) for e in events] == [
        (0, True, 1),
        (1, False, None),
        (2, True, -1),
        (3, True, 1),
        (4, True, -1),
    ]
    assert [e.instance for e in events] == [Fraction(x) for x in XS]


def test_a_batch_is_answered_together_and_the_rest_at_the_end():
    done = follow(CAL(SPACE, 2), (0.5, 0.75, 0.25), TARGET)
    assert done.transcript.labeled == (
        (Fraction(1, 2), 1),
        (Fraction(3, 4), 1),
        (Fraction(1, 4), -1),
    )
    assert done.state.waiting == ()


def test_the_same_instance_twice_in_a_batch_is_answered_twice_in_order():
    answers: list[Label] = [-1, 1, 1]
    done = run(CAL(SPACE, 3), (0.5, 0.5, 0.25), lambda _: answers.pop())
    assert [event.label for event in done.events] == [1, 1, -1]


def test_bisection_asks_its_own_questions():
    done = run(Bisection(SPACE), itertools.repeat(0), TARGET, max_instances=3)
    assert [e.instance for e in done.events] == [Fraction(1, 2), Fraction(1, 4), Fraction(3, 8)]
    assert (done.queries, done.unlabeled) == (3, 0)


def test_stop_is_asked_before_the_first_instance():
    assert run(CAL(SPACE), XS, TARGET, stop=lambda _: True).events == ()
    assert run(CAL(SPACE), XS, TARGET, stop=lambda state: state.queries == 2).unlabeled == 3


def test_a_limit_ends_an_endless_stream():
    assert run(CAL(SPACE), itertools.repeat(0.5), TARGET, max_instances=7).unlabeled == 7
    assert run(CAL(SPACE), XS, TARGET, max_instances=0).unlabeled == 0


@pytest.mark.parametrize("bad", [-1, 2.0, True])
def test_a_bad_limit_is_refused(bad):
    with pytest.raises(DomainError, match="number of instances"):
        run(CAL(SPACE), XS, TARGET, max_instances=bad)


@pytest.mark.parametrize("bad", [float("nan"), float("inf"), 1.5, "0.5"])
def test_bad_instances_are_refused(bad):
    with pytest.raises(DomainError):
        run(CAL(SPACE), [bad], TARGET)


def test_a_limit_may_be_beyond_any_machine_integer():
    assert run(CAL(SPACE), XS, TARGET, max_instances=10**30).unlabeled == len(XS)


@pytest.mark.parametrize("bad", [None, 3, 0.5])
def test_what_is_no_stream_is_refused(bad):
    for limit in (None, 5):
        with pytest.raises(DomainError, match="a series of instances, got"):
            run(CAL(SPACE), bad, TARGET, max_instances=limit)


@pytest.mark.parametrize("bad", [None, 3, "cal", CAL, SPACE])
def test_what_is_no_learner_is_refused(bad):
    with pytest.raises(DomainError, match="a learner has init and step"):
        run(bad, XS, TARGET)


@pytest.mark.parametrize("bad", [None, 1, "+"])
def test_what_is_no_oracle_is_refused(bad):
    with pytest.raises(DomainError, match="an oracle is a function from instances to labels"):
        run(CAL(SPACE), [], bad)


@pytest.mark.parametrize("bad", [0, 2, True, None, "+"])
def test_bad_labels_are_refused(bad):
    with pytest.raises(DomainError, match="a label is -1 or \\+1"):
        run(CAL(SPACE), XS, lambda _: bad)

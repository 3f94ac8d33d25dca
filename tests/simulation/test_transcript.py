"""Transcripts are data: they replay, round-trip and are refused when they lie."""

import json
from dataclasses import replace
from fractions import Fraction
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.bounds._uniform import uniform
from altheory.errors import DomainError, InconsistentLabelsError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.a2 import A2
from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.oracles.abstaining import abstaining
from altheory.simulation.stream import follow, run
from altheory.simulation.transcript import Event, Transcript, replay
from altheory.spaces.line import IntervalUnion
from altheory.testing.strategies import rationals_in_unit

LINE = Thresholds()
SPACE = LINE.version_space()
AGNOSTIC: A2[Fraction, Threshold] = A2(
    SPACE, LINE.law(), uniform("dkw", LINE), Fraction(1, 2), Fraction(1, 2)
)
LEARNERS = (CAL(SPACE), CAL(SPACE, 3), Passive(SPACE, LINE.erm), Bisection(SPACE), AGNOSTIC)
STREAMS = st.lists(rationals_in_unit(8), max_size=12)  # short, so that instances repeat
TARGET = Threshold(Fraction(1, 3))
ASKED = Event(0, Fraction(1, 2), asked=True, label=1)
PASSED = Event(1, Fraction(3, 4), asked=False)


@pytest.mark.parametrize("learner", LEARNERS)
@given(stream=STREAMS, target=rationals_in_unit().map(Threshold))
def test_a_transcript_replays_to_the_same_state(learner, stream, target):
    done = follow(learner, stream, target)
    assert replay(done.transcript, learner) == done.state
    assert Transcript.from_json(done.transcript.to_json()) == done.transcript
    assert done.transcript.queries == done.state.queries
    assert done.transcript.unlabeled == done.state.unlabeled


@given(stream=STREAMS, target=rationals_in_unit().map(Threshold))
def test_cal_has_the_version_space_of_passive_learning_on_every_path(stream, target):
    cal = follow(CAL(SPACE), stream, target)
    passive = follow(Passive(SPACE, LINE.erm), stream, target)
    assert cal.state.version_space == passive.state.version_space
    assert cal.transcript.queries <= passive.transcript.queries
    asked = {event.instance for event in cal.transcript.events if event.asked}
    for x in set(stream) - asked:  # what is not asked is known
        assert cal.state.version_space.labels(x) == {target(x)}


@given(stream=STREAMS)
def test_events_of_a_batch_hold_the_answers_of_its_labeler(stream):
    for event in run(CAL(SPACE, 3), stream, TARGET).events:
        assert event.label in {None, TARGET(event.instance)}


@pytest.mark.parametrize("learner", LEARNERS)
@given(stream=STREAMS, target=rationals_in_unit().map(Threshold))
def test_silence_costs_a_question_and_teaches_nothing(learner, stream, target):
    """The labeler is silent on [1/4, 1/2], and a learner that hears nothing asks on."""
    silent = IntervalUnion.closed(Fraction(1, 4), Fraction(1, 2))
    done = follow(learner, stream, abstaining(target, within=silent))
    questions = [event for event in done.transcript.events if event.asked]
    assert all((event.label is None) == (event.instance in silent) for event in questions)
    assert done.state.queries == done.transcript.queries == len(questions)
    assert done.state.unlabeled == done.transcript.unlabeled
    assert replay(done.transcript, learner) == done.state
    assert Transcript.from_json(done.transcript.to_json()) == done.transcript
    if done.transcript.labeled and learner is not AGNOSTIC:
        heard = SPACE.restrict_all(*zip(*done.transcript.labeled, strict=True))
        assert done.state.version_space == heard


def test_nobody_asks_a_silent_labeler_for_nothing():
    silent = abstaining(TARGET)
    assert run(CAL(SPACE), [0.5, 0.5], silent).queries == 2
    assert run(CAL(SPACE, 2), [0.5, 0.25], silent).labeled == ()
    passive = follow(Passive(SPACE, LINE.erm), [0.5], silent).state
    assert (passive.queries, passive.sample, passive.version_space) == (1, (), SPACE)


def test_instances_of_several_numbers_are_kept_and_read_back():
    floats: Any = (0.5, 1)
    origin: Any = [0, 0]
    event = Event(0, floats, asked=True, label=1)
    assert event.instance == (Fraction(1, 2), Fraction(1))
    done = Transcript((event, Event(1, origin, asked=False)), 2)
    assert Transcript.from_json(done.to_json()) == done
    assert json.loads(done.to_json())["events"][0]["instance"] == ["1/2", "1/1"]


def test_the_looks_of_a2_are_in_its_transcript():
    done = follow(AGNOSTIC, [Fraction(k * 37 % 101, 101) for k in range(100)], TARGET)
    state = replay(Transcript.from_json(done.transcript.to_json()), AGNOSTIC)
    assert [look.n for look in state.looks] == [1, 4, 13, 40]
    assert json.loads(json.dumps([look.to_dict() for look in state.looks]))[1]["n"] == 4
    assert state.looks == done.state.looks


def test_the_price_is_exact():
    transcript = Transcript((ASKED, PASSED), 2)
    assert transcript.price(per_label=Fraction(1, 3)) == Fraction(1, 3)
    assert transcript.price(per_label=1, per_unlabeled=0.5) == 2
    with pytest.raises(DomainError, match="at least 0, got -1"):
        transcript.price(per_label=-1)


def test_a_transcript_that_is_not_the_learners_is_refused():
    cal, told = CAL(SPACE), run(CAL(SPACE), [0.5, 0.75, 0.25], TARGET)
    lies = {
        "asks about 3/8": replace(
            told, events=(*told.events, Event(3, Fraction(3, 8), asked=False))
        ),
        "never asks about 3/4": replace(
            told, events=(*told.events, Event(3, Fraction(3, 4), asked=True, label=1))
        ),
        "the transcript has nothing more": replace(
            told, events=(replace(ASKED, asked=False, label=None),)
        ),
        "-1 of them": replace(told, unlabeled=2),
    }
    for said, lie in lies.items():
        with pytest.raises(DomainError, match=said):
            replay(lie, cal)
    with pytest.raises(DomainError, match="passes instances over"):
        replay(Transcript((), 5), Passive(SPACE, LINE.erm))


def test_an_answer_belongs_to_its_instance():
    """The learner asks about 1/2 and is not handed the label of 1/4."""
    halves = (Event(0, Fraction(1, 2), asked=False), Event(1, Fraction(1, 4), asked=True, label=-1))
    with pytest.raises(DomainError, match="asks about 1/2: the transcript has 1/4"):
        replay(Transcript(halves, 2), CAL(SPACE))


def test_labels_that_contradict_the_class_are_named():
    impossible = (ASKED, Event(1, Fraction(3, 4), asked=True, label=-1))
    passive = replay(Transcript(impossible, 2), Passive(SPACE, LINE.erm))
    assert passive.version_space.is_empty
    with pytest.raises(InconsistentLabelsError):
        replay(Transcript(impossible, 2), CAL(SPACE, 2))


BAD_EVENTS = (
    {"index": -1},
    {"index": 0.5},
    {"instance": "1/0"},
    {"instance": "x"},
    {"asked": False},
    {"label": 0},
    {"instance": 0.5},
    {"instance": [0.5]},
    {"asked": False, "label": -1},
)


@pytest.mark.parametrize("change", BAD_EVENTS)
def test_a_corrupt_document_is_refused(change):
    document = json.loads(Transcript((ASKED,), 1).to_json())
    document["events"][0].update(change)
    with pytest.raises(DomainError):
        Transcript.from_json(json.dumps(document))


@pytest.mark.parametrize("document", ["", "[]", "{}", '{"schema": "other/1"}', "null"])
def test_what_is_no_transcript_is_refused(document):
    with pytest.raises(DomainError):
        Transcript.from_json(document)

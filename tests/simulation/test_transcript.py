"""Transcripts are data: they replay, round-trip and are refused when they lie."""

import json
from dataclasses import replace
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, InconsistentLabelsError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.bisection import Bisection
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.simulation.stream import follow, run
from altheory.simulation.transcript import Event, Transcript, replay
from altheory.testing.strategies import rationals_in_unit

LINE = Thresholds()
SPACE = LINE.version_space()
LEARNERS = (CAL(SPACE), CAL(SPACE, 3), Passive(SPACE, LINE.erm), Bisection(SPACE))
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
    with pytest.raises(DomainError, match="only CAL passes"):
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
    {"label": None},
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

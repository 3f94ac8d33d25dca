"""CAL among noisy labels: silent shrinking, or an end where the labels contradict."""

from fractions import Fraction

import pytest

from altheory.errors import InconsistentLabelsError
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL
from altheory.oracles._naming import noise_called
from altheory.simulation.contradiction import TolerantCAL
from altheory.simulation.jumps import event_driven
from altheory.simulation.stream import follow

LINE = Thresholds()
SPACE = LINE.version_space()
LIES = {0.25: 1, 0.75: -1}


def lie(x):
    return LIES[float(x)]


def test_a_batch_that_contradicts_itself_ends_the_run():
    with pytest.raises(InconsistentLabelsError):
        follow(CAL(SPACE, 2), [0.25, 0.75, 0.5], lie)
    run = follow(TolerantCAL(CAL(SPACE, 2)), [0.25, 0.75], lie)
    assert run.state.finished
    assert (run.state.queries, run.state.unlabeled) == (2, 2)
    assert run.transcript.queries == 2
    assert run.state.version_space == SPACE


def test_labels_that_wait_at_the_end_may_contradict_too():
    run = follow(TolerantCAL(CAL(SPACE, 3)), [0.25, 0.75], lie)
    assert (run.state.finished, run.state.queries, run.state.unlabeled) == (True, 2, 2)


@pytest.mark.seeded("true of every run")
def test_one_label_at_a_time_never_contradicts(rng):
    labels = noise_called("pure", LINE, None)
    for _ in range(30):
        ask = labels.oracle(rng)
        learner = TolerantCAL(CAL(SPACE))
        run = event_driven(learner, LINE.law(), ask, rng, epsilon=Fraction(1, 1000))
        assert not run.state.finished
        assert not run.state.version_space.is_empty


@pytest.mark.seeded("two ways of computing the same thing")
def test_without_lies_it_is_cal(rng):
    target = LINE.draw_target(rng)
    xs = LINE.law().sample(rng, 50)
    for batch in (1, 4):
        tolerant = follow(TolerantCAL(CAL(SPACE, batch)), xs, target)
        plain = follow(CAL(SPACE, batch), xs, target)
        assert tolerant.state.inner == plain.state
        assert tolerant.transcript == plain.transcript

"""Laws of mellow learners, who ask only where it is not yet known what to say."""

from collections.abc import Sequence
from typing import Any

from altheory.errors import InconsistentLabelsError
from altheory.learners.cal import CAL
from altheory.protocols import Label, Sample
from altheory.testing.replay import fold, replay


def queries_lie_in_the_disagreement_region(mellow: Any, target: Any, xs: Sequence[Any]) -> None:
    """Each query of a step is in the disagreement region that the step began with."""
    run = replay(mellow, target, xs)
    for state, asked in zip(run.states, run.asked, strict=False):
        region = state.version_space.disagreement()
        assert all(x in region for x, _ in asked)


def cal_asks_exactly_in_the_disagreement_region(cls: Any, target: Any, xs: Sequence[Any]) -> None:
    """CAL asks for the label of ``x`` iff ``x`` is in the disagreement region."""
    run = replay(CAL(cls.version_space()), target, xs)
    for x, state, asked in zip(xs, run.states, run.asked, strict=False):
        expected = ((x, target(x)),) if x in state.version_space.disagreement() else ()
        assert asked == expected


def cal_knows_what_every_label_would_teach(cls: Any, target: Any, xs: Sequence[Any]) -> None:
    """CAL's version space is that of the learner who buys every label, at every step."""
    prior = cls.version_space()
    for n, state in enumerate(replay(CAL(prior), target, xs).states):
        assert state.version_space == fold(prior, [(x, target(x)) for x in xs[:n]])
        assert state.unlabeled == n


def a_repeated_stream_is_free(cls: Any, target: Any, xs: Sequence[Any]) -> None:
    """Instances seen once are known: showing all of them again asks for nothing."""
    once = replay(CAL(cls.version_space()), target, xs)
    twice = replay(CAL(cls.version_space()), target, [*xs, *xs])
    assert twice.sample == once.sample


def batches_only_delay(cls: Any, target: Any, xs: Sequence[Any], size: int) -> None:
    """With the waiting labels bought, batches know what single queries know, for no fewer labels.

    Fewer than ``size`` labels wait between steps.
    """
    prior = cls.version_space()
    single = replay(CAL(prior), target, xs).states[-1]
    learner = CAL(prior, batch=size)
    last = replay(learner, target, xs).states[-1]
    assert len(last.waiting) < size
    flushed = learner.flush(last, target)
    assert flushed.waiting == ()
    assert flushed.version_space.disagreement() == single.version_space.disagreement()
    assert single.queries <= flushed.queries <= len(xs)


def contradictions_are_named(cls: Any, sample: Sample[Any]) -> None:
    """A batch of labels is refused iff no hypothesis gives them, and the error says which."""
    prior = cls.version_space()
    answers: dict[Any, Label] = {x: y for x, y in sample if len(prior.labels(x)) == 2}
    truth = fold(prior, list(answers.items()))
    learner = CAL(prior, batch=max(1, len(answers)))
    named = None
    try:
        replay(learner, lambda x: answers[x], answers)
    except InconsistentLabelsError as error:
        named = error.labels
    assert named == (truth.contradiction if truth.is_empty else None)

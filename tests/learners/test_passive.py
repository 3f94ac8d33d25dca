"""The passive learner buys everything, and keeps its minimizer under noise."""

from fractions import Fraction

from hypothesis import given

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.threshold_version_space import error_profile
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.passive import Passive
from altheory.testing.replay import fold, replay
from altheory.testing.strategies import families, labeled_samples

LINE = Thresholds()


@given(labeled_samples(LINE))
def test_it_keeps_what_it_was_told(sample):
    learner = Passive(LINE.version_space(), LINE.erm)
    state = learner.init()
    for n, (x, y) in enumerate(sample, 1):
        state = learner.step(state, x, {x: y}.__getitem__)
        assert state.queries == state.unlabeled == n
    assert list(state.sample) == sample
    assert state.version_space.is_empty == fold(LINE.version_space(), sample).is_empty
    errors = sum(learner.hypothesis(state)(x) != y for x, y in sample)
    assert errors == error_profile(sample).minimum


def test_it_asks_even_what_it_knows():
    run = replay(Passive(LINE.version_space(), LINE.erm), Threshold(Fraction(1, 2)), [0.25] * 3)
    assert run.sample == ((0.25, -1),) * 3


def test_the_two_rules_differ():
    sample = [(0.25, -1), (0.75, 1)]
    hypotheses = {}
    for rule in (LINE.erm, LINE.erm_one_sided):
        learner = Passive(LINE.version_space(), rule)
        state = replay(learner, dict(sample).__getitem__, [0.25, 0.75]).states[-1]
        hypotheses[rule.__name__] = learner.hypothesis(state).cut
    assert hypotheses == {"erm": Fraction(1, 2), "erm_one_sided": Fraction(3, 4)}


def test_noise_empties_the_version_space_and_not_the_learner():
    cls = FiniteClass(2, families(2)["two opposites"])
    learner = Passive(cls.version_space(), cls.erm)
    state = replay(learner, {0: 1, 1: -1}.__getitem__, [0, 1]).states[-1]
    assert state.version_space.is_empty
    assert str(learner.hypothesis(state)) == "--"

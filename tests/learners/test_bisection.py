"""Bisection halves: exactly on the line, greedily on finite classes."""

from fractions import Fraction
from math import ceil, log2
from typing import Any

import pytest
from hypothesis import given

from altheory.errors import InconsistentLabelsError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.bisection import Bisection
from altheory.testing.replay import replay
from altheory.testing.strategies import families, finite_classes, thresholds

LINE = Thresholds()


@given(thresholds())
def test_each_label_halves_the_interval(target):
    learner = Bisection(LINE.version_space())
    for n, state in enumerate(replay(learner, target, range(8)).states):
        assert (state.queries, state.unlabeled) == (n, 0)
        assert state.version_space.disagreement().length == Fraction(1, 2**n)
        assert abs(learner.hypothesis(state).cut - target.cut) <= Fraction(1, 2 ** (n + 1))


@given(finite_classes())
def test_a_finite_class_is_identified_and_then_nothing_is_asked(cls):
    learner = Bisection(cls.version_space())
    for target in cls.representatives(range(cls.n_points)):
        states = replay(learner, target, range(len(cls.hypotheses) + 1)).states
        assert learner.hypothesis(states[-1]) == target
        assert states[-1] == states[-2]
        assert states[-1].queries <= len(cls.hypotheses) - 1


@pytest.mark.parametrize("n", range(1, 6))
def test_thresholds_and_cubes_take_the_logarithm_of_their_size(n):
    for name in ("thresholds", "cube"):
        cls = FiniteClass(n, families(n)[name])
        learner, size = Bisection(cls.version_space()), len(cls.hypotheses)
        costs = [
            replay(learner, target, range(size)).states[-1].queries
            for target in cls.representatives(range(n))
        ]
        assert max(costs) == ceil(log2(size))


def test_an_answer_that_leaves_no_member_is_refused():
    class Stubborn:
        """A space that asks at a point that is already settled."""

        is_empty = False

        def bisector(self):
            return 0

        def restrict(self, x, y):
            return FiniteClass(1, [1]).version_space().restrict(x, y)

    stubborn: Any = Stubborn()
    learner: Bisection[int, Any] = Bisection(stubborn)
    with pytest.raises(InconsistentLabelsError) as caught:
        learner.step(learner.init(), None, lambda _: -1)
    assert caught.value.labels == ((0, -1),)

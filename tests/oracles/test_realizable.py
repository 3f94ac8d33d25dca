"""The honest labeler says what the target says."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric.seeds import stream
from altheory.oracles.realizable import realizable
from altheory.spaces.finite import FiniteDistribution
from altheory.testing.strategies import instances, thresholds


@given(thresholds(), st.lists(instances(Thresholds()), max_size=5))
def test_every_answer_is_the_target_s(target, xs):
    law = realizable(target)
    oracle = law.oracle(stream(0, "never used"))
    assert [oracle(x) for x in xs] == [target(x) for x in xs]
    assert [2 * law.probability(x) - 1 for x in xs] == [target(x) for x in xs]


def test_a_classifier_errs_where_it_differs():
    cube = FiniteClass(3, range(8))
    law = FiniteDistribution([1, 2, 4])
    everyone = cube.representatives(range(3))
    for target in everyone:
        for h in everyone:
            expected = law.mass(cube.difference(h, target))
            assert realizable(target).error(h.positive, law) == expected


@pytest.mark.parametrize(("cut", "turns"), [(0, (0, 1)), (0.25, (0, 0.25, 1)), (1, (0, 1))])
def test_labels_turn_at_the_target_or_at_the_ends(cut, turns):
    assert realizable(Thresholds().parse_target(str(cut))).turns == turns

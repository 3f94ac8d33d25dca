"""The honest labeler says what the target says."""

from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.thresholds import Thresholds
from altheory.oracles.realizable import realizable
from altheory.testing.strategies import instances, thresholds


@given(thresholds(), st.lists(instances(Thresholds()), max_size=5))
def test_every_answer_is_the_target_s(target, xs):
    oracle = realizable(target)
    assert [oracle(x) for x in xs] == [target(x) for x in xs]

"""The errors of all thresholds by arrays, beside the exact step function."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import EmptyVersionSpaceError
from altheory.hypotheses._float_profile import float_pieces
from altheory.hypotheses.threshold_version_space import ThresholdVersionSpace, error_profile
from altheory.hypotheses.thresholds import Thresholds
from altheory.protocols import Label
from altheory.spaces.line import IntervalUnion

THIRD = float(Fraction(1, 3))
NEAR = (0.0, -0.0, 5e-324, 0.25, float(np.nextafter(THIRD, 0)), THIRD, 0.5, 1.0)
ENDS = st.sampled_from([*map(Fraction, NEAR), Fraction(1, 3), Fraction(1, 7), Fraction(99, 100)])
SAMPLES = st.lists(st.tuples(st.sampled_from(NEAR), st.sampled_from([-1, 1])), min_size=1)
REGIONS = st.sets(st.tuples(ENDS, st.integers(0, 1)), max_size=6).map(
    lambda cuts: tuple(sorted(cuts)[: len(cuts) // 2 * 2])
)


@given(sample=SAMPLES, region=REGIONS, level=st.integers(-1, 8))
def test_it_is_the_exact_step_function(sample, region, level):
    arrays = float_pieces(sample, region, tuple)
    exact = error_profile(sample).on(region, tuple)
    assert arrays is not None
    assert arrays.at_most(level) == exact.at_most(level)
    if region:
        assert arrays.minimum == exact.minimum
    else:
        with pytest.raises(EmptyVersionSpaceError):
            _ = arrays.minimum


@pytest.mark.parametrize("x", [Fraction(1, 3), 2.0, float("nan"), 1])
def test_other_instances_are_left_to_the_exact_one(x):
    assert float_pieces([(0.5, 1), (x, 1)], (), tuple) is None


def test_a_version_space_counts_floats_and_rationals_alike():
    space = ThresholdVersionSpace(prior=IntervalUnion.closed(Fraction(1, 7), Fraction(4, 5)))
    floats: list[tuple[Any, Label]] = [(0.25, 1), (0.5, -1), (0.75, 1)]
    rationals: list[tuple[Any, Label]] = [(Fraction(x), y) for x, y in floats]
    assert space.counts(floats).minimum == space.counts(rationals).minimum == 1
    assert space.counts(floats).at_most(1) == space.counts(rationals).at_most(1)
    assert Thresholds().version_space().counts(floats).at_most(0).is_empty

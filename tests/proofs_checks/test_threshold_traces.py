"""The labelings of thresholds, against the signs of explicit cuts."""

from fractions import Fraction

import pytest

from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold
from proofs_checks._threshold_traces import points, trace


@pytest.mark.parametrize("n", range(1, 8))
def test_the_trace_is_what_fine_cuts_say(n):
    cuts = [Threshold(Fraction(k, 4 * (n + 1))) for k in range(4 * (n + 1) + 1)]
    assert trace(n) == FiniteClass.restriction(cuts, points(n))
    assert all(0 < x < 1 for x in points(n))

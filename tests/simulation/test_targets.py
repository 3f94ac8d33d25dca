"""Targets as hypotheses, texts and numbers, and everything else refused."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.simulation.targets import target_of
from altheory.testing.strategies import finite_classes

LINE = Thresholds()
STAR = FiniteClass(3, ["---", "+--", "-+-", "--+"])
CUBE = FiniteClass(3, range(8))


@pytest.mark.parametrize("given", ["1/4", "0.25", 0.25, Fraction(1, 4), np.float64(0.25)])
def test_thresholds_are_written_in_many_ways(given):
    assert target_of(LINE, given) == Threshold(Fraction(1, 4))


def test_a_hypothesis_is_itself_and_nothing_is_nothing():
    assert target_of(LINE, Threshold(Fraction(1, 3))) == Threshold(Fraction(1, 3))
    assert target_of(STAR, "-+-") == STAR.parse_target("-+-")
    assert target_of(LINE, None) is target_of(STAR, None) is None


@given(finite_classes())
def test_exactly_the_members_of_a_class_are_its_targets(cls):
    n = cls.n_points
    members = set(cls.hypotheses)
    for mask, target in enumerate(FiniteClass(n, range(1 << n)).representatives(range(n))):
        if mask in members:
            assert target_of(cls, target) == target
        else:
            with pytest.raises(DomainError, match="no hypothesis of the class"):
                target_of(cls, target)


@pytest.mark.parametrize(
    ("of", "bad", "said"),
    [
        (LINE, 1.5, r"a number in \[0, 1\] such as 0.73 or 1/3, got '3/2'"),
        (LINE, math.nan, "finite, got nan"),
        (LINE, True, "got True"),
        (LINE, "x", "got 'x'"),
        (LINE, CUBE.parse_target("++-"), "a target of Thresholds is a Threshold or its text"),
        (LINE, [0.5], r"got \[0.5\]"),
        (STAR, 3, "a target is a row of 3 signs, got '3'"),
        (STAR, Threshold(Fraction(1, 2)), "is a FiniteHypothesis or its text"),
        (STAR, "++-", "not a hypothesis of the class"),
        (STAR, FiniteClass(2, ["+-"]).parse_target("+-"), "regions of one domain, got 2 and 3"),
    ],
)
def test_everything_else_is_refused(of, bad, said):
    with pytest.raises(DomainError, match=said):
        target_of(of, bad)

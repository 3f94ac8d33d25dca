"""Growth and shattering against the definition, Sauer's bound, and known values."""

from itertools import combinations
from math import comb

import pytest
from hypothesis import given

from altheory.complexity.shattering import growth, shattered_set, vc_certificate, vc_dimension
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.checker import verify
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds


@given(CLASSES)
def test_growth_agrees_with_the_definition_and_obeys_sauer(of):
    d = vc_dimension(of)
    for n in range(5):
        sets = combinations(range(4), n)
        labelings = [{tuple(h >> x & 1 for x in s) for h in of.hypotheses} for s in sets]
        assert growth(of, n) == max(map(len, labelings))
        assert growth(of, n) <= sum(comb(n, i) for i in range(d + 1))
        assert (growth(of, n) == 2**n) == (n <= d)


@given(CLASSES)
def test_three_routes_to_the_vc_dimension_agree(of):
    points = shattered_set(of)
    assert len(points) == vc_dimension(of)
    assert len(of.representatives(points)) == 2 ** len(points)
    assert verify(vc_certificate(of)).endswith(f"VC dimension is {len(points)}")


@pytest.mark.parametrize("n", range(8))
def test_thresholds_grow_by_one(n):
    assert growth(Thresholds(), n) == n + 1
    assert growth(thresholds(8), n) == n + 1


@pytest.mark.parametrize("n", range(1, 8))
def test_intervals_grow_quadratically(n):
    assert growth(intervals(n), n) == n * (n + 1) // 2 + 1


def test_more_instances_than_points_repeat_some():
    assert growth(cube(2), 5) == 4


def test_known_dimensions():
    classes = [thresholds(5), intervals(5), star(5), cube(3), FiniteClass(2, [3])]
    assert [vc_dimension(of) for of in classes] == [1, 2, 1, 3, 0]
    assert vc_dimension(Thresholds()) == 1


def test_refuses_by_name():
    with pytest.raises(BudgetError, match="there are 184756 sets of 10 instances, more than 1000"):
        growth(thresholds(20), 10, states=1000)
    with pytest.raises(DomainError, match="the number of instances"):
        growth(Thresholds(), -1)

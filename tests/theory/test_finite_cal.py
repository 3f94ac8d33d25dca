from fractions import Fraction
from itertools import product

import pytest

from altheory.hypotheses.finite import EXAMPLES, FiniteClass, FiniteHypothesis
from altheory.learners.cal import CAL
from altheory.spaces.finite import FiniteRegion
from altheory.theory.finite_cal import expected_cost, expected_queries

F = Fraction
CHAIN = FiniteClass(3, ["---", "--+", "-++", "+++"])
CLASSES = (*EXAMPLES, CHAIN)


def targets(of):
    return [FiniteHypothesis(FiniteRegion(of.n_points, mask)) for mask in of.hypotheses]


def every_stream(of, target, n):
    """Return the mean number of questions of the real learner over all streams."""
    learner: CAL[int, FiniteHypothesis] = CAL(of.version_space())
    total = 0
    for stream in product(range(of.n_points), repeat=n):
        state = learner.init()
        for x in stream:
            state = learner.step(state, x, target)
        total += state.queries
    return F(total, of.n_points**n)


@pytest.mark.parametrize("of", CLASSES)
def test_means_over_all_streams(of):
    for target in targets(of)[:5]:
        for n in range(4):
            assert expected_queries(of, target, n) == every_stream(of, target, n)


@pytest.mark.parametrize("of", CLASSES)
def test_a_long_stream_leaves_no_disagreement(of):
    """Every point is met in the end, but for a chance of n_points (1 - 1/n_points)^n."""
    for target in targets(of)[:5]:
        labels, _ = expected_cost(of, target, F(1, 2 * of.n_points))
        rest = labels - expected_queries(of, target, 60)
        assert 0 <= rest <= of.n_points**2 * (1 - F(1, of.n_points)) ** 60


def test_the_cube_is_coupon_collecting():
    """Without structure each of the 4 points must be met: 4 labels, 4 H_4 points."""
    cube = FiniteClass(4, range(16))
    labels, points = expected_cost(cube, targets(cube)[0], F(1, 8))
    assert labels == 4
    assert points == 4 * F(25, 12)


def test_a_wide_goal_costs_nothing():
    assert expected_cost(CHAIN, targets(CHAIN)[0], F(1)) == (F(0), F(0))
    assert expected_queries(CHAIN, targets(CHAIN)[0], 0) == 0

"""The splitting index against all answers, all sets of edges, random weights and formulas."""

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import linprog

from altheory.complexity.edges import EdgeSet
from altheory.complexity.restriction import restricted_to
from altheory.complexity.splitting import (
    hardest_edges,
    splitting_bounds,
    splitting_index,
    splitting_index_of_sets,
)
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from tests.complexity.classes import CLASSES, cube, intervals, star, thresholds

F = Fraction
PARTS = st.fractions(0, 1, max_denominator=8)
TAUS = st.fractions(F(1, 16), 1, max_denominator=16)
LAWS = st.lists(st.integers(0, 4), min_size=3, max_size=3).map(
    lambda w: FiniteDistribution([1, *w])
)


def edges_longer_than(of, epsilon, law):
    members = [FiniteHypothesis(FiniteRegion(of.n_points, h)) for h in of.hypotheses]
    pairs = combinations(members, 2)
    return [(h, g) for h, g in pairs if law.mass(of.difference(h, g)) > epsilon]


def by_all_answers(of, epsilon, tau, law):
    """The definition, by a linear program for every set of points and every answers to them."""
    edges, best = edges_longer_than(of, epsilon, law), 1.0
    for points in product((False, True), repeat=of.n_points):
        chosen = [x for x in range(of.n_points) if points[x]]
        if not edges or law.mass(FiniteRegion.of(of.n_points, chosen)) <= 1 - tau:
            continue
        for answers in product((-1, 1), repeat=len(chosen)):
            kept = [
                [-int(h(x) == g(x) == y) for h, g in edges] + [1]
                for x, y in zip(chosen, answers, strict=True)
            ]
            total = [[1] * len(edges) + [0]]
            found = linprog(
                [0] * len(edges) + [-1], A_ub=kept, b_ub=[0] * len(chosen), A_eq=total, b_eq=[1]
            )
            best = min(best, 1 + float(found.fun or 0))
    return best


@given(st.sets(st.integers(0, 7), min_size=1, max_size=4), LAWS, PARTS, TAUS)
def test_agrees_with_the_definition(masks, law, epsilon, tau):
    of, small = FiniteClass(3, masks), FiniteDistribution(law.weights[:3])
    index = splitting_index(of, epsilon, tau, small)
    assert abs(float(index) - by_all_answers(of, epsilon, tau, small)) < 1e-9
    assert index <= splitting_index_of_sets(of, epsilon, tau, small)


@given(CLASSES, LAWS, PARTS, TAUS, st.data())
def test_no_weights_are_harder(of, law, epsilon, tau, data):
    index, found = splitting_index(of, epsilon, tau, law), hardest_edges(of, epsilon, tau, law)
    edges = edges_longer_than(of, epsilon, law)
    assert (found is None) == (not edges)
    if found is None:
        assert index == 1
        return
    assert found.index(tau) == index
    assert sum(w for _, _, w in found.edges) == 1
    assert {(h, g) for h, g, _ in found.edges} <= set(edges)
    weights = data.draw(st.lists(st.integers(1, 9), min_size=len(edges), max_size=len(edges)))
    others = EdgeSet(
        of,
        law,
        tuple((h, g, F(w, sum(weights))) for (h, g), w in zip(edges, weights, strict=True)),
    )
    assert others.index(tau) >= index


@given(CLASSES, LAWS, PARTS, TAUS)
def test_bounds_hold(of, law, epsilon, tau):
    bounds, index = splitting_bounds(of, epsilon, tau, law), splitting_index(of, epsilon, tau, law)
    assert index in bounds


@given(CLASSES, LAWS, st.lists(PARTS, min_size=2), st.lists(TAUS, min_size=2))
def test_shorter_edges_and_more_mass_are_harder(of, law, lengths, masses):
    near, far, less, most = min(lengths), max(lengths), min(masses), max(masses)
    assert splitting_index(of, near, less, law) <= splitting_index(of, far, less, law)
    assert splitting_index(of, near, most, law) <= splitting_index(of, near, less, law)


@pytest.mark.parametrize("n", range(1, 7))
def test_known_classes(n):
    """A threshold halves, a point of a star or of the cube cuts one edge of n."""
    least = F(1, n)
    assert splitting_index(thresholds(n), 0, least) == (F(1, 2) if n > 1 else 1)
    assert splitting_index(star(n), 0, least) == least
    assert splitting_index(intervals(n), 0, least) == least
    assert splitting_index(cube(min(n, 4)), 0, F(1, min(n, 4))) == F(1, min(n, 4))


@pytest.mark.parametrize(("n", "k"), [(5, 0), (5, 1), (7, 2), (7, 4)])
def test_half_circles_are_halved(n, k):
    """Edges of more than half of the points overlap, and are split better."""
    of = restricted_to(CircleSeparators(), CircleSeparators().grid(n))
    index = splitting_index(of, F(k, n), F(1, n))
    assert index == {(5, 0): F(1, 2), (5, 1): F(1, 2), (7, 2): F(1, 2), (7, 4): F(3, 4)}[n, k]


@pytest.mark.parametrize("n", [4, 5, 6])
def test_separators_of_points_of_a_curve_are_as_hard_as_intervals(n):
    """They are a star: nothing like the quarter of uniform points in high dimension."""
    space = SphereSeparators(3)
    of = restricted_to(space, space.grid(n))
    for k in range(n):
        assert splitting_index(of, F(k, n), F(1, n)) == F(k + 1, n)


ICOSAHEDRON = [(0, 5, 8), (0, 5, -8), (5, 8, 0), (5, -8, 0), (8, 0, 5), (-8, 0, 5)]


def test_separators_of_points_that_are_spread_evenly():
    """Six directions of an icosahedron: no star, and less of a doubt is left than on a curve."""
    of = restricted_to(SphereSeparators(3), ICOSAHEDRON)
    found = [splitting_index(of, F(k, 6), F(1, 6)) for k in range(6)]
    assert found == [F(1, 5), F(1, 3), F(1, 2), F(2, 3), F(5, 6), 1]
    bounds = [splitting_bounds(of, F(k, 6), F(1, 6)) for k in range(6)]
    assert all(index in bound for index, bound in zip(found, bounds, strict=True))


def test_no_point_splits_edges_between_hypotheses_that_agree_almost_surely():
    of, law = FiniteClass(2, ["--", "-+"]), FiniteDistribution([1, 0])
    assert splitting_index(of, 0, 1, law) == 1  # the edge is not longer than 0
    assert splitting_index(FiniteClass(2, ["--", "-+"]), 0, F(3, 4)) == 0


anything: Any = Thresholds()


@pytest.mark.parametrize(
    ("call", "said"),
    [
        (lambda: splitting_index(star(2), -1, 1), "epsilon is at least 0, got -1"),
        (lambda: splitting_index(star(2), 0, 0), "tau is above 0 and at most 1, got 0"),
        (lambda: splitting_bounds(star(2), 0, 2), "tau is above 0 and at most 1, got 2"),
        (lambda: splitting_index(star(2), 0, 1, FiniteDistribution([1])), "on the 2 points"),
        (lambda: splitting_index(star(2), 0, 1, "uniform"), "got 'uniform'"),
        (lambda: splitting_index(anything, 0, 1), "only a FiniteClass"),
    ],
)
def test_refusals(call, said):
    with pytest.raises(DomainError, match=said):
        call()


def test_too_large_a_search_is_refused():
    with pytest.raises(BudgetError, match="solved 2 linear programs"):
        splitting_index(thresholds(5), 0, F(1, 5), states=2)
    with pytest.raises(BudgetError, match="10 edges have more than 1000 sets"):
        splitting_index_of_sets(star(4), 0, F(1, 4), states=1000)


@pytest.mark.seeded("the bounds hold whatever is drawn")
def test_bounds_of_a_larger_class(rng):
    """Their upper end is attained by weights that are looked at point by point."""
    of = FiniteClass(12, {int(m) for m in rng.integers(1 << 12, size=40)})
    bounds = splitting_bounds(of, F(1, 4), F(1, 6))
    assert 0 < bounds.lo <= bounds.hi < 1
    edges = edges_longer_than(of, F(1, 4), of.law())
    uniform = EdgeSet(of, of.law(), tuple((h, g, F(1, len(edges))) for h, g in edges))
    assert bounds.lo <= uniform.index(F(1, 6))
    assert np.isfinite(float(bounds))

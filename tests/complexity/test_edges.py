"""Edges of small classes, one by one."""

from fractions import Fraction
from itertools import combinations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.complexity.edges import EdgeSet, long_edges
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from tests.complexity.classes import CLASSES, star

F = Fraction
STAR = star(3)
CENTER, *NEIGHBORS = (FiniteHypothesis(FiniteRegion(3, mask)) for mask in STAR.hypotheses)
SPOKES = tuple((CENTER, h, w) for h, w in zip(NEIGHBORS, (F(1, 2), F(1, 3), F(1, 6)), strict=True))


def test_a_point_of_a_star_settles_its_own_edge():
    spokes = EdgeSet(STAR, STAR.law(), SPOKES)
    assert [spokes.split(x) for x in range(3)] == [F(1, 2), F(1, 3), F(1, 6)]
    found = [spokes.index(F(*tau)) for tau in ((1, 9), (1, 3), (4, 9), (2, 3), (3, 4), (1, 1))]
    assert found == [F(1, 2), F(1, 2), F(1, 3), F(1, 3), F(1, 6), F(1, 6)]


def test_only_mass_counts():
    spokes = EdgeSet(STAR, FiniteDistribution([0, 1, 2]), SPOKES)
    assert [spokes.index(F(1, 9)), spokes.index(F(1, 3)), spokes.index(F(1, 2))] == [
        F(1, 3),
        F(1, 3),
        F(1, 6),
    ]


@given(CLASSES, st.fractions(0, 1, max_denominator=8), st.integers(0, 15), st.integers(0, 15))
def test_edges_are_cut_where_an_answer_refutes_an_end(of, epsilon, given, answers):
    edges = long_edges(of, epsilon, None)
    assert list(edges.edges) == [
        e for e in combinations(of.hypotheses, 2) if F((e[0] ^ e[1]).bit_count(), 4) > epsilon
    ]
    sure = {
        frozenset(
            x for x in range(4) if (h ^ g) >> x & 1 or (given >> x & 1 and (h ^ answers) >> x & 1)
        )
        for h, g in edges.edges
    }
    least = {s for s in sure if not any(t < s for t in sure)}
    found = edges.cut(15, given, answers)
    assert {frozenset(x for x in range(4) if s >> x & 1) for s in found} == least


@pytest.mark.parametrize("weights", [(), (F(1, 2),), (F(3, 2), F(-1, 2)), (F(1), F(0))])
def test_refusals(weights):
    edges = tuple((CENTER, h, w) for h, w in zip(NEIGHBORS, weights, strict=False))
    with pytest.raises(DomainError, match="positive and sum up to 1"):
        EdgeSet(STAR, STAR.law(), edges)


def test_one_hypothesis_has_no_edges():
    assert long_edges(FiniteClass(2, [1]), 0, None).edges == ()

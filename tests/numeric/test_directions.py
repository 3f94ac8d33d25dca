"""Directions as primitive integers: factors, spans, and what is orthogonal to them."""

import math

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.directions import (
    combined,
    dot,
    opposite,
    orthogonal,
    primitive,
    projection,
    reduced,
    unit_vectors,
)

small = st.lists(st.integers(-4, 4), min_size=3, max_size=3).map(tuple)


@given(small, st.fractions(min_value="1/9", max_value=9, max_denominator=9))
def test_a_direction_does_not_change_under_positive_factors(u, factor):
    v = primitive(c * factor for c in u)
    assert v == primitive(u)
    assert math.gcd(*v) in {0, 1}
    assert combined(2, v, 1, opposite(v)) == v


@given(st.lists(small, max_size=4), small)
def test_projections_split_a_vector(vectors, u):
    basis = orthogonal(vectors)
    assert all(dot(a, b) == 0 for a in basis for b in basis if a is not b)
    assert all(any(b) for b in basis)
    inside, (*outside,) = projection(u, basis), orthogonal([u], basis)
    assert all(dot(b, v) == 0 for b in basis for v in outside)
    assert all(dot(v, u) > 0 for v in [inside, *outside] if any(v))
    assert any(inside) == any(dot(u, b) for b in basis)
    rank = np.linalg.matrix_rank(np.array(vectors).reshape(-1, 3))
    assert len(basis) == rank


def test_zero_has_no_direction_and_stays():
    assert primitive([0, 0]) == reduced([0, 0]) == (0, 0)
    assert projection((1, 2), []) == (0, 0)
    assert orthogonal([(0, 0)]) == []


def test_unit_vectors():
    assert [[dot(a, b) for a in unit_vectors(3)] for b in unit_vectors(3)] == np.eye(3).tolist()

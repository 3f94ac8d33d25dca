"""Directions as primitive integers: factors, spans, and what is orthogonal to them."""

import math
from itertools import combinations

import numpy as np
from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.directions import (
    combined,
    dot,
    opposite,
    primitive,
    reduced,
    split,
    unit_vectors,
)

small = st.lists(st.integers(-4, 4), min_size=3, max_size=3).map(tuple)


@given(small, st.fractions(min_value="1/9", max_value=9, max_denominator=9))
def test_a_direction_does_not_change_under_positive_factors(u, factor):
    v = primitive(c * factor for c in u)
    assert v == primitive(u)
    assert math.gcd(*v) in {0, 1}
    assert combined(2, v, 1, opposite(v)) == v


@given(st.lists(small, max_size=4))
def test_splits_are_orthogonal(vectors):
    """Spaces orthogonal to more and more vectors, down to nothing."""
    lines = list(unit_vectors(3))
    for k, v in enumerate(vectors):
        if any(dot(v, b) for b in lines):
            before = lines
            along, lines = split(lines, v)
            assert dot(along, v) > 0
            assert len(lines) == len(before) - 1
            off = [dot(along, along) * c - dot(along, v) * a for c, a in zip(v, along, strict=True)]
            assert all(dot(off, b) == 0 for b in before)  # what is left of v is orthogonal to all
            assert all(dot(along, b) == 0 for b in lines)
        assert all(dot(w, b) == 0 for w in vectors[: k + 1] for b in lines)
        assert all(dot(a, b) == 0 for a, b in combinations(lines, 2))
    assert len(lines) == 3 - np.linalg.matrix_rank(np.array([*vectors, (0, 0, 0)]))
    assert all(math.gcd(*b) == 1 for b in lines)


def test_zero_has_no_direction_and_stays():
    assert primitive([0, 0]) == reduced([0, 0]) == (0, 0)


def test_unit_vectors():
    assert [[dot(a, b) for a in unit_vectors(3)] for b in unit_vectors(3)] == np.eye(3).tolist()

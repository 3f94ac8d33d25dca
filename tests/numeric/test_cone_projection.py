"""Exact projections on cones: the conditions that make them unique, in integers."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.numeric.cone_projection import projection, rank
from altheory.numeric.directions import dot, opposite, reduced

vectors = st.integers(1, 4).flatmap(
    lambda d: st.lists(st.tuples(*[st.integers(-3, 3)] * d), min_size=1, max_size=8)
)


def is_nearest(generators, x, found):
    """The rest is x minus the shares, at no acute angle to any generator, a right one to some."""
    point = [
        sum((s * generators[i][k] for i, s in found.shares.items()), Fraction(0))
        for k in range(len(x))
    ]
    left = [Fraction(a) - b for a, b in zip(x, point, strict=True)]
    scale = next((Fraction(r) / c for r, c in zip(found.rest, left, strict=True) if c), Fraction(1))
    assert scale > 0
    assert [scale * c for c in left] == list(found.rest)
    assert min(found.shares.values(), default=1) > 0
    assert all(dot(z, found.rest) <= 0 for z in generators)
    assert all(dot(generators[i], found.rest) == 0 for i in found.shares)
    assert rank([generators[i] for i in found.shares]) == len(found.shares)


@given(vectors, st.data())
def test_a_projection_is_the_nearest_point(rows, data):
    *generators, x = rows
    start = data.draw(st.sets(st.integers(0, max(0, len(generators) - 1)), max_size=3))
    found = projection(generators, x, sorted(start) if generators else ())
    is_nearest(generators, x, found)
    assert any(found.rest) == any(projection(generators, x).rest)
    assert found.rest == projection(generators, x).rest


def test_a_good_start_is_the_end():
    generators = [(1, 0, 0), (1, 1, 0), (1, 1, 1), (1, 0, 5)]
    x = reduced([5, 3, 1])
    found = projection(generators, x)
    assert not any(found.rest)
    assert projection(generators, x, [0, 1, 2]).shares == {0: 2, 1: 2, 2: 1}
    assert projection(generators, x, found.shares).steps == 1
    assert projection(generators, x, [0, 0, 1]).rest == (0, 0, 0)  # dependent: not heeded
    assert projection([], x).rest == x
    assert projection(generators, opposite(x)).shares == {}


@pytest.mark.seeded("the nearest point is checked in integers, whatever is drawn")
def test_floats_of_all_sizes(rng):
    for d in (3, 6, 12):
        rows = [
            [int(c * 2.0**e) for c, e in zip(v, k, strict=True)]
            for v, k in zip(
                rng.standard_normal((2 * d, d)), rng.integers(0, 200, (2 * d, d)), strict=True
            )
        ]
        *generators, x = map(tuple, rows)
        is_nearest(generators, x, projection(generators, x))

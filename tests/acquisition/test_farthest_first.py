"""Farthest-first traversal, against distances of integers and the best of all centers."""

import math
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.acquisition import k_center, k_center_bound
from altheory.acquisition.farthest_first import Centers
from altheory.errors import DomainError

cell = st.integers(-4, 4)
pools = st.lists(st.tuples(cell, cell), min_size=1, max_size=8).map(np.array)


def squares(pool, centers):
    """Return squared distances to the nearest center, exactly."""
    return [min(int(((x - pool[c]) ** 2).sum()) for c in centers) for x in pool]


def optimum(pool, k):
    """Return the smallest squared radius of any k centers."""
    return min(max(squares(pool, centers)) for centers in combinations(range(len(pool)), k))


@given(pools, st.data())
def test_each_center_is_the_first_of_the_farthest(pool, data):
    k = data.draw(st.integers(1, len(pool)))
    start = data.draw(st.integers(0, len(pool) - 1))
    found = k_center(pool, k, start)
    assert found.indices[0] == start
    for size in range(1, k + 1):
        apart = squares(pool, found.indices[:size])
        after = [*found.indices, found.farthest][size]
        free = sorted({*range(len(pool))} - {*found.indices[:size]}) or [0]
        assert after == (apart.index(max(apart)) if max(apart) else free[0])
        assert found.radii[size - 1] == math.sqrt(max(apart))


@given(pools, st.data())
def test_the_radius_is_within_twice_the_optimum_and_the_bound_below_it(pool, data):
    k = data.draw(st.integers(1, len(pool)))
    found = k_center(pool, k)
    best = optimum(pool, k)
    assert round(found.radius**2) <= 4 * best
    bound = k_center_bound(pool, found)
    assert round(bound**2) <= best
    assert 2 * bound >= found.radius * (1 - 2.0**-50)


@given(pools, st.integers(-900, 900))
def test_units_do_not_matter(pool, exponent):
    scaled = np.ldexp(pool.astype(float), exponent)
    found, other = k_center(pool, len(pool)), k_center(scaled, len(pool))
    assert other.indices == found.indices
    assert other.radii == tuple(math.ldexp(r, exponent) for r in found.radii)


@pytest.mark.seeded("a product of matrices decides as differences do")
def test_many_points_near_each_other_are_told_apart(rng):
    pool = 1e6 + np.concatenate([rng.normal(size=(300, 5)) * 1e-6, np.ones((200, 5))])
    found = k_center(pool, 40)
    near = np.full(len(pool), np.inf)
    for center, after in zip(found.indices, [*found.indices[1:], found.farthest], strict=True):
        near = np.minimum(near, ((pool - pool[center]) ** 2).sum(axis=1))
        assert near[after] >= near.max() * (1 - 1e-12)


@pytest.mark.seeded("instances that waited are held against all centers that came meanwhile")
@pytest.mark.parametrize("dimension", [1, 3, 40])
def test_instances_that_waited_miss_no_center(rng, dimension):
    corners = rng.integers(-1000, 1000, size=(12, dimension))
    pool = corners[rng.integers(12, size=3000)] + rng.integers(-40, 41, size=(3000, dimension))
    found = k_center(pool, 60)
    near = np.full(len(pool), 2**60)
    for place, center in enumerate(found.indices):
        near = np.minimum(near, ((pool - pool[center]) ** 2).sum(axis=1))
        assert [*found.indices, found.farthest][place + 1] == near.argmax()
        assert found.radii[place] == math.sqrt(near.max())


def test_several_initial_centers_count():
    pool = [[0.0], [10.0], [4.0], [5.0]]
    assert k_center(pool, 3, [0, 1]).indices == (0, 1, 3)
    assert k_center(pool, 2, [0, 1]).radii == (10.0, 5.0)


def test_copies_are_covered():
    found = k_center(np.zeros((500, 3)), 3)
    assert found.indices == (0, 1, 2)
    assert found.radii == (0.0, 0.0, 0.0)
    assert k_center_bound(np.zeros((500, 3)), found) == 0


@pytest.mark.parametrize("unit", [1e-300, 1e-200, 1.0, 1e200])
def test_the_bound_has_the_unit_of_the_pool(unit):
    pool = np.array([[0.0], [1.0], [3.0]]) * unit
    assert k_center_bound(pool, k_center(pool, 1)) == pytest.approx(2 * unit, rel=1e-15)


def test_distances_that_no_float_holds_are_refused():
    with pytest.raises(DomainError, match="larger unit"):
        k_center([[-1.5e308], [1.5e308]], 1)


def test_the_bound_is_of_the_pool_in_which_centers_were_found():
    pool, found = [[0.0], [1.0], [3.0]], k_center([[0.0], [1.0], [3.0]], 1)
    with pytest.raises(DomainError, match=r"farthest instance: distinct indices 0, ..., 1, got 2"):
        k_center_bound(pool[:2], found)
    for wrong in (Centers((0,), (3.0,), -1), Centers((-1,), (3.0,), 0), Centers((), (), 0)):
        with pytest.raises(DomainError, match=r"distinct indices 0, ..., 2"):
            k_center_bound(pool, wrong)


def test_integers_that_are_no_floats_are_refused():
    with pytest.raises(DomainError, match=f"{2**60 + 1} is none"):
        k_center([[2**60], [2**60 + 1], [2**60 + 3]], 2)
    assert k_center([[2**60], [2**60 + 256]], 1).radii == (256.0,)


@pytest.mark.parametrize(
    ("pool", "k", "initial"),
    [
        ([[0.0]], 2, 0),
        ([[0.0]], 0, 0),
        ([[0.0], [1.0]], 1, [0, 1]),
        ([[0.0], [1.0]], 2, 2),
        ([[0.0], [1.0]], 2, -1),
        ([[0.0], [1.0]], 2, [0, 0]),
        ([[0.0], [1.0]], 2, 0.0),
        ([[0.0], [1.0]], 2, []),
        ([[0.0], [1.0]], 2, [[0], [0, 1]]),
        ([[math.nan]], 1, 0),
        ([0.0, 1.0], 1, 0),
        ([[0.0], [1.0]], 1.0, 0),
    ],
)
def test_what_has_no_centers_is_refused(pool, k, initial):
    with pytest.raises(DomainError):
        k_center(pool, k, initial)

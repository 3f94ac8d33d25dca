"""Clusters of all subspaces, against the definition: every subspace, every cell, every path."""

import math
from collections import defaultdict
from fractions import Fraction
from itertools import chain, combinations

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.play.subspace_clusters import Grid, dense_clusters, even_grid

THIRDS = Grid([[Fraction(1, 3), Fraction(2, 3)]])


def clusters(places, least):
    """Return (axes, cells, points) of all subspaces, by definition."""
    d = len(places[0])
    found = set()
    for axes in chain.from_iterable(combinations(range(d), s) for s in range(1, d + 1)):
        held = defaultdict(list)
        for i, place in enumerate(places):
            held[tuple(place[j] for j in axes)].append(i)
        left = {cell for cell, points in held.items() if len(points) >= least}
        while left:
            joined, reached = set(), {min(left)}
            while reached:
                joined |= reached
                left -= reached
                reached = {c for c in left for k in joined if math.dist(c, k) == 1}
            points = sorted(i for cell in joined for i in held[cell])
            found.add((axes, tuple(sorted(joined)), tuple(points)))
    return found


@st.composite
def tables(draw):
    d = draw(st.integers(1, 4))
    row = st.tuples(*[st.integers(0, 3)] * d)
    return draw(st.lists(row, min_size=1, max_size=24))


@given(tables(), st.integers(1, 4))
def test_they_are_the_components_of_the_dense_cells_of_every_subspace(rows, least):
    grid = Grid([range(1, 4)] * len(rows[0]))
    found = dense_clusters(rows, grid, least)
    assert {(c.axes, c.cells, c.points) for c in found} == clusters(rows, least)
    assert len(set(found)) == len(found)
    assert [(len(c.axes), c.axes, c.cells) for c in found] == sorted(
        (len(c.axes), c.axes, c.cells) for c in found
    )


@given(tables(), st.integers(1, 4))
def test_each_lies_in_one_cluster_of_any_fewer_axes(rows, least):
    found = dense_clusters(rows, Grid([range(1, 4)] * len(rows[0])), least)
    for cluster in found:
        for size in range(1, len(cluster.axes)):
            for axes in combinations(cluster.axes, size):
                around = [c for c in found if c.axes == axes and {*cluster.points} <= {*c.points}]
                assert len(around) == 1


def test_a_cut_belongs_to_its_right_and_is_decided_exactly():
    for cut in (Fraction(1, 3), Fraction(0.1), Fraction(-2, 7), Fraction(10**20 + 1, 3)):
        near = float(cut)
        xs = [math.nextafter(near, -math.inf), near, math.nextafter(near, math.inf)]
        places = Grid([[cut]]).places([[x] for x in xs])
        assert places[:, 0].tolist() == [int(Fraction(x) >= cut) for x in xs]


@given(
    st.lists(st.floats(-1e3, 1e3), min_size=1, max_size=8),
    st.integers(1, 9),
)
def test_cells_of_an_even_grid_are_equal(xs, cells):
    low, high = Fraction(min(xs)), Fraction(max(xs))
    grid = even_grid([[x] for x in xs], cells)
    for x, (place,) in zip(xs, grid.places([[x] for x in xs]).tolist(), strict=True):
        exact = (Fraction(x) - low) / (high - low) * cells if low < high else 0
        assert place == min(math.floor(exact), cells - 1)


def test_an_axis_on_which_all_points_are_equal_is_one_cell():
    points = [[0.5, x] for x in (0, 1, 2, 3)]
    grid = even_grid(points, 2)
    assert [len(axis) for axis in grid.cuts] == [0, 1]
    assert [c.points for c in dense_clusters(points, grid, 3)] == [(0, 1, 2, 3)]


def test_no_cell_may_be_dense_and_one_point_is_enough():
    assert dense_clusters([[0.1], [0.9]], THIRDS, 2) == ()
    assert [c.cells for c in dense_clusters([[0.1], [0.9]], THIRDS, 1)] == [((0,),), ((2,),)]
    assert len(dense_clusters(np.zeros((5, 8)), Grid([[]] * 8), 5)) == 2**8 - 1


def test_cells_that_share_only_a_corner_are_apart():
    points = [[0, 0], [1, 1]]
    joined = dense_clusters(points, Grid([[1], [1]]), 1)
    assert [c.points for c in joined if c.axes == (0, 1)] == [(0,), (1,)]
    assert [c.points for c in joined if c.axes == (0,)] == [(0, 1)]


@pytest.mark.parametrize(
    "wrong",
    [
        lambda: Grid([]),
        lambda: Grid([[1, 1]]),
        lambda: Grid([[math.nan]]),
        lambda: Grid([[1]]).places([[1, 2]]),
        lambda: Grid([[1]]).places([[math.inf]]),
        lambda: Grid([[1]]).places([]),
        lambda: Grid([[1]]).places([1]),
        lambda: Grid([[1]]).places([[True]]),
        lambda: Grid([[1]]).places([[Fraction(1, 3)]]),
        lambda: even_grid([[1]], 0),
        lambda: dense_clusters([[1]], Grid([[1]]), 0),
    ],
)
def test_what_is_refused(wrong):
    with pytest.raises(DomainError):
        wrong()

"""Labelings from edges of cones, against random separators and against the real class."""

from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.hypotheses.sphere import SphereSeparators
from proofs_checks._sphere_signs import (
    curve,
    determinant,
    facets,
    in_general_position,
    labelings,
    needed,
    spread,
)


@given(st.integers(1, 6), st.data())
def test_determinants(n, data):
    rows = data.draw(
        st.lists(st.lists(st.integers(-5, 5), min_size=n, max_size=n), min_size=n, max_size=n)
    )
    assert determinant(rows) == round(np.linalg.det(np.array(rows, dtype=float)))


@pytest.mark.parametrize(("d", "n"), [(2, 4), (3, 3), (3, 5)])
def test_every_labeling_is_found_and_no_other(d, n):
    """Restrict the real version space by each of the 2^n labelings."""
    points = curve(d, n)
    space = SphereSeparators(d).version_space()
    possible = {
        row for row in product((-1, 1), repeat=n) if not _restricted(space, points, row).is_empty
    }
    assert labelings(points) == possible


def _restricted(space, points, row):
    for x, y in zip(points, row, strict=True):
        if y not in space.labels(x):
            return space.restrict(x, y)
        space = space.restrict(x, y)
    return space


@pytest.mark.parametrize("points", [curve(3, 6), spread(3, 6), spread(4, 6)])
def test_random_separators_label_as_listed(points):
    normals = np.array(list(product(range(-3, 4), repeat=len(points[0]))))
    signs = np.sign(normals @ np.array(points).T)
    rows = {tuple(row) for row in signs.tolist() if 0 not in row}
    assert rows <= labelings(points)


def test_a_label_is_needed_where_the_others_leave_both():
    points = spread(3, 5)
    for row in labelings(points):
        open_without = 0
        for i, x in enumerate(points):
            space = SphereSeparators(3).version_space()
            for k in set(range(len(points))) - {i}:
                space = space.restrict(points[k], row[k])
            open_without += len(space.labels(x)) == 2
        assert needed(points, row) == open_without


def test_cyclic_cones_have_the_facets_of_cyclic_polytopes():
    assert facets(curve(3, 6), (1,) * 6) == 6
    assert facets(curve(4, 6), (1,) * 6) == 8
    assert facets(curve(5, 7), (1,) * 7) == 14


def test_general_position():
    assert in_general_position(curve(3, 6))
    assert not in_general_position([(1, 0, 0), (0, 1, 0), (1, 1, 0)])

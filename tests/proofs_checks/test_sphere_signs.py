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
    in_general_position,
    labelings,
    spread,
)


@given(st.integers(1, 4), st.data())
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


def test_general_position():
    assert in_general_position(curve(3, 6))
    assert not in_general_position([(1, 0, 0), (0, 1, 0), (1, 1, 0)])

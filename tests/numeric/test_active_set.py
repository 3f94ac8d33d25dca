"""Nonnegative least squares in floats: the kernel against SciPy, and both against integers."""

import numpy as np
import pytest

from altheory.numeric import active_set
from altheory.numeric.active_set import NONE, kernel, nonnegative_shares, one_by_one
from altheory.numeric.cone_projection import projection


@pytest.mark.parametrize(("m", "r"), [(3, 2), (5, 5), (12, 4), (40, 10)])
@pytest.mark.seeded("both solve the same well-posed problems")
def test_kernel_and_scipy_agree(m, r, rng):
    generators, points = rng.standard_normal((m, r)), rng.standard_normal((30, r))
    generators[:, 0] = np.abs(generators[:, 0])
    without = rng.integers(NONE, m, 30)
    one = one_by_one(generators, points, without)
    gram, products = generators @ generators.T, points @ generators.T
    other = kernel(gram, products, without, r)
    assert np.abs(one @ generators - other @ generators).max() < 1e-8
    assert other.min() >= 0
    assert all(other[i, k] == 0 for i, k in enumerate(without) if k != NONE)


@pytest.mark.seeded("both solve the same problems on a lattice")
def test_supports_are_those_of_the_exact_projection(rng):
    for _ in range(20):
        rows = rng.integers(-4, 5, (7, 4))
        rows[:, 0] = 5
        x = rng.integers(-6, 7, 4)
        shares = nonnegative_shares(
            rows.astype(float), x[np.newaxis].astype(float), np.array([NONE])
        )
        exact = projection([tuple(r) for r in rows.tolist()], tuple(x.tolist()))
        nearest = sum((float(s) * rows[i] for i, s in exact.shares.items()), np.zeros(4))
        assert np.abs(shares[0] @ rows - nearest).max() < 1e-9


def test_nothing_to_do():
    assert nonnegative_shares(np.empty((0, 3)), np.ones((2, 3)), np.array([NONE, NONE])).shape == (
        2,
        0,
    )
    assert nonnegative_shares(np.ones((2, 3)), np.empty((0, 3)), np.empty(0, int)).shape == (0, 2)


def test_without_numba_scipy_proposes(monkeypatch):
    points, without = np.array([[1.0, -1.0], [2.0, 3.0]] * 50), np.array([NONE, 0] * 50)
    expected = [[1, 0], [0, 3]] * 50
    assert nonnegative_shares(np.eye(2), points, without) == pytest.approx(np.array(expected))
    monkeypatch.setattr(active_set, "find_spec", lambda _: None)
    monkeypatch.setattr(active_set, "kernel", None)
    assert nonnegative_shares(np.eye(2), points, without).tolist() == expected

"""Passes in machine code, in Python and in NumPy: the same numbers."""

from typing import Any

import numpy as np
from scipy.sparse import csc_array, csr_array
from scipy.sparse.linalg import splu

from altheory.graphs import _dense_blocks, _dense_loops

RNG: Any = np.random.default_rng(7)
N = 40
DRAWN = np.triu(RNG.random((N, N)) * (RNG.random((N, N)) < 0.2), 1)
WEIGHTS = csr_array(DRAWN + DRAWN.T)
DEGREES = WEIGHTS.sum(axis=1) + 0.1
LAPLACIAN: Any = np.diag(DEGREES) - WEIGHTS.toarray()
INVERSE: Any = np.linalg.inv(LAPLACIAN)
INTERPRETED = {name: vars(_dense_loops)[name].__wrapped__ for name in (
    "inverse_of_factor", "relative_residuals", "without_node", "crossings"
)}  # fmt: skip


def ways(name):
    return vars(_dense_blocks)[name], vars(_dense_loops)[name], INTERPRETED[name]


def test_the_inverse_of_a_factor():
    factor = splu(
        csc_array(LAPLACIAN),
        permc_spec="MMD_AT_PLUS_A",
        diag_pivot_thresh=0,
        options={"SymmetricMode": True},
    )
    order = np.argsort(factor.perm_c)
    for way in ways("inverse_of_factor"):
        lower = factor.L
        found = way(lower.indptr, lower.indices, lower.data, factor.U.diagonal())
        assert np.abs(found - INVERSE[np.ix_(order, order)]).max() < 1e-13


def test_residuals_of_columns():
    chosen = np.array([3, 20, 7])
    columns = INVERSE[:, chosen] + 1e-3 * RNG.random((N, 3))
    wanted = np.abs(LAPLACIAN @ columns - np.eye(N)[:, chosen]) / DEGREES[:, None]
    parts = (WEIGHTS.indptr, WEIGHTS.indices, WEIGHTS.data)
    for way in ways("relative_residuals"):
        found = way(parts, DEGREES, columns, chosen)
        assert np.abs(found - wanted.max(axis=0)).max() < 1e-13
        wrong = columns.copy()
        wrong[5, 1] = np.nan
        assert np.isnan(way(parts, DEGREES, wrong, chosen)).tolist() == [False, True, False]


def test_a_node_less():
    for row, column in ((0, 0), (17, 17), (N - 1, N - 1)):
        kept = np.delete(np.arange(N), row)
        wanted = np.linalg.inv(LAPLACIAN[np.ix_(kept, kept)])
        for way in ways("without_node"):
            assert np.abs(way(INVERSE, row, column) - wanted).max() < 1e-13
        part = _dense_blocks.without_node(INVERSE[:, [4, row]], row, 1)
        other = _dense_loops.without_node(np.ascontiguousarray(INVERSE[:, [4, row]]), row, 1)
        if row != 4:
            assert np.abs(part[:, 0] - wanted[:, 4 - (row < 4)]).max() < 1e-13
            assert np.abs(part - other).max() < 1e-15


def test_crossings():
    above, down, up = RNG.random(N) - 0.5, RNG.random(N), RNG.random(N)
    above[4] = 0.0
    scaled = [np.maximum(INVERSE * d - np.abs(above)[:, None], 0) for d in (down, up)]
    falls, rises = scaled[0][above >= 0].sum(axis=0), scaled[1][above < 0].sum(axis=0)
    for way in ways("crossings"):
        found = way(INVERSE, above, down, up)
        assert np.abs(found[0] - falls).max() < 1e-13
        assert np.abs(found[1] - rises).max() < 1e-13


def test_without_numba_the_blocks_are_used(monkeypatch):
    from altheory.graphs import _dense_passes

    monkeypatch.setattr(_dense_passes, "find_spec", lambda _: None)
    assert _dense_passes.passes() is _dense_blocks
    monkeypatch.setattr(_dense_passes, "find_spec", lambda _: object())
    assert _dense_passes.passes() is _dense_loops

"""Passes over sparse rows: NumPy, loops as they stand and machine code agree."""

import numpy as np
import pytest
from scipy.sparse import csr_array

from altheory.graphs import _multigrid as multigrid
from altheory.graphs import _row_loops, _row_sums
from tests.graphs.examples import random_graph


@pytest.fixture(params=["NumPy", "loops", "machine code"])
def way(request, monkeypatch):
    for module in (_row_sums, multigrid):
        monkeypatch.setattr(module, "is_compiled", lambda _: request.param != "NumPy")
    if request.param == "loops":
        for name in ("falls", "is_symmetric", "aggregates"):
            monkeypatch.setattr(_row_loops, name, getattr(_row_loops, name).__wrapped__)


@pytest.mark.usefixtures("way")
@pytest.mark.seeded("every row is summed again")
def test_falls_are_sums_over_rows(rng):
    dense = random_graph(rng, 15, "few")
    here, there = rng.random(15), rng.random(15)
    terms = dense * (there[None, :] - here[:, None])
    sums, sizes = _row_sums.falls(csr_array(dense), here, there)
    assert sums == pytest.approx(terms.sum(axis=1), rel=0, abs=1e-13)
    assert sizes == pytest.approx(abs(terms).sum(axis=1), rel=1e-13)


@pytest.mark.usefixtures("way")
@pytest.mark.seeded("each entry is changed in turn")
def test_symmetry_is_seen_to_the_last_bit(rng):
    for _ in range(10):
        dense = random_graph(rng, 6, "few")
        assert _row_sums.is_symmetric(csr_array(dense))
        for place in [(i, j) for i in range(6) for j in range(6) if i != j]:
            for value in (np.nextafter(dense[place], 9), 0.0):
                matrix = dense.copy()
                matrix[place] = value
                same = bool((matrix == matrix.T).all())
                assert _row_sums.is_symmetric(csr_array(matrix)) == same


@pytest.mark.usefixtures("way")
@pytest.mark.seeded("each node is looked at")
def test_aggregates_gather_around_the_first_in_the_race(rng):
    for size in (1, 2, 20, 60):
        weights = random_graph(rng, size, "few")
        heads, race = list[int](), multigrid.scattered(size)
        for i in np.argsort(race)[::-1].tolist():
            if not weights[i, heads].any():
                heads.append(i)
        owner = multigrid._owners(csr_array(np.eye(size) * size - weights))
        numbers = {i: k for k, i in enumerate(sorted(heads))}
        for i in range(size):
            allowed = [j for j in heads if weights[i, j] == weights[i, heads].max()]
            assert owner[i] in ([numbers[i]] if i in heads else [numbers[j] for j in allowed])

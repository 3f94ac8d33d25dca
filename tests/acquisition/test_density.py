"""Density by blocks, against one similarity after the other."""

import math

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.acquisition import cosine, density, gaussian, information_density
from altheory.errors import DomainError

cell = st.integers(-3, 3)
pools = st.lists(st.tuples(cell, cell), min_size=2, max_size=7).map(np.array)


def angle(a, b):
    """Return the positive part of the cosine of the angle of two rows, 0 for a zero row."""
    product = math.hypot(*a) * math.hypot(*b)
    return max(0.0, float(a @ b) / product) if product else 0.0


@given(pools, st.sampled_from([0.0, 0.5, 1.0, 2.0]), st.booleans())
def test_it_is_the_mean_similarity_to_the_pool(pool, beta, itself):
    n = len(pool)
    scores = np.arange(1, n + 1) / n
    found = information_density(scores, pool, beta=beta, itself=itself)
    for i in range(n):
        others = [angle(pool[i], pool[j]) for j in range(n) if itself or j != i]
        typical = sum(others) / len(others)
        assert found[i] == pytest.approx(scores[i] * typical**beta, abs=1e-7)


@pytest.mark.seeded("blocks change nothing but rounding")
@pytest.mark.parametrize("similarity", [cosine, gaussian(0.5)])
def test_blocks_change_nothing(rng, monkeypatch, similarity):
    pool = rng.normal(size=(50, 3))
    whole = information_density(np.ones(50), pool, similarity=similarity, itself=False)
    monkeypatch.setattr(density, "BLOCK", 120)
    parts = information_density(np.ones(50), pool, similarity=similarity, itself=False)
    assert parts == pytest.approx(whole, abs=1e-14)


def test_rows_of_any_size_have_an_angle():
    rows = np.array([[1e-308, 0], [1e308, 1e308], [0, 5e-324]])
    assert cosine(rows, rows).round(6).tolist() == [
        [1.0, 0.707107, 0.0],
        [0.707107, 1.0, 0.707107],
        [0.0, 0.707107, 1.0],
    ]


@pytest.mark.parametrize(
    ("scores", "pool", "options"),
    [
        ([1], [[0], [1]], {}),
        ([-1, 1], [[0], [1]], {}),
        ([math.nan, 1], [[0], [1]], {}),
        ([1, 1], [[math.inf], [1]], {}),
        ([1, 1], [0, 1], {}),
        ([1, 1], [[1], [1]], {"beta": -1}),
        ([1, 1], [[1], [1]], {"similarity": lambda a, b: -(a @ b.T)}),
        ([1], [[1]], {"itself": False}),
    ],
)
def test_what_has_no_density_is_refused(scores, pool, options):
    with pytest.raises(DomainError):
        information_density(scores, pool, **options)


@pytest.mark.parametrize("width", [0, -1, math.inf, math.nan])
def test_what_is_no_bandwidth_is_refused(width):
    with pytest.raises(DomainError, match="bandwidth"):
        gaussian(width)

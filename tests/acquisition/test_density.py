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


@pytest.mark.parametrize("rows", [1, 2, 3])
def test_the_instance_itself_leaves_no_rounding_behind(rows, monkeypatch):
    monkeypatch.setattr(density, "BLOCK", 3 * rows)
    pool = [[0.0], [8.7], [17.3]]
    found = information_density([1, 1, 1], pool, similarity=gaussian(1.0), itself=False)
    near, far, both = (math.exp(-(d**2) / 2) for d in (8.6, 8.7, 17.3))
    want = [(far + both) / 2, (near + far) / 2, (near + both) / 2]
    assert found.tolist() == pytest.approx(want, rel=1e-12)


def test_what_a_similarity_returns_is_left_as_it_is():
    table = np.ones((2, 2))
    information_density([1, 1], [[1], [1]], similarity=lambda *_: table, itself=False)
    assert table.tolist() == [[1, 1], [1, 1]]


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
        ([1, 1], [[1], [1]], {"similarity": lambda a, b: a @ b.T * math.inf}),
        ([1, 1], [[1], [1]], {"similarity": lambda *_: 1.0}),
        ([1, 1], [[1], [1]], {"similarity": lambda a, _: a}),
        ([1, 1], [[1], [1]], {"similarity": "euclid"}),
        ([1, 1], [[1], [1]], {"similarity": np.ones((2, 2))}),
        ([1, 1], [[1], [1]], {"beta": "2"}),
        ([1, 1], [[1], [1]], {"beta": math.inf}),
        ([1], [[1]], {"itself": False}),
    ],
)
def test_what_has_no_density_is_refused(scores, pool, options):
    with pytest.raises(DomainError):
        information_density(scores, pool, **options)


@pytest.mark.parametrize("width", [0, -1, math.inf, math.nan, "1"])
def test_what_is_no_bandwidth_is_refused(width):
    with pytest.raises(DomainError, match="bandwidth"):
        gaussian(width)


def test_a_sum_beyond_all_floats_is_refused():
    for scores, most, beta in (([1, 1], 1e308, 1), ([1, 1], 1e200, 2), ([1e200, 1], 1e200, 1)):
        with pytest.raises(DomainError, match="finite"):
            information_density(
                scores,
                [[0.0], [1.0]],
                beta=beta,
                similarity=lambda a, b, most=most: np.full((len(a), len(b)), most),
            )


def test_a_similarity_cannot_change_the_pool():
    def spoils(a, b):
        b *= 0
        return a @ b.T

    pool = np.array([[1.0], [2.0]])
    with pytest.raises(ValueError, match="read-only"):
        information_density([1, 1], pool, similarity=spoils)
    assert pool.tolist() == [[1.0], [2.0]]
    assert pool.flags.writeable

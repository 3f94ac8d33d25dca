"""Uncertainty of one distribution, against logarithms in high precision."""

import math
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from altheory.acquisition import entropy, least_confidence, margin, top_k
from altheory.errors import DomainError

dyadic = st.lists(st.integers(0, 63), max_size=5).map(sorted)


def rows(cuts):
    """Turn cuts of 64 into an exact distribution, zeros included."""
    ends = [0, *cuts, 64]
    return [(b - a) / 64 for a, b in pairwise(ends)]


@given(dyadic.map(rows), st.sampled_from([2.0, math.e, 10.0]))
def test_entropy_is_that_of_high_precision(row, base):
    with mp.workdps(40):
        truth = -sum(mpf(p) * mp.log(mpf(p)) for p in row if p) / mp.log(mpf(base))
        assert abs(mpf(entropy([row], base)[0]) - truth) <= mpf(2) ** -48


@given(dyadic.map(rows))
def test_least_confidence_and_margin_are_exact_on_dyadic_rows(row):
    high = sorted(row, reverse=True)
    assert least_confidence([row])[0] == 1 - high[0]
    assert margin([row])[0] == high[0] - (high[1] if len(high) > 1 else 0)


@given(st.integers(0, 64), st.integers(0, 64))
def test_two_classes_are_ranked_alike_by_all_three(a, b):
    table = [[a / 64, 1 - a / 64], [b / 64, 1 - b / 64]]
    orders = {
        tuple(np.sign(np.diff(score)).tolist())
        for score in (least_confidence(table), -margin(table))
    }
    closer = np.sign(abs(a - 32) - abs(b - 32))
    assert orders == {(closer,)}
    assert np.sign(entropy(table)[1].round(12) - entropy(table)[0].round(12)) == closer


@given(st.permutations(range(4)))
def test_names_of_classes_do_not_matter(order):
    table = np.array([[0.5, 0.25, 0.125, 0.125], [1.0, 0.0, 0.0, 0.0]])
    for score in (entropy, least_confidence, margin):
        assert score(table[:, order]).tolist() == pytest.approx(score(table).tolist(), abs=1e-15)


def test_nothing_is_most_uncertain_but_the_uniform_row():
    table = np.array([[1 / 3] * 3, [0.34, 0.33, 0.33]])
    assert entropy(table)[0] == pytest.approx(math.log2(3), abs=1e-15)
    assert entropy(table)[0] > entropy(table)[1]


BAD = [
    [[0.5, 0.6]],
    [[-0.1, 1.1]],
    [[math.nan, 1.0]],
    [[math.inf, 0.0]],
    [0.5, 0.5],
    [[]],
    "half",
    [[95, 5]],
]


@pytest.mark.parametrize("score", [entropy, least_confidence, margin])
@pytest.mark.parametrize("table", BAD)
def test_what_is_no_distribution_is_refused(score, table):
    with pytest.raises(DomainError, match=r"probabilities"):
        score(table)


@pytest.mark.parametrize("base", [1, 0, -2, math.inf, math.nan, "2", True, None])
def test_what_is_no_base_is_refused(base):
    with pytest.raises(DomainError, match="base of a logarithm"):
        entropy([[0.5, 0.5]], base)


def test_output_of_a_float32_softmax_passes():
    logits = np.linspace(-30, 30, 1000, dtype=np.float32).reshape(10, 100)
    table = np.exp(logits) / np.exp(logits).sum(axis=1, keepdims=True)
    assert entropy(table).shape == (10,)


def test_no_instances_have_no_scores():
    assert entropy(np.empty((0, 3))).tolist() == []


@given(st.lists(st.sampled_from([0.0, 0.5, 1.0, math.nan]), min_size=1, max_size=8), st.data())
def test_top_k_is_what_sorting_gives(scores, data):
    candidates = [i for i, s in enumerate(scores) if not math.isnan(s)]
    if not candidates:
        with pytest.raises(DomainError, match="there are 0"):
            top_k(scores, 1)
        return
    k = data.draw(st.integers(1, len(candidates)))
    found = top_k(scores, k)
    assert list(found.indices) == sorted(candidates, key=lambda i: (-scores[i], i))[:k]
    last = scores[found.indices[-1]]
    assert found.ties == tuple(i for i in candidates if scores[i] == last)


@pytest.mark.seeded("only equal scores are shuffled, whatever the seed")
def test_a_generator_decides_only_among_equals(rng):
    scores = np.array([1.0, 3.0, 2.0, 3.0, 2.0, 2.0])
    drawn = {top_k(scores, 3, rng).indices for _ in range(100)}
    assert {tuple(sorted(first[:2])) for first in drawn} == {(1, 3)}
    assert {first[2] for first in drawn} == {2, 4, 5}


@pytest.mark.parametrize("k", [0, 3, -1, True, 1.0, None])
def test_batches_of_impossible_size_are_refused(k):
    with pytest.raises(DomainError, match="batch"):
        top_k([0.1, 0.2, math.nan], k)


@pytest.mark.parametrize(
    "scores", [np.array([2**53, 2**53 + 1]), [0.5, 2**53 + 1], [Fraction(1, 3), 2**53 + 1]]
)
def test_top_k_rounds_no_integers(scores):
    with pytest.raises(DomainError, match=f"{2**53 + 1} is none"):
        top_k(scores, 1)


def test_a_seed_draws_the_order_of_ties():
    scores = np.ones(20)
    assert top_k(scores, 20, 0) == top_k(scores, 20, np.random.default_rng(0))
    assert top_k(scores, 20, 0) != top_k(scores, 20)


@pytest.mark.parametrize("scores", [np.ma.masked_less([0.0, 1.0], 0.5), [1j], ["1"], [[1], [1, 2]]])
def test_what_numpy_would_turn_into_scores_is_refused(scores):
    with pytest.raises(DomainError, match="scores"):
        top_k(scores, 1)


@pytest.mark.parametrize("base", [10**400, 10.0])
def test_bases_may_be_larger_than_floats(base):
    assert entropy([[0.5, 0.5]], base=base)[0] == pytest.approx(math.log(2) / math.log(base))


def test_rows_that_were_single_precision_pass_as_doubles():
    """What scikit-learn returns of a model fitted on float32."""
    row = np.array([[0.1, 0.2, 0.3, 0.4]], dtype=np.float32).astype(float)
    assert row.sum() != 1
    assert entropy(row * (1 + 5e-7)) == pytest.approx(entropy(row), rel=1e-5)
    with pytest.raises(DomainError, match="sum to one"):
        entropy(row * (1 + 3e-6))

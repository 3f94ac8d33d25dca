"""Dawid and Skene's estimates: one iteration in rationals, the rising likelihood, the edges."""

from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from altheory.errors import DomainError
from altheory.oracles.dawid_skene import dawid_skene

SHAPES = st.tuples(st.integers(1, 6), st.integers(1, 4))


@st.composite
def matrices(draw):
    """Draw votes with gaps, at least one of them cast."""
    votes = draw(arrays(np.int8, draw(SHAPES), elements=st.integers(-1, 1)))
    votes[0, 0] = votes[0, 0] or 1
    return votes


@given(matrices())
def test_the_likelihood_never_decreases_but_for_rounding(votes):
    path = dawid_skene(votes).log_likelihoods
    rounding = 1e-12 * votes.size * (1 + abs(path[0]))
    assert all(later >= earlier - rounding for earlier, later in pairwise(path))


def share(part, whole):
    return sum(part) / sum(whole) if sum(whole) else Fraction(1, 2)


def iterate(votes, posteriors):
    """One iteration in rationals: the posteriors and the likelihood."""
    workers = range(votes.shape[1])
    rows = list(zip(votes.tolist(), posteriors, strict=True))
    prior = sum(posteriors) / len(posteriors)
    right = [share([q * (v[j] == 1) for v, q in rows], [q * abs(v[j]) for v, q in rows])
             for j in workers]  # fmt: skip
    honest = [
        share([(1 - q) * (v[j] == -1) for v, q in rows], [(1 - q) * abs(v[j]) for v, q in rows])
        for j in workers
    ]
    found, likelihood = [], Fraction(1)
    for row, _ in rows:
        plus, minus = prior, 1 - prior
        for v, a, b in zip(row, right, honest, strict=True):
            plus *= {1: a, -1: 1 - a, 0: 1}[v]
            minus *= {1: 1 - b, -1: b, 0: 1}[v]
        found.append(plus / (plus + minus))
        likelihood *= plus + minus
    return found, likelihood


@given(matrices())
def test_two_iterations_in_rationals(votes):
    cast = np.abs(votes).sum(axis=1).tolist()
    positive = (votes == 1).sum(axis=1).tolist()
    start = [Fraction(p, n) if n else Fraction(1, 2) for p, n in zip(positive, cast, strict=True)]
    first, once = iterate(votes, start)
    second, twice = iterate(votes, first)
    assert twice >= once  # in rationals without any doubt
    for n, posteriors, likelihood in ((1, first, once), (2, second, twice)):
        fit = dawid_skene(votes, max_iterations=n)
        if fit.iterations == n:
            assert np.allclose(fit.posteriors, [float(q) for q in posteriors], atol=1e-12)
            assert np.isclose(np.exp(fit.log_likelihoods[-1]), float(likelihood))


@given(matrices())
def test_exchanging_the_labels_exchanges_the_estimates(votes):
    fit, mirrored = dawid_skene(votes, max_iterations=5), dawid_skene(-votes, max_iterations=5)
    if fit.iterations == mirrored.iterations:
        assert np.allclose(fit.posteriors, 1 - mirrored.posteriors)
        assert np.allclose(fit.sensitivity, mirrored.specificity)


def test_a_single_worker_is_believed():
    fit = dawid_skene([[1], [-1], [1]])
    assert fit.posteriors.tolist() == [1, 0, 1]
    assert fit.error_rates.tolist() == [0]


@pytest.mark.parametrize("y", [-1, 1])
def test_where_all_agree_that_is_the_label(y):
    fit = dawid_skene(np.full((3, 2), y))
    assert fit.posteriors.tolist() == [(y + 1) / 2] * 3
    assert fit.error_rates.tolist() == [0, 0]


def test_an_item_without_votes_gets_the_prior_and_a_worker_without_votes_one_half():
    fit = dawid_skene([[1, 1, 0], [1, 1, 0], [-1, -1, 0], [0, 0, 0]])
    assert np.isclose(fit.posteriors[3], fit.prior)
    assert (fit.sensitivity[2], fit.specificity[2]) == (0.5, 0.5)


@pytest.mark.statistical(alpha=1e-7, power=0.999)
def test_the_good_worker_is_found(rng):
    """Of workers with error rates .05, .1 and .4 the last is found to be the worst.

    With 2,000 items the rates of voting against the truth differ by .3, more than twenty
    standard deviations; the estimates inherit that.
    """
    truth = np.where(rng.random(2000) < 0.5, 1, -1)
    flips = [np.where(rng.random(2000) < e, -1, 1) for e in (0.05, 0.1, 0.1, 0.4)]
    fit = dawid_skene(np.stack([truth * flip for flip in flips], axis=1))
    assert fit.error_rates.argmax() == 3


@pytest.mark.parametrize(
    ("votes", "message"),
    [
        ([[0, 0]], "at least one vote"),
        ([1, -1], "shape"),
        ([], "shape"),
        ([[2]], "if missing"),
        ([[0.5]], "if missing"),
        ([[np.nan]], "if missing"),
        ([["+"]], "if missing"),
        ([[1], [1, 1]], "matrix"),
    ],
)
def test_what_is_no_matrix_of_votes_is_refused(votes, message):
    with pytest.raises(DomainError, match=message):
        dawid_skene(votes)

"""Bets on a table: no step gains for a best hypothesis, rest outside U, what is certified."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.optimize import nnls

from altheory.learners._betting_general import TableBets

ROUNDING = 2.0**-40  # which the level that a capital has to reach allows for
LEVEL = np.log(20)


@st.composite
def tables(draw):
    """A class without equal rows on a pool with whole weights, and the laws of its labels."""
    n = draw(st.integers(2, 5))
    rows = draw(st.sets(st.tuples(*[st.sampled_from((-1, 1))] * n), min_size=2, max_size=7))
    weights = draw(st.lists(st.integers(1, 5), min_size=n, max_size=n))
    positive = draw(st.lists(st.sampled_from((0, 0.25, 0.5, 0.75, 1)), min_size=n, max_size=n))
    epsilon = draw(st.sampled_from((Fraction(1, 50), Fraction(1, 8), Fraction(1, 3))))
    table = np.array(sorted(rows), dtype=np.int8)
    bets = TableBets(table, np.array(weights), epsilon, Fraction(1, 20))
    return bets, np.array(positive)


@st.composite
def histories(draw):
    """A learner with some labels behind it, each of an instance in its region."""
    bets, positive = draw(tables())
    state = bets.init()
    for _ in range(draw(st.integers(0, 12))):
        if not bets.finished(state):
            x = draw(st.sampled_from(np.flatnonzero(bets.region(state)).tolist()))
            state = bets.step(state, x, draw(st.sampled_from((-1, 1))))
    return bets, positive, state


def errors(bets, positive):
    """Return the error of each row under the law of the labels."""
    share = bets.weights / bets.weights.sum()
    return np.where(bets.predictions > 0, 1 - positive, positive) @ share


def means(bets, positive, state, value):
    """Return the mean over one more label of a value of the state after it."""
    inside = np.flatnonzero(bets.region(state))
    share = bets.weights[inside] / bets.weights[inside].sum()
    total = 0.0
    for x, d in zip(inside.tolist(), share.tolist(), strict=True):
        for y, p in ((1, positive[x]), (-1, 1 - positive[x])):
            total = total + d * p * value(bets.step(state, x, y))
    return total


@given(histories())
def test_no_step_gains_for_a_best_hypothesis(case):
    bets, positive, state = case
    if bets.finished(state):
        return
    after = means(bets, positive, state, lambda s: np.exp(s.capital - state.capital))
    error = errors(bets, positive)
    best = error <= error.min() + 1e-12
    assert (after[best] <= 1 + ROUNDING).all()


@given(histories())
def test_no_step_gains_against_a_candidate_that_is_bad(case):
    bets, positive, state = case
    if bets.finished(state):
        return
    error, s = errors(bets, positive), state.candidate
    start = (state.capital + state.odds[:, s])[:, None]
    grown = means(
        bets, positive, state, lambda a: np.exp((a.capital + a.odds[:, s])[:, None] - start)
    )[:, 0]
    if error[s] - error.min() >= bets.epsilon:
        assert (grown[error <= error.min() + 1e-12] <= 1 + ROUNDING).all()


@given(histories())
def test_stakes_are_sums_over_rivals_who_bet(case):
    bets, _, state = case
    if bets.finished(state):
        return
    rows = bets.predictions[bets.betting(state)][:, bets.region(state)]
    stakes, flat = bets.stakes(state)
    assert ((stakes >= 0) & (stakes <= 0.98 + ROUNDING)).all()
    assert ((flat >= 0) & (flat <= 0.98)).all()
    for row, stake in zip(rows, stakes, strict=True):
        assert nnls((rows != row).T.astype(float), stake)[1] <= 1e-9


@given(histories(), st.sampled_from((-1, 1)))
def test_who_does_not_bet_rests(case, y):
    bets, _, state = case
    if bets.finished(state):
        return
    x = int(np.flatnonzero(bets.region(state))[0])
    resting = np.setdiff1d(np.arange(len(state.capital)), bets.betting(state))
    after = bets.step(state, x, y)
    assert (after.capital[resting] == state.capital[resting]).all()
    assert (after.odds[resting] == state.odds[resting]).all()
    assert (after.odds >= state.odds).all()
    assert (after.is_dropped >= state.is_dropped).all()
    assert ((after.capital >= LEVEL + 1e-6) <= after.is_dropped).all()
    assert ((after.capital < LEVEL) | state.is_dropped >= after.is_dropped).all()


@given(histories())
def test_it_is_drawn_from_where_those_who_bet_disagree(case):
    bets, _, state = case
    who = bets.betting(state)
    rows = bets.predictions[who]
    assert (bets.region(state) == (rows.min(axis=0) < rows.max(axis=0))).all()
    mass, s = bets.weights.sum(), state.candidate
    for h in range(len(bets.predictions)):
        apart = Fraction(
            int(bets.weights @ (bets.predictions[h] != bets.predictions[s])), int(mass)
        )
        settled = state.is_dropped[h] or state.is_certified[h, s] or apart <= bets.epsilon
        assert (h in who) == (h == s or not settled)


def _run(bets, target, eta, rng):
    """Return the state in which it stops, or after 2,000 labels."""
    state = bets.init()
    while not bets.finished(state) and state.labels < 2000:
        inside = np.flatnonzero(bets.region(state))
        x = int(rng.choice(inside))
        said = int(bets.predictions[target, x])
        state = bets.step(state, x, -said if rng.random() < eta else said)
    return state


@pytest.mark.parametrize(("eta", "most"), [(0, 40), (0.1, 95)])
def test_a_random_class_takes_the_labels_of_the_table(eta, most):
    """22.5 and 42.5 labels on average were measured; forty rows on 200 instances."""
    taken = []
    for seed in range(6):
        rng = np.random.default_rng(seed)
        rows = np.where(rng.random((40, 200)) < 0.5, 1, -1).astype(np.int8)
        bets = TableBets(rows, np.ones(200, dtype=np.int64), Fraction(1, 20), Fraction(1, 20))
        state = _run(bets, 7, eta, rng)
        assert state.candidate == 7
        assert not state.is_dropped[7]
        taken.append(state.labels)
    assert np.mean(taken) <= most

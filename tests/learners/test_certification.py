"""Certify: no step gains for a best model, nothing certified is lost, honest on a small pool."""

import json
from fractions import Fraction
from itertools import pairwise, product
from math import prod

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import altheory as al
from altheory.errors import DomainError
from altheory.learners._betting_capitals import Capitals, reaching
from altheory.learners.certification import certify

ROUNDING = 2.0**-40
LEVELS = (Fraction(1, 10), Fraction(1, 40), Fraction(1, 20), Fraction(3, 20), Fraction(2, 5))
HALF = Fraction(1, 2)


@st.composite
def histories(draw):
    """Models on a pool, the laws of the labels, a rule that asks, and some labels before it."""
    n, k = draw(st.integers(1, 5)), draw(st.integers(2, 5))
    classes = draw(st.integers(2, 3))
    answers = st.integers(0, classes - 1)
    said = np.array(
        draw(st.lists(st.lists(answers, min_size=n, max_size=n), min_size=k, max_size=k))
    )
    law = np.array(
        draw(
            st.lists(
                st.lists(st.integers(0, 3), min_size=classes, max_size=classes).map(
                    lambda row: [*row[:-1], row[-1] + 1]
                ),
                min_size=n,
                max_size=n,
            )
        )
    )
    law = law / law.sum(axis=1, keepdims=True)
    asked = np.array([*draw(st.lists(st.integers(0, 3), min_size=n - 1, max_size=n - 1)), 1])
    is_logged = draw(st.booleans())
    q = asked / asked.sum() if is_logged else np.full(n, 1 / n)
    seen = draw(
        st.lists(st.tuples(st.sampled_from(np.flatnonzero(q).tolist()), answers), max_size=15)
    )
    xs, ys = (np.array([pair[i] for pair in seen], dtype=np.int64) for i in (0, 1))
    return said, law, q, is_logged, xs, ys


def told(said, is_logged, q, xs, ys):
    """Return the capitals after the labels."""
    capitals = Capitals(said, LEVELS, is_logged)
    capitals.bet(xs, ys, 1 / (len(q) * q[xs]) if is_logged else np.ones(len(xs)))
    return capitals


@given(histories())
def test_no_step_gains_for_a_best_model(case):
    said, law, q, is_logged, xs, ys = case
    n, k = len(q), len(said)
    error = np.array([1 - law[np.arange(n), row].mean() for row in said])
    before = told(said, is_logged, q, xs, ys)
    plain, helped = np.zeros(k), np.zeros((len(LEVELS), k, k))
    for x, y in product(np.flatnonzero(q).tolist(), range(law.shape[1])):
        after = told(said, is_logged, q, np.append(xs, x), np.append(ys, y))
        p = q[x] * law[x, y]
        plain += p * np.exp(after.capital - before.capital)
        moved = after.capital[:, None] + after.bonuses - before.capital[:, None] - before.bonuses
        helped += p * np.exp(moved)
    for h in np.flatnonzero(error <= error.min() + 1e-12):
        assert plain[h] <= 1 + ROUNDING
        for level, s in product(range(len(LEVELS)), range(k)):
            if error[s] - error[h] >= LEVELS[level]:
                assert helped[level, h, s] <= 1 + ROUNDING


@given(histories())
def test_the_bound_of_a_level_is_one_of_a_larger_level(case):
    said, _, q, is_logged, xs, ys = case
    capitals = told(said, is_logged, q, xs, ys)
    assert (capitals.bonuses >= 0).all()
    mass = capitals.mass
    rising = np.argsort([float(level) for level in LEVELS])
    for low, high in pairwise(rising):
        is_bet = mass > float(LEVELS[high])
        assert (capitals.bonuses[high] >= capitals.bonuses[low])[is_bet].all()


@given(histories())
def test_what_is_certified_stays_certified(case):
    said, _, q, is_logged, xs, ys = case
    pool, chances = said.T, q[xs].tolist() if is_logged else None
    bound = Fraction(1)
    excluded: set[int] = set()
    for i in range(len(xs) + 1):
        of = None if chances is None else chances[:i]
        found = certify(pool, xs[:i], ys[:i], of, delta=HALF, epsilon=Fraction(1, 10))
        assert excluded <= set(found.excluded)
        assert len(excluded) == len(said) or found.excess_bound <= bound
        excluded, bound = set(found.excluded), found.excess_bound


def test_all_paths_of_a_coin():
    """The chance of a wrong answer over four labels of a pool of two is exact, below delta."""
    pool, wrong = np.array([[1, 0, 1], [1, 0, 0]]), Fraction(0)
    paths = list(product(product((0, 1), repeat=2), repeat=4))
    answers = []
    for path in paths:
        xs, ys = zip(*path, strict=True)
        answers.append(certify(pool, xs, ys, delta=HALF, epsilon=Fraction(1, 10)))
    for chances in product((Fraction(1, 4), HALF, Fraction(3, 4)), repeat=2):
        errors = [
            sum((1 - p) if pool[x][h] else p for x, p in enumerate(chances)) / 2 for h in range(3)
        ]
        bad = Fraction(0)
        for path, found in zip(paths, answers, strict=True):
            is_lost = any(errors[h] == min(errors) for h in found.excluded)
            if is_lost or errors[found.best] - min(errors) > found.excess_bound:
                bad += prod(HALF * (chances[x] if y else 1 - chances[x]) for x, y in path)
        wrong = max(wrong, bad)
    assert 0 < wrong <= HALF


def test_uniform_draws_that_are_logged_exclude_as_well():
    pool = [[1, -1]] * 8 + [[1, 1]] * 8
    xs = list(range(16)) * 4
    for chances in (None, [Fraction(1, 16)] * 64):
        found = certify(pool, xs, [1] * 64, chances, delta=0.05, epsilon=0.05)
        assert found.excluded == (1,)
        assert found.may_stop
        assert found.excess_bound == 0


def test_the_first_bet_by_hand():
    """Odds of .25, a stake of 2 (.1)(.8) / (2 / 4) = .32, for 1/2, of a label that pays 2."""
    found = certify([[1, -1], [1, 1]], [0], [1], [0.5], delta=0.05, epsilon=Fraction(1, 10))
    assert found.capitals == pytest.approx((0, np.log2(1 + 0.32 * (2 - 0.5))), abs=1e-9)


def test_asking_where_models_differ_takes_fewer_labels():
    pool = [[1, -1]] + [[1, 1]] * 9
    found = certify(pool, [0] * 8, [1] * 8, [1] * 8, delta=0.05, epsilon=0.05)
    assert found.excluded == (1,)
    passive = certify(pool, range(10), [1] * 10, delta=0.05, epsilon=0.05)
    assert passive.excluded == ()
    assert passive.excess_bound == Fraction(1, 10)


def test_no_labels_certify_where_models_differ():
    found = al.learners.certify([[0, 1, 2], [0, 0, 0]], [], [], delta=0.05, epsilon=0.1)
    assert (found.excluded, found.excess_bound, found.may_stop) == ((), HALF, False)
    assert certify([[1], [0]], [], [], delta=0.05, epsilon=0.1).may_stop


def test_it_prints_and_serializes_itself():
    found = certify([[1, -1]] * 4, [0, 1, 2, 3] * 9, [1] * 36, delta=0.05, epsilon=0.1)
    assert "not the best: model 1" in str(found)
    data = json.loads(found.to_json())
    assert data["excess_bound"] == "0"
    assert data["delta"] == str(Fraction(0.05))
    assert data["log2_capitals"][1] >= np.log2(20)


def test_the_level_is_not_below_the_logarithm():
    for delta in (Fraction(1, 20), Fraction(1, 3), Fraction(1, 10**40), Fraction(999, 1000)):
        assert Fraction(reaching(delta)) >= Fraction(float(np.log(float(1 / delta)))) + Fraction(
            1, 2**42
        )


@pytest.mark.parametrize(
    ("told", "said"),
    [
        ({"predictions": [1, -1]}, "one column a model"),
        ({"predictions": []}, "one column a model"),
        ({"predictions": [[1, -1], [1, 0]]}, "write both in one way"),
        ({"predictions": [[1, 0.5]]}, "whole numbers"),
        ({"predictions": [["a"]]}, "whole numbers"),
        ({"labels": [0]}, "write both in one way"),
        ({"labels": [1, 1]}, "each label has an instance"),
        ({"labels": [[1]]}, "one row"),
        ({"instances": [2]}, "rows 0 to 1"),
        ({"instances": [-1]}, "an instance"),
        ({"instances": [0.5]}, "an instance"),
        ({"probabilities": [0]}, "a probability"),
        ({"probabilities": [2]}, "a probability"),
        ({"probabilities": [float("nan")]}, "a probability"),
        ({"probabilities": [0.5, 0.5]}, "each label has a probability"),
        ({"delta": 0}, "delta"),
        ({"epsilon": 1}, "epsilon"),
    ],
)
def test_what_is_no_input_is_refused(told, said):
    good = {"predictions": [[1, -1], [1, 1]], "instances": [0], "labels": [1]}
    with pytest.raises(DomainError, match=said):
        certify(**(good | {"delta": 0.05, "epsilon": 0.1} | told))

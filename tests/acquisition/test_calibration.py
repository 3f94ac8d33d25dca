"""Calibration against enumeration in rationals, temperatures against roots in high precision."""

import math
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from mpmath import mp, mpf

from altheory.acquisition import best_temperature, calibration, calibration_error, softmax
from altheory.errors import BudgetError, DomainError

UNIT = 16
chance = st.integers(UNIT // 2, UNIT).map(lambda k: k / UNIT)
instance = st.tuples(chance, st.integers(0, 1))
instances = st.lists(instance, min_size=1, max_size=7)


def bin_of(p, bins):
    """The bin ((b - 1)/B, b/B] that holds a float, from 0."""
    return max(math.ceil(Fraction(p) * bins) - 1, 0)


def gap(sure, right, bins):
    """The binned gap in rationals."""
    total = Fraction(0)
    for b in range(bins):
        inside = [i for i, p in enumerate(sure) if bin_of(p, bins) == b]
        total += abs(sum((Fraction(sure[i]) - right[i] for i in inside), Fraction(0)))
    return total / len(sure)


@given(instances, st.integers(1, 5))
def test_it_is_the_gap_of_each_bin(pairs, bins):
    sure, labels = zip(*pairs, strict=True)
    found = calibration_error([[p, 1 - p] for p in sure], labels, bins=bins)
    right = [1 - y for y in labels]  # at one half the first class is said
    assert found.error == pytest.approx(float(gap(sure, right, bins)), abs=1e-15)
    assert sum(found.counts) == len(pairs)
    held = zip(found.counts, found.confidence, found.accuracy, strict=True)
    assert sum(n * abs(p - a) for n, p, a in held) / len(pairs) == pytest.approx(found.error)


@given(instances, st.integers(1, 5))
def test_what_a_calibrated_model_shows_is_the_mean_over_all_outcomes(pairs, bins):
    sure = [p for p, _ in pairs]
    mean = Fraction(0)
    for right in product((0, 1), repeat=len(sure)):
        law = math.prod(
            Fraction(p) if r else 1 - Fraction(p) for p, r in zip(sure, right, strict=True)
        )
        mean += law * gap(sure, right, bins)
    found = calibration_error([[p, 1 - p] for p in sure], [0] * len(sure), bins=bins)
    assert found.if_calibrated == pytest.approx(float(mean), abs=1e-14)


@pytest.mark.parametrize("bins", [1, 3, 5, 7, 10, 15])
def test_bins_are_closed_above_whatever_rounds(bins):
    for b in range((bins + 1) // 2, bins + 1):
        near = np.nextafter(b / bins, [0, 1])
        for p in (float(near[0]), b / bins, float(near[1])):
            if 0.5 <= p <= 1:
                found = calibration_error([[p, 1 - p]], [0], bins=bins)
                assert found.counts.index(1) == bin_of(p, bins)


def test_many_alike_are_a_binomial():
    n, p = 400, 0.75
    law = [math.comb(n, k) * Fraction(3) ** k / Fraction(4) ** n for k in range(n + 1)]
    mean = sum(q * abs(k - 300) for k, q in enumerate(law)) / n
    found = calibration_error([[p, 1 - p]] * n, [0] * n)
    assert found.if_calibrated == pytest.approx(float(mean), rel=1e-12)


logit = st.integers(-40, 40).map(lambda k: k / 8)


@given(st.lists(st.tuples(logit, logit, logit), min_size=4, max_size=8), st.floats(0.25, 8))
def test_the_temperature_is_where_the_derivative_vanishes(rows, scale):
    table = np.array([*rows, (3.0, 0.0, 0.0), (3.0, 1.0, 0.0)]) * scale
    labels = np.array([*np.argmax(rows, axis=1), 0, 1])  # one is wrong
    found = best_temperature(table, labels)
    with mp.workdps(40):
        high, low = (
            derivative(table, labels, mpf(t.denominator) / t.numerator)
            for t in (found.lo, found.hi)
        )
        assert low < 0 < high
    assert found.width < found.lo * Fraction(1, 10**8)


def derivative(table, labels, beta):
    """The derivative of the negative log-likelihood, in 40 digits."""
    total = mpf(0)
    for row, y in zip(table.tolist(), labels.tolist(), strict=True):
        weights = [mp.exp(beta * (mpf(z) - max(row))) for z in row]
        total += sum(w * (mpf(z) - mpf(row[y])) for w, z in zip(weights, row, strict=True)) / sum(
            weights
        )
    return total


@pytest.mark.parametrize(("right", "of"), [(2, 3), (3, 4), (9, 10), (99, 100)])
def test_two_classes_by_hand(right, of):
    """Logits (z, 0) say odds e^(z / T), and the best odds are those seen."""
    table, labels = [[2.0, 0.0]] * of, [0] * right + [1] * (of - right)
    found = best_temperature(table, labels)
    with mp.workdps(40):
        truth = 2 / mp.log(mpf(right) / (of - right))
        low, high = (mpf(t.numerator) / t.denominator for t in (found.lo, found.hi))
        assert low < truth < high


def test_scaled_logits_have_a_scaled_temperature_and_the_same_classes():
    table = np.array([[2.0, 0.0, 1.0], [0.0, 3.0, 0.5], [1.0, 0.0, 0.25]])
    labels = [0, 1, 2]
    one, four = best_temperature(table, labels), best_temperature(4 * table, labels)
    assert 4 * one.lo <= four.hi
    assert four.lo <= 4 * one.hi
    warm = softmax(table, float(one))
    assert warm.argmax(axis=1).tolist() == table.argmax(axis=1).tolist()
    assert warm.ravel().tolist() == pytest.approx(softmax(4 * table, 4 * float(one)).ravel())


def test_softmax_does_not_overflow():
    assert softmax([[1e4, 0.0], [-1e4, -1e4]]).tolist() == [[1.0, 0.0], [0.5, 0.5]]


@pytest.mark.parametrize(
    ("table", "labels", "said"),
    [
        ([[1, 0], [0, 1]], [0, 1], "every label has the largest logit"),
        ([[1, 1]], [0], "same logit"),
        ([[1, 1], [1, 0]], [0, 0], "every label has the largest logit"),
        ([[1, 0], [0, 1]], [1, 1], "no larger logits"),
        ([[1, 0]], [1], "no larger logits"),
        ([[1, 0]], [2], "classes 0, ..., 1, got 2"),
        ([[1, 0]], [0, 1], "1 instances and 2 labels"),
        ([[math.nan, 0]], [0], "finite"),
        ([1, 0], [0, 1], "one row each"),
    ],
)
def test_where_no_temperature_is_best_it_is_said(table, labels, said):
    with pytest.raises(DomainError, match=said):
        best_temperature(table, labels)


def test_where_balls_do_not_tell_it_is_said(monkeypatch):
    monkeypatch.setattr(calibration, "ATTEMPTS", 1)
    monkeypatch.setattr(calibration, "BITS", 4)
    with pytest.raises(BudgetError, match="balls of 4 bits"):
        best_temperature([[2.0, 0.0]] * 3, [0, 0, 1])


@pytest.mark.parametrize(
    ("probs", "labels", "said"),
    [
        ([[0.5, 0.6]], [0], "sum to one"),
        ([[0.5, 0.5]], [0, 1], "1 instances and 2 labels"),
        (np.ones((0, 2)), [], "integers"),
        ([[0.5, 0.5]], [0.5], "integers"),
        ([[0.5, 0.5]] * 2, [[0, 1]], r"got shape \(1, 2\)"),
        ([[0.5, 0.5]] * 2, [[0, 1], [0]], "labels"),
        (np.ma.masked_less([[0.5, 0.5]], 0.6), [0], "masked"),
        ([["0.5", "0.5"]], [0], "real numbers"),
        ([[0.5 + 1j, 0.5]], [0], "real numbers"),
    ],
)
def test_what_is_no_table_of_labels_is_refused(probs, labels, said):
    with pytest.raises(DomainError, match=said):
        calibration_error(probs, labels)


@pytest.mark.parametrize("temperature", [0, -1, math.nan, "1"])
def test_a_temperature_is_positive(temperature):
    with pytest.raises(DomainError, match="temperature"):
        softmax([[0.0, 1.0]], temperature)

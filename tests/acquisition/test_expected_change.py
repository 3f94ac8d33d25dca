"""Expected changes, against gradients by hand and refitted tables in fractions."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.acquisition import entropy, expected_error_reduction, expected_gradient_length
from altheory.errors import DomainError

eighths = st.integers(0, 8)


@given(st.lists(st.tuples(eighths, st.integers(-3, 3)), min_size=1, max_size=4), st.booleans())
def test_the_gradient_is_that_of_the_log_loss(rows, bias):
    table = np.array([[a / 8, 1 - a / 8] for a, _ in rows])
    found = expected_gradient_length(table, [[x] for _, x in rows], bias=bias)
    for score, p, (_, x) in zip(found, table, rows, strict=True):
        features = np.array([x, 1.0]) if bias else np.array([float(x)])
        gradients = [np.outer(p - np.eye(2)[y], features) for y in (0, 1)]
        truth = sum(p[y] * np.sqrt((g**2).sum()) for y, g in enumerate(gradients))
        assert score == pytest.approx(truth, abs=1e-12)


def test_a_length_is_as_exact_at_any_size():
    sizes = [1e200, 1e-200, 1e160, 5e-324]
    found = expected_gradient_length([[0.5, 0.5]] * 4, np.array(sizes)[:, None], bias=False)
    assert found[:3].tolist() == pytest.approx([x * math.sqrt(0.5) for x in sizes[:3]], rel=1e-15)
    assert found[3] > 0
    with pytest.raises(DomainError, match="gradient lengths are finite"):
        expected_gradient_length([[0.5, 0.5]], [[1.5e308] * 4])


@given(st.lists(eighths, min_size=1, max_size=4), st.data())
def test_reduction_is_the_loss_now_less_what_is_expected(high, data):
    n = len(high)
    rows = st.lists(eighths, min_size=n, max_size=n)
    after = {(i, y): data.draw(rows) for i in range(n) for y in (0, 1)}

    def wide(row):
        return [[a / 8, 1 - a / 8] for a in row]

    def error(row):
        return sum(1 - max(Fraction(a, 8), 1 - Fraction(a, 8)) for a in row)

    found = expected_error_reduction(wide(high), lambda i, y: wide(after[i, y]))
    for i, a in enumerate(high):
        p = Fraction(a, 8)
        assert found[i] == error(high) - p * error(after[i, 0]) - (1 - p) * error(after[i, 1])


def test_entropy_is_in_nats_and_impossible_answers_are_not_tried():
    asked = []

    def refit(i, y):
        asked.append((i, y))
        return [[1.0, 0.0], [0.5, 0.5]]

    found = expected_error_reduction([[1, 0], [0.5, 0.5]], refit, loss="entropy")
    assert asked == [(0, 0), (1, 0), (1, 1)]
    assert found.tolist() == pytest.approx([0, 0], abs=1e-15)
    gain = expected_error_reduction([[0.5, 0.5]], lambda *_: [[1, 0]], loss="entropy")
    assert gain[0] == pytest.approx(entropy([[0.5, 0.5]], base=math.e)[0])


def test_what_is_no_match_is_refused():
    with pytest.raises(DomainError, match="no match"):
        expected_gradient_length([[1, 0]], [[0.0], [1.0]])
    with pytest.raises(DomainError, match="shape"):
        expected_error_reduction([[1, 0]], lambda *_: [[1, 0], [1, 0]])
    with pytest.raises(DomainError, match="got 'loss'"):
        expected_error_reduction([[1, 0]], lambda *_: [[1, 0]], loss="loss")

"""Hard labels against exact comparisons, around every lead that is twice the bound."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.graphs._likeliest import likeliest
from altheory.graphs.harmonic_solution import Harmonic, harmonic

ERRORS = st.sampled_from([0.0, 5e-324, 2.0**-54, 1e-16, 2.0**-53, 1e-9, 0.1, 0.25, 0.5, 1.0])


def around(x):
    """The floats next to x, and x."""
    return [np.nextafter(x, -np.inf), x, np.nextafter(x, np.inf)]


@given(ERRORS, st.booleans())
def test_two_classes(error, above):
    for f in around(0.5 + error if above else 0.5 - error):
        classes, ties = likeliest(np.array([f]), error)
        lead = 2 * Fraction(f) - 1
        if abs(lead) <= 2 * Fraction(error):
            assert ties[0]
        if ties[0]:
            assert abs(lead) <= 2 * Fraction(error) * (1 + Fraction(1, 2**52))
        assert classes[0] == (lead > 0 and not ties[0])


@given(ERRORS, st.lists(st.floats(0, 1), min_size=2, max_size=4), st.integers(0, 3))
def test_no_tie_of_classes_is_missed(error, row, at):
    for x in around(max(row) - 2 * error):
        scores = [*row[:at], x, *row[at:]]
        classes, ties = likeliest(np.array([scores]), error)
        most = max(map(Fraction, scores))
        near = [c for c, y in enumerate(scores) if most - Fraction(y) <= 2 * Fraction(error)]
        assert ties[0] >= (len(near) > 1)
        assert classes[0] <= near[0]
        sure = most - sorted(map(Fraction, scores))[-2] > Fraction(2 * error) + Fraction(1, 2**50)
        assert ties[0] <= (not sure)
        if not ties[0]:
            assert scores[classes[0]] == most


def test_fractions_are_compared_exactly():
    above = Fraction(1, 2) + Fraction(1, 10**40)
    assert [x.tolist() for x in likeliest(np.array([above, 1 - above, Fraction(1, 2)]), 0.0)] == [
        [1, 0, 0],
        [False, False, True],
    ]
    rows = np.array([[1 - above, above], [Fraction(1, 2), Fraction(1, 2)]])
    assert [x.tolist() for x in likeliest(rows, 0.0)] == [[1, 0], [False, True]]


def test_rounding_does_not_decide():
    """The value of the last node is exactly 1/2, and above it in floats."""
    matrix = np.zeros((5, 5))
    for i, j, w in ((0, 2, 0.2), (1, 3, 0.2), (2, 4, 0.2), (3, 4, 0.2), (2, 3, 0.1)):
        matrix[i, j] = matrix[j, i] = w
    for values in ([0, 1], [[1, 0], [0, 1]]):
        found = harmonic(matrix, [0, 1], values)
        assert found.classes.tolist() == [0, 1, 0, 1, 0]
        assert found.ties.tolist() == [False] * 4 + [True]
        exact = harmonic(matrix, [0, 1], values, exact=True)
        assert exact.ties.tolist() == found.ties.tolist()


@pytest.mark.parametrize("exact", [True, False])
def test_what_has_no_value_is_tied(exact):
    pair = [[0, 1, 0], [1, 0, 0], [0, 0, 0]]
    for value in (1, [0, 1]):
        found = harmonic(pair, [0], [value], unlabeled="nan", exact=exact)
        assert (found.classes.tolist(), found.ties.tolist()) == ([1, 1, 0], [False, False, True])


def test_a_bound_that_says_nothing_ties_all():
    found = Harmonic(np.array([0.0, 1.0]), np.inf, "given")
    assert (found.classes.tolist(), found.ties.tolist()) == ([0, 0], [True, True])

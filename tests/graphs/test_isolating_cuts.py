"""Multiway cuts against all labelings, in rationals."""

from fractions import Fraction
from itertools import combinations, product

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError
from altheory.graphs.isolating_cuts import multiway_cut
from altheory.graphs.minimum_cut import min_cut
from tests.graphs.weighted import graphs, matrix


def severed(W, labels):
    pairs = combinations(range(len(W)), 2)
    return sum((Fraction(W[i, j]) for i, j in pairs if labels[i] != labels[j]), Fraction(0))


def minimum_cuts(W, k):
    """The least weight and all labelings that have it, where node c is labeled c."""
    labelings = [(*range(k), *rest) for rest in product(range(k), repeat=len(W) - k)]
    least = min(severed(W, labels) for labels in labelings)
    return least, [labels for labels in labelings if severed(W, labels) == least]


@given(graphs(most=6), st.integers(1, 4))
def test_against_all_labelings(W, classes):
    k = min(classes, len(W))
    cut = multiway_cut(W, [*range(k)], [*range(k)])
    least, all_cuts = minimum_cuts(W, k)
    assert cut.lower_bound <= least <= cut.value == severed(W, cut.labels)
    assert cut.value <= (2 - Fraction(2, k)) * least
    agreed = (np.array(all_cuts) == cut.labels).all(axis=0)
    assert (agreed >= cut.forced).all()
    if k <= 2:
        assert (agreed == cut.forced).all()
        assert cut.is_unique == (len(all_cuts) == 1)
    assert not (cut.is_unique and len(all_cuts) > 1)


@given(graphs(most=8))
def test_two_classes_are_the_least_minimum_cut(W):
    cut, two = multiway_cut(W, [0, 1], [0, 1]), min_cut(W, [1], [0])
    assert cut.value == cut.lower_bound == two.value
    assert (cut.labels == (two.labels == 1)).all()
    assert (cut.forced == two.forced).all()


def test_a_tie_at_the_center_goes_to_the_first_class():
    cut = multiway_cut(matrix(4, [1, 1, 1, 0, 0, 0]), [1, 2, 3], [2, 1, 0])
    assert cut.labels.tolist() == [0, 2, 1, 0]
    assert cut.forced.tolist() == [False, True, True, True]
    assert (cut.lower_bound, cut.value) == (Fraction(3, 2), Fraction(2))


@pytest.mark.parametrize(
    "classes", [[0, 2], [1, 1], [0], [-1, 0], [0.0, 1.0], ["a", "b"], [[0], [1]]]
)
def test_classes_are_numbered(classes):
    with pytest.raises(DomainError, match="class"):
        multiway_cut(matrix(2, [1]), [0, 1], classes)

"""The nearest labeled node by going through all of them, in rationals."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs.nearest import nearest_on_graph, nearest_point
from tests.graphs.weighted import graphs, matrix

NUMBERS = st.one_of(
    st.integers(-2, 2).map(float),
    st.sampled_from([0.1, 0.2, 0.3, 1e-150, 1e150, 1.0, np.nextafter(1.0, 2)]),
)


@st.composite
def labeled_points(draw):
    n, d = draw(st.integers(1, 6)), draw(st.integers(1, 2))
    rows = st.lists(NUMBERS, min_size=d, max_size=d)
    X = draw(st.lists(rows, min_size=n, max_size=n))
    labeled = draw(st.lists(st.integers(0, n - 1), min_size=1, unique=True))
    labels = draw(st.lists(st.sampled_from([-1, 1]), min_size=len(labeled), max_size=len(labeled)))
    return X, labeled, labels


@given(labeled_points())
def test_agrees_with_all_pairs(drawn):
    X, labeled, labels = drawn
    found = nearest_point(X, labeled, labels)
    known = dict(zip(labeled, labels, strict=True))
    for i, x in enumerate(X):
        squares = {
            j: sum((Fraction(a) - Fraction(b)) ** 2 for a, b in zip(x, X[j], strict=True))
            for j in labeled
        }
        near = {known[j] for j in labeled if squares[j] == min(squares.values())}
        if i in known:
            near = {known[i]}
        assert found.labels[i] == min(near)
        assert found.ties[i] == (len(near) > 1)


@given(graphs())
def test_agrees_with_steps_on_the_graph(W):
    steps = np.where(np.eye(len(W)) == 1, 0, np.where(W > 0, 1, np.inf))
    for k in range(len(W)):
        steps = np.minimum(steps, steps[:, k : k + 1] + steps[k])
    labeled, labels = [0, len(W) - 1], np.array([3, 2])
    near = steps[:, labeled]
    if np.isinf(near.min(axis=1)).any():
        with pytest.raises(UnlabeledComponentError, match="label one node of each"):
            nearest_on_graph(W, labeled, labels)
        return
    found = nearest_on_graph(W, labeled, labels)
    assert (found.ties == (near[:, 0] == near[:, 1])).all()
    assert (found.labels == np.where(near[:, 0] < near[:, 1], 3, 2)).all()


@pytest.mark.parametrize(
    ("labeled", "labels"), [([0], [1, 1]), ([0], [0.5]), ([5], [1]), ([0, 0], [1, 1]), ([], [])]
)
def test_labels_that_make_no_sense(labeled, labels):
    with pytest.raises(DomainError):
        nearest_point([[0.0], [1.0]], labeled, labels)
    with pytest.raises(DomainError):
        nearest_on_graph(matrix(2, [1]), labeled, labels)


def test_many_copies_with_both_labels():
    """Each place is tied with itself a thousandfold, and is compared but once."""
    xs = np.repeat(np.array([[0.1, 0.2], [0.3, 0.4], [5.0, 5.0]]), 2_000, axis=0)
    labeled = np.arange(0, 6_000, 2)
    found = nearest_point(xs, labeled, np.where(labeled < 4_000, labeled // 2 % 2, 7))
    unlabeled = np.arange(1, 6_000, 2)
    assert found.ties[unlabeled].tolist() == (unlabeled < 4_000).tolist()
    assert found.labels[unlabeled].tolist() == np.where(unlabeled < 4_000, 0, 7).tolist()


def test_what_floats_cannot_tell_apart():
    """Squares 1 + 1e-40 and 1."""
    found = nearest_point([[0.0, 0.0], [1.0, 1e-20], [1.0, 0.0]], [1, 2], [-1, 1])
    assert found.labels.tolist() == [1, -1, 1]
    assert not found.ties.any()

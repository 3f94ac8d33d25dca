"""Harmonic solutions against exact rationals, on every small graph and on wild random ones."""

from fractions import Fraction
from itertools import combinations, product
from typing import Any

import numpy as np
import pytest

from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs.harmonic_solution import harmonic
from tests.graphs.examples import exact_values, random_graph, reached, small_graphs

KINDS = ("even", "any", "wide", "few")


def require_certified(matrix, labeled, values, found):
    """Every value within the stated bound of the exact one, and NaN exactly where there is none."""
    exact = exact_values(matrix, labeled, values)
    assert set(np.flatnonzero(~np.isnan(found.f))) == set(exact)
    bound = Fraction(found.error_bound)
    assert all(abs(Fraction(found.f[i]) - x) <= bound for i, x in exact.items())


@pytest.mark.parametrize("size", [1, 2, 3])
def test_every_small_graph_and_every_labeling(size):
    for matrix in small_graphs(size):
        for count in range(1, size + 1):
            for labeled in map(list, combinations(range(size), count)):
                for values in product((0, 1), repeat=count):
                    found = harmonic(matrix, labeled, values, unlabeled="nan")
                    require_certified(matrix, labeled, values, found)
                    assert found.error_bound <= 1e-14


@pytest.mark.slow
def test_every_graph_on_four_nodes():
    for matrix in small_graphs(4):
        for labeled, values in (([0, 1], [0, 1]), ([2, 0, 1], [0.25, 1, 0])):
            found = harmonic(matrix, labeled, values, unlabeled="nan")
            require_certified(matrix, labeled, values, found)


def wild(rng, kind):
    size = int(rng.integers(2, 12))
    matrix = random_graph(rng, size, kind)
    labeled = rng.permutation(size)[: int(rng.integers(1, size + 1))].tolist()
    values = rng.integers(0, 2, len(labeled)).astype(float)
    return matrix, labeled, values


@pytest.mark.seeded("every graph is checked against exact rationals")
@pytest.mark.parametrize("kind", KINDS)
def test_weights_of_any_size(rng, kind):
    for _ in range(60):
        matrix, labeled, values = wild(rng, kind)
        found = harmonic(matrix, labeled, values, unlabeled="nan")
        require_certified(matrix, labeled, values, found)
        assert found.error_bound <= 1e-11


@pytest.mark.slow
@pytest.mark.seeded("every graph is checked against exact rationals")
@pytest.mark.parametrize("kind", KINDS)
def test_ten_thousand_graphs(rng, kind):
    for _ in range(2500):
        matrix, labeled, values = wild(rng, kind)
        found = harmonic(matrix, labeled, values, unlabeled="nan")
        require_certified(matrix, labeled, values, found)
        assert found.error_bound <= 1e-11


@pytest.mark.seeded("the components are found by walking")
def test_components_without_a_label_are_named(rng):
    for _ in range(40):
        matrix, labeled, values = wild(rng, "few")
        lost = sorted(set(range(len(matrix))) - reached(matrix, labeled))
        if not lost:
            harmonic(matrix, labeled, values)
            continue
        named = ", ".join(map(str, lost[:8]))
        with pytest.raises(UnlabeledComponentError, match=f"{len(lost)} of .*: {named}"):
            harmonic(matrix, labeled, values)


def test_classes_are_solved_one_by_one():
    matrix = [[0, 1, 0, 0], [1, 0, 1, 1], [0, 1, 0, 2], [0, 1, 2, 0]]
    rows = [[1, 0, 0], [0, 1, 0], [0.25, 0.25, 0.5]]
    found = harmonic(matrix, [0, 2, 3], rows)
    assert found.f.shape == (4, 3)
    for k, column in enumerate(zip(*rows, strict=True)):
        alone = harmonic(matrix, [0, 2, 3], column)
        assert np.abs(found.f[:, k] - alone.f).max() <= found.error_bound + alone.error_bound
    assert abs(found.f.sum(axis=1) - 1).max() <= 1e-15


def test_equal_labels_are_everywhere():
    found = harmonic([[0, 1e-300, 0], [1e-300, 0, 1e300], [0, 1e300, 0]], [0], [0.3])
    assert found.f.tolist() == [0.3] * 3
    assert found.error_bound == 0


PATH = [[0, 1, 0], [1, 0, 1], [0, 1, 0]]


@pytest.mark.parametrize(
    ("labeled", "values", "said"),
    [
        ([], [], "one node number or more"),
        ([0.5], [1], "one node number or more"),
        ([True], [1], r"give np.flatnonzero\(mask\)"),
        ([3], [1], "from 0 to 2, got 3"),
        ([-1], [1], "from 0 to 2, got -1"),
        ([1, 1], [0, 1], "got 1 twice"),
        ([0, 1], [0], "each of 2 labeled nodes has a value, got 1$"),
        ([0], [1.5], "got 1.5"),
        ([0], [float("nan")], "got nan"),
        ([0, 2], [-1, 1], r"1 for positive and 0 for negative, got -1"),
        ([0], ["x"], "got \\['x'\\]"),
        ([0], [[0.5, 0.4]], r"sum to one, got \[0.5, 0.4\]"),
        ([0], np.empty((1, 0)), "shape"),
    ],
)
def test_what_is_no_label_is_refused(labeled, values, said):
    with pytest.raises(DomainError, match=said):
        harmonic(PATH, labeled, values)


def test_components_are_refused_or_nan_and_nothing_else():
    unknown: Any = "zero"
    with pytest.raises(DomainError, match="got 'zero'"):
        harmonic(PATH, [0], [1], unlabeled=unknown)

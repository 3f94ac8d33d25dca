"""Uncertainty, variance reduction and rankings, against their definitions."""

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs._ranked import ranked
from altheory.graphs.look_ahead import lookahead
from altheory.graphs.optimality import sigma_optimality, v_optimality
from altheory.graphs.uncertainty import uncertainty_sampling
from tests.graphs.examples import exact_values, random_graph

PATH = np.diag([1.0] * 3, 1) + np.diag([1.0] * 3, -1)


def connected(seed, size):
    matrix = random_graph(np.random.default_rng(seed), size, "even")
    for i in range(size - 1):
        matrix[i, i + 1] = matrix[i + 1, i] = max(matrix[i, i + 1], 0.5)
    return matrix


SEEDS, SIZES = st.integers(0, 2**32), st.integers(3, 9)


@given(seed=SEEDS, size=SIZES)
def test_uncertainty_is_that_of_the_exact_solution(seed, size):
    matrix = connected(seed, size)
    found = uncertainty_sampling(matrix, [0, 1], [0, 1])
    exact = exact_values(matrix, [0, 1], [0, 1])
    for node, score in zip(found.nodes.tolist(), found.scores, strict=True):
        assert abs(min(exact[node], 1 - exact[node]) - Fraction(score)) <= found.error_bound
    assert found.error_bound < 1e-12


def test_uncertainty_of_classes():
    found = uncertainty_sampling(PATH, [0, 3], [[1, 0, 0], [0, 0.5, 0.5]])
    assert found.scores == pytest.approx([1 / 3, 2 / 3])
    assert found.best == 2


@given(seed=SEEDS, size=SIZES)
def test_reductions_are_differences_of_variances(seed, size):
    matrix = connected(seed, size)
    laplacian = np.diag(matrix.sum(axis=1)) - matrix

    def variances(labeled):
        free = np.setdiff1d(np.arange(size), labeled)
        g = np.linalg.inv(laplacian[np.ix_(free, free)])
        return np.trace(g), g.sum()

    labeled, found = [0], [v_optimality(matrix, [0]), sigma_optimality(matrix, [0])]
    while True:
        now = variances(labeled)
        for design, before, which in zip(found, now, (0, 1), strict=True):
            assert design.error_bound < 1e-9
            for k, reduction in zip(design.nodes.tolist(), design.reduction, strict=True):
                then = variances([*labeled, k])[which]
                assert abs(before - then - reduction) < design.error_bound + 1e-11 * before
            assert design.best == design.ties[0]
            assert design.reduction[design.nodes == design.best] >= (
                design.reduction.max() - 2 * design.error_bound
            )
        if len(found[0].nodes) == 1:
            break
        node = found[0].best
        labeled, found = [*labeled, node], [design.after(node) for design in found]


def test_designs_of_candidates():
    whole, some = v_optimality(PATH, [0]), v_optimality(PATH, [0], candidates=[3, 1])
    assert some.nodes.tolist() == [1, 3]
    assert np.abs(whole.reduction[[0, 2]] - some.reduction).max() <= some.error_bound * 2
    with pytest.raises(DomainError, match="is no candidate; give it as one"):
        some.after(2)
    with pytest.raises(DomainError, match="last candidate"):
        some.after(1).after(3)


def test_designs_of_a_star_are_tied():
    star = np.zeros((6, 6))
    star[0, 1:] = star[1:, 0] = 1.0
    for found in (v_optimality(star, [0]), sigma_optimality(star, [0])):
        assert found.ties == (1, 2, 3, 4, 5)
        assert found.reduction == pytest.approx(1.0)


@pytest.mark.parametrize(
    "asked", [uncertainty_sampling, lookahead, lambda w, nodes, _: sigma_optimality(w, nodes)]
)
def test_no_label_in_a_component_or_everywhere(asked):
    pair = np.array([[0.0, 1, 0], [1, 0, 0], [0, 0, 0]])
    with pytest.raises(UnlabeledComponentError):
        asked(pair, [0], [1])
    with pytest.raises(DomainError, match="all 3 nodes are labeled"):
        asked(pair, [0, 1, 2], [1, 0, 1])


def test_fractions_are_ranked_exactly():
    scores = np.array([Fraction(1, 3), Fraction(1, 3) + Fraction(1, 10**40)], dtype=object)
    assert ranked(np.array([4, 2]), scores, 0.0).ties == (2,)
    assert ranked(np.array([4, 2]), scores, 1e-30).ties == (2, 4)

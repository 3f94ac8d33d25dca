"""Masses of classes against their formula in rationals, and new points against means."""

from fractions import Fraction

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.graphs.class_mass import mass_normalized
from altheory.graphs.harmonic_solution import Harmonic, harmonic
from altheory.graphs.induction import induced


def cliques(between):
    """Two cliques of 20 nodes, one positive label in the first and ten negative in the second."""
    matrix = np.full((40, 40), between)
    matrix[:20, :20] = matrix[20:, 20:] = 1
    np.fill_diagonal(matrix, 0)
    return matrix, [0, *range(20, 30)], [1] + [0] * 10


def test_many_labels_win_a_whole_cluster_and_masses_win_it_back():
    matrix, labeled, values = cliques(0.1)
    found = harmonic(matrix, labeled, values)
    assert found.f[1:20].max() < 0.5
    again = mass_normalized(found, 0.5)
    assert again.f[:20].min() > 0.5 > again.f[20:].max()
    assert again.f[labeled].tolist() == values


@pytest.mark.seeded("every value is compared with the formula in rationals")
def test_masses_agree_with_their_formula_within_the_bound(rng):
    for _ in range(20):
        rows, error = rng.dirichlet(np.ones(3), 8), 10.0 ** rng.uniform(-12, -3)
        shares = rng.dirichlet(np.ones(3))
        shares[2] = 1 - shares[0] - shares[1]
        off = np.clip(rows + error * rng.uniform(-1, 1, rows.shape), 0, 1)
        found = mass_normalized(Harmonic(off, error, "given", np.array([0, 3])), shares)
        free = [1, 2, 4, 5, 6, 7]
        for i in free:
            mass = [sum(Fraction(rows[j, c]) for j in free) for c in range(3)]
            parts = [Fraction(shares[c]) * Fraction(rows[i, c]) / mass[c] for c in range(3)]
            for c in range(3):
                wrong = abs(Fraction(found.f[i, c]) - parts[c] / sum(parts))
                assert wrong <= Fraction(found.error_bound)
        assert found.error_bound <= 100 * error
        assert found.f[[0, 3]].tolist() == off[[0, 3]].tolist()


def test_proportions_are_by_default_those_of_the_labels():
    matrix, labeled, values = cliques(0.1)
    found = harmonic(matrix, labeled, values)
    default = mass_normalized(found).f
    assert abs(default - mass_normalized(found, 1 / 11).f).max() <= 1e-14


def test_what_has_no_mass_is_refused():
    nobody = harmonic([[0, 1, 0], [1, 0, 0], [0, 0, 0]], [0, 2], [1, 0])
    with pytest.raises(DomainError, match="class 0 has no mass"):
        mass_normalized(nobody)
    assert mass_normalized(harmonic([[0, 1], [1, 0]], [0], [1]), 1.0).f.tolist() == [1, 1]
    with pytest.raises(DomainError, match="each of 2 classes"):
        mass_normalized(nobody, [0.5, 0.25, 0.25])
    rows = np.array([[1, 0.0], [0.5, 0.5], [1, 0]])
    with pytest.raises(DomainError, match="zero alone"):
        mass_normalized(Harmonic(rows, 0.0, "given"), [0, 1])
    assert mass_normalized(harmonic([[0]], [0], [1])).f.tolist() == [1]


@pytest.mark.seeded("every value is compared with the mean in rationals")
def test_new_points_get_means(rng):
    for _ in range(20):
        f = rng.random((6, 2))
        weights = rng.random((3, 6)) * 10.0 ** rng.uniform(-300, 300, (3, 6))
        weights[rng.random((3, 6)) < 0.3] = 0
        weights[:, 0] = 1e300
        found = induced(Harmonic(f, 0.0, "given"), weights)
        for i, row in enumerate(weights):
            w = [Fraction(x) for x in row]
            for c in range(2):
                terms = (a * Fraction(b) for a, b in zip(w, f[:, c], strict=True))
                mean = sum(terms, Fraction(0)) / sum(w, Fraction(0))
                assert abs(Fraction(found.f[i, c]) - mean) <= Fraction(found.error_bound)
    assert induced(Harmonic(f[:, 0], 1e-3, "given"), weights).error_bound >= 1e-3


@pytest.mark.parametrize(
    ("weights", "said"),
    [
        ([[1, 2]], r"weights to 3 nodes, got shape \(1, 2\)"),
        ([[1, -1, 0]], "not negative"),
        ([[1, np.nan, 0]], "finite"),
        ([[1, 0, 0], [0, 0, 0]], "new point 1 has no neighbor"),
        ([[1, 0, 1]], "node 2 has no value"),
    ],
)
def test_new_points_without_a_value_are_refused(weights, said):
    found = harmonic([[0, 1, 0], [1, 0, 0], [0, 0, 0]], [0], [1], unlabeled="nan")
    with pytest.raises(DomainError, match=said):
        induced(found, weights)


def test_labels_keep_their_values_whatever_is_asked():
    star = [[0, 3, 1, 1], [3, 0, 0, 0], [1, 0, 0, 0], [1, 0, 0, 0]]
    again = mass_normalized(harmonic(star, [1, 2], [1, 0.25]), 0.5)
    assert again.f[[1, 2]].tolist() == [1, 0.25]
    assert again.labeled.tolist() == [1, 2]
    nowhere = harmonic([[0, 1, 0], [1, 0, 0], [0, 0, 0]], [0], [1], unlabeled="nan")
    assert np.isnan(mass_normalized(nowhere, 1.0).f).tolist() == [False, False, True]
    with pytest.raises(DomainError, match=r"sum to one, got 2; divide counts by their sum"):
        mass_normalized(again, 2)
    with pytest.raises(DomainError, match="no node is labeled; give the proportions"):
        mass_normalized(Harmonic(np.array([0.25, 0.5]), 0.0, "given"))

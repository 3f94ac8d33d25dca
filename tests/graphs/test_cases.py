"""Which method is right on which worked case."""

import sys
from fractions import Fraction
from itertools import combinations

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from altheory.errors import DomainError, MissingDependencyError
from altheory.graphs import (
    cases,
    graph_of,
    harmonic,
    label_spreading,
    mass_normalized,
    min_cut,
    nearest_on_graph,
    nearest_point,
    spectral_partition,
)

SEEDS = st.integers(0, 2**32)
ALL = Fraction(1)


def by_nearest(case):
    labels = case.truth[case.labeled]
    if case.points is None:
        return nearest_on_graph(case.weights, case.labeled, labels).labels
    return nearest_point(case.points, case.labeled, labels).labels


def by_cut(case):
    return (min_cut(case.weights, case.positive, case.negative).labels + 1) // 2


def soft(case):
    return harmonic(case.weights, case.labeled, case.values)


def hard(found):
    """The likelier class, where the bound on the error decides which it is."""
    f = found.f if found.f.ndim == 2 else np.column_stack((1 - found.f, found.f))
    first, second = np.sort(f, axis=1)[:, :-3:-1].T
    return np.where(first - second > 3 * found.error_bound, f.argmax(axis=1), -1)


def by_propagation(case):
    return hard(soft(case))


def by_mass(case, proportions=None):
    return hard(mass_normalized(soft(case), proportions))


def by_spectrum(case):
    sides = spectral_partition(case.weights).labels
    return (sides == sides[case.positive[0]]).astype(int)


def by_spreading(case, alpha=0.99):
    return label_spreading(case.weights, case.labeled, case.values, alpha=alpha).classes


ON_GRAPHS = (by_cut, by_propagation, by_mass, by_spectrum, by_spreading)


def crossing(case):
    """The weight of the edges between classes."""
    edges = case.weights.tocoo()
    return edges.data[case.truth[edges.row] != case.truth[edges.col]].sum() / 2


@settings(max_examples=10)
@given(SEEDS)
def test_two_rings_are_clear_to_every_method_but_the_nearest_label(seed):
    case = cases.two_rings(seed, noise=0.05)
    assert crossing(case) == 0
    assert graph_of(case.weights).components == 2
    for method in ON_GRAPHS:
        assert case.accuracy(method(case)) == ALL, method
    nearest = by_nearest(case)
    assert (nearest[:50] == 1).all()
    assert 70 <= (nearest[50:] == 1).sum() <= 85  # beyond the line x = 3/2, nearly


@pytest.mark.parametrize("noise", [0, 0.15, 0.2])
def test_rings_are_where_they_are_said_to_be(noise):
    case = cases.two_rings(7, inner=20, outer=41, noise=noise)
    radii = np.hypot(*case.points.T)
    assert (np.abs(radii - np.where(case.truth, 1, 2)) <= 5 * noise + 1e-12).all()
    assert np.ptp(radii[:20]) > noise or noise == 0
    angles = np.arctan2(*case.points.T[::-1]) % (2 * np.pi)
    parts = np.concatenate((20 / (2 * np.pi) * angles[:20], 41 / (2 * np.pi) * angles[20:]))
    assert (np.floor(parts) == [*range(20), *range(41)]).all()


def test_rings_that_touch_are_clear_to_the_minimum_cut_for_longer():
    near = cases.two_rings(0, noise=0.15)
    assert crossing(near) > 0
    assert near.accuracy(by_cut(near)) == near.accuracy(by_spectrum(near)) == ALL
    assert near.accuracy(by_spreading(near)) < ALL


def test_the_minimum_cut_splits_off_a_label_when_rings_run_together():
    case = cases.two_rings(0, noise=0.2)
    assert np.flatnonzero(by_cut(case) == 0).tolist() == case.negative.tolist()
    assert case.accuracy(by_cut(case)) == Fraction(49, 148)
    assert crossing(case) > case.weights[case.negative].sum()


@settings(max_examples=10)
@given(SEEDS)
def test_two_moons_are_clear_to_every_method_but_the_nearest_label(seed):
    case = cases.two_moons(seed, each=50, noise=0.01, neighbors=6)
    assert crossing(case) == 0
    for method in ON_GRAPHS:
        assert case.accuracy(method(case)) == ALL, method
    assert Fraction(3, 4) < case.accuracy(by_nearest(case)) < Fraction(9, 10)


def test_moons_have_their_place():
    case = cases.two_moons(3, each=30, noise=0)
    upper, lower = case.points[:30], case.points[30:]
    assert np.allclose(np.hypot(*upper.T), 1)
    assert (upper[:, 1] >= 0).all()
    assert np.allclose(np.hypot(*(lower - (1, 0.5)).T), 1)
    assert (lower[:, 1] <= 0.5).all()


def test_documents_by_every_method():
    case = cases.documents()
    assert case.truth[case.labeled].tolist() == [1, 1, 1, 0, 0]
    cut = min_cut(case.weights, case.positive, case.negative)
    assert cut.value == crossing(case) == 6
    assert cut.is_unique
    assert spectral_partition(case.weights).conductance == Fraction(1, 15)
    for method in (by_cut, by_propagation, by_mass, by_spectrum):
        assert case.accuracy(method(case)) == ALL, method
    assert case.accuracy(by_nearest(case)) == Fraction(18, 19)


def test_spreading_far_gives_most_documents_to_the_larger_number_of_labels():
    case = cases.documents()
    assert case.accuracy(by_spreading(case, 0.9)) == ALL
    wrong = np.flatnonzero(by_spreading(case) != case.truth)
    assert len(wrong) == 10
    assert (wrong >= 12).all()


@pytest.mark.slow
def test_three_and_two_labels_need_not_be_enough_for_the_documents():
    case = cases.documents()
    w = case.weights.toarray()
    laplacian = np.diag(w.sum(axis=1)) - w
    lost, closest = 0, 1.0
    for labels in (
        a + b for a in combinations(range(12), 3) for b in combinations(range(12, 24), 2)
    ):
        free = np.setdiff1d(np.arange(24), np.array(labels))
        f = np.linalg.solve(
            laplacian[np.ix_(free, free)], w[np.ix_(free, np.array(labels[:3]))].sum(axis=1)
        )
        lost += bool(((f > 0.5) != case.truth[free]).any())
        closest = min(closest, np.abs(f - 0.5).min())
    assert closest > 1e-9
    assert lost == 639  # of 14520 choices


@pytest.mark.parametrize("seed", range(3))
def test_spikes_flatten_with_the_dimension(seed):
    shares, right = [], []
    for d in (1, 2, 3, 4):
        case = cases.spikes(seed, 500, d)
        found = soft(case)
        shares.append(float((np.abs(found.f - found.f.mean()) < 0.1).mean()))
        right.append(case.accuracy(hard(found)))
        assert found.error_bound < 1e-8
        assert found.f[case.labeled].tolist() == [0, 1]
    assert shares == sorted(shares)
    assert shares[0] < 0.25
    assert shares[3] > 0.9
    assert right[0] > Fraction(19, 20)
    assert max(right[2:]) < Fraction(3, 4)


@pytest.mark.parametrize("seed", range(3))
def test_among_spikes_the_minimum_cut_splits_off_a_label(seed):
    case = cases.spikes(seed, 500, 3)
    found = min_cut(case.weights, case.positive, case.negative)
    assert found.smallest.sum() in (1, len(case.truth) - 1)
    assert case.accuracy(by_nearest(case)) > case.accuracy(by_cut(case))


def test_propagation_gives_a_clique_away_and_its_true_mass_takes_it_back():
    faint, strong = cases.two_cliques(20, 0.05), cases.two_cliques(20, 0.1)
    assert faint.accuracy(by_propagation(faint)) == ALL
    found = soft(strong).f
    assert np.abs(found[1:20] - 121 / 341).max() < 1e-12  # for 1/10 in place of the float
    assert np.flatnonzero(by_propagation(strong) != strong.truth).tolist() == [*range(1, 20)]
    assert strong.accuracy(by_mass(strong, 0.5)) == ALL
    for case in (faint, strong):  # that one label of eleven is positive is no estimate
        assert np.flatnonzero(by_mass(case) != case.truth).tolist() == [*range(1, 20)]


def test_the_other_methods_on_cliques():
    case = cases.two_cliques()
    assert case.accuracy(by_spectrum(case)) == ALL
    assert by_cut(case).sum() == 1  # 19 + 2 is less than 400 / 10
    fainter = cases.two_cliques(weight=Fraction(3, 64))
    assert fainter.accuracy(by_cut(fainter)) == ALL  # 19 + 60/64 is more than 1200/64
    labels = case.truth[case.labeled]
    ties = nearest_on_graph(case.weights, case.labeled, labels).ties
    assert np.flatnonzero(ties).tolist() == case.unlabeled.tolist()
    assert case.accuracy(by_spreading(case)) == Fraction(10, 29)


def test_digits_with_ten_labels_each():
    pytest.importorskip("sklearn")
    case = cases.digits(0)
    assert case.points.shape == (1797, 64)
    assert case.values.sum(axis=0).tolist() == [10] * 10
    assert np.bincount(case.truth[case.labeled]).tolist() == [10] * 10
    right = {method: case.accuracy(method(case)) for method in (by_propagation, by_mass)}
    assert all(share > Fraction(96, 100) for share in right.values())
    assert Fraction(9, 10) < case.accuracy(by_nearest(case)) < min(right.values())
    assert case.accuracy(by_spreading(case)) > Fraction(95, 100)


def test_digits_need_scikit_learn(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.datasets", None)
    with pytest.raises(MissingDependencyError, match="scikit-learn"):
        cases.digits(0)


@given(
    SEEDS, st.sampled_from([cases.two_rings, cases.two_moons, lambda rng: cases.spikes(rng, 60, 2)])
)
def test_labels_tell_the_truth_and_seeds_tell_everything(seed, draw):
    case, again = draw(seed), draw(np.random.default_rng(seed))
    assert np.array_equal(case.points, again.points)
    assert (case.weights != again.weights).nnz == 0
    assert case.values.tolist() == case.truth[case.labeled].tolist()
    nodes = [*case.positive.tolist(), *case.negative.tolist(), *case.unlabeled.tolist()]
    assert sorted(nodes) == list(range(len(case.truth)))
    assert case.accuracy(case.truth) == 1
    assert case.accuracy(1 - case.truth) == case.accuracy(np.full(len(nodes), -1)) == 0


def test_what_is_no_case_is_refused():
    for no_noise in (-0.1, np.nan):
        with pytest.raises(DomainError):
            cases.two_rings(0, noise=no_noise)
    with pytest.raises(DomainError, match="1 to 3 nodes"):
        cases.two_cliques(3, 0.1, 1, 4)
    with pytest.raises(DomainError, match="1 to 3 nodes"):
        cases.two_cliques(3, 0.1, 0, 0)
    with pytest.raises(DomainError, match="must be positive"):
        cases.two_cliques(3, 0)
    with pytest.raises(DomainError, match="draw more"):
        cases.spikes(1, 2, 1)
    known = cases.two_cliques(1, 0.1, 1, 1)
    with pytest.raises(DomainError, match="all are labeled"):
        known.accuracy(known.truth)
    case = cases.documents()
    for classes in (case.truth[1:], soft(case).f):
        with pytest.raises(DomainError, match="24 nodes"):
            case.accuracy(classes)

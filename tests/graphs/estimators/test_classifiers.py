"""The classifiers against what they are made of, and against scikit-learn's own."""

import math
from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

import altheory as al
from altheory.errors import DomainError, UnlabeledComponentError
from altheory.graphs.class_mass import mass_normalized
from altheory.graphs.harmonic_solution import harmonic
from altheory.graphs.induction import induced
from altheory.graphs.isolating_cuts import multiway_cut
from altheory.graphs.neighbors import epsilon_graph, knn_graph
from tests.graphs.weighted import graphs, matrix

pytest.importorskip("sklearn")

from sklearn.semi_supervised import LabelPropagation

Harmonic = al.graphs.HarmonicClassifier
MinCut = al.graphs.MinCutClassifier
Spectral = al.graphs.SpectralClassifier
ALL = (Harmonic, MinCut, Spectral)
LINE = np.array([[0.0], [1.0], [2.0], [6.0], [7.0], [8.0]])
PATH = matrix(4, [1, 0, 0, 2, 0, 1])
CLOUD = st.lists(
    st.tuples(st.integers(-9, 9), st.integers(-9, 9)), min_size=5, max_size=12, unique=True
)


@pytest.mark.parametrize("classes", [2, 3])
def test_label_propagation_run_to_convergence_agrees(classes):
    X = np.array([(i % 6 + 0.1 * i, i // 6) for i in range(24)])
    y = np.full(24, -1)
    y[:classes], y[-classes:] = range(classes), range(classes)
    W = knn_graph(X, 5)
    theirs = LabelPropagation(kernel=lambda *_: W.toarray(), max_iter=10_000, tol=1e-13).fit(X, y)
    ours = Harmonic(n_neighbors=5).fit(X, y)
    assert ours.error_bound_ < 1e-12
    assert ours.label_distributions_ == pytest.approx(theirs.label_distributions_, abs=1e-9)
    assert (ours.transduction_ == theirs.transduction_).all()
    one_by_one = Harmonic(affinity="precomputed").fit(W, y)
    assert (one_by_one.label_distributions_ == ours.label_distributions_).all()


def test_values_are_harmonic_and_their_error_is_told():
    model = Harmonic(affinity="precomputed").fit(PATH, [5, -1, -1, 3])
    assert model.classes_.tolist() == [3, 5]
    truth = np.array([[0, 1], [0.4, 0.6], [0.6, 0.4], [1, 0]])
    assert np.abs(model.label_distributions_ - truth).max() <= model.error_bound_ < 1e-14
    assert model.method_ == harmonic(PATH, [0, 3], [1, 0]).method
    assert model.transduction_.tolist() == [5, 5, 3, 3]


def test_rounding_decides_no_tie():
    """Node 4 has the exact value 1/2, which floats miss to the other side."""
    W = np.zeros((5, 5))
    for i, j, w in ((0, 2, 0.2), (1, 3, 0.2), (2, 4, 0.2), (3, 4, 0.2), (2, 3, 0.1)):
        W[i, j] = W[j, i] = w
    model = Harmonic(affinity="precomputed").fit(W, [0, 1, -1, -1, -1])
    assert harmonic(W, [0, 1], [0, 1], exact=True).f[4] == Fraction(1, 2)
    assert 0 < abs(model.label_distributions_[4, 1] - 0.5) <= model.error_bound_
    assert model.ties_.tolist() == [False, False, False, False, True]
    assert model.transduction_.tolist() == [0, 1, 0, 1, 0]
    assert model.predict(np.eye(5)).tolist() == [0, 1, 0, 1, 0]
    turned = Harmonic(affinity="precomputed").fit(W, [1, 0, -1, -1, -1])
    assert turned.transduction_.tolist() == [1, 0, 1, 0, 0]


def test_labels_given_are_kept_whatever_the_error():
    model = Harmonic(affinity="precomputed").fit(PATH, [5, -1, -1, 3])
    assert not model.ties_.any()
    assert not MinCut(affinity="precomputed").fit(PATH, [5, -1, -1, 3]).ties_.any()
    split = Spectral(affinity="precomputed").fit(np.ones((4, 4)) - np.eye(4), [1, 2, -1, -1])
    assert (split.transduction_[:2] == [1, 2]).all()
    shares = split.label_distributions_
    assert split.ties_.tolist() == (shares[:, 0] == shares[:, 1]).tolist()


@pytest.mark.parametrize("proportions", ["labels", [0.25, 0.75]])
def test_classes_are_weighed_by_their_mass(proportions):
    y = [0, -1, -1, 1, 1, -1]
    model = Harmonic(n_neighbors=2, class_mass=proportions).fit(LINE, y)
    found = harmonic(knn_graph(LINE, 2), [0, 3, 4], [0, 1, 1], unlabeled="nan")
    expected = mass_normalized(found, None if proportions == "labels" else proportions)
    assert (model.label_distributions_[:, 1] == expected.f).all()
    assert model.error_bound_ >= expected.error_bound
    with pytest.raises(DomainError, match="'label'"):
        Harmonic(n_neighbors=2, class_mass="label").fit(LINE, y)


@given(graphs(most=5), st.data())
def test_cuts_are_the_multiway_cut(W, data):
    n = len(W)
    y = np.array(data.draw(st.lists(st.sampled_from([-1, -1, 4, 6, 9]), min_size=n, max_size=n)))
    y[data.draw(st.integers(0, n - 1))] = 4
    model = MinCut(affinity="precomputed", unlabeled="nan").fit(W, y)
    nodes = np.flatnonzero(y != -1)
    cut = multiway_cut(W, nodes, np.searchsorted(model.classes_, y[nodes]))
    reached = model.transduction_ != -1
    assert (model.transduction_ == np.where(reached, model.classes_[cut.labels], -1)).all()
    assert (model.value_, model.lower_bound_) == (cut.value, cut.lower_bound)
    assert (model.forced_ == (cut.forced & reached)).all()
    assert model.is_unique_ == (model.forced_ == reached).all()
    assert (np.isnan(model.label_distributions_[:, 0]) == ~reached).all()


def test_undecided_nodes_are_of_the_first_class_and_not_forced():
    model = MinCut(affinity="precomputed", missing_label="").fit(
        matrix(3, [1, 0, 1]), ["p", "", "n"]
    )
    assert model.transduction_.tolist() == ["p", "n", "n"]
    assert (model.forced_.tolist(), model.is_unique_) == ([True, False, True], False)


def test_spectral_sides_have_the_shares_of_their_labels():
    X = np.vstack((LINE, LINE + 0.25))
    y = np.full(12, -1)
    y[[0, 1, 2, 3]] = [0, 0, 1, 1]
    model = Spectral(affinity="full", bandwidth=1.5).fit(X, y)
    assert model.parts_[[0, 1, 2, 6, 7, 8]].tolist() == [model.parts_[0]] * 6
    assert len(model.conductances_) == 1
    assert model.label_distributions_[6] == pytest.approx([2 / 3, 1 / 3])
    assert model.label_distributions_[9].tolist() == [0, 1]
    assert model.transduction_[2] == 1  # outvoted, and kept


@pytest.mark.parametrize("cls", ALL)
def test_components_without_a_label_are_named_or_left(cls):
    y = [0, 1, -1, -1, -1, -1]
    with pytest.raises(UnlabeledComponentError, match=r"3 of 6 nodes.*: 3, 4, 5"):
        cls(n_neighbors=2).fit(LINE, y)
    model = cls(n_neighbors=2, unlabeled="nan").fit(LINE, y)
    assert model.transduction_[3:].tolist() == [-1] * 3
    assert (model.transduction_[:3] != -1).all()
    assert np.isnan(model.label_distributions_[3:]).all()
    assert model.predict([[7.5], [0.5], [1.0]]).tolist()[0] == -1
    assert np.isnan(model.predict_proba([[7.5]])).all()
    between = model.predict_proba([[4.0]])  # 2 and 6 are equally near, and 6 has nothing to say
    assert between.sum() == pytest.approx(1)
    with pytest.raises(DomainError, match="'leave'"):
        cls(unlabeled="leave").fit(LINE, y)


@pytest.mark.parametrize("cls", ALL)
def test_points_that_hang_on_nothing(cls):
    y = [0, -1, -1, -1, -1, 1]
    model = cls(affinity="radius", radius=1.5).fit(LINE, y)
    with pytest.raises(DomainError, match="new point 1 has no neighbor"):
        model.predict([[3.0], [4.0]])
    model.set_params(unlabeled="nan")
    assert model.predict([[3.0], [4.0]]).tolist() == [0, -1]
    assert model.predict([[4.0]]).tolist() == [-1]
    texts = cls(affinity="radius", radius=1.5, missing_label=None, unlabeled="nan")
    texts.fit(LINE, np.array(["no", None, None, None, None, "yes"], dtype=object))
    assert texts.predict([[3.0], [4.0], [9.0]]).tolist() == ["no", None, "yes"]


@given(CLOUD, st.sampled_from(ALL), st.sampled_from(["nearest_neighbors", "full"]))
def test_points_of_the_graph_are_predicted_as_they_were_labeled(points, cls, affinity):
    X = np.array(points, dtype=np.float64)
    y = np.arange(len(X)) % 5 - 1
    model = cls(affinity=affinity, unlabeled="nan").fit(X, y)
    assert model.predict(X).tolist() == model.transduction_.tolist()
    assert np.array_equal(model.predict_proba(X), model.label_distributions_, equal_nan=True)
    assert (model.transduction_[y != -1] == y[y != -1]).all()


def test_new_points_get_the_mean_of_nodes_like_them():
    model = Harmonic(affinity="radius", radius=2.5, bandwidth=1.0, unlabeled="nan")
    model.fit(LINE, [0, -1, 1, 1, -1, 0])
    found = harmonic(epsilon_graph(LINE, 2.5, bandwidth=1.0), [0, 2, 3, 5], [0, 1, 1, 0])
    weights = [math.exp(-(d**2) / 2) for d in (1.6, 0.6)]
    expected = induced(found, [[0, *weights, 0, 0, 0]]).f
    assert model.predict_proba([[2.6]])[:, 1] == pytest.approx(expected)


def test_points_that_coincide_share_what_they_have():
    model = Harmonic(n_neighbors=1).fit([[0.0], [0.0], [5.0]], [0, 1, 1])
    assert model.predict_proba([[0.0], [5.0]]).tolist() == [[0.5, 0.5], [0.0, 1.0]]


@pytest.mark.parametrize("cls", ALL)
def test_given_weights(cls):
    from scipy.sparse import csr_array

    y = [0, -1, -1, 1]
    for W in (PATH, csr_array(PATH), PATH.tolist()):
        model = cls(affinity="precomputed").fit(W, y)
        assert model.n_features_in_ == 4
        assert model.predict([[0, 1, 0, 0], [0, 0, 1, 2]]).tolist() == [
            model.transduction_[1],
            1,
        ]
    assert model.predict(csr_array([[9.0, 0, 0, 1]])).tolist() == [0]
    with pytest.raises(ValueError, match="expecting 4 features"):
        model.predict([[1.0, 0.0]])
    with pytest.raises(DomainError, match="new point 0 has no neighbor"):
        model.predict([[0.0] * 4])
    with pytest.raises(DomainError, match="not negative"):
        model.predict([[0.0, 1.0, -1.0, 0.0]])


@pytest.mark.parametrize(
    ("W", "message"),
    [
        ([[0.0, 1.0], [2.0, 0.0]], "symmetric"),
        ([[0.0, -1.0], [-1.0, 0.0]], "not negative"),
        ([[1.0, 1.0], [1.0, 0.0]], "no edge to itself"),
        ([[0.0, 1.0, 0.0], [1.0, 0.0, 0.0]], "square"),
        ([[0.0, math.nan], [math.nan, 0.0]], "NaN"),
    ],
)
def test_weights_that_are_none(W, message):
    with pytest.raises(ValueError, match=message):
        Harmonic(affinity="precomputed").fit(W, [0, 1])


@pytest.mark.parametrize("cls", ALL)
def test_a_graph_is_given_weights(cls):
    graph = al.graphs.graph_of(PATH)
    model = cls(affinity="precomputed").fit(graph, [5, -1, -1, 3])
    again = cls(affinity="precomputed").fit(PATH, [5, -1, -1, 3])
    assert (model.label_distributions_ == again.label_distributions_).all()
    with pytest.raises(DomainError, match='set affinity="precomputed"'):
        cls().fit(graph, [5, -1, -1, 3])

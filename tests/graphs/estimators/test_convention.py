"""What scikit-learn asks of a classifier, and of its places in pipelines and searches."""

import pickle
import subprocess
import sys

import numpy as np
import pytest

import altheory as al

pytest.importorskip("sklearn")

from sklearn.base import clone
from sklearn.datasets import make_moons
from sklearn.model_selection import GridSearchCV, cross_val_score
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.utils.estimator_checks import check_classifiers_classes, check_estimator

NAMES = ("HarmonicClassifier", "MinCutClassifier", "SpectralClassifier")
CLASSES = [getattr(al.graphs, name) for name in NAMES]
EXPECTED = {
    "check_classifiers_classes": "Its labels are -1 and 1, of which the first is no label here.",
}


def moons(labels=20):
    """Two moons with a few labels, and the truth."""
    X, y = make_moons(60, noise=0.05, random_state=0)
    known = np.full(60, -1)
    known[:labels] = y[:labels]
    return X, known, y


@pytest.mark.parametrize("model", [cls() for cls in CLASSES])
def test_the_checks_of_scikit_learn(model):
    results = check_estimator(model, expected_failed_checks=EXPECTED, on_skip=None)
    failed = [found["check_name"] for found in results if found["status"] == "xfail"]
    assert failed == list(EXPECTED)
    assert sum(found["status"] == "passed" for found in results) > 50


@pytest.mark.parametrize("cls", CLASSES)
def test_the_check_that_is_expected_to_fail_holds_where_all_labels_are_labels(cls):
    check_classifiers_classes(cls.__name__, cls(missing_label=None))


@pytest.mark.parametrize("cls", CLASSES)
def test_in_a_pipeline_and_copied(cls):
    X, y, truth = moons()
    model = make_pipeline(StandardScaler(), cls()).set_output(transform="default").fit(X, y)
    again = pickle.loads(pickle.dumps(model))
    assert (again.predict(X) == model.predict(X)).all()
    assert (clone(model).fit(X, y).predict(X) == model.predict(X)).all()
    assert (model.predict(X) == model[-1].transduction_).all()
    assert model.score(X, truth) > 0.8


@pytest.mark.parametrize("cls", CLASSES)
def test_in_a_search(cls):
    X, y, _ = moons()
    grid = {"n_neighbors": [3, 5], "unlabeled": ["nan"]}
    search = GridSearchCV(cls(), grid, cv=2, error_score="raise").fit(X, y)
    assert search.best_params_["n_neighbors"] in (3, 5)
    assert search.best_score_ > 0.6


@pytest.mark.parametrize("cls", CLASSES)
def test_given_weights_are_sliced_on_both_sides(cls):
    X, y, _ = moons(60)
    W = al.graphs.full_graph(X, bandwidth=0.3)
    scores = cross_val_score(cls(affinity="precomputed"), W, y, cv=3, error_score="raise")
    assert scores.min() > 0.8


def test_only_labeled_points_are_scored():
    model = CLASSES[0](n_neighbors=2).fit([[0.0], [1.0], [8.0], [9.0]], [0, -1, -1, 1])
    X = [[0.1], [0.2], [8.7], [8.8]]
    assert model.score(X, [0, -1, 1, 0]) == pytest.approx(2 / 3)
    assert model.score(X, [0, -1, 1, 0], [1, 5, 1, 2]) == 0.5
    with pytest.raises(al.errors.DomainError, match="which is none"):
        model.score(X, [-1] * 4)


def fresh(statements):
    """What a fresh interpreter prints."""
    command = [sys.executable, "-c", statements]
    return subprocess.run(command, capture_output=True, text=True, check=True).stdout.split()


def test_scikit_learn_is_not_loaded_before_a_classifier_is_used():
    assert fresh(
        "import sys, altheory as al\n"
        "al.graphs.spectral_partition, al.graphs.harmonic, dir(al.graphs)\n"
        "print('sklearn' in sys.modules)"
    ) == ["False"]


def test_without_scikit_learn_the_extra_is_named():
    assert fresh(
        "import sys\nsys.modules['sklearn'] = None\nimport altheory as al\n"
        "print(al.graphs.spectral_partition.__name__, 'SpectralClassifier' in dir(al.graphs))\n"
        "try: al.graphs.HarmonicClassifier\n"
        "except al.errors.MissingDependencyError as error: print(error.package, error.extra)"
    ) == ["spectral_partition", "True", "scikit-learn", "graphs"]


def test_names_that_are_none():
    with pytest.raises(AttributeError, match="no attribute 'HarmonicClasifier'"):
        al.graphs.HarmonicClasifier  # noqa: B018 - reading the name is the test
    with pytest.raises(AttributeError, match="no attribute 'Harmonic'"):
        al.graphs.estimators.Harmonic  # noqa: B018 - reading the name is the test

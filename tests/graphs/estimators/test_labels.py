"""Labels of every kind, and what stands for none."""

import math

import numpy as np
import pytest

import altheory as al
from altheory.errors import DomainError
from altheory.graphs.estimators._labels import labeled_nodes, with_missing

pytest.importorskip("sklearn")

OBJECTS = np.array(["a", -1, "b"], dtype=object)
POINTS = [[0.0], [1.0], [3.0], [4.0]]


@pytest.mark.parametrize(
    ("y", "missing", "answer"),
    [
        ([0, -1, 1], -1, [0, 0, 1]),
        ([-1, 0, 1], 0, [-1, -1, 1]),  # -1 is a class like any other
        ([-1, 7, 1], 7.0, [-1, -1, 1]),
        ([0.0, math.nan, 1.0], math.nan, [0, 0, 1]),
        ([True, None, False], None, [True, True, False]),
        (["yes", "?", "no"], "?", ["yes", "yes", "no"]),
        (["yes", "", "no"], "", ["yes", "yes", "no"]),
        (["b", None, "a"], None, ["b", "b", "a"]),
        (OBJECTS, -1, ["a", "a", "b"]),
        (["-1", "?", "1"], "?", ["-1", "-1", "1"]),
    ],
)
@pytest.mark.parametrize("name", ["HarmonicClassifier", "MinCutClassifier", "SpectralClassifier"])
def test_every_kind_of_label(name, y, missing, answer):
    labels = np.array([*y, y[-1]], dtype=np.asarray(y).dtype)
    points = getattr(al.graphs, name)(n_neighbors=1, missing_label=missing).fit(POINTS, labels)
    W = [[0, 3, 0, 0], [3, 0, 1, 0], [0, 1, 0, 3], [0, 0, 3, 0]]
    nodes = getattr(al.graphs, name)(affinity="precomputed", missing_label=missing).fit(W, labels)
    for model in (points, nodes):
        assert model.transduction_.tolist() == [*answer, answer[-1]]
        assert model.classes_.tolist() == sorted(set(answer))
    assert points.predict(POINTS[:3]).tolist() == answer


def test_all_labels_are_labels_where_nothing_is_missing():
    model = al.graphs.HarmonicClassifier(n_neighbors=1, missing_label=None)
    assert model.fit(POINTS, [-1, -1, 1, 1]).transduction_.tolist() == [-1, -1, 1, 1]


@pytest.mark.parametrize(
    ("y", "missing", "message"),
    [
        (["a", -1, "b"], -1, "one of them is '-1'"),  # a list that NumPy makes all text
        (["a", "nan"], math.nan, "missing_label='nan'"),
        ([-1, -1], -1, "all labels are -1"),
        (["?", "?"], "?", "all labels are '\\?'"),
        ([math.nan, 1.0, -1.0], -1, "finite, got nan"),
        ([math.inf, 1.0], math.nan, "finite, got inf"),
        (np.array(["a", 1, -1], dtype=object), -1, "all text or all numbers"),
    ],
)
def test_labels_that_are_none(y, missing, message):
    with pytest.raises(DomainError, match=message):
        labeled_nodes(np.asarray(y), missing)


@pytest.mark.parametrize(
    ("labels", "missing", "kind"),
    [
        ([0, 1], -1, "i"),
        ([0, 1], math.nan, "f"),
        ([0, 1], None, "O"),
        ([0, 1], "none", "O"),
        (["a", "b"], "unknown", "U"),
        (["a", "b"], -1, "O"),
        (["a", "b"], None, "O"),
    ],
)
def test_no_label_is_written_as_it_is_told(labels, missing, kind):
    held = with_missing(np.array(labels), np.array([False, True]), missing)
    assert held.dtype.kind == kind
    assert held[0] == labels[0]
    assert held[1] == missing or (missing != missing and held[1] != held[1])  # noqa: PLR0124 - NaN
    untouched = with_missing(np.array(labels), np.zeros(2, dtype=bool), missing)
    assert untouched.dtype == np.array(labels).dtype


@pytest.mark.parametrize(("y", "missing"), [([1, -1, -1, 1], -1), ([1.0, -1.0, 1.0, 1.0], -1.0)])
def test_minus_one_as_a_class_that_is_lost_is_warned_of(y, missing):
    model = al.graphs.HarmonicClassifier(n_neighbors=2, missing_label=missing)
    with pytest.warns(UserWarning, match="if it is a class, set missing_label"):
        model.fit(POINTS, y)
    assert model.classes_.tolist() == [1]


@pytest.mark.parametrize(
    ("y", "missing"), [([1, 1, 1, 1], -1), ([2, -1, 2, -1], -1), ([1, 0, 0, 1], 0)]
)
def test_one_class_alone_is_no_warning(y, missing):
    model = al.graphs.HarmonicClassifier(n_neighbors=2, missing_label=missing)
    assert len(model.fit(POINTS, y).classes_) == 1

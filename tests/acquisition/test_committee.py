"""Committees of every origin, by one interface."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from sklearn.linear_model import LogisticRegression
from sklearn.naive_bayes import GaussianNB
from sklearn.pipeline import make_pipeline
from sklearn.preprocessing import StandardScaler
from sklearn.svm import SVC
from sklearn.tree import DecisionTreeClassifier

from altheory.acquisition import bald, kl_to_consensus, vote_entropy
from altheory.acquisition.committee import (
    Committee,
    Fitted,
    bootstrap,
    different_models,
    fit_of,
    gibbs,
    initializations,
)
from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.grid_rectangles import GridRectangles
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds

X = np.random.default_rng(0).normal(size=(30, 3))
NEW = np.random.default_rng(1).normal(size=(40, 3))  # trees agree on what they were trained on
Y = np.where(X[:, 0] > 0.5, "c", np.where(X[:, 1] > 0, "b", "a"))
TREE = fit_of(DecisionTreeClassifier(max_features=1))


def recorder(seen):
    """Return a way to fit that notes what it was shown and says the shares of classes."""

    def fit(xs, ys, rng):
        seen.append((xs, ys, rng.integers(2**31)))
        names, counts = np.unique(ys, return_counts=True)
        return Fitted(lambda new: np.tile(counts / len(ys), (len(new), 1)), tuple(names.tolist()))

    return fit


@pytest.mark.parametrize(
    "committee",
    [
        initializations(TREE, X, Y, 4, rng=1),
        bootstrap(fit_of(GaussianNB()), X, Y, 4, rng=1),
        different_models(
            [TREE, fit_of(GaussianNB()), fit_of(LogisticRegression()), TREE], X, Y, rng=1
        ),
    ],
    ids=["initializations", "bootstrap", "models"],
)
def test_scores_take_what_committees_say(committee):
    said, votes = committee.predict_proba(NEW), committee.votes(NEW)
    assert said.shape == (4, 40, 3)
    assert votes.shape == (40, 4)
    assert committee.classes == ("a", "b", "c")
    assert votes.T.tolist() == said.argmax(axis=2).tolist()
    scores = bald(said.transpose(1, 0, 2))
    assert scores.tolist() == pytest.approx(kl_to_consensus(said).tolist(), abs=1e-14)
    assert scores.max() > 0.01
    assert vote_entropy(votes, 3).max() > 0


def test_a_seed_names_a_committee_and_begins_a_larger_one():
    small, large = (initializations(TREE, X, Y, m, rng=7).predict_proba(NEW) for m in (2, 5))
    assert small.tolist() == large[:2].tolist()
    assert (large[0] != large[1]).any()
    other = initializations(TREE, X, Y, 2, rng=8).predict_proba(NEW)
    assert (small != other).any()


def test_without_chance_there_is_no_disagreement():
    said = initializations(fit_of(GaussianNB()), X, Y, 3, rng=0).predict_proba(NEW)
    assert bald(said.transpose(1, 0, 2)).max() < 1e-15


def test_a_part_of_a_pipeline_has_chances_too():
    fit = fit_of(make_pipeline(StandardScaler(), DecisionTreeClassifier(max_features=1)))
    said = initializations(fit, X, Y, 2, rng=0).predict_proba(NEW)
    assert (said[0] != said[1]).any()


def test_nobody_trains_the_prototype():
    tree = DecisionTreeClassifier(max_features=1)
    initializations(fit_of(tree), X, Y, 2, rng=0)
    assert tree.random_state is None
    assert "tree_" not in vars(tree)


def test_the_global_generator_is_left_alone():
    kept = repr(np.random.get_state())  # noqa: NPY002 - it is what must not change
    bootstrap(TREE, X, Y, 2, rng=0)
    assert repr(np.random.get_state()) == kept  # noqa: NPY002


def test_a_bootstrap_keeps_every_class_and_repeats_instances():
    seen: list[Any] = []
    ys = np.array([0] * 12 + [1])
    committee = bootstrap(recorder(seen), np.arange(13), ys, 5, rng=3)
    for xs, drawn, _ in seen:
        assert np.bincount(drawn).tolist() == [12, 1]
        assert ys[xs].tolist() == drawn.tolist()
        assert len(set(xs.tolist())) < 13
    assert len({tuple(xs.tolist()) for xs, _, _ in seen}) == 5
    assert len({draw for _, _, draw in seen}) == 5
    assert committee.predict_proba([0])[0].tolist() == [[12 / 13, 1 / 13]]


def test_classes_that_a_member_never_saw_get_nothing():
    one = Fitted(lambda new: np.ones((len(new), 1)), ("b",))
    committee = different_models([lambda *_: one], X, Y, rng=0)
    assert committee.predict_proba(X[:1]).tolist() == [[[0.0, 1.0, 0.0]]]
    strange = Fitted(lambda new: np.ones((len(new), 1)), ("z",))
    with pytest.raises(DomainError, match=r"a member speaks of \('z',\)"):
        different_models([lambda *_: strange], X, Y, rng=0)


@pytest.mark.parametrize(
    ("space", "xs"),
    [
        (Thresholds().version_space().restrict(Fraction(1, 4), -1), [0.125, 0.5, 0.9]),
        (CircleSeparators().version_space().restrict(Fraction(1, 8), 1), [0.125, 0.25, 0.625]),
        (SphereSeparators(3).version_space().restrict((1, 0, 0), 1), [[1, 0, 0], [0, 1, 0.5]]),
    ],
    ids=["thresholds", "circle", "sphere"],
)
def test_gibbs_members_are_those_of_the_version_space(space, xs):
    committee = gibbs(space, 20, rng=5)
    rng = np.random.default_rng(5)
    drawn = [space.draw(rng) for _ in range(20)]
    expected = [[int(h.predict(xs)[i] == 1) for h in drawn] for i in range(len(xs))]
    assert committee.votes(xs).tolist() == expected
    assert committee.classes == (-1, 1)
    assert set(np.unique(committee.predict_proba(xs))) == {0.0, 1.0}
    for x, votes in zip(xs, committee.votes(xs), strict=True):
        labels = space.labels(x if np.ndim(x) == 0 else tuple(x))
        assert {committee.classes[v] for v in votes} <= labels


def test_what_cannot_be_drawn_is_refused():
    with pytest.raises(DomainError, match="GridRectangles"):
        gibbs(GridRectangles(2, 2), 2, rng=0)
    empty = Thresholds().version_space().restrict_all([0.2, 0.8], [1, -1])
    with pytest.raises(EmptyVersionSpaceError):
        gibbs(empty, 2, rng=0)


def test_members_answer_alike():
    full, half = (lambda _, n=n: np.full((n, 2), 0.5) for n in (2, 1))
    with pytest.raises(DomainError, match=r"member 1 returns an array of shape \(1, 2\)"):
        Committee((full, half), (0, 1)).predict_proba([0, 1])
    with pytest.raises(DomainError, match="shape"):
        Committee((full,), (0, 1, 2)).predict_proba([0, 1])
    with pytest.raises(DomainError, match="sum to one"):
        Committee((lambda new: np.ones((len(new), 2)),), (0, 1)).predict_proba([0])
    for members, classes in (((), (0, 1)), ((full,), ())):
        with pytest.raises(DomainError, match="a committee has members and classes"):
            Committee(members, classes)


@pytest.mark.parametrize("members", [0, -1, 2.0, True])
def test_members_are_counted(members):
    for call in (
        lambda: initializations(TREE, X, Y, members, rng=0),
        lambda: bootstrap(TREE, X, Y, members, rng=0),
        lambda: gibbs(Thresholds().version_space(), members, rng=0),
    ):
        with pytest.raises(DomainError, match="members"):
            call()


@pytest.mark.parametrize(("rows", "labels"), [(X[:3], [0, 1]), (X[:1], [0, 1]), (X[:0], [])])
def test_instances_without_labels_train_nobody(rows, labels):
    for call in (
        lambda: initializations(TREE, rows, labels, 2, rng=0),
        lambda: bootstrap(TREE, rows, labels, 2, rng=0),
        lambda: different_models([TREE], rows, labels, rng=0),
    ):
        with pytest.raises(DomainError, match=f"{len(rows)} instances and {len(labels)} labels"):
            call()


def test_a_member_has_a_column_for_each_class_it_speaks_of():
    def fit(*_: Any) -> Fitted:
        return Fitted(lambda new: np.full((len(new), 3), 1 / 3), ("a", "b"))

    committee = initializations(fit, X, Y, 1, rng=0)
    with pytest.raises(DomainError, match="2 columns were expected"):
        committee.predict_proba(X)


@pytest.mark.parametrize(
    ("estimator", "said"),
    [(SVC(), "SVC has no predict_proba"), (object(), "no get_params"), (SVC, r"such as SVC\(\)")],
)
def test_what_gives_no_probabilities_is_no_member(estimator, said):
    with pytest.raises(DomainError, match=said):
        fit_of(estimator)

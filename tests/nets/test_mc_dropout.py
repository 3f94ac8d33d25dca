"""Passes against all thinned networks, one by one."""

from itertools import product

import numpy as np
import pytest
import torch
from sklearn.datasets import load_digits

import altheory as al
from altheory.acquisition import bald, entropy
from altheory.errors import BudgetError, DomainError
from altheory.nets import mc_dropout
from altheory.nets.mc_dropout import MCDropoutClassifier
from altheory.nets.training import Training

X = np.random.default_rng(0).normal(size=(40, 2))
Y = np.array(["in", "on", "out"])[(X[:, 0] > 0).astype(int) + (X[:, 0] + X[:, 1] > 1)]
SHORT = Training(steps=150, rate=0.03)


@pytest.fixture(scope="module")
def tiny():
    return MCDropoutClassifier(hidden=(4, 2), dropout=0.25, training=SHORT).fit(X, Y, rng=0)


def test_the_interface_name():
    assert al.nets.MCDropoutClassifier is MCDropoutClassifier


def test_the_exact_predictive_is_the_mean_over_all_masks(tiny, monkeypatch):
    """The code that draws masks is handed each of the sixty-four, with its chance."""
    p, mean, rows = tiny.dropout, np.zeros((40, 3)), []
    for mask in product((0, 1), repeat=6):
        left = iter(mask)

        def shared(_, shape, chance, left=left):
            kept = [next(left) for _ in range(int(np.prod(shape[1:])))]
            return torch.tensor(kept).double() / (1 - chance)

        monkeypatch.setattr("altheory.nets.consistent_dropout._shared", shared)
        said = tiny.passes(X, 1, rng=0)[:, 0]
        mean += np.prod([1 - p if m else p for m in mask]) * said
        rows.append(said)
    assert np.abs(mean - tiny.exact_predictive(X)).max() < 1e-14
    probs, chances = tiny.every_pass(X)
    assert chances.sum() == pytest.approx(1, abs=1e-15)
    for said in rows:  # whatever order they come in
        assert np.abs(probs - said[:, None]).max(axis=(0, 2)).min() < 1e-14


def test_the_estimate_of_two_passes_is_unbiased(tiny):
    """Exactly: its mean over all ordered pairs of masks is the predictive law."""
    probs, chances = tiny.every_pass(X[:5])
    pairs = (probs[:, :, None] + probs[:, None]) / 2
    mean = np.einsum("nijc,i,j->nc", pairs, chances, chances)
    assert np.abs(mean - tiny.exact_predictive(X[:5])).max() < 1e-14


@pytest.mark.statistical(alpha=1e-8, power=0.999)
def test_passes_converge_to_the_exact_predictive(tiny, rng):
    """Hoeffding and a union over 15 probabilities, with 2,000 passes."""
    T, t = 2000, 0.0745
    assert 15 * 2 * np.exp(-2 * T * t**2) < 1e-8
    mean = tiny.passes(X[:5], T, rng).mean(axis=1)
    assert np.abs(mean - tiny.exact_predictive(X[:5])).max() <= t


def test_scores_of_all_networks_bound_those_of_the_predictive():
    """At one half all networks are equally likely, so their BALD is the exact information."""
    model = MCDropoutClassifier(hidden=(6,), training=SHORT).fit(X, Y, rng=1)
    probs, chances = model.every_pass(X)
    assert chances.tolist() == [1 / 64] * 64
    information = bald(probs, base=2)
    assert (information <= entropy(model.exact_predictive(X)) + 1e-12).all()
    assert information.max() > 0.05


def test_a_seed_is_a_model_and_the_global_generators_are_left_alone(tiny):
    torch_before, numpy_before = torch.get_rng_state(), repr(np.random.get_state())  # noqa: NPY002
    again = MCDropoutClassifier(hidden=(4, 2), dropout=0.25, training=SHORT).fit(X, Y, rng=0)
    assert again.predict_proba(X).tolist() == tiny.predict_proba(X).tolist()
    assert again.passes(X, 3, rng=4).tolist() == tiny.passes(X, 3, rng=4).tolist()
    other = MCDropoutClassifier(hidden=(4, 2), dropout=0.25, training=SHORT).fit(X, Y, rng=1)
    assert other.predict_proba(X).tolist() != tiny.predict_proba(X).tolist()
    assert torch.equal(torch.get_rng_state(), torch_before)
    assert repr(np.random.get_state()) == numpy_before  # noqa: NPY002


def test_the_generator_moves_on(tiny):
    rng = np.random.default_rng(0)
    assert (tiny.passes(X, 3, rng) != tiny.passes(X, 3, rng)).any()


def test_a_committee_is_the_same_networks_every_time(tiny):
    committee = tiny.committee(4, rng=9)
    assert committee.classes == ("in", "on", "out")
    said = committee.predict_proba(X)
    assert said.tolist() == committee.predict_proba(X).tolist()
    assert said.transpose(1, 0, 2).tolist() == tiny.passes(X, 4, rng=9).tolist()


def test_the_network_without_dropout_is_not_the_mean_over_masks(tiny):
    gap = np.abs(tiny.predict_proba(X) - tiny.exact_predictive(X)).max()
    assert gap > 0.01
    assert (tiny.predict(X) == tiny.classes_[tiny.predict_proba(X).argmax(axis=1)]).all()


def test_digits_are_learned():
    xs, ys = load_digits(return_X_y=True)
    model = MCDropoutClassifier(training=Training(steps=400)).fit(xs[:600] / 16, ys[:600], rng=0)
    assert (model.predict(xs[600:] / 16) == ys[600:]).mean() > 0.85
    said = model.passes(xs[600:900] / 16, 20, rng=0)
    wrong = model.predict(xs[600:900] / 16) != ys[600:900]
    assert bald(said)[wrong].mean() > 2 * bald(said)[~wrong].mean()


def test_too_many_networks_are_not_asked(monkeypatch, tiny):
    monkeypatch.setattr(mc_dropout, "UNITS", 5)
    with pytest.raises(BudgetError, match=r"6 units make 2\^6 networks"):
        tiny.exact_predictive(X)


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"dropout": 0}, "lies in"),
        ({"dropout": 1.0}, "lies in"),
        ({"dropout": float("nan")}, "finite"),
        ({"hidden": ()}, "hidden layer"),
    ],
)
def test_settings_are_checked(settings, said):
    with pytest.raises(DomainError, match=said):
        MCDropoutClassifier(**settings)


@pytest.mark.parametrize(
    ("xs", "ys", "said"),
    [
        ([[0.0], [np.nan]], [0, 1], "finite rows"),
        ([0.0, 1.0], [0, 1], "finite rows"),
        ([["a"]], [0], "rows of numbers"),
        ([[0.0], [1.0]], [0], "2 instances and labels of shape"),
        (np.empty((0, 2)), [], "0 instances"),
    ],
)
def test_what_is_no_data_is_refused(xs, ys, said):
    with pytest.raises(DomainError, match=said):
        MCDropoutClassifier().fit(xs, ys, rng=0)


@pytest.mark.parametrize(
    "settings", [{"steps": 0}, {"batch": 0}, {"rate": 0}, {"decay": -1}, {"rate": float("inf")}]
)
def test_training_is_checked(settings):
    with pytest.raises(DomainError):
        Training(**settings)

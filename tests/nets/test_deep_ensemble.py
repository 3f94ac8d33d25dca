"""Ensembles: members apart, asked together."""

import numpy as np
import pytest
import torch

from altheory.acquisition import bald
from altheory.errors import DomainError
from altheory.nets import DeepEnsemble
from altheory.nets.training import Training

X = np.random.default_rng(0).normal(size=(40, 2))
Y = (X[:, 0] * X[:, 1] > 0).astype(int)
SHORT = Training(steps=150, rate=0.03)


def ensemble(members=3, sample="all", rng=0):
    return DeepEnsemble(members, (8,), sample, SHORT).fit(X, Y, rng=rng)


@pytest.mark.parametrize("sample", ["all", "bootstrap"])
def test_members_differ_and_the_mean_is_theirs(sample):
    model = ensemble(sample=sample)
    said = model.passes(X)
    assert said.shape == (40, 3, 2)
    assert model.predict_proba(X).tolist() == said.mean(axis=1).tolist()
    assert (model.predict(X) == Y).mean() > 0.9
    assert bald(said).max() > 0.01
    assert min(np.abs(said[:, i] - said[:, i - 1]).max() for i in range(3)) > 1e-3


def test_a_seed_is_an_ensemble_and_the_global_generator_is_left_alone():
    before = torch.get_rng_state()
    small, large = ensemble(2).passes(X), ensemble(3).passes(X)
    assert small.tolist() == large[:, :2].tolist()
    assert (ensemble(2, rng=1).passes(X) != small).any()
    assert (ensemble(2, "bootstrap").passes(X) != small).any()
    assert torch.equal(torch.get_rng_state(), before)


def test_far_from_all_data_members_are_sure_and_agree():
    """An ensemble is no detector of the unknown: rectifiers go on as they began."""
    model = ensemble(5)
    far = 12 + X[:20]
    assert np.abs(far).min() > np.abs(X).max()
    assert bald(model.passes(far)).max() < bald(model.passes(X)).min()
    assert model.predict_proba(far).max(axis=1).min() > 0.999


def test_classes_keep_their_names():
    model = DeepEnsemble(2, (4,), training=SHORT).fit(X, np.array(["no", "yes"])[Y], rng=0)
    assert model.committee_.classes == ("no", "yes")
    assert set(model.predict(X)) == {"no", "yes"}


def test_settings_are_checked():
    with pytest.raises(DomainError, match="all, bootstrap, got 'some'"):
        DeepEnsemble(sample="some")
    with pytest.raises(DomainError, match="members"):
        DeepEnsemble(members=0)

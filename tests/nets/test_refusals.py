"""What every network refuses: to answer untrained, and instances it was not trained on."""

import numpy as np
import pytest

from altheory.errors import DomainError
from altheory.nets import DeepEnsemble, LossPrediction, MCDropoutClassifier
from altheory.nets.training import Training

SHORT = Training(steps=2)
MODELS = (MCDropoutClassifier, DeepEnsemble, LossPrediction)
X, Y = [[0.0, 0.5], [1.0, 0.25]], [0, 1]
ASKED = [
    (MCDropoutClassifier, lambda model, xs: model.passes(xs, 2, rng=0)),
    (MCDropoutClassifier, lambda model, xs: model.committee(2, rng=0).votes(xs)),
    (MCDropoutClassifier, lambda model, xs: model.exact_predictive(xs)),
    (DeepEnsemble, lambda model, xs: model.passes(xs)),
    (LossPrediction, lambda model, xs: model.predicted_loss(xs)),
    *((model, lambda model, xs: model.predict(xs)) for model in MODELS),
    *((model, lambda model, xs: model.predict_proba(xs)) for model in MODELS),
]


@pytest.mark.parametrize(("model", "ask"), ASKED)
def test_an_untrained_network_says_so(model, ask):
    with pytest.raises(DomainError, match="call fit first"):
        ask(model(hidden=(4,), training=SHORT), X)


@pytest.mark.parametrize(("model", "ask"), ASKED)
def test_instances_have_the_features_of_training(model, ask):
    trained = model(hidden=(4,), training=SHORT).fit(X, Y, rng=0)
    ask(trained, X)
    with pytest.raises(DomainError, match="trained on 2 features, got rows of 3"):
        ask(trained, np.zeros((4, 3)))


@pytest.mark.parametrize("model", MODELS)
def test_instances_have_features(model):
    with pytest.raises(DomainError, match="D >= 1"):
        model(training=SHORT).fit(np.zeros((2, 0)), Y, rng=0)

"""Overconfidence on digits: how far, and what one number repairs.

One network of a hundred labels is right on fewer held-out digits than it says, by more than a
calibrated model of the same confidences would show on average.  A temperature fitted to other
digits takes most of that away and leaves every decision as it was.
"""

import numpy as np
import pytest
from sklearn.datasets import load_digits

from altheory.acquisition import best_temperature, calibration_error, softmax
from altheory.nets import DeepEnsemble, MCDropoutClassifier
from altheory.nets.training import Training

XS, YS = load_digits(return_X_y=True)
ORDER = np.random.default_rng(0).permutation(len(XS))
TRAIN, HELD, TEST = np.split(ORDER, [100, 600])
MODELS = {
    "one network": DeepEnsemble(members=1, training=Training(steps=600)),
    "dropout": MCDropoutClassifier(training=Training(steps=600)),
}


@pytest.mark.parametrize("name", MODELS)
def test_confidence_is_above_accuracy_and_a_temperature_repairs_it(name):
    model = MODELS[name].fit(XS[TRAIN] / 16, YS[TRAIN], rng=0)
    held, said = (model.predict_proba(XS[rows] / 16) for rows in (HELD, TEST))
    before = calibration_error(said, YS[TEST])
    assert said.max(axis=1).mean() > (said.argmax(axis=1) == YS[TEST]).mean() + 0.02
    assert before.error > 2 * before.if_calibrated
    temperature = float(best_temperature(np.log(held), YS[HELD]))
    assert temperature > 1.2
    cooled = softmax(np.log(said), temperature)
    assert calibration_error(cooled, YS[TEST]).error < 0.75 * before.error
    assert cooled.argmax(axis=1).tolist() == said.argmax(axis=1).tolist()

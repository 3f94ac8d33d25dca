"""The module learns an order, and disturbs the classifier only as long as it may."""

import math
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest
import torch
from sklearn.datasets import load_digits

import altheory as al
from altheory.acquisition import entropy
from altheory.errors import DomainError
from altheory.nets.loss_prediction import LossPrediction, ranking_accuracy, ranking_loss
from altheory.nets.training import Training

X = np.random.default_rng(0).normal(size=(60, 2))
Y = (X[:, 0] + np.random.default_rng(1).normal(size=60) > 0).astype(int)
SHORT = Training(steps=60, batch=16)


def fitted(rng=0, **others):
    settings: Any = {"hidden": (8, 8), "width": 4, "training": SHORT} | others
    return LossPrediction(**settings).fit(X, Y, rng=rng)


def test_the_interface_name():
    assert al.nets.LossPrediction is LossPrediction


def test_the_ranking_loss_of_pairs_by_hand():
    """First against third and second against fourth; a fifth has no partner."""
    rows = product(product((0.0, 2.0), repeat=4), product((0.0, 0.5, 2.0), repeat=4))
    for losses, predicted in rows:
        terms = []
        for i, j in ((0, 2), (1, 3)):
            if losses[i] != losses[j]:
                sign = 1 if losses[i] > losses[j] else -1
                terms.append(max(0.0, 1 - sign * (predicted[i] - predicted[j])))
        expected = sum(terms) / 2
        for last in ((), (7.0,)):
            found = ranking_loss(
                torch.tensor(predicted + last), torch.tensor(losses + last), margin=1.0
            )
            assert float(found) == pytest.approx(expected, abs=1e-6)


def test_one_instance_has_no_pair():
    assert float(ranking_loss(torch.tensor([3.0]), torch.tensor([1.0]), 1.0)) == 0


def test_after_the_joint_part_the_classifier_is_on_its_own():
    alone = fitted(joint=0.0, weight=0.0)
    detached = fitted(joint=0.0, weight=1.0)
    joint = fitted(joint=1.0, weight=1.0)
    assert detached.predict_proba(X).tolist() == alone.predict_proba(X).tolist()
    assert joint.predict_proba(X).tolist() != alone.predict_proba(X).tolist()
    assert detached.predicted_loss(X).tolist() != alone.predicted_loss(X).tolist()


def test_the_joint_part_ends_when_it_is_said_to():
    """At a share 1/30 of sixty steps exactly the first two are joint."""
    two = Training(steps=2, batch=16)
    reached = [fitted(joint=j, training=two).predict_proba(X) for j in (0.0, 0.5, 1.0)]
    assert (reached[0] != reached[1]).any()
    assert (reached[1] != reached[2]).any()
    assert reached[2].tolist() == fitted(joint=0.75, training=two).predict_proba(X).tolist()


def test_a_seed_is_a_model_and_the_global_generator_is_left_alone():
    before = torch.get_rng_state()
    assert fitted(3).predicted_loss(X).tolist() == fitted(3).predicted_loss(X).tolist()
    assert fitted(3).predicted_loss(X).tolist() != fitted(4).predicted_loss(X).tolist()
    assert torch.equal(torch.get_rng_state(), before)


def test_the_accuracy_is_the_share_of_ordered_pairs():
    rng = np.random.default_rng(0)
    said, true = rng.integers(0, 5, 12).tolist(), rng.integers(0, 5, 12).tolist()
    score, pairs = Fraction(0), 0
    for i, j in product(range(12), repeat=2):
        if true[i] > true[j]:
            pairs += 1
            score += Fraction(1, 2) * ((said[i] > said[j]) - (said[i] < said[j]) + 1)
    assert ranking_accuracy(said, true) == pytest.approx(float(score / pairs), abs=1e-15)
    assert ranking_accuracy(true, true) == 1
    assert ranking_accuracy([0.0] * 12, true) == 0.5


def test_held_out_digits_are_ordered_better_than_by_chance_and_worse_than_by_entropy():
    """Disjoint pairs: under chance the number in order is binomial, and its tail is below 1e-9."""
    xs, ys = load_digits(return_X_y=True)
    order = np.random.default_rng(0).permutation(len(xs))
    xs, ys = xs[order] / 16, ys[order]
    model = LossPrediction(training=Training(steps=500)).fit(xs[:800], ys[:800], rng=0)
    probs, said = model.predict_proba(xs[800:]), model.predicted_loss(xs[800:])
    losses = -np.log(probs[np.arange(len(probs)), ys[800:]])
    assert (model.predict(xs[800:]) == ys[800:]).mean() > 0.9
    pairs = len(said) // 2
    agree = (said[:pairs] > said[-pairs:]) == (losses[:pairs] > losses[-pairs:])
    right = int(agree.sum())
    tail = Fraction(sum(math.comb(pairs, k) for k in range(right, pairs + 1)), 2**pairs)
    assert tail < Fraction(1, 10**9)
    by_module, by_entropy = (ranking_accuracy(s, losses) for s in (said, entropy(probs)))
    assert 0.6 < by_module < by_entropy


@pytest.mark.parametrize(
    ("settings", "said"),
    [
        ({"hidden": ()}, "got none"),
        ({"width": 0}, "width"),
        ({"margin": 0}, "margin"),
        ({"weight": -1}, "weight"),
        ({"joint": 1.5}, "joint share"),
    ],
)
def test_settings_are_checked(settings, said):
    with pytest.raises(DomainError, match=said):
        LossPrediction(**settings)


def test_what_has_no_order_is_refused():
    with pytest.raises(DomainError, match="all losses are equal"):
        ranking_accuracy([1, 2], [3, 3])
    with pytest.raises(DomainError, match="one prediction"):
        ranking_accuracy([1, 2], [3])

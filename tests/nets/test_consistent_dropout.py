"""A pass is one network: the same mask for all, nothing else random, and everything put back."""

from itertools import product

import numpy as np
import pytest
import torch
from torch import nn

from altheory.errors import DomainError
from altheory.nets import consistent_dropout
from altheory.nets._dropping import dropping, kept
from altheory.nets.consistent_dropout import dropout_passes, thinned

N, D = 6, 4
X = np.random.default_rng(0).normal(size=(N, D))


def network(seed=0, *, inside=()):
    """A network in double precision, with what is given before its dropout."""
    torch_rng = torch.Generator().manual_seed(seed)
    made = nn.Sequential(nn.Linear(D, 5), *inside, nn.ReLU(), nn.Dropout(0.5), nn.Linear(5, 3))
    for weight in made.parameters():
        with torch.no_grad():
            weight.uniform_(-1, 1, generator=torch_rng)
    return made.double()


def test_all_instances_of_a_pass_meet_the_same_mask():
    copies = np.repeat(X[:1], 50, axis=0)
    said = dropout_passes(network(), copies, 8, rng=1)
    assert said.shape == (50, 8, 3)
    assert np.ptp(said, axis=0).max() == 0
    assert np.ptp(said, axis=1).min() > 0


@pytest.mark.parametrize("batch", [1, 4, 1024])
def test_a_seed_is_a_network_whoever_is_asked(monkeypatch, batch):
    monkeypatch.setattr(consistent_dropout, "BATCH", batch)
    whole = dropout_passes(network(), X, 5, rng=2)
    for i in range(N):
        alone = dropout_passes(network(), X[i : i + 1], 5, rng=2)
        assert alone[0].ravel().tolist() == pytest.approx(whole[i].ravel(), abs=1e-15)
    more = dropout_passes(network(), X, 9, rng=2)
    assert (dropout_passes(network(), X, 5, rng=3) != whole).any()
    assert more[:, :5].ravel().tolist() == pytest.approx(whole.ravel(), abs=1e-15)


def test_a_pass_is_one_of_all_thinned_networks():
    """Thirty-two masks of five units, written out."""
    made = network()
    (first, last) = made[0], made[3]
    with torch.no_grad():
        hidden = torch.relu(first(torch.from_numpy(X)))
        masks = (torch.tensor(mask).double() for mask in product((0, 2), repeat=5))
        every = [last(hidden * mask).softmax(1).numpy() for mask in masks]
    found = dropout_passes(made, X, 40, rng=3)
    gaps = np.abs(np.stack(every)[:, None] - found.transpose(1, 0, 2)).max(axis=(2, 3))
    assert gaps.min(axis=0).max() < 1e-14
    assert len(set(gaps.argmin(axis=0))) > 10


def test_batch_normalization_stays_in_evaluation():
    made = network(inside=(nn.BatchNorm1d(5),))
    normal = made[1]
    normal.running_mean += 0.5
    normal.running_var *= 3
    kept_state = {name: value.clone() for name, value in made.state_dict().items()}
    alone = thinned(made, X[:1], seed=4)
    with_others = thinned(made, np.concatenate([X[:1], 100 * X]), seed=4)[:1]
    assert alone.ravel().tolist() == pytest.approx(with_others.ravel(), abs=1e-15)
    for name, value in made.state_dict().items():
        assert torch.equal(value, kept_state[name])


@pytest.mark.parametrize("mode", [True, False])
def test_modes_hooks_and_the_global_generator_are_put_back(mode):
    made = network(inside=(nn.BatchNorm1d(5),)).train(mode)
    made[3].train(not mode)
    before = torch.get_rng_state()
    dropout_passes(made, X, 3, rng=5)
    assert torch.equal(torch.get_rng_state(), before)
    assert [layer.training for layer in made.modules()] == [mode] * 4 + [not mode] + [mode]
    with pytest.raises(RuntimeError):
        dropout_passes(made, X[:, :2], 1, rng=0)  # the wrong number of features
    assert [layer.training for layer in made.modules()] == [mode] * 4 + [not mode] + [mode]
    with torch.no_grad():
        still = made.eval()(torch.from_numpy(X))
        assert torch.equal(made(torch.from_numpy(X)), still)


@pytest.mark.statistical(alpha=1e-8, power=0.999)
def test_units_are_kept_as_often_as_said(rng):
    """Hoeffding for 40,000 units: a deviation of .0155 has chance 2 exp(-2 n t^2) < 1e-8."""
    n, t = 40_000, 0.0155
    assert 2 * np.exp(-2 * n * t**2) < 1e-8
    for_p = 0.3
    mask = kept(rng, (200, 200), for_p).numpy()
    assert set(np.unique(mask)) == {0.0, 1 / (1 - for_p)}
    assert abs((mask > 0).mean() - (1 - for_p)) <= t


@pytest.mark.seeded("the ends are certain")
def test_the_ends_of_dropout(rng):
    assert kept(rng, (3, 2), 1.0).tolist() == [[0.0, 0.0]] * 3
    assert kept(rng, (3, 2), 0.0).tolist() == [[1.0, 1.0]] * 3


def test_channels_are_dropped_whole_and_layers_by_themselves():
    image = nn.Sequential(nn.Dropout2d(0.5), nn.Dropout(0.5))
    shapes = []

    def draw(shape, p):
        shapes.append((shape, p))
        return torch.ones(shape)

    with dropping(image, draw):
        image(torch.zeros(2, 3, 4, 5))
    assert shapes == [((2, 3, 1, 1), 0.5), ((2, 3, 4, 5), 0.5)]


def test_single_precision_and_integer_instances_are_taken_as_they_are():
    made = nn.Sequential(nn.Embedding(5, 4), nn.Flatten(), nn.Dropout(0.5), nn.Linear(8, 2))
    said = dropout_passes(made, torch.tensor([[0, 1], [2, 4]]), 3, rng=0)
    assert said.dtype == np.float64
    assert said.sum(axis=2).ravel().tolist() == pytest.approx([1.0] * 6, abs=1e-15)


def test_nothing_to_drop_is_said():
    with pytest.raises(DomainError, match="Linear has no dropout layer"):
        dropout_passes(nn.Linear(4, 2), X, 2, rng=0)
    with pytest.raises(DomainError, match="AlphaDropout does more"):
        dropout_passes(nn.Sequential(nn.AlphaDropout(0.5)), X, 2, rng=0)
    with pytest.raises(DomainError, match="passes"):
        dropout_passes(network(), X, 0, rng=0)


@pytest.mark.parametrize(
    "layer",
    [
        nn.MultiheadAttention(4, 2, dropout=0.1),
        nn.LSTM(4, 4, num_layers=2, dropout=0.1),
        nn.GRU(4, 4, num_layers=2, dropout=0.1),
        nn.TransformerEncoderLayer(4, 2, dropout=0.1),
    ],
)
def test_dropout_inside_of_a_layer_is_refused(layer):
    with pytest.raises(DomainError, match=r"drops out inside, with chance 0\.1"):
        dropout_passes(nn.Sequential(nn.Dropout(0.5), layer), X, 2, rng=0)
    with dropping(nn.Sequential(nn.Dropout(0.5), nn.LSTM(4, 4)), lambda *_: torch.ones(())):
        pass


def test_probabilities_are_no_logits():
    """A second softmax would hide every disagreement, and say nothing."""
    layers = (nn.Linear(3, 4), nn.Dropout(0.5), nn.Linear(4, 2), nn.Softmax(dim=-1))
    with pytest.raises(DomainError, match="leave its last softmax out"):
        dropout_passes(nn.Sequential(*layers), np.eye(3), 2, rng=0)

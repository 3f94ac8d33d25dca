"""The notes' listings on committees, dropout and graph networks, run beside ours: their slips."""

import math

import numpy as np
import pytest
import torch
from torch import nn

from altheory.acquisition import entropy, max_vote_disagreement, top_k
from altheory.nets.consistent_dropout import dropout_passes
from altheory.nets.deep_ensemble import DeepEnsemble
from altheory.nets.sudoku_board import neighbors
from altheory.nets.sudoku_gnn import SudokuGNN
from altheory.nets.training import Training

D = 3
X = np.random.default_rng(0).normal(size=(8, D))
PLUS = 1e-8


def listed(model, x, runs):
    """What the listing computes: training mode, and a softmax for each run."""
    model.train()
    return np.stack([model(x).softmax(-1).detach().cpu().numpy() for _ in range(runs)])


def listed_entropy(mean):
    """The listing's score: the logarithm of what is a little more than the probability."""
    return -(mean * np.log(mean + PLUS)).sum(axis=1)


def network(*inside, dropout=0.5, seed=0):
    made = nn.Sequential(nn.Linear(D, 6), *inside, nn.ReLU(), nn.Dropout(dropout), nn.Linear(6, 3))
    drawn = torch.Generator().manual_seed(seed)
    with torch.no_grad():
        for weight in made.parameters():
            weight.uniform_(-1, 1, generator=drawn)
    return made.double().eval()


@pytest.fixture(autouse=True)
def global_seed():
    """The listing draws from the global generator; what it had is put back."""
    before = torch.get_rng_state()
    torch.manual_seed(0)
    yield
    torch.set_rng_state(before)


def test_on_dropout_alone_both_estimate_the_same():
    """Means of 2,000 runs of probabilities in [0, 1]: within .1 of each other."""
    theirs = listed(network(), torch.from_numpy(X), 2000).mean(axis=0)
    ours = dropout_passes(network(), X, 2000, rng=0).mean(axis=1)
    assert np.abs(theirs - ours).max() < 0.1
    assert np.abs(listed_entropy(theirs) - entropy(theirs, base=math.e)).max() < 1e-7


def test_training_mode_gives_each_copy_a_mask_of_its_own():
    copies = np.repeat(X[:1], 8, axis=0)
    theirs = listed(network(), torch.from_numpy(copies), 5)
    ours = dropout_passes(network(), copies, 5, rng=0)
    assert np.ptp(theirs, axis=1).max() > 0.01
    assert np.ptp(ours, axis=0).max() == 0


def test_training_mode_makes_an_answer_depend_on_the_others_asked():
    """As good as without dropout: what is left is batch normalization."""
    batches = [np.concatenate([X[:1], others]) for others in (X[1:], X[1:] + 20)]
    made = network(nn.BatchNorm1d(6), dropout=1e-12)
    ours = [dropout_passes(made, batch, 1, rng=0)[0, 0] for batch in batches]
    theirs = [listed(made, torch.from_numpy(batch), 1)[0, 0] for batch in batches]
    assert np.abs(ours[0] - ours[1]).max() < 1e-15
    assert np.abs(theirs[0] - theirs[1]).max() > 0.01


def test_training_mode_does_not_see_a_pool_that_lies_elsewhere():
    """Statistics of the batch take its place away: shifted features get the same answers."""
    made = network(nn.BatchNorm1d(6), dropout=1e-12)
    there = X + np.array([100.0, -50.0, 7.0])
    theirs = [listed(made, torch.from_numpy(batch), 1)[0] for batch in (X, there)]
    assert np.abs(theirs[0] - theirs[1]).max() < 1e-9
    ours = [dropout_passes(network(nn.BatchNorm1d(6)), batch, 1, rng=0) for batch in (X, there)]
    assert np.abs(ours[0] - ours[1]).max() > 0.1


def test_training_mode_moves_what_batch_normalization_learned():
    made = network(nn.BatchNorm1d(6))
    learned = made[1].running_mean.clone()
    dropout_passes(made, X, 5, rng=0)
    assert torch.equal(made[1].running_mean, learned)
    listed(made, torch.from_numpy(X), 5)
    assert not torch.equal(made[1].running_mean, learned)
    assert int(made[1].num_batches_tracked) == 5


def test_training_mode_has_no_answer_for_one_instance():
    made = network(nn.BatchNorm1d(6))
    with pytest.raises(ValueError, match="more than 1 value"):
        listed(made, torch.from_numpy(X[:1]), 1)
    assert dropout_passes(made, X[:1], 1, rng=0).shape == (1, 1, 3)


def test_the_model_is_left_in_training_mode():
    made = network()
    dropout_passes(made, X, 1, rng=0)
    assert not made.training
    listed(made, torch.from_numpy(X), 1)
    assert made.training


def test_what_is_certain_has_less_than_no_entropy():
    """In double precision; in single precision 1 + 1e-8 is 1, and the slip cannot be seen."""
    certain = np.array([[0.0, 1.0, 0.0]])
    assert -1.01e-8 < listed_entropy(certain)[0] < -0.99e-8
    assert listed_entropy(certain.astype(np.float32))[0] == 0
    assert entropy(certain)[0] == 0


def test_the_score_is_below_the_entropy_by_at_most_the_number_of_classes():
    table = np.random.default_rng(1).dirichlet(np.full(4, 0.3), size=500)
    short = entropy(table, base=math.e) - listed_entropy(table)
    assert short.min() > 0
    assert short.max() <= 4 * PLUS + 1e-15


def test_an_empty_batch_is_the_whole_pool():
    scores = np.array([0.3, 0.1, 0.2])
    assert scores.argsort()[-0:].tolist() == [1, 2, 0]
    assert scores.argsort()[-2:].tolist() == [2, 0]
    assert top_k(scores, 2).indices == (0, 2)


def listed_disagreement(committee, pool):
    """What the committee's listing computes: one histogram of answers for each instance."""
    ballots = np.stack([answer(pool) for answer in committee], axis=1)

    def against_the_winner(ballot):
        return 1 - np.bincount(ballot).max() / len(ballot)

    return np.apply_along_axis(against_the_winner, 1, ballots), ballots


def saying(*columns):
    """A committee whose members answer with these columns, whatever they are asked."""
    return [lambda _, column=column: np.array(column) for column in columns]


@pytest.fixture(scope="module")
def ensemble():
    """Three networks, trained for so short a time that they disagree."""
    labels = np.arange(len(X)) % 4
    return DeepEnsemble(3, hidden=(4,), training=Training(8, rate=0.03)).fit(X, labels, rng=0)


def test_a_committee_of_networks_disagrees_as_listed(ensemble):
    pool = np.random.default_rng(1).normal(size=(60, D))
    committee = ensemble.committee_
    members = [lambda x, ask=ask: ask(x).argmax(axis=1) for ask in committee.members]
    theirs, ballots = listed_disagreement(members, pool)
    assert ballots.shape == (60, 3), "members, where the listing's comment counts classes"
    assert ballots.tolist() == committee.votes(pool).tolist()
    ours = max_vote_disagreement(committee.votes(pool), len(committee.classes))
    assert len(set(ours.tolist())) > 1
    assert ours == pytest.approx(theirs, abs=1e-15)
    assert top_k(ours, 1).indices == (int(theirs.argmax()),)


def test_the_first_of_many_ties_is_asked_and_nothing_is_said():
    """Three members have three scores in all, so most questions are ties."""
    theirs, ballots = listed_disagreement(saying([0, 0, 1, 2], [0, 1, 1, 0], [0, 1, 0, 0]), X)
    chosen = top_k(max_vote_disagreement(ballots, 3), 1)
    assert (int(theirs.argmax()), chosen.indices, chosen.ties) == (1, (1,), (1, 2, 3))


@pytest.mark.parametrize(
    ("answers", "error"),
    [
        (([-1, 1], [1, 1]), ValueError),
        ((["cat", "dog"], ["dog", "dog"]), TypeError),
        (([0.0, 1.0], [1.0, 1.0]), TypeError),
        (([], []), ValueError),
    ],
)
def test_labels_are_counts_from_zero_or_the_listing_stops(answers, error):
    """Ours counts votes by position, so classes have whatever names they have."""
    with pytest.raises(error):
        listed_disagreement(saying(*answers), X)
    names = sorted(set(np.ravel(answers).tolist()))
    places = [[names.index(answer) for answer in said] for said in answers]
    votes = np.array(places, dtype=np.intp).T
    expected = [0.5, 0.0][: len(votes)]
    assert max_vote_disagreement(votes, 2).tolist() == expected


class Listed(nn.Module):
    """The listing's graph network, whose first state has ten numbers whatever was asked for."""

    def __init__(self, width=10):
        super().__init__()
        self.tell = nn.Sequential(nn.Linear(2 * width, 64), nn.ReLU(), nn.Linear(64, 11))
        self.update = nn.GRUCell(9 + 11, width)
        self.readout = nn.Linear(width, 9)

    def forward(self, clues, senders, receivers, steps=7):
        state = torch.zeros(len(clues), 10)
        for _ in range(steps):
            told = self.tell(torch.cat([state[senders], state[receivers]], 1))
            heard = torch.zeros(len(clues), 11).index_add_(0, receivers, told)
            state = self.update(torch.cat([clues, heard], 1), state)
        return self.readout(state)


CLUES = torch.from_numpy(np.eye(10)[np.arange(81) % 10][:, 1:]).float()
SENDERS = torch.from_numpy(neighbors().ravel().copy()).long()
RECEIVERS = torch.arange(81).repeat_interleave(20)


def test_the_width_of_the_state_ignores_its_argument():
    with torch.no_grad():
        assert Listed()(CLUES, SENDERS, RECEIVERS).shape == (81, 9)
        for width in (1, 9, 11, 20, 48):
            with pytest.raises(RuntimeError):
                Listed(width)(CLUES, SENDERS, RECEIVERS)
            ours = SudokuGNN(width=width, generator=torch.Generator().manual_seed(0))
            assert ours(torch.zeros(1, 81, dtype=torch.int8), steps=1).shape == (1, 1, 81, 9)


def test_what_is_called_invariance_is_equivariance():
    """Nodes renamed: the answers are renamed, and are not the same; logits, not probabilities."""
    order = torch.from_numpy(np.random.default_rng(2).permutation(81))
    place = torch.argsort(order)
    mixed = torch.from_numpy(np.random.default_rng(3).permutation(len(SENDERS)))
    made = Listed()
    with torch.no_grad():
        plain = made(CLUES, SENDERS, RECEIVERS)
        renamed = made(CLUES[order], place[SENDERS], place[RECEIVERS])
        reordered = made(CLUES, SENDERS[mixed], RECEIVERS[mixed])
    assert (renamed - plain[order]).abs().max() < 1e-5
    assert (renamed - plain).abs().max() > 1e-3
    assert (reordered - plain).abs().max() < 1e-5
    assert (plain.sum(dim=1) - 1).abs().max() > 0.1

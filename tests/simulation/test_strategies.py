"""Strategies by name, against their definitions on tables made by hand."""

import math
from itertools import combinations

import numpy as np
import pytest

from altheory.acquisition import bald, entropy, information_density
from altheory.errors import DomainError, UnknownNameError
from altheory.simulation.strategies import STRATEGIES, Situation, Strategy, strategy

RNG = np.random.default_rng(5)
X = RNG.normal(size=(9, 2))
LABELED, CANDIDATES = np.array([0, 4]), np.array([7, 2, 1, 8, 3, 5, 6])
COMMITTEE = RNG.dirichlet([0.5] * 3, size=(4, 7))
PROBS = COMMITTEE.mean(axis=0)


def situation(**given):
    fields = {
        "X": X,
        "labeled": LABELED,
        "candidates": CANDIDATES,
        "probs": lambda: PROBS,
        "committee": lambda: COMMITTEE,
        "rng": np.random.default_rng(0),
        **given,
    }
    return Situation(**fields)


def information(batch):
    """Return the joint mutual information in nats, outcome by outcome."""
    total = 0.0
    tables = COMMITTEE[:, list(batch)]
    for outcome in np.ndindex(*[3] * len(batch)):
        each = np.prod([tables[:, i, c] for i, c in enumerate(outcome)], axis=0)
        total += (each * np.log(each / each.mean())).mean()
    return total


VOTES = COMMITTEE.argmax(axis=2)
SHARES = np.stack([np.equal(VOTES, c).mean(axis=0) for c in range(3)], axis=1)
SCORES = {
    "bald": bald(COMMITTEE.transpose(1, 0, 2)),
    "entropy": entropy(PROBS),
    "information-density": information_density(entropy(PROBS), X[CANDIDATES]),
    "least-confidence": -PROBS.max(axis=1),
    "margin": [two[0] - two[1] for two in np.sort(PROBS, axis=1)[:, 1:].tolist()],
    "random": [-i for i in range(7)],
    "vote-entropy": [-sum(s * math.log(s) for s in row if s) for row in SHARES.tolist()],
}


@pytest.mark.parametrize("name", SCORES)
@pytest.mark.parametrize("k", [1, 3, 7])
def test_the_largest_scores_are_chosen(name, k):
    scores = np.asarray(SCORES[name], dtype=float)
    places = strategy(name).chosen(situation(), k)
    assert len({*places}) == k
    assert sorted(scores[places]) == pytest.approx(sorted(scores)[-k:], abs=1e-12)


def test_every_name_has_a_definition_here():
    assert {*STRATEGIES} == {*SCORES, "batchbald", "k-center"}


def test_the_batch_is_grown_by_joint_information():
    """Of a pool so small that outcomes are gone through, the sample is not needed."""
    taken = strategy("batchbald").chosen(situation(), 3)
    for size in range(3):
        gains = {i: information([*taken[:size], i]) for i in range(7) if i not in taken[:size]}
        assert gains[taken[size]] == pytest.approx(max(gains.values()), abs=1e-9)


def test_centers_are_the_farthest_from_all_that_is_known():
    places = strategy("k-center").chosen(situation(), 3)
    known = LABELED.tolist()
    for place in places:
        gaps = {
            i: min(np.linalg.norm(X[i] - X[j]) for j in known)
            for i in CANDIDATES.tolist()
            if i not in known
        }
        assert gaps[CANDIDATES[place]] == pytest.approx(max(gaps.values()), abs=1e-12)
        known.append(int(CANDIDATES[place]))


def test_copies_of_what_is_known_come_last():
    copies = np.zeros((9, 2))
    copies[2] = 1.0
    chosen = [strategy("k-center").chosen(situation(X=copies), k) for k in (1, 4, 7)]
    assert chosen == [[1], [1, 0, 2, 3], [1, 0, 2, 3, 4, 5, 6]]


def test_a_function_is_a_score():
    own = strategy(lambda table: table[:, 0])
    assert own.chosen(situation(), 2) == np.argsort(-PROBS[:, 0])[:2].tolist()
    assert strategy(entropy).name == "entropy"
    assert strategy(own) is own


def test_names_take_either_stroke():
    assert strategy("k_center") == strategy("k-center")


@pytest.mark.parametrize("given", [3, None, ["margin"]])
def test_what_is_no_strategy_is_refused(given):
    with pytest.raises(DomainError, match="a name, a Strategy or a score"):
        strategy(given)


def test_unknown_names_meet_the_nearest():
    with pytest.raises(UnknownNameError, match="'marign'; did you mean margin"):
        strategy("marign")


def test_scores_that_are_none_are_refused():
    with pytest.raises(DomainError, match="a batch of 2 needs as many candidates"):
        strategy(lambda table: np.full(len(table), np.nan)).chosen(situation(), 2)


@pytest.mark.parametrize("size", [2, 6, 8])
def test_scores_of_another_number_of_instances_are_refused(size):
    with pytest.raises(DomainError, match="each of 7 candidates"):
        strategy(lambda _: np.ones(size)).chosen(situation(), 2)


def test_of_equal_scores_the_first_candidate_is_taken():
    flat = np.full((7, 3), 1 / 3)
    for name in ("entropy", "margin", "least-confidence"):
        assert strategy(name).chosen(situation(probs=lambda: flat), 2) == [0, 1]


@pytest.mark.parametrize(
    "places", [p for p in combinations(range(-1, 8), 2) if p[0] < 0 or p[1] > 6]
)
def test_places_lie_among_the_candidates(places):
    with pytest.raises(DomainError, match="2 distinct places below 7"):
        Strategy("odd", lambda *_: places).chosen(situation(), 2)

"""Active support vector machines: three questions by refitting, and the notes' listing."""

import math
import sys

import numpy as np
import pytest
from sklearn.metrics.pairwise import rbf_kernel
from sklearn.svm import SVC

import altheory.nets
from altheory.errors import DomainError, MissingDependencyError
from altheory.nets.active_svm import ActiveSVM

GAMMA, PENALTY = 0.7, 10.0
POOL = np.random.default_rng(3).normal(size=(14, 2))
LABELS = np.where(POOL @ [1.0, 0.5] + 0.1 > 0, 1, -1)
SEEDS = [int(np.flatnonzero(y == LABELS)[k]) for k in range(2) for y in (-1, 1)]


def refit(indices, labels):
    return SVC(kernel="rbf", C=PENALTY, gamma=GAMMA).fit(POOL[indices], labels)


def margin(indices, labels):
    """The margin from the dual: |w|^2 by all pairs of support vectors."""
    model = refit(indices, labels)
    support, shares = model.support_vectors_, model.dual_coef_[0]
    norm = sum(
        a * b * math.exp(-GAMMA * ((x - z) ** 2).sum())
        for a, x in zip(shares, support, strict=True)
        for b, z in zip(shares, support, strict=True)
    )
    return 1 / math.sqrt(norm)


def after_answers(i):
    return sorted(margin([*SEEDS, i], [*LABELS[SEEDS], y]) for y in (-1, 1))


EXPECTED = {
    "simple": lambda i: -abs(float(refit(SEEDS, LABELS[SEEDS]).decision_function(POOL[[i]])[0])),
    "max-min": lambda i: after_answers(i)[0],
    "ratio": lambda i: after_answers(i)[0] / after_answers(i)[1],
}


@pytest.mark.parametrize("strategy", EXPECTED)
def test_scores_are_those_of_machines_trained_anew(strategy):
    svm = ActiveSVM(strategy, penalty=PENALTY, gamma=GAMMA)
    scores = svm.scores(POOL, SEEDS, LABELS[SEEDS])
    assert np.flatnonzero(np.isnan(scores)).tolist() == sorted(SEEDS)
    rest = np.setdiff1d(np.arange(len(POOL)), SEEDS)
    assert scores[rest] == pytest.approx([EXPECTED[strategy](i) for i in rest], abs=1e-9)
    chosen = svm.query(POOL, SEEDS, LABELS[SEEDS], k=3)
    assert list(chosen.indices) == sorted(rest, key=lambda i: -scores[i])[:3]


def test_the_margin_is_one_over_the_norm():
    machine = ActiveSVM(penalty=1e6, gamma=GAMMA).fit(POOL, SEEDS, LABELS[SEEDS])
    exact = SVC(kernel="precomputed", C=1e6, tol=1e-10).fit(
        rbf_kernel(POOL[SEEDS], gamma=GAMMA), LABELS[SEEDS]
    )
    norm = math.sqrt(np.abs(exact.dual_coef_).sum())  # |w|^2 is the sum of the multipliers
    assert machine.margin == pytest.approx(1 / norm, rel=1e-3)
    assert machine.margin < 1, "instances have length one in the space of the kernel"


@pytest.mark.parametrize("strategy", EXPECTED)
def test_on_the_line_all_three_ask_in_the_middle(strategy):
    """After an answer at x the hard margins are half of x - 0 and of 10 - x."""
    pool = [[0.0], [1.0], [4.0], [7.5], [10.0]]
    svm = ActiveSVM(strategy, kernel="linear", penalty=math.inf)
    scores = svm.scores(pool, [0, 4], [-1, 1])
    exact = {
        "simple": [-0.8, -0.2, -0.5],
        "max-min": [0.5, 2.0, 1.25],
        "ratio": [1 / 9, 4 / 6, 2.5 / 7.5],
    }
    assert scores[1:4] == pytest.approx(exact[strategy], abs=1e-5)
    assert svm.query(pool, [0, 4], [-1, 1]).indices == (2,)


def test_an_answer_that_leaves_no_separator_has_margin_zero():
    pool = [[0.0], [1.0], [2.0], [5.0]]
    svm = ActiveSVM("max-min", kernel="linear", penalty=math.inf)
    scores = svm.scores(pool, [1, 2], [-1, 1])
    assert scores[0] == pytest.approx(0, abs=1e-6)
    assert scores[3] == pytest.approx(0, abs=1e-6)


def test_ties_are_shown():
    pool = [[-1.0], [0.0], [0.25], [0.75], [1.0]]
    found = ActiveSVM(kernel="rbf", gamma=1.0).query([[0.0], [1.0], [3.0], [3.0]], [0, 1], [-1, 1])
    assert (found.indices, found.ties) == ((2,), (2, 3))
    assert ActiveSVM().query(pool, [0, 4], [-1, 1]).indices == (1,)


def test_gamma_is_that_of_the_whole_pool():
    known = 1 / (2 * POOL.var())
    ours, given = (
        ActiveSVM(gamma=gamma).scores(POOL, [0, 1, 2], [1, -1, 1]) for gamma in (None, known)
    )
    assert np.array_equal(ours, given, equal_nan=True)


@pytest.mark.parametrize("unit", [1e-200, 1e-160, 1e160, 4e307])
@pytest.mark.parametrize("strategy", EXPECTED)
def test_no_unit_is_better_than_another(strategy, unit):
    pool, known = np.array([[0.0], [1.0], [2.0], [4.0]]), ([0, 3], [-1, 1])
    svm = ActiveSVM(strategy)
    scores = svm.scores(pool * unit, *known)
    assert scores == pytest.approx(svm.scores(pool, *known), rel=1e-12, abs=1e-15, nan_ok=True)


def test_a_gamma_that_tells_nothing_apart_in_the_pool_is_refused():
    svm = ActiveSVM(gamma=1.0)
    for unit in (1e-200, 1e200):
        with pytest.raises(DomainError, match="another unit of length"):
            svm.fit([[0.0], [unit]], [0, 1], [-1, 1])
    with pytest.raises(DomainError, match="in the pool's unit are finite"):
        svm.fit([[0.0], [1e-9]], [0, 1], [-1, 1]).decision_function([[1e308]])


@pytest.mark.parametrize(
    ("labeled", "labels", "said"),
    [
        ([0, 1], [1, 1], "between two classes, got 2 labels, all [+]1"),
        ([], [], "no label"),
        ([0, 0, 1], [1, 1, -1], "without replacement"),
        ([0, 14], [1, -1], "distinct indices 0, ..., 13"),
        ([0, -1], [1, -1], "distinct indices"),
        ([0.0, 1.0], [1, -1], "distinct indices"),
        ([0, 1], [0, 1], "a label is -1 or [+]1"),
        ([0, 1], [1], "every instance has one label"),
    ],
)
def test_labels_that_train_nothing_are_refused(labeled, labels, said):
    with pytest.raises(DomainError, match=said):
        ActiveSVM().query(POOL, labeled, labels)


@pytest.mark.parametrize(
    "wrong",
    [
        {"strategy": "greedy"},
        {"kernel": "poly"},
        {"penalty": 0.0},
        {"gamma": -1.0},
        {"penalty": math.inf},
        {"penalty": "1"},
        {"penalty": math.nan},
        {"gamma": math.inf},
    ],
)
def test_a_machine_that_there_is_not_is_refused(wrong):
    with pytest.raises(DomainError):
        ActiveSVM(**wrong)


def test_it_is_where_others_look_for_it():
    assert altheory.nets.ActiveSVM is ActiveSVM


def test_without_scikit_learn_it_says_what_to_install(monkeypatch):
    monkeypatch.setitem(sys.modules, "sklearn.svm", None)
    with pytest.raises(MissingDependencyError, match=r"altheory\[nets\]"):
        ActiveSVM().query(POOL, SEEDS, LABELS[SEEDS])


@pytest.mark.parametrize("strategy", EXPECTED)
def test_labels_that_nothing_separates_are_no_scores(strategy):
    svm = ActiveSVM(strategy, kernel="linear", penalty=math.inf)
    with pytest.raises(DomainError, match="nothing separates these 3 labels"):
        svm.scores([[0.0], [1.0], [2.0], [3.0], [5.0]], [0, 1, 2], [-1, 1, -1])


def test_margins_that_are_infinite_have_a_ratio():
    """Two copies with both labels have the normal 0, whatever a third copy is called."""
    pool = [[0.0], [0.0], [0.0], [1.0]]
    ratio, least = (
        ActiveSVM(name, kernel="linear").scores(pool, [0, 1], [-1, 1])
        for name in ("ratio", "max-min")
    )
    assert (ratio[2], least[2]) == (1, math.inf)
    assert (ratio[3], least[3]) == (1, math.inf)


@pytest.mark.parametrize("shift", [0.0, 1e8])
def test_the_kernel_sees_differences_alone(shift):
    pool = np.array([[0.0], [1.0], [2.5], [4.0], [6.0]])
    here, there = (
        ActiveSVM("max-min", gamma=0.5).scores(at, [0, 4], [-1, 1]) for at in (pool, pool + shift)
    )
    assert there == pytest.approx(here, abs=1e-6, nan_ok=True)
    assert math.isfinite(ActiveSVM(gamma=0.5).fit(pool + shift, [0, 4], [-1, 1]).margin)


def test_a_seed_draws_among_ties():
    pool = [[0.0], [1.0], *[[3.0]] * 20]
    svm = ActiveSVM(gamma=1.0)
    by_seed, by_generator = (
        svm.query(pool, [0, 1], [-1, 1], k=5, rng=rng) for rng in (7, np.random.default_rng(7))
    )
    assert by_seed == by_generator != svm.query(pool, [0, 1], [-1, 1], k=5)


def listing(X_pool, y, labeled_idx, num_rounds, **settings):
    """What the notes' listing computes, with its seeds handed in."""
    for _ in range(num_rounds):
        model = SVC(kernel="rbf", **settings).fit(X_pool[labeled_idx], y[labeled_idx])
        distances = np.abs(model.decision_function(X_pool))
        distances[labeled_idx] = np.inf
        labeled_idx = np.append(labeled_idx, np.argmin(distances))
    return labeled_idx.tolist()


def test_the_listing_asks_as_we_do_from_good_seeds():
    asked = list(SEEDS)
    for _ in range(6):
        asked += ActiveSVM(gamma=GAMMA).query(POOL, asked, LABELS[asked]).indices
    assert listing(POOL, LABELS, np.array(SEEDS), 6, gamma=GAMMA) == asked


def test_the_listing_does_not_begin_with_seeds_of_one_class():
    one = np.flatnonzero(LABELS == 1)[:4]
    with pytest.raises(ValueError, match="number of classes has to be greater than one"):
        listing(POOL, LABELS, one, 1)


def test_the_listing_draws_seeds_twice():
    """All of ten draws from a pool of ten are different once in 2,755 times."""
    drawn = np.random.RandomState(0).choice(10, size=10)
    assert len(set(drawn.tolist())) < 10


def test_a_seed_drawn_twice_weighs_twice():
    X, y = np.array([[0.0], [0.6], [1.0], [2.0]]), np.array([-1, 1, -1, 1])
    twice = SVC(gamma=1.0).fit(X[[0, 0, 1, 2, 3]], y[[0, 0, 1, 2, 3]])
    weighed = SVC(gamma=1.0).fit(X, y, sample_weight=[2, 1, 1, 1])
    once = SVC(gamma=1.0).fit(X, y)
    at = np.linspace(-1, 3, 9)[:, None]
    assert twice.decision_function(at) == pytest.approx(weighed.decision_function(at), abs=1e-3)
    assert np.abs(twice.decision_function(at) - once.decision_function(at)).max() > 0.05


def test_the_listing_has_no_largest_margin():
    """Its price of slack is 1: instances that could be separated lie within the margin."""
    X, y = np.array([[0.0], [0.2], [0.4], [0.6]]), np.array([-1, -1, 1, 1])
    soft, hard = (SVC(gamma=1.0, C=price, tol=1e-8).fit(X, y) for price in (1.0, 1e6))
    assert (y * soft.decision_function(X)).min() < 0.5
    assert (y * hard.decision_function(X)).min() == pytest.approx(1, abs=1e-3)

"""Comparisons: paired, the same whatever the workers, gone on with after an interruption."""

import json
import sys
from concurrent.futures import ThreadPoolExecutor
from fractions import Fraction
from math import comb
from statistics import mean, median
from typing import Any

import pytest

from altheory.errors import AltheoryError, DomainError, MissingDependencyError, UnknownNameError
from altheory.simulation.comparison import LearningCurve
from altheory.simulation.journal import Journal
from altheory.simulation.learning_curves import learning_curve, selective_curve
from altheory.simulation.learning_data import dataset, dataset_called
from altheory.simulation.learning_runs import LearningRun
from altheory.simulation.predictors import MODELS, model_called
from altheory.simulation.splits import Design, split_of
from altheory.simulation.strategies import Strategy, strategy
from tests.simulation.models import Nearest
from tests.simulation.test_learning_runs import GRID

DESIGN = Design(budget=9, batch=4, initial=1, seed=2)
ARMS = ("margin", "k-center")


def measured(replicates=7, **given):
    return learning_curve(GRID, Nearest(), ARMS, design=DESIGN, replicates=replicates, **given)


@pytest.fixture(scope="module")
def curve():
    return measured()


def test_nothing_depends_on_who_computes(curve):
    with ThreadPoolExecutor(3) as executor:
        assert measured(executor=executor) == curve


def test_an_interrupted_run_goes_on_to_the_same_bytes(curve, tmp_path):
    path, told = tmp_path / "journal", list[int]()

    def stop(done, total):
        assert total == 21
        if done == 5:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        measured(journal=Journal.open(path, "run", resume=False), report=stop)
    path.write_text(path.read_text()[:-9])  # the last line is torn
    resumed = Journal.open(path, "run", resume=True, read=LearningRun.of)
    assert len(resumed.blocks) == 4
    found = measured(journal=resumed, report=lambda done, _: told.append(done))
    assert found.to_json() == curve.to_json()
    assert told == list(range(5, 22))


def test_what_was_kept_is_not_computed_again(tmp_path):
    path = tmp_path / "journal"
    first = measured(journal=Journal.open(path, "run", resume=False))
    lied = path.read_text()
    assert lied.count("\n") == 21
    kept = Journal.open(path, "run", resume=True, read=LearningRun.of)
    again = learning_curve(GRID, Broken(), ARMS, design=DESIGN, replicates=7, journal=kept)
    assert dict(again.runs) == dict(first.runs)


class Broken(Nearest):
    def fit(self, *_):
        raise AssertionError


def test_more_replicates_begin_with_the_same_ones(curve):
    few = measured(replicates=3)
    assert all(curve.runs[name][:3] == few.runs[name] for name in few.runs)


def test_every_pair_has_one_split(curve):
    for replicate in range(7):
        split = split_of(GRID, DESIGN, replicate)
        for name in curve.runs:
            run = curve.runs[name][replicate]
            assert {*run.queries} <= {*split.pool.tolist()}
            assert run.correct[0] == curve.runs["random"][replicate].correct[0]
    assert curve.runs["random"][0].queries == tuple(split_of(GRID, DESIGN, 0).pool[:9].tolist())


def test_points_are_what_their_names_say(curve):
    for name in ARMS:
        own, random = curve.runs[name], curve.runs["random"]
        for at, point in enumerate(curve.points(name)):
            values = [Fraction(run.correct[at], curve.test_size) for run in own]
            gaps = [
                Fraction(a.correct[at] - b.correct[at], curve.test_size)
                for a, b in zip(own, random, strict=True)
            ]
            paired = point.paired
            assert paired is not None
            assert point.labels == 3 + (0, 4, 8, 9)[at]
            assert point.mean.value == float(mean(values))
            assert point.median.value == float(median(values))
            assert paired.mean.value == float(mean(gaps))
            assert paired.median.value == float(median(gaps))
            # 7 replicates at 95%: all within the extremes but for 2 / 128
            assert (paired.median.low, paired.median.high) == (float(min(gaps)), float(max(gaps)))
            assert (paired.better, paired.equal, paired.worse) == (
                sum(g > 0 for g in gaps),
                sum(g == 0 for g in gaps),
                sum(g < 0 for g in gaps),
            )


def test_overall_is_the_mean_of_the_later_points(curve):
    gaps = [
        Fraction(sum(a.correct[1:]) - sum(b.correct[1:]), 3 * curve.test_size)
        for a, b in zip(curve.runs["margin"], curve.runs["random"], strict=True)
    ]
    assert curve.overall("margin").median.value == float(median(gaps))
    recalls = curve.recalls("margin")
    for c, found in enumerate(recalls):
        own = [
            Fraction(a.recalled[c] - b.recalled[c], curve.tested[c])
            for a, b in zip(curve.runs["margin"], curve.runs["random"], strict=True)
        ]
        assert found is not None
        assert found.median.value == float(median(own))


def made(gaps):
    """Return a curve in which a strategy has so many more right than random sampling."""
    settings = {**measured(1).settings, "replicates": len(gaps)}
    runs = {
        name: tuple(LearningRun((50, 50 + gap), (50 + gap, 0), (0, 1), (2, 0), 9) for gap in own)
        for name, own in (("random", [0] * len(gaps)), ("new", gaps))
    }
    return LearningCurve(settings, ("a", "b"), (2, 4), (50, 50), (5, 4), runs)


@pytest.mark.parametrize(
    ("gaps", "verdict"),
    [
        ([1] * 6, "better"),
        ([1] * 5, "undecided"),
        ([-1] * 6, "worse"),
        ([1] * 8 + [-1], "better"),
        ([1] * 7 + [0], "undecided"),
        ([1] * 20 + [-9] * 5 + [0], "better"),
        ([9] * 8 + [-1] * 3, "undecided"),
        ([0] * 30, "undecided"),
    ],
)
def test_a_verdict_is_that_of_the_sign_test(gaps, verdict):
    """At 95%: beyond the (k-1) most extreme on either side, 2 P(Bin(n, 1/2) < k) <= 1/20."""
    n = len(gaps)
    k = max(k for k in range(n) if 2 * sum(comb(n, j) for j in range(k)) * 20 <= 2**n)
    ordered = sorted(gaps)
    low, high = (ordered[k - 1], ordered[-k]) if k else (-1, 1)
    assert verdict == ("better" if low > 0 else "worse" if high < 0 else "undecided")
    found = made(gaps).overall("new")
    assert found.verdict == verdict
    assert found.mean.low <= found.mean.value <= found.mean.high


def test_the_balance_is_of_each_run(curve):
    found = curve.balance("random")
    assert found.mean == tuple(
        sum(run.histogram[c] for run in curve.runs["random"]) / 7 for c in range(3)
    )
    assert found.band is not None
    sides = [found.band.outside(run.histogram) for run in curve.runs["random"]]
    assert found.outside.value == sum(any(side) for side in sides) / 7
    assert found.few == tuple(sum(side[c] < 0 for side in sides) for c in range(3))
    # the sizes are 12, 11 and 10, less 4, 3 and 3 tested and one first label each
    assert curve.available == (7, 7, 6)


def test_collapse_to_a_class_leaves_the_band():
    first = Strategy(
        "first",
        lambda now, k: sorted(range(len(now.candidates)), key=lambda i: now.candidates[i])[:k],
    )
    found = learning_curve(GRID, Nearest(), first, design=DESIGN, replicates=3)
    balance = found.balance("first")
    assert balance.mean[0] == 7
    assert balance.many[0] == 3
    assert balance.outside.value == 1
    assert "first  7.0" in str(found)


def test_curves_read_back_and_print_themselves(curve):
    written = curve.to_json()
    assert LearningCurve.from_json(written) == curve
    text = str(curve)
    assert "k-center" in text
    assert "7 replicates, seed 2" in text
    document = json.loads(written)
    assert [one["name"] for one in document["curves"]] == ["random", *ARMS]
    assert document["curves"][1]["points"][2]["labels"] == 11


def test_streams_are_compared_in_the_same_way():
    rules = ["threshold:0.1", "selective:0.2"]
    found = selective_curve(GRID, Nearest(), rules, design=DESIGN, replicates=4)
    pool = learning_curve(GRID, Nearest(), "random", design=DESIGN, replicates=4)
    assert found.names == ("threshold:0.1", "selective:0.2")
    assert [run.queries for run in found.runs["random"]] == [
        run.queries for run in pool.runs["random"]
    ]
    assert LearningCurve.from_json(found.to_json()) == found
    lazy = selective_curve(GRID, Nearest(), "threshold:1", design=DESIGN, replicates=2)
    assert lazy.balance("threshold:1").outside.value == 0
    assert "threshold:1" in str(lazy)


def test_a_pool_smaller_than_the_budget_ends_the_curve():
    found = learning_curve(
        GRID, Nearest(), "margin", design=Design(budget=50, batch=15, initial=1), replicates=2
    )
    assert found.labels == (3, 18, 23)
    assert all(len(run.queries) == 20 for run in found.runs["margin"])
    assert set(found.differences("margin")[-1]) == {0}  # all is labeled


REFUSED: tuple[tuple[dict[str, Any], str], ...] = (
    ({"acquisitions": []}, "at least one acquisition"),
    ({"acquisitions": [strategy("margin"), "margin"]}, "distinct names, got margin, margin"),
    ({"model": 3}, "a model has fit, predict_proba"),
    ({"model": Nearest}, "a model has fit, predict_proba"),
    ({"replicates": 0}, "the number of replicates"),
    ({"level": 1.5}, "a level lies strictly between"),
    ({"design": {"initial": 9}}, "class c of data has 7 instances beside the test set"),
    ({"design": {"initial": 9, "first": "random"}}, "leave none to ask"),
    ({"design": {"test": Fraction(1, 99)}}, "none to test"),
    ({"design": {"test": 1}}, "the share of the test set"),
    ({"design": {"budget": 0}}, "the budget must be an integer of at least 1"),
    ({"design": {"batch": 0}}, "a batch must be"),
    ({"design": {"seed": -1}}, "a seed must be"),
)


@pytest.mark.parametrize(("given", "said"), REFUSED)
def test_what_cannot_be_compared_is_refused(given, said):
    fields: dict[str, Any] = {"acquisitions": "margin", "replicates": 2, **given}
    wanted, model = fields.pop("design", {}), fields.pop("model", Nearest())
    with pytest.raises(DomainError, match=said):
        learning_curve(GRID, model, **fields, design=Design(**{"budget": 3, **wanted}))


def test_unknown_names_meet_the_nearest(curve):
    with pytest.raises(UnknownNameError, match="did you mean random"):
        Design(budget=1, first="randm")  # type: ignore[arg-type]  # what is tested
    with pytest.raises(UnknownNameError, match="did you mean margin"):
        curve.points("margn")
    with pytest.raises(UnknownNameError, match="did you mean logistic"):
        model_called("logistics")
    with pytest.raises(UnknownNameError, match="did you mean digits"):
        dataset_called("digit")


@pytest.mark.parametrize(
    ("X", "y", "said"),
    [
        ([[1.0], [float("nan")]], [0, 1], "finite"),
        ([1.0, 2.0], [0, 1], "shape"),
        ([[1.0], [2.0]], [0], "each of 2 instances has one class"),
        ([["x"]], [0], "features are numbers"),
    ],
)
def test_what_is_no_data_is_refused(X, y, said):
    with pytest.raises(DomainError, match=said):
        dataset(X, y)


def test_the_data_of_scikit_learn_are_scaled():
    digits = dataset_called("digits")
    assert (digits.X.min(), digits.X.max(), len(digits.classes)) == (0, 1, 10)
    assert digits.scaling == "pixels divided by 16"
    for name in ("iris", "wine", "breast-cancer"):
        data = dataset_called(name)
        n = len(data.y)
        assert data.scaling == f"standardized over all {n} instances, without labels"
        assert abs(data.X.sum(axis=0)).max() < 1e-9
        assert (data.X**2).sum(axis=0) == pytest.approx(n)


def test_how_features_were_scaled_is_said():
    found = learning_curve(dataset_called("iris"), Nearest(), "margin", design=DESIGN, replicates=1)
    assert "\nfeatures: standardized over all 150 instances, without labels\n" in str(found)
    assert "features:" not in str(measured(1))


@pytest.mark.parametrize("name", ["iris", "wine", "breast-cancer"])
def test_no_accuracy_falls_to_chance_on_standardized_features(name):
    """With features in [0, 1] logistic regression at C = 1 fell to 1/3 on iris."""
    design = Design(budget=16, batch=4)
    found = learning_curve(
        dataset_called(name), model_called("logistic"), "margin", design=design, replicates=3
    )
    assert min(point.median.value for point in found.points("margin")) > 0.7


def test_without_scikit_learn_the_extra_is_named(monkeypatch):
    for module in ("sklearn.datasets", "sklearn.linear_model"):
        monkeypatch.setitem(sys.modules, module, None)
    for missing in (lambda: dataset_called("digits"), lambda: model_called("logistic")):
        with pytest.raises(MissingDependencyError, match=r"scikit-learn.*altheory\[nets\]"):
            missing()
    monkeypatch.setitem(sys.modules, "threadpoolctl", None)
    assert measured(1).labels == (3, 7, 11, 12)


@pytest.mark.parametrize("name", MODELS)
def test_every_model_learns_iris(name):
    design = Design(budget=40, batch=40)
    found = learning_curve(
        dataset_called("iris"), model_called(name), "random", design=design, replicates=1
    )
    assert found.points("random")[-1].mean.value > 0.6


@pytest.mark.parametrize("document", ["", "{}", "[]", '{"schema": "altheory-curve/1"}'])
def test_what_are_no_curves_is_refused(document):
    with pytest.raises(AltheoryError):
        LearningCurve.from_json(document)

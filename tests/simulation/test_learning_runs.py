"""Runs of a pool and of a stream, against plain loops."""

from fractions import Fraction
from typing import Any

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.acquisition import entropy, least_confidence, margin
from altheory.errors import DomainError
from altheory.simulation.learning_data import dataset, dataset_called
from altheory.simulation.learning_runs import MEMBERS, LearningTask, learning_run
from altheory.simulation.predictors import model_called
from altheory.simulation.selective_rules import margin_sampling, passive_rule, uncertainty_threshold
from altheory.simulation.splits import Design, split_of
from altheory.simulation.strategies import STRATEGIES, Strategy, strategy
from tests.simulation.models import Nearest

GRID = dataset(
    [[i, (7 * i) % 11] for i in range(33)], ["a" if i < 12 else "bc"[i % 2] for i in range(33)]
)
CHEAP = ("entropy", "k-center", "least-confidence", "margin", "random", "information-density")


def task(chooser, replicate=0, data=GRID, model=None, **given):
    design = Design(**{"budget": 8, "batch": 3, "initial": 1, "seed": 3, **given})
    return LearningTask(data, Nearest() if model is None else model, design, chooser, replicate)


def probs(one, labeled, instances):
    """Fit from scratch, and return probabilities over all classes."""
    model = one.model
    model.fit(one.data.X[labeled], one.data.y[labeled])
    table = np.zeros((len(instances), len(one.data.classes)))
    table[:, model.classes_] = model.predict_proba(one.data.X[instances])
    return table


def right(one, labeled):
    test = split_of(one.data, one.design, one.replicate).test
    return int((probs(one, labeled, test).argmax(axis=1) == one.data.y[test]).sum())


SCORES = {
    "entropy": entropy,
    "least-confidence": least_confidence,
    "margin": lambda table: -margin(table),
}


@pytest.mark.parametrize("name", SCORES)
@pytest.mark.parametrize("replicate", range(3))
def test_each_batch_has_the_largest_scores_of_a_model_fitted_anew(name, replicate):
    one = task(strategy(name), replicate)
    split, run = split_of(GRID, one.design, replicate), learning_run(one)
    labeled, waiting = split.labeled.tolist(), split.pool.tolist()
    assert run.correct[0] == right(one, labeled)
    for start, correct in zip(range(0, 8, 3), run.correct[1:], strict=True):
        asked = list(run.queries[start : start + 3])
        scores = SCORES[name](probs(one, labeled, waiting))
        best = sorted(range(len(waiting)), key=lambda i: -scores[i])[: len(asked)]
        assert asked == [waiting[i] for i in best]
        labeled += asked
        waiting = [i for i in waiting if i not in asked]
        assert correct == right(one, labeled)
    truth = GRID.y[list(run.queries)]
    assert run.histogram == tuple(np.bincount(truth, minlength=3))
    assert sum(run.recalled) == run.correct[-1]


def test_margin_asks_what_a_plain_loop_of_scikit_learn_asks():
    digits, model = dataset_called("digits"), model_called("discriminant")
    one = task(strategy("margin"), 1, digits, model, budget=12, batch=1, initial=2)
    split, run = split_of(digits, one.design, 1), learning_run(one)
    labeled, waiting = list(split.labeled), list(split.pool)
    for query in run.queries:
        model.fit(digits.X[labeled], digits.y[labeled])
        two = np.sort(model.predict_proba(digits.X[waiting]), axis=1)[:, -2:]
        place = int((two[:, 1] - two[:, 0]).argmin())
        assert waiting[place] == query
        labeled.append(waiting.pop(place))


@given(
    name=st.sampled_from(CHEAP),
    replicate=st.integers(0, 3),
    design=st.fixed_dictionaries(
        {
            "budget": st.integers(1, 30),
            "batch": st.integers(1, 30),
            "initial": st.integers(1, 3),
            "first": st.sampled_from(["stratified", "random"]),
        }
    ),
)
def test_queries_are_distinct_and_the_budget_is_kept(name, replicate, design):
    one = task(strategy(name), replicate, **design)
    budget, batch = one.design.budget, one.design.batch
    split, run = split_of(GRID, one.design, replicate), learning_run(one)
    assert len(run.queries) == min(budget, len(split.pool))
    assert len({*run.queries}) == len(run.queries)
    assert {*run.queries} <= {*split.pool.tolist()}
    assert len(run.correct) == 1 + -(-len(run.queries) // batch)
    assert run.seen == len(split.pool)


@pytest.mark.parametrize("first", ["stratified", "random"])
def test_a_split_has_every_instance_once(first):
    design = Design(budget=1, initial=2, first=first, test=Fraction(1, 4))
    for replicate in range(20):
        split = split_of(GRID, design, replicate)
        parts = np.concatenate([split.test, split.labeled, split.pool])
        assert sorted(parts.tolist()) == list(range(33))
        assert np.bincount(GRID.y[split.test]).tolist() == [n // 4 for n in GRID.sizes]
        assert len(split.labeled) == 6
        if first == "stratified":
            assert np.bincount(GRID.y[split.labeled]).tolist() == [2, 2, 2]


def test_replicates_and_seeds_have_splits_of_their_own():
    splits = {
        tuple(split_of(GRID, Design(budget=1, initial=1, seed=seed), i).pool.tolist())
        for seed in range(3)
        for i in range(3)
    }
    assert len(splits) == 9


@pytest.mark.parametrize("first", ["stratified", "random"])
def test_at_the_end_of_the_pool_all_know_the_same(first):
    runs = [
        learning_run(task(chooser, 2, budget=10**6, batch=4, first=first))
        for chooser in (*map(strategy, CHEAP), passive_rule())
    ]
    assert len({tuple(sorted(run.queries)) for run in runs}) == 1
    assert len({run.correct[-1] for run in runs}) == 1
    assert len({run.correct[0] for run in runs}) == 1
    assert len({run.histogram for run in runs}) == 1


def test_pairs_differ_by_their_choices_alone():
    """A model that takes chances takes the same ones beside whatever chooses the same."""
    forest = model_called("forest").set_params(n_estimators=3)
    twin = Strategy("twin", strategy("random").select)
    runs = [learning_run(task(chooser, model=forest)) for chooser in (strategy("random"), twin)]
    assert runs[0] == runs[1]
    other = learning_run(task(twin, 1, model=forest))
    assert other.queries != runs[0].queries


def test_committees_and_their_batches_are_paired_with_themselves():
    bayes = model_called("naive-bayes")
    for name in ("bald", "batchbald", "vote-entropy"):
        runs = [learning_run(task(strategy(name), model=bayes, budget=2, batch=2)) for _ in "ab"]
        assert runs[0] == runs[1]
        assert len({*runs[0].queries}) == 2


def test_a_committee_speaks_of_all_classes_and_knows_those_it_has_seen():
    """Of three first labels at random a class may be missing: its column is 0."""
    missing = 0
    for replicate in range(6):
        seen: list[Any] = []

        def look(situation, k, seen=seen):
            seen.append((situation, situation.committee(), situation.probs()))
            return range(k)

        bayes = model_called("naive-bayes")
        learning_run(task(Strategy("look", look), replicate, model=bayes, first="random"))
        for situation, committee, probs_N_C in seen:
            known = {*GRID.y[situation.labeled].tolist()}
            missing += len(known) < 3
            assert committee.shape == (MEMBERS, len(situation.candidates), 3)
            for table in (*committee, probs_N_C):
                assert table.sum(axis=1) == pytest.approx(1, abs=1e-12)
                assert not table[:, sorted({0, 1, 2} - known)].any()
        assert not np.array_equal(seen[1][1][0], seen[1][1][1])  # members differ
    assert missing


@pytest.mark.parametrize("name", STRATEGIES)
def test_one_class_alone_is_no_obstacle(name):
    """Two first labels at random may be of one class, and then the model is a constant."""
    data = dataset([[float(i)] for i in range(12)], [0] * 9 + [1] * 3)
    design: dict[str, Any] = {"budget": 5, "batch": 2, "initial": 1, "first": "random"}
    bayes = model_called("naive-bayes")
    alone = next(
        i
        for i in range(50)
        if len({*data.y[split_of(data, Design(seed=3, **design), i).labeled]}) == 1
    )
    run = learning_run(task(strategy(name), alone, data, bayes, **design))
    assert len({*run.queries}) == 5


def test_a_single_class_is_always_right():
    data = dataset([[float(i)] for i in range(9)], ["only"] * 9)
    run = learning_run(task(strategy("entropy"), data=data, budget=20))
    assert run.correct == (3, 3, 3)
    assert (run.recalled, run.histogram) == ((3,), (5,))


@pytest.mark.parametrize("places", [[0], [0, 0], [0, 1, 2], [-1, 0], [0, 99], [0.5, 1]], ids=str)
def test_a_bad_choice_is_refused_by_name(places):
    bad = Strategy("odd", lambda *_: places)
    with pytest.raises(DomainError, match="odd chooses 2 distinct places below"):
        learning_run(task(bad, batch=2, budget=2))


@pytest.mark.parametrize("replicate", range(4))
def test_a_stream_asks_where_its_threshold_says(replicate):
    one = task(uncertainty_threshold(0.1), replicate, budget=6, batch=2)
    split, run = split_of(GRID, one.design, replicate), learning_run(one)
    labeled, asked = split.labeled.tolist(), list[int]()
    for x in split.pool[: run.seen].tolist():
        doubt = 1 - probs(one, labeled, [x]).max()
        assert (x in run.queries) == (doubt >= 0.1)
        if doubt >= 0.1:
            asked.append(x)
            if len(asked) % 2 == 0:
                labeled += asked[-2:]
    assert tuple(asked) == run.queries
    assert len(asked) == 6
    assert run.seen < len(split.pool)
    assert split.pool[run.seen - 1] == asked[-1]


def test_a_rule_that_never_asks_keeps_its_model():
    run = learning_run(task(uncertainty_threshold(1)))
    assert run.queries == ()
    assert len({*run.correct}) == 1
    assert len(run.correct) == 4
    assert run.seen == len(split_of(GRID, task(passive_rule()).design, 0).pool)


def test_a_rule_that_always_asks_is_random_sampling():
    passive = learning_run(task(strategy("random")))
    for always in (passive_rule(), uncertainty_threshold(0), margin_sampling(10**12)):
        run = learning_run(task(always))
        assert (run.correct, run.queries) == (passive.correct, passive.queries)
        assert run.seen == 8


def test_a_stream_that_ends_early_learns_what_it_has_bought():
    one = task(uncertainty_threshold(0.5), 0, budget=20, batch=19)
    run = learning_run(one)
    assert 0 < len(run.queries) < 19
    known = [*split_of(GRID, one.design, 0).labeled.tolist(), *run.queries]
    assert run.correct[1:] == (right(one, known),) * (len(run.correct) - 1)


def test_a_stream_may_end_before_the_curve():
    bayes = model_called("naive-bayes")
    run = learning_run(task(uncertainty_threshold(0.5), model=bayes, budget=20, batch=1))
    assert len(run.correct) == 21
    assert run.seen == 20
    assert len(run.queries) < 20


def test_selective_sampling_asks_the_more_the_larger_its_scale():
    """Chances belong to the replicate, so with one label the scales differ by their rule alone."""
    runs = [learning_run(task(margin_sampling(b), budget=1)) for b in (1e-9, 0.02, 0.5, 1e9)]
    seen = [run.seen for run in runs]
    assert seen == sorted(seen, reverse=True)
    assert seen[0] > seen[-1] == 1

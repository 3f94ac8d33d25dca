from collections import Counter
from itertools import combinations
from math import e, log2

import numpy as np
import pytest

from altheory.plot.style import style
from figures.fig19_batches import BATCH, MARKS, MODELS, POOLS, batch, curves, information
from figures.plate import plate

NAME = "fig19_batches"


@pytest.fixture
def table(data):
    return data(NAME)


def cells(instances):
    """Return the entropy of the cell that the threshold is in: what noiseless labels tell."""
    counts = Counter(tuple(k < i for i in instances) for k in range(MODELS))
    return sum(n / MODELS * log2(MODELS / n) for n in counts.values())


@pytest.mark.parametrize("instances", [(8,), (8, 8), (1, 15), (3, 5, 5, 13), (2, 3, 4, 9, 14)])
def test_a_batch_tells_the_cell_of_the_threshold(instances):
    assert information(instances) == pytest.approx(cells(instances), abs=1e-12)


@pytest.mark.parametrize("pool", POOLS)
def test_batches_tell_what_their_curves_say(table, pool):
    known = curves(table, pool)
    for kind in ("top", "BatchBALD"):
        some = batch(table, pool, kind)
        assert len(set(some)) == len(some) == BATCH
        told = cells([i for i, _ in some])
        assert known[kind].ys[-1] == pytest.approx(told, abs=1e-8)


@pytest.mark.parametrize("pool", POOLS)
def test_the_best_and_the_mean_are_over_all_batches(table, pool):
    known = curves(table, pool)
    for b in (1, 2, 3):
        every = [cells(some) for some in combinations(POOLS[pool], b)]
        assert known["best"].ys[b - 1] == pytest.approx(max(every), abs=1e-8)
        assert known["random"].ys[b - 1] == pytest.approx(np.mean(every), abs=1e-8)


@pytest.mark.parametrize("pool", POOLS)
def test_the_sum_counts_double_and_greedy_keeps_its_guarantee(table, pool):
    known = {kind: np.array(one.ys) for kind, one in curves(table, pool).items()}
    singles = sorted((cells([i]) for i in POOLS[pool]), reverse=True)
    assert known["sum"] == pytest.approx(np.cumsum(singles[:BATCH]), abs=1e-7)
    assert known["sum"][-1] > known["all"][-1] == log2(MODELS)
    assert (known["top"][1:] < known["random"][1:]).all()
    assert (known["BatchBALD"] >= known["bound"]).all()
    assert known["bound"] == pytest.approx((1 - 1 / e) * known["best"])


def test_the_best_pair_splits_in_three_and_greedy_splits_in_halves_first(table):
    known = curves(table, "distinct")
    assert known["best"].ys[1] == pytest.approx(cells([5, 10]), abs=1e-8)
    assert known["BatchBALD"].ys[1] == 1.5


def test_curves_bear_their_marks_and_bounds_are_dashed(table):
    with style("icml"):
        axes = plate(NAME).draw(table).axes
    for ax, bounds in zip(axes[4:], (2, 1), strict=True):
        lines = ax.lines
        assert [line.get_marker() for line in lines[:5]] == [m["marker"] for m in MARKS.values()]
        assert [line.get_linestyle() for line in lines[5:]] == ["--"] * bounds
    assert [line.get_marker() for ax in axes[:4] for line in ax.lines] == ["D", "D", "o", "o"]


def test_the_words_hold_the_numbers(table):
    alt = plate(NAME).alt(table)
    assert "the largest scores: 6, 7, 8, 9, 10" in alt
    assert "what these tell together 1.000, 1.000, 1.000, 1.477, 1.477" in alt

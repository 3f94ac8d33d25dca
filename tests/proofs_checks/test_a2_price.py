from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
import pytest

from altheory.bounds import uniform
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._a2_paths import learner
from proofs_checks._a2_price import (
    all_negative_labels,
    consistent,
    fall_back,
    intervals,
    no_interval,
    paths_that_go_on,
    signs,
    taken,
    windows,
)

F = Fraction
BOUNDS = ("hoeffding", "clopper-pearson")


@pytest.mark.parametrize("name", BOUNDS)
@pytest.mark.parametrize("spending", ["looks", "rounds", "literal"])
@pytest.mark.parametrize("cells", [4, 10])
def test_the_learner_takes_so_many_labels_on_different_paths(cells, spending, name):
    situation = no_interval(cells, name, spending)
    assert situation.hypotheses == len(intervals(cells).hypotheses)
    draws = np.random.default_rng(1).integers(cells, size=4000)
    for cell in (lambda _: 0, lambda i: i % cells, lambda i: int(draws[i])):
        assert taken(cells, situation, cell) == all_negative_labels(cells, situation)


@pytest.mark.parametrize("name", BOUNDS)
def test_windows_are_where_both_signs_stay(name):
    of, situation = FiniteClass(1, ["-", "+"]), signs(name)
    run: Any = learner(of, uniform(name, of), situation.epsilon, situation.delta)
    *_, (low, high) = windows(situation.judge, 40)
    assert 0 < low < high < 40
    for k in range(41):
        state: Any = run.init()
        for i in range(40):  # the labels +1 spread out, so that no earlier look is one-sided
            y = 1 if (i + 1) * k // 40 > i * k // 40 else -1
            state = run.step(state, 0, lambda _, y=y: y)
        assert state.finished == (not low <= k <= high)


def test_paths_within_windows_by_listing_them():
    bounds = [(0, 1), (1, 1), (0, 3), (2, 3)]
    within = [
        flips
        for flips in product((0, 1), repeat=4)
        if all(low <= sum(flips[: n + 1]) <= high for n, (low, high) in enumerate(bounds))
    ]
    assert paths_that_go_on(bounds) == len(within)
    assert paths_that_go_on([(0, 1), (1, 0)]) == 0


def test_passive_learning_by_consistency():
    for cells, n in ((10, 67), (100, 1147)):
        situation = no_interval(cells, "hoeffding")
        assert consistent(situation) == n
        assert situation.hypotheses * (1 - situation.epsilon) ** n <= situation.delta


@pytest.mark.parametrize("name", BOUNDS[:1])
def test_the_fall_back_is_above_what_is_taken(name):
    situation = no_interval(10, name)
    taken_here: Any = all_negative_labels(10, situation)
    assert taken_here <= fall_back(situation)
    assert windows(signs(name).judge, fall_back(signs(name)))[-1] == (1, 0)

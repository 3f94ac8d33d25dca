from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from altheory.bounds import uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import Judge
from proofs_checks._a2_paths import learner
from proofs_checks._a2_thresholds import Row, labels, stay

F = Fraction
CELLS = 32
CUTS = FiniteClass(
    CELLS, [[1 if x >= cut else -1 for x in range(CELLS)] for cut in range(CELLS + 1)]
)


class Recorded:
    """Cells in the order in which they were drawn, for both to see."""

    def __init__(self, seed):
        self.rng = np.random.default_rng(seed)
        self.drawn = []

    def integers(self, low, high, size, dtype):
        xs = self.rng.integers(low, high, size=size, dtype=dtype)
        self.drawn += xs.ravel().tolist()
        return xs


@pytest.mark.parametrize("spending", ["looks", "rounds", "literal"])
@pytest.mark.parametrize("name", ["clopper-pearson", "hoeffding"])
@pytest.mark.parametrize(("seed", "target"), [(1, 12), (2, 31), (3, 0)])
def test_the_learner_takes_the_same_path(name, seed, target, spending):
    bound, epsilon, delta = uniform(name, CUTS), F(1, 8), F(1, 10)
    rng: Any = Recorded(seed)
    judge = Judge(bound=bound, epsilon=epsilon, delta=delta, spending=spending)
    (taken,) = labels(rng, Row(CELLS, target), judge, 1)
    run = learner(CUTS, bound, epsilon, delta, spending=spending)
    state = run.init()
    for x in rng.drawn:
        assert not state.finished
        state = run.step(state, x, lambda x: 1 if x >= target else -1)
    assert state.finished
    assert state.queries == taken == len(rng.drawn)


@pytest.mark.statistical(alpha=1e-9, power=0.99)
def test_many_runs_have_the_law_of_one(rng):
    """By Hoeffding no size is off by 7/60 of 1000 or by 1/20 of 5000; a third is seen."""
    judge = Judge(
        bound=uniform("clopper-pearson", CUTS), epsilon=F(1, 16), delta=F(9, 10), spending="rounds"
    )
    row = Row(CELLS, 12)
    single = [int(labels(rng, row, judge, 1)[0]) for _ in range(1000)]
    many = labels(rng, row, judge, 5000).tolist()
    for n in {*single, *many}:
        assert abs(F(many.count(n), 5000) - F(single.count(n), 1000)) < F(1, 6)


@pytest.mark.parametrize("most", range(4))
def test_who_stays_by_counting(most):
    drawn, target = [[1, 3, 3, 6, 8], [0, 0, 1, 2, 3], [4, 4, 5, 8, 8]], 4
    nine = np.full(3, 9, dtype=np.int32)
    first, last = stay(0 * nine, nine, np.array(drawn, dtype=np.int32), target, most)
    for run, cells in enumerate(drawn):
        kept = [
            cut
            for cut in range(10)
            if sum(min(cut, target) <= x < max(cut, target) for x in cells) <= most
        ]
        assert (first[run], last[run]) == (kept[0], kept[-1])


def test_cuts_of_a_row():
    assert set(Row(CELLS, 12).cuts.hypotheses) == set(CUTS.hypotheses)

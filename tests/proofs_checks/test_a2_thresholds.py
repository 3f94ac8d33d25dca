from fractions import Fraction

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

    def integers(self, low, high, size):
        xs = self.rng.integers(low, high, size=size)
        self.drawn += xs.tolist()
        return xs


@pytest.mark.parametrize("name", ["clopper-pearson", "hoeffding"])
@pytest.mark.parametrize(("seed", "target"), [(1, 12), (2, 31), (3, 0)])
def test_the_learner_takes_the_same_path(name, seed, target):
    bound, epsilon, delta = uniform(name, CUTS), F(1, 8), F(1, 10)
    rng = Recorded(seed)
    taken = labels(rng, Row(CELLS, target), Judge(bound=bound, epsilon=epsilon, delta=delta))
    run = learner(CUTS, bound, epsilon, delta)
    state = run.init()
    for x in rng.drawn:
        assert not state.finished
        state = run.step(state, x, lambda x: 1 if x >= target else -1)
    assert state.finished
    assert state.queries == taken == len(rng.drawn)


@pytest.mark.parametrize("most", range(4))
def test_who_stays_by_counting(most):
    drawn, target = np.array([1, 3, 3, 6, 8]), 4
    kept = [
        cut
        for cut in range(10)
        if sum(min(cut, target) <= x < max(cut, target) for x in drawn) <= most
    ]
    assert stay((0, 9), drawn, target, most) == (kept[0], kept[-1])

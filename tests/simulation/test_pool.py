"""Pools: CAL stops when no pool point is in doubt, and agrees with buying every label."""

from fractions import Fraction
from itertools import permutations

import pytest

from altheory.errors import DomainError
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.simulation.pool import run_pool
from altheory.simulation.transcript import Transcript, replay
from tests.simulation.laws import ALPHA, deviates

LINE = Thresholds()
SPACE = LINE.version_space()
POOL = [Fraction(k, 8) for k in range(1, 8)]
TARGET = Threshold(Fraction(5, 16))


def pool_cal(pool, order):
    """Return how many labels the definition asks: the first pool point of DIS in ``order``."""
    space, queries = SPACE, 0
    while doubtful := [x for x in order if x in pool and x in space.disagreement()]:
        space = space.restrict(doubtful[0], TARGET(doubtful[0]))
        queries += 1
    return queries


@pytest.mark.seeded("true of every run")
def test_no_pool_point_is_left_in_doubt(rng):
    for batch in (1, 2):
        done = run_pool(CAL(SPACE, batch), POOL, TARGET, rng)
        assert all(done.state.version_space.labels(x) == {TARGET(x)} for x in POOL)
        assert {e.index: e.instance for e in done.transcript.events} == dict(enumerate(POOL))
        copy = Transcript.from_json(done.transcript.to_json())
        assert replay(copy, CAL(SPACE, batch)) == done.state


@pytest.mark.seeded("true of every run")
def test_passive_learning_buys_the_pool_unless_stopped(rng):
    passive = Passive(SPACE, LINE.erm)
    assert run_pool(passive, POOL, TARGET, rng).transcript.queries == 7
    some = run_pool(passive, POOL, TARGET, rng, stop=lambda state: state.queries == 4)
    assert some.transcript.queries == 4


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_one_pass_in_random_order_has_the_law_of_the_definition(rng):
    pool = POOL[:5]
    exact = [pool_cal(pool, order) for order in permutations(pool)]
    sample = [run_pool(CAL(SPACE), pool, TARGET, rng).transcript.queries for _ in range(2000)]
    assert not deviates(sample, lambda k: sum(q <= k for q in exact) / len(exact))


@pytest.mark.parametrize("bad", [None, 3])
def test_what_is_no_pool_is_refused(bad):
    with pytest.raises(DomainError, match="a stream or pool is a series of instances, got"):
        run_pool(CAL(SPACE), bad, TARGET, 0)

"""Betting on thresholds: what is bet cannot win on average, and capitals are what was won."""

import math
from bisect import bisect_left
from fractions import Fraction
from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._betting_cells import Cells
from altheory.learners._betting_stakes import ETAS, MOST_BET, predicted
from altheory.learners.betting import BettingA2
from altheory.simulation import replicate
from altheory.simulation.jumps import event_driven
from altheory.simulation.replicate import simulate
from altheory.simulation.replicates import seed_of
from altheory.simulation.task import Goal, Task
from altheory.spaces.line_laws import StepLaw

F = Fraction
LINE = Thresholds()
DELTA, EPSILON = F(1, 20), F(1, 10)
ALPHA = 1e-9
TINY = 1e-9


def betting(epsilon=EPSILON, delta=DELTA, seed=0):
    return BettingA2(LINE, LINE.law(), epsilon, delta, seed)


def paths(most=25):
    """Labeled instances: dense, rational, and on both sides of 1/3 with errors."""
    instances = st.one_of(
        st.integers(1, 10**6 - 1).map(lambda n: F(n, 10**6)), st.floats(0.2, 0.5).map(F)
    )
    labels = st.sampled_from([1, 1, 1, -1])
    labeled = st.tuples(instances, labels).map(lambda p: (p[0], p[1] if p[0] >= F(1, 3) else -p[1]))
    return st.lists(labeled, min_size=1, max_size=most)


def fed(learner, path):
    """Return all states of a path; an instance is shown until it is asked about."""
    states = [learner.init()]
    for x, y in path:
        state = states[-1]
        if x in state.region and not state.finished:
            for _ in range(50):
                state = learner.step(state, x, lambda _, y=y: y)
                if state.queries > states[-1].queries:
                    break
        states.append(state)
    return states


def means(learner, state, chances):
    """Return excess errors of cuts at knots, and the mean log-free growth of each bet.

    ``chances`` says how likely the label in each cell of the region is +1.
    """
    hull = state.hull
    width, (right, left) = state.cells.widths[hull], learner.stakes(state)
    size = len(width)
    errors = np.concatenate([[0.0], np.cumsum(width * (2 * chances - 1))])  # of cut j, beside cut 0
    s = state.cells.before(state.candidate) - state.first
    for j in range(size):
        for cut in (j, j + 1):  # a threshold at either end of its cell
            a = np.where(np.arange(size) >= cut, 1 - chances, chances)  # it errs
            bets = np.where(np.arange(size) >= cut, right.bets[j], left.bets[j])
            inside = (np.arange(size) >= min(cut, s)) & (np.arange(size) < max(cut, s))
            extra = right.extra[j] if j < s else left.extra[j]
            plain = float(width @ (bets * (2 * a - 1)))
            gifts = float(width @ np.where(inside, 2 * extra * a, 0.0))
            yield cut, errors - errors[cut], plain, plain + gifts, errors[s] - errors[cut]


@given(paths(), st.randoms(use_true_random=False), st.sampled_from([0.5, 1.0, 0.1]))
def test_a_best_threshold_wins_nothing_on_average(path, random, scale):
    """The plain factor never, and that with gifts not beside a bad candidate."""
    learner = betting()
    state = fed(learner, path)[-1]
    if state.finished:
        return
    chances = np.array([0.5 + scale * (random.random() - 0.5) for _ in range(len(state.density))])
    turn = random.randrange(len(chances))
    chances[turn:] = np.maximum(chances[turn:], 1 - chances[turn:])
    for _, excess, plain, gifted, of_candidate in means(learner, state, chances):
        if min(excess) >= 0:
            assert plain <= TINY
            if of_candidate >= float(learner.epsilon):
                assert gifted <= TINY


@given(paths())
def test_bets_fall_away_and_leave_something(path):
    learner = betting()
    state = fed(learner, path)[-1]
    if state.finished:
        return
    q = state.density
    assert math.isclose(q @ state.cells.widths[state.hull], 1)
    for stakes, order in zip(learner.stakes(state), (1, -1), strict=True):
        bets = stakes.bets[::order, ::order]
        assert (np.tril(bets, -1) == 0).all()
        assert all((np.diff(row[j:]) <= 0).all() for j, row in enumerate(bets))
        assert (stakes.bets <= (MOST_BET + TINY) * q).all()
        assert (stakes.bets >= 0).all()
        assert (stakes.extra >= 0).all()


@given(paths())
def test_gifts_are_paid_for(path):
    """Of the farthest threshold of a cell at most (kappa + k) epsilon: k is for each of d."""
    learner = betting()
    state = fed(learner, path)[-1]
    if state.finished:
        return
    places, s = state.cells.places, state.cells.before(state.candidate)
    at = s - state.first
    right, left = learner.stakes(state)
    for j in range(len(state.density)):
        bets, k = (right.bets[j], right.extra[j]) if j < at else (left.bets[j], left.extra[j])
        beyond = np.concatenate([[0.0], bets, [0.0]])  # none outside of the region
        kappa = abs(beyond[at] - beyond[at + 1])
        ends = places[state.first + j : state.first + j + 2]
        assert k * max(abs(ends - places[s])) <= (kappa + k) * float(EPSILON) + TINY
        assert k <= 99.01 * kappa


@given(paths(), st.lists(st.integers(0, 997).map(lambda n: F(n, 997)), min_size=3, max_size=3))
def test_capitals_are_what_was_won(path, cuts):
    """For single thresholds, label by label; gifts are forgotten when the candidate moves."""
    learner = betting()
    states = fed(learner, path)
    for cut in cuts:
        wealth = bonus = 0.0
        for (before, after), (x, y) in zip(pairwise(states), path, strict=True):
            if after.labels > before.labels:
                gain, gift = settled(learner, before, cut, x, y)
                wealth, bonus = wealth + gain, bonus + gift
            if after.candidate != before.candidate:
                bonus = 0.0
            j = after.cells.holding(cut)
            assert math.isclose(after.cells.wealth[j], wealth, abs_tol=TINY)
            assert math.isclose(after.cells.bonus[j], bonus, abs_tol=TINY)
            if wealth >= math.log(1 / DELTA) + TINY:
                assert learner.drops(Threshold(cut), after, ())


def settled(learner, state, cut, x, y):
    right, left = learner.stakes(state)
    j, k = state.cells.holding(cut) - state.first, state.cells.cell_of(x) - state.first
    if not 0 <= j < len(state.density):
        return 0.0, 0.0
    stakes, q = right if cut <= x else left, state.density[k]
    share = stakes.bets[j, k] / q
    if Threshold(cut)(x) == y:
        return math.log1p(-share), 0.0
    between = min(cut, state.candidate) <= x < max(cut, state.candidate)
    gift = 2 * stakes.extra[j] / q if between else 0.0
    return math.log1p(share), math.log((1 + share + gift) / (1 + share))


@given(paths())
def test_the_posterior_is_that_of_bayes(path):
    state = fed(betting(), path)[-1]
    cells = state.cells
    found = predicted(cells.errors, cells.widths, state.labels)
    n = state.labels
    joint = np.array(
        [
            w * ETAS ** int(e) * (1 - ETAS) ** (n - int(e))
            for e, w in zip(cells.errors, cells.widths, strict=True)
        ]
    )
    assert np.allclose(found.weights, joint.sum(axis=1) / joint.sum())
    assert np.allclose(found.margins, joint @ (1 - 2 * ETAS) / joint.sum())


@given(st.lists(st.integers(1, 99).map(lambda n: F(n, 100)), max_size=8))
def test_cells_are_where_they_say(cuts):
    cells = Cells.one()
    for cut in cuts:
        cells = cells.cut(cut)
    assert cells.knots == tuple(sorted({F(0), F(1), *cuts}))
    assert list(cells.places) == [float(k) for k in cells.knots]
    for i in range(201):
        x = F(i, 200)
        j, k = cells.holding(x), cells.cell_of(x)
        assert x == 0 or cells.knots[j] < x <= cells.knots[j + 1]
        assert x == 1 or cells.knots[k] <= x < cells.knots[k + 1]
        assert k == min(bisect_left([*cells.knots[1:]], x + F(1, 1000)), len(cells.errors) - 1)
    fine = cells.refined(F(0), cells.knots[1], 8)
    assert max(fine.widths[: fine.before(cells.knots[1])]) <= float(cells.knots[1]) / 8 + TINY
    assert fine.knots[fine.before(cells.knots[1]) :] == cells.knots[1:]


@pytest.mark.seeded("it holds for every seed: what is left when it stops")
def test_it_stops_when_nothing_is_left(rng):
    for target in (F(0), F(1, 3), F(1)):
        learner = betting(F(1, 20), seed=seed_of(rng))
        run = event_driven(learner, LINE.law(), Threshold(target), rng)
        state = run.state
        for (start, end), refuted in zip(
            pairwise(state.cells.knots), state.cells.certified, strict=True
        ):
            assert refuted or max(state.candidate - start, end - state.candidate) <= F(1, 20)
        assert state.region.is_empty
        assert learner.promise(state) == F(1, 20)
        assert "stopped" in state.why
        passed = learner.step(state, F(1, 2), lambda _: 1)
        assert passed.unlabeled == state.unlabeled + 1
        assert passed.queries == state.queries


def test_a_step_is_a_function_of_its_arguments():
    learner = betting(seed=3)
    state = learner.init()
    one, other = (learner.step(state, F(1, 2), lambda _: 1) for _ in range(2))
    assert one == other
    assert "asks in" in one.why
    assert learner.promise(state) == F(1, 2)


def test_it_asks_the_more_the_nearer_the_median():
    """The density at the median is 3.5 times that at the ends; so are the questions."""
    state, asked = betting().init(), list[int]()
    for x in (F(1, 2), F(999, 1000)):
        seen = [betting(seed=seed).step(state, x, lambda _: 1).queries for seed in range(300)]
        asked.append(sum(seen))
    assert asked[0] >= 285
    assert 60 <= asked[1] <= 115


def test_silence_is_paid_and_teaches_nothing():
    def silent(x):
        raise AbstentionError(x)

    learner = betting()
    state = learner.init()
    for _ in range(30):
        state = learner.step(state, F(1, 2), silent)
    assert state.queries > 0
    assert state.labels == 0
    assert learner.hypothesis(state) == Threshold(F(1, 2))


def test_it_does_not_begin_if_everything_is_near():
    state = betting(F(3, 5)).init()
    assert state.finished
    assert state.queries == 0


def test_what_it_refuses():
    one = FiniteClass(1, ["-", "+"])
    with pytest.raises(DomainError, match="take another learner"):
        BettingA2(one, one.law(), F(1, 10), DELTA)
    with pytest.raises(DomainError, match="uniform law"):
        BettingA2(LINE, StepLaw((F(0), F(1, 2), F(1)), (F(3, 4), F(1, 4))), F(1, 10), DELTA)
    with pytest.raises(DomainError, match="epsilon must be positive"):
        betting(0)
    with pytest.raises(DomainError, match="strictly between 0 and 1"):
        betting(delta=1)
    with pytest.raises(DomainError, match="lies in"):
        betting().step(betting().init(), 2, lambda _: 1)


def block_of(noise, runs, rng, **goal):
    task = Task(
        hypotheses=LINE,
        learner="betting",
        goal=Goal(**goal),
        noise=noise,
        delta=DELTA,
        seed=seed_of(rng),
        size=runs,
    )
    return simulate(task)


def too_many(bad, runs):
    return bool(binom.sf(bad - 1, runs, float(DELTA)) <= ALPHA)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_twelve_runs_at_pure_noise(rng):
    """A learner that is always bad is noticed; more runs are in the slow test."""
    block = block_of("pure", 12, rng, stream=50)
    assert not too_many(block.eliminated_best, 12)
    assert not too_many(block.failures, 12)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.slow
@pytest.mark.parametrize("noise", ["pure", "tie", "block"])
def test_sixty_runs_where_nothing_helps(noise, rng):
    """A learner that is bad in half of its runs is noticed."""
    block = block_of(noise, 60, rng, stream=150)
    assert not too_many(block.eliminated_best, 60)
    assert not too_many(block.failures, 60)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_ten_noisy_runs(rng):
    """A learner that is always bad is noticed."""
    block = block_of("classification:1/20", 10, rng, epsilon=EPSILON)
    assert not too_many(block.failures, 10)
    assert not too_many(block.eliminated_best, 10)
    assert block.unlabeled > sum(block.queries)


def test_each_replicate_thins_by_draws_of_its_own(monkeypatch):
    seeds, built = list[int](), replicate.built

    def seen(task, seed=0):
        seeds.append(seed)
        return built(task, seed)

    monkeypatch.setattr(replicate, "built", seen)
    goal = Goal(stream=2)
    simulate(Task(hypotheses=LINE, learner="betting", goal=goal, delta=DELTA, size=3))
    assert len(set(seeds)) == 3


@pytest.mark.slow
def test_labels_of_the_table():
    """Forty runs to 1/100: about 54 labels without noise and 72 with a twentieth of it."""
    for noise, most in (("none", 58), ("classification:1/20", 80)):
        task = Task(
            hypotheses=LINE,
            learner="betting",
            goal=Goal(epsilon=F(1, 100)),
            noise=noise,
            delta=DELTA,
            size=40,
        )
        assert np.mean(simulate(task).queries) <= most

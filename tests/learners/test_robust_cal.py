"""RobustCAL beside its definition, written anew; and what holds with probability."""

from dataclasses import replace
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from altheory.bounds import uniform
from altheory.bounds._uniform import Uniform
from altheory.bounds.hoeffding import radius_of
from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.robust_cal import RobustCAL
from altheory.simulation.jumps import event_driven
from altheory.simulation.replicate import simulate
from altheory.simulation.replicates import seed_of
from altheory.simulation.task import Goal, Task
from altheory.testing.replay import replay
from altheory.testing.strategies import families

LINE = Thresholds()
DELTA = Fraction(1, 20)
EPSILON = Fraction(1, 10)
ALPHA = 1e-9


def hasty(n, delta):
    """The radius of a theorem nobody proved; the less is spent, the wider."""
    return radius_of(n, Fraction(5, 6)) + delta / 10


HASTY = Uniform(name="hasty", theorem="none", source="none", radius=hasty)
CLASSES: dict[str, FiniteClass] = {
    "signs": FiniteClass(1, ["-", "+"]),
    "star": FiniteClass(3, families(3)["star"]),
    "cube": FiniteClass(3, families(3)["cube"]),
    "cuts": FiniteClass(3, families(3)["thresholds"]),
}


def robust(cls, bound: Any = HASTY, epsilon: Any = EPSILON, delta: Any = DELTA):
    learner: RobustCAL[Any, Any] = RobustCAL(cls.version_space(), cls.law(), bound, epsilon, delta)
    return learner


class Naive:
    """A list of hypotheses, a list of labels, and the formulas of the docstring."""

    def __init__(self, cls):
        self.points = cls.n_points
        self.members, self.labels, self.looks = list(cls.hypotheses), [], []
        self.n, self.queries = 0, 0
        self.excess, self.output = self.mass(self.members), self.members[0]

    def mass(self, members):
        open_at = [len({h >> x & 1 for h in members}) == 2 for x in range(self.points)]
        return Fraction(sum(open_at), self.points)

    def step(self, x, y):
        if self.excess > EPSILON and len({h >> x & 1 for h in self.members}) == 2:
            self.queries += 1
            self.labels.append((x, y))
        self.n += 1
        if self.n & (self.n - 1) == 0 and self.labels and self.excess > EPSILON:
            self.look()

    def look(self):
        m, k = len(self.labels), len(self.looks) + 1
        r = hasty(m, DELTA / (k * (k + 1)))
        before = self.mass(self.members)
        if 2 * r >= 1 and before * min(1, r) > EPSILON:
            return  # 0 errors and m errors are explained together, and the width is too large
        wrong = {h: sum((h >> x & 1) != (y == 1) for x, y in self.labels) for h in self.members}
        fewest = min(wrong.values())
        low, high = max(Fraction(0), Fraction(fewest, m) - r), min(1, Fraction(fewest, m) + r)
        self.members = [h for h in wrong if Fraction(wrong[h], m) - r <= high]
        excess = min(before * (high - low), self.mass(self.members))
        if excess < self.excess:
            self.excess = excess
            self.output = min(h for h in wrong if wrong[h] == fewest)
        self.labels = []
        self.looks.append((m, fewest))


@st.composite
def paths(draw, n_points):
    """Up to 130 labeled instances, one label rarer than the other or not."""
    labels = st.sampled_from([-1, -1, -1, 1] if draw(st.booleans()) else [-1, 1])
    labeled = st.tuples(st.integers(0, n_points - 1), labels)
    return draw(st.lists(labeled, min_size=45, max_size=130))


def fed(learner, path):
    state = learner.init()
    for x, y in path:
        state = learner.step(state, x, lambda _, y=y: y)
    return state


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
def test_it_is_the_definition(name, data):
    cls = CLASSES[name]
    learner, naive = robust(cls), Naive(cls)
    state = learner.init()
    for x, y in data.draw(paths(cls.n_points)):
        state = learner.step(state, x, lambda _, y=y: y)
        naive.step(x, y)
        assert set(state.version_space.members) == set(naive.members)
        assert [(look.n, look.fewest) for look in state.looks] == naive.looks
        assert (state.queries, learner.promise(state)) == (naive.queries, naive.excess)
        assert state.finished == (naive.excess <= EPSILON)
        assert learner.hypothesis(state).positive.mask == naive.output


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
@settings(max_examples=10)
def test_looks_are_consistent_on_every_path(name, data):
    learner = robust(CLASSES[name])
    state = fed(learner, data.draw(paths(CLASSES[name].n_points)))
    spent = sum(look.delta for look in state.looks)
    assert spent == DELTA * (1 - Fraction(1, len(state.looks) + 1))
    assert state.queries == sum(look.n for look in state.looks) + len(state.sample)
    assert state.why.startswith("stopped" if state.finished else "going on")
    mass = Fraction(1)
    for look in state.looks:
        assert look.before == mass
        mass = look.after
        assert look.to_dict()["number"] == look.number == look.round
    assert state.mass == mass >= state.excess


@given(path=paths(3))
def test_a_hypothesis_is_dropped_if_it_is_no_longer_a_member(path):
    cls = CLASSES["cube"]
    learner = robust(cls)
    states, asked = [learner.init()], []
    for x, y in path:
        before = states[-1].queries
        states.append(learner.step(states[-1], x, lambda _, y=y: y))
        asked += [(x, y)] * (states[-1].queries - before)
    for h in cls.hypotheses:
        is_left = h in states[-1].version_space.members
        told = learner.drops(lambda x, h=h: 1 if h >> x & 1 else -1, states[-1], asked)
        assert told is not is_left


@given(path=paths(3))
def test_swapped_labels_have_the_same_looks(path):
    cls = CLASSES["star"]
    swapped = FiniteClass(3, [7 ^ mask for mask in cls.hypotheses])
    looks = fed(robust(cls), path).looks
    assert fed(robust(swapped), [(x, -y) for x, y in path]).looks == looks


@pytest.mark.parametrize("gap", [0, 1, 5, 64, 1000])
def test_leaping_over_ends_is_passing_one_by_one(gap):
    """Instances outside of the region, at once or each for itself, over the ends of stretches."""
    learner, truth = robust(LINE, epsilon=Fraction(1, 10**4)), Threshold(Fraction(1, 2))
    state = replay(learner, truth, [Fraction(k * 37 % 101, 101) for k in range(101)]).states[-1]
    assert 0 not in state.region
    assert state.sample
    assert not state.finished
    slow, leapt = state, state.passing(gap)
    for _ in range(gap):
        slow = learner.step(slow, 0, nobody)
    assert learner.promise(leapt) == learner.promise(slow)
    assert learner.hypothesis(leapt) == learner.hypothesis(slow)
    x = Fraction(1, 2)
    assert learner.step(leapt, x, truth) == learner.step(slow, x, truth)


def nobody(x):
    raise AssertionError(f"asked about {x}")


def test_a_leap_past_the_end_of_the_last_stretch_is_looked_at():
    """Promise, output and what is dropped are those of the stream, not of the last question."""
    learner = robust(LINE, uniform("dkw", LINE))
    asked = [(Fraction(k * 37 % 101, 101), 1) for k in range(60)]
    before = fed(learner, asked)
    late = before.passing(4)
    assert not before.looks
    assert learner.promise(before) == 1 > learner.promise(late)
    worst, best = Threshold(Fraction(1)), Threshold(Fraction(0))
    assert not learner.drops(worst, before, asked)
    assert learner.drops(worst, late, asked)
    assert not learner.drops(best, late, asked)


def test_few_labels_join_the_next_stretch():
    """With a theorem that says something from 41 labels on, the first look comes at 64."""
    theorem = uniform("dkw", LINE)
    learner = robust(LINE, theorem)
    spent = DELTA / 2
    enough = min(n for n in range(1, 99) if theorem.cutoff(0, n, spent) < n)
    state, number = learner.init(), 0
    while not state.looks:
        number += 1
        state = learner.step(state, Fraction(number * 367 % 501, 501), Threshold(Fraction(1, 3)))
    assert 32 < enough <= 64
    assert number == state.queries == state.looks[0].n == 64
    assert state.looks[0].delta == spent


def test_members_that_hardly_disagree_cost_nothing():
    for cls in (FiniteClass(2, ["+-"]), FiniteClass(4, ["++++", "-+++"])):
        learner = robust(cls, epsilon=Fraction(1, 4))
        assert learner.init().finished
        assert learner.step(learner.init(), 0, nobody).queries == 0


def silence(_):
    raise AbstentionError("no answer")


def test_silence_is_paid_and_not_counted():
    """What is looked at is what was answered, so that the stream may double without a look."""
    learner = robust(CLASSES["signs"])
    state = learner.init()
    for _ in range(100):
        state = learner.step(state, 0, silence)
    assert (state.queries, state.unlabeled, state.looks, state.due) == (100, 100, (), 128)
    assert not state.finished


def test_a_promise_is_never_taken_back():
    """A bound that is narrow for one label and wide for two: the second look promises less."""

    def odd(n, delta):
        del delta
        return Fraction(1, 100) if n == 1 else Fraction(1, 5)

    theorem = replace(HASTY, radius=odd)
    learner, truth = robust(LINE, theorem, Fraction(1, 10**4)), Threshold(Fraction(1, 3))
    state = learner.init()
    outputs, promises = [learner.hypothesis(state)], [learner.promise(state)]
    for x in (Fraction(1, 2), Fraction(1, 4), Fraction(2, 5), Fraction(3, 10)):
        state = learner.step(state, x, truth)
        outputs.append(learner.hypothesis(state))
        promises.append(learner.promise(state))
    assert len(state.looks) == 3
    assert promises == sorted(promises, reverse=True)
    assert promises[4] == promises[2] == Fraction(1, 200)
    assert outputs[4] == outputs[2]


def test_a_theorem_about_differences_does_as_well():
    pinned = uniform("dkw-pinned", LINE)
    learner = robust(LINE, pinned, Fraction(1, 4))
    state = learner.init()
    while not state.finished:
        x = Fraction(state.unlabeled * 367 % 501, 501)
        state = learner.step(state, x, Threshold(Fraction(1, 3)))
    assert learner.promise(state) <= Fraction(1, 4)
    between = LINE.difference(learner.hypothesis(state), Threshold(Fraction(1, 3)))
    assert LINE.law().mass(between) <= Fraction(1, 4)


def test_what_robust_cal_cannot_start_from_is_refused():
    sphere: Any = SphereSeparators(3)
    with pytest.raises(DomainError, match=r"RobustCAL counts errors, which .* cannot; take"):
        robust(sphere)
    with pytest.raises(DomainError, match="epsilon must be positive"):
        robust(LINE, epsilon=0)
    with pytest.raises(DomainError, match="strictly between 0 and 1, got 1"):
        robust(LINE, delta=1)
    with pytest.raises(DomainError, match="holds for"):
        robust(CLASSES["star"], uniform("dkw", LINE))


@pytest.mark.seeded("it holds for every seed: the law of a run is not tested here")
def test_a_stream_that_ends_in_the_middle_of_a_stretch(rng):
    for limit in (1, 2, 3, 64, 100):
        learner = robust(LINE, uniform("dkw", LINE))
        truth = Threshold(Fraction(1, 3))
        run = event_driven(learner, LINE.law(), truth, rng, limit=limit)
        assert run.state.unlabeled == limit
        assert len(run.state.looks) == (limit >= 64)


@pytest.mark.seeded("it holds for every seed: the law of a run is not tested here")
@pytest.mark.parametrize("epsilon", [Fraction(1, 4), Fraction(1, 10), Fraction(1, 40)])
def test_a_run_that_a_look_ends_has_no_instance_after_it(epsilon, rng):
    """It ends with the stretch, or with less if the region shrank to nothing by then."""
    for _ in range(20):
        learner = robust(LINE, uniform("dkw", LINE), epsilon=epsilon)
        run = event_driven(learner, LINE.law(), Threshold(Fraction(1, 3)), rng)
        n = run.state.unlabeled
        assert run.state.finished
        assert n & (n - 1) == 0
        assert run.transcript.unlabeled == n
        assert 2 * n == run.state.due
        assert all(event.asked and event.index < n for event in run.transcript.events)


def block_of(noise, *, bound, epsilon, runs, rng):
    task = Task(
        hypotheses=LINE,
        learner="robust-cal",
        goal=Goal(epsilon=Fraction(epsilon)),
        noise=noise,
        bound=bound,
        delta=DELTA,
        seed=seed_of(rng),
        size=runs,
    )
    return simulate(task)


def too_many(bad, runs):
    return bool(binom.sf(bad - 1, runs, float(DELTA)) <= ALPHA)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.slow
@pytest.mark.parametrize("bound", ["dkw", "random-walk"])
@pytest.mark.parametrize("noise", ["none", "classification:1/5", "tsybakov:2", "tie", "pure"])
def test_the_best_threshold_is_kept_and_the_output_is_good(noise, bound, rng):
    """60 runs each; a learner that is bad in half of its runs is noticed."""
    block = block_of(noise, bound=bound, epsilon="1/5", runs=60, rng=rng)
    assert not too_many(block.eliminated_best, 60)
    assert not too_many(block.failures, 60)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize("noise", ["classification:1/20", "tie", "pure"])
def test_ten_runs_at_a_tie_and_at_pure_noise(noise, rng):
    """A learner that is always bad is noticed; more runs are in the slow test."""
    block = block_of(noise, bound="dkw", epsilon="1/2", runs=10, rng=rng)
    assert not too_many(block.eliminated_best, 10)
    assert not too_many(block.failures, 10)


@pytest.mark.parametrize("name", ["signs", "cuts"])
def test_no_short_path_drops_whoever_has_the_fewest_errors_of_a_stretch(name):
    cls = CLASSES[name]
    learner, cells = robust(cls), list(product(range(cls.n_points), (-1, 1)))
    for path in product(cells, repeat=3 if cls.n_points > 1 else 7):
        state = fed(learner, path)
        assert not state.version_space.is_empty

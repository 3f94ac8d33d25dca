"""DHM beside its definition, computed as it is written; and what holds with probability."""

from collections import Counter
from dataclasses import replace
from decimal import Decimal, getcontext, localcontext
from fractions import Fraction
from functools import cache
from itertools import product
from math import isqrt
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from scipy.stats import binom

from altheory.bounds._classes import growth
from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners._gaps import Gaps
from altheory.learners.dhm import DHM
from altheory.simulation.instances import instance
from altheory.simulation.replicate import simulate
from altheory.simulation.replicates import seed_of
from altheory.simulation.task import Goal, Task
from altheory.testing.replay import replay
from altheory.testing.strategies import families

getcontext().prec = 50
LINE = Thresholds()
DELTA = Fraction(1, 20)
ALPHA = 1e-9
SIGNS = FiniteClass(1, ["-", "+"])
CLASSES: dict[str, FiniteClass] = {
    "signs": SIGNS,
    "star": FiniteClass(3, families(3)["star"]),
    "cube": FiniteClass(2, families(2)["cube"]),
    "cuts": FiniteClass(3, families(3)["thresholds"]),
}


def dhm(cls, epsilon: Any = Fraction(1, 10), delta: Any = DELTA):
    learner: DHM[Any, Any] = DHM(cls, cls.law(), epsilon, delta)
    return learner


@cache
def beta(cls, n, delta):
    """The definition in the docstring, to fifty digits."""
    inside = 8 * (n * n + n) * growth(cls, 2 * n) ** 2 / delta
    return (Decimal(4) / n * (Decimal(inside.numerator) / inside.denominator).ln()).sqrt()


def constant(n):
    """No theorem: it makes inferences from few labels."""
    del n
    return Fraction(1, 2)


def growing(n):
    """The more instances, the harder, so that each one counts."""
    return Fraction(8 + n, 16)


class Naive:
    """Everything bought is kept, everything is compared at every instance."""

    def __init__(self, cls, epsilon, delta, width=beta):
        self.cls, self.epsilon, self.delta, self.width = cls, Decimal(str(epsilon)), delta, width
        self.members, self.inferred = set(cls.hypotheses), []
        self.bought: Counter[Any] = Counter()
        self.n, self.queries, self.due = 0, 0, 1
        self.finished = self.mass() <= self.epsilon

    def disagree(self, x):
        return len({h >> x & 1 for h in self.members}) == 2

    def mass(self):
        return Decimal(sum(map(self.disagree, range(self.cls.n_points)))) / self.cls.n_points

    def rate(self, h):
        cells = ((x, y) for x in range(self.cls.n_points) for y in (-1, 1) if self.disagree(x))
        wrong = sum(self.bought[x, y] for x, y in cells if (h >> x & 1) != (y == 1))
        return Decimal(wrong) / self.n

    def excess(self):
        b, least = self.width(self.cls, self.n, self.delta), min(map(self.rate, self.members))
        if least >= b * b / 4:
            return b * b + 2 * b * least.sqrt()
        return least + 5 * b * b / 4 + b * least.sqrt()

    def step(self, x, y):
        if not self.finished and self.disagree(x) and self.n >= self.due:
            self.finished, self.due = self.excess() <= self.epsilon, self.n + self.n // 64 + 1
        if not self.finished and self.disagree(x):
            said = self.implied(x) if self.n else None
            if said is None:
                self.bought[x, y] += 1
                self.queries += 1
            else:
                self.inferred.append((x, said))
                self.members = {h for h in self.members if (h >> x & 1) == (said == 1)}
        self.n += 1
        self.finished = self.finished or self.mass() <= self.epsilon

    def implied(self, x):
        rates = {
            y: min(self.rate(h) for h in self.members if (h >> x & 1) == (y == 1)) for y in (-1, 1)
        }
        b = self.width(self.cls, self.n, self.delta)
        for y in (-1, 1):
            roots = rates[-y].sqrt() + rates[y].sqrt()
            if rates[-y] - rates[y] > b * b + b * roots:
                return y
        return None


def same(state, naive):
    assert set(state.version_space.members) == naive.members
    assert state.inferred == tuple(naive.inferred)
    assert (state.queries, state.unlabeled) == (naive.queries, naive.n)
    assert state.finished == naive.finished
    inside = {cell: n for cell, n in naive.bought.items() if naive.disagree(cell[0])}
    assert Counter(state.sample) == inside


@st.composite
def paths(draw, n_points):
    """A short pattern of labeled instances again and again, with something else in between."""
    labeled = st.tuples(st.integers(0, n_points - 1), st.sampled_from([-1, 1]))
    pattern = draw(st.lists(labeled, min_size=1, max_size=6))
    others = draw(st.lists(labeled, min_size=0, max_size=20))
    body = (pattern * 400)[: 400 - len(others)]
    for i, other in enumerate(others):
        body.insert(i * 17 % 380, other)
    return body


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
@settings(max_examples=6)
def test_every_inference_is_that_of_the_definition(name, data):
    cls = CLASSES[name]
    learner, naive = dhm(cls, delta=Fraction(9, 10)), Naive(cls, 0.1, Fraction(9, 10))
    state = learner.init()
    for i, (x, y) in enumerate(data.draw(paths(cls.n_points))):
        state = learner.step(state, x, lambda _, y=y: y)
        naive.step(x, y)
        if i % 16 == 0 or state.finished:
            same(state, naive)
        if state.finished:
            break
    same(state, naive)


def quick(monkeypatch, slack=constant):
    monkeypatch.setattr(Gaps, "slack", lambda _, n: slack(n))


def as_width(slack):
    return lambda _cls, n, _delta: Decimal(float(slack(n))) / Decimal(n).sqrt()


@pytest.mark.parametrize("slack", [constant, growing])
@pytest.mark.parametrize(("name", "length"), [("signs", 8), ("cube", 4), ("cuts", 4)])
def test_every_short_path_with_a_width_that_is_small(name, length, slack, monkeypatch):
    quick(monkeypatch, slack)
    cls, inferences = CLASSES[name], 0
    learner = dhm(cls)
    cells = list(product(range(cls.n_points), (-1, 1)))
    for path in product(cells, repeat=length):
        state, naive = learner.init(), Naive(cls, 0.1, DELTA, as_width(slack))
        for x, y in path:
            state = learner.step(state, x, lambda _, y=y: y)
            naive.step(x, y)
        same(state, naive)
        inferences += len(state.inferred)
    assert inferences


@given(data=st.data())
def test_a_best_hypothesis_is_lost_only_where_the_inequality_fails(data):
    """On the labels of all instances, inferred or not, some pair breaks it before."""
    cls = CLASSES["cube"]
    with pytest.MonkeyPatch.context() as patch:
        quick(patch)
        learner, path = dhm(cls), data.draw(paths(2))[:60]
        truth = data.draw(st.sampled_from(cls.hypotheses))
        chance = data.draw(st.fractions(0, Fraction(1, 2), max_denominator=8))
        state, broken = learner.init(), False
        for i, (x, y) in enumerate(path):
            broken = broken or (i > 0 and is_broken(cls, path[:i], truth, chance))
            state = learner.step(state, x, lambda _, y=y: y)
            assert broken or truth in state.version_space.members


def is_broken(cls, seen, truth, chance):
    """Tell whether two hypotheses differ more than the inequality of pairs allows.

    Labels are those of ``truth``, flipped with a chance, and the two points have equal mass.
    """
    n, width = len(seen), Decimal("0.5") / Decimal(len(seen)).sqrt()
    for h, g in product(cls.hypotheses, repeat=2):
        gain = sum((h ^ truth) >> x & 1 for x in range(2)) - sum(
            (g ^ truth) >> x & 1 for x in range(2)
        )
        difference = Decimal(gain) / 2 * Decimal(float(1 - 2 * chance))
        alone = [sum(errs(a, p) and not errs(b, p) for p in seen) for a, b in ((h, g), (g, h))]
        p, q = (Decimal(k) / n for k in alone)
        if difference > p - q + width**2 + width * (p.sqrt() + q.sqrt()):
            return True
    return False


def errs(h, pair):
    return (h >> pair[0] & 1) != (pair[1] == 1)


SEEN: dict[str, Any] = {
    "line": LINE,
    "circle": CircleSeparators(),
    "intervals": Intervals(Fraction(1, 4)),
}


@pytest.mark.parametrize("name", SEEN)
@pytest.mark.seeded("deterministic for each seed: two runs of one learner on the same labels")
def test_waiting_skips_no_inference(name, rng):
    """A learner that compares at every instance buys and infers the same."""
    cls = SEEN[name]
    learner, truth = dhm(cls, Fraction(1, 4), Fraction(9, 10)), cls.draw_target(rng)
    state = eager = learner.init()
    length = 700 if name == "line" else 150
    for x in cls.law().sample(rng, length):
        y = truth(x) if rng.random() < 0.95 else -truth(x)
        state = learner.step(state, x, lambda _, y=y: y)
        eager = learner.step(replace(eager, idle=0), x, lambda _, y=y: y)
        assert (state.inferred, state.queries) == (eager.inferred, eager.queries)
        assert state.sample == eager.sample
    assert name != "line" or state.inferred


@given(path=paths(3))
def test_swapped_labels_infer_swapped_labels(path):
    cls = CLASSES["star"]
    swapped = FiniteClass(3, [7 ^ mask for mask in cls.hypotheses])
    run, other = dhm(cls), dhm(swapped)
    a, b = run.init(), other.init()
    with pytest.MonkeyPatch.context() as patch:
        quick(patch)
        for x, y in path[:60]:
            a, b = run.step(a, x, lambda _, y=y: y), other.step(b, x, lambda _, y=y: -y)
    assert b.inferred == tuple((x, -y) for x, y in a.inferred)
    assert (a.queries, a.finished, run.promise(a)) == (b.queries, b.finished, other.promise(b))


@pytest.mark.parametrize(
    "cls", [LINE, CircleSeparators(), Intervals(), Conjunctions(2), *CLASSES.values()]
)
@given(n=st.integers(1, 5000), k=st.integers(0, 500))
def test_what_chance_explains_grows(cls, n, k):
    """With n and with the fewest errors; the numbers are exactly those of the definition."""
    gaps = Gaps(cls, DELTA)
    most = gaps.explained(k, n)
    assert most <= min(gaps.explained(k, n + 1), gaps.explained(k + 1, n) - 1)
    b, few = beta(cls, n, DELTA), Decimal(k) / n
    for many, is_far in ((most, False), (most + 1, True)):
        worse = Decimal(many) / n
        assert (worse - few > b * b + b * (worse.sqrt() + few.sqrt())) == is_far


def test_roots_are_rounded_up():
    gaps = Gaps(LINE, DELTA)
    with localcontext() as context:
        context.prec = 80
        for n in (1, 2, 10, 999):
            slack = gaps.slack(n)
            exact = beta(LINE, n, DELTA) * Decimal(n).sqrt()
            above = Decimal(slack.numerator) / slack.denominator - exact
            assert 0 < above < Decimal(2) ** -40


def root(n):
    """The root, rounded up to a multiple of 2^-64."""
    return Fraction(isqrt(n * 2**128 - 1) + 1, 2**64)


def test_an_excess_by_hand():
    """The second case: no error at all, on so many instances that five quarters are below 1."""
    gaps, n = Gaps(SIGNS, DELTA), 1000
    assert gaps.excess(0, n) == Fraction(5, 4) * gaps.slack(n) ** 2 / n
    assert gaps.excess(400, n) > gaps.excess(399, n) > gaps.slack(n) ** 2 / n
    assert gaps.excess(n, n) == (gaps.slack(n) ** 2 + 2 * gaps.slack(n) * root(n)) / n
    assert gaps.excess(0, 1) == gaps.excess(50, 100) == 1


def test_members_that_hardly_disagree_cost_nothing():
    for cls in (FiniteClass(2, ["+-"]), FiniteClass(4, ["++++", "-+++"])):
        state = dhm(cls, epsilon=Fraction(1, 4)).init()
        assert state.finished
        assert state.why == "stopped: 0 inferred labels that bind, 0 bought, of 0 instances"


def test_a_run_of_one_point_infers_and_stops():
    """All labels are +: what decides is the first n at which the inequality says so."""
    learner = dhm(SIGNS)
    state = learner.init()
    while not state.finished:
        before, state = state, learner.step(state, 0, lambda _: 1)
    n = before.unlabeled
    gaps = Gaps(SIGNS, DELTA)
    assert gaps.is_large(n, 0, n)
    assert not gaps.is_large(n - 1, 0, n - 1)
    assert state.inferred == ((0, 1),)
    assert state.queries == n
    assert learner.hypothesis(state)(0) == 1
    assert learner.promise(state) == Fraction(1, 10)
    assert learner.promise(before) == gaps.excess(0, n) > Fraction(1, 10)
    assert learner.step(state, 0, nobody).queries == n


def nobody(x):
    raise AssertionError(f"asked about {x}")


def test_it_stops_at_a_tie_by_the_bound_on_the_excess():
    """One fair point: nothing is inferred, and nothing needs to be."""
    learner = dhm(SIGNS, epsilon=Fraction(9, 10))
    state = learner.init()
    while not state.finished:
        state = learner.step(state, 0, lambda _, n=state.unlabeled: 1 if n % 2 else -1)
    assert not state.inferred
    assert Gaps(SIGNS, DELTA).excess(state.queries // 2, state.queries) <= Fraction(9, 10)
    assert learner.drops(lambda _: 1, state, ()) is learner.drops(lambda _: -1, state, ()) is False


def test_what_has_ended_stays_ended(monkeypatch):
    """Even where later the bound alone would not end it."""
    quick(monkeypatch, lambda n: Fraction(n, 8))
    learner = dhm(SIGNS)
    state = replay(learner, lambda _: 1, [0, 0]).states[-1]
    assert state.finished
    assert Gaps(SIGNS, DELTA).excess(0, 9) > learner.epsilon
    for _ in range(9):
        state = learner.step(state, 0, nobody)
    assert state.finished
    assert state.queries == 1


def silence(_):
    raise AbstentionError("no answer")


def test_silence_is_paid_counts_as_an_instance_and_promises_the_mass_alone():
    learner = dhm(SIGNS)
    state = learner.step(learner.init(), 0, silence)
    assert (state.queries, state.unlabeled, state.silent, state.sample) == (1, 1, 1, ())
    for _ in range(2000):
        state = learner.step(state, 0, silence)
    assert not state.finished
    assert learner.promise(state) == 1
    assert Gaps(SIGNS, DELTA).excess(0, state.unlabeled) < Fraction(1, 10)


def test_an_instance_outside_of_the_region_only_counts():
    state = dhm(LINE).init()
    told = replace(state, version_space=state.version_space.restrict(Fraction(1, 2), 1))
    assert dhm(LINE).step(told, 0.75, nobody) == told.passing(1)


def test_what_dhm_cannot_start_from_is_refused():
    with pytest.raises(DomainError, match=r"DHM counts errors, which .* cannot; take .* intervals"):
        dhm(SphereSeparators(3))
    with pytest.raises(DomainError, match="a hypothesis class is an object such as Thresholds"):
        DHM(LINE.version_space(), LINE.law(), Fraction(1, 2), DELTA)
    with pytest.raises(DomainError, match="epsilon must be positive"):
        dhm(LINE, 0)
    with pytest.raises(DomainError, match="strictly between 0 and 1, got 1"):
        dhm(LINE, delta=1)


@pytest.mark.parametrize(
    "cls", [CircleSeparators(), Intervals(Fraction(1, 4)), Conjunctions(2), CLASSES["star"]]
)
@pytest.mark.seeded("it holds for every seed: some labels, and a promise")
def test_other_classes_run(cls, rng):
    learner = dhm(cls, Fraction(1, 2))
    state = learner.init()
    for x in cls.law().sample(rng, 150):
        state = learner.step(state, instance(x), lambda _: 1)
    assert 0 < state.queries <= state.unlabeled == 150
    assert 0 < learner.promise(state) <= 1


def block_of(noise, *, epsilon, runs, rng, **special):
    task = Task(
        hypotheses=LINE,
        learner="dhm",
        goal=Goal(epsilon=Fraction(epsilon), **special),
        noise=noise,
        delta=DELTA,
        seed=seed_of(rng),
        size=runs,
    )
    return simulate(task)


def too_many(bad, runs):
    return bool(binom.sf(bad - 1, runs, float(DELTA)) <= ALPHA)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.slow
@pytest.mark.parametrize("noise", ["none", "classification:1/5", "tie", "pure"])
def test_the_best_threshold_is_kept_and_the_output_is_good(noise, rng):
    """60 runs each; a learner that is bad in half of its runs is noticed."""
    block = block_of(noise, epsilon="2/5", runs=60, rng=rng)
    assert not too_many(block.eliminated_best, 60)
    assert not too_many(block.failures, 60)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize("noise", ["tie", "pure"])
def test_eight_runs_at_a_tie_and_at_pure_noise(noise, rng):
    """A learner that is always bad is noticed; more runs are in the slow test."""
    block = block_of(noise, epsilon="3/4", runs=8, rng=rng)
    assert not too_many(block.eliminated_best, 8)
    assert not too_many(block.failures, 8)


def test_rows_of_the_command_are_those_of_the_learner():
    """One run on the stream of a task without noise stops at its promise."""
    task = Task(hypotheses=LINE, learner="dhm", goal=Goal(epsilon=Fraction(1, 2)), delta=DELTA)
    block = simulate(replace(task, size=2))
    assert block.failures == block.eliminated_best == 0
    assert max(block.queries) < 1000

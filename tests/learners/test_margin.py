"""Margin-based learning: rounds by hand, nearest separators by brute force, and its promise."""

from fractions import Fraction
from itertools import combinations
from math import comb
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.half_space import SphereSeparator
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners import _margin_sphere
from altheory.learners._margin_circle import CircleRounds
from altheory.learners._margin_sphere import SphereRounds, best_band
from altheory.learners.margin import MarginBased, labels_needed
from altheory.numeric.angles import angle
from altheory.simulation.jumps import event_driven
from altheory.simulation.stream import follow
from altheory.simulation.transcript import replay as replayed
from altheory.spaces.margin_band import band_mass_of_sine, difference_beyond
from altheory.testing.replay import replay
from tests.simulation.laws import ALPHA, deviates, distribution

CIRCLE, SPACE = CircleSeparators(), SphereSeparators(3)
HALF = Fraction(1, 2)
TURNS = st.integers(0, 63).map(lambda k: Fraction(k, 64))
VECTORS = st.tuples(*3 * [st.integers(-20, 20)]).map(lambda v: v if any(v) else (1, 0, 0))


def margin(hypotheses, epsilon, delta=HALF) -> MarginBased[Any, Any]:
    return MarginBased(hypotheses.version_space(), Fraction(epsilon), delta)


def test_a_round_by_hand():
    """In the first round five labels are enough: (3/4)^5 <= 1/2 * 1/2."""
    learner = margin(CIRCLE, Fraction(1, 4))
    target = CircleSeparator(Fraction(1, 32))
    run = replay(learner, target, [0.0, 0.125, 0.375, 0.75, 0.3125, 0.9375])
    first, last = run.states[1], run.states[-1]
    assert (first.separator, first.radius, first.due) == (CircleSeparator(Fraction(0)), HALF, 5)
    # labels +, -, -, -, + leave the directions (0, 1/16); 0 is on its end
    assert run.sample[1:] == ((0.125, 1), (0.375, -1), (0.75, -1), (0.3125, -1), (0.9375, 1))
    assert last.separator == CircleSeparator(Fraction(0))
    assert (last.finished, last.radius, last.queries) == (True, Fraction(1, 4), 6)
    assert learner.promise(last) == Fraction(1, 4)
    assert learner.step(last, 0.5, target) == last.passing(1)


@given(st.lists(TURNS, min_size=1, max_size=6), TURNS, TURNS)
def test_on_the_circle_the_nearest_is_on_the_nearest_end(xs, u, c):
    target = CircleSeparator((u + Fraction(1, 1000)) % 1)
    found = CircleRounds().nearest(CircleSeparator(c), Fraction(1), [(x, target(x)) for x in xs])
    space = CIRCLE.version_space().restrict_all(xs, [target(x) for x in xs])

    def far(h):
        ahead = (h - c) % 1
        return min(ahead, 1 - ahead)

    grid = [Fraction(k, 128) for k in range(128) if Fraction(k, 128) in space.directions]
    ends = [end % 1 for arc in space.directions.pieces for end in (arc.lo, arc.hi)]
    assert found is not None
    assert far(found.direction) == min(map(far, grid + ends))


def brute_force(center, zs):
    """Return the nearest point of {w : w.z >= 0} to the center, over all sets of at most two."""
    best: Any = None
    for size in range(3):
        for chosen in combinations(zs, size):
            w = project(center, chosen)
            if w is None or any(inner(w, z) < 0 for z in zs):
                continue
            gap = sum((a - b) ** 2 for a, b in zip(w, center, strict=True))
            best = min(best or (gap, w), (gap, w))
    return best[1]


def inner(u, v):
    return sum((a * b for a, b in zip(u, v, strict=True)), Fraction(0))


def project(center, chosen):
    """Return the projection on the vectors orthogonal to all ``chosen``, None if they depend."""
    w, basis = tuple(map(Fraction, center)), list[Any]()
    for z in chosen:
        rest = tuple(map(Fraction, z))
        for b in basis:
            rest = tuple(a - inner(z, b) / inner(b, b) * e for a, e in zip(rest, b, strict=True))
        if not any(rest):
            return None
        basis.append(rest)
    for b in basis:
        w = tuple(a - inner(center, b) / inner(b, b) * e for a, e in zip(w, b, strict=True))
    return w


@given(st.lists(VECTORS, min_size=1, max_size=5), VECTORS, VECTORS)
def test_in_space_the_nearest_is_that_of_all_small_sets(xs, center, normal):
    normal = tuple(1000 * c + 1 for c in normal)  # hardly ever orthogonal to an instance
    xs = [x for x in xs if inner(x, normal)]
    target, separator = SphereSeparator(normal), SphereSeparator(center)
    if not xs or inner(normal, center) <= 0:
        return
    sample = [(x, target(x)) for x in xs]
    found = SphereRounds(3).nearest(separator, Fraction(1), sample)
    expected = brute_force(center, [tuple(y * c for c in x) for x, y in sample])
    assert found == SphereSeparator(expected)
    assert angle(found.normal, separator.normal).lo <= angle(normal, separator.normal).hi


@pytest.mark.seeded("true of every run")
def test_proposals_change_nothing(rng, monkeypatch):
    target = SPACE.draw_target(rng)
    sample = [(tuple(x), target(x)) for x in SPACE.law().sample(rng, 30).tolist()]
    center = SphereRounds(3).first(*sample[0])
    proposed = SphereRounds(3).nearest(center, HALF, sample)
    monkeypatch.setattr(_margin_sphere, "_proposal", lambda *_: [])
    assert SphereRounds(3).nearest(center, HALF, sample) == proposed


@pytest.mark.parametrize("dimension", [2, 3, 10, 101])
@pytest.mark.parametrize("radius", [HALF, Fraction(1, 64), Fraction(1, 2**200)])
def test_a_band_halves_the_radius(dimension, radius):
    sine, error = best_band(dimension, radius)
    inside = error * band_mass_of_sine(dimension, sine)
    left = 2 * difference_beyond(dimension, radius, sine) + inside
    assert left.hi < radius / 2
    assert left.lo > Fraction(49, 100) * radius
    assert error > Fraction(9, 100)


def test_what_no_separator_says_ends_the_run():
    learner = margin(SPACE, Fraction(1, 8))
    state = learner.init()
    while not state.finished:
        y = 1 if state.queries < 2 else -1
        state = learner.step(state, (0, 0, 1), always(y))
    assert state.refuted
    assert learner.promise(state) == 1
    assert learner.hypothesis(state) == SphereSeparator((0, 0, 1))


def test_silence_costs_a_question_and_teaches_nothing():
    def silent(x):
        raise AbstentionError(x)

    learner = margin(CIRCLE, Fraction(1, 8))
    state = learner.step(learner.init(), Fraction(1, 3), silent)
    assert state.queries == state.radius == 1
    assert state.separator is None
    assert learner.hypothesis(state) == CIRCLE.version_space().member()


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("hypotheses", [CIRCLE, SphereSeparators(2), SPACE, SphereSeparators(6)])
def test_runs_buy_what_is_needed_and_replay(hypotheses, rng):
    epsilon = Fraction(1, 100)
    learner, target = margin(hypotheses, epsilon), hypotheses.draw_target(rng)
    run = event_driven(learner, hypotheses.law(), target, rng)
    needed = labels_needed(hypotheses.version_space(), epsilon, HALF)
    assert run.state.finished
    assert run.transcript.queries == run.state.queries == needed or run.state.refuted
    assert replayed(run.transcript, learner) == run.state
    assert labels_needed(hypotheses.version_space(), 1, HALF) == 0
    assert margin(hypotheses, 1).init().finished


def failures(hypotheses, rng, runs):
    """Count the runs in which some separator is farther from the target than it may be."""
    count = 0
    for _ in range(runs):
        learner, target = margin(hypotheses, Fraction(1, 64)), hypotheses.draw_target(rng)
        states = list[Any]()
        watched: Any = Watched(learner, states)
        event_driven(watched, hypotheses.law(), target, rng)
        law = hypotheses.law()
        far = [
            law.mass(hypotheses.difference(s.separator, target)) > s.radius
            if hypotheses is CIRCLE
            else 2 * angle(s.separator.normal, target.normal).lo > s.radius
            for s in states
            if s.separator is not None
        ]
        count += any(far)
    return count


def always(y):
    return lambda _: y


class Watched:
    """A learner whose states are kept."""

    def __init__(self, learner, states):
        self.learner, self.states = learner, states

    def init(self):
        return self.learner.init()

    def step(self, state, x, ask):
        self.states.append(self.learner.step(state, x, ask))
        return self.states[-1]


@pytest.mark.statistical(alpha=2e-9, power=0.99)
@pytest.mark.parametrize(("hypotheses", "runs"), [(CIRCLE, 50), (SphereSeparators(4), 40)])
def test_every_round_keeps_its_promise_as_often_as_it_should(hypotheses, runs, rng):
    """At most Binomial(runs, 1/2) runs fail; power against a learner that always fails."""
    found = failures(hypotheses, rng, runs)
    assert sum(comb(runs, k) for k in range(found, runs + 1)) / 2**runs > 1e-9


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_naive_and_event_driven_runs_wait_alike(rng):
    """The second round asks on half of the circle, for a fixed number of labels."""
    learner, law = margin(CIRCLE, Fraction(1, 8)), CIRCLE.law()
    naive, leaping = [], []
    for _ in range(500):
        stream = iter(lambda: law.sample(rng, 1)[0], None)
        run = follow(learner, stream, CIRCLE.draw_target(rng), stop=lambda s: s.finished)
        naive.append((run.state.round, run.state.unlabeled))
        run = event_driven(learner, law, CIRCLE.draw_target(rng), rng)
        leaping.append((run.state.round, run.state.unlabeled))
    before = labels_needed(CIRCLE.version_space(), 1 / 4, HALF)
    due = labels_needed(CIRCLE.version_space(), 1 / 8, HALF) - before
    law_of_waits = {
        n: Fraction(comb(n - before - 1, due - 1), 2 ** (n - before))
        for n in range(before + due, 200)
    }
    for sample in (naive, leaping):
        assert {rounds for rounds, _ in sample} == {2}
        assert not deviates([n for _, n in sample], distribution(law_of_waits))


@pytest.mark.parametrize(
    ("given", "said"),
    [
        ({"prior": Thresholds().version_space()}, "separators of a circle or a sphere"),
        ({"prior": SPACE.version_space().restrict((1, 0, 0), 1)}, "separators of a circle"),
        ({"epsilon": Fraction(0)}, "epsilon"),
        ({"delta": Fraction(1)}, "delta"),
    ],
)
def test_bad_arguments_are_refused(given, said):
    good = {"prior": SPACE.version_space(), "epsilon": HALF, "delta": HALF}
    with pytest.raises(DomainError, match=said):
        MarginBased(**{**good, **given})


@given(st.lists(VECTORS, min_size=3, max_size=8), VECTORS)
def test_few_labels_decide_and_the_others_change_nothing(xs, center):
    """What the bound on the error of a round asks of the rule."""
    normal, rounds = (10_007, 101, 1), SphereRounds(3)
    xs = [x for x in dict.fromkeys(xs) if inner(x, normal)]
    target, separator = SphereSeparator(normal), SphereSeparator(center)
    if not xs or inner(normal, center) <= 0:
        return
    sample = [(x, target(x)) for x in xs]

    def nearest(labels):
        return rounds.nearest(separator, Fraction(1), labels) if labels else separator

    found = nearest(sample)
    products = [y * inner(found.normal, x) for x, y in sample]
    assert min(products) >= 0
    binding = [pair for pair, product in zip(sample, products, strict=True) if not product]
    assert nearest(binding) == found
    for pair in sample:
        assert pair in binding or nearest([other for other in sample if other != pair]) == found
    sizes = range(rounds.support + 1)
    assert any(nearest(few) == found for n in sizes for few in map(list, combinations(binding, n)))

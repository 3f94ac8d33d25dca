"""A2: what holds on every path, and what holds with the stated probability."""

from fractions import Fraction
from functools import lru_cache
from itertools import pairwise, product
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st
from scipy.stats import binom

from altheory.bounds._schedule import share
from altheory.bounds._uniform import Uniform, uniform
from altheory.bounds.hoeffding import radius_of
from altheory.errors import DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.conjunctions import Conjunctions
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.intervals import Intervals
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners._look import due_after
from altheory.learners.a2 import A2
from altheory.simulation.replicate import simulate
from altheory.simulation.replicates import seed_of
from altheory.simulation.task import Goal, Task
from altheory.testing.replay import replay
from altheory.testing.strategies import families
from altheory.theory.a2_price import a2_labels_at_most

LINE = Thresholds()
DELTA = Fraction(1, 20)
ALPHA = 1e-7


def hasty(n, delta):
    """The radius of a theorem nobody proved: it makes short runs with many looks."""
    del delta
    return radius_of(n, Fraction(5, 6))


HASTY = Uniform(name="hasty", theorem="none", source="none", radius=hasty)
CLASSES: dict[str, Any] = {
    "star": FiniteClass(3, families(3)["star"]),
    "cube": FiniteClass(3, families(3)["cube"]),
    "thresholds of three points": FiniteClass(3, families(3)["thresholds"]),
    "line": LINE,
}
EPSILON = Fraction(1, 16)


def agnostic(cls, bound=HASTY, epsilon: Any = EPSILON, delta: Any = DELTA):
    learner: A2[Any, Any] = A2(cls.version_space(), cls.law(), bound, epsilon, delta)
    return learner


@lru_cache
def most_labels(bound, epsilon):
    def width(n, look, *_):
        return bound.width(n, DELTA * share("looks", look, 1, 1))

    return a2_labels_at_most(epsilon, width)


@st.composite
def paths(draw, name):
    """Instances of a class in any order, each with any label."""
    points = st.integers(0, 2) if name != "line" else st.integers(1, 62).map(lambda k: k / 64)
    labeled = st.tuples(
        points, st.sampled_from([-1, -1, -1, 1] if draw(st.booleans()) else [-1, 1])
    )
    return draw(st.lists(labeled, min_size=45, max_size=130))


def follow(learner, path):
    """Return every state, whatever the labels say."""
    states = [learner.init()]
    for x, y in path:
        states.append(learner.step(states[-1], x, lambda _, y=y: y))
    return states


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
def test_looks_are_consistent_on_every_path(name, data):
    learner = agnostic(CLASSES[name])
    path = data.draw(paths(name))
    last = follow(learner, path)[-1]
    assert sum(look.delta for look in last.looks) < DELTA
    assert [look.number for look in last.looks] == list(range(1, len(last.looks) + 1))
    previous: Any = None
    mass = Fraction(1)
    for look in last.looks:
        opens = previous is None or previous.verdict == "halved"
        assert look.n == due_after(0 if opens else previous.n)
        assert look.round == (1 if previous is None else previous.round + opens)
        assert look.before == mass
        assert (look.lower, look.upper) == (
            max(Fraction(0), Fraction(look.fewest, look.n) - hasty(look.n, DELTA)),
            min(Fraction(1), Fraction(look.fewest, look.n) + hasty(look.n, DELTA)),
        )
        assert (look.verdict == "stop") == (mass * (look.upper - look.lower) <= EPSILON)
        assert (look.verdict == "halved") == (look.verdict != "stop" and 2 * look.after < mass)
        mass = look.after if look.verdict == "halved" else mass
        previous = look
    assert last.mass == mass
    closed = sum(look.n for look in last.looks if look.verdict == "halved")
    assert last.queries == closed + len(last.sample)


@pytest.mark.parametrize("name", CLASSES)
@given(data=st.data())
def test_every_path_ends_within_the_fall_back(name, data):
    """Labels enough for the narrowest bounds are always labels enough."""
    learner = agnostic(CLASSES[name])
    asked = (pair for pair in data.draw(paths(name)))
    state = learner.init()
    while not state.finished:
        # whatever is asked about lies in the region, so other instances are left out
        x, y = next(asked, (None, -1))
        if x is None:
            x = CLASSES[name].law().draw(state.region, 0)
        if x in state.region:
            state = learner.step(state, x, lambda _, y=y: y)
    assert state.queries <= most_labels(HASTY, EPSILON)
    assert "stopped" in state.why


@given(path=paths("cube"))
def test_survivors_are_those_with_few_errors(path):
    """By brute force: the labels of a round, the look that ended it, every member."""
    states = follow(agnostic(CLASSES["cube"]), path)
    for pair, (before, after) in zip(path, pairwise(states), strict=True):
        if len(after.looks) == len(before.looks):
            assert after.version_space == before.version_space
            continue
        look, told = after.looks[-1], [*before.sample, pair]
        errors = {
            h: sum((h >> x & 1) != (y == 1) for x, y in told) for h in before.version_space.members
        }
        assert look.fewest == min(errors.values())
        assert look.most == HASTY.cutoff(look.fewest, look.n, look.delta) or look.n == look.most
        kept = {h for h in errors if look.verdict != "halved" or errors[h] <= look.most}
        assert set(after.version_space.members) == kept


@given(path=paths("star"))
def test_swapped_labels_have_the_same_looks(path):
    """So does the class of complements under the opposite labels."""
    cls = CLASSES["star"]
    swapped = FiniteClass(3, [7 ^ mask for mask in cls.hypotheses])
    looks = follow(agnostic(cls), path)[-1].looks
    assert follow(agnostic(swapped), [(x, -y) for x, y in path])[-1].looks == looks


@given(path=paths("line"))
def test_a_mirrored_line_has_the_same_looks(path):
    """From x and y to 1 - x and -y the error counts are the same but at the cuts themselves."""
    apart = [(x + (i + 1) / 2**20, y) for i, (x, y) in enumerate(path)]  # no point comes twice
    mirrored = [(1 - x, -y) for x, y in apart]
    assert follow(agnostic(LINE), apart)[-1].looks == follow(agnostic(LINE), mirrored)[-1].looks


def test_a_look_by_hand():
    """One label at 1/2 says nothing: the bounds are 0 and 1."""
    run = replay(agnostic(LINE, uniform("dkw", LINE)), Threshold(Fraction(1, 2)), [0.5])
    (look,) = run.states[-1].looks
    assert (look.n, look.fewest, look.lower, look.upper, look.most) == (1, 0, 0, 1, 1)
    assert look.delta == DELTA / 2
    assert look.to_dict()["delta"] == "1/40"
    assert str(look).startswith("look 1, round 1, 1 labels: fewest errors 0, bounds 0 and 1, ")
    assert "drops nobody" in str(look)
    assert run.states[-1].why == "round 1: asks in a region of mass 1"


def test_what_is_outside_the_region_is_not_asked():
    learner = agnostic(LINE)
    xs = [Fraction(k * 37 % 101, 101) for k in range(101)]
    state = replay(learner, Threshold(Fraction(1, 2)), xs).states[-1]
    assert state.round > 1
    assert state.queries < state.unlabeled == 101
    passed = learner.step(state, Fraction(1, 1000), _nobody)
    assert passed == state.passing(1)


def _nobody(x):
    raise AssertionError(f"asked about {x}")


@pytest.mark.parametrize("epsilon", [1, 2, Fraction(3, 4)])
def test_members_that_hardly_disagree_cost_nothing(epsilon):
    """A class of one hypothesis, or an epsilon that the disagreement region does not exceed."""
    for cls in (FiniteClass(2, ["+-"]), FiniteClass(4, ["++++", "-+++"])):
        state = agnostic(cls, epsilon=epsilon).init()
        assert state.finished
        assert agnostic(cls, epsilon=epsilon).step(state, 0, _nobody).queries == 0
        assert "disagree on a mass of" in state.why


def test_a_run_ends_when_what_is_left_hardly_disagrees():
    """Two points of mass 1/2 each: one of them decided leaves 1/2, at most epsilon."""
    cls = FiniteClass(2, ["--", "+-", "-+", "++"])
    learner = agnostic(cls, epsilon=Fraction(1, 2))
    state, labels = learner.init(), {0: 1, 1: -1}
    while not state.finished:
        state = learner.step(state, state.unlabeled % 2, labels.__getitem__)
    assert learner.hypothesis(state)(0) == 1
    assert learner.promise(state) == Fraction(1, 2)


def test_the_lower_bound_is_cut_at_zero():
    """Without errors the width is U alone, half of what it would be."""
    theorem = uniform("dkw", LINE)
    state = agnostic(LINE, theorem, Fraction(1, 2)).init()
    learner = agnostic(LINE, theorem, Fraction(1, 2))
    for k in range(500):
        state = learner.step(state, Fraction(k * 367 % 501, 501), Threshold(Fraction(1, 3)))
    assert state.finished
    assert {look.lower for look in state.looks} == {0}
    last = state.looks[-1]
    assert last.upper == min(1, theorem.radius(last.n, last.delta))


def test_a_stop_says_what_would_have_stayed():
    """The last look reports the mass of the members that stay, not that of those before it."""
    learner = agnostic(LINE, uniform("dkw", LINE), Fraction(1, 4))
    state = learner.init()
    while not state.finished:
        before, x = state, Fraction(state.unlabeled * 367 % 501, 501)
        state = learner.step(state, x, Threshold(Fraction(1, 3)))
    last, sample = state.looks[-1], state.sample
    kept = before.version_space.counts(sample).at_most(last.most)
    assert last.verdict == "stop"
    assert last.after == LINE.law().mass(kept.disagreement()) < last.before


def test_differences_drop_whoever_exceeds_the_fewest_by_the_surplus():
    """And stop on the excess, whose lower bound is 0."""
    theorem: Any = uniform("random-walk", LINE)
    learner = agnostic(LINE, theorem, Fraction(1, 4))
    state = learner.init()
    while not state.finished:
        state = learner.step(state, Fraction(state.unlabeled * 367 % 501, 501), _half)
    last = state.looks[-1]
    assert [look.lower for look in state.looks] == [0] * len(state.looks)
    assert last.upper == theorem.width(last.n, last.delta)
    assert last.most == min(last.n, last.fewest + theorem.surplus(last.n, last.delta))
    assert last.before * last.upper <= Fraction(1, 4)


def _half(x):
    return 1 if x >= Fraction(1, 2) else -1


def test_what_a2_cannot_start_from_is_refused():
    theorem = uniform("dkw", LINE)
    for bad in (0, -1):
        with pytest.raises(DomainError, match="epsilon must be positive"):
            agnostic(LINE, theorem, bad)
    with pytest.raises(DomainError, match="strictly between 0 and 1, got 1"):
        agnostic(LINE, theorem, delta=1)
    blind: Any = type("Blind", (), {"is_empty": False, "restrict": lambda *_: None})()
    with pytest.raises(
        DomainError, match=r"A2 counts errors, which Blind cannot; take .* thresholds"
    ):
        A2(blind, LINE.law(), theorem, Fraction(1, 2), DELTA)


def too_many(bad, runs):
    """Tell whether so many bad runs would be news if each is bad with probability 3/2 delta.

    That is what the spending by looks proves for two rounds, and no run here has more.
    """
    return bool(binom.sf(bad - 1, runs, 1.5 * float(DELTA)) <= ALPHA)


def outcome(cls, noise, bound, *, epsilon, runs, seed):
    task = Task(
        hypotheses=cls,
        learner="a2",
        goal=Goal(epsilon=Fraction(epsilon)),
        noise=noise,
        bound=bound,
        delta=DELTA,
        seed=seed,
        size=runs,
    )
    return simulate(task)


NOISES = ("none", "classification:1/5", "massart:1/2", "tsybakov:2", "tie", "block", "pure")


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize(
    ("noise", "bound"),
    [*product(NOISES, ("dkw", "vc")), ("tie", "random-walk"), ("pure", "random-walk")],
)
def test_the_best_threshold_is_kept_and_the_output_is_good(noise, bound, rng):
    """300 runs each, 4800 in all; a learner that is bad in a quarter of its runs is noticed."""
    block = outcome(LINE, noise, bound, epsilon="1/4", runs=300, seed=seed_of(rng))
    assert max(block.queries) <= most_labels(uniform(bound, LINE), Fraction(1, 4))
    assert not too_many(block.eliminated_best, 300)
    assert not too_many(block.failures, 300)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.slow
@pytest.mark.parametrize("noise", ["none", "classification:1/5", "pure"])
@pytest.mark.parametrize(
    ("cls", "bound"),
    [
        (CircleSeparators(), "vc"),
        (Intervals(Fraction(1, 10)), "vc"),
        (FiniteClass(4, families(4)["star"]), "clopper-pearson"),
        (FiniteClass(4, families(4)["cube"]), "hoeffding"),
        (Conjunctions(2), "vc"),
    ],
)
def test_the_best_of_other_classes_is_kept(cls, bound, noise, rng):
    """40 runs each; a learner that is bad in two thirds of its runs is noticed."""
    block = outcome(cls, noise, bound, epsilon="2/5", runs=40, seed=seed_of(rng))
    assert not too_many(block.eliminated_best, 40)
    assert not too_many(block.failures, 40)


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
@pytest.mark.parametrize(
    ("cls", "bound"), [(CircleSeparators(), "vc"), (CLASSES["star"], "kl"), (Conjunctions(2), "vc")]
)
def test_ten_runs_of_other_classes_at_pure_noise(cls, bound, rng):
    """A learner that is always bad is noticed; more runs are in the slow test."""
    block = outcome(cls, "pure", bound, epsilon="1/2", runs=10, seed=seed_of(rng))
    assert not too_many(block.eliminated_best, 10)
    assert not too_many(block.failures, 10)

"""Query by committee: safe on every path, and curious exactly as often as members differ."""

from collections import Counter
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import permutations, product
from typing import Any

import pytest

from altheory.errors import AbstentionError, DomainError
from altheory.hypotheses.circle import CircleSeparators
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_circle import CircleSeparator
from altheory.hypotheses.rectangles import Rectangles
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.qbc import QueryByCommittee
from altheory.simulation.jumps import event_driven
from altheory.simulation.stream import follow
from altheory.simulation.transcript import replay as replayed
from altheory.testing import laws
from altheory.testing.replay import fold, replay
from altheory.testing.strategies import families
from tests.simulation.laws import ALPHA, deviates, distribution

LINE, CIRCLE = Thresholds(), CircleSeparators()
STAR = FiniteClass(4, [0, 1, 2, 4, 8])


@dataclass(frozen=True, slots=True)
class Scripted:
    """A version space whose draws are known in advance."""

    space: Any
    script: Any

    @property
    def is_empty(self):
        return self.space.is_empty

    def labels(self, x):
        return self.space.labels(x)

    def disagreement(self):
        return self.space.disagreement()

    def restrict(self, x, y):
        return replace(self, space=self.space.restrict(x, y))

    def draw(self, rng):
        del rng
        return next(self.script)


def asked(prior, draws, x, target):
    learner: QueryByCommittee[Any, Any] = QueryByCommittee(Scripted(prior, iter(draws)))
    return learner.step(learner.init(), x, target).queries


@pytest.mark.parametrize("name", ["star", "cube", "thresholds", "two opposites", "singleton"])
def test_every_target_and_every_order_of_small_classes(name):
    cls = FiniteClass(3, families(3)[name])
    for seed, target in enumerate(cls.representatives(range(3))):
        for xs in permutations(range(3)):
            learner: QueryByCommittee[Any, Any] = QueryByCommittee(cls.version_space(), seed)
            laws.hold("learners", learner=learner, target=target, xs=xs)
            run = replay(learner, target, xs)
            assert run.states[-1].version_space == fold(cls.version_space(), run.sample)
            for state, pairs in zip(run.states, run.asked, strict=False):
                assert all(len(state.version_space.labels(x)) == 2 for x, _ in pairs)


@pytest.mark.parametrize("name", ["star", "cube", "thresholds", "two opposites", "singleton"])
def test_the_chance_of_a_query_is_that_two_members_differ(name):
    """Every pair of members is drawn once."""
    cls = FiniteClass(3, families(3)[name])
    members = cls.representatives(range(3))
    for x, target in product(range(3), members):
        p = Fraction(sum(h(x) == 1 for h in members), len(members))
        pairs = [asked(cls.version_space(), pair, x, target) for pair in product(members, repeat=2)]
        assert Fraction(sum(pairs), len(pairs)) == 2 * p * (1 - p)


def test_a_member_without_a_label_settles_nothing():
    target, edge = CircleSeparator(Fraction(1, 3)), CircleSeparator(Fraction(0))
    for draws in ([edge, edge], [edge, target], [target, edge]):
        assert asked(CIRCLE.version_space(), draws, Fraction(1, 4), target) == 1
    assert asked(CIRCLE.version_space(), [target, target], Fraction(1, 4), target) == 0


def test_an_instance_is_counted_wherever_it_lies():
    learner: QueryByCommittee[Any, Any] = QueryByCommittee(
        LINE.version_space().restrict(Fraction(1, 2), 1)
    )
    state = replay(learner, Threshold(Fraction(1, 4)), [0.75, 0.25, 0.1]).states[-1]
    assert (state.unlabeled, state.committees) == (3, 2)
    assert state.passing(5).unlabeled == 8


def test_committees_depend_on_the_seed_and_on_nothing_else():
    xs, target = [Fraction(k, 11) for k in range(1, 11)], Threshold(Fraction(1, 3))
    runs = [replay(QueryByCommittee(LINE.version_space(), seed), target, xs) for seed in range(8)]
    assert len({run.sample for run in runs}) > 1
    assert runs[3] == replay(QueryByCommittee(LINE.version_space(), 3), target, xs)


def test_silence_costs_a_question_and_teaches_nothing():
    def silent(x):
        raise AbstentionError(x)

    first, last = FiniteClass(1, [0, 1]).representatives(range(1))
    learner: QueryByCommittee[Any, Any] = QueryByCommittee(
        Scripted(FiniteClass(1, [0, 1]).version_space(), iter([first, last]))
    )
    state = learner.step(learner.init(), 0, silent)
    assert (state.queries, state.version_space) == (1, learner.init().version_space)


def test_what_cannot_be_drawn_from_is_refused():
    with pytest.raises(DomainError, match="draws members at random, which"):
        QueryByCommittee(Rectangles(2).version_space())
    with pytest.raises(DomainError, match="a seed"):
        QueryByCommittee(LINE.version_space(), seed=-1)
    with pytest.raises(DomainError, match="version space"):
        QueryByCommittee("prior")


def law_of(space, n):
    """Return the law of the labels on n uniform points of a finite class, for one target."""
    target = Counter[int]()
    if n == 0:
        return {0: Fraction(1)}
    for x in range(STAR.n_points):
        p = Fraction(sum(h(x) == 1 for h in members_of(space)), len(space.members))
        ask = 2 * p * (1 - p)
        if ask < 1:
            for q, chance in law_of(space, n - 1).items():
                target[q] += (1 - ask) * chance / STAR.n_points
        for y, share in ((1, p), (-1, 1 - p)) if ask else ():
            for q, chance in law_of(space.restrict(x, y), n - 1).items():
                target[q + 1] += ask * share * chance / STAR.n_points
    return dict(target)


def members_of(space):
    return [
        h for h in STAR.representatives(range(4)) if all(h(x) in space.labels(x) for x in range(4))
    ]


@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_naive_and_event_driven_runs_have_the_enumerated_law(rng):
    """The target is uniform given the labels, so the next one has the share of the members."""
    naive, leaping, law, n = [], [], STAR.law(), 4
    for seed in range(2000):
        learner: QueryByCommittee[Any, Any] = QueryByCommittee(STAR.version_space(), seed)
        target = STAR.draw_target(rng)
        naive.append(follow(learner, law.sample(rng, n).tolist(), target).state.queries)
        target = STAR.draw_target(rng)
        leaping.append(event_driven(learner, law, target, rng, limit=n).state.queries)
    expected = distribution(law_of(STAR.version_space(), n))
    assert not deviates(naive, expected)
    assert not deviates(leaping, expected)


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("hypotheses", [LINE, CIRCLE])
def test_transcripts_replay_with_what_was_not_asked(hypotheses, rng):
    for seed in range(10):
        learner: QueryByCommittee[Any, Any] = QueryByCommittee(hypotheses.version_space(), seed)
        target = hypotheses.draw_target(rng)
        run = event_driven(learner, hypotheses.law(), target, rng, limit=200)
        events = run.transcript.events
        assert len(events) == run.state.committees > run.transcript.queries == run.state.queries
        assert replayed(run.transcript, learner) == run.state
        assert all(
            event.label == (target(event.instance) if event.asked else None) for event in events
        )

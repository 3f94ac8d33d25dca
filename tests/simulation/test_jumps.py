"""Event-driven learners have the law of the naive stream."""

import math
from dataclasses import dataclass
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from altheory.bounds._uniform import uniform
from altheory.errors import BudgetError, DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.rectangles import Rectangle, Rectangles
from altheory.hypotheses.sphere import SphereSeparators
from altheory.hypotheses.thresholds import Threshold, Thresholds
from altheory.learners.a2 import A2
from altheory.learners.cal import CAL
from altheory.learners.passive import Passive
from altheory.numeric.enclosure import Enclosure
from altheory.oracles._naming import noise_called
from altheory.simulation.jumps import event_driven, passed_over
from altheory.simulation.stream import follow
from altheory.simulation.transcript import Transcript, replay
from altheory.spaces.finite import FiniteDistribution
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import UniformInterval
from tests.simulation.laws import ALPHA, deviates, distribution, finite_law, threshold_law

LINE = Thresholds()
TARGET = Threshold(Fraction(3, 10))
STAR = FiniteClass(4, [0, 1, 2, 4, 8])


def sample_of(hypotheses, rng, n, *, batch=1, size=2000):
    cal = CAL(hypotheses.version_space(), batch)
    law, targets = hypotheses.law(), (hypotheses.draw_target(rng) for _ in range(size))
    return [event_driven(cal, law, t, rng, limit=n).transcript.queries for t in targets]


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize("batch", [1, 2])
def test_thresholds_have_the_enumerated_law(batch, rng):
    sample = sample_of(LINE, rng, 5, batch=batch)
    assert not deviates(sample, distribution(threshold_law(5, batch)))


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
def test_a_finite_class_has_the_enumerated_law(rng):
    assert not deviates(sample_of(STAR, rng, 4, size=4000), distribution(finite_law(STAR, 4)))


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize("p", [Fraction(1), Fraction(1, 3), Fraction(1, 50)])
def test_the_wait_is_geometric(p, rng):
    waits = [passed_over(p, rng) for _ in range(20_000)]
    assert not deviates(waits, lambda k: 1 - float(1 - p) ** (k + 1))


@pytest.mark.seeded("true of every run")
def test_waits_beyond_machine_integers_are_counted(rng):
    run = event_driven(
        CAL(LINE.version_space()), LINE.law(), TARGET, rng, epsilon=Fraction(1, 2**90)
    )
    assert LINE.law().mass(run.state.version_space.disagreement()) <= Fraction(1, 2**90)
    assert run.transcript.unlabeled > 2**63
    assert passed_over(Fraction(1, 2**1100), rng) > 2**1000


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("batch", [1, 3])
def test_the_transcript_replays(batch, rng):
    cal = CAL(LINE.version_space(), batch)
    for _ in range(20):
        run = event_driven(cal, LINE.law(), LINE.draw_target(rng), rng, limit=500)
        assert run.state.unlabeled == run.transcript.unlabeled == 500
        assert replay(run.transcript, cal) == run.state


@pytest.mark.seeded("true of every run")
def test_instances_of_several_numbers_replay(rng):
    boxes = Rectangles(2)
    cal: CAL[Any, Any] = CAL(boxes.version_space())
    target = boxes.parse_target("0.2,0.9 x 0.1,0.8")
    run = event_driven(cal, boxes.law(), target, rng, limit=12)
    assert {type(event.instance) for event in run.transcript.events} == {tuple}
    told = Transcript.from_json(run.transcript.to_json())
    assert told == run.transcript
    assert replay(told, cal) == run.state
    stream = follow(cal, boxes.law().sample(rng, 5), target)
    assert replay(stream.transcript, cal) == stream.state


@pytest.mark.seeded("true of every run")
def test_a_region_in_too_many_pieces_ends_the_run(rng):
    """Without a positive label nothing but points is ruled out, and the region is in pieces."""
    boxes = Rectangles(2)
    cal, law = CAL(boxes.version_space()), boxes.law()
    empty = Rectangle(2, ())
    with pytest.raises(BudgetError, match=r"more than 8192: .* more volume, or a shorter stream"):
        event_driven(cal, law, empty, rng, epsilon=Fraction(1, 2))
    assert event_driven(cal, law, empty, rng, limit=20).state.queries == 20


@pytest.mark.seeded("true of every run")
def test_a_region_of_mass_zero_is_never_met(rng):
    law = FiniteDistribution([1, 1, 0, 0])
    run = event_driven(CAL(STAR.version_space()), law, STAR.parse_target("----"), rng, limit=1000)
    assert not run.state.version_space.disagreement().is_empty
    assert run.transcript.unlabeled == 1000


@pytest.mark.seeded("true of every run")
def test_an_enclosed_mass_counts_as_its_midpoint(rng):
    assert passed_over(Enclosure.exactly(1), rng) == 0


def agnostic(hypotheses, bound, epsilon=Fraction(1, 2)):
    theorem = uniform(bound, hypotheses)
    prior, law = hypotheses.version_space(), hypotheses.law()
    return A2(prior, law, theorem, epsilon, Fraction(1, 20))


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("limit", [None, 50])
@pytest.mark.parametrize(("hypotheses", "bound"), [(LINE, "dkw"), (STAR, "clopper-pearson")])
def test_a2_ends_by_itself_or_at_the_limit(hypotheses, bound, limit, rng):
    learner = agnostic(hypotheses, bound)
    labels = noise_called("classification:1/10", hypotheses, hypotheses.draw_target(rng))
    run = event_driven(learner, hypotheses.law(), labels.oracle(rng), rng, limit=limit)
    assert run.state.finished or run.state.unlabeled == limit
    assert run.state.unlabeled == run.transcript.unlabeled >= run.state.queries
    assert limit is None or run.state.unlabeled <= limit
    assert replay(run.transcript, learner) == run.state


@pytest.mark.seeded("refused before any draw")
def test_a_learner_without_a_region_is_refused(rng):
    learner: Any = Passive(LINE.version_space(), LINE.erm)
    with pytest.raises(DomainError, match="PassiveState names no region"):
        event_driven(learner, LINE.law(), TARGET, rng, limit=1)


@pytest.mark.seeded("refused before any draw")
def test_a_run_without_an_end_is_refused(rng):
    with pytest.raises(DomainError, match="epsilon or at a limit"):
        event_driven(CAL(LINE.version_space()), LINE.law(), TARGET, rng)


@pytest.mark.seeded("refused before any draw")
def test_an_oracle_that_cannot_be_asked_is_refused(rng):
    nobody: Any = None
    with pytest.raises(DomainError, match="an oracle is a function"):
        event_driven(CAL(LINE.version_space()), LINE.law(), nobody, rng, limit=1)


@dataclass(frozen=True)
class Surrounded:
    """The uniform law on [0, 1], with an interval half as wide again around what is asked."""

    def mass(self, region):
        raise DomainError(f"the mass of {region} is not known")

    def sample(self, rng, n):
        return UniformInterval().sample(rng, n)

    def draw(self, region, rng):
        return UniformInterval().draw(region, rng)

    def envelope(self, region):
        hull = region.hull.pieces[0]
        more = (hull.hi - hull.lo) / 4
        return Around(IntervalUnion.closed(max(hull.lo - more, 0), min(hull.hi + more, 1)))


@dataclass(frozen=True)
class Around:
    region: IntervalUnion

    @property
    def mass(self):
        return self.region.length

    def draw(self, rng):
        return UniformInterval().draw(self.region, rng)


@pytest.mark.statistical(alpha=ALPHA, power=0.99)
@pytest.mark.parametrize("batch", [1, 2])
def test_a_thinned_envelope_has_the_enumerated_law(batch, rng):
    cal, law = CAL(LINE.version_space(), batch), Surrounded()
    runs = [event_driven(cal, law, LINE.draw_target(rng), rng, limit=5) for _ in range(2000)]
    sample = [run.transcript.queries for run in runs]
    assert not deviates(sample, distribution(threshold_law(5, batch)))
    assert all(run.state.unlabeled == 5 for run in runs)
    assert all(event.asked for run in runs for event in run.transcript.events)


@pytest.mark.seeded("true of every run")
def test_an_envelope_ends_the_run_at_its_own_mass(rng):
    cal, law = CAL(LINE.version_space()), Surrounded()
    run = event_driven(cal, law, TARGET, rng, epsilon=Fraction(1, 1000))
    region = run.state.version_space.disagreement()
    assert law.envelope(region).mass <= Fraction(1, 1000)
    assert replay(run.transcript, cal) == run.state


def sphere_queries(d, n, size, rng):
    """Return the labels of event-driven runs, and of runs on the stream itself."""
    cls = SphereSeparators(d)
    cal, law = CAL(cls.version_space()), cls.law()
    targets = [cls.draw_target(rng) for _ in range(size)]
    jumps = [event_driven(cal, law, t, rng, limit=n) for t in targets]
    steps = [follow(cal, law.sample(rng, n), t) for t in targets]
    return [[run.transcript.queries for run in runs] for runs in (jumps, steps)]


@pytest.mark.seeded("true of every run")
@pytest.mark.parametrize("d", [4, 5])
def test_separators_in_every_dimension_run_beyond_machine_integers(d, rng):
    cls = SphereSeparators(d)
    cal, law, target = CAL(cls.version_space()), cls.law(), cls.draw_target(rng)
    run = event_driven(cal, law, target, rng, limit=2**64)
    assert replay(run.transcript, cal) == run.state
    assert run.transcript.unlabeled == 2**64
    assert run.state.version_space.labels(target.normal) == {1}


@pytest.mark.slow
@pytest.mark.statistical(alpha=2 * ALPHA, power=0.99)
def test_separators_have_the_law_of_the_stream(rng):
    """Both within r = sqrt(ln(2/alpha)/(2 size)) of it, so within 2r of each other."""
    d, n, size = 4, 60, 600
    jumps, steps = sphere_queries(d, n, size, rng)
    most = 2 * math.sqrt(math.log(2 / ALPHA) / (2 * size))
    shares = [np.bincount(found, minlength=n + 1).cumsum() / size for found in (jumps, steps)]
    assert np.abs(shares[0] - shares[1]).max() < most

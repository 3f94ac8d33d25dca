r"""Jumping from one question to the next does not change the law of CAL.

The event-driven simulator draws how many instances CAL passes over, and then one from the
disagreement region, instead of the stream.  For thresholds with a uniform target the
naive stream has the exact law

.. math:: P(Q_n \le q), \qquad \sum_q P(Q_n = q) z^q
          = \frac{(2z)(2z + 1) \cdots (2z + n - 1)}{(n + 1)!},

and the simulator is held against all of its distribution function.  The twins are
simulators with one part broken.
"""

from collections.abc import Callable
from dataclasses import dataclass, replace
from fractions import Fraction
from itertools import accumulate
from typing import Any, TypeAlias, final

import numpy as np

from altheory.hypotheses.thresholds import Thresholds
from altheory.learners.cal import CAL, CALState
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome
from altheory.ledger.statistics import compare_mean
from altheory.simulation.jumps import event_driven
from altheory.theory.thresholds_cal import cal_query_law_thresholds

Simulator: TypeAlias = Callable[[int, np.random.Generator], int]

LENGTH, ALPHA, GAP = 8, Fraction(1, 10**7), Fraction(1, 8)
RUNS = 1_400  # mean_sample_size(GAP, ALPHA / LENGTH, .99) is 1,382
WORST_FIRST = (Outcome.FAILS, Outcome.INCONCLUSIVE, Outcome.HOLDS)
THRESHOLDS = Thresholds()
LAW = THRESHOLDS.law()
LEARNER: CAL[Any, Any] = CAL(THRESHOLDS.version_space())


def simulator(learner: Any = LEARNER, law: Any = LAW) -> Simulator:
    """Return the event-driven simulator with these parts: the labels asked in n instances."""

    def questions(n: int, rng: np.random.Generator) -> int:
        target = THRESHOLDS.draw_target(rng)
        return event_driven(learner, law, target, rng, limit=n).transcript.queries

    return questions


@final
@dataclass(frozen=True, slots=True)
class Misled:
    """A law that misjudges the mass of a region by a factor, or draws its middle only."""

    factor: Fraction = Fraction(1)
    draws: Callable[[Any, np.random.Generator], Fraction] = LAW.draw

    def mass(self, region: Any) -> Fraction:
        return min(Fraction(1), self.factor * LAW.mass(region))

    def draw(self, region: Any, rng: np.random.Generator) -> Fraction:
        return self.draws(region, rng)


@final
@dataclass(frozen=True, slots=True)
class Forgetful:
    """CAL that does not count the instance it asks about: the jump forgets its + 1."""

    def init(self) -> CALState[Any, Any]:
        return LEARNER.init()

    def step(self, state: CALState[Any, Any], x: Any, ask: Any) -> CALState[Any, Any]:
        return replace(LEARNER.step(state, x, ask), unlabeled=state.unlabeled)

    def flush(self, state: CALState[Any, Any], ask: Any) -> CALState[Any, Any]:
        return LEARNER.flush(state, ask)


def middle(region: Any, rng: np.random.Generator) -> Fraction:
    """Return the middle of an interval."""
    del rng
    ends: list[Fraction] = [end for end, _ in region.cuts]
    return sum(ends, Fraction(0)) / 2


def distribution_function(simulate: Simulator, rng: np.random.Generator) -> Finding:
    """Compare P(Q <= q) for every q from 1 on, each at an equal share of alpha."""
    asked = [simulate(LENGTH, rng) for _ in range(RUNS)]
    below = list(accumulate(cal_query_law_thresholds(LENGTH)))

    def compare(q: int) -> Finding:
        seen = [int(asks <= q) for asks in asked]
        found = compare_mean(seen, below[q], alpha=ALPHA / LENGTH, low=0, high=1, discrepancy=GAP)
        return replace(found, evidence=f"P(Q <= {q}), {found.evidence}")

    # one failure rejects, one doubt leaves open; among equals the most central q is shown
    by_center = sorted(range(1, LENGTH), key=lambda q: abs(below[q] - Fraction(1, 2)))
    return min(map(compare, by_center), key=lambda found: WORST_FIRST.index(found.outcome))


CLAIM: Claim[Simulator] = Claim(
    key="simulation/cal/event-driven-law",
    title="The event-driven simulator has the law of the stream",
    statement=(
        r"P(Q_n \le q) = \sum_{j \le q} [z^j] \prod_{k=1}^n \frac{k - 1 + 2z}{k + 1} \quad "
        r"(n = 8,\ q = 1, \dots, 7)"
    ),
    plain=(
        "Jumping over the instances that CAL would pass over gives as many questions, in law, as "
        "showing all of a stream of eight instances one by one."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="that deviations below 1/8 of the distribution function would be noticed",
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=simulator(),
    checks=(
        Check(
            Method.STATISTICAL,
            distribution_function,
            scope="1,400 runs of 8 instances",
            tier="normal",
            alpha=float(ALPHA),
            power=0.99,
            discrepancy="a distribution function wrong by 1/8 somewhere",
        ),
    ),
    controls={
        "the jump forgets its + 1": simulator(learner=Forgetful()),
        "a geometric wait of half the mass": simulator(law=Misled(Fraction(1, 2))),
        "a geometric wait of twice the mass": simulator(law=Misled(Fraction(2))),
        "always the middle of the region": simulator(law=Misled(draws=middle)),
    },
    uses=("thresholds/cal/law/uniform-target",),
)

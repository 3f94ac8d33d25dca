r"""Margin sampling never leaves the two blocks to the left, and ends at twice the least error.

The cut is the middle of the highest negative label :math:`n` and the lowest positive one
:math:`p`, the next question the pool instance nearest to it.  With one seed in each of the outer
blocks :math:`(n + p)/2 \in [.45, .55]`, so the first question is in the second block, which is
labeled +.  Then :math:`n \le .1` and :math:`.44 \le p \le .56`, and

* instances in :math:`(n, p)` are nearer than all others, and of the first two blocks;
* once there are none, :math:`n + p \le .59`, so an instance a of the first block is nearer than
  one, c, of the third: :math:`a + c \ge .6`.

The cut stays in [.22, .33], between the first two blocks, at error 1/20.  A pool of N independent
instances holds the two that are needed with probability at least :math:`1 - 2 (95/96)^N`.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import Any, final

import numpy as np

from altheory.learners.margin_sampling import MarginSampling
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._four_blocks import (
    BEST,
    SPANS,
    STUCK,
    Interval,
    at,
    block_of,
    error,
    error_between,
    label,
    least_error,
    nearer,
)

LOW: Interval = (Fraction("0.44"), Fraction("0.49"))
HIGH: Interval = (Fraction("0.51"), Fraction("0.56"))
HALF = Fraction(1, 2)
FIRST, SECOND, THIRD, FOURTH = range(4)


@final
@dataclass(frozen=True, slots=True)
class Fate:
    """The blocks asked in, by number, the error from the first question on, the least error."""

    asks: frozenset[int]
    error: Fraction
    least: Fraction


TRUTH = Fate(frozenset({FIRST, SECOND}), STUCK, BEST)


def summed(a: Interval, b: Interval) -> Interval:
    """Return the interval of sums."""
    return a[0] + b[0], a[1] + b[1]


def every_position(formula: Fate, rng: np.random.Generator) -> Finding:
    """Decide each question by intervals that hold all positions."""
    del rng
    seeds = summed(SPANS[FIRST], SPANS[FOURTH])
    cases = ((LOW, (seeds[0], Fraction(1))), (HIGH, (Fraction(1), seeds[1])))
    others = (FIRST, THIRD, FOURTH)
    first = all(nearer(near, SPANS[i], total) for near, total in cases for i in others)
    # between n and p lies nothing of the blocks to the right, and beyond them the first is nearer
    inner = {i for i, (lo, _) in enumerate(SPANS) if lo < SPANS[SECOND][1]}
    emptied = summed(SPANS[FIRST], LOW)
    outer = all(nearer(SPANS[FIRST], SPANS[i], emptied) for i in (THIRD, FOURTH))
    asks = frozenset({SECOND} | inner if first and outer else range(4))
    middles = summed(SPANS[FIRST], SPANS[SECOND])
    value = error_between((middles[0] / 2, middles[1] / 2))
    found = Fate(asks, value, least_error())
    verdict = holds if found == formula else fails
    seen = f"n + p against a + b at the ends: blocks {sorted(asks)}, least error {found.least}"
    return verdict(seen, claimed=formula.error, computed=found.error)


def pools() -> Iterator[tuple[list[Fraction], tuple[Fraction, Fraction]]]:
    """Yield pools that hold what the claim asks for, with seeds in the outer blocks."""
    extra = [at(FIRST, HALF), at(SECOND, HALF), at(FOURTH, HALF)]
    beyond = [*SPANS[THIRD], at(THIRD, HALF)]
    for low, high, n, p in product(LOW, HIGH, SPANS[FIRST], SPANS[FOURTH]):
        for size in range(len(extra) + 1):
            for more in combinations(extra, size):
                yield [n, p, low, high, *beyond, *more], (n, p)


def followed(pool: list[Fraction], seeds: tuple[Fraction, Fraction]) -> tuple[set[int], set[Any]]:
    """Return where the learner asks while the first two blocks last, and its errors."""
    learner = MarginSampling(pool, seeds)
    state = learner.init()
    for _ in seeds:
        state = learner.step(state, None, label)
    asked, errors = set[int](), set[Any]()
    while any(block_of(x) <= SECOND for x in state.rest):
        state = learner.step(state, None, label)
        asked.add(block_of(state.sample[-1][0]))
        errors.add(error(learner.hypothesis(state).cut))
    return asked, errors


def real_learner(formula: Fate, rng: np.random.Generator) -> Finding:
    """Run the learner on small pools until the first two blocks are used up."""
    del rng
    runs, asked = 0, set[int]()
    for pool, seeds in pools():
        there, errors = followed(pool, seeds)
        asked |= there
        runs += 1
        if errors != {formula.error} or not there <= formula.asks:
            where = f"pool {sorted(map(str, pool))}: asks in {there}"
            return fails(where, claimed=formula.error, computed=sorted(errors))
    if asked != set(formula.asks):
        return fails(f"{runs} pools", claimed=set(formula.asks), computed=asked)
    return holds(f"{runs} pools, every question", claimed=formula.error, computed=STUCK)


CLAIM: Claim[Fate] = Claim(
    key="sampling-bias/margin-sampling",
    title="Margin sampling ends at 5 percent where 2.5 is possible",
    statement=(
        r"n_0 \in [0, .1],\; p_0 \in [.9, 1] \Rightarrow \text{questions} \subset [0, .1] \cup "
        r"[.44, .56],\; \mathrm{err}(h) = \tfrac1{20} = 2 \min_c \mathrm{err}(h_c), \text{ until "
        r"these two blocks of the pool, with instances in } [.44, .49] \text{ and } [.51, .56], "
        r"\text{ are used up}"
    ),
    plain=(
        "On four blocks of the line margin sampling asks around a cut that is twice as bad as the "
        "best one, and never where a label would tell."
    ),
    relation="exact",
    does_not_say=(
        "that it stays there once each instance of these two blocks, almost half of the pool, is "
        "labeled: then it asks in the third block, as it must"
    ),
    source=Source(
        "dasgupta2011two",
        match="related",
        difference=(
            "the phenomenon is commonly cited from there; positions and masses are our own, and "
            "so is the proof for every position"
        ),
    ),
    expected=Verdict.PROVED,
    formula=TRUTH,
    checks=(
        Check(Method.EXHAUSTIVE, every_position, scope="all positions, by ends of intervals"),
        Check(
            Method.EXHAUSTIVE,
            real_learner,
            scope="128 pools of seven to ten instances, the real learner",
            tier="normal",
        ),
    ),
    controls={
        "it asks in the third block too": Fate(frozenset({0, 1, 2}), STUCK, BEST),
        "it asks in the second block only": Fate(frozenset({1}), STUCK, BEST),
        "it ends at the least error": Fate(TRUTH.asks, BEST, BEST),
        "nothing is better": Fate(TRUTH.asks, BEST, STUCK),
    },
)

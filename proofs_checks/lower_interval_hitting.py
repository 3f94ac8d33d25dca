r"""Failing with probability delta saves at most delta on each of 1/(2 epsilon) intervals.

Let :math:`\varepsilon < 1/2`, and take :math:`m = \lceil 1/(2\varepsilon) \rceil - 1 \ge 1`
disjoint intervals longer than :math:`2\varepsilon`.  An answer that errs by at most
:math:`\varepsilon` on one of them does not do so on another or on the empty set.  A
learner, random or not, that is right with probability :math:`1 - \delta` on the empty set
and on each interval asks on average, if nothing is positive,

.. math:: \mathbb E q \ge (1 - \delta) m - \delta \;\ge\; (1 - 2\delta) m .

Why: an answer suits at most one of the m + 1 targets, so at most one of those that were
not asked about.  The successes number at most :math:`|S| + 1` on every run with
questions in the set S of intervals, and :math:`(m + 1)(1 - \delta)` on average.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown
from proofs_checks._hitting import cheapest, dearest_success, least_success, price
from proofs_checks._identities import chain, identical

Least: TypeAlias = Callable[[Any, Any], Any]

DELTAS = (Fraction(1, 100), Fraction(1, 20), Fraction(1, 5), Fraction(1, 3))
MOST = 6


def hitting(intervals: Any, delta: Any) -> Any:
    """Return (1 - delta) m - delta."""
    return (1 - delta) * intervals - delta


def valued(formula: Least, *, empty_counts: bool, intervals: range) -> Finding:
    """Compare with the value of the game: no law on plays is cheaper, and one attains it."""
    for m in intervals:
        if dearest_success(m, empty_counts=empty_counts) != 1:
            return unknown(f"{m} intervals: some play succeeds on two targets for free")
        for delta in DELTAS:
            law, claimed = cheapest(m, delta, empty_counts=empty_counts), formula(m, delta)
            if least_success(law, m, empty_counts=empty_counts) < 1 - delta:
                return unknown(f"{m} intervals, delta = {delta}: the law fails too often")
            if claimed != price(law):
                where = f"{m} intervals, delta = {delta}"
                return fails(where, claimed=claimed, computed=price(law))
    return holds(f"{len(intervals)} sizes, {len(DELTAS)} values of delta, every play")


def least_price(targets: Any, delta: Any) -> Any:
    """Return what it takes to succeed so often on so many targets.

    A play succeeds on the targets that it asks about, and on one more unless its answer
    suits one of these or none.
    """
    asked = sp.Symbol("asked", integer=True, nonnegative=True)
    for_free = sp.Max(*(successes - asked for successes in (asked, asked + 1)))
    return targets * (1 - delta) - for_free


def every_play(formula: Least, rng: np.random.Generator) -> Finding:
    """Go through every set of intervals to ask in and every answer."""
    del rng
    return valued(formula, empty_counts=True, intervals=range(1, MOST + 1))


def in_general(formula: Least, rng: np.random.Generator) -> Finding:
    """Weigh the successes of every kind of play, for any number of intervals."""
    del rng
    delta, a, b = sp.symbols("delta a b", positive=True)
    more, x, y, rest = sp.symbols("more x y rest", nonnegative=True)
    m = 1 + more  # there is an interval
    # an answer that holds x of an interval a, y of another b, and rest elsewhere
    u = x + y + rest
    both = (u + a - 2 * x) + (u + b - 2 * y) - (a + b)
    with_empty = u + (u + a - 2 * x) - a
    if not (both.is_nonnegative and with_empty.is_nonnegative):
        return unknown("the errors on two targets may be less than their distance")
    value = least_price(m + 1, delta)
    at = {more: 4, delta: sp.Rational(1, 7)}
    step = identical(formula(m, delta), value, at, "(m + 1)(1 - delta) - 1")
    room = sp.expand(value - (1 - 2 * delta) * m)  # delta (m - 1)
    if step.outcome is Outcome.HOLDS and not room.is_nonnegative:
        return unknown(f"the bound may be below (1 - 2 delta) m, by {-room}")
    return chain((step,), "the successes exceed the questions by one at most, m + 1 targets")


CLAIM: Claim[Least] = Claim(
    key="lower/interval/empty-target/hitting",
    title="A chance of failure saves little on an empty interval",
    statement=(
        r"\mathbb E q \ge (1 - \delta) m - \delta \ge (1 - 2\delta) m,"
        r" \quad m = \lceil 1/(2\varepsilon) \rceil - 1,\ \varepsilon < \tfrac12"
    ),
    plain=(
        "A learner that may fail with probability delta still asks in nearly every one of 1/(2 "
        "eps) intervals before it rules them out."
    ),
    relation="lower",
    assumptions=frozenset({"realizable", "uniform law", "membership queries"}),
    does_not_say="that twice as much could not be shown: with intervals of half the length it can",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=hitting,
    checks=(
        Check(Method.SYMBOLIC, in_general, scope="all m >= 1 and delta"),
        Check(
            Method.EXHAUSTIVE,
            every_play,
            scope=f"the value of the game for m <= {MOST}, 4 values of delta",
        ),
    ),
    controls={
        "failing is free": lambda m, delta: (1 - delta) * m,
        "delta is not paid twice": lambda m, delta: (1 - delta / 2) * m - delta / 2,
        "no failure": lambda m, _delta: m,
        "one interval more": lambda m, delta: (1 - delta) * (m + 1) - delta,
    },
)

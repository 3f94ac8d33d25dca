r"""Failing with probability delta saves a share delta of ceil(1/epsilon) - 1, and one question.

Take :math:`m = \lceil 1/\varepsilon \rceil - 1` disjoint intervals longer than
:math:`\varepsilon`.  No answer errs by at most :math:`\varepsilon` on two of them, though it may on
one and on the empty set.  A learner, random or not, that is right with probability
:math:`1 - \delta` on each interval asks on average, if nothing is positive,

.. math:: \mathbb E q \ge (1 - \delta) \bigl(\lceil 1/\varepsilon \rceil - 1\bigr) - 1 .

Asking at equal distances with probability :math:`1 - \delta`, and not at all otherwise, is
right often enough and takes :math:`(1 - \delta)(\lceil 1/\varepsilon \rceil - 1)`: the two
differ by one question.
"""

from fractions import Fraction
from math import ceil
from typing import Any

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._identities import identical
from proofs_checks.lower_interval_hitting import Least, hitting, least_price, valued
from proofs_checks.lower_interval_queries import HUNDREDTHS, queries

MOST = 6


def expected_queries(intervals: Any, delta: Any) -> Any:
    """Return (1 - delta) m - 1."""
    return (1 - delta) * intervals - 1


def every_play(formula: Least, rng: np.random.Generator) -> Finding:
    """Go through every set of intervals to ask in and every answer."""
    del rng
    return valued(formula, empty_counts=False, intervals=range(2, MOST + 1))


def in_general(formula: Least, rng: np.random.Generator) -> Finding:
    """Weigh the successes of every kind of play, and fit the intervals into [0, 1]."""
    del rng
    m, delta = sp.symbols("m delta", positive=True)
    x, y, rest = sp.symbols("x y rest", nonnegative=True)
    a, b = sp.symbols("a b", positive=True)
    # an answer that holds x of an interval a, y of another b, and rest elsewhere
    u = x + y + rest
    if not ((u + a - 2 * x) + (u + b - 2 * y) - (a + b)).is_nonnegative:
        return unknown("the errors on two intervals may be less than their distance")
    at = {m: 5, delta: sp.Rational(1, 7)}
    return identical(formula(m, delta), least_price(m, delta), at, "all m and delta")


def above_and_below(formula: Least, rng: np.random.Generator) -> Finding:
    """Compare with a learner that asks at equal distances with probability 1 - delta."""
    del rng
    delta, epsilons = Fraction(1, 20), [Fraction(h, 100) for h in HUNDREDTHS if h < 50]
    for epsilon in epsilons:
        m = ceil(1 / epsilon) - 1
        if not (m * epsilon < 1 <= (m + 1) * epsilon):
            return unknown(f"epsilon = {epsilon}: {m} intervals do not fit, or one more does")
        bound, learner = formula(m, delta), (1 - delta) * queries(epsilon)
        if not bound <= learner:
            where = f"epsilon = {epsilon}, delta = {delta}: a learner asks less"
            return fails(where, claimed=bound, computed=learner)
        if learner - bound > 1:
            return unknown(f"epsilon = {epsilon}: {learner - bound} between the two")
    return holds(f"{len(epsilons)} values of epsilon: within one question of a learner")


CLAIM: Claim[Least] = Claim(
    key="lower/interval/empty-target/in-probability",
    title="With failures, (1 - delta)(ceil(1/eps) - 1) - 1 questions",
    statement=r"\mathbb E q \ge (1 - \delta)\bigl(\lceil 1/\varepsilon \rceil - 1\bigr) - 1",
    plain=(
        "A learner that may fail with probability delta needs, up to one question, the share "
        "1 - delta of what certainty takes on an empty interval."
    ),
    relation="lower",
    assumptions=frozenset({"realizable", "uniform law", "membership queries"}),
    does_not_say="which of the two, at a distance of one question, is the least mean number",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=expected_queries,
    checks=(
        Check(Method.SYMBOLIC, in_general, scope="all m and delta"),
        Check(
            Method.EXHAUSTIVE,
            every_play,
            scope=f"the value of the game for 2 <= m <= {MOST}, 4 values of delta",
        ),
        Check(
            Method.EXHAUSTIVE,
            above_and_below,
            scope="13 values of epsilon below 1/2, delta = 1/20: a learner within one question",
        ),
    ),
    controls={
        "failing is free": lambda m, delta: (1 - delta) * m,
        "the answer does not suit the empty set": hitting,
        "half of delta": lambda m, delta: (1 - delta / 2) * m - 1,
        "no failure": lambda m, _delta: m - 1,
    },
)

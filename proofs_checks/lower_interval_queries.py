r"""Ruling out an interval takes ceil(1/epsilon) - 1 questions, neither more nor fewer.

If every answer is -1, a learner that guarantees error :math:`\varepsilon < 1/2` on the
empty set and on every interval that is left has asked

.. math:: q(\varepsilon) = \lceil 1/\varepsilon \rceil - 1

questions, and none if :math:`\varepsilon \ge 1/2`.  That one question less is too few
is decided by nonnegative multiples of the learner's obligations that contradict each
other; that so many are enough, by equal gaps.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import pairwise
from math import ceil
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown
from altheory.theory.empty_interval import empty_interval_points
from proofs_checks._empty_interval import adding_up, contradicts, equal_gaps, satisfies

Queries: TypeAlias = Callable[[Fraction], int]

HUNDREDTHS = (60, 50, 49, 40, 34, 33, 30, 26, 25, 21, 20, 17, 15, 10, 8)
SMALL = (5, 4)


def queries(epsilon: Fraction) -> int:
    """Return ceil(1/epsilon) - 1, and 0 from epsilon = 1/2 on."""
    return 0 if epsilon >= Fraction(1, 2) else ceil(1 / epsilon) - 1


def judged(formula: Queries, epsilon: Fraction) -> Finding:
    """Show that so many questions are enough and one less is not, or that they are wrong."""
    q, where = formula(epsilon), f"epsilon = {epsilon}"
    if not satisfies(q + 1, equal_gaps(q + 1), epsilon):
        wrong = contradicts(q + 1, adding_up(q + 1), epsilon)
        return (fails if wrong else unknown)(f"{where}: {q} questions are too few")
    if q > 0 and satisfies(q, equal_gaps(q), epsilon):
        return fails(f"{where}: equal gaps do with {q - 1}", claimed=q, computed="fewer")
    if q > 0 and not contradicts(q, adding_up(q), epsilon):
        return unknown(f"{where}: no contradiction for {q - 1} questions")
    return holds(where, claimed=q, computed=q)


def every(formula: Queries, hundredths: tuple[int, ...]) -> Finding:
    """Judge one accuracy after the other."""
    found = unknown("no accuracy")
    for h in hundredths:
        found = judged(formula, Fraction(h, 100))
        if found.outcome is not Outcome.HOLDS:
            return found
    seen = f"{len(hundredths)} values of epsilon; at {found.evidence}"
    return holds(seen, claimed=found.claimed, computed=found.computed)


def obligations(formula: Queries, rng: np.random.Generator) -> Finding:
    """Let the checker judge the multipliers."""
    del rng
    return every(formula, HUNDREDTHS)


def more_obligations(formula: Queries, rng: np.random.Generator) -> Finding:
    """Do so for smaller accuracies."""
    del rng
    return every(formula, SMALL)


def equally_spaced(formula: Queries, rng: np.random.Generator) -> Finding:
    """Measure the longest interval that the questions of the package leave."""
    del rng
    for h in (h for h in (*HUNDREDTHS, *SMALL) if h < 50):
        epsilon, q = Fraction(h, 100), formula(Fraction(h, 100))
        cuts = (Fraction(0), *empty_interval_points(q), Fraction(1))
        longest = max(b - a for a, b in pairwise(cuts))
        if longest > epsilon:
            return fails(f"epsilon = {epsilon}, {q} questions", claimed=epsilon, computed=longest)
        if longest * (q + 1) <= epsilon * q:  # one gap less of that length would do
            return fails(f"epsilon = {epsilon}: {q} questions are not needed", claimed=q)
    return holds("what is left is at most epsilon long, and the answer is the empty set")


CLAIM: Claim[Queries] = Claim(
    key="lower/interval/empty-target/queries",
    title="Ruling out an interval takes ceil(1/eps) - 1 questions",
    statement=(
        r"q(\varepsilon) = \lceil 1/\varepsilon \rceil - 1 \text{ for } \varepsilon < \tfrac12,"
        r"\quad 0 \text{ for } \varepsilon \ge \tfrac12,"
        r"\quad \varepsilon = 60, 50, 49, 40, 34, 33, 30, 26, 25, 21, 20, 17, 15, 10, 8, 5, 4 \,\%"
    ),
    plain=(
        "If nothing is positive, no learner that may answer anything saves a question over asking "
        "at equal distances, at 17 accuracies from 60 % to 4 %."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "membership queries"}),
    does_not_say=(
        "what it costs once an answer is +1, when bisection of both ends takes over; nor that a "
        "set, rather than a coin, attains 1/2 without a question"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=queries,
    checks=(
        Check(Method.CERTIFICATE, obligations, scope="15 values of epsilon from .6 to .08"),
        Check(
            Method.CERTIFICATE,
            more_obligations,
            scope="epsilon = .05 and .04",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, equally_spaced, scope="15 values of epsilon below 1/2"),
    ),
    controls={
        "a ball of radius epsilon holds two gaps": lambda e: max(0, ceil(1 / (2 * e)) - 1),
        "one question more": lambda e: queries(e) + 1,
        "one question less": lambda e: max(queries(e) - 1, 0),
        "nothing special about 1/2": lambda e: ceil(1 / e) - 1,
    },
    uses=("lower/interval/empty-target/accuracy",),
)

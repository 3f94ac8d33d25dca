r"""CAL never buys more labels than passive learning, nor more than there are rivals.

In a realizable stream of :math:`m` instances the number of questions satisfies

.. math:: Q_m \le \min(m,\ |\mathcal H| - 1).

Why: each instance is asked at most once, and each answer removes at least one
hypothesis, never the target.  The star class meets the bound: the answer "-" at a
leaf removes only the leaf, so no bound of order :math:`\log |\mathcal H|` is true.
"""

from collections.abc import Callable
from itertools import permutations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._selective import cal, responses, run
from proofs_checks._small_classes import hypotheses, random_class, small_classes, star

Bound: TypeAlias = Callable[[int, int], int]


def most_questions(m: int, size: int) -> int:
    """Return the bound on the questions about ``m`` instances in a class of ``size``."""
    return min(m, size - 1)


def every_history(bound: Bound, rng: np.random.Generator) -> Finding:
    """Count the questions of the real learner on every class, target and order."""
    del rng
    histories = 0
    for of in small_classes():
        for history, (asked, _) in responses(cal, of).items():
            allowed = bound(len(history), len(of.hypotheses))
            if asked > allowed:
                where = f"class {of.table()['hypotheses']}, after {history}"
                return fails(where, claimed=allowed, computed=asked)
            histories += 1
    return holds(f"{histories} pairs of a class on at most 3 points and a history of labels")


def stars_meet_it(bound: Bound, rng: np.random.Generator) -> Finding:
    """Compare with the questions about the center of a star, in every order."""
    del rng
    for n in range(1, 6):
        of = star(n)
        center = hypotheses(of)[0]
        asked = {
            run(cal(of.version_space()), order, center).queries for order in permutations(range(n))
        }
        claimed = bound(n, n + 1)
        if asked != {claimed}:
            return fails(f"star of {n} points", claimed=claimed, computed=asked)
    return holds("stars of 1 to 5 points: every order of the points meets the bound")


def random_stream(bound: Bound, rng: np.random.Generator) -> Finding:
    """Try a random class on 6 points with a random target and stream."""
    of = random_class(rng, 6)
    stream = rng.integers(6, size=12).tolist()
    asked = run(cal(of.version_space()), stream, of.draw_target(rng)).queries
    allowed = bound(len(stream), len(of.hypotheses))
    outcome = holds if asked <= allowed else fails
    return outcome("a random class on 6 points", claimed=allowed, computed=asked)


CLAIM: Claim[Bound] = Claim(
    key="cal/queries/at-most-the-sample",
    title="CAL asks at most once an instance and a rival",
    statement=(
        r"Q_m \le \min(m, |\mathcal H| - 1),\ x_i \text{ distinct},\ |\mathcal X| \le 3;"
        r" \quad = \text{ for stars of } n \le 5 \text{ points},\ m = n"
    ),
    plain=(
        "On at most three points CAL buys on no sample path more labels than passive learning, "
        "and never more than there are hypotheses to remove; on stars of up to five points it "
        "buys as many."
    ),
    relation="upper",
    assumptions=frozenset({"realizable", "finite domain"}),
    does_not_say="that CAL asks few questions: on the star class it asks for every label",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=most_questions,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_history,
            scope="all 273 classes on at most 3 points, all targets, all orders, every prefix",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, stars_meet_it, scope="stars of at most 5 points, all orders"),
    ),
    controls={
        "an answer halves the class": lambda m, size: min(m, (size - 1).bit_length()),
        "the last label comes for free": lambda m, size: min(m, size - 1) - (size > 1),
        "half of the sample": lambda m, size: min((m + 1) // 2, size - 1),
    },
    attack=random_stream,
)

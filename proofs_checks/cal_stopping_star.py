r"""When CAL stops on a star: only after almost every label.

On the star class over n equally likely points, with the center as target, CAL's
rule :math:`P(\mathrm{DIS}(V)) \le \varepsilon` first holds after

.. math:: q(n, \varepsilon) = \lceil (1 - \varepsilon)\, n \rceil

questions, in whichever order the points come, although every hypothesis errs at
most 1/n before the first question.

Why: each answer removes one leaf, so after q questions n - q points are left to
disagree on.
"""

import math
from collections.abc import Callable
from fractions import Fraction
from itertools import permutations
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._selective import cal
from proofs_checks._small_classes import hypotheses, star

Count: TypeAlias = Callable[[int, Fraction], int]


def questions_to_stop(n: int, epsilon: Fraction) -> int:
    """Return how many questions CAL asks before its rule fires."""
    return math.ceil((1 - epsilon) * n)


def masses_on_the_way(n: int, order: tuple[int, ...]) -> list[Fraction]:
    """Return P(DIS(V)) after each number of questions, from the real learner."""
    of = star(n)
    law, learner, center = of.law(), cal(of.version_space()), hypotheses(of)[0]
    states = [learner.init()]
    for x in order:
        states.append(learner.step(states[-1], x, center))
    last = {state.queries: state for state in states}
    return [Fraction(law.mass(last[q].version_space.disagreement())) for q in sorted(last)]


def first_at_most(epsilon: Fraction, masses: list[Fraction]) -> int:
    """Return the first number of questions after which the rule holds."""
    return next(q for q, mass in enumerate(masses) if mass <= epsilon)


def compared(count: Count, most: int) -> Finding:
    """Compare with the first number of questions after which the rule holds."""
    orders = 0
    for n in range(1, most + 1):
        for order in permutations(range(n)):
            masses = masses_on_the_way(n, order)
            for epsilon in (Fraction(k, 2 * n) for k in range(2 * n)):
                claimed, computed = count(n, epsilon), first_at_most(epsilon, masses)
                if claimed != computed:
                    where = f"n={n}, epsilon={epsilon}, order {order}"
                    return fails(where, claimed=claimed, computed=computed)
            orders += 1
    fifth, masses = Fraction(1, 5), masses_on_the_way(5, (0, 1, 2, 3, 4))
    evidence = f"{orders} orders, 2n values of epsilon each; shown: n=5, epsilon=1/5"
    return holds(evidence, claimed=count(5, fifth), computed=first_at_most(fifth, masses))


def few_orders(count: Count, rng: np.random.Generator) -> Finding:
    """Compare on up to four points."""
    del rng
    return compared(count, 4)


def every_order(count: Count, rng: np.random.Generator) -> Finding:
    """Compare on up to five points."""
    del rng
    return compared(count, 5)


CLAIM: Claim[Count] = Claim(
    key="cal/stopping/star",
    title="CAL stops late on a star",
    statement=(
        r"q(n, \varepsilon) = \lceil (1 - \varepsilon) n \rceil,"
        r" \quad n \le 5,\ 2n\varepsilon \in \{0, \dots, 2n - 1\}"
    ),
    plain=(
        "On stars of at most five points CAL's rule fires only after nearly all labels, though "
        "any guess is good."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "finite domain", "fixed target", "uniform law"}),
    does_not_say="that a learner must pay as much: with accuracy 1/n any hypothesis will do",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=questions_to_stop,
    checks=(
        Check(
            Method.EXHAUSTIVE, few_orders, scope="n <= 4, all orders, epsilon a multiple of 1/2n"
        ),
        Check(
            Method.EXHAUSTIVE,
            every_order,
            scope="n <= 5, all orders, epsilon a multiple of 1/2n",
            tier="normal",
        ),
    ),
    controls={
        "binary search": lambda n, epsilon: (
            (math.ceil(1 / epsilon) - 1).bit_length() if epsilon else n
        ),
        "rounded down": lambda n, epsilon: math.floor((1 - epsilon) * n),
        "the last leaf comes for free": lambda n, epsilon: min(
            questions_to_stop(n, epsilon), max(n - 1, 0)
        ),
    },
)

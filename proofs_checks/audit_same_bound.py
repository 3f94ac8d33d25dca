r"""The fall-back of A2 against one look with the same bound: a factor from 4 to 10.3.

A2 takes at most 3N - 2 labels on every path, N being enough for its bounds at the error
probability that the last look of a run may spend.  A passive learner that looks once at all of
:math:`\delta`, with the same theorem, needs in the worst case the least n with
:math:`w(n, \delta) \le \varepsilon`.  For the eleven uniform theorems of this package about
thresholds, :math:`\delta = 1/20` and :math:`\varepsilon = 1/10, 1/100, 1/1000`,

.. math:: 4 n < 3N - 2 < 10.3 \, n .

Three comes from looks that triple, and the rest from what later looks may spend: little for bounds
with a growth function, whose logarithm is large anyway (4.2 to 4.7), most for those of Dvoretzky,
Kiefer and Wolfowitz (7.9 to 10.2).  So "four times" is the rule with N in place of n, and no more.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.bounds._schedule import share
from altheory.bounds._uniform import Theorem, covering
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.a2_price import a2_enough, a2_fall_back

# From epsilon to the range of the factor.
Factor: TypeAlias = Callable[[Fraction], tuple[Fraction, Fraction]]

DELTA, CLASS = Fraction(1, 20), Thresholds()
EPSILONS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))


def four_to_ten(epsilon: Fraction) -> tuple[Fraction, Fraction]:
    """Return 4 and 10.3."""
    del epsilon
    return Fraction(4), Fraction(103, 10)


def one_look(bound: Theorem, epsilon: Fraction) -> int:
    """Return the least n at which the bound is narrow, whatever the labels, at all of delta."""
    few, enough = 0, 1
    while bound.width(enough, DELTA) > epsilon:
        few, enough = enough, 2 * enough
    while enough - few > 1:  # invariant: few labels are too few
        middle = (few + enough) // 2
        narrow = bound.width(middle, DELTA) <= epsilon
        few, enough = (few, middle) if narrow else (middle, enough)
    return enough


def ratio(name: str, epsilon: Fraction) -> Fraction:
    """Return the most labels of A2 over those of one look."""
    bound = uniform(name, CLASS)
    enough = a2_enough(epsilon, lambda n, *look: bound.width(n, DELTA * share("looks", *look)))
    return Fraction(a2_fall_back(enough), one_look(bound, epsilon))


def every_bound(factor: Factor, rng: np.random.Generator) -> Finding:
    """Compute both sample sizes for every theorem about thresholds."""
    del rng
    found = []
    for name in covering(CLASS):
        for epsilon in EPSILONS:
            computed, (low, high) = ratio(name, epsilon), factor(epsilon)
            found.append(computed)
            if not low < computed < high:
                where = f"{name}, epsilon = {epsilon}"
                claimed = f"{float(low):g} to {float(high):g}"
                return fails(where, claimed=claimed, computed=f"{float(computed):.4g}")
    least, most = (f"{float(x):.4g}" for x in (min(found), max(found)))
    return holds(f"{len(found)} situations", computed=f"{least} to {most}")


CLAIM: Claim[Factor] = Claim(
    key="audit/fall-back/same-bound",
    title="A2 never takes more than 10.3 times the labels of one look with its own bound",
    statement=(
        r"4 < \frac{3N - 2}{\min\{n : w(n, \delta) \le \varepsilon\}} < 10.3 \quad (\delta ="
        r" \tfrac1{20},\ \varepsilon = \tfrac1{10}, \tfrac1{100}, \tfrac1{1000},\ \text{eleven"
        r" uniform theorems about thresholds})"
    ),
    plain=(
        "On thresholds no run of A2 takes more than 10.3 times the labels that the same bound "
        "takes in the worst case at one look; with bounds by growth functions 4.7 times."
    ),
    relation="order",
    does_not_say=(
        "anything of a passive learner with a better bound, or on labels that are easier than the "
        "worst, whom A2 may exceed without limit"
    ),
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference="commonly stated as twice a sample size at a smaller delta; computed here",
    ),
    expected=Verdict.PROVED,
    formula=four_to_ten,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_bound,
            scope="eleven theorems, three accuracies, delta = 1/20",
            tier="normal",
        ),
    ),
    controls={
        "four times": lambda _: (Fraction(0), Fraction(4)),
        "nine times": lambda _: (Fraction(4), Fraction(9)),
        "five times at least": lambda _: (Fraction(5), Fraction(103, 10)),
    },
    uses=("a2/fall-back",),
)

r"""The fall-back of A2 against one look with the same bound: a factor from 4.1 to 10.2.

A2 takes at most 3N - 2 labels on every path, N being enough for its bounds at the error
probability that the last look of a run may spend.  A passive learner that looks once at all of
:math:`\delta`, with the same theorem, needs in the worst case the least n with
:math:`w(n, \delta) \le \varepsilon`.  For the eleven uniform theorems of this package about
thresholds, :math:`\delta = 1/20` and :math:`\varepsilon = 1/10, 1/100, 1/1000`,

.. math:: 4.1 \, n < 3N - 2 < 10.2 \, n .

Three comes from looks that triple, and the rest from what later looks may spend: little for bounds
with a growth function, whose logarithm is large anyway (4.1 to 4.7), more for the five others (5.3
to 10.2), most for those of Dvoretzky, Kiefer and Wolfowitz.  Other accuracies have other factors:
what the last look may spend falls with the number of looks, so for ``dkw`` the factor grows, to
10.85 at :math:`\varepsilon = 10^{-4}` and 11.80 at :math:`10^{-6}`,
while for ``relative-vc`` it falls to 3.994.
"""

from collections.abc import Callable, Iterable
from fractions import Fraction
from functools import cache
from itertools import product
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.bounds._schedule import share
from altheory.bounds._uniform import Theorem, covering
from altheory.hypotheses.thresholds import Thresholds
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.a2_price import a2_enough, a2_fall_back

# From the name of a theorem and epsilon to the range of the factor.
Factor: TypeAlias = Callable[[str, Fraction], tuple[Fraction, Fraction]]

DELTA, CLASS = Fraction(1, 20), Thresholds()
EPSILONS = (Fraction(1, 10), Fraction(1, 100), Fraction(1, 1000))
GROWTH = frozenset(
    {
        "relative-vc",
        "vc",
        "vc-anthony-bartlett",
        "vc-devroye",
        "vc-rademacher",
        "vc-vapnik",
    }
)
FINE = Fraction(1, 10**6)
FINER = (("dkw", Fraction(1, 10**4)), ("dkw", FINE), ("relative-vc", FINE))


def between(low: str, high: str) -> tuple[Fraction, Fraction]:
    """Return a range of decimals."""
    return Fraction(low), Fraction(high)


def by_group(name: str, epsilon: Fraction) -> tuple[Fraction, Fraction]:
    """Return the range of the group at the three accuracies, and of single theorems beyond."""
    if epsilon in EPSILONS:
        return between("4.1", "4.7") if name in GROWTH else between("5.3", "10.2")
    if name in GROWTH:
        return between("3.99", "4")
    return between("11.8", "11.9") if epsilon == FINE else between("10.8", "10.9")


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


@cache
def ratio(name: str, epsilon: Fraction) -> Fraction:
    """Return the most labels of A2 over those of one look."""
    bound = uniform(name, CLASS)
    enough = a2_enough(epsilon, lambda n, *look: bound.width(n, DELTA * share("looks", *look)))
    return Fraction(a2_fall_back(enough), one_look(bound, epsilon))


def compared(factor: Factor, cases: Iterable[tuple[str, Fraction]]) -> Finding:
    """Compute both sample sizes for theorems at accuracies."""
    found = []
    for name, epsilon in cases:
        computed, (low, high) = ratio(name, epsilon), factor(name, epsilon)
        found.append(computed)
        if not low < computed < high:
            where = f"{name}, epsilon = {epsilon}"
            claimed = f"{float(low):g} to {float(high):g}"
            return fails(where, claimed=claimed, computed=f"{float(computed):.4g}")
    least, most = (f"{float(x):.4g}" for x in (min(found), max(found)))
    return holds(f"{len(found)} situations", computed=f"{least} to {most}")


def every_bound(factor: Factor, rng: np.random.Generator) -> Finding:
    """Take every theorem about thresholds at three accuracies."""
    del rng
    return compared(factor, product(covering(CLASS), EPSILONS))


def finer(factor: Factor, rng: np.random.Generator) -> Finding:
    """Take two theorems at higher accuracies, where there are more looks."""
    del rng
    return compared(factor, FINER)


CLAIM: Claim[Factor] = Claim(
    key="audit/fall-back/same-bound",
    title="A2 at an error of 10 to 0.1 %: 4.1 to 10.2 times the labels of one look, delta = 1/20",
    statement=(
        r"\frac{3N - 2}{\min\{n : w(n, \delta) \le \varepsilon\}} \in (4.1, 4.7) \text{ for six"
        r" theorems with growth functions}, \in (5.3, 10.2) \text{ for five others} \quad (\delta ="
        r" \tfrac1{20},\ \varepsilon = \tfrac1{10}, \tfrac1{100}, \tfrac1{1000},\ \text{thresholds;"
        r" beyond: dkw } \in (10.8, 10.9) \text{ at } 10^{-4}, (11.8, 11.9) \text{ at } 10^{-6};"
        r" \text{ relative-vc } \in (3.99, 4) \text{ at } 10^{-6})"
    ),
    plain=(
        "On thresholds, at delta = 1/20 and an error of 1/10, 1/100 or 1/1000, no run of A2 takes "
        "more than 10.2 times the labels that the same bound takes in the worst case at one look, "
        "and 4.7 times with bounds by growth functions.  It grows with the number of looks: with "
        "dkw it is 10.85 times at 1/10^4 and 11.8 times at 1/10^6."
    ),
    relation="order",
    does_not_say=(
        "anything of other accuracies or another delta; nor of a passive learner with a better "
        "bound, or on labels that are easier than the worst, whom A2 may exceed without limit"
    ),
    source=Source(
        "balcan2009agnostic",
        match="related",
        difference="commonly stated as twice a sample size at a smaller delta; computed here",
    ),
    expected=Verdict.PROVED,
    formula=by_group,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            every_bound,
            scope="eleven theorems, three accuracies, delta = 1/20",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            finer,
            scope="dkw at 1/10^4 and 1/10^6, relative-vc at 1/10^6, delta = 1/20",
            tier="normal",
        ),
    ),
    controls={
        "four times": lambda *_: between("0", "4"),
        "nine times": lambda *_: between("3.9", "9"),
        "10.3 times at every accuracy": lambda *_: between("3.9", "10.3"),
        "five times at least": lambda *_: between("5", "12"),
    },
    uses=("a2/fall-back",),
)

r"""With the literal counter, 15 runs of A2 on a threshold have means of 364, 824, 1464 labels.

The class are the 4,097 cuts of 4,096 equal cells, the target is the cut after 1,500 of
them, labels are without noise, :math:`\delta = 1/10`, and the look number k of round r spends
:math:`\delta / (a (a + 1))` with :math:`a = 2 k + r + 1`.  For :math:`\varepsilon = 1/10, 1/100,
1/1000` the numbers

.. math:: 364, \; 824, \; 1464 \quad\text{and}\quad 1093, \; 3643, \; 6412,

with exact binomial bounds and with Hoeffding's radius, come from means of 15 runs without
their fractions (1464.07 is 14 runs of 1456 labels and one of 1577).  They lie within the
sampling error of such means: the mean M of 15 independent runs has

.. math:: P(M \ge \ell) \ge \tfrac1{20}, \qquad P(M < \ell + 1) \ge \tfrac1{20} .

No tolerance is chosen: 1/20 on each side makes the range from the 5 % to the 95 % point.
(In 500 runs that give each look one number the means were 757, 3550 and 5854 in place of
824, 3643 and 6412.)
"""

from collections.abc import Iterator
from fractions import Fraction

import numpy as np

from altheory.bounds import uniform
from altheory.learners._look import Judge
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding
from altheory.ledger.statistics import compare_probability
from proofs_checks._a2_thresholds import labels
from proofs_checks._identities import chain
from proofs_checks.a2_thresholds_labels import (
    BINOMIAL,
    DELTA,
    EPSILONS,
    HOEFFDING,
    ROW,
    Labels,
    typical,
)

# With 380 means, one that never lies on a side is refuted: e > 10^7 against 1/20.
RUNS, MEANS = 15, 380
SELDOM, ALPHA = Fraction(1, 20), Fraction(1, 10**7)
NUMBERED = Fraction(5854)  # the mean of 500 runs that give each look one number


def one_by_one(formula: Labels, rng: np.random.Generator) -> Iterator[Finding]:
    """Count the means of 15 runs below each number, and those beyond."""
    for name in (BINOMIAL, HOEFFDING):
        bound = uniform(name, ROW.cuts)
        for epsilon in EPSILONS:
            judge = Judge(bound=bound, epsilon=epsilon, delta=DELTA, spending="literal")
            sums = labels(rng, ROW, judge, RUNS * MEANS).reshape(MEANS, RUNS).sum(axis=1)
            claimed = formula(name, epsilon)
            below = int((sums < RUNS * claimed).sum())
            beyond = int((sums >= RUNS * (claimed + 1)).sum())
            yield compare_probability(below, MEANS, 1 - SELDOM, ALPHA)
            yield compare_probability(beyond, MEANS, 1 - SELDOM, ALPHA)


def simulated(formula: Labels, rng: np.random.Generator) -> Finding:
    """Take 380 means of 15 runs in each of six situations."""
    return chain(one_by_one(formula, rng), f"{MEANS} means of {RUNS} runs in six situations")


CLAIM: Claim[Labels] = Claim(
    key="a2/thresholds/literal-counter",
    title="A2 with the literal counter: 364, 824, 1464 labels as means of 15 runs",
    statement=(
        r"P(M \ge \ell) \ge \tfrac1{20}, \ P(M < \ell + 1) \ge \tfrac1{20}, \quad M \text{ the mean"
        r" of 15 runs}, \ \ell = 364, 824, 1464 \text{ (exact binomial)}, 1093, 3643, 6412"
        r" \text{ (Hoeffding)}, \quad \varepsilon = .1, .01, .001, \ \delta = \tfrac1{10}, \ a = 2k"
        r" + r + 1"
    ),
    plain=(
        "On 4,097 thresholds without noise, with a counter that advances once a round and twice a "
        "look, six known label counts of A2 lie between the 5 % and the 95 % point of the means "
        "of 15 runs."
    ),
    relation="order",
    assumptions=frozenset({"realizable", "fixed target", "finite domain", "independent instances"}),
    does_not_say=(
        "that the known counts are exact means: those of 15 runs vary, at 1/1000 with Hoeffding's "
        "radius by about 70 labels"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.SUPPORTED,
    formula=typical,
    checks=(
        Check(
            Method.STATISTICAL,
            simulated,
            scope="380 means of 15 runs in each of six situations",
            tier="normal",
            alpha=1.2e-6,
            power=0.99,
            discrepancy="a number that fewer than one mean in 10,000 reaches, or falls to",
        ),
    ),
    controls={
        "a tenth more": lambda name, epsilon: typical(name, epsilon) * 11 / 10,
        "a tenth less": lambda name, epsilon: typical(name, epsilon) * 9 / 10,
        "at 1/1000 as if a look had one number": lambda name, epsilon: (
            NUMBERED if (name, epsilon) == (HOEFFDING, EPSILONS[-1]) else typical(name, epsilon)
        ),
    },
)

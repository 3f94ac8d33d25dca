r"""Lecture notes: A2 is "never worse than passive learning", between two hypotheses.

A class of two opposite hypotheses, and labels that are +1 with probability 11/20: one
errs by .45 and the other by .55.  The majority of 269 labels, which is passive learning
by the fewest errors, finds the better one with probability .95.  A2 for
:math:`\varepsilon = 1/20` and :math:`\delta = 1/20` must be sure at every look,

.. math:: P(\text{labels of A2} > 269) \le \delta \quad\text{(false)},

and goes on after 269 labels with probability above .998, with Hoeffding's radius.
"""

from fractions import Fraction
from math import comb

import numpy as np

from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.theory.two_point import two_point_labels
from proofs_checks._a2_price import (
    SIGNS,
    Promise,
    Situation,
    chance_of_more,
    fall_back,
    radius_program,
)

ODDS, SEEN = (11, 9), 121  # the last look of at most 269 labels
EPSILON = Fraction(1, 20)
PROGRAM = """\
from fractions import Fraction as F
from math import comb, factorial, isqrt

epsilon, delta, promise, hypotheses, p = F(1, 20), F(1, 20), {promise}, 2, F(11, 20)


{radius}


# The majority of so many labels is wrong with probability 5 % at most.
wrong = sum(comb(promise, k) * p**k * (1 - p) ** (promise - k) for k in range(promise // 2 + 1))
assert promise % 2 == 1 and wrong <= F(1, 20)

# A2 looks at n = 1, 4, 13, ... labels.  With k labels +1 it goes on unless Hoeffding's
# radius r keeps the two hypotheses apart, or is short enough.
paths, flips, n, look = {{0: F(1)}}, 0, 0, 0
while 3 * n + 1 <= promise:
    n, look = 3 * n + 1, look + 1
    lo, hi = radius(n, look)
    while flips < n:
        flips += 1
        paths = {{
            k: (1 - p) * paths.get(k, 0) + p * paths.get(k - 1, 0) for k in range(flips + 1)
        }}
    for k in range(n + 1):
        assert ends(n, k, lo) == ends(n, k, hi)  # nothing is in doubt
        if ends(n, k, hi):
            paths[k] = F(0)  # the run ends here
assert sum(paths.values()) > F(998, 1000)
"""


def refutation(situation: Situation, promise: int) -> Counterexample | None:
    """Certify that the majority is right often enough, and follow A2."""
    if promise % 2 == 0 or not SEEN <= promise < 3 * SEEN + 1:
        return None
    plus, minus = ODDS
    wrong = [  # half of the labels at most are +1
        ("*", comb(promise, k), ("^", plus, k), ("^", minus, promise - k))
        for k in range(promise // 2 + 1)
    ]
    certificate = arithmetic(
        ("/", ("+", *wrong), ("^", plus + minus, promise)), "<=", Fraction(1, 20)
    )
    return Counterexample(
        certificate, PROGRAM.format(promise=promise, radius=radius_program(situation, 5))
    )


def compared(formula: Promise, name: str) -> Finding:
    """Compute the probability that A2 takes more labels than promised, exactly."""
    situation = Situation(SIGNS, EPSILON, name)
    promise = formula(situation)
    chance = chance_of_more(situation, promise, ODDS)
    shown = {"claimed": f"<= {situation.delta}", "computed": f"{float(chance):.6g}"}
    where = f"{name}: more than {promise} labels with that probability"
    if chance > situation.delta:
        return fails(where, **shown, counterexample=refutation(situation, promise))
    return holds(where, **shown)


def by_hoeffding(formula: Promise, rng: np.random.Generator) -> Finding:
    """Weigh the sequences of labels that A2 follows with Hoeffding's radius."""
    del rng
    return compared(formula, "hoeffding")


def by_exact_binomial(formula: Promise, rng: np.random.Generator) -> Finding:
    """Weigh those that it follows with exact binomial bounds."""
    del rng
    return compared(formula, "clopper-pearson")


def majority(situation: Situation) -> int:
    """Return the labels with which the majority errs with probability delta at most: 269.

    The hypotheses differ everywhere, by an error of 1/10.
    """
    return two_point_labels(Fraction(9, 20), Fraction(1, 10), situation.delta)


CLAIM: Claim[Promise] = Claim(
    key="lectures/a2-never-worse-than-a-majority",
    title="A2 is never worse than a majority",
    statement=r"P(\text{labels of A2} > 269) \le \tfrac1{20}",
    plain=(
        "Where a majority of 269 labels finds the better of two hypotheses 95 times in 100, A2 "
        "does not take more: false, it nearly always does."
    ),
    relation="counterexample",
    assumptions=frozenset({"independent label flips", "finite domain", "independent instances"}),
    does_not_say=(
        "that a majority knows when it is right: 269 labels are enough because the gap is 1/10, "
        "which A2 is not told"
    ),
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, guarantees of A2",
        match="related",
        difference="the notes do not say how passive learning is measured; here, by what it needs",
    ),
    expected=Verdict.REFUTED,
    formula=majority,
    checks=(
        Check(Method.EXHAUSTIVE, by_hoeffding, scope="all sequences of labels"),
        Check(Method.EXHAUSTIVE, by_exact_binomial, scope="all sequences of labels", tier="normal"),
    ),
    controls={
        "as many again": lambda of: 2 * majority(of) - 1,
        "up to a fifth more": lambda of: majority(of) * 6 // 5,
    },
    corrected=(fall_back, "a2/fall-back"),
    uses=("lower/two-point/labels",),
)

r"""Lecture notes: A2 is "never worse than passive learning", on thresholds without noise.

Passive learning takes 36 labels: with :math:`2 (1 - \varepsilon)^{36} \le \delta` for
:math:`\varepsilon = 1/10` and :math:`\delta = 1/20` every threshold that agrees with them is good
enough.  A2 with the Vapnik-Chervonenkis bound of Anthony and Bartlett,

.. math:: r(n) = \sqrt{\tfrac8n \ln \tfrac{4 (2n + 1)}{\delta_k}},

can neither stop nor drop anybody at 1, 4, ..., 364 labels, as r > 1/2 there.  So on *every* path it
takes 1093 labels or more, 30 times as many.  (It takes about 19,700 on average, and one look with
that bound takes 11,544.)
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import TypeAlias

import numpy as np

from altheory.bounds import uniform
from altheory.bounds._schedule import share
from altheory.certificate import arithmetic
from altheory.hypotheses.thresholds import Thresholds
from altheory.learners._look import Judge, due_after
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from altheory.theory.a2_price import a2_enough, a2_fall_back

Promise: TypeAlias = Callable[[Fraction, Fraction], int]

EPSILON, DELTA, LAST, LOOK = Fraction(1, 10), Fraction(1, 20), 364, 6
BOUND = uniform("vc-anthony-bartlett", Thresholds())
E = Fraction(2719, 1000)  # above e
PROGRAM = """\
from fractions import Fraction as F

epsilon, delta, promise = F(1, 10), F(1, 20), {promise}
above_e = F(2719, 1000)
n = look = 0
while n <= promise:
    n, look = 3 * n + 1, look + 1
    odds = 4 * (2 * n + 1) * look * (look + 1) / delta
    assert odds**32 > above_e**n  # r^2 = 8 ln(odds) / n is above 1/4
    # so nobody is dropped: k/n - r < 1/2 < r <= U; and U - L >= 1/2 > epsilon: it goes on
assert n > promise
assert 2 * (1 - epsilon) ** promise <= delta  # so many labels are enough for passive learning
"""


def consistent(epsilon: Fraction, delta: Fraction) -> int:
    """Return the least n with 2 (1 - epsilon)^n <= delta."""
    n, chance = 0, Fraction(2)
    while chance > delta:
        n, chance = n + 1, chance * (1 - epsilon)
    return n


def fall_back(epsilon: Fraction, delta: Fraction) -> int:
    """Return 3N - 2 for the bound of A2."""
    enough = a2_enough(epsilon, lambda n, *look: BOUND.width(n, delta * share("looks", *look)))
    return a2_fall_back(enough)


def least_labels() -> int:
    """Return the labels at the first look that may stop or drop somebody."""
    judge = Judge(bound=BOUND, epsilon=EPSILON, delta=DELTA)
    number, n = 1, 1
    while True:
        whole = Fraction(1)
        look = judge.look(
            number=number, in_round=1, n=n, fewest=0, before=whole, after=lambda _: Fraction(1)
        )
        # at 0 errors the bounds are as narrow as they get, and most others are dropped
        if look.verdict == "stop" or look.most < n:
            return n
        number, n = number + 1, due_after(n)


def every_path(promise: Promise, rng: np.random.Generator) -> Finding:
    """Find the first look at which any run may stop or end its round."""
    del rng
    claimed, computed = promise(EPSILON, DELTA), least_labels()
    said = {"claimed": f"<= {claimed}", "computed": f">= {computed}"}
    if computed <= claimed:
        return holds("every path", **said)
    spent = DELTA / (LOOK * (LOOK + 1))
    odds = ("^", ("/", 4 * (2 * LAST + 1), spent), 32)
    python = PROGRAM.format(promise=claimed)
    found = Counterexample(arithmetic(odds, ">", ("^", E, LAST)), python)
    enough = 2 * (1 - EPSILON) ** claimed <= DELTA
    return fails("every path", **said, counterexample=found if enough else None)


CLAIM: Claim[Promise] = Claim(
    key="lectures/a2-never-worse-on-thresholds",
    title="A2 is never worse than passive learning on thresholds",
    statement=(
        r"\text{labels of A2} \le \min\{n : 2 (1 - \varepsilon)^n \le \delta\} = 36, \quad"
        r" \varepsilon = \tfrac1{10},\ \delta = \tfrac1{20}"
    ),
    plain=(
        "Without noise A2 finds a threshold with no more labels than passive learning: false, 1093 "
        "or more on every path against 36, with a Vapnik-Chervonenkis bound."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable"}),
    does_not_say=(
        "that the 36 labels are safe under noise, or that A2 takes so many with better bounds: "
        "with leave-one-out tails it takes some 240"
    ),
    source=Source(
        "lecturenotes",
        locator="Disagreement-Based Active Learning, guarantees of A2",
        match="related",
        difference="the notes do not say by which bound; here, the classical one",
    ),
    expected=Verdict.REFUTED,
    formula=consistent,
    checks=(
        Check(Method.EXHAUSTIVE, every_path, scope="epsilon = 1/10, delta = 1/20, every path"),
    ),
    controls={
        "ten times as many": lambda epsilon, delta: 10 * consistent(epsilon, delta),
        "ln(1/delta)/epsilon": lambda epsilon, _delta: ceil(3 / epsilon),
        "as many again": lambda epsilon, delta: 2 * consistent(epsilon, delta),
    },
    corrected=(fall_back, "a2/fall-back"),
    uses=("thresholds/passive/sample-size/two-over-delta",),
)

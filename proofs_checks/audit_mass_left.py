r"""A2 with the mass of the survivors in its stopping rule returns too bad a hypothesis.

The width of the bounds was paid for on the region in which labels were drawn.  An
implementation that multiplies it with the mass :math:`m'` on which the *survivors* disagree,

.. math:: P(\mathrm{DIS}(H')) \, (\min_h U(h) - \min_h L(h)) \le \varepsilon \quad\text{(false)},

stops as soon as all that is left lies where it has hardly looked.  Two points have mass
:math:`1 - m` and :math:`m = 1/1000`, the hypotheses are ++, -+ and --, labels have no noise and are
-1 at the first point; :math:`\varepsilon = \frac34 m`, :math:`\delta = 1/20`.  At 40 labels
Hoeffding's radius is .3119, so that ++ is dropped and the others disagree on m:

.. math:: m \, (U - L) = .3119 \, m \le \varepsilon .

The run stops, has no label of the second point with probability :math:`(1 - m)^{40} = .9608`,
and returns either of the two; under one of two laws it errs by :math:`m > \varepsilon`.
The honest rule goes on to a second round of 13 labels at the second point.
"""

from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.bounds._uniform import Uniform
from altheory.bounds.hoeffding import uniform as by_range
from altheory.certificate import arithmetic
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._audit import HONEST, Case, outcome, sampled, shown

# From the mass sampled and the mass left to what the width is multiplied with.
Weight: TypeAlias = Callable[[Fraction, Fraction], Fraction]

SMALL, DELTA, LOOK = Fraction(1, 1000), Fraction(1, 20), 40
BOUND: Uniform = by_range(FiniteClass(2, ["++", "-+", "--"]))
PROGRAM = """\
from fractions import Fraction as F

m, delta, hypotheses = F(1, 1000), F(1, 20), 3
epsilon = 3 * m / 4
below_e, above_e = F(2718, 1000), F(2719, 1000)

# On the paths whose first 40 labels are at the first point, -+ and -- make no error and ++
# makes n of n.  Hoeffding's radius at look k, of n labels: r^2 = ln(2 * 3 k (k + 1) / delta) / 2n
odds = {{n: 2 * hypotheses * k * (k + 1) / delta for k, n in enumerate((1, 4, 13, 40), 1)}}
for n in (1, 4, 13):  # r > 1/2, so that nobody is dropped: then ++ has L = 1 - r < U = r
    assert odds[n] ** 2 > above_e**n
    # and r > 1/2 > epsilon: the run goes on
assert odds[40] ** 2 < below_e**40  # r < 1/2, so that ++ is dropped
# it stops by the mass left times {factor}, as r <= 1/2
assert {factor} * m * F(1, 2) <= epsilon
# -+ or --, whichever it returns, is wrong at the second point under one of two laws
assert m > epsilon and (1 - m) ** 40 > delta
"""


def left_only(before: Fraction, left: Fraction) -> Fraction:
    """Return the mass on which survivors disagree."""
    del before
    return left


def refutation(weight: Weight) -> Counterexample | None:
    """Certify the chance that the second point has no label, if the run stops by half a width."""
    factor = weight(Fraction(1), SMALL) / SMALL
    if factor > Fraction(3, 2):
        return None
    none = arithmetic(("^", ("-", 1, "m"), LOOK), ">", DELTA, {"m": SMALL})
    return Counterexample(none, PROGRAM.format(factor=f'F("{factor}")'))


def two_laws(weight: Weight, rng: np.random.Generator) -> Finding:
    """Follow every run under both labels of the second point, to 364 labels a round."""
    del rng
    chances = []
    for p in (Fraction(0), Fraction(1)):
        case = Case(
            members=(3, 2, 0),
            masses=(1 - SMALL, SMALL),
            chances=(Fraction(0), p),
            bound=BOUND,
            epsilon=3 * SMALL / 4,
            delta=DELTA,
            most=400,
        )
        chances.append(outcome(replace(HONEST, weigh=weight), case).failure)
    worse = max(chances)
    said = {"claimed": f"<= {DELTA}", "computed": shown(worse)}
    where = "the worse of two laws"
    if worse <= DELTA:
        return holds(where, **said)
    return fails(where, **said, counterexample=refutation(weight))


CLAIM: Claim[Weight] = Claim(
    key="audit/stopping/mass-left",
    title="A2 may stop by the mass on which survivors disagree",
    statement=(
        r"P(\text{the output errs by more than } \varepsilon \text{ too much}) \le \delta"
        r" \text{ if A2 stops once } P(\mathrm{DIS}(H')) (\min U - \min L) \le \varepsilon"
    ),
    plain=(
        "A2 stays correct if the width is multiplied with the mass of the shrunken region: false, "
        "on two points it fails with probability .96 in place of .05."
    ),
    relation="counterexample",
    assumptions=frozenset({"realizable", "finite domain", "independent instances"}),
    does_not_say=(
        "that such an implementation fails under most laws: here one point has nearly all mass; "
        "of thresholds under laws without atoms no failure is known"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=left_only,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            two_laws,
            scope="two points, two laws without noise: every run to 364 labels a round",
            tier="normal",
        ),
    ),
    controls={
        "twice the mass left": lambda _, left: 2 * left,
        "half of it": lambda _, left: left / 2,
        "the square of the mass left": lambda _, left: left**2,
    },
    corrected=(sampled, "a2/stopping-rule"),
    uses=("a2/stopping-rule",),
)

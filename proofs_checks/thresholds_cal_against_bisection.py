r"""CAL pays 39 % more labels than bisection for the same accuracy on thresholds.

A label gains CAL half a nat of the version space on average, so it takes 2 labels a
nat of :math:`\ln(1/\varepsilon)`; bisection gains :math:`\ln 2` and takes
:math:`1/\ln 2 = 1.4427`.  The ratio is

.. math:: 2 \ln 2 = 1.3863 .
"""

from fractions import Fraction

import numpy as np

from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds
from altheory.numeric.enclosure import Enclosure
from altheory.theory.batch import batch_gain_per_label, bisection_gain_per_label
from altheory.theory.thresholds_cal_width import cal_expected_queries_to_width


def gains(formula: Fraction, rng: np.random.Generator) -> Finding:
    """Divide the gains a label, and ask whether the quotient rounds to the formula."""
    del rng
    ratio = bisection_gain_per_label() / batch_gain_per_label(1).enclosure
    return judged(formula, ratio, "nats a label")


def labels_for_a_thousand_bits(formula: Fraction, rng: np.random.Generator) -> Finding:
    """Divide the labels themselves, to the width 2^-1000, where the first hardly counts."""
    del rng
    labels = cal_expected_queries_to_width(Fraction(1, 2**1000)).enclosure - 1
    return judged(formula, labels / 1000, "labels to the width 2^-1000, without the first")


def judged(formula: Fraction, ratio: Enclosure, evidence: str) -> Finding:
    """Decide whether the ratio lies within half a percent of the formula."""
    half = Fraction(1, 200)
    outcome = holds if formula - half < ratio.lo and ratio.hi < formula + half else fails
    return outcome(evidence, claimed=float(formula), computed=ratio)


CLAIM: Claim[Fraction] = Claim(
    key="thresholds/cal/against-bisection",
    title="CAL against bisection, labels a nat",
    statement=r"\frac{2}{1/\ln 2} = 2 \ln 2 \approx 1.39",
    plain="Taking questions as they come costs 39 percent more labels than choosing them.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="that CAL is worse in every respect: it needs no made-up instances",
    source=Source("cohn1994improving", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=Fraction(139, 100),
    checks=(
        Check(Method.ENCLOSURE, gains, scope="the mean gain of one label"),
        Check(Method.ENCLOSURE, labels_for_a_thousand_bits, scope="epsilon = 2^-1000"),
    ),
    controls={
        "44 percent, the reciprocal in bits": Fraction(144, 100),
        "twice as many": Fraction(2),
        "no price": Fraction(1),
    },
    uses=("thresholds/cal/batch-price", "thresholds/cal/to-width/uniform-target"),
)

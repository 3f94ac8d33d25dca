r"""What the finite class lemma loses on thresholds: a factor that grows.

Of :math:`n` instances thresholds cut off :math:`n + 1` sets.  The lemma that the mean of
the largest of :math:`N` sums of signs of :math:`n` terms is at most
:math:`\sqrt{2 n \ln N}` gives

.. math:: \sqrt{\frac{2 \ln(n + 1)}{n}} = L_n \, \mathfrak R_n,

for the indicators, and half of it if the vectors are first centered to have entries
:math:`\pm 1/2`.  The exact average is of the order :math:`\sqrt{2 / \pi n}`, so
:math:`L_n` grows like :math:`\sqrt{\pi \ln n}`.
"""

from collections.abc import Mapping
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks.bounds_rademacher_thresholds import spitzer

# The factor for each n, in units of 1/100, rounded down.
Loss: TypeAlias = Mapping[int, int]

LOSSES: Loss = {10: 332, 100: 405, 1000: 475}


def lemma(n: int) -> Enclosure:
    """Enclose what the lemma gives."""
    return (Enclosure.exactly(n + 1).log() * 2 / n).sqrt()


def factors(losses: Loss, rng: np.random.Generator) -> Finding:
    """Divide by the exact average."""
    del rng
    for n, hundredths in losses.items():
        factor = lemma(n) / spitzer(n)
        low = Fraction(hundredths, 100)
        if not (low <= factor.lo and factor.hi < low + Fraction(1, 100)):
            return fails(f"n={n}", claimed=f"{float(low):.2f}...", computed=f"{float(factor):.4f}")
    n = max(losses)
    return holds(
        f"n in {tuple(losses)}: the exact average and the lemma; shown: n={n}",
        claimed=f"{float(lemma(n)):.5f}",
        computed=f"{float(spitzer(n)):.5f}",
    )


CLAIM: Claim[Loss] = Claim(
    key="bounds/rademacher/finite-class-lemma",
    title="What the finite class lemma loses on thresholds",
    statement=(
        r"3.32 \le L_{10} < 3.33,\quad 4.05 \le L_{100} < 4.06,\quad 4.75 \le L_{1000} < 4.76, "
        r"\qquad L_n = \sqrt{2 \ln(n+1)/n} \, / \, \mathfrak R_n"
    ),
    plain=(
        "For thresholds on 10, 100 and 1000 instances the finite class lemma exceeds the exact "
        "Rademacher average 3.32, 4.05 and 4.75 times."
    ),
    relation="exact",
    assumptions=frozenset({"fair coin labels", "continuous law"}),
    does_not_say="that the lemma is false, or loose for hypotheses that have little in common",
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=LOSSES,
    checks=(Check(Method.ENCLOSURE, factors, scope="n in {10, 100, 1000}, exact averages"),),
    controls={
        "after centering": {10: 166, 100: 202, 1000: 237},
        "the same factor for every n": dict.fromkeys(LOSSES, 405),
        "n labelings in place of n + 1": {10: 325, 100: 404, 1000: 475},
    },
    uses=("bounds/rademacher/thresholds",),
)

r"""Between which dimensions margin-based learning becomes cheaper than CAL.

The tenth round halves the distance to the target from :math:`2^{-10}`.  It needs as many
labels as make :math:`P(\mathrm{Bin}(m, \varepsilon) \le d - 2)` at most its share
:math:`\delta/110` of :math:`\delta = .05`, where :math:`\varepsilon` is the error that its band
tolerates, close to .096 in high dimension.  To halve the mass of its disagreement region CAL
needs :math:`c_d \ln 2` labels in the limit, of the order :math:`d^{3/2}`.
"""

from collections.abc import Mapping
from fractions import Fraction
from math import comb
from types import MappingProxyType
from typing import NamedTuple

import numpy as np

from altheory.bounds._support import least_sample
from altheory.learners._margin_sphere import best_band
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._sphere_balls import constant

RADIUS, SHARE = Fraction(1, 2**10), Fraction(1, 20) / 110


class Price(NamedTuple):
    """The labels of the tenth round by dimension, and the first of them where CAL pays more."""

    labels: Mapping[int, int]
    first: int


def tail_at_most(k: int, m: int, error: Fraction) -> bool:
    """Decide whether P(Bin(m, error) <= k) is at most the share, in integers."""
    p, q = error.numerator, error.denominator
    total: int = sum(comb(m, i) * p**i * (q - p) ** (m - i) for i in range(k + 1))
    whole: int = q**m
    return total * SHARE.denominator <= SHARE.numerator * whole


def tenth_round(formula: Price, rng: np.random.Generator) -> Finding:
    """Count the labels of the learner, verify the tail, and enclose what CAL pays."""
    del rng
    cheaper = list[int]()
    for d, claimed in formula.labels.items():
        error = best_band(d, RADIUS)[1]
        m = least_sample(d - 1, error, SHARE)
        least = tail_at_most(d - 2, m, error) and not tail_at_most(d - 2, m - 1, error)
        if m != claimed or not least:
            return fails(f"d = {d}, error {float(error):.4g}", claimed=claimed, computed=m)
        if (constant(d) * Enclosure.exactly(2).log()).lo > m:
            cheaper.append(d)
    if cheaper != [d for d in formula.labels if d >= formula.first]:
        return fails("where CAL pays more", claimed=formula.first, computed=cheaper)
    return holds(f"dimensions {', '.join(map(str, formula.labels))}", computed=cheaper[0])


LABELS = MappingProxyType({2: 27, 10: 204, 100: 1382, 170: 2214, 171: 2226, 200: 2564})
PRICE = Price(LABELS, 171)

CLAIM: Claim[Price] = Claim(
    key="margin/labels/against-cal",
    title="Margin-based learning against CAL",
    statement=(
        r"m_{10} = 27, 204, 1382, 2214, 2226, 2564 \text{ for } d = 2, 10, 100, 170, 171, 200;"
        r"\quad m_{10} < c_d \ln 2 \text{ among these iff } d \ge 171, \quad \delta = .05"
    ),
    plain=(
        "With constants that are proved, of the dimensions 2, 10, 100, 170, 171 and 200 "
        "margin-based learning needs fewer labels than CAL to halve its error in the tenth round "
        "in 171 and 200 alone, and in ten it needs seven times as many."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say=(
        "that its error in fact is as large as it promises, anything of dimensions that are not "
        "named, or of other constants"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.ENCLOSED,
    formula=PRICE,
    checks=(Check(Method.ENCLOSURE, tenth_round, scope="six dimensions", tier="normal"),),
    controls={
        "a dimension earlier": PRICE._replace(first=170),
        "from a hundred on": PRICE._replace(first=100),
        "one label fewer": PRICE._replace(labels={d: m - 1 for d, m in LABELS.items()}),
    },
    uses=("sphere/cal/constant", "margin/band/difference-beyond"),
)

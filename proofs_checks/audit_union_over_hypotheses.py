r"""Delta must be divided among hypotheses: where it is not, the best is ruled out.

A bound for one hypothesis, say Hoeffding's, holds for each of them with probability
:math:`1 - \delta`, and for all together only if each gets its part of :math:`\delta`.  Take all
labelings of :math:`m = 10^6` points of equal mass under fair labels, so that all are best; let
:math:`h^*` be -1 everywhere.  If n = 364 labels fall on n different points, some labeling makes no
error, and :math:`h^*` is ruled out by :math:`L(h^*) > U(\hat h)` if it makes more than
:math:`2 r n` errors, r being Hoeffding's radius at the sixth look with
:math:`\delta_6 = \frac1{20 \cdot 42}`:

.. math:: P(\text{ruled out}) \ge \prod_{i < n} \Bigl(1 - \frac im\Bigr)
          P(\mathrm{Bin}(n, \tfrac12) > 2 r n) = .936 .
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb, floor, prod
from typing import TypeAlias

import numpy as np

from altheory.bounds.hoeffding import two_sided_radius
from altheory.certificate import arithmetic
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Counterexample, Finding, fails, holds
from proofs_checks._audit import by_looks, shown

# From the number of points, of which all labelings are hypotheses, to log2 of the number that
# delta is divided by.
Parts: TypeAlias = Callable[[int], int]

POINTS, LABELS, LOOK, DELTA = 10**6, 364, 6, Fraction(1, 20)
PROGRAM = """\
from fractions import Fraction as F
from math import comb, prod

m, n, delta = 10**6, 364, F(1, 20) / (6 * 7)
most = {most}  # errors with which the labeling that is -1 everywhere stays: 2 r n
# Hoeffding's radius at delta / 2^{bits} is below (most + 1) / (2 n): r^2 = ln(2 / part) / (2 n)
assert 16 * (most + 1) ** 2 >= {whole} * 2 * n
assert F(2718, 1000) ** {whole} > (2 * 2**{bits} / delta) ** 16  # 2.718 < e
apart = prod(F(m - i, m) for i in range(n))  # then some labeling makes no error
assert apart * F(sum(comb(n, k) for k in range(most + 1, n + 1)), 2**n) > F(1, 20)
"""


def nobody(points: int) -> int:
    """Return log2 of 1: each hypothesis gets all of delta."""
    del points
    return 0


def everybody(points: int) -> int:
    """Return log2 of the number of labelings."""
    return points


def stays(parts: Parts) -> int:
    """Return the most errors with which a hypothesis stays beside one that makes none."""
    spent = DELTA * by_looks(LOOK) / 2 ** parts(POINTS)
    return min(LABELS, floor(2 * two_sided_radius(LABELS, spent) * LABELS))


def refutation(most: int, bits: int) -> Counterexample:
    """Certify the chance of more errors than stay."""
    whole = 16 * (most + 1) ** 2 // (2 * LABELS)
    beyond = sum(comb(LABELS, k) for k in range(most + 1, LABELS + 1))
    apart = ("*", *(POINTS - i for i in range(LABELS)))
    chance = ("/", ("*", apart, beyond), ("*", ("^", POINTS, LABELS), ("^", 2, LABELS)))
    python = PROGRAM.format(most=most, bits=bits, whole=whole)
    return Counterexample(arithmetic(chance, ">", DELTA), python)


def all_labelings(parts: Parts, rng: np.random.Generator) -> Finding:
    """Bound the chance that a best labeling is ruled out, from below."""
    del rng
    most = stays(parts)
    apart = prod(Fraction(POINTS - i, POINTS) for i in range(LABELS))
    beyond = sum(comb(LABELS, k) for k in range(most + 1, LABELS + 1))
    chance = apart * Fraction(beyond, 2**LABELS)
    said = {"claimed": f"<= {DELTA}", "computed": f">= {shown(chance)}"}
    where = f"ruled out with more than {most} errors of {LABELS}"
    if chance <= DELTA:
        return holds(where, **said)
    found = refutation(most, parts(POINTS)) if parts(POINTS) < 2 else None
    return fails(where, **said, counterexample=found)


CLAIM: Claim[Parts] = Claim(
    key="audit/delta/hypotheses",
    title="Each hypothesis may have all of delta",
    statement=(
        r"P(\exists h : L(h^*) > U(h)) \le \delta \text{ for a best } h^*, \text{ if the bounds of"
        r" each } h \text{ hold with probability } 1 - \delta"
    ),
    plain=(
        "Bounds that hold for each hypothesis with 95 % may be compared with one another: false, "
        "among all labelings of many points a best one is ruled out with probability .93."
    ),
    relation="counterexample",
    assumptions=frozenset({"fair coin labels", "finite domain", "independent instances"}),
    does_not_say="that the union is the best way: a class of small growth needs far less",
    source=Source("altheory", match="derived"),
    expected=Verdict.REFUTED,
    formula=nobody,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            all_labelings,
            scope="all labelings of 10^6 points, 364 fair labels: a sum of binomial tails",
            tier="normal",
        ),
    ),
    controls={
        "as if there were two hypotheses": lambda _: 1,
        "divided by the number of points": lambda points: points.bit_length(),
        "divided by its square": lambda points: 2 * points.bit_length(),
    },
    corrected=(everybody, "bounds/finite-class/union"),
    uses=("bounds/finite-class/union",),
)

r"""The query probability of IWAL solves its equation, falls with the evidence, and has no jump.

At instance k, with :math:`b = C_0 \ln k / (k - 1)`, the probability s belongs to the gap

.. math:: G = \Bigl(\frac{c_1}{\sqrt s} - c_1 + 1\Bigr) \sqrt b
            + \Bigl(\frac{c_2}{s} - c_2 + 1\Bigr) b,

which is :math:`\sqrt b + b` at s = 1.  The formula is put back into this equation in ball
arithmetic.  A quotient written ``/ 2 * E`` for ``/ (2 * E)`` solves another equation and grows with
the gap; every run with it is as unbiased as before.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import pairwise, product
from typing import TypeAlias

import numpy as np

from altheory.learners._query_probability import query_probability
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

F = Fraction
# The probability to ask at a gap, at instance number k, with the constant C0.
Probability: TypeAlias = Callable[[Fraction, int, Fraction], Enclosure]

ONE = Enclosure.exactly(1)
ACCURACY = F(1, 10**30)
FEW = ((10, F(1, 4)),)
MANY = tuple(product((2, 10, 1000, 10**6), (F(1, 100), F(1), F(20))))
# gaps by how far they lie above the threshold, and relative to it
ABOVE = (F(1, 10**9), F(1, 100), F(1, 2), F(3), F(40), F(1000))
C1 = Enclosure.exactly(8).sqrt() + 5


def scale(k: int, c0: Fraction) -> Enclosure:
    """Return b."""
    return Enclosure.exactly(k).log() * c0 / (k - 1)


def threshold(k: int, c0: Fraction) -> Enclosure:
    """Return the gap up to which every label is asked for."""
    b = scale(k, c0)
    return b.sqrt() + b


def explained(s: Enclosure, k: int, c0: Fraction) -> Enclosure:
    """Return the right side of the equation."""
    b = scale(k, c0)
    return (C1 / s.sqrt() - C1 + 1) * b.sqrt() + (5 / s - 4) * b


def faults(probability: Probability, k: int, c0: Fraction) -> Iterator[str]:
    """Yield what is wrong at one instance number."""
    bar = threshold(k, c0)
    gaps = [bar.hi * (1 + u) for u in ABOVE]
    found = [probability(gap, k, c0) for gap in gaps]
    below = [probability(bar.lo * u, k, c0) for u in (F(0), F(1, 2), F(1))]
    if any(s != ONE for s in below):
        yield "not 1 up to the threshold"
    for gap, s in zip(gaps, found, strict=True):
        if s.lo <= 0 or s.hi > 1:
            yield f"gap {float(gap):.4g}: {s} is no probability"
        elif not abs((explained(s, k, c0) - gap).midpoint) <= ACCURACY * (1 + gap):
            yield f"gap {float(gap):.4g}: {s} explains {explained(s, k, c0)}"
    if found[0].lo < 1 - F(1, 10**8):
        yield f"jumps to {found[0]} at the threshold"
    if any(after.less_than(before) is not True for before, after in pairwise(found)):
        yield "does not fall"


def solved(probability: Probability, cases: tuple[tuple[int, Fraction], ...]) -> Finding:
    """Try one instance number after the other."""
    for k, c0 in cases:
        for fault in faults(probability, k, c0):
            return fails(f"k = {k}, C0 = {c0}: {fault}")
    several = f"{len(cases)} pairs of k and C0"
    return holds(f"{several}, {len(ABOVE)} gaps from 1e-9 to 1000 times the threshold above it")


def one_instance(probability: Probability, rng: np.random.Generator) -> Finding:
    """Put the solution back at k = 10."""
    del rng
    return solved(probability, FEW)


def many_instances(probability: Probability, rng: np.random.Generator) -> Finding:
    """Put the solution back for k up to a million."""
    del rng
    return solved(probability, MANY)


def variant(
    constant: Enclosure | int = C1, *, minus: int = 1, inverted: bool = False
) -> Probability:
    """Return the closed form with something wrong: a constant, a missing term, a quotient."""

    def probability(gap: Fraction, k: int, c0: Fraction) -> Enclosure:
        b = scale(k, c0)
        root = b.sqrt()
        if threshold(k, c0).less_than(gap) is not True:
            return ONE
        evidence = minus * ((C1 - 1) * root + 4 * b) + gap
        top = constant * root + (constant * constant * b + 20 * b * evidence).sqrt()
        half = top / 2 * evidence if inverted else top / (2 * evidence)
        s = half * half
        return Enclosure(min(s.lo, F(1)), min(s.hi, F(1)))

    return probability


CLAIM: Claim[Probability] = Claim(
    key="iwal/query-probability",
    title="The query probability of IWAL solves its defining equation",
    statement=(
        r"G = \bigl(\tfrac{c_1}{\sqrt s} - c_1 + 1\bigr) \sqrt b + \bigl(\tfrac{c_2}{s} - c_2 + 1"
        r"\bigr) b \iff \sqrt s = \frac{c_1 \sqrt b + \sqrt{c_1^2 b + 4 c_2 b E}}{2 E},\; "
        r"E = G + (c_1 - 1) \sqrt b + (c_2 - 1) b; s \searrow \text{ in } G,\; s \to 1 \text{ if "
        r"} G \to \sqrt b + b: \text{ at 78 grid points, six gaps each for } k \in \{2, 10, 10^3, "
        r"10^6\},\; C_0 \in \{\tfrac1{100}, 1, 20\} \text{ and } k = 10,\; C_0 = \tfrac14"
    ),
    plain=(
        "At 78 grid points, six gaps for each of 13 pairs of k and C0, the closed form solves its "
        "equation to 30 digits and lies in (0, 1]; it falls from gap to gap of a pair, and is 1 up "
        "to 1e-8 just above the threshold and exactly 1 at three points up to it."
    ),
    relation="exact",
    does_not_say=(
        "anything between the grid points; that the constants are the best ones, or how many "
        "labels are asked for; nor can a test of unbiasedness tell whether the probability is this "
        "one"
    ),
    source=Source("beygelzimer2010constraints"),
    expected=Verdict.ENCLOSED,
    formula=query_probability,
    checks=(
        Check(Method.ENCLOSURE, one_instance, scope="k = 10, C0 = 1/4, six gaps"),
        Check(
            Method.ENCLOSURE,
            many_instances,
            scope="k in {2, 10, 1000, 10^6}, C0 in {1/100, 1, 20}, six gaps each",
            tier="normal",
        ),
    ),
    controls={
        "/ 2 * E for / (2 * E)": variant(inverted=True),
        "without 1 - c1 and 1 - c2": variant(minus=0),
        "c1 = 5": variant(5),
        "asks everything": lambda _gap, _k, _c0: ONE,
    },
    uses=("iwal/unbiased",),
)

r"""What an answer is expected to add at another node.

Let k be asked, with the chance p of the answer 1, and let :math:`x = G_{ik} / G_{kk}` and
:math:`h = f_i - \tfrac12`.  The answer moves h to :math:`h + (1 - p) x` or to :math:`h - p x`, and

.. math:: \mathbb E\, |h^+| - |h| = \begin{cases}
          2 (1 - p) (p x - h)^+ & h \ge 0, \\ 2 p\, ((1 - p) x + h)^+ & h < 0. \end{cases}

Nothing is gained unless h changes its sign, and at k itself x = 1 gives min(p, 1 - p).
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, unknown
from proofs_checks._identities import chain, identical
from proofs_checks._label_graphs import Comparison, compared
from proofs_checks._turned_labels import Piece, pieces, valued

Gain: TypeAlias = Callable[[Fraction, Fraction, Fraction], Fraction]  # p, x, h
PARTS = 6
ZERO = Fraction(0)


def one_sided(p: Fraction, x: Fraction, h: Fraction) -> Fraction:
    """Return the gain by the answer that changes the sign."""
    if h >= 0:
        return 2 * (1 - p) * max(ZERO, p * x - h)
    return 2 * p * max(ZERO, (1 - p) * x + h)


def comparisons(gain: Gain) -> Iterator[Comparison]:
    """Compare with the mean over both answers, on a grid."""
    unit = [Fraction(a, PARTS) for a in range(PARTS + 1)]
    for p, x, twice in product(unit, unit, range(-PARTS, PARTS + 1)):
        h = Fraction(twice, 2 * PARTS)
        mean = p * abs(h + (1 - p) * x) + (1 - p) * abs(h - p * x)
        yield f"p = {p}, x = {x}, h = {h}", gain(p, x, h), mean - abs(h)


def on_a_grid(gain: Gain, rng: np.random.Generator) -> Finding:
    """Compare at all multiples of 1/6 and, for h, of 1/12."""
    del rng
    return compared(comparisons(gain))


def piece_by_piece(gain: Gain, rng: np.random.Generator) -> Finding:
    """Compare where no answer turns the node's label, and where one does."""
    del rng
    every = list(pieces())
    steps = (step(gain, one) for step in (at_a_point, everywhere) for one in every)
    return chain(steps, "no answer turns the label, or one does")


def at_a_point(gain: Gain, one: Piece) -> Finding:
    """Compare at one point of a piece."""
    name, *numbers = one
    at = valued(numbers)
    p, x, h, computed = (Fraction(str(number.subs(at))) for number in numbers)
    return compared([(f"{name}: p = {p}, x = {x}, h = {h}", gain(p, x, h), computed)])


def everywhere(gain: Gain, one: Piece) -> Finding:
    """Compare at all points of a piece."""
    name, p, x, h, computed = one
    try:
        claimed: Any = gain(p, x, h)
    except TypeError:  # the sign of a symbol is not known
        return unknown(f"{name}: the formula is not of one form here")
    return identical(claimed, computed, valued((p, x, h)), name)


CLAIM: Claim[Gain] = Claim(
    key="graphs/look-ahead/gain",
    title="What an answer is expected to add at another node",
    statement=(
        r"p\, |h + (1 - p) x| + (1 - p)\, |h - p x| - |h| = 2 (1 - p) (p x - h)^+ \ (h \ge 0),"
        r"\ 2 p\, ((1 - p) x + h)^+ \ (h < 0), \quad 0 \le p \le 1,\ x \ge 0"
    ),
    plain=(
        "An answer is expected to add to the confidence in a node only if it may turn that node's "
        "likelier label; by algebra for all p, x and h, and on a grid."
    ),
    relation="identity",
    does_not_say="the same for three classes or more, where the lead over each rival counts",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_sided,
    checks=(
        Check(Method.EXHAUSTIVE, on_a_grid, scope="p, x: multiples of 1/6 up to 1; h: of 1/12"),
        Check(
            Method.SYMBOLIC, piece_by_piece, scope="all p in [0, 1], x >= 0 and h", tier="normal"
        ),
    ),
    controls={
        "by both answers": lambda p, x, h: one_sided(p, x, h) + one_sided(1 - p, x, -h),
        "without the factor of two": lambda p, x, h: one_sided(p, x, h) / 2,
        "the chances exchanged": lambda p, x, h: one_sided(1 - p, x, h),
    },
    uses=("graphs/look-ahead/rank-one",),
)

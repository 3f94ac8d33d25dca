r"""Separators in three dimensions have stars of any size.

Take n points :math:`x_i = (\cos a_i, \sin a_i, 1)` and :math:`w = (0, 0, 1)`, which labels
all of them +1.  The tilted :math:`w_i = (-t \cos a_i, -t \sin a_i, 1)` has

.. math:: w_i \cdot x_j = 1 - t \cos(a_i - a_j),

so it flips :math:`x_i` alone iff :math:`1 < t < 1/c` for c the largest cosine to another
point; :math:`t = 2/(1 + c)` is such a number whenever :math:`-1 < c < 1`, c = 0 or less
included, where every t > 1 will do.  So the star number is infinite for d >= 3, though it is
2 on the circle, and the disagreement coefficient under the uniform law is finite.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.certificate import star_set
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.half_space import SphereSeparator
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.numeric.directions import primitive

Tilt: TypeAlias = Callable[[Any], Any]
MOST = 12
Direction = tuple[Fraction, Fraction]


def tilt(c: Any) -> Any:
    """Return how far to tilt, from the largest cosine to another point."""
    return 2 / (1 + c)


def circle(n: int) -> list[Direction]:
    """Return n points of the unit circle with rational coordinates."""
    slopes = (Fraction(2 * k - n, n + 1) for k in range(1, n + 1))
    return [((1 - s * s) / (1 + s * s), 2 * s / (1 + s * s)) for s in slopes]


def cosine(a: Direction, b: Direction) -> Fraction:
    """Return the cosine of the angle between two directions."""
    return a[0] * b[0] + a[1] * b[1]


def neighbors(formula: Tilt, n: int) -> Iterator[str]:
    """Go through the labels that the tilted separators give to all points."""
    points = circle(n)
    for a in points:
        t = Fraction(formula(max(cosine(a, b) for b in points if b is not a)))
        tilted = SphereSeparator(primitive((-t * a[0], -t * a[1], 1)))
        yield "".join(_label(tilted, (*b, 1)) for b in points)


def _label(h: SphereSeparator, x: tuple[Any, ...]) -> str:
    return "+" if x in h.positive else "-" if x in h.negative else "0"


def any_points(formula: Tilt, rng: np.random.Generator) -> Finding:
    """Show both inequalities for every cosine between -1 and 1, written as (s - 1)/(s + 1)."""
    del rng
    s = sp.Symbol("s", positive=True)
    c = (s - 1) / (s + 1)
    own, other = sp.cancel(1 - formula(c)), sp.cancel(1 - formula(c) * c)
    signs = (own.is_negative, other.is_positive)
    if signs == (True, True):
        return holds("every finite set of directions", claimed=own, computed=other)
    values = [(own.subs(s, x), other.subs(s, x)) for x in (2, 9)]
    if all(at_own < 0 < at_other for at_own, at_other in values):
        return unknown(f"the signs of {own} and {other}")
    return fails("cosines (s - 1)/(s + 1), s = 2, 9", claimed="-, +", computed=values)


def rational_points(formula: Tilt, rng: np.random.Generator) -> Finding:
    """Ask the real separators for all labels, and let the checker see the star."""
    del rng
    for n in range(3, MOST + 1):
        rows = list(neighbors(formula, n))
        expected = ["+" * i + "-" + "+" * (n - i - 1) for i in range(n)]
        if rows != expected:
            return fails(f"n = {n}", claimed=expected, computed=rows)
        table = FiniteClass(n, ["+" * n, *rows]).table()
        if not accepted(star_set(table, list(range(n)), "+" * n, rows)):
            return fails(f"n = {n}: the checker rejects the star")
    return holds(f"3 <= n <= {MOST}")


CLAIM: Claim[Tilt] = Claim(
    key="sphere/star-number",
    title="Stars of separators in three dimensions",
    statement=(
        r"w_i = (-t_i \cos a_i, -t_i \sin a_i, 1),\ t_i = \frac{2}{1 + c_i}: \quad"
        r" \operatorname{sign} w_i \cdot (\cos a_j, \sin a_j, 1) = 1 - 2 \cdot 1[i = j]"
    ),
    plain="In three dimensions every set of points of a small circle is a star: it has any size.",
    relation="exact",
    does_not_say="that uniform instances form large stars, which they do not",
    source=Source(
        "hanneke2015minimax",
        match="related",
        difference="the star number as defined there; the explicit star is derived here",
    ),
    expected=Verdict.PROVED,
    formula=tilt,
    checks=(
        Check(Method.SYMBOLIC, any_points, scope="all finite sets of directions in the plane"),
        Check(
            Method.CERTIFICATE,
            rational_points,
            scope="3 <= n <= 12, rational points",
            tier="normal",
        ),
    ),
    controls={
        "not tilted far enough": lambda c: (1 + c) / 2,
        "to the point and no further": lambda _: 1,
        "too far": lambda c: 3 / (1 + c),
    },
)

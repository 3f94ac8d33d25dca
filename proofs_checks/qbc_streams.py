r"""Query by committee in a stream of n: binomial coefficients of moments.

The width of the interval after k instances is :math:`W_k`, from 1 on.  An instance is asked
about with probability :math:`W_k/3` and then leaves the share :math:`V` of it, with density
:math:`12 v^2 (1 - v)`.  So the mean of the labels in n more instances is a polynomial
in the width,

.. math:: T_{n+1}(w) = (1 - \tfrac w3)\, T_n(w)
    + \tfrac w3 \int_0^1 12 v^2 (1 - v)\, (1 + T_n(v w))\, dv .

On the circle two directions differ at an instance with probability 1/2 until there is a
label, and then an interval of mass one is left: :math:`q_{n+1} = (q_n + 1 + T_n(1))/2`.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

LONGEST = 40


class Streams(NamedTuple):
    """Mean numbers of labels, of a uniform threshold and of any separator of the circle."""

    line: Fraction
    circle: Fraction


Means: TypeAlias = Callable[[int], Streams]


def moment(j: int) -> Fraction:
    """Return a third of the mean of 1 - V^j."""
    return Fraction(j * (j + 7), 3 * (j + 3) * (j + 4))


def means(n: int) -> Streams:
    """Return both means after n instances."""
    line, circle = Fraction(0), Fraction(0)
    term, other = Fraction(1, 3), Fraction(1, 2)
    for i in range(1, n + 1):
        line, circle = line + comb(n, i) * term, circle + comb(n, i) * other
        term, other = -moment(i) * term, (term - other) / 2
    return Streams(line, circle)


def left(j: int) -> Fraction:
    """Return the mean of V^j, by the density."""
    return 12 * (Fraction(1, j + 3) - Fraction(1, j + 4))


def recursions(formula: Means, rng: np.random.Generator) -> Finding:
    """Compute the polynomials in the width one by one."""
    del rng
    line, circle = [Fraction(0)], Fraction(0)  # the coefficients of the powers of w
    for n in range(LONGEST + 1):
        now = Streams(sum(line, Fraction(0)), circle)
        if formula(n) != now:
            return fails(f"n = {n}", claimed=tuple(formula(n)), computed=tuple(now))
        circle = (circle + 1 + now.line) / 2
        gains = [(left(j) - 1) * c / 3 for j, c in enumerate(line)]
        gains[0] += Fraction(1, 3)
        line = [a + b for a, b in zip([*line, Fraction(0)], [Fraction(0), *gains], strict=True)]
    return holds(f"{LONGEST} instances, both domains")


CLAIM: Claim[Means] = Claim(
    key="qbc/stream",
    title="Query by committee in a stream",
    statement=(
        r"\mathbb E[Q_n] = \tfrac13 \sum_{i=1}^n (-1)^{i-1} \binom ni \prod_{j<i}"
        r" \frac{j(j+7)}{3(j+3)(j+4)}, \quad \mathbb E[Q^\circ_n] = \sum_{i=1}^n \binom ni q_i,"
        r"\ q_1 = \tfrac12,\ 2 q_{i+1} = t_i - q_i, \quad n \le 40"
    ),
    plain=(
        "The mean number of labels of a committee in up to 40 instances, for a uniform threshold"
        " and for any separator of the circle."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "uniform target", "independent instances"}),
    does_not_say="the same of a fixed threshold",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=means,
    checks=(Check(Method.EXHAUSTIVE, recursions, scope="n = 0, ..., 40, both domains"),),
    controls={
        "CAL asks": lambda n: Streams(
            sum((Fraction(2, k + 1) for k in range(1, n + 1)), Fraction(0)), means(n).circle
        ),
        "the circle is a line": lambda n: Streams(means(n).line, means(n).line),
        "no better than one in three": lambda n: Streams(Fraction(n, 3), means(n).circle),
    },
)

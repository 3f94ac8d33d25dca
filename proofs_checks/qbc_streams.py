r"""Query by committee in a stream of n: binomial coefficients of moments.

The width of the interval after k instances is :math:`W_k`, from 1 on.  An instance is asked
about with probability :math:`W_k/3` and then leaves the share :math:`V` of it, with density
:math:`12 v^2 (1 - v)`.  So the mean of the labels in n more instances is a polynomial
in the width,

.. math:: T_{n+1}(w) = (1 - \tfrac w3)\, T_n(w)
    + \tfrac w3 \int_0^1 12 v^2 (1 - v)\, (1 + T_n(v w))\, dv .

On the circle two directions differ at an instance with probability 1/2 until there is a
label, and then an interval of mass one is left: :math:`q_{n+1} = (q_n + 1 + T_n(1))/2`.

For short streams every pattern of asking and not asking is listed, with the chances from a cut
at a uniform share and the two members and the target drawn uniformly.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import comb
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.query_by_committee import qbc_expected_queries, qbc_expected_queries_circle

LONGEST, SHORT = 40, 6


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


def kept(j: int) -> Fraction:
    """Return the mean of V^j if there was a label, from a cut at a uniform share u.

    Members differ with probability 2 u (1 - u); u is left with probability u, else 1 - u.
    """
    asked = 2 * Fraction(1, (j + 3) * (j + 4)) * 2  # u^(j + 2) (1 - u), for either side
    return asked / Fraction(1, 3)


def pattern(asked: tuple[bool, ...]) -> Fraction:
    """Return the chance of a pattern: the mean of a product of W/3 and 1 - W/3."""
    polynomial = [Fraction(1)]  # in the width before the steps that are still to come
    for label in reversed(asked):
        if label:
            polynomial = [Fraction(0), *(c * kept(j) / 3 for j, c in enumerate(polynomial))]
        else:
            shifted = [Fraction(0), *(-c / 3 for c in polynomial)]
            polynomial = [a + b for a, b in zip([*polynomial, Fraction(0)], shifted, strict=True)]
    return sum(polynomial, Fraction(0))


def listed(n: int) -> Streams:
    """Return both means by listing the patterns; on the circle by the time of the first label."""
    line = [
        sum((sum(row) * pattern(row) for row in product((False, True), repeat=k)), Fraction(0))
        for k in range(n + 1)
    ]
    circle = (Fraction(1, 2) ** k * (1 + line[n - k]) for k in range(1, n + 1))
    return Streams(line[n], sum(circle, Fraction(0)))


def patterns(formula: Means, rng: np.random.Generator) -> Finding:
    """List all patterns of short streams."""
    del rng
    for n in range(SHORT + 1):
        if sum(pattern(row) for row in product((False, True), repeat=n)) != 1:
            return fails(f"n = {n}: the chances of the patterns do not add up to 1")
        if formula(n) != listed(n):
            return fails(f"n = {n}", claimed=tuple(formula(n)), computed=tuple(listed(n)))
    return holds(f"all patterns of up to {SHORT} instances, both domains")


def package(formula: Means, rng: np.random.Generator) -> Finding:
    """Compare with what the package returns."""
    del rng
    for n in range(LONGEST + 1):
        computed = (qbc_expected_queries(n).exact, qbc_expected_queries_circle(n).exact)
        if tuple(formula(n)) != computed:
            return fails(f"n = {n}", claimed=tuple(formula(n)), computed=computed)
    return holds(f"n = 0, ..., {LONGEST}, both domains")


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
    checks=(
        Check(Method.EXHAUSTIVE, recursions, scope="n = 0, ..., 40, both domains"),
        Check(
            Method.EXHAUSTIVE,
            patterns,
            scope="all patterns of n <= 6 instances, both domains",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, package, scope="the package, n = 0, ..., 40, both domains"),
    ),
    controls={
        "CAL asks": lambda n: Streams(
            sum((Fraction(2, k + 1) for k in range(1, n + 1)), Fraction(0)), means(n).circle
        ),
        "the circle is a line": lambda n: Streams(means(n).line, means(n).line),
        "no better than one in three": lambda n: Streams(Fraction(n, 3), means(n).circle),
    },
    uses=("qbc/query-chance",),
)

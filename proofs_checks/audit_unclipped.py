r"""A lower bound that is not clipped at 0 costs four times the labels.

Where some hypothesis makes no error, :math:`[L, U] = [0, r]` has the width r of one radius; an
implementation that forgets to clip has :math:`[-r, r]`, and waits until :math:`2r \le \varepsilon`.
With :math:`r = \sqrt{c/n}` and N the least number of labels with :math:`r \le \varepsilon`, the
least number with :math:`2 r \le \varepsilon` is

.. math:: 4N - 3, \; 4N - 2, \; 4N - 1 \text{ or } 4N ,

and looks at 1, 4, 13, ... labels come to it one or two looks after that at n labels which is
enough for N, at 3n + 1 or 9n + 4.  Only these numbers are checked, no run; but who is dropped by
:math:`L(h) > \min U \ge 0` is dropped either way.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import TypeAlias

import numpy as np

from altheory.learners._look import due_after
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure

# From N to the numbers of labels that it may take without the clip.
Cost: TypeAlias = Callable[[int], range]

MOST, PARTS = 100, 12
LOGARITHMS = tuple(Fraction(k) for k in (20, 40, 100, 840, 4000))  # 2 |H| / delta


def about_four(enough: int) -> range:
    """Return 4N - 3, ..., 4N."""
    return range(4 * enough - 3, 4 * enough + 1)


def every_part(cost: Cost, rng: np.random.Generator) -> Finding:
    """Take c / epsilon^2 between N - 1 and N; it matters in which quarter."""
    del rng
    for enough in range(1, MOST + 1):
        found = {ceil(4 * (enough - Fraction(j, PARTS))) for j in range(PARTS)}
        if found != set(cost(enough)):
            claimed = [*cost(enough)]
            return fails(f"N = {enough}", claimed=claimed, computed=sorted(found))
    return holds(f"N <= {MOST}, c / epsilon^2 in twelfths")


def looks(cost: Cost, rng: np.random.Generator) -> Finding:
    """Compare the looks that are enough for N and for what it takes without the clip."""
    del rng
    for enough in range(1, 9841):
        n, later = 1, 1
        while n < enough:
            n = due_after(n)
        for labels in (cost(enough)[0], cost(enough)[-1]):
            later = 1
            while later < labels:
                later = due_after(later)
            if enough > 1 and later not in {3 * n + 1, 9 * n + 4}:
                where = f"N = {enough}, a look at {n}"
                return fails(where, claimed=f"{3 * n + 1} or {9 * n + 4}", computed=later)
    return holds("N <= 9840: one or two looks more")


def by_hoeffding(cost: Cost, rng: np.random.Generator) -> Finding:
    """Find both numbers for Hoeffding's radius, by enclosures of the logarithm."""
    del rng
    for odds in LOGARITHMS:
        c = Enclosure.exactly(odds).log() / 2
        for inverse in (3, 10, 30, 100):
            few, many = ((c * f * inverse**2) for f in (1, 4))
            enough, without = ceil(few.hi), ceil(many.hi)
            if enough != ceil(few.lo) or without not in cost(enough):
                where = f"2 |H| / delta = {odds}, epsilon = 1/{inverse}"
                return fails(where, claimed=[*cost(enough)], computed=without)
    return holds("Hoeffding's radius, 20 situations")


CLAIM: Claim[Cost] = Claim(
    key="audit/width/unclipped",
    title="An interval of two radii in place of one takes four times the labels",
    statement=(
        r"\min\{n : 2\sqrt{c/n} \le \varepsilon\} \in \{4N - 3, \dots, 4N\}, \quad"
        r" N = \min\{n : \sqrt{c/n} \le \varepsilon\} \quad (N \le 100,\ c/\varepsilon^2 \text{ in"
        r" twelfths}; \text{ Hoeffding's radius, } 2|\mathcal H|/\delta = 20, 40, 100, 840, 4000,"
        r"\ \varepsilon = \tfrac13, \tfrac1{10}, \tfrac1{30}, \tfrac1{100})"
    ),
    plain=(
        "Where the best makes no error, an interval that is not clipped at 0 has the width of two "
        "radii, and takes 4N - 3 to 4N labels to be as narrow as one radius with N, for N up to "
        "100; as looks triple, that is one look or two later, for N from 2 to 9840."
    ),
    relation="exact",
    does_not_say=(
        "anything of runs of A2, which are not followed; nor that it costs so much under noise: "
        "where enough labels are wrong L is above 0"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=about_four,
    checks=(
        Check(Method.EXHAUSTIVE, every_part, scope="N <= 100, every quarter between N - 1 and N"),
        Check(
            Method.EXHAUSTIVE,
            by_hoeffding,
            scope="Hoeffding's radius, five levels and four accuracies",
            tier="normal",
        ),
        Check(Method.EXHAUSTIVE, looks, scope="looks for N <= 9840", tier="normal"),
    ),
    controls={
        "twice": lambda n: range(2 * n - 1, 2 * n + 1),
        "the same": lambda n: range(n, n + 1),
        "always 4N": lambda n: range(4 * n, 4 * n + 1),
    },
)

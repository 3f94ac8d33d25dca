r"""Star number and teaching dimensions of half circles.

The :math:`2n` labelings of :math:`n \ge 2` points, no two equal or opposite, form a
cycle: each has two neighbors, which differ from it at one point each.  So

.. math:: \mathfrak s = 2, \qquad TD = XTD = \overline{TD} = 2.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import Any, NamedTuple, TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.star import star_number
from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    teaching_dimension,
)
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._circle_traces import MOST, trace


class Numbers(NamedTuple):
    """The star number and the teaching dimensions: worst, extended, mean."""

    star: int
    worst: int
    extended: int
    average: Any

    def __str__(self) -> str:
        return ", ".join(map(str, self))


Formula: TypeAlias = Callable[[int], Numbers]


def cycle(n: int) -> Numbers:
    """Return the numbers on n points."""
    two = min(n, 2)
    return Numbers(two, two, two, two)


@cache
def searched(n: int) -> Numbers:
    """Return the numbers on n points, by search."""
    of = trace(n)
    return Numbers(
        star_number(of),
        teaching_dimension(of),
        extended_teaching_dimension(of),
        average_teaching_dimension(of),
    )


def largest_stars_and_smallest_sets(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the largest star set and the smallest specifying set of each labeling."""
    del rng
    for n in range(1, MOST + 1):
        if formula(n) != searched(n):
            return fails(f"n={n}", claimed=formula(n), computed=searched(n))
    return holds(f"n <= {MOST}", claimed=formula(MOST), computed=searched(MOST))


def among_all_half_circles(formula: Formula, rng: np.random.Generator) -> Finding:
    """Certify a star of the claimed size among all half circles, on any instances.

    The points lie an eighth of a turn to the left and right of the boundary's ends, so
    turning the center 3/32 of a turn flips one of them; more are said to lie between.
    """
    del rng
    size = formula(MOST).star
    points = [Fraction(3, 16), Fraction(13, 16), *(Fraction(k, 100) for k in range(size - 2))]
    neighbors = [Fraction(29, 32), Fraction(3, 32), *[Fraction(1, 2)] * (size - 2)]
    if not accepted(star_set({"class": "circle"}, points[:size], 0, neighbors[:size])):
        return fails(f"no star of {size} points is shown", claimed=size)
    return holds("a star is accepted", claimed=size, computed=f">= {size}")


CLAIM: Claim[Formula] = Claim(
    key="classes/circle/star-and-teaching",
    title="Star number and teaching dimensions of half circles",
    statement=r"\mathfrak s = TD = XTD = \overline{TD} = 2, \quad 2 \le n \le 6",
    plain="On two to six points two labels teach any half circle, and no star has three points.",
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="the same of half-spaces in three dimensions, whose star number is infinite",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=cycle,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            largest_stars_and_smallest_sets,
            scope="n <= 6 points, all labelings",
        ),
        Check(Method.CERTIFICATE, among_all_half_circles, scope="all half circles: a star of two"),
    ),
    controls={
        "the mean of thresholds": lambda n: cycle(n)._replace(average=2 * n / (n + 1)),
        "one label suffices": lambda n: cycle(n)._replace(worst=1),
        "a star with every point": lambda n: cycle(n)._replace(star=n),
    },
)

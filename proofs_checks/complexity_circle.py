r"""Half-circles: two labels certify, one label more than bisection finds.

On n points of the circle, no two of them equal or opposite, half-circles take 2 n
labelings, and for n >= 2

.. math:: \mathfrak s = TD = XTD = 2, \qquad D = 1 + \lceil \log_2 n \rceil .

The directions are cut into 2 n arcs by the points a quarter turn away.  A label at any
point keeps n arcs in a row, where bisection works.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.restriction import restricted_to
from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_numbers import Numbers, numbers

Formula: TypeAlias = Callable[[int], Numbers]


def one_more_than_bisection(n: int) -> Numbers:
    """Return the numbers of half-circles on n points in general position."""
    few = min(n, 2)
    return Numbers(2 * n, few, few, few, 1 + (n - 1).bit_length())


def scattered(n: int) -> list[Fraction]:
    """Return n points at different distances, no two of them equal or opposite."""
    return [Fraction(k * k + k, 4 * n * n + 1) for k in range(n)]


def searched(formula: Formula, sizes: range) -> Finding:
    """Compare with the arcs of directions, star sets, specifying sets and query trees."""
    for n in sizes:
        evenly = [Fraction(k, 2 * n + 1) for k in range(n)]
        for points in (evenly, scattered(n)):
            computed = numbers(restricted_to(CircleSeparators(), points))
            if formula(n) != computed:
                where = f"points {', '.join(map(str, points))}"
                return fails(where, claimed=formula(n), computed=computed)
    return holds(f"n in {sizes}", claimed=formula(sizes[-1]), computed=formula(sizes[-1]))


def few_points(formula: Formula, rng: np.random.Generator) -> Finding:
    """Search for the numbers on up to five points, in two arrangements."""
    del rng
    return searched(formula, range(1, 6))


def eight_points(formula: Formula, rng: np.random.Generator) -> Finding:
    """Search for the numbers on six to eight points, in two arrangements."""
    del rng
    return searched(formula, range(6, 9))


def on_the_circle(formula: Formula, rng: np.random.Generator) -> Finding:
    """Certify a star of the claimed size among all half-circles.

    The points lie an eighth of a turn to the left and right of the boundary's ends, so
    turning the center 3/32 of a turn flips one of them; more are said to lie between.
    """
    del rng
    size = formula(8).star
    points = [Fraction(3, 16), Fraction(13, 16), *(Fraction(k, 100) for k in range(size - 2))]
    neighbors = [Fraction(29, 32), Fraction(3, 32), *[Fraction(1, 2)] * (size - 2)]
    if not accepted(star_set({"class": "circle"}, points[:size], 0, neighbors[:size])):
        return fails(f"no star of {size} points is shown", claimed=size)
    return holds("a star of two points is accepted", claimed=size, computed=">= 2")


CLAIM: Claim[Formula] = Claim(
    key="complexity/circle",
    title="Half-circles cost one label more than thresholds",
    statement=(
        r"|\mathcal H| = 2 n,\ \mathfrak s = TD = XTD = \min(n, 2),"
        r"\ D = 1 + \lceil \log_2 n \rceil, \quad n \le 8"
    ),
    plain=(
        "On up to eight points of a circle, two labels certify a half-circle, and finding it takes "
        "one label and then bisection."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="the same of opposite points, which tell each other's label",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_more_than_bisection,
    checks=(
        Check(Method.EXHAUSTIVE, few_points, scope="n <= 5 points, two arrangements"),
        Check(Method.CERTIFICATE, on_the_circle, scope="all half-circles: a star of two points"),
        Check(Method.EXHAUSTIVE, eight_points, scope="n = 6 to 8, two arrangements", tier="normal"),
    ),
    controls={
        "bisection alone": lambda n: one_more_than_bisection(n)._replace(depth=n.bit_length()),
        "as many labelings as thresholds": lambda n: one_more_than_bisection(n)._replace(
            size=n + 1
        ),
        "a star of every point": lambda n: one_more_than_bisection(n)._replace(star=n),
        "one label certifies": lambda n: one_more_than_bisection(n)._replace(extended=1),
    },
)

r"""Half-circles: finding one takes the bits of its number, one label more than bisection.

On n points of the circle, no two of them equal or opposite, half-circles take 2 n
labelings, and the least worst-case number of questions is

.. math:: D = 1 + \lceil \log_2 n \rceil = \lceil \log_2 2n \rceil .

The directions are cut into 2 n arcs by the points a quarter turn away.  A label at any
point keeps n arcs in a row, where bisection works.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.restriction import restricted_to
from altheory.hypotheses.circle import CircleSeparators
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Questions: TypeAlias = Callable[[int], int]


def one_more_than_bisection(n: int) -> int:
    """Return the questions that n points in general position take."""
    return 1 + (n - 1).bit_length()


def scattered(n: int) -> list[Fraction]:
    """Return n points at different distances, no two of them equal or opposite."""
    return [Fraction(k * k + k, 4 * n * n + 1) for k in range(n)]


def searched(formula: Questions, sizes: range) -> Finding:
    """Compare with optimal query trees, which the checker judges."""
    for n in sizes:
        evenly = [Fraction(k, 2 * n + 1) for k in range(n)]
        for points in (evenly, scattered(n)):
            tree = optimal_query_tree(restricted_to(CircleSeparators(), points))
            if formula(n) != tree.depth or not accepted(tree.certificate()):
                where = f"points {', '.join(map(str, points))}"
                return fails(where, claimed=formula(n), computed=tree.depth)
    return holds(f"n in {sizes}", claimed=formula(sizes[-1]), computed=formula(sizes[-1]))


def few_points(formula: Questions, rng: np.random.Generator) -> Finding:
    """Search for the best trees on up to five points, in two arrangements."""
    del rng
    return searched(formula, range(1, 6))


def eight_points(formula: Questions, rng: np.random.Generator) -> Finding:
    """Search for the best trees on six to eight points, in two arrangements."""
    del rng
    return searched(formula, range(6, 9))


CLAIM: Claim[Questions] = Claim(
    key="complexity/circle",
    title="Half-circles cost one label more than thresholds",
    statement=r"D = 1 + \lceil \log_2 n \rceil, \quad n \le 8",
    plain=(
        "On up to eight points of a circle, finding a half-circle takes one label and then "
        "bisection."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="the same of opposite points, which tell each other's label",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=one_more_than_bisection,
    checks=(
        Check(Method.EXHAUSTIVE, few_points, scope="n <= 5 points, two arrangements"),
        Check(Method.EXHAUSTIVE, eight_points, scope="n = 6 to 8, two arrangements", tier="normal"),
    ),
    controls={
        "bisection alone": lambda n: n.bit_length(),
        "two labels more than bisection": lambda n: 2 + (n - 1).bit_length(),
        "every point": lambda n: n,
    },
)

r"""Intervals: everything that a learner pays is n, far more than the bits of its answer.

On n points in a row the class of intervals, the empty one included, takes
:math:`n (n + 1) / 2 + 1` labelings, and

.. math:: \mathfrak s = TD = XTD = D = n .

The n points are a star around the empty interval: each alone is an interval.  So no label
of the n can be spared, and n always suffice.  As the star number grows without end on the
continuum, no bound that does not depend on the accuracy exists there.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.restriction import restricted
from altheory.hypotheses.intervals import Intervals
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._small_numbers import Numbers, numbers

Formula: TypeAlias = Callable[[int], Numbers]
MOST = 8


def every_point(n: int) -> Numbers:
    """Return the numbers of intervals on n points."""
    return Numbers(n * (n + 1) // 2 + 1, n, n, n, n)


def searched(formula: Formula, sizes: range) -> Finding:
    """Compare with star sets, specifying sets and query trees, each by search."""
    for n in sizes:
        computed = numbers(restricted(Intervals(), n))
        if formula(n) != computed:
            return fails(f"n={n}", claimed=formula(n), computed=computed)
    return holds(f"n in {sizes}", claimed=formula(sizes[-1]), computed=formula(sizes[-1]))


def few_points(formula: Formula, rng: np.random.Generator) -> Finding:
    """Search for the numbers on up to four points."""
    del rng
    return searched(formula, range(1, 5))


def six_points(formula: Formula, rng: np.random.Generator) -> Finding:
    """Search for the numbers on five and six points."""
    del rng
    return searched(formula, range(5, 7))


def best_trees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare the questions with optimal trees on up to eight points."""
    del rng
    for n in range(1, MOST + 1):
        tree = optimal_query_tree(restricted(Intervals(), n))
        if formula(n).depth != tree.depth or not accepted(tree.certificate()):
            return fails(f"n={n}", claimed=formula(n).depth, computed=tree.depth)
    return holds(f"n <= {MOST}", claimed=formula(MOST).depth, computed=MOST)


def stars_on_the_continuum(formula: Formula, rng: np.random.Generator) -> Finding:
    """Certify stars of the claimed size around the empty interval, among all intervals."""
    del rng
    for n in (1, 2, 20):
        points = [Fraction(k, n + 1) for k in range(1, n + 1)][: formula(n).star]
        points += [Fraction(1, 2)] * (formula(n).star - len(points))
        alone = [(x, x) for x in points]
        if not accepted(star_set(INTERVALS, points, "empty", alone)) or len(points) != n:
            return fails(f"n={n}: stars have {n} points", claimed=formula(n).star)
    return holds("stars of 1, 2 and 20 points accepted")


INTERVALS = {"class": "intervals", "min_width": "0/1"}

CLAIM: Claim[Formula] = Claim(
    key="complexity/intervals",
    title="Intervals cost a label a point",
    statement=(
        r"|\mathcal H| = \tfrac{n (n + 1)}{2} + 1,\ \mathfrak s = TD = XTD = D = n"
        r" \quad (n \le 6;\ D: n \le 8)"
    ),
    plain=(
        "On up to six points in a row, finding, teaching or ruling out an interval takes the label "
        "of every point; finding it does on up to eight."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="what is needed once a positive point is known: then bisection works",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_point,
    checks=(
        Check(Method.EXHAUSTIVE, few_points, scope="n <= 4 points"),
        Check(Method.CERTIFICATE, stars_on_the_continuum, scope="stars of 1, 2 and 20 points"),
        Check(Method.EXHAUSTIVE, six_points, scope="n = 5, 6 points", tier="normal"),
        Check(Method.EXHAUSTIVE, best_trees, scope="D on n <= 8 points", tier="normal"),
    ),
    controls={
        "bits suffice": lambda n: every_point(n)._replace(depth=(n * (n + 1) // 2).bit_length()),
        "without the empty interval": lambda n: every_point(n)._replace(size=n * (n + 1) // 2),
        "a star of two points, as for thresholds": lambda n: every_point(n)._replace(star=2),
        "the ends teach": lambda n: every_point(n)._replace(teaching=min(n, 4)),
    },
)

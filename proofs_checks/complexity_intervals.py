r"""Intervals: finding one costs a label a point, far more than the bits of its number.

On n points in a row there are :math:`n (n + 1) / 2 + 1` intervals, the empty one included.
On eight points their number has six bits, and yet the least worst-case number of questions
and the star number are

.. math:: D = \mathfrak s = n .

The n points are a star around the empty interval: each alone is an interval.  So no label
of the n can be spared, and n always suffice.  On the continuum the star number is
infinite, since every n points of [0, 1] are such a star.
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

Formula: TypeAlias = Callable[[int], int]
MOST = 8


def every_point(n: int) -> int:
    """Return the number of questions, and of points of the star, on n points."""
    return n


def compared(formula: Formula, most: int) -> Finding:
    """Compare the questions with optimal trees, and count the bits."""
    for n in range(1, most + 1):
        of = restricted(Intervals(), n)
        tree, bits = optimal_query_tree(of), (len(of.hypotheses) - 1).bit_length()
        if formula(n) != tree.depth or not accepted(tree.certificate()):
            return fails(f"n={n}", claimed=formula(n), computed=tree.depth)
        if (tree.depth > bits) != (n >= 5):
            return fails(f"n={n}: {bits} bits", claimed=f"> {bits}", computed=tree.depth)
    return holds(f"n <= {most}", claimed=formula(most), computed=most)


def few_trees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with optimal trees on up to five points."""
    del rng
    return compared(formula, 5)


def best_trees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with optimal trees on up to eight points."""
    del rng
    return compared(formula, MOST)


def stars_on_the_continuum(formula: Formula, rng: np.random.Generator) -> Finding:
    """Certify stars of the claimed size around the empty interval, among all intervals."""
    del rng
    for n in (1, 2, 20):
        points = [Fraction(k, n + 1) for k in range(1, n + 1)][: formula(n)]
        points += [Fraction(1, 2)] * (formula(n) - len(points))
        alone = [(x, x) for x in points]
        if not accepted(star_set(INTERVALS, points, "empty", alone)) or len(points) != n:
            return fails(f"n={n}: stars have {n} points", claimed=formula(n))
    return holds("stars of 1, 2 and 20 points accepted")


INTERVALS = {"class": "intervals", "min_width": "0/1"}

CLAIM: Claim[Formula] = Claim(
    key="complexity/intervals/bits",
    title="Finding an interval takes far more labels than bits",
    statement=(
        r"D = n > \lceil \log_2 (\tfrac{n (n + 1)}{2} + 1) \rceil \text{ from } n = 5 \text{ on},"
        r"\ n \le 8; \quad \mathfrak s \ge n \text{ on } [0, 1],\ n \in \{1, 2, 20\}"
    ),
    plain=(
        "On up to eight points in a row, the best learner asks for the label of every point to "
        "find an interval, where eight points would have six bits."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="what is needed once a positive point is known: then bisection works",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_point,
    checks=(
        Check(Method.CERTIFICATE, stars_on_the_continuum, scope="stars of 1, 2 and 20 points"),
        Check(Method.EXHAUSTIVE, few_trees, scope="D on n <= 5 points"),
        Check(Method.EXHAUSTIVE, best_trees, scope="D on n <= 8 points", tier="normal"),
    ),
    controls={
        "bits suffice": lambda n: (n * (n + 1) // 2).bit_length(),
        "two, as for thresholds": lambda n: min(n, 2),
        "the last point comes for free": lambda n: max(n - 1, 1),
    },
)

r"""Identifying an interval on a pool takes every label, far more than the bits of its number.

On n points in a row the :math:`n (n + 1) / 2 + 1` intervals, the empty one among them,
have

.. math:: \mathfrak s = \mathrm{TD} = \mathrm{XTD} = D = n:

star number, teaching dimension, extended teaching dimension, and the least worst-case
number of questions.  The reason is the star around the empty interval: each point alone is
an interval, so no label can be spared to rule it out.  On eight points the number of
intervals has six bits.  On the continuum the star number is infinite, since every n points
of [0, 1] are such a star.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.query_tree import optimal_query_tree
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import trace
from proofs_checks._small_numbers import Numbers, numbers

Formula: TypeAlias = Callable[[int], Numbers]
INTERVALS = {"class": "intervals", "min_width": "0/1"}


def every_label(n: int) -> Numbers:
    """Return the number of intervals, star number, both teaching dimensions and questions."""
    return Numbers(n * (n + 1) // 2 + 1, n, n, n, n)


def by_search(formula: Formula, rng: np.random.Generator) -> Finding:
    """Search for star sets, specifying sets and trees."""
    del rng
    for n in range(1, 7):
        if formula(n) != numbers(trace(n)):
            return fails(f"n={n}", claimed=formula(n), computed=numbers(trace(n)))
    return holds("n <= 6", claimed=formula(6), computed=numbers(trace(6)))


def best_trees(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare the questions with optimal trees, which the checker judges, and with the bits."""
    del rng
    for n in range(1, 9):
        tree, known = optimal_query_tree(trace(n)), formula(n)
        if known.depth != tree.depth or not accepted(tree.certificate()):
            return fails(f"n={n}", claimed=known.depth, computed=tree.depth)
        if (known.depth > known.bits) != (n >= 5):
            return fails(f"n={n}: {known.bits} bits", claimed=f"> {known.bits}", computed=n)
    return holds("n <= 8", claimed=formula(8).depth, computed=8)


def stars_on_the_continuum(formula: Formula, rng: np.random.Generator) -> Finding:
    """Certify stars of the claimed size around the empty interval, among all intervals."""
    del rng
    for n in (1, 2, 20):
        size = formula(n).star
        points = [Fraction(k, n + 1) for k in range(1, n + 1)][:size]
        points += [Fraction(1, 2)] * (size - len(points))
        alone = [(x, x) for x in points]
        if not accepted(star_set(INTERVALS, points, "empty", alone)) or len(points) != n:
            return fails(f"n={n}: stars have {n} points", claimed=size)
    return holds("stars of 1, 2 and 20 points accepted")


CLAIM: Claim[Formula] = Claim(
    key="classes/intervals/queries",
    title="Identifying an interval takes every label, far more than its bits",
    statement=(
        r"\mathfrak s = \mathrm{TD} = \mathrm{XTD} = D = n \ (n \le 6),"
        r"\quad D = n > \lceil \log_2 (\tfrac{n (n + 1)}{2} + 1) \rceil \ (5 \le n \le 8);"
        r"\quad \mathfrak s \ge n \text{ on } [0, 1] \ (n \in \{1, 2, 20\})"
    ),
    plain=(
        "On up to six points nobody identifies an interval with fewer than all labels, nor do "
        "questions one after another on up to eight, where the number of intervals has six bits."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say=(
        "the mean number of questions, that of intervals known to be wide, or what is needed once "
        "a positive point is known: then bisection works"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_label,
    checks=(
        Check(Method.EXHAUSTIVE, by_search, scope="n <= 6, all sets of points and trees"),
        Check(Method.CERTIFICATE, stars_on_the_continuum, scope="stars of 1, 2 and 20 points"),
        Check(Method.EXHAUSTIVE, best_trees, scope="D on n <= 8 points", tier="normal"),
    ),
    controls={
        "the logarithm of the size": lambda n: every_label(n)._replace(depth=every_label(n).bits),
        "two ends, two labels each": lambda n: every_label(n)._replace(teaching=min(n, 4)),
        "a star of the VC dimension": lambda n: every_label(n)._replace(star=min(n, 2)),
        "the last point comes for free": lambda n: every_label(n)._replace(depth=max(n - 1, 1)),
    },
)

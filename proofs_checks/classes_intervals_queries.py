r"""Identifying an interval on a pool takes every label.

On n points in a row the intervals, the empty one among them, have

.. math:: \mathfrak s = \mathrm{TD} = \mathrm{XTD} = Q = n:

star number, teaching dimension, extended teaching dimension, and the least number of
questions of a query tree.  The reason is the star around the empty interval: each
point alone is an interval, so no label can be spared to rule it out.
"""

from collections.abc import Callable
from math import ceil, log2
from typing import TypeAlias

import numpy as np

from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import trace

Numbers: TypeAlias = Callable[[int], tuple[int, int, int, int]]
MOST = 6


def every_label(n: int) -> tuple[int, int, int, int]:
    """Return star number, both teaching dimensions and the questions of the best tree."""
    return n, n, n, n


def by_search(formula: Numbers, rng: np.random.Generator) -> Finding:
    """Search for star sets, specifying sets and trees."""
    del rng
    for n in range(1, MOST + 1):
        pool = trace(n)
        taught = teaching_dimension(pool), extended_teaching_dimension(pool)
        computed = (star_number(pool), *taught, optimal_query_tree(pool, "worst").depth)
        if formula(n) != computed:
            return fails(f"n={n}", claimed=formula(n), computed=computed)
    return holds(f"n <= {MOST}", claimed=formula(MOST), computed=every_label(MOST))


CLAIM: Claim[Numbers] = Claim(
    key="classes/intervals/queries",
    title="Identifying an interval takes every label",
    statement=r"\mathfrak s = \mathrm{TD} = \mathrm{XTD} = Q = n, \quad n \le 6",
    plain="On up to six points nobody identifies an interval with fewer than all labels.",
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries", "finite domain"}),
    does_not_say="the mean number of questions, nor that of intervals known to be wide",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=every_label,
    checks=(Check(Method.EXHAUSTIVE, by_search, scope="n <= 6, all sets of points and trees"),),
    controls={
        "the logarithm of the size": lambda n: (n, n, n, ceil(log2(n * (n + 1) // 2 + 1))),
        "two ends, two labels each": lambda n: (n, min(n, 4), n, n),
        "a star of the VC dimension": lambda n: (min(n, 2), n, n, n),
    },
)

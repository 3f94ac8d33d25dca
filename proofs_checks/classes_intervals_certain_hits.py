r"""How many instances certainly hit every interval of a minimal width.

The fewest instances, in the best places, of which every interval of length at least w
holds one are

.. math:: N(w) = \max(1, \lceil 1/w \rceil - 1), \qquad 0 < w \le 1.

Why: m instances leave m + 1 gaps, each open at an instance, so that no closed interval
as long as the gap fits in it.  They hit every interval iff no gap is longer than w, and
that can be iff :math:`(m + 1) w \ge 1`; only [0, 1] itself needs one instance more.
After that many negative labels the empty interval alone is left, never sooner.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import combinations
from math import ceil, floor
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.intervals import Intervals
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import grid

Number: TypeAlias = Callable[[Fraction], int]


def hits(w: Fraction) -> int:
    """Return how many instances are enough, and necessary."""
    return max(1, ceil(1 / w) - 1)


def rules_out(w: Fraction, xs: tuple[Fraction, ...]) -> bool:
    """Decide whether negative labels leave the empty interval alone."""
    space = Intervals(w).version_space().restrict_all(xs, [-1] * len(xs))
    return space.general().is_empty


def fewest(w: Fraction, cells: int) -> int:
    """Return the size of the smallest set of grid points that hits every interval."""
    sizes = range(1, cells + 2)
    return next(m for m in sizes if any(rules_out(w, xs) for xs in combinations(grid(cells), m)))


def on_a_grid(cells: int, narrowest: int) -> Callable[[Number, np.random.Generator], Finding]:
    """Return the check that goes through all sets of grid points."""

    def all_sets(formula: Number, rng: np.random.Generator) -> Finding:
        del rng
        for k in range(narrowest, cells + 1):
            w = Fraction(k, cells)
            computed = fewest(w, cells)
            if formula(w) != computed:
                return fails(f"w = {w}", claimed=formula(w), computed=computed)
        return holds(f"w = {narrowest}/{cells}, ..., 1")

    all_sets.__name__ = f"all_sets_of_multiples_of_1_over_{cells}"
    return all_sets


CLAIM: Claim[Number] = Claim(
    key="classes/intervals/certain-hits",
    title="Instances that hit every wide interval",
    statement=(
        r"N(w) = \max(1, \lceil 1/w \rceil - 1), \quad 12 w \in \{3, \dots, 12\},"
        r"\ 12 x_i \in \{0, \dots, 12\}"
    ),
    plain=(
        "On twelfths, one negative label for each w of length, less one, rules out every"
        " interval of width w."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "membership queries"}),
    does_not_say="that random instances do; they leave gaps of width ln(n)/n",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=hits,
    checks=(
        Check(Method.EXHAUSTIVE, on_a_grid(12, 3), scope="w from 1/4, instances on 1/12"),
        Check(
            Method.EXHAUSTIVE,
            on_a_grid(12, 2),
            scope="w from 1/6, instances on 1/12",
            tier="normal",
        ),
    ),
    controls={
        "as if gaps were closed": lambda w: floor(1 / w),
        "one at each end too": lambda w: ceil(1 / w) + 1,
        "forgets the whole of [0, 1]": lambda w: ceil(1 / w) - 1,
    },
)

r"""Teaching dimensions of thresholds.

On :math:`n \ge 2` points the teaching dimension, the extended one and the mean
number of labels that specify a labeling are

.. math:: TD = 2, \qquad XTD = 2, \qquad \overline{TD} = \frac{2n}{n + 1}.

A cut is taught by its two neighbors; the two extreme cuts have one neighbor each,
hence :math:`(2 (n - 1) + 2) / (n + 1)`.  A labeling that no threshold gives has a
minus somewhere after a plus: these two labels say so.
"""

from collections.abc import Callable
from fractions import Fraction
from functools import cache
from typing import NamedTuple, TypeAlias

import numpy as np

from altheory.complexity.teaching import (
    average_teaching_dimension,
    extended_teaching_dimension,
    teaching_dimension,
)
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._threshold_traces import MOST, trace


class Teaching(NamedTuple):
    """The teaching dimension, the extended one, and the mean over hypotheses."""

    worst: int
    extended: int
    average: Fraction

    def __str__(self) -> str:
        return f"{self.worst}, {self.extended}, {self.average}"


Formula: TypeAlias = Callable[[int], Teaching]


def two_neighbors(n: int) -> Teaching:
    """Return the dimensions on n points."""
    return Teaching(min(n, 2), min(n, 2), Fraction(2 * n, n + 1))


@cache
def searched(n: int) -> Teaching:
    """Return the dimensions on n points, from smallest specifying sets."""
    of = trace(n)
    return Teaching(
        teaching_dimension(of), extended_teaching_dimension(of), average_teaching_dimension(of)
    )


def smallest_sets(formula: Formula, rng: np.random.Generator) -> Finding:
    """Compare with the smallest specifying set of each labeling, by search."""
    del rng
    for n in range(1, MOST + 1):
        if formula(n) != searched(n):
            return fails(f"n={n}", claimed=formula(n), computed=searched(n))
    return holds(f"n <= {MOST}", claimed=formula(MOST), computed=searched(MOST))


CLAIM: Claim[Formula] = Claim(
    key="classes/thresholds/teaching",
    title="Teaching dimensions of thresholds",
    statement=r"TD = XTD = 2, \quad \overline{TD} = 2n/(n + 1), \quad 2 \le n \le 7",
    plain="On two to seven points two labels teach any threshold, a little fewer on average.",
    relation="exact",
    assumptions=frozenset({"finite domain"}),
    does_not_say="how many labels find a threshold that nobody teaches: about log2 n",
    source=Source(
        "goldman1995complexity",
        match="related",
        difference="the extended dimension is from hegedus1995generalized; the mean is derived",
    ),
    expected=Verdict.PROVED,
    formula=two_neighbors,
    checks=(Check(Method.EXHAUSTIVE, smallest_sets, scope="n <= 7 points, all labelings"),),
    controls={
        "two labels for the extreme cuts too": lambda n: Teaching(
            min(n, 2), min(n, 2), Fraction(min(n, 2))
        ),
        "one label suffices": lambda n: Teaching(1, min(n, 2), Fraction(2 * n, n + 1)),
        "other labelings need all points": lambda n: Teaching(min(n, 2), n, Fraction(2 * n, n + 1)),
    },
)

r"""The star number of thresholds is 2.

.. math:: \mathfrak s = \min(n, 2) \quad\text{on n points inside the interval}.

A cut between two points can move past the left or past the right one, which changes
one label.  Of three points the middle one never changes alone, and only their order
matters: what n = 3 shows holds for any three.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.certificate import star_set
from altheory.complexity.star import star_number
from altheory.ledger.checker import accepted
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._threshold_traces import MOST, trace

Number: TypeAlias = Callable[[int], int]


def at_most_two(n: int) -> int:
    """Return the star number on n points."""
    return min(n, 2)


def searched(number: Number, rng: np.random.Generator) -> Finding:
    """Compare with the largest star set around any labeling, by search."""
    del rng
    for n in range(1, MOST + 1):
        computed = star_number(trace(n))
        if number(n) != computed:
            return fails(f"n={n}", claimed=number(n), computed=computed)
    return holds(f"n <= {MOST}", claimed=number(MOST), computed=star_number(trace(MOST)))


def on_the_continuum(number: Number, rng: np.random.Generator) -> Finding:
    """Certify a star of the claimed size around the cut 1/2, among all thresholds.

    The points are 1/3 and 2/3 and, if more are claimed, points between them and 1/2.
    """
    del rng
    third, half = Fraction(1, 3), Fraction(1, 2)
    size = number(MOST)
    extra = [half + Fraction(k, 60) for k in range(size - 2)]
    points = [third, *extra, 1 - third][:size]
    neighbors = [third, *(x + Fraction(1, 100) for x in extra), Fraction(1)][:size]
    if not accepted(star_set({"class": "thresholds"}, points, half, neighbors)):
        return fails(f"no star of {size} points around the cut 1/2", claimed=size)
    return holds(f"a star of {size} points is accepted", claimed=size, computed=f">= {size}")


CLAIM: Claim[Number] = Claim(
    key="classes/thresholds/star-number",
    title="Star number of thresholds",
    statement=(
        r"\mathfrak s(\mathcal H|_{x_1, \dots, x_n}) = \min(n, 2), \quad"
        r" 0 < x_1 < \dots < x_n < 1,\ n \le 7"
    ),
    plain="On up to seven points, two labels stand between a threshold and certainty about it.",
    relation="exact",
    does_not_say="that two labels find the threshold: they certify it once it is known",
    source=Source("hanneke2015minimax", match="as commonly stated"),
    expected=Verdict.PROVED,
    formula=at_most_two,
    checks=(
        Check(Method.EXHAUSTIVE, searched, scope="n <= 7 points, around every labeling"),
        Check(Method.CERTIFICATE, on_the_continuum, scope="all thresholds: at least 2"),
    ),
    controls={
        "the VC dimension": lambda _: 1,
        "as for intervals": lambda n: n,
        "three": lambda n: min(n, 3),
    },
)

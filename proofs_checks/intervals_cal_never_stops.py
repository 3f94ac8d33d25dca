r"""CAL never stops on the empty interval, though every remaining interval becomes good.

If no interval is the target, all n uniform instances are negative, the members disagree
everywhere else, and the worst of them fills the largest gap:

.. math:: P(\mathrm{DIS}(V_n)) = 1, \qquad
    \mathbb E \max_{h \in V_n} P(h \ne h^*) = \frac{H_{n+1}}{n + 1}.

The largest of the n + 1 gaps exceeds t with probability
:math:`\sum_j (-1)^{j+1} \binom{n+1}{j} (1 - jt)_+^n`, whose integral over t is
:math:`\sum_j (-1)^{j+1} \binom{n+1}{j} \frac{1}{j (n + 1)}`.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import TypeAlias

import numpy as np

from altheory.hypotheses.interval import Interval
from altheory.hypotheses.interval_version_space import IntervalVersionSpace
from altheory.hypotheses.intervals import Intervals
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._interval_grids import uniform_mean

Means: TypeAlias = Callable[[int], tuple[Fraction, Fraction]]
MOST = 60


def disagreement_and_error(n: int) -> tuple[Fraction, Fraction]:
    """Return the mass of disagreement and the mean of the largest error."""
    harmonic = sum((Fraction(1, k) for k in range(1, n + 2)), Fraction(0))
    return Fraction(1), harmonic / (n + 1)


def largest_error(space: IntervalVersionSpace) -> Fraction:
    """Return how far a member may be from the empty interval."""
    return space.radius(Interval.empty(), Intervals().law())


def integrals(formula: Means, rng: np.random.Generator) -> Finding:
    """Integrate the survival of the largest gap, term by term."""
    del rng
    for n in range(MOST + 1):
        signed = ((-1) ** (j + 1) * Fraction(comb(n + 1, j), j) for j in range(1, n + 2))
        computed = Fraction(1), sum(signed, Fraction(0)) / (n + 1)
        if formula(n) != computed:
            return fails(f"{n} instances", claimed=formula(n), computed=computed)
    return holds(f"n <= {MOST}, given the survival of the largest gap")


def version_spaces(formula: Means, rng: np.random.Generator) -> Finding:
    """Average real version spaces over all placements, on grids whose limit is exact.

    Gaps tie where they are multiples of 1/j, j <= n + 1, so the means over grids follow
    one polynomial along the multiples of those j.
    """
    del rng
    for n, least in ((0, 1), (1, 2), (2, 6)):
        statistics = (lambda space: space.disagreement().length, largest_error)
        mass, error = (uniform_mean(each, n, Interval.empty(), least) for each in statistics)
        if formula(n) != (mass, error):
            return fails(f"{n} instances", claimed=formula(n), computed=(mass, error))
    return holds("n <= 2, limits of grids")


CLAIM: Claim[Means] = Claim(
    key="intervals/cal/empty-target",
    title="CAL never stops on the empty interval",
    statement=(
        r"P(\mathrm{DIS}(V_n)) = 1, \quad"
        r" \mathbb E \max_{h \in V_n} P(h \ne \emptyset) = \frac{H_{n+1}}{n + 1},"
        r" \quad n \le 60"
    ),
    plain=(
        "Without an interval to find CAL asks for every label, although after n <= 60 labels the"
        " worst remaining interval errs by about ln(n)/n only."
    ),
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that another stopping rule, such as the radius, would be late too",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=disagreement_and_error,
    checks=(
        Check(Method.EXHAUSTIVE, integrals, scope="n <= 60, given the survival of the gap"),
        Check(Method.EXHAUSTIVE, version_spaces, scope="n <= 2, all placements", tier="normal"),
    ),
    controls={
        "the region shrinks with the error": lambda n: (
            disagreement_and_error(n)[1],
            disagreement_and_error(n)[1],
        ),
        "a typical gap": lambda n: (Fraction(1), Fraction(1, n + 1)),
        "one instance more": lambda n: disagreement_and_error(n + 1),
    },
)

r"""How likely CAL asks for the next instance on the sphere, in every dimension.

.. math:: P(\text{asks for instance } n + 1) = 2 \sum_{j = d-2, d-4, \dots \ge 0}
    a_j \binom nj I_d(n - j), \qquad
    \sum_j a_j \frac{x^j}{j!} = \frac{1}{\mathbb E\, e^{-xU}}, \quad I_d(m) = \mathbb E\, U^m,

with :math:`1 - U` the angle of two uniform points in half turns.  The derivation takes the
conic Crofton formula, and integrates over points of intersections of hyperplanes
(:mod:`altheory.theory.sphere_version_space`); here real cones of random labels are counted.
"""

from collections.abc import Callable
from fractions import Fraction
from math import comb
from typing import Any, TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, holds
from altheory.ledger.statistics import compare_mean, mean_sample_size
from altheory.numeric.enclosure import Enclosure
from altheory.theory._log_series import enclosure_of
from altheory.theory._sphere_exact import at_pi, exact_angle, exact_moment
from proofs_checks._sphere_cones import asked

Chance: TypeAlias = Callable[[int, int], Any]
CASES = ((3, 4), (3, 7), (4, 6), (5, 7))
ALPHA, POWER, DISCREPANCY = 1e-6, 0.99, Fraction(1, 25)


def even_volumes(d: int, n: int) -> Any:
    """Return the chance as a polynomial in 1/pi^2."""
    steps = range(d % 2, d - 1, 2)
    return sum(2 * exact_angle(d, j) * comb(n, j) * exact_moment(d, n - j) for j in steps)


def value(polynomial: Any) -> Enclosure:
    """Return the enclosure of a polynomial in 1/pi^2."""
    from flint import ctx

    with ctx.workprec(200):
        return enclosure_of(at_pi(polynomial))


def cones(formula: Chance, rng: np.random.Generator) -> Finding:
    """Count in four settings how often the next instance is asked for."""
    size, notes = mean_sample_size(DISCREPANCY, ALPHA / len(CASES), POWER), list[str]()
    for d, n in CASES:
        times = asked(d, n, size, rng)
        counts = [1] * times + [0] * (size - times)
        found = compare_mean(
            counts,
            value(formula(d, n)),
            alpha=ALPHA / len(CASES),
            low=0,
            high=1,
            discrepancy=DISCREPANCY,
        )
        if found.outcome is not Outcome.HOLDS:
            return found
        notes.append(f"d = {d}, n = {n}: {found.evidence}")
    return holds("; ".join(notes))


CLAIM: Claim[Chance] = Claim(
    key="sphere/cal/query-chance",
    title="How likely CAL asks on the sphere",
    statement=(
        r"P(\text{CAL asks for instance } n + 1) = 2 \sum_{j = d-2, d-4, \dots \ge 0}"
        r" a_j \binom nj I_d(n - j), \quad (d, n) = (3, 4), (3, 7), (4, 6), (5, 7)"
    ),
    plain="The chance that CAL asks is twice the intrinsic volumes of even index of its cone.",
    relation="exact",
    assumptions=frozenset({"realizable", "uniform law", "fixed target", "independent instances"}),
    does_not_say="that other dimensions and sizes were simulated; three and four are proved apart",
    source=Source(
        "amelunxen2014living",
        match="related",
        difference="the conic Crofton formula; the mean volumes of this cone are derived here",
    ),
    expected=Verdict.SUPPORTED,
    formula=even_volumes,
    checks=(
        Check(
            Method.STATISTICAL,
            cones,
            scope="d = 3, 4, 5 and four sizes, cones of random labels",
            tier="normal",
            alpha=ALPHA,
            power=POWER,
            discrepancy="1/25 in one of four probabilities",
        ),
    ),
    controls={
        "the volumes of odd index": lambda d, _: exact_moment(d, 0),
        "one label more": lambda d, n: even_volumes(d, n + 1),
        "without the largest faces": lambda d, n: even_volumes(d, n) - 2 * exact_moment(d, n),
        "half of it": lambda d, n: even_volumes(d, n) / 2,
    },
    uses=("sphere/version-space/gauss-bonnet",),
)

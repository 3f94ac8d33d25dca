r"""What it costs to differ from the Bayes classifier, instance by instance.

With :math:`p(x) = P(y = +1 \mid x)` and :math:`h^*(x) = +1` iff :math:`p(x) \ge 1/2`,
every classifier on every domain has

.. math:: \mathrm{err}(h) - \mathrm{err}(h^*)
    = E \bigl[ |2 p(x) - 1| \; 1\{h(x) \ne h^*(x)\} \bigr] \ge 0,

so none errs less.  Why: at x the label +1 errs with probability :math:`1 - p`, the
label -1 with p, and the Bayes classifier takes the smaller of the two.
"""

from collections.abc import Callable
from fractions import Fraction
from itertools import product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.oracles._step_labels import StepLabels
from altheory.spaces.finite import FiniteDistribution, FiniteRegion
from proofs_checks._identities import chain, identical

Price: TypeAlias = Callable[[Any], Any]

CHANCES = tuple(map(Fraction, ("0", "1/3", "1/2", "3/4", "1")))


def price(p: Any) -> Any:
    """Return what it costs to differ from the Bayes classifier where +1 has chance ``p``."""
    return abs(2 * p - 1)


def either_label(formula: Price, rng: np.random.Generator) -> Finding:
    """Prove, at one instance, that the worse label errs by the price more often."""
    del rng
    s = sp.Symbol("s", nonnegative=True)
    there = {s: sp.Rational(1, 6)}
    half = sp.Rational(1, 2)

    def more(p: Any, worse: int) -> Any:
        error = {1: 1 - p, -1: p}
        return error[worse] - error[-worse]

    return chain(
        (
            identical(formula(half + s), more(half + s, -1), there, "p = 1/2 + s: -1 is worse"),
            identical(formula(half - s), more(half - s, 1), there, "p = 1/2 - s: +1 is worse"),
        ),
        "on both sides of 1/2 the worse label costs the price",
    )


def regions(n: int) -> list[FiniteRegion]:
    """Return every set of ``n`` points, which is every classifier."""
    return [FiniteRegion(n, mask) for mask in range(1 << n)]


def compare(formula: Price, chances: tuple[Fraction, ...]) -> Finding:
    """Compare the errors of all classifiers with the least one, under unequal weights."""
    n = len(chances)
    law = FiniteDistribution(range(1, n + 1))
    labels = StepLabels(tuple((FiniteRegion(n, 1 << x), p) for x, p in enumerate(chances)))
    errors = {h: labels.error(h, law) for h in regions(n)}
    least = errors[labels.bayes]
    for h, error in errors.items():
        differs = (x for x in range(n) if (x in h) != (x in labels.bayes))
        claimed = sum((law.weights[x] * formula(chances[x]) for x in differs), Fraction(0))
        if claimed != error - least or claimed < 0:
            where = f"chances {chances}, weights {law.weights}, + on {h}"
            return fails(where, claimed=claimed, computed=error - least)
    return holds(f"all classifiers on {n} points")


def every(formula: Price, n: int) -> Finding:
    """Compare for all chances of a grid on ``n`` points."""
    cases = [compare(formula, chances) for chances in product(CHANCES, repeat=n)]
    return chain(cases, f"{len(cases)} label laws, {1 << n} classifiers each")


def two_points(formula: Price, rng: np.random.Generator) -> Finding:
    """Compare the errors of all classifiers on two points."""
    del rng
    return every(formula, 2)


def three_points(formula: Price, rng: np.random.Generator) -> Finding:
    """Compare the errors of all classifiers on three points."""
    del rng
    return every(formula, 3)


CLAIM: Claim[Price] = Claim(
    key="noise/bayes/excess-error",
    title="No classifier errs less than the Bayes classifier",
    statement=(r"\mathrm{err}(h) - \mathrm{err}(h^*) = E[|2p(x) - 1| 1\{h(x) \ne h^*(x)\}] \ge 0"),
    plain=(
        "Whoever differs from the more probable label at an instance errs more often there, by "
        "twice the distance of its chance from one half."
    ),
    relation="exact",
    does_not_say="that the Bayes classifier belongs to the class: the best hypothesis may be worse",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=price,
    checks=(
        Check(Method.SYMBOLIC, either_label, scope="one instance, every chance; errors are means"),
        Check(Method.EXHAUSTIVE, two_points, scope="2 points, chances 0, 1/3, 1/2, 3/4 and 1"),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="3 points, chances 0, 1/3, 1/2, 3/4 and 1",
            tier="normal",
        ),
    ),
    controls={
        "half of the price": lambda p: abs(p - Fraction(1, 2)),
        "negatives are for free": lambda p: (abs(2 * p - 1) + 2 * p - 1) / 2,
        "squared": lambda p: (2 * p - 1) ** 2,
        "the error of the better label": lambda p: (1 - abs(2 * p - 1)) / 2,
    },
)

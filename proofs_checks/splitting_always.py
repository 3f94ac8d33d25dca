r"""Every class is splittable a little.

With :math:`m > \varepsilon` for the mass on which the ends of the shortest edges differ,

.. math:: \rho(\varepsilon, \tau) \ge \frac{m - \tau}{1 - \tau}, \qquad
    0 < \tau < m ,

so every class is :math:`(\varepsilon/2, \varepsilon, \varepsilon/2)`-splittable, as commonly
stated.  Why: a random point cuts an edge with probability m at least, so it settles the
share m of any edges on average.  If fewer than :math:`\tau` of the points settle the share
:math:`\rho`, the average is below :math:`\tau + (1 - \tau) \rho`.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import combinations, pairwise
from typing import TypeAlias

import numpy as np

from altheory.complexity.splitting import splitting_index
from altheory.hypotheses.finite import FiniteClass
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.spaces.finite import FiniteDistribution
from proofs_checks._small_classes import classes_on, hypotheses, star
from proofs_checks.splitting_intervals import intervals

Bound: TypeAlias = Callable[[Fraction, Fraction], Fraction]
TAUS = tuple(Fraction(k, 20) for k in (1, 4, 6, 7, 9, 12, 15))
LAWS = ((1, 1, 1), (1, 2, 3), (1, 1, 4))


def average(least: Fraction, tau: Fraction) -> Fraction:
    """Return what is settled on average, less what few points may settle alone."""
    return (least - tau) / (1 - tau)


def compare(formula: Bound, of: FiniteClass, law: FiniteDistribution) -> Iterator[Finding]:
    """Yield what does not hold of a class under a law."""
    pairs = combinations(hypotheses(of), 2)
    lengths = sorted({Fraction(0), *(law.mass(of.difference(h, g)) for h, g in pairs)})
    for epsilon, least in pairwise(lengths):
        for tau in (t for t in TAUS if t < least):
            computed, claimed = splitting_index(of, epsilon, tau, law), formula(least, tau)
            if computed < claimed:
                where = f"class {of.table()['hypotheses']}, law {law.weights}, tau {tau}"
                yield fails(f"{where}, least {least}", claimed=claimed, computed=computed)


def examples(formula: Bound, rng: np.random.Generator) -> Finding:
    """Look at intervals, stars and the cube, under the uniform law."""
    del rng
    classes = [intervals(4), *(star(n) for n in range(1, 5)), FiniteClass(3, range(8))]
    found = (f for of in classes for f in compare(formula, of, of.law()))
    return next(found, holds(f"{len(classes)} classes"))


def three_points(formula: Bound, rng: np.random.Generator) -> Finding:
    """Look at every class on three points, under three laws."""
    del rng
    cases = [(of, FiniteDistribution(w)) for of in classes_on(3) for w in LAWS]
    found = (f for case in cases for f in compare(formula, *case))
    return next(found, holds(f"{len(cases)} pairs of a class and a law"))


CLAIM: Claim[Bound] = Claim(
    key="complexity/splitting/always",
    title="Every class can be split",
    statement=(
        r"\rho(\varepsilon, \tau) \ge \frac{m - \tau}{1 - \tau}, \quad"
        r" m = \min_{P(h \ne g) > \varepsilon} P(h \ne g),\ |\mathcal X| = 3,"
        r"\ P \propto (1,1,1), (1,2,3), (1,1,4),\ 20 \tau \in \{1, 4, 6, 7, 9, 12, 15\},\ \tau < m"
    ),
    plain=(
        "On three points and under three laws, random questions settle about epsilon of any "
        "doubts that are longer than epsilon."
    ),
    relation="lower",
    assumptions=frozenset({"finite domain"}),
    does_not_say="that this is worth asking: passive learning does as well",
    source=Source(
        "dasgupta2005coarse",
        match="related",
        difference="(epsilon/2, epsilon, epsilon/2) there; the average behind it here",
    ),
    expected=Verdict.PROVED,
    formula=average,
    checks=(
        Check(Method.EXHAUSTIVE, examples, scope="intervals, stars and a cube, uniform law"),
        Check(
            Method.EXHAUSTIVE,
            three_points,
            scope="all classes on 3 points, three laws",
            tier="long",
        ),
    ),
    controls={
        "all of it, whatever tau": lambda least, _: least,
        "less half of tau": lambda least, tau: least - tau / 2,
        "divided twice": lambda least, tau: average(least, tau) / (1 - tau),
    },
)

r"""At noise 10 % and excess 2, 1 or 1/2 %, two hypotheses cost 327, 1193 or 4547 labels.

Two hypotheses differ at an atom of mass :math:`p = 2\nu + \varepsilon`; the label there is
+1 with probability :math:`1/2 \pm \varepsilon/(2p)`, so that the better one errs by
:math:`\nu` and the other by :math:`\nu + \varepsilon`.  Let :math:`n(\nu, \varepsilon, \delta)` be
the least number of labels of the atom with which some test has both errors at most
:math:`\delta`:

.. math:: n(\tfrac1{10}, \tfrac1{50}, \tfrac1{20}) = 327, \quad
          n(\tfrac1{10}, \tfrac1{100}, \tfrac1{20}) = 1193, \quad
          n(\tfrac1{10}, \tfrac1{200}, \tfrac1{20}) = 4547 .

No test has a smaller sum of errors than the one that takes the likelier coin at every
number of heads (Neyman and Pearson), so one exact sum for n and one for n - 1 decide.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown
from altheory.theory.two_point import two_point_labels
from proofs_checks._two_point import least_error, least_error_by_search

Labels: TypeAlias = Callable[[Fraction, Fraction, Fraction], int]
Case: TypeAlias = tuple[Fraction, Fraction, Fraction]

TENTH, LEVEL = Fraction(1, 10), Fraction(1, 20)
CLAIMED: tuple[Case, ...] = tuple((TENTH, Fraction(1, k), LEVEL) for k in (50, 100))
SMALLEST: Case = (TENTH, Fraction(1, 200), LEVEL)
OTHERS: tuple[Case, ...] = (
    (TENTH, TENTH, LEVEL),
    (Fraction(1, 5), Fraction(1, 10), Fraction(1, 100)),
    (Fraction(1, 4), Fraction(1, 3), Fraction(1, 4)),
    (Fraction(1, 100), Fraction(1, 100), Fraction(1, 1000)),
)
SEARCHED = 6


def judged(formula: Labels, case: Case) -> Finding:
    """Compute the least error of any test with so many labels, and with one less."""
    nu, epsilon, delta = case
    bias = epsilon / (2 * (2 * nu + epsilon))
    n, where = formula(*case), f"nu = {nu}, epsilon = {epsilon}, delta = {delta}"
    enough, less = least_error(n, bias), least_error(n - 1, bias)
    if enough > delta:
        return fails(
            f"{where}: some error exceeds delta", claimed=n, computed=f"{float(enough):.6}"
        )
    if less <= delta:
        return fails(f"{where}: one label less is enough", claimed=n, computed=f"{float(less):.6}")
    return holds(f"{where}: {float(enough):.6} <= {float(delta):g} < {float(less):.6}", claimed=n)


def every(formula: Labels, cases: tuple[Case, ...]) -> Finding:
    """Judge one case after the other."""
    found = unknown("no case")
    for case in cases:
        found = judged(formula, case)
        if found.outcome is not Outcome.HOLDS:
            return found
    return found


def two_percent_and_one(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compute the exact errors at excess 2 % and 1 %, and in four other cases."""
    del rng
    return every(formula, (*OTHERS, *CLAIMED))


def half_a_percent(formula: Labels, rng: np.random.Generator) -> Finding:
    """Compute them at excess 1/2 %."""
    del rng
    return every(formula, (SMALLEST,))


def every_test(formula: Labels, rng: np.random.Generator) -> Finding:
    """Find the least error by trying every test, where few labels are enough."""
    del rng
    case = (Fraction(1, 4), Fraction(1, 3), Fraction(1, 4))
    bias = case[1] / (2 * (2 * case[0] + case[1]))
    for n in range(1, SEARCHED + 1):
        if least_error(n, bias) != least_error_by_search(n, bias):
            return unknown(f"{n} labels: the sum of the smaller chances is not the least")
    errors = [least_error_by_search(n, bias) for n in range(SEARCHED + 1)]
    computed = next(n for n, error in enumerate(errors) if error <= case[2])
    if formula(*case) != computed:
        return fails(
            "nu = 1/4, epsilon = 1/3, delta = 1/4", claimed=formula(*case), computed=computed
        )
    return holds(f"all tests on up to {SEARCHED} labels", claimed=formula(*case), computed=computed)


def lighter_atom(nu: Fraction, epsilon: Fraction, delta: Fraction) -> int:
    """Return the labels for an atom of mass 2 nu, whose better hypothesis errs by less."""
    return two_point_labels(nu - epsilon / 2, epsilon, delta)


def one_sided(nu: Fraction, epsilon: Fraction, delta: Fraction) -> int:
    """Return the labels with which the errors are at most delta and 1/2, to first order."""
    return (two_point_labels(nu, epsilon, delta) + 3) // 4


CLAIM: Claim[Labels] = Claim(
    key="lower/two-point/labels",
    title="Two noisy hypotheses: 327, 1193 and 4547 labels",
    statement=(
        r"n(\tfrac1{10}, \tfrac1{50}, \tfrac1{20}) = 327,\quad"
        r" n(\tfrac1{10}, \tfrac1{100}, \tfrac1{20}) = 1193,\quad"
        r" n(\tfrac1{10}, \tfrac1{200}, \tfrac1{20}) = 4547"
    ),
    plain=(
        "To tell at level 5 % which of two hypotheses errs by 10 % and which by 12, 11 or 10.5 % "
        "takes 327, 1193 or 4547 labels where they differ, whatever the test."
    ),
    relation="exact",
    assumptions=frozenset({"fixed sample size", "independent label flips"}),
    does_not_say=(
        "how few labels a sequential test takes on average, nor that an excess of exactly "
        "epsilon would not do for a learner"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=two_point_labels,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            two_percent_and_one,
            scope="nu = 1/10, delta = 1/20, epsilon = 1/50 and 1/100, and four other cases",
        ),
        Check(
            Method.EXHAUSTIVE,
            half_a_percent,
            scope="nu = 1/10, delta = 1/20, epsilon = 1/200",
            tier="normal",
        ),
        Check(
            Method.EXHAUSTIVE,
            every_test,
            scope=f"every test on up to {SEARCHED} labels, nu = 1/4, epsilon = 1/3, delta = 1/4",
        ),
    ),
    controls={
        "an atom of mass 2 nu": lighter_atom,
        "one error only": one_sided,
        "one label less": lambda *case: two_point_labels(*case) - 1,
        "one label more": lambda *case: two_point_labels(*case) + 1,
        "delta halved": lambda nu, epsilon, delta: two_point_labels(nu, epsilon, delta / 2),
    },
)

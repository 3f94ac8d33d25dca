r"""A majority of :math:`2 (p^2/\varepsilon^2) \ln(1/(2\delta))` labels is always enough.

Two hypotheses that err by :math:`\nu` and :math:`\nu + \varepsilon` differ at an atom of
mass :math:`p = 2\nu + \varepsilon`.  With

.. math:: n \ge 2 \, \frac{(2\nu + \varepsilon)^2}{\varepsilon^2} \, \ln \frac{1}{2\delta}

labels of the atom some test has both errors at most :math:`\delta`: the lower bound of
order :math:`\nu^2/\varepsilon^2` is of the right order.  Why: the smaller of two chances is
at most their geometric mean, so the error is at most :math:`(1 - x)^{n/2}/2` with
:math:`x = \varepsilon^2/p^2`, and :math:`-\ln(1 - x) \ge x`.
"""

from collections.abc import Iterator
from math import ceil
from typing import Any

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical
from proofs_checks._two_point import least_error
from proofs_checks.lower_two_point_noise import (
    CASES,
    DELTA,
    EPSILON,
    NU,
    Size,
    at_least,
    inequalities,
    size,
)


def at_most(nu: Any, epsilon: Any, delta: Any) -> tuple[Any, Any]:
    """Return the size 2 (2 nu + epsilon)^2/epsilon^2 ln(1/(2 delta))."""
    return 2 * (2 * nu + epsilon) ** 2 / epsilon**2, 1 / (2 * delta)


def geometric_mean(formula: Size, rng: np.random.Generator) -> Finding:
    """Derive the factor and the argument for all nu, epsilon and delta."""
    del rng
    x = EPSILON**2 / (2 * NU + EPSILON) ** 2  # 4 gamma^2
    factor, argument = formula(NU, EPSILON, DELTA)
    at = {NU: sp.Rational(1, 10), EPSILON: sp.Rational(1, 50), DELTA: sp.Rational(1, 20)}

    def steps() -> Iterator[Finding]:
        yield identical(factor, 2 / x, at, "the factor 2/x")
        yield identical(argument, 1 / (2 * DELTA), at, "(1 - x)^(n/2)/2 <= delta")
        yield from inequalities()

    return chain(steps(), "all nu, epsilon and delta: binomial theorem, geometric mean, slopes")


def enough(formula: Size, rng: np.random.Generator) -> Finding:
    """Compute the least error of any test with so many labels."""
    del rng
    shown: dict[str, Any] = {}
    for nu, epsilon, delta in CASES:
        n = max(ceil(size(formula, (nu, epsilon, delta)).hi), 0)
        error = least_error(n, epsilon / (2 * (2 * nu + epsilon)))
        shown = {"claimed": f"<= {float(delta):.6g}", "computed": f"{float(error):.6g}"}
        if error > delta:
            return fails(f"nu = {nu}, epsilon = {epsilon}: {n} labels are too few", **shown)
    return holds(f"{len(CASES)} cases", **shown)


CLAIM: Claim[Size] = Claim(
    key="lower/two-point/enough",
    title="Noise costs no more than 2 (p/eps)^2 ln(1/(2 delta)) labels",
    statement=(
        r"n \ge 2 \, \frac{(2\nu + \varepsilon)^2}{\varepsilon^2} \, \ln \frac{1}{2\delta}"
        r" \implies e(n) \le \delta \quad \text{for all } \nu, \varepsilon, \delta > 0,"
        r" \ e(n) = \min_{\text{tests}} \text{larger error}"
    ),
    plain=(
        "With so many labels where two hypotheses differ, which err by nu and by epsilon more, "
        "their majority tells which is better with both errors at most delta: the order "
        "(nu/epsilon)^2 of the lower bound is attained."
    ),
    relation="upper",
    assumptions=frozenset({"fixed sample size", "independent label flips"}),
    does_not_say="that a learner knows where the two hypotheses differ, or that there are two",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=at_most,
    checks=(
        Check(Method.EXHAUSTIVE, enough, scope="27 cases of nu, epsilon and delta"),
        Check(Method.SYMBOLIC, geometric_mean, scope="all nu, epsilon, delta and n", tier="normal"),
    ),
    controls={
        "half as many": lambda nu, epsilon, delta: (
            at_most(nu, epsilon, delta)[0] / 2,
            1 / (2 * delta),
        ),
        "as few as the lower bound": at_least,
        "no noise": lambda _nu, epsilon, delta: (2 / epsilon, 1 / (2 * delta)),
    },
)

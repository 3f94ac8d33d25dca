r"""No test is quicker than :math:`4 (\nu^2/\varepsilon^2) \ln(1/(4\delta))`.

Two hypotheses that err by :math:`\nu` and :math:`\nu + \varepsilon` and differ at one atom
are told apart, with both errors at most :math:`\delta`, by n labels of the atom only if

.. math:: n \ge \Bigl(\frac{4\nu^2}{\varepsilon^2} + \frac{4\nu}{\varepsilon}\Bigr)
               \ln \frac{1}{4\delta} .

Why: the larger error is at least :math:`(1 - x)^n/4` with :math:`x = \varepsilon^2/p^2`
and :math:`p = 2\nu + \varepsilon` (Cauchy and Schwarz), and
:math:`-\ln(1 - x) \le x/(1 - x)`, whose inverse :math:`p^2/\varepsilon^2 - 1` is the factor.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import ceil
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.numeric.enclosure import Enclosure
from proofs_checks._identities import chain, identical
from proofs_checks._two_point import least_error, logarithms, overlap, two_sides

# From nu, epsilon and delta to (factor, argument): so many labels, factor ln(argument).
Size: TypeAlias = Callable[[Any, Any, Any], tuple[Any, Any]]

NUS = (Fraction(1, 100), Fraction(1, 10), Fraction(1, 4))
EXCESSES = (Fraction(1, 25), Fraction(1, 10), Fraction(1, 4))
DELTAS = (Fraction(1, 5), Fraction(1, 20), Fraction(1, 10**6))
CASES = tuple(product(NUS, EXCESSES, DELTAS))
NU, EPSILON, DELTA = sp.symbols("nu epsilon delta", positive=True)


def at_least(nu: Any, epsilon: Any, delta: Any) -> tuple[Any, Any]:
    """Return the size (4 nu^2/epsilon^2 + 4 nu/epsilon) ln(1/(4 delta))."""
    return 4 * nu**2 / epsilon**2 + 4 * nu / epsilon, 1 / (4 * delta)


def inequalities() -> Iterator[Finding]:
    """Yield the steps that hold of every test between two coins."""
    yield from overlap()
    yield from two_sides()
    yield from logarithms()


def cauchy_schwarz(formula: Size, rng: np.random.Generator) -> Finding:
    """Derive the factor and the argument for all nu, epsilon and delta."""
    del rng
    x = EPSILON**2 / (2 * NU + EPSILON) ** 2  # 4 gamma^2
    factor, argument = formula(NU, EPSILON, DELTA)
    at = {NU: sp.Rational(1, 10), EPSILON: sp.Rational(1, 50), DELTA: sp.Rational(1, 20)}

    def steps() -> Iterator[Finding]:
        yield identical(factor, (1 - x) / x, at, "the factor (1 - x)/x")
        yield identical(argument, 1 / (4 * DELTA), at, "(1 - x)^n/4 <= delta")
        yield from inequalities()

    return chain(steps(), "all nu, epsilon and delta: binomial theorem, Cauchy-Schwarz, slopes")


def size(formula: Size, case: tuple[Fraction, Fraction, Fraction]) -> Enclosure:
    """Enclose the number of labels that a formula names."""
    factor, argument = formula(*case)
    product: Enclosure = factor * Enclosure.exactly(argument).log()
    return product


def too_few(formula: Size, rng: np.random.Generator) -> Finding:
    """Compute the least error of any test with fewer labels than that."""
    del rng
    shown: dict[str, Any] = {}
    for nu, epsilon, delta in CASES:
        n = max(ceil(size(formula, (nu, epsilon, delta)).lo) - 1, 0)
        error = least_error(n, epsilon / (2 * (2 * nu + epsilon)))
        shown = {"claimed": f"> {float(delta):.6g}", "computed": f"{float(error):.6g}"}
        if error <= delta:
            return fails(f"nu = {nu}, epsilon = {epsilon}: {n} labels are enough", **shown)
    return holds(f"{len(CASES)} cases", **shown)


CLAIM: Claim[Size] = Claim(
    key="lower/two-point/noise-squared",
    title="Noise costs 4 (nu/eps)^2 ln(1/(4 delta)) labels",
    statement=(
        r"e(n) \le \delta \implies n \ge \Bigl(\frac{4\nu^2}{\varepsilon^2} +"
        r" \frac{4\nu}{\varepsilon}\Bigr) \ln \frac{1}{4\delta} \quad \text{for all } \nu,"
        r" \varepsilon, \delta > 0, \ e(n) = \min_{\text{tests}} \text{larger error}"
    ),
    plain=(
        "If two hypotheses err by nu and by epsilon more, every test on n labels that tells them "
        "apart with both errors at most delta has n of the order of (nu/epsilon)^2 ln(1/delta) or "
        "more, wherever labels are asked for."
    ),
    relation="lower",
    assumptions=frozenset({"fixed sample size", "independent label flips"}),
    does_not_say="anything for delta >= 1/4, where the logarithm is at most 0",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=at_least,
    checks=(
        Check(Method.EXHAUSTIVE, too_few, scope="27 cases of nu, epsilon and delta, every test"),
        Check(Method.SYMBOLIC, cauchy_schwarz, scope="all nu, epsilon, delta and n", tier="normal"),
    ),
    controls={
        "twice as many": lambda nu, epsilon, delta: (
            2 * at_least(nu, epsilon, delta)[0],
            1 / (4 * delta),
        ),
        "delta is not divided by 4": lambda nu, epsilon, delta: (
            at_least(nu, epsilon, delta)[0],
            1 / delta,
        ),
        "the atom has mass 1": lambda _nu, epsilon, delta: (1 / epsilon**2 - 1, 1 / (4 * delta)),
    },
)

r"""The label constant of CAL on the sphere, by two formulas that look nothing alike.

.. math:: c_d = \lim_{n \to \infty} n\, P(\text{CAL asks for instance } n)
    = 2 \kappa_d \pi^{d-1} (d - 2)!\, [x^{d-2}] A_d(x),

where :math:`A_d` is :math:`(1 + \tanh \frac x2) \prod (1 + \frac{x^2}{\pi^2 (2k - 1)^2})`
for odd and :math:`\frac{x}{1 - e^{-x}} \prod (1 + \frac{x^2}{4 \pi^2 k^2})` for even d.  On
the other side stand the mean vertices of the zero cell of a Poisson process of hyperplanes:

.. math:: c_d = \pi\, [x^1]\; (1 + (m - 1)^2 x^2)(1 + (m - 3)^2 x^2) \cdots T_m(x), \qquad
    m = d - 1,

with :math:`T_m = \tanh \frac{\pi}{2x}` for even m and :math:`\coth \frac\pi{2x}` for odd m.
"""

from collections.abc import Callable
from math import factorial
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from altheory.theory.sphere_cal import cal_constant

Constant: TypeAlias = Callable[[int], Any]
KNOWN = {2: 2, 3: sp.pi**2 / 2, 4: 2 + 2 * sp.pi**2 / 3}
Y = sp.Symbol("y", positive=True)


def tanh(k: int) -> Any:
    """Return the coefficient of tanh at the power 2k - 1, 0 for k = 0."""
    return (2 ** (2 * k) - 1) * coth(k)


def coth(k: int) -> Any:
    """Return the coefficient of coth at the power 2k - 1."""
    return 2 ** (2 * k) * sp.bernoulli(2 * k) / factorial(2 * k)


def zero_cell(d: int) -> Any:
    """Return the constant by the formula for the zero cell."""
    m = d - 1
    product = sp.Poly(sp.prod([1 + k**2 * Y for k in range(m - 1, 0, -2)]), Y)
    factors, of = product.all_coeffs()[::-1], coth if m % 2 else tanh
    # x^(2k) meets the power 2k - 1 of pi/(2x)
    terms = (c * of(k) * (sp.pi / 2) ** (2 * k - 1) for k, c in enumerate(factors))
    return sp.expand(sp.pi * sum(terms))


def both_formulas(most: int) -> Callable[[Constant, np.random.Generator], Finding]:
    """Return the check that compares polynomials in pi, the first with what is well known."""

    def compare(formula: Constant, rng: np.random.Generator) -> Finding:
        del rng
        for d in range(2, most + 1):
            claimed, computed = sp.expand(formula(d)), zero_cell(d)
            if claimed != computed or KNOWN.get(d, claimed) != claimed:
                return fails(f"d = {d}", claimed=claimed, computed=computed)
        return holds(f"2 <= d <= {most}")

    compare.__name__ = f"both_formulas_up_to_{most}_dimensions"
    return compare


def intrinsic(d: int) -> Any:
    """Return the constant by the mean external angle."""
    return sp.sympify(cal_constant(d).exact)


CLAIM: Claim[Constant] = Claim(
    key="sphere/cal/constant",
    title="The label constant of CAL on the sphere",
    statement=(
        r"c_d = 2 \kappa_d \pi^{d-1} (d - 2)!\,[x^{d-2}] A_d(x)"
        r" = \pi\,[x^1]\,(1 + (d-2)^2 x^2)(1 + (d-4)^2 x^2) \cdots T_{d-1}(x), \quad"
        r" 2 \le d \le 14; \quad c_2 = 2,\ c_3 = \frac{\pi^2}2,\ c_4 = 2 + \frac{2 \pi^2}3"
    ),
    plain=(
        "Two formulas for the labels that CAL buys per unit of ln n agree in 2 to 14 dimensions."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say="that E[Q_n] / ln n is near c_d for streams of a length that anyone has",
    source=Source("kabluchko2019zero"),
    expected=Verdict.PROVED,
    formula=intrinsic,
    checks=(
        Check(Method.SYMBOLIC, both_formulas(7), scope="2 <= d <= 7"),
        Check(Method.SYMBOLIC, both_formulas(14), scope="2 <= d <= 14", tier="normal"),
    ),
    controls={
        "one dimension less": lambda d: intrinsic(max(d - 1, 2)),
        "half of it": lambda d: intrinsic(d) / 2,
        "linear in d": lambda d: 2 + (d - 2) * (sp.pi**2 / 2 - 2),
    },
)

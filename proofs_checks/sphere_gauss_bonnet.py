r"""Half of the intrinsic volumes of the version space, by either parity, is one half.

Let :math:`C_n` be the cone of n >= 1 uniform labels in dimension d.  It is no linear space,
so its intrinsic volumes of odd and of even index both add up to 1/2.  With
:math:`\mathbb E\, v_{d-j} = a_j \binom nj I_d(n - j)` the odd ones ask for

.. math:: \sum_{j \equiv d - 1} a_j \binom nj I_d(n - j) = \tfrac12 \text{ for all } n \ge 1
    \iff \sum_{j \equiv d - 1} a_j \frac{x^j}{j!}\, \mathbb E\, e^{xU}
    = \frac{e^x - (-1)^d}{2},

which the coefficients of two products satisfy:

.. math:: d \text{ odd: } \prod_{k=1}^{(d-1)/2} \Bigl(1 + \frac{x^2}{\pi^2 (2k - 1)^2}\Bigr),
    \qquad d \text{ even: } \frac x2 \prod_{k=1}^{d/2-1} \Bigl(1 + \frac{x^2}{4 \pi^2 k^2}\Bigr).
"""

from collections.abc import Callable
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical
from proofs_checks._sphere_integrals import X, generating, moment

Angles: TypeAlias = Callable[[int], Any]
MOST, LONGEST = 8, 6


def product(d: int) -> Any:
    """Return the generating function of the angles at faces of odd dimension."""
    if d % 2:
        factors = [1 + X**2 / (sp.pi * (2 * k - 1)) ** 2 for k in range(1, (d + 1) // 2)]
        return sp.prod(factors)
    return X / 2 * sp.prod([1 + X**2 / (2 * sp.pi * k) ** 2 for k in range(1, d // 2)])


def all_sizes(formula: Angles, rng: np.random.Generator) -> Finding:
    """Multiply with the generating function of the moments, integrated wave by wave."""
    del rng
    steps = (
        identical(
            sp.cancel(sp.together(formula(d) * generating(d))),
            (sp.exp(X) - (-1) ** d) / 2,
            {X: 1},
            f"d = {d}",
        )
        for d in range(2, MOST + 1)
    )
    return chain(steps, f"all n >= 1, d = 2, ..., {MOST}")


def added_up(formula: Angles, longest: int) -> Finding:
    """Add up the volumes of n labels in powers of pi."""
    for d in range(2, longest + 1):
        angles = sp.Poly(formula(d), X).all_coeffs()[::-1]
        for n in range(1, longest + 1):
            terms = enumerate(angles[: n + 1])
            total = sum(c * sp.factorial(j) * comb(n, j) * moment(d, n - j) for j, c in terms)
            if sp.expand(total) != sp.Rational(1, 2):
                return fails(f"d = {d}, n = {n}", claimed=sp.expand(total), computed="1/2")
    return holds(f"n and d up to {longest}")


def least_sizes(formula: Angles, rng: np.random.Generator) -> Finding:
    """Add up those of up to four labels."""
    del rng
    return added_up(formula, 4)


def small_sizes(formula: Angles, rng: np.random.Generator) -> Finding:
    """Add up those of up to six labels."""
    del rng
    return added_up(formula, LONGEST)


CLAIM: Claim[Angles] = Claim(
    key="sphere/version-space/gauss-bonnet",
    title="Intrinsic volumes of the version space by parity",
    statement=(
        r"\sum_{j \equiv d - 1} a_j \tbinom nj I_d(n - j) = \tfrac12, \quad n \ge 1,\ 2 \le d \le 8"
        r" \text{; so } \mathbb E[v_1(C_n) + v_3(C_n) + \dots] = \tfrac12 \text{ given }"
        r" \mathbb E\, v_{d-j}(C_n) = a_j \tbinom nj I_d(n - j)"
    ),
    plain=(
        "In two to eight dimensions the coefficients of a product formula, in the place of the "
        "mean external angles, make the sums for the intrinsic volumes of odd index of a random "
        "cone add up to one half, as they must."
    ),
    relation="identity",
    assumptions=frozenset({"realizable", "uniform law", "independent instances"}),
    does_not_say=(
        "that each volume has the mean of its term, which is given here and derived in words alone,"
        " or that the sum of the volumes of even index is 1/2 without v_0"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=product,
    checks=(
        Check(Method.SYMBOLIC, all_sizes, scope="all n >= 1, d = 2, ..., 8", tier="normal"),
        Check(Method.EXHAUSTIVE, least_sizes, scope="1 <= n <= 4, 2 <= d <= 4"),
        Check(Method.EXHAUSTIVE, small_sizes, scope="1 <= n <= 6, 2 <= d <= 6", tier="normal"),
    ),
    controls={
        "the angles of two dimensions less": lambda d: product(d - 2) if d > 3 else product(d) / 2,
        "twice the frequency": lambda d: product(d).subs(X, 2 * X),
        "no angle but the first": lambda d: sp.Integer(1) if d % 2 else X / 2,
    },
)

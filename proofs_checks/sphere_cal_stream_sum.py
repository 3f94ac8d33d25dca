r"""How the chances of a stream add up: harmonic numbers and binomial coefficients.

The chance that CAL asks for instance k + 1 is a series in Beta integrals of
:math:`\binom kj v^{j+m} (1 - v)^{k-j}`.  Over a stream of n they telescope, for m > 0 to

.. math:: \sum_{k=j}^{n-1} \binom kj \int_0^1 v^{j+m} (1 - v)^{k-j}\, dv
    = \frac1m \Bigl(1 - \binom{j+m}{j} \Big/ \binom{n+m}{m}\Bigr),

and for m = 0 to :math:`H_n - H_j`.  So the mean number of labels is as easy to compute for
:math:`n = 10^{10}` as for n = 10.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from math import comb
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical

Total: TypeAlias = Callable[[Any, int, int], Any]
MOST = 4


def telescoped(n: Any, j: int, m: int) -> Any:
    """Return the sum over a stream of n instances."""
    chosen = sp.prod([(n + i) / sp.Integer(i) for i in range(1, m + 1)])
    return (1 - sp.binomial(j + m, j) / chosen) / m


def beta(k: Any, j: int, m: int) -> Any:
    """Return the Beta integral as a fraction in k: (j + m)! over a product of m + j + 1 terms."""
    ways = sp.prod([k - i for i in range(j)]) / sp.factorial(j)
    below = sp.prod([k - j + i for i in range(1, j + m + 2)])
    return ways * sp.factorial(j + m) / below


def one_instance_more(formula: Total, rng: np.random.Generator) -> Finding:
    """Take the difference in n, as fractions in n, and the empty sum."""
    del rng
    n = sp.Symbol("n", integer=True, positive=True)

    def steps() -> Iterator[Finding]:
        for j in range(MOST + 1):
            for m in range(1, MOST + 1):
                where = f"j = {j}, m = {m}"
                yield identical(formula(sp.Integer(j), j, m), 0, {}, f"the empty sum, {where}")
                more = sp.cancel(formula(n + 1, j, m) - formula(n, j, m) - beta(n, j, m))
                yield identical(more, 0, {n: 7}, f"one instance more, {where}")

    return chain(steps(), f"all n >= j, j <= {MOST}, 1 <= m <= {MOST}")


def added_up(formula: Total, rng: np.random.Generator) -> Finding:
    """Integrate polynomials in v term by term, and add them."""
    del rng
    for j in range(3):
        for m in range(1, 4):
            total = Fraction(0)
            for n in range(j, 8):
                claimed = Fraction(str(formula(sp.Integer(n), j, m)))
                if claimed != total:
                    return fails(f"n={n}, j={j}, m={m}", claimed=claimed, computed=total)
                powers = ((-1) ** i * comb(n - j, i) for i in range(n - j + 1))
                parts = (Fraction(c, j + m + i + 1) for i, c in enumerate(powers))
                total += comb(n, j) * sum(parts, Fraction(0))
    return holds("n <= 7, j <= 2, 1 <= m <= 3")


CLAIM: Claim[Total] = Claim(
    key="sphere/cal/stream-sum",
    title="Sums of Beta integrals over a stream",
    statement=(
        r"\sum_{k=j}^{n-1} \binom kj \int_0^1 v^{j+m} (1 - v)^{k-j} dv"
        r" = \frac1m \Bigl(1 - \binom{j+m}{j} \Big/ \binom{n+m}{m}\Bigr),"
        r" \quad 0 \le j \le 4,\ 1 \le m \le 4"
    ),
    plain="The terms of CAL's mean number of labels add up to binomial coefficients.",
    relation="identity",
    does_not_say="the same for m = 0, where the sum is a difference of harmonic numbers",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=telescoped,
    checks=(
        Check(
            Method.SYMBOLIC, one_instance_more, scope="all n >= j, j <= 4, m <= 4", tier="normal"
        ),
        Check(Method.EXHAUSTIVE, added_up, scope="n <= 7, j <= 2, m <= 3"),
    ),
    controls={
        "one instance later": lambda n, j, m: telescoped(n + 1, j, m),
        "without the choice of j": lambda n, _, m: telescoped(n, 0, m),
        "another weight": lambda n, j, m: m * telescoped(n, j, m),
    },
)

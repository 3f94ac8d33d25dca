r"""On a path behind a label V-optimality asks at 3/4 of the way, Sigma-optimality at 2/3.

Let m nodes follow a labeled one, with edges of weight 1: :math:`G_{ij} = \min(i, j)`.  Asking k
reduces

.. math:: V(k) = \frac{(k + 1)(2 k + 1)}{6} + (m - k) k, \qquad
          \Sigma(k) = \frac{k (2 m + 1 - k)^2}{4} ,

the sum of the variances, and the variance of the sum.  Both have one largest value, at the integers
nearest to

.. math:: k_V = \tfrac34 (m + \tfrac12), \qquad k_\Sigma = \tfrac23 (m + \tfrac12).

For :math:`V(k_V + d) = V(k_V) - \tfrac23 d^2`, and with :math:`N = 2 m + 1`
:math:`4 \Sigma(N / 3 + d) = \tfrac4{27} N^3 - N d^2 + d^3`, where d is a multiple of 1/3 off by
at most 1/3 at the nearest integer.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from typing import Any, TypeAlias

import flint
import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds
from proofs_checks._identities import chain, identical

Places: TypeAlias = Callable[[Any], tuple[Any, Any]]  # of V and of Sigma, before rounding
M, K, D = sp.symbols("m k d", positive=True)


def asked(m: int) -> tuple[list[int], list[int]]:
    """Return the best nodes of both designs, by inverting without each node in turn."""
    entries = [2 * (i == j) - (abs(i - j) == 1) for i in range(m) for j in range(m)]
    laplacian = flint.fmpq_mat(m, m, entries)
    laplacian[m - 1, m - 1] = flint.fmpq(1)
    left = [measured(laplacian, [i for i in range(m) if i != k]) for k in range(m)]
    least = [min(one[design] for one in left) for design in (0, 1)]
    v, sigma = (
        [k + 1 for k, one in enumerate(left) if one[design] == least[design]] for design in (0, 1)
    )
    return v, sigma


def measured(laplacian: Any, kept: list[int]) -> tuple[Any, Any]:
    """Return the sum of the variances and the variance of the sum, of some nodes."""
    n = len(kept)
    if n == 0:
        return flint.fmpq(0), flint.fmpq(0)
    part = flint.fmpq_mat(n, n, [laplacian[i, j] for i in kept for j in kept])
    entries = part.inv().entries()
    return sum(entries[:: n + 1], flint.fmpq(0)), sum(entries, flint.fmpq(0))


def nearest(x: Any) -> int:
    """Return the nearest integer, the higher one of two."""
    return int((Fraction(x) + Fraction(1, 2)) // 1)


def compared(places: Places, sizes: range) -> Finding:
    """Compare with the designs on paths."""
    claimed: tuple[list[int], ...] = ()
    for m in sizes:
        claimed, computed = tuple([nearest(x)] for x in places(m)), asked(m)
        if claimed != computed:
            return fails(f"{m} nodes behind a label", claimed=claimed, computed=computed)
    return holds(f"1 to {max(sizes)} nodes", claimed=claimed, computed=claimed)


def short_paths(places: Places, rng: np.random.Generator) -> Finding:
    """Compare on short paths."""
    del rng
    return compared(places, range(1, 6))


def paths(places: Places, rng: np.random.Generator) -> Finding:
    """Compare on longer ones."""
    del rng
    return compared(places, range(1, 21))


def around_the_tops(places: Places, rng: np.random.Generator) -> Finding:
    """Expand both reductions around these places, for all m."""
    del rng
    at = {M: 5, D: 2}
    i = sp.Symbol("i", positive=True)
    v = sp.cancel((sp.summation(i**2, (i, 1, K)) + (M - K) * K**2) / K)
    sigma = sp.cancel((sp.summation(i, (i, 1, K)) + (M - K) * K) ** 2 / K)
    top_v, top_sigma = map(sp.sympify, places(M))

    def steps() -> Iterator[Finding]:
        fall = sp.expand(v.subs(K, top_v) - v.subs(K, top_v + D))
        yield identical(fall, sp.Rational(2, 3) * D**2, at, "V falls alike on both sides")
        fall = sp.expand(4 * (sigma.subs(K, top_sigma) - sigma.subs(K, top_sigma + D)))
        yield identical(fall, (2 * M + 1) * D**2 - D**3, at, "Sigma falls")
        # positive for 0 < d < 2 N / 3, which nodes up to m are within, and negative for d < 0
        slope = D * (2 * (2 * M + 1) - 3 * D)
        yield identical(sp.diff(fall, D), slope, at, "it falls all the way")
        # the next integers on either side, where the nearest one is off by 1/3 or by nothing
        for near, far in ((1, -2), (-1, 2), (0, 1), (0, -1)):
            near_d, far_d = (sp.Rational(d, 3 if near else 1) for d in (near, far))
            more = sp.expand((fall.subs(D, far_d) - fall.subs(D, near_d)).subs(M, 1 + M))
            yield holds("further off, lower") if positive(more) else fails(f"not more: {more}")

    return chain(steps(), "expanded around both tops, all m")


def positive(polynomial: Any) -> bool:
    """Decide whether a polynomial in m has no negative coefficient, and is not 0 at m = 0."""
    coefficients = sp.Poly(sp.expand(polynomial), M).all_coeffs()
    return bool(min(coefficients) >= 0 and coefficients[-1] > 0)


def fractions_of(v: Any, sigma: Any) -> Places:
    """Return these shares of m + 1/2."""
    return lambda m: (v * (m + Fraction(1, 2)), sigma * (m + Fraction(1, 2)))


CLAIM: Claim[Places] = Claim(
    key="graphs/optimality/path",
    title="V-optimality asks at 3/4 of a path, Sigma-optimality at 2/3",
    statement=(
        r"k_V = \bigl[\tfrac34 (m + \tfrac12)\bigr], \quad"
        r" k_\Sigma = \bigl[\tfrac23 (m + \tfrac12)\bigr] \quad \text{(nearest integers),}"
        r" \ m \text{ nodes behind a label, unit weights}"
    ),
    plain=(
        "On a path that hangs on a label the two designs ask nodes at three quarters and at "
        "two thirds of its length; by algebra for all lengths, and by inverting up to 20."
    ),
    relation="exact",
    does_not_say="which of the two is better: they minimize different things",
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=fractions_of(Fraction(3, 4), Fraction(2, 3)),
    checks=(
        Check(Method.EXHAUSTIVE, short_paths, scope="1 to 5 nodes behind a label"),
        Check(Method.EXHAUSTIVE, paths, scope="1 to 20 nodes behind a label", tier="normal"),
        Check(Method.SYMBOLIC, around_the_tops, scope="any number of nodes", tier="normal"),
    ),
    controls={
        "both at two thirds": fractions_of(Fraction(2, 3), Fraction(2, 3)),
        "the two exchanged": fractions_of(Fraction(2, 3), Fraction(3, 4)),
        "the node farthest from the label": lambda m: (m, m),
        "shares of m": lambda m: (Fraction(3, 4) * m, Fraction(2, 3) * m),
    },
    uses=("graphs/optimality/v", "graphs/optimality/sigma"),
)

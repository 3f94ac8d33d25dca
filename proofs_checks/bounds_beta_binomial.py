r"""The beta-binomial mixture holds at every n, for all of them together.

.. math:: M_n(p) = \frac{1}{(n + 1) \binom nk p^k (1 - p)^{n-k}}

is a martingale under :math:`p`: one more trial multiplies it by
:math:`\frac{k+1}{(n+2) p}` with probability :math:`p` and by
:math:`\frac{n-k+1}{(n+2)(1-p)}` otherwise, on average by
:math:`\frac{k + 1 + n - k + 1}{n + 2} = 1`.  As :math:`M_0 = 1`, Ville's inequality gives

.. math:: P(\exists n : M_n(p) \ge 1/\alpha) \le \alpha.
"""

from collections.abc import Callable
from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from proofs_checks._coin import ever_leaves, symmetric

Ratio: TypeAlias = Callable[[Any, Any, Any], Any]

PROBABILITIES = (sp.Rational(1, 2), sp.Rational(1, 3), sp.Rational(1, 20))
ALPHAS = (Fraction(1, 2), Fraction(1, 20), Fraction(1, 100))
HALF = sp.Rational(1, 2)


def mixture(k: Any, n: Any, p: Any) -> Any:
    """Return the likelihood ratio of the uniform mixture against ``p``."""
    return 1 / ((n + 1) * sp.binomial(n, k) * p**k * (1 - p) ** (n - k))


def hindsight(k: Any, n: Any, p: Any) -> Any:
    """Return the likelihood ratio of the coin that fits best: no martingale."""
    if n == 0:
        return sp.Integer(1)
    q = sp.sympify(k) / n
    return (q / p) ** k * ((1 - q) / (1 - p)) ** (n - k)


def one_step(ratio: Ratio, rng: np.random.Generator) -> Finding:
    """Prove that one more trial changes nothing on average, for all k, n and p."""
    del rng
    k, n = sp.symbols("k n", integer=True, nonnegative=True)
    p = sp.Symbol("p", positive=True)
    now = ratio(k, n, p)
    up, down = (sp.combsimp(ratio(j, n + 1, p) / now) for j in (k + 1, k))
    drift = sp.simplify(p * up + (1 - p) * down - 1)
    start = sp.simplify(ratio(sp.Integer(0), sp.Integer(0), p))
    if drift == sp.S.Zero and start == 1:
        seen = f"factors {up} and {down}, on average 1, from M_0 = 1"
        return holds(seen, claimed="drift 0", computed=f"drift {drift}")
    there = drift.subs({k: 2, n: 5, p: sp.Rational(1, 3)})
    if (start - 1).is_zero is False or there.is_zero is False:
        return fails(f"M_0 = {start}; drift {there} at k=2, n=5, p=1/3")
    return unknown(f"drift {drift}, start {start}")


def mean_one(ratio: Ratio, rng: np.random.Generator) -> Finding:
    """Sum over all counts: the mean is 1 in rationals."""
    del rng
    for p in PROBABILITIES:
        for n in range(13):
            mean = sum(
                sp.binomial(n, k) * p**k * (1 - p) ** (n - k) * ratio(k, n, p) for k in range(n + 1)
            )
            if mean != 1:
                return fails(f"n={n}, p={p}", claimed=1, computed=mean)
    return holds("E[M_n] = 1 for n <= 12 at p in {1/2, 1/3, 1/20}", claimed=1, computed=1)


def ever_rejects(ratio: Ratio, looks: int) -> Finding:
    """Count the fair coin's paths on which the ratio ever reaches 1/alpha."""
    chances: list[float] = []
    for alpha in ALPHAS:
        limit = sp.Rational(alpha.denominator, alpha.numerator)

        def below(k: int, n: int, limit: Any = limit) -> bool:
            return bool(ratio(k, n, HALF) < limit)

        chance = ever_leaves([symmetric(below, n) for n in range(1, looks + 1)])
        if chance > alpha:
            return fails(
                f"N={looks}: ever >= {limit}", claimed=f"<= {alpha}", computed=float(chance)
            )
        chances.append(float(chance))
    shown = ", ".join(f"{c:.5f}" for c in chances)
    return holds(f"N={looks}: reaches 1/alpha, alpha = .5, .05, .01, with probability {shown}")


def sixty_looks(ratio: Ratio, rng: np.random.Generator) -> Finding:
    """Look after each of 60 flips of a fair coin."""
    del rng
    return ever_rejects(ratio, 60)


def three_hundred_looks(ratio: Ratio, rng: np.random.Generator) -> Finding:
    """Look after each of 300 flips of a fair coin."""
    del rng
    return ever_rejects(ratio, 300)


CLAIM: Claim[Ratio] = Claim(
    key="bounds/beta-binomial/anytime",
    title="The beta-binomial mixture is a martingale, so one may look at every n",
    statement=(
        r"\mathbb E[M_{n+1}(p) \mid k, n] = M_n(p), \quad "
        r"P(\exists n : M_n(p) \ge 1/\alpha) \le \alpha"
    ),
    plain=(
        "The interval of probabilities against which the mixture has not yet won holds at all "
        "sample sizes together."
    ),
    relation="identity",
    does_not_say="that the interval is shorter than Clopper-Pearson's at a size fixed beforehand",
    source=Source("robbins1970", match="related", difference="the mixture by the uniform law"),
    expected=Verdict.PROVED,
    formula=mixture,
    checks=(
        Check(Method.SYMBOLIC, one_step, scope="all k, n and p", tier="normal"),
        Check(Method.EXHAUSTIVE, mean_one, scope="n <= 12, p in {1/2, 1/3, 1/20}"),
        Check(
            Method.EXHAUSTIVE, sixty_looks, scope="all sequences of 60 fair flips", tier="normal"
        ),
        Check(
            Method.EXHAUSTIVE,
            three_hundred_looks,
            scope="all sequences of 300 fair flips",
            tier="normal",
        ),
    ),
    controls={
        "forgets the factor n + 1": lambda k, n, p: (n + 1) * mixture(k, n, p),
        "n + 2 in place of n + 1": lambda k, n, p: mixture(k, n, p) * (n + 1) / (n + 2),
        "the best coin in hindsight": hindsight,
    },
)

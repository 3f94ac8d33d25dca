r"""The ledger's e-value against "at most p0" never has a mean above 1.

.. math:: e_n = \frac{1}{1 - p_0} \int_{p_0}^1 L_q(k, n) \, dq, \qquad
          L_q(k, n) = \frac{q^k (1 - q)^{n-k}}{p_0^k (1 - p_0)^{n-k}}

satisfies :math:`e_0 = 1` and :math:`\mathbb E_p[e_{n+1} \mid k, n] \le e_n` for every
:math:`p \le p_0`, since each ratio under the integral gains

.. math:: \frac{p \, L_q(k + 1, n + 1) + (1 - p) \, L_q(k, n + 1)}{L_q(k, n)} - 1
          = \frac{(p - p_0)(q - p_0)}{p_0 (1 - p_0)} \le 0 \qquad (p \le p_0 \le q),

nothing at :math:`p = p_0`.  Then :math:`\mathbb E_p[e_n] \le 1` by induction and Ville's
inequality applies.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from typing import Any, final

import numpy as np
import sympy as sp

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds, unknown
from altheory.ledger.statistics import e_value

NULLS = (Fraction(1, 20), Fraction(1, 2), Fraction(9, 10))
MOST = 6


def likelihood_ratio(q: Any, k: Any, n: Any, p0: Any) -> Any:
    """Return how much likelier ``k`` of ``n`` is under ``q`` than under ``p0``."""
    return (q / p0) ** k * ((1 - q) / (1 - p0)) ** (n - k)


@final
@dataclass(frozen=True, slots=True)
class Mixture:
    """The average of ``ratio(q, k, n, p0)`` over q uniform on ``[least(p0), 1]``."""

    ratio: Callable[[Any, Any, Any, Any], Any] = likelihood_ratio
    least: Callable[[Any], Any] = lambda p0: p0

    def at(self, k: int, n: int, p0: Fraction) -> Any:
        q, null = sp.Symbol("q"), sp.Rational(p0.numerator, p0.denominator)
        low = self.least(null)
        integral = sp.Poly(self.ratio(q, k, n, null), q).integrate(q)
        return (integral.eval(1) - integral.eval(low)) / (1 - low)


def gains_nothing(mixture: Mixture, rng: np.random.Generator) -> Finding:
    """Prove the step for all k, n, p0, all p below and all q that the mixture holds."""
    del rng
    k, n = sp.symbols("k n", integer=True, nonnegative=True)
    a, p, q = sp.symbols("a p q", positive=True)
    d, u = sp.symbols("d u", nonnegative=True)
    now = mixture.ratio(q, k, n, p0 := 1 / (1 + a))  # a > 0 makes every p0 in (0, 1)
    up, down = (sp.powsimp(sp.simplify(mixture.ratio(q, j, n + 1, p0) / now)) for j in (k + 1, k))
    gain = sp.factor(p * up + (1 - p) * down - 1)
    start = sp.simplify(mixture.ratio(q, sp.Integer(0), sp.Integer(0), p0))
    signed = sp.factor(gain.subs({p: p0 - d, q: mixture.least(p0) + u}))
    if (start - 1).is_zero and signed.is_nonpositive and signed.subs(d, 0) == 0:
        seen = (
            f"each ratio starts at 1 and gains {signed} at p = p0 - d, q = p0 + u, p0 = 1/(1 + a)"
        )
        return holds(seen, claimed="gain <= 0", computed=signed)
    there = signed.subs({a: 1, d: sp.Rational(1, 4), u: sp.Rational(1, 4), k: 2, n: 3})
    if start.subs(a, 1) != 1 or there.is_positive:
        return fails(f"starts at {start}, gains {there} at p0 = 1/2, p = 1/4", claimed="<= 0")
    return unknown(f"starts at {start}, gains {signed}")


def the_shipped_e_value(mixture: Mixture, rng: np.random.Generator) -> Finding:
    """Integrate: the average is the e-value that the ledger computes from a binomial tail."""
    del rng
    cases = [(k, n, p0) for p0, n in product(NULLS, range(MOST + 1)) for k in range(n + 1)]
    for k, n, p0 in cases:
        found, shipped = mixture.at(k, n, p0), e_value(k, n, p0)
        if found != shipped:
            return fails(f"k={k}, n={n}, p0={p0}", claimed=found, computed=shipped)
    return holds(f"{len(cases)} triples (k, n, p0): the same rational")


def random_step(mixture: Mixture, rng: np.random.Generator) -> Finding:
    """Try one step at a random history, null and p below it."""
    n = int(rng.integers(12))
    k, p0 = int(rng.integers(n + 1)), Fraction(int(rng.integers(1, 50)), 50)
    p = p0 * Fraction(int(rng.integers(33)), 32)
    mean = p * mixture.at(k + 1, n + 1, p0) + (1 - p) * mixture.at(k, n + 1, p0)
    outcome = holds if mean <= mixture.at(k, n, p0) else fails
    return outcome(
        f"k={k}, n={n}, p0={p0}, p={p}", claimed="no gain", computed=f"{float(mean):.6g}"
    )


CLAIM: Claim[Mixture] = Claim(
    key="statistics/e-process/supermartingale",
    title="The mixture e-value has mean at most 1 under every null",
    statement=r"\mathbb E_p[e_{n+1} \mid k, n] \le e_n \quad (p \le p_0), \quad e_0 = 1",
    plain=(
        "The evidence against a claimed probability does not grow on average while the claim is "
        "true, so it may be looked at after every trial."
    ),
    relation="upper",
    does_not_say="how soon it decides when the claim is false",
    source=Source("ville1939", match="related", difference="a mixture over [p0, 1]"),
    expected=Verdict.PROVED,
    formula=Mixture(),
    checks=(
        Check(Method.SYMBOLIC, gains_nothing, scope="all k, n, p0 and p <= p0"),
        Check(
            Method.EXHAUSTIVE,
            the_shipped_e_value,
            scope="k <= n <= 6, p0 in {1/20, 1/2, 9/10}",
            tier="normal",
        ),
    ),
    controls={
        "mixture over all coins": Mixture(least=lambda _p0: sp.Integer(0)),
        "twice the ratio": Mixture(lambda q, k, n, p0: 2 * likelihood_ratio(q, k, n, p0)),
        "not divided by 1 - p0": Mixture(
            lambda q, k, n, p0: likelihood_ratio(q, k, n, p0) * (1 - p0)
        ),
        "successes counted as failures": Mixture(
            lambda q, k, n, p0: likelihood_ratio(q, n - k, n, p0)
        ),
    },
    attack=random_step,
)

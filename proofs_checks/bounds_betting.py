r"""Betting against a mean: the wealth is a martingale, whatever the law.

For variables in :math:`[0, 1]` with mean :math:`m` and bets :math:`c \in [0, 1]`, stakes
:math:`S_0(c) = 1` are played by

.. math:: S_{n+1}(c) = S_n(c) \Bigl(1 - c + c \, \frac{X_{n+1}}{m}\Bigr), \qquad
          K_n(m) = \frac{1}{|C|} \sum_{c \in C} S_n(c).

Why: whatever the stakes, :math:`K_{n+1}` is *affine* in the payoff, so its mean under
any law is its value at :math:`X_{n+1} = m`, which is :math:`K_n`.  It is never negative,
as it is not at 0 and 1.  No factor increases with :math:`m`, so the means at which the
wealth has reached :math:`1/\delta` form an interval from 0.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import combinations_with_replacement, product
from typing import Any, TypeAlias

import numpy as np
import sympy as sp

from altheory.bounds.betting_mean import BETS, wealth
from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, Outcome, fails, holds, unknown

Stakes: TypeAlias = Sequence[Any]
Round: TypeAlias = Callable[[Stakes, Any, Any, Any], Stakes]

ATOMS = (Fraction(0), Fraction(1, 2), Fraction(1))
MEANS = tuple(Fraction(i, 8) for i in range(1, 9))


def play(stakes: Stakes, x: Any, m: Any, n: Any) -> Stakes:
    """Return the stakes after the payoff ``x``, with ``n`` rounds played before."""
    del n
    return [s * (1 - c + c * x / m) for s, c in zip(stakes, BETS, strict=True)]


def no_gain_on_average(formula: Round, rng: np.random.Generator) -> Finding:
    """Prove it for every law of mean m after every history: any stakes, any n."""
    del rng
    found = fair_coin(formula)
    if found.outcome is Outcome.FAILS:
        return found
    stakes = sp.symbols(f"s:{len(BETS)}", positive=True)
    x, m = sp.Symbol("x", nonnegative=True), sp.Symbol("m", positive=True)
    after = formula(stakes, x, m, sp.Symbol("n", integer=True, nonnegative=True))
    later = sp.Add(*after)
    gain, bend = sp.expand(later.subs(x, m) - sum(stakes)), sp.expand(sp.diff(later, x, 2))
    least = [stake.subs(x, end).is_nonnegative for stake in after for end in (0, 1)]
    if gain == bend == 0 and all(least):
        seen = f"{len(stakes)} stakes: K' is affine in the payoff, K at its mean, >= 0 at 0 and 1"
        return holds(seen, claimed="E[K'] - K = 0", computed=f"E[K'] - K = {gain}")
    return unknown(f"K' - K at the mean is {gain}, its second derivative {bend}")


def fair_coin(formula: Round) -> Finding:
    """Look for a gain, a loss or a debt against a fair coin, with distinct stakes."""
    stakes, half = [Fraction(i) for i in range(1, len(BETS) + 1)], Fraction(1, 2)
    for n in range(6):
        after = [formula(stakes, x, half, n) for x in (Fraction(0), Fraction(1))]
        mean = sum(map(sum, after)) / 2
        if mean != sum(stakes) or min(map(min, after)) < 0:
            return fails(f"a fair coin, round {n + 1}", claimed=sum(stakes), computed=mean)
    return holds("no gain, loss or debt in six rounds")


def the_shipped_wealth(formula: Round, rng: np.random.Generator) -> Finding:
    """Play every short history: the mean of the stakes is what the bound computes."""
    del rng
    cases = 0
    for length, m in product(range(5), MEANS):
        for history in combinations_with_replacement(ATOMS, length):
            stakes: Stakes = [Fraction(1)] * len(BETS)
            for n, x in enumerate(history):
                stakes = formula(stakes, x, m, n)
            mean, shipped = sum(stakes, Fraction(0)) / len(BETS), wealth(Counter(history), m)
            if mean != shipped:
                return fails(f"m={m}, payoffs {_shown(history)}", claimed=mean, computed=shipped)
            cases += 1
    return holds(f"{cases} pairs of a history and a mean: the same rational")


def never_increases_with_the_mean(formula: Round, rng: np.random.Generator) -> Finding:
    """Prove that each factor falls, or stays, as the candidate mean grows."""
    del rng
    m, n, x = sp.Symbol("m", positive=True), sp.Integer(1), sp.Symbol("x", nonnegative=True)
    slopes = [sp.diff(after, m) for after in formula([sp.Integer(1)] * len(BETS), x, m, n)]
    signs = {slope.is_nonpositive for slope in slopes}
    if signs == {True}:
        return holds(f"slopes such as {slopes[-1]}")
    return fails("a factor grows with the mean") if False in signs else unknown(f"{slopes[-1]}")


def _shown(history: Sequence[Fraction]) -> str:
    return ", ".join(map(str, history)) or "none"


def best_bet(stakes: Stakes, x: Any, m: Any, n: Any) -> Stakes:
    """Move everything to the bet that turns out best: knowledge of the future."""
    after = play(stakes, x, m, n)
    return [sp.Max(*after)] * len(after)


def all_at_once(stakes: Stakes, x: Any, m: Any, n: Any) -> Stakes:
    """Bet three times what one has."""
    del n
    return [s * (3 * x / m - 2) for s in stakes]


def doubled(stakes: Stakes, x: Any, m: Any, n: Any) -> Stakes:
    """Double the wealth in the third round."""
    factor = sp.Piecewise((2, sp.Eq(n, 2)), (1, True))
    return [factor * s for s in play(stakes, x, m, n)]


CLAIM: Claim[Round] = Claim(
    key="bounds/betting/martingale",
    title="The wealth of a bettor against the true mean is a martingale",
    statement=(r"\mathbb E[K_{n+1}(m) \mid X_1, \dots, X_n] = K_n(m) \ge 0, \quad K_0(m) = 1"),
    plain=(
        "Nobody gets rich betting against the true mean of bounded variables, so a mean against "
        "which the bets have won is rejected, at any time."
    ),
    relation="identity",
    does_not_say="how fast the wealth grows against a wrong mean: that depends on the variance",
    source=Source("waudbysmith2024betting", match="related", difference="a fixed mixture of bets"),
    expected=Verdict.PROVED,
    formula=play,
    checks=(
        Check(Method.SYMBOLIC, no_gain_on_average, scope="every law, history and n"),
        Check(Method.SYMBOLIC, never_increases_with_the_mean, scope="every payoff and mean"),
        Check(
            Method.EXHAUSTIVE,
            the_shipped_wealth,
            scope="histories of up to 4 on {0, 1/2, 1}, means i/8",
            tier="normal",
        ),
    ),
    controls={
        "the best bet in hindsight": best_bet,
        "bets that may lose more than everything": all_at_once,
        "doubled after three observations": doubled,
        "the mean one tenth too small": lambda stakes, x, m, n: play(
            stakes, x, m * Fraction(9, 10), n
        ),
    },
)

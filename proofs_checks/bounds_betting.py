r"""Betting against a mean: the wealth is a martingale, whatever the law.

For variables in :math:`[0, 1]` with mean :math:`m` and bets :math:`c \in [0, 1]`,

.. math:: K_n(m) = \frac{1}{|C|} \sum_{c \in C} \prod_{i=1}^n
                   \Bigl(1 - c + c \, \frac{X_i}{m}\Bigr)

has :math:`K_0 = 1`, is never negative, and is unchanged on average by one more
variable, since :math:`\mathbb E[X / m] = 1`.  No factor increases with :math:`m`, so
the means at which the wealth has reached :math:`1/\delta` form an interval from 0.
"""

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from fractions import Fraction
from itertools import combinations_with_replacement, pairwise
from typing import TypeAlias

import numpy as np

from altheory.bounds.betting_mean import BETS, wealth
from altheory.ledger.claim import Check, Claim, Finding, Method, Source, Verdict, fails, holds

Wealth: TypeAlias = Callable[[Mapping[Fraction, int], Fraction], Fraction]
Law: TypeAlias = dict[Fraction, Fraction]

ATOMS = (Fraction(0), Fraction(1, 2), Fraction(1))


def laws() -> Iterator[tuple[Law, Fraction]]:
    """Yield every law on {0, 1/2, 1} with quarters as masses, with its mean if positive."""
    for chosen in combinations_with_replacement(ATOMS, 4):
        mean = sum(chosen, Fraction(0)) / 4
        if mean > 0:
            yield {x: Fraction(times, 4) for x, times in Counter(chosen).items()}, mean


def histories(most: int) -> Iterator[Counter[Fraction]]:
    """Yield every multiset of up to ``most`` observations."""
    for n in range(most + 1):
        yield from map(Counter, combinations_with_replacement(ATOMS, n))


def unchanged_on_average(formula: Wealth, rng: np.random.Generator) -> Finding:
    """Add one more variable of each law to each history."""
    del rng
    cases = 0
    for law, mean in laws():
        if formula({}, mean) != 1:
            return fails(f"mean {mean}: the wealth starts at {formula({}, mean)}", claimed=1)
        for history in histories(2):
            now = formula(history, mean)
            later = sum(p * formula(history + Counter([x]), mean) for x, p in law.items())
            if later != now or now < 0:
                return fails(
                    f"law {_shown(law)}, after {_shown(history)}", claimed=now, computed=later
                )
            cases += 1
    seen = f"{cases} pairs of a law and a history of up to 2 observations: no gain, no loss"
    return holds(seen, claimed="E[K'] = K", computed=f"{cases} equalities")


def never_increases_with_the_mean(formula: Wealth, rng: np.random.Generator) -> Finding:
    """Compare neighboring candidate means, for each history."""
    del rng
    grid = [Fraction(i, 8) for i in range(1, 9)]
    for history in histories(3):
        values = [formula(history, m) for m in grid]
        if any(a < b for a, b in pairwise(values)):
            return fails(f"after {_shown(history)} the wealth increases with the mean")
    return holds("every history of up to 3 observations, 8 candidate means")


def _shown(counts: Mapping[Fraction, object]) -> str:
    return ", ".join(f"{x}: {v}" for x, v in counts.items()) or "nothing"


def best_bet(counts: Mapping[Fraction, int], m: Fraction) -> Fraction:
    """Return the wealth of the bet that turned out best: knowledge of the future."""
    return max(_single(counts, m, c) for c in BETS)


def _single(counts: Mapping[Fraction, int], m: Fraction, c: Fraction) -> Fraction:
    product = Fraction(1)
    for x, times in counts.items():
        product *= (1 - c + c * x / m) ** times
    return product


CLAIM: Claim[Wealth] = Claim(
    key="bounds/betting/martingale",
    title="The wealth of a bettor against the true mean is a martingale",
    statement=r"\mathbb E[K_{n+1}(m) \mid X_1, \dots, X_n] = K_n(m), \quad K_0(m) = 1",
    plain=(
        "Nobody gets rich betting against the true mean of bounded variables, so a mean against "
        "which the bets have won is rejected, at any time."
    ),
    relation="identity",
    does_not_say="how fast the wealth grows against a wrong mean: that depends on the variance",
    source=Source(
        "waudbysmith2024betting", "Section 4", match="related", difference="a fixed mixture of bets"
    ),
    expected=Verdict.PROVED,
    formula=wealth,
    checks=(
        Check(
            Method.EXHAUSTIVE,
            unchanged_on_average,
            scope="laws on {0, 1/2, 1} with quarters as masses, histories of up to 2",
        ),
        Check(
            Method.EXHAUSTIVE,
            never_increases_with_the_mean,
            scope="histories of up to 3 on {0, 1/2, 1}, means i/8",
        ),
    ),
    controls={
        "the best bet in hindsight": best_bet,
        "bets that may lose more than everything": lambda counts, m: _single(
            counts, m, Fraction(3)
        ),
        "a stake of its own each time": lambda counts, m: (
            wealth(counts, m) + counts.get(ATOMS[2], 0)
        ),
        "the mean one tenth too small": lambda counts, m: wealth(counts, m * Fraction(9, 10)),
    },
)

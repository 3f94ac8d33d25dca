r"""A bet that falls away from a threshold cannot win on average if the threshold is best.

Instances have the density q, and :math:`\lambda(x)` of the capital is bet on "the threshold errs
at x".  On cells of equal mass to one side of it, with :math:`a_i` the probability that it errs
in the i-th nearest and :math:`q_i` that of being drawn,

.. math:: E f = \sum_i q_i \bigl( a_i (1 + \lambda_i) + (1 - a_i)(1 - \lambda_i) \bigr)
              = 1 - \sum_i \lambda_i q_i (1 - 2 a_i) .

Thresholds further on err as much at least: :math:`\sum_{i \le j} (1 - 2 a_i) \ge 0` for all j.
With :math:`\lambda_i q_i` falling the sum is at least 0 by parts.  The learner takes, of whatever
it wants to bet, the running minimum of :math:`\lambda q`; the other side adds as little.
"""

from collections.abc import Callable, Sequence
from fractions import Fraction
from itertools import accumulate, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

F = Fraction
# From what is wanted in each cell, the nearest first, and the densities, to what is bet.
Bets: TypeAlias = Callable[[Sequence[Fraction], Sequence[Fraction]], Sequence[Fraction]]

QUARTERS = tuple(F(i, 4) for i in range(5))
HALVES = (F(0), F(1, 2), F(1))


def falling(wanted: Sequence[Fraction], q: Sequence[Fraction]) -> list[Fraction]:
    """Take the running minimum of the bet times the density."""
    least = accumulate((w * c for w, c in zip(wanted, q, strict=True)), min)
    return [m / c for m, c in zip(least, q, strict=True)]


def largest_mean(bets: Bets, cells: int, chances: Sequence[Fraction]) -> Fraction:
    """Return the largest mean of a factor: every want, order of densities and law of labels."""
    weights = [F(2**i, 2**cells - 1) for i in range(cells)]
    densities = [weights, weights[::-1], [F(1, cells)] * cells, [*weights[1:], weights[0]]]
    laws = [a for a in product(chances, repeat=cells) if is_best(a)]
    largest = F(0)
    for q, wanted in product(densities, product(HALVES, repeat=cells)):
        mass = [b * c for b, c in zip(bets(wanted, q), q, strict=True)]
        means = (sum(c * (1 - 2 * e) for c, e in zip(mass, a, strict=True)) for a in laws)
        largest = max(largest, F(1 - min(means)))
    return largest


def is_best(errs: Sequence[Fraction]) -> bool:
    """Tell whether no threshold further on errs less."""
    return min(accumulate(1 - 2 * a for a in errs)) >= 0


def decided(bets: Bets, cells: int, chances: Sequence[Fraction]) -> Finding:
    """Compare the largest mean with 1."""
    found = largest_mean(bets, cells, chances)
    verdict = holds if found <= 1 else fails
    return verdict(f"{cells} cells to one side", claimed="E f <= 1", computed=found)


def two_cells(bets: Bets, rng: np.random.Generator) -> Finding:
    """Go through all laws on two cells."""
    del rng
    return decided(bets, 2, QUARTERS)


def three_cells(bets: Bets, rng: np.random.Generator) -> Finding:
    """Go through all laws on three cells."""
    del rng
    return decided(bets, 3, HALVES)


CLAIM: Claim[Bets] = Claim(
    key="betting/ordered",
    title="Bets whose density falls away from a best threshold do not win on average",
    statement=(
        r"\lambda_i q_i = \min_{j \le i} w_j q_j, \; \sum_{i \le j} (1 - 2 a_i) \ge 0 \; \forall j "
        r"\;\Rightarrow\; \sum_i q_i \bigl(a_i (1 + \lambda_i) + (1 - a_i)(1 - \lambda_i)\bigr) "
        r"\le 1 \quad \text{(2 cells, } a_i \in \{0, \tfrac14, \dots, 1\} \text{; 3 cells, } "
        r"a_i \in \{0, \tfrac12, 1\}; \; w_i \in \{0, \tfrac12, 1\})"
    ),
    plain=(
        "A threshold's capital, bet on its own errors, does not grow on average if it is best: "
        "for two cells to one side and chances in quarters, three and chances in halves, four "
        "densities, all wants in halves.  In general it is summation by parts."
    ),
    relation="upper",
    assumptions=frozenset({"finite domain"}),
    does_not_say=(
        "that the drop rate shows a wrong bet: those below drop the best less often than allowed, "
        "so test the mean; nor anything of a threshold that is not best"
    ),
    source=Source("altheory", match="derived"),
    expected=Verdict.PROVED,
    formula=falling,
    checks=(
        Check(Method.EXHAUSTIVE, two_cells, scope="two cells, four densities, chances in quarters"),
        Check(
            Method.EXHAUSTIVE,
            three_cells,
            scope="three cells, four densities, chances in halves",
            tier="normal",
        ),
    ),
    controls={
        "no running minimum": lambda wanted, _: list(wanted),
        "of the bet without the density": lambda wanted, _: list(accumulate(wanted, min)),
        "growing with distance": lambda wanted, _: list(accumulate(wanted, max)),
    },
)

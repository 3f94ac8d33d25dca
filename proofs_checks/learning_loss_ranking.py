r"""When the ranking loss of learning loss is zero.

For instances with losses :math:`\ell_i` and predictions :math:`\hat\ell_i`, summed over all pairs,

.. math:: \sum_{i < j} \max\bigl(0, \xi - \operatorname{sgn}(\ell_i - \ell_j)
          (\hat\ell_i - \hat\ell_j)\bigr) = 0 \iff
          \hat\ell_i - \hat\ell_j \ge \xi \text{ whenever } \ell_i > \ell_j

if no losses are equal.  It forces the order with a gap, however close the losses are, and nothing
else: predictions may be shifted, or doubled, and need not be near any loss.
"""

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from itertools import combinations, pairwise, permutations, product
from typing import TypeAlias

import numpy as np

from altheory.ledger.claim import Check, Claim, Method, Source, Verdict
from altheory.ledger.finding import Finding, fails, holds

Numbers: TypeAlias = Sequence[Fraction]
Vanishes: TypeAlias = Callable[[Numbers, Numbers, Fraction], bool]  # losses, predictions, margin
LOSSES = tuple(Fraction(n, 4) for n in (0, 1, 2, 7))
MARGIN = Fraction(1, 2)


def ranking_loss(losses: Numbers, predicted: Numbers, margin: Fraction) -> Fraction:
    """Return the ranking loss of all pairs, by its definition."""
    total = Fraction(0)
    for i, j in combinations(range(len(losses)), 2):
        sign = (losses[i] > losses[j]) - (losses[i] < losses[j])
        total += max(Fraction(0), margin - sign * (predicted[i] - predicted[j]))
    return total


def ordered_with_a_gap(losses: Numbers, predicted: Numbers, margin: Fraction) -> bool:
    """Decide whether predictions rise by the margin at least from each loss to the next."""
    order = sorted(range(len(losses)), key=lambda i: losses[i])
    along = [predicted[i] for i in order]
    return all(b - a >= margin for a, b in pairwise(along))


def compared(vanishes: Vanishes, sizes: Iterable[tuple[int, int]]) -> Finding:
    """Go through losses in every order and predictions on a grid, shifted and stretched."""
    count = 0
    for n, top in sizes:
        grid = [Fraction(k, 4) for k in range(top + 1)]
        for losses, predicted in product(permutations(LOSSES, n), product(grid, repeat=n)):
            for guess in (predicted, [p - 3 for p in predicted], [2 * p for p in predicted]):
                found = ranking_loss(losses, guess, MARGIN)
                if vanishes(losses, guess, MARGIN) != (found == 0):
                    where = f"losses {', '.join(map(str, losses))}"
                    where += f", predictions {', '.join(map(str, guess))}"
                    return fails(where, claimed=found != 0, computed=f"a ranking loss of {found}")
            count += 1
    return holds(f"{count} cases, each of them shifted and doubled as well")


def two(vanishes: Vanishes, rng: np.random.Generator) -> Finding:
    """Go through two instances."""
    del rng
    return compared(vanishes, [(2, 3)])


def more(vanishes: Vanishes, rng: np.random.Generator) -> Finding:
    """Go through three instances."""
    del rng
    return compared(vanishes, [(2, 7), (3, 4)])


def in_order(losses: Numbers, predicted: Numbers, _: Fraction) -> bool:
    """Decide whether predictions rise with losses at all."""
    return ordered_with_a_gap(losses, predicted, Fraction(1, 10**6))


CLAIM: Claim[Vanishes] = Claim(
    key="learning-loss/ranking",
    title="Zero ranking loss is order with a gap",
    statement=(
        r"\textstyle\sum_{i<j} \max(0, \xi - \operatorname{sgn}(\ell_i - \ell_j)(\hat\ell_i -"
        r" \hat\ell_j)) = 0 \iff \hat\ell_i - \hat\ell_j \ge \xi \text{ whenever } \ell_i >"
        r" \ell_j, \quad n \in \{2, 3\},\ \xi = \tfrac12,\ \ell_i \in \{0, \tfrac14, \tfrac12,"
        r" \tfrac74\} \text{ unequal},\ \hat\ell_i = a k_i + b,\ (a, b) \in \{(\tfrac14, 0),"
        r" (\tfrac14, -3), (\tfrac12, 0)\},\ k_i \in \{0, \dots, 7\} \text{ if } n = 2,"
        r" \{0, \dots, 4\} \text{ if } n = 3"
    ),
    plain=(
        "The ranking loss of all pairs is zero if and only if predictions are ordered as the "
        "losses, with gaps of at least the margin, wherever they lie; on two and three instances "
        "with unequal losses of four values, predictions in quarters up to 7/4 and 1, the same "
        "less 3, and the same doubled; the margin is 1/2."
    ),
    does_not_say=(
        "that predictions are near the losses: order is all that is learned; nor anything of "
        "equal losses, which with the sign 0 would cost the margin always"
    ),
    relation="identity",
    source=Source(
        "yoo2019",
        match="related",
        difference="all pairs instead of the pairs of a batch; when it vanishes is derived here",
    ),
    expected=Verdict.PROVED,
    formula=ordered_with_a_gap,
    checks=(
        Check(Method.EXHAUSTIVE, two, scope="2 instances, predictions in {0, 1/4, 1/2, 3/4}"),
        Check(
            Method.EXHAUSTIVE,
            more,
            scope="3 instances, predictions in {0, 1/4, ..., 1}",
            tier="normal",
        ),
    ),
    controls={
        "order is enough": in_order,
        "no prediction is negative": lambda losses, predicted, margin: (
            min(predicted) >= 0 and ordered_with_a_gap(losses, predicted, margin)
        ),
        "predictions are losses": lambda losses, predicted, _: list(losses) == list(predicted),
        "gaps are those of losses": lambda losses, predicted, _: all(
            a - b == c - d
            for (a, c), (b, d) in combinations(zip(losses, predicted, strict=True), 2)
        ),
    },
)

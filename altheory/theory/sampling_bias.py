r"""Sampling bias: four blocks on the line on which greedy questions end at the wrong threshold.

.. math:: - \text{ on } [0, .1], \quad + \text{ on } [.44, .56], \quad
          - \text{ on } [.6, .65], \quad + \text{ on } [.9, 1],

with the masses .4625, .025, .05 and .4625, each spread evenly.  No threshold is right.  Cuts
between the first two blocks err on the third, 1/20; cuts between the last two err on the
second, 1/40, which is best.

Whoever separates the outer blocks has a cut around 1/2, in the second block.  A learner that
asks there sees a + and from then on has no reason to look to the right of it.

Empirical risk minimization is a walk: the difference :math:`D` of the labels met in the third and
second block grows by 1 with chance 2/40 and falls by 1 with chance 1/40.  It is at 1/20 where
:math:`D \le 0` once a label of either block was met.  CAL decides by the first of these labels.
"""

from dataclasses import dataclass
from fractions import Fraction
from itertools import accumulate
from typing import Any, final

from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import count
from altheory.oracles._step_labels import StepLabels
from altheory.protocols import Label
from altheory.spaces.line import IntervalUnion
from altheory.spaces.line_laws import StepLaw

MISSED = Fraction(37, 40)  # the mass of the outer blocks
PRECISION = 100  # bits of balls, of which the error is small beside that of a truncated series


@final
@dataclass(frozen=True, slots=True)
class Block:
    """An interval with its mass and the one label in it."""

    lo: Fraction
    hi: Fraction
    mass: Fraction
    label: Label

    @property
    def region(self) -> IntervalUnion:
        """The closed interval."""
        return IntervalUnion.closed(self.lo, self.hi)


FOUR_BLOCKS = (
    Block(Fraction(0), Fraction(1, 10), Fraction(37, 80), -1),
    Block(Fraction(11, 25), Fraction(14, 25), Fraction(1, 40), 1),
    Block(Fraction(3, 5), Fraction(13, 20), Fraction(1, 20), -1),
    Block(Fraction(9, 10), Fraction(1), Fraction(37, 80), 1),
)


@final
@dataclass(frozen=True, slots=True)
class Ends:
    """Where a learner is, as chances that sum to one.

    Attributes
    ----------
    stuck
        At error 1/20, with a cut between the first two blocks.
    best
        At error 1/40, with a cut between the last two.
    undecided
        Within the second block, at a mean error of 1/16 if its rule is symmetric.

    """

    stuck: Any
    best: Any
    undecided: Any

    @property
    def mean_error(self) -> Any:
        """The mean error, the outer blocks being alike."""
        return self.stuck / 20 + self.best / 40 + self.undecided / 16


def four_block_law() -> StepLaw:
    """Return the law of the instances.

    >>> four_block_law().mass(IntervalUnion.closed(Fraction(1, 2), 1))
    Fraction(21, 40)
    """
    breaks, weights = [Fraction(0)], list[Fraction]()
    for block in FOUR_BLOCKS:
        if block.lo > breaks[-1]:
            breaks.append(block.lo)
            weights.append(Fraction(0))
        breaks.append(block.hi)
        weights.append(block.mass)
    return StepLaw(tuple(breaks), tuple(weights))


def four_block_labels() -> StepLabels[IntervalUnion]:
    """Return the law of the labels, which are certain; between blocks they are -1.

    >>> from altheory.hypotheses.thresholds import Threshold
    >>> four_block_labels().error(Threshold(0.25).positive, four_block_law())
    Fraction(1, 20)
    """
    regions = [block.region for block in FOUR_BLOCKS if block.label == 1]
    positive = regions[0] | regions[1]
    return StepLabels(((positive, Fraction(1)), (~positive, Fraction(0))))


def four_block_ranks() -> StepLabels[IntervalUnion]:
    """Return the law of the labels at ranks, the masses to the left: uniform, without gaps.

    What thresholds do depends on the order of instances alone, and so do their errors.

    >>> from altheory.hypotheses.thresholds import Threshold
    >>> from altheory.spaces.line_laws import UniformInterval
    >>> four_block_ranks().error(Threshold(Fraction(37, 80)).positive, UniformInterval())
    Fraction(1, 20)
    """
    masses = (block.mass for block in FOUR_BLOCKS)
    _, start, middle, end, _ = accumulate(masses, initial=Fraction(0))
    positive = IntervalUnion.closed(start, middle) | IntervalUnion.closed(end, 1)
    return StepLabels(((positive, Fraction(1)), (~positive, Fraction(0))))


def four_block_cal(n: Any) -> Ends:
    """Return where CAL is after ``n`` instances, exactly.

    The first instance of an inner block decides, and it is of the second with chance 1/3.

    >>> four_block_cal(1)
    Ends(stuck=Fraction(1, 40), best=Fraction(1, 20), undecided=Fraction(37, 40))
    """
    undecided = MISSED ** count(n, "the number of instances", least=0)
    return Ends((1 - undecided) / 3, 2 * (1 - undecided) / 3, undecided)


def four_block_erm(n: Any) -> Ends:
    r"""Return where the first interval with the fewest errors of ``n`` labels is, exactly.

    .. math:: P(D_n \le 0) = 40^{-n} \sum_{d \le 0} [x^d] \bigl(x^{-1} + 37 + 2x\bigr)^n

    >>> four_block_erm(2).best  # 2 (37/40) (1/20) + (1/20)^2
    Fraction(19, 200)
    """
    from flint import fmpz_poly

    size = count(n, "the number of labels", least=0)
    ways = [int(c) for c in (fmpz_poly([1, 37, 2]) ** size).coeffs()]  # of D = -n, ..., n
    undecided = MISSED**size
    best = Fraction(sum(ways[size + 1 :]), 40**size)
    return Ends(1 - best - undecided, best, undecided)


def four_block_cal_labels(labels: Any, instances: Any = 200) -> Enclosure:
    r"""Enclose the chance that CAL is undecided after it has bought so many labels.

    Until it decides, CAL buys the records of the outer blocks, the highest instance so far of the
    first and the lowest of the last.  With :math:`j` instances of a block the number of records is
    :math:`r` with chance :math:`{j \brack r} / j!`; the waiting time for the deciding instance is
    geometric, and what lies beyond ``instances`` adds its chance to the upper end.

    Parameters
    ----------
    labels
        The number of labels.
    instances
        How many instances of the outer blocks are followed.

    Examples
    --------
    >>> print(four_block_cal_labels(1))  # the first label decides with chance 3/40
    [0.924999843509, 0.925]

    """
    from flint import arb, arb_mat, ctx

    bought = count(labels, "the number of labels", least=0)
    most = count(instances, "the number of instances")
    with ctx.workprec(PRECISION):
        records = arb_mat(_record_chances(most, bought))
        waits = arb_mat(_waiting_chances(most))
        joint = records.transpose() * waits * records
        fewer = sum((joint[i, j] for i in range(bought) for j in range(bought - i)), arb(0))
        low = Enclosure.of_ball(fewer)
    return Enclosure(1 - low.hi - MISSED ** (most + 1), 1 - low.lo)


def _record_chances(most: int, fewer: int) -> list[list[Any]]:
    """Return the chance of r records among j instances, j up to ``most``, r < ``fewer``."""
    from flint import arb

    rows = [[arb(1)] + [arb(0)] * max(fewer - 1, 0)]
    for j in range(1, most + 1):
        last = rows[-1]
        rows.append([(last[r] * (j - 1) + (last[r - 1] if r else 0)) / j for r in range(len(last))])
    return rows


def _waiting_chances(most: int) -> list[list[Any]]:
    """Return the chance of j and k instances of the outer blocks before one of an inner block."""
    from flint import arb

    half, decides = arb(37) / 80, arb(3) / 40
    rows = [[decides * half**k for k in range(most + 1)]]
    for j in range(1, most + 1):
        last = rows[-1]
        row = [last[k] * half * (j + k) / j for k in range(most + 1 - j)]
        rows.append(row + [arb(0)] * j)
    return rows

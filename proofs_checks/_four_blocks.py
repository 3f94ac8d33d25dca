"""Learners on four blocks of the line, wherever in the blocks their instances lie.

Comparisons are of sums: of two instances a < b the lower one is nearer to the middle of n and p
iff a + b > n + p.  So intervals of positions take part in them by their ends alone.
"""

from collections.abc import Callable, Iterator
from fractions import Fraction
from itertools import product
from math import prod
from typing import Any, TypeAlias

from altheory.hypotheses.thresholds import Threshold
from altheory.theory.sampling_bias import FOUR_BLOCKS, four_block_labels, four_block_law

Interval: TypeAlias = tuple[Fraction, Fraction]

LAW, LABELS = four_block_law(), four_block_labels()
SPANS: tuple[Interval, ...] = tuple((block.lo, block.hi) for block in FOUR_BLOCKS)
STUCK, BEST = Fraction(1, 20), Fraction(1, 40)
PLACES = (Fraction(0), Fraction(1, 2), Fraction(1))


def error(cut: Fraction) -> Any:
    """Return the error of a threshold, exactly."""
    return LABELS.error(Threshold(cut).positive, LAW)


def least_error() -> Any:
    """Return the least error, which is affine between the ends of blocks."""
    return min(error(end) for span in SPANS for end in span)


def block_of(x: Fraction) -> int:
    """Return the number of the block that an instance lies in, from 0."""
    return next(i for i, (lo, hi) in enumerate(SPANS) if lo <= x <= hi)


def label(x: Fraction) -> Any:
    """Return the label at an instance of a block."""
    return FOUR_BLOCKS[block_of(x)].label


def at(block: int, place: Fraction) -> Fraction:
    """Return the instance of a block at a place between its ends, 0 and 1."""
    lo, hi = SPANS[block]
    return lo + place * (hi - lo)


def nearer(these: Interval, those: Interval, total: Interval) -> bool:
    """Tell whether all of ``these`` are nearer than all of ``those`` to half of every total."""
    if these[1] < those[0]:
        return these[0] + those[0] > total[1]
    return those[1] < these[0] and these[1] + those[1] < total[0]


def error_between(middles: Interval) -> Any:
    """Return the one error of all cuts between two, None if they have several."""
    apart = all(hi <= middles[0] or middles[1] <= lo for lo, hi in SPANS)
    return error(middles[0]) if apart else None


def ends(places: tuple[Fraction, ...], run: Callable[[list[Fraction]], Fraction]) -> dict[Any, Any]:
    """Return the chance of each error that a learner is at, if the k-th instance has a given place.

    ``run`` maps instances, in the order of arrival, to the cut of the learner.
    """
    chances: dict[Any, Any] = {}
    for blocks in product(range(4), repeat=len(places)):
        cut = run([at(*pair) for pair in zip(blocks, places, strict=True)])
        found, chance = error(cut), prod((FOUR_BLOCKS[i].mass for i in blocks), start=Fraction(1))
        chances[found] = chances.get(found, Fraction(0)) + chance
    return chances


def every_place(n: int) -> Iterator[tuple[Fraction, ...]]:
    """Yield all ways of placing ``n`` instances at the ends and in the middle of their blocks."""
    return product(PLACES, repeat=n)

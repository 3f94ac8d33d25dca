r"""Importance weights as whole numbers, and the errors of all members under them.

A label that was asked for with probability :math:`p` counts :math:`1/p` times.  Here
:math:`1/p = m / 2^{16}` with an integer :math:`m`, the largest that the probability wanted
allows, so :math:`p` is that probability rounded up.  Sums of weights are sums of integers:
which members are best is decided exactly, and the chance to ask is exactly :math:`2^{16}/m`.
"""

from bisect import bisect_left, bisect_right
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from fractions import Fraction
from typing import Any, Protocol, TypeAlias, final

import numpy as np

from altheory.errors import DomainError
from altheory.hypotheses.finite_version_space import FiniteVersionSpace
from altheory.hypotheses.profile import Pieces, StepProfile
from altheory.hypotheses.threshold_version_space import ThresholdVersionSpace
from altheory.numeric.inputs import label
from altheory.protocols import ErrorCounts, Label
from altheory.spaces.cuts import Cut, after
from altheory.spaces.finite import index
from altheory.spaces.line import IntervalUnion, point

PARTS = 2**16  # of which a weight of one consists

Entry: TypeAlias = tuple[Any, Label, int]  # an instance, its label, its weight in parts


class Totals(Protocol):
    """The weighted errors of every member of a class, in parts."""

    def on(self, space: Any, /) -> ErrorCounts[Any]:
        """Return the errors of the members that are left in ``space``."""
        ...


def parts(p: Fraction) -> int:
    """Return the weight of a label asked for with probability ``p`` or a little more.

    >>> parts(Fraction(1)) == PARTS, parts(Fraction(1, 10)) == 10 * PARTS
    (True, True)
    """
    return int(PARTS / p)


def chance(weight: int) -> Fraction:
    """Return the probability to ask that a weight belongs to.

    >>> chance(parts(Fraction(1, 10))), chance(parts(Fraction(3, 7))) > Fraction(3, 7)
    (Fraction(1, 10), True)
    """
    return Fraction(PARTS, weight)


@final
@dataclass(frozen=True, slots=True)
class LineTotals:
    """The weighted errors of thresholds, a step function of the cut."""

    profile: StepProfile

    def on(self, space: ThresholdVersionSpace) -> "LineErrors":
        return LineErrors(self.profile, space)


@final
@dataclass(frozen=True, slots=True)
class LineErrors:
    """The weighted errors of the thresholds of a version space."""

    profile: StepProfile
    space: ThresholdVersionSpace

    @property
    def minimum(self) -> int:
        """The least value on the cuts left, found by bisection among the jumps."""
        return min(min(self.profile.values[i : j + 1]) for _, _, i, j in self._places())

    def at_most(self, errors: int) -> ThresholdVersionSpace:
        """Return the thresholds with at most so much weight against them."""
        cuts, values = self.profile.cuts, self.profile.values
        pieces: list[tuple[Cut, Cut, int]] = []
        for lo, hi, i, j in self._places():
            ends = (lo, *cuts[i:j], hi)
            pieces.extend(zip(ends, ends[1:], values[i : j + 1], strict=False))
        return ThresholdVersionSpace(prior=Pieces(tuple(pieces), IntervalUnion).at_most(errors))

    def _places(self) -> Iterator[tuple[Cut, Cut, int, int]]:
        """Yield the intervals of cuts left, each with the places of the jumps inside."""
        ends, jumps = iter(self.space.cuts.cuts), self.profile.cuts
        for lo, hi in zip(ends, ends, strict=True):
            yield lo, hi, bisect_right(jumps, lo), bisect_left(jumps, hi)


@final
@dataclass(frozen=True, slots=True)
class TableTotals:
    """The weighted errors of the rows of a finite class."""

    errors: dict[int, int]

    def on(self, space: FiniteVersionSpace) -> ErrorCounts[Any]:
        return replace(space.counts(()), errors={m: self.errors[m] for m in space.members})


def require_weights(prior: Any, learner: str) -> None:
    """Refuse a version space of which the weighted errors are not counted."""
    if not isinstance(prior, ThresholdVersionSpace | FiniteVersionSpace):
        raise DomainError(
            f"{learner} weights errors, which {type(prior).__name__} cannot; take thresholds or a "
            "finite class, or another learner"
        )


def totals(prior: Any, entries: Iterable[Entry]) -> Totals:
    """Return the weighted errors of all members of ``prior`` on labels with their weights."""
    if isinstance(prior, FiniteVersionSpace):
        return TableTotals(_table(prior, entries))
    # nearly in order they are soon sorted, though rationals are slow to compare
    pairs = sorted(((point(x), label(y), m) for x, y, m in entries), key=lambda e: float(e[0]))
    base = sum(m for _, y, m in pairs if y == -1)  # the cut 0 says + everywhere
    return LineTotals(StepProfile.from_jumps(base, ((after(x), y * m) for x, y, m in pairs)))


def _table(prior: FiniteVersionSpace, entries: Iterable[Entry]) -> dict[int, int]:
    n = prior.of.n_points
    against = np.zeros((2, n), dtype=object)  # integers without a largest one
    for x, y, m in entries:
        against[int(label(y) == 1), index(x, n)] += m
    rows = np.array([[mask >> i & 1 for i in range(n)] for mask in prior.members], dtype=object)
    found = against[1].sum() + rows @ (against[0] - against[1])
    return dict(zip(prior.members, found.tolist(), strict=True))

"""Version spaces that start from some of the intervals: a ball, or the survivors of a count."""

from dataclasses import dataclass, replace
from fractions import Fraction
from functools import reduce
from typing import Any, Protocol, Self, final

from altheory.errors import DomainError, EmptyVersionSpaceError
from altheory.hypotheses._interval_answers import attained, longest_middle, require_uniform
from altheory.hypotheses._interval_polygons import Ends
from altheory.hypotheses.interval import Interval
from altheory.numeric.inputs import label, labeled
from altheory.protocols import Label, Sample
from altheory.spaces.line import UNIT, IntervalUnion, point


class IntervalSet(Protocol):
    """A set of intervals, each given by its ends or None."""

    @property
    def is_empty(self) -> bool: ...
    def restrict(self, x: Fraction, y: int, /) -> Self: ...
    def general(self) -> IntervalUnion: ...
    def specific(self) -> IntervalUnion: ...
    def pick(self) -> Ends: ...
    def holds(self, ends: Ends, /) -> bool: ...
    def farthest(self, ends: Ends, /) -> Fraction: ...
    def counts(self, sample: Sample[Fraction], /) -> "SetCounts": ...


class SetCounts(Protocol):
    """The error counts of a set of intervals."""

    @property
    def minimum(self) -> int: ...
    def at_most(self, errors: int, /) -> IntervalSet: ...


@final
@dataclass(frozen=True, slots=True, eq=False)
class IntervalCounts:
    """How many errors each interval of a version space makes on one sample."""

    of: SetCounts

    @property
    def minimum(self) -> int:
        """The fewest errors of a member."""
        return self.of.minimum

    def at_most(self, errors: int) -> "IntervalSubset":
        """Return the version space of the members with at most so many errors."""
        return IntervalSubset.of(self.of.at_most(errors))


@final
@dataclass(frozen=True, slots=True)
class IntervalSubset:
    """The intervals of ``start`` that agree with ``sample``: those in ``kept``."""

    start: IntervalSet
    kept: IntervalSet
    sample: tuple[tuple[Fraction, Label], ...] = ()

    @classmethod
    def of(cls, start: IntervalSet) -> Self:
        """Return the version space before any label."""
        return cls(start, start)

    @property
    def is_empty(self) -> bool:
        return self.kept.is_empty

    @property
    def contradiction(self) -> tuple[tuple[Fraction, Label], ...]:
        """An irreducible set of labels that no interval satisfies, if empty."""
        if not self.is_empty:
            return ()
        needed = list(self.sample)
        for pair in self.sample:
            rest = [other for other in needed if other != pair]
            if reduce(_kept, rest, self.start).is_empty:
                needed = rest
        return tuple(needed)

    def restrict(self, x: Any, y: Any) -> "IntervalSubset":
        """Keep the intervals that label ``x`` with ``y``."""
        x, y = point(x), label(y)
        if self.labels(x) <= {y}:  # nothing to learn, or nothing left to lose
            return self
        return replace(self, kept=self.kept.restrict(x, y), sample=(*self.sample, (x, y)))

    def restrict_all(self, xs: Any, ys: Any) -> "IntervalSubset":
        """Keep the intervals that agree with a labeled sample."""
        return reduce(lambda space, pair: space.restrict(*pair), labeled(xs, ys), self)

    def labels(self, x: Any) -> frozenset[Label]:
        """Return the labels that some remaining interval gives to ``x``."""
        x = point(x)
        inside: frozenset[Label] = frozenset({1} if x in self.general() else ())
        outside: frozenset[Label] = frozenset(() if x in self.specific() else {-1})
        return inside | outside

    def specific(self) -> IntervalUnion:
        """Return SB: what every remaining interval holds."""
        return UNIT if self.is_empty else self.kept.specific()

    def general(self) -> IntervalUnion:
        """Return GB: what some remaining interval holds."""
        return self.kept.general()

    def disagreement(self) -> IntervalUnion:
        """Return DIS = GB minus SB."""
        return self.general() - self.specific()

    def specific_hypothesis(self) -> Interval | None:
        """Return the member that is SB itself, None if there is none."""
        return attained(self, self.specific())

    def general_hypothesis(self) -> Interval | None:
        """Return the member that is GB itself, None if there is none."""
        return attained(self, self.general())

    def __contains__(self, h: Interval) -> bool:
        """Decide whether an interval is a member."""
        return self.kept.holds(h.ends)

    def member(self) -> Interval:
        """Return the empty interval while it remains, and then one in the middle of others."""
        if self.is_empty:
            raise EmptyVersionSpaceError("no interval of the set agrees with every label")
        ends = self.kept.pick()
        return Interval.empty() if ends is None else Interval(*ends)

    def bisector(self) -> Fraction | None:
        """Return the middle of the longest piece of DIS, None if DIS is empty."""
        return longest_middle(self.disagreement())

    def radius(self, center: Interval, law: Any) -> Fraction:
        r"""Return :math:`\sup_{h \in V} P(h \ne \text{center})` under the uniform law, exactly."""
        require_uniform(law, "radii")
        if self.is_empty:
            raise EmptyVersionSpaceError("an empty version space has no radius")
        return self.kept.farthest(center.ends)

    def counts(self, sample: Sample[Any]) -> IntervalCounts:
        """Return the error counts of the remaining intervals on ``sample``."""
        return IntervalCounts(self.kept.counts([(point(x), label(y)) for x, y in sample]))

    def certificate(self, x: Any) -> dict[str, Any]:
        """Refuse: certificates start from the whole class."""
        raise DomainError(
            f"certificates start from all intervals, not from some of them, got x = {x}"
        )


def _kept(members: IntervalSet, pair: tuple[Fraction, Label]) -> IntervalSet:
    return members.restrict(*pair)

r"""A2 on a small finite class, written a second time, so that it can be written wrongly.

What the learner of the package does is decided here by an :class:`Implementation`: what a look
spends, how many labels it waits for, which mass the width is multiplied with, who is left, what
is returned, and whether labels of earlier rounds are used again.  All runs are followed together,
by how often each point got each label, so that every probability is a rational.  The honest
implementation is compared with the real learner.
"""

from collections import defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property
from math import lcm
from typing import NamedTuple, TypeAlias, final

from altheory.bounds._uniform import Uniform
from altheory.learners._look import due_after

Members: TypeAlias = tuple[int, ...]  # bitmasks of the points that are positive
Cell: TypeAlias = tuple[int, int]  # a point, and 1 for a positive label
Counts: TypeAlias = tuple[int, ...]


def by_looks(look: int) -> Fraction:
    """Return what the look number k spends of delta, 1/(k (k + 1))."""
    return Fraction(1, look * (look + 1))


def sampled(before: Fraction, left: Fraction) -> Fraction:
    """Return the mass of the region in which labels were drawn."""
    del left
    return before


def survivors(before: Members, kept: Members) -> Members:
    """Return the members that a look keeps."""
    del before
    return kept


def hull(before: Members, kept: Members) -> Members:
    """Return the members from the first to the last that is kept, of a class in order."""
    return before[before.index(kept[0]) : before.index(kept[-1]) + 1]


def fewest(members: Members, kept: Members, errors: Sequence[int]) -> int:
    """Return the first member with the fewest errors."""
    del kept
    return min(zip(errors, range(len(members)), members, strict=True))[2]


@final
@dataclass(frozen=True, slots=True)
class Implementation:
    """What one may get wrong; the defaults are right."""

    spend: Callable[[int], Fraction] = by_looks
    due: Callable[[int], int] = due_after
    weigh: Callable[[Fraction, Fraction], Fraction] = sampled
    left: Callable[[Members, Members], Members] = survivors
    returned: Callable[[Members, Members, Sequence[int]], int] = fewest
    reuses: bool = False


HONEST = Implementation()


@final
@dataclass(frozen=True)
class Case:
    """A class, a law of labeled instances, and what is asked of A2."""

    members: Members
    masses: tuple[Fraction, ...]
    chances: tuple[Fraction, ...]  # of the label +1, by point
    bound: Uniform
    epsilon: Fraction
    delta: Fraction
    most: int  # the labels of a round up to which runs are followed

    @cached_property
    def errors(self) -> dict[int, Fraction]:
        """The error of each member."""
        return {h: self.error(h, range(len(self.masses))) for h in self.members}

    @cached_property
    def best(self) -> frozenset[int]:
        """The members with the least error."""
        least = min(self.errors.values())
        return frozenset(h for h, e in self.errors.items() if e == least)

    def error(self, member: int, points: Sequence[int]) -> Fraction:
        """Return the mass of these points on which a member errs."""
        wrong = {x: 1 - p if member >> x & 1 else p for x, p in enumerate(self.chances)}
        return sum((self.masses[x] * wrong[x] for x in points), Fraction(0))

    def region(self, members: Members) -> tuple[int, ...]:
        """Return the points on which members differ."""
        return tuple(x for x in range(len(self.masses)) if len({h >> x & 1 for h in members}) > 1)

    def cells(self, members: Members) -> tuple[Cell, ...]:
        """Return the points on which members differ with the labels that they may get."""
        points, p = self.region(members), self.chances
        return tuple((x, y) for x in points for y in (0, 1) if p[x] != 1 - y)

    def mass(self, members: Members) -> Fraction:
        """Return the mass on which members differ."""
        return sum((self.masses[x] for x in self.region(members)), Fraction(0))


class End(NamedTuple):
    """How runs end: with which chance, after how many labels and looks, and with what."""

    chance: Fraction
    labels: int
    looks: int
    finished: bool
    returned: int
    members: Members


class Begun(NamedTuple):
    """Runs that begin a round: who is left, and the labels that are used again."""

    members: Members
    looks: int
    asked: int
    n: int  # of labels that are used again
    ways: dict[Counts, Fraction]


def ends(of: Implementation, case: Case) -> Iterator[End]:
    """Yield all ends of runs; those with a longer round than is followed do not finish."""
    none = (0,) * len(case.cells(case.members))
    waiting = [Begun(case.members, 0, 0, 0, {none: Fraction(1)})]
    while waiting:
        for found in _round(of, case, waiting.pop()):
            if isinstance(found, End):
                yield found
            else:
                waiting.append(found)


def _round(of: Implementation, case: Case, begun: Begun) -> Iterator[End | Begun]:
    """Follow the runs of one round, all with as many labels of earlier ones."""
    members, looks, asked, n, ways = begun
    before, cells = case.mass(members), case.cells(members)
    if before <= case.epsilon:
        chance = sum(ways.values(), Fraction(0))
        yield End(chance, asked, looks, finished=True, returned=members[0], members=members)
        return
    while ways:
        due = of.due(n)
        if due > case.most:
            chance = sum(ways.values(), Fraction(0))
            yield End(chance, asked, looks, finished=False, returned=members[0], members=members)
            return
        ways = spread(ways, _odds(case, cells, before), due - n)
        asked, n, looks = asked + due - n, due, looks + 1
        after: dict[tuple[Members, int], dict[Counts, Fraction]] = defaultdict(
            lambda: defaultdict(Fraction)
        )
        going: dict[Counts, Fraction] = {}
        for counts, chance in ways.items():
            errors = errors_of(members, cells, counts)
            stops, kept, output = _look(of, case, members, errors, n=n, look=looks)
            if stops:
                yield End(chance, asked, looks, finished=True, returned=output, members=members)
            elif 2 * case.mass(kept) < before:
                left = of.left(members, kept)
                again = used_again(of, counts, cells, case.cells(left))
                after[left, sum(again)][again] += chance
            else:
                going[counts] = chance
        for (left, carried), runs in after.items():
            yield Begun(left, looks, asked, carried, dict(runs))
        ways = going


def _look(
    of: Implementation, case: Case, members: Members, errors: Sequence[int], *, n: int, look: int
) -> tuple[bool, Members, int]:
    """Return whether a run stops, who is kept, and what it would return."""
    spent, few = case.delta * of.spend(look), min(errors)
    width = case.bound.upper(few, n, spent) - case.bound.lower(few, n, spent)
    most = case.bound.cutoff(few, n, spent)
    kept = tuple(h for h, k in zip(members, errors, strict=True) if k <= most)
    stops = of.weigh(case.mass(members), case.mass(kept)) * width <= case.epsilon
    return stops, kept, of.returned(members, kept, errors)


def errors_of(members: Members, cells: Sequence[Cell], counts: Counts) -> list[int]:
    """Return the number of errors of each member."""
    pairs = list(zip(cells, counts, strict=True))
    return [sum(c for (x, y), c in pairs if (h >> x & 1) != y) for h in members]


def spread(
    ways: dict[Counts, Fraction], odds: Sequence[Fraction], more: int
) -> dict[Counts, Fraction]:
    """Return the chances of counts after so many more independent labels, each cell by its odds."""
    parts = lcm(*(p.denominator for p in odds))
    whole = lcm(*(p.denominator for p in ways.values()))
    weights = [int(p * parts) for p in odds]
    found = {counts: int(p * whole) for counts, p in ways.items()}
    for _ in range(more):
        grown: dict[Counts, int] = defaultdict(int)
        for counts, w in found.items():
            for i, weight in enumerate(weights):
                grown[*counts[:i], counts[i] + 1, *counts[i + 1 :]] += w * weight
        found = grown
    return {counts: Fraction(w, whole * parts**more) for counts, w in found.items()}


def _odds(case: Case, cells: Sequence[Cell], whole: Fraction) -> list[Fraction]:
    chances = ((x, case.chances[x] if y else 1 - case.chances[x]) for x, y in cells)
    return [case.masses[x] * p / whole for x, p in chances]


def used_again(
    of: Implementation, counts: Counts, cells: Sequence[Cell], following: Sequence[Cell]
) -> Counts:
    """Return the labels with which the next round begins."""
    return tuple(counts[cells.index(cell)] * of.reuses for cell in following)


class Outcome(NamedTuple):
    """What becomes of runs, each with its chance."""

    far: Fraction  # the run has stopped, and what it returns errs by epsilon too much
    dropped: Fraction  # a best member is no longer considered
    finished: Fraction
    labels: dict[int, Fraction]  # by their number, of the runs that have stopped

    @property
    def failure(self) -> Fraction:
        """The chance of both, at most."""
        return self.far + self.dropped


def outcome(of: Implementation, case: Case) -> Outcome:
    """Follow all runs and add up."""
    far = dropped = finished = Fraction(0)
    labels: dict[int, Fraction] = defaultdict(Fraction)
    limit = min(case.errors.values()) + case.epsilon
    for end in ends(of, case):
        dropped += end.chance * (not case.best <= set(end.members))
        if end.finished:
            finished += end.chance
            far += end.chance * (case.errors[end.returned] > limit)
            labels[end.labels] += end.chance
    return Outcome(far, dropped, finished, dict(labels))


def shown(chance: Fraction) -> str:
    """Return a chance to six digits."""
    return f"{float(chance):.6g}"

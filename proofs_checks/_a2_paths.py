r"""Every path of A2 on a small finite class, with its exact probability.

Between two looks only the number of times that each point got each label counts, so
the runs of the real learner are followed from look to look: a *stop on the way* is what
it knows at a look and the probability of coming there.  From one look to the next the
counts spread label by label; the learner then sees the labels in some order.
"""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import lcm
from typing import Any, NamedTuple, TypeAlias

from altheory.bounds._schedule import Spending
from altheory.bounds._uniform import Theorem
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._chunks import appended
from altheory.learners.a2 import A2, A2State
from altheory.protocols import Label
from altheory.spaces.finite import FiniteDistribution

State: TypeAlias = A2State[Any, Any]
Learner: TypeAlias = A2[Any, Any]
Cell: TypeAlias = tuple[int, Label]
Counts: TypeAlias = tuple[int, ...]  # of labels, by cell
Chances: TypeAlias = Sequence[Fraction]  # of the label +1, by point
Followed: TypeAlias = tuple[int, ...]  # the most labels of rounds 1, 2, ...; the last for the rest


class Stop(NamedTuple):
    """What the learner knows after a look, and the chance of coming there."""

    state: State
    chance: Fraction


def learner(
    of: FiniteClass,
    bound: Theorem,
    epsilon: Fraction,
    delta: Fraction,
    *,
    spending: Spending = "looks",
    weights: Sequence[int] = (),
) -> Learner:
    """Return A2 under the law with these weights of the points, equal ones by default."""
    law = FiniteDistribution(weights or [1] * of.n_points)
    return A2(of.version_space(), law, bound, epsilon, delta, spending)


def looks(of: Learner, chances: Chances, most: Followed) -> Iterator[list[Stop]]:
    """Yield all stops of a look after the other, up to ``most`` labels in each round.

    A run that has finished is yielded once, and a run whose next look comes after more
    labels is not followed further.
    """
    stops = [Stop(of.init(), Fraction(1))]
    while stops:
        alike: dict[Any, list[Stop]] = defaultdict(list)
        for stop in stops:  # with the same members, and the same numbers of the next look
            s = stop.state
            alike[s.version_space.members, s.round, len(s.looks), s.due].append(stop)
        stops = [after for group in alike.values() for after in _next_look(of, chances, group)]
        yield stops
        stops = [s for s in stops if goes_on(s.state, most)]


def goes_on(state: State, most: Followed) -> bool:
    """Decide whether a run is followed to its next look."""
    limit = most[min(state.round, len(most)) - 1]
    return not state.finished and state.due <= limit


def _next_look(of: Learner, chances: Chances, stops: Sequence[Stop]) -> Iterator[Stop]:
    """Yield the stops of the next look, those together that have the same counts."""
    weights, region = masses(of), stops[0].state.region
    whole_region = sum((weights[x] for x in region), Fraction(0))
    cells: dict[Cell, Fraction] = {
        (x, y): weights[x] / whole_region * p
        for x in region
        for y, p in _labels(chances[x])
        if p > 0
    }
    parts = lcm(*(p.denominator for p in cells.values()))
    odds = tuple(int(p * parts) for p in cells.values())
    whole = lcm(*(stop.chance.denominator for stop in stops))
    ways: dict[Counts, int] = defaultdict(int)
    origin: dict[Counts, State] = {}
    for state, chance in stops:
        counted = Counter(state.sample)
        counts = tuple(counted[cell] for cell in cells)
        ways[counts] += int(chance * whole)
        origin[counts] = state
    first = stops[0].state
    more = first.due - len(first.sample)  # the same for all
    for _ in range(more):
        ways, origin = _one_more(ways, origin, odds)
    for counts, n in ways.items():
        yield Stop(
            fed(of, origin[counts], dict(zip(cells, counts, strict=True))),
            Fraction(n, whole * parts**more),
        )


def _labels(chance: Fraction) -> tuple[tuple[Label, Fraction], ...]:
    return (1, chance), (-1, 1 - chance)


def _one_more(
    ways: Mapping[Counts, int], origin: Mapping[Counts, State], odds: tuple[int, ...]
) -> tuple[dict[Counts, int], dict[Counts, State]]:
    """Spread counts by one label, each cell by its odds; remember one way of coming there."""
    after: dict[Counts, int] = defaultdict(int)
    whence: dict[Counts, State] = {}
    for counts, n in ways.items():
        for i, odd in enumerate(odds):
            grown = (*counts[:i], counts[i] + 1, *counts[i + 1 :])
            after[grown] += n * odd
            whence[grown] = origin[counts]
    return after, whence


def fed(of: Learner, state: State, counts: Mapping[Cell, int]) -> State:
    """Hand labels to the learner until each cell has its count; it looks at the last of them.

    All but the last only wait for the look, and are put there at once.
    """
    before = Counter(state.sample)
    new = [cell for cell, n in counts.items() for _ in range(n - before[cell])]
    chunks = state.chunks
    for cell in new[:-1]:
        chunks = appended(chunks, cell)
    waiting = len(new) - 1
    state = replace(
        state,
        chunks=chunks,
        queries=state.queries + waiting,
        unlabeled=state.unlabeled + waiting,
    )
    x, y = new[-1]
    return of.step(state, x, lambda _: y)


class Outcome(NamedTuple):
    """How runs that are followed for so many labels end, each with its chance."""

    dropped: Fraction  # a best hypothesis is no longer considered
    far: Fraction  # the run has stopped, and what it returns errs by more than epsilon too much
    queries: dict[int, Fraction]  # by the number of labels, of the runs that have stopped
    rounds: dict[int, Fraction]  # by the number of the last round that began

    @property
    def stopped(self) -> Fraction:
        """The chance that the run has stopped."""
        return sum(self.queries.values(), Fraction(0))

    @property
    def halved(self) -> Fraction:
        """The chance that the first round has ended because disagreement has halved."""
        return 1 - self.rounds.get(1, Fraction(0))


def outcome(of: Learner, chances: Chances, most: Followed) -> Outcome:
    """Follow every run and add up how it ends."""
    errors = {h: error(h, chances, masses(of)) for h in of.prior.members}
    least = min(errors.values())
    best = {member for member, e in errors.items() if e == least}
    dropped = far = Fraction(0)
    queries: dict[int, Fraction] = defaultdict(Fraction)
    rounds: dict[int, Fraction] = defaultdict(Fraction)
    for state, chance in (s for stops in looks(of, chances, most) for s in stops):
        if goes_on(state, most):
            continue
        dropped += chance * (not best <= set(state.version_space.members))
        rounds[state.round] += chance
        if state.finished:
            queries[state.queries] += chance
            returned = of.hypothesis(state).positive.mask
            far += chance * (errors[returned] > least + of.epsilon)
    return Outcome(dropped, far, dict(queries), dict(rounds))


def masses(of: Learner) -> tuple[Fraction, ...]:
    """Return the mass of each point."""
    law: Any = of.law
    return tuple(law.weights)


def error(member: int, chances: Chances, weights: Sequence[Fraction]) -> Fraction:
    """Return the error of a bitmask, by the mass of each point."""
    wrong = (1 - p if member >> x & 1 else p for x, p in enumerate(chances))
    return sum((w * p for w, p in zip(weights, wrong, strict=True)), Fraction(0))

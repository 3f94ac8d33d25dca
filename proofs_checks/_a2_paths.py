r"""Every path of A2 on a small finite class, with its exact probability.

Between two looks only the number of times that each point got each label counts, so
the runs of the real learner are followed from look to look: a *stop on the way* is what
it knows at a look and the probability of coming there; the labels until the next look
follow the multinomial law of points of the region and their labels.
"""

from collections import Counter
from collections.abc import Iterator, Sequence
from fractions import Fraction
from functools import cache
from itertools import combinations, pairwise
from math import comb
from typing import Any, NamedTuple, TypeAlias

from altheory.bounds._uniform import Uniform
from altheory.hypotheses.finite import FiniteClass
from altheory.learners._look import due_after
from altheory.learners.a2 import A2, A2State
from altheory.protocols import Label

State: TypeAlias = A2State[Any, Any]
Learner: TypeAlias = A2[Any, Any]
Cell: TypeAlias = tuple[int, Label]
Labels: TypeAlias = Sequence[Cell]
Labeled: TypeAlias = tuple[State, Labels]
Chances: TypeAlias = Sequence[Fraction]  # of the label +1, by point


class Stop(NamedTuple):
    """What the learner knows after a look, and the chance of coming there."""

    state: State
    chance: Fraction


def learner(of: FiniteClass, bound: Uniform, epsilon: Fraction, delta: Fraction) -> Learner:
    """Return A2 under the uniform law of the points."""
    return A2(prior=of.version_space(), law=of.law(), bound=bound, epsilon=epsilon, delta=delta)


def feed(of: Learner, state: State, labels: Labels) -> State:
    """Hand labeled points to the learner."""
    answers = iter(labels)
    for x, _ in labels:
        state = of.step(state, x, lambda _: next(answers)[1])
    return state


def looks(of: Learner, chances: Chances, most: int) -> Iterator[list[Stop]]:
    """Yield all stops of a look after the other, up to ``most`` labels in a round.

    A run that has finished is yielded once, and a run whose next look comes after more
    labels is not followed further.
    """
    stops = [Stop(of.init(), Fraction(1))]
    while stops:
        reached = _reached(stops, chances)
        stops = [Stop(feed(of, *first), chance) for first, chance in reached]
        yield stops
        stops = [s for s in stops if _goes_on(s.state, most)]


def _goes_on(state: State, most: int) -> bool:
    return not state.finished and due_after(len(state.sample)) <= most


def _reached(stops: Sequence[Stop], chances: Chances) -> Iterator[tuple[Labeled, Fraction]]:
    """Yield the ways on, those together that lead to the same counts: one of them, and chance."""
    first: dict[Any, Labeled] = {}
    chance: dict[Any, Fraction] = {}
    for state, here in stops:
        cells = _cells(state, chances)
        before = Counter(state.sample)
        more = due_after(len(state.sample)) - len(state.sample)
        for counts, there in multinomial(tuple(cells.values()), more):
            new = dict(zip(cells, counts, strict=True))
            after = tuple(before[cell] + k for cell, k in new.items())
            key = (state.version_space.members, state.round, len(state.looks), after)
            first.setdefault(key, (state, [cell for cell, k in new.items() for _ in range(k)]))
            chance[key] = chance.get(key, Fraction(0)) + here * there
    return ((first[key], chance[key]) for key in first)


def _cells(state: State, chances: Chances) -> dict[Cell, Fraction]:
    """Return the chance of each point of the region with each label."""
    points = [x for x in range(len(chances)) if x in state.region]
    return {(x, y): p / len(points) for x in points for y, p in _labels(chances[x]) if p > 0}


def _labels(chance: Fraction) -> tuple[tuple[Label, Fraction], ...]:
    return (1, chance), (-1, 1 - chance)


@cache
def multinomial(
    cells: tuple[Fraction, ...], trials: int
) -> tuple[tuple[tuple[int, ...], Fraction], ...]:
    """Return the ways to spread trials over cells, with their probabilities."""
    kinds = len(cells)
    found = []
    for bars in combinations(range(trials + kinds - 1), kinds - 1):
        ends = (-1, *bars, trials + kinds - 1)
        counts = tuple(b - a - 1 for a, b in pairwise(ends))
        chance, left = Fraction(1), trials
        for k, p in zip(counts, cells, strict=True):
            chance, left = chance * comb(left, k) * p**k, left - k
        found.append((counts, chance))
    return tuple(found)


class Outcome(NamedTuple):
    """How runs that are followed for so many labels end, each with its chance."""

    dropped: Fraction  # a best hypothesis is no longer considered
    far: Fraction  # the run has stopped, and what it returns errs by more than epsilon too much
    queries: dict[int, Fraction]  # by the number of labels, of the runs that have stopped


def outcome(of: Learner, chances: Chances, most: int) -> Outcome:
    """Follow every run and add up how it ends."""
    space = of.prior
    errors = {member: error(member, chances) for member in space.members}
    least = min(errors.values())
    best = {member for member, e in errors.items() if e == least}
    dropped = far = Fraction(0)
    queries: dict[int, Fraction] = {}
    for state, chance in (s for stops in looks(of, chances, most) for s in stops):
        if state.finished:
            queries[state.queries] = queries.get(state.queries, Fraction(0)) + chance
            returned = of.hypothesis(state).positive.mask
            far += chance * (errors[returned] > least + of.epsilon)
        if state.finished or not _goes_on(state, most):
            dropped += chance * (not best <= set(state.version_space.members))
    return Outcome(dropped, far, queries)


def error(member: int, chances: Chances) -> Fraction:
    """Return the error of a bitmask under the uniform law of the points."""
    wrong = (1 - p if member >> x & 1 else p for x, p in enumerate(chances))
    return sum(wrong, Fraction(0)) / len(chances)

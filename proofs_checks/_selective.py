"""Learners that decide, point by point, whether to ask: CAL and its careless kin.

A selective learner is one function: the version space with which it goes on
without asking, or None if it asks.  CAL goes on with the space unchanged exactly
where all members agree; whoever goes on anywhere else takes a risk.

What a learner does on *every* stream of distinct points, for every target, is a
finite table: an honest labeler can only give labels that some member gives, so the
streams with their labels form a tree, and targets that agree so far share a path.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from functools import cache, reduce
from typing import Any, NamedTuple, TypeAlias, final

from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis, FiniteVersionSpace
from altheory.learners.cal import CAL
from altheory.protocols import Label, Learner, Oracle

Rule: TypeAlias = Callable[[FiniteVersionSpace, int], FiniteVersionSpace | None]
Maker: TypeAlias = Callable[[FiniteVersionSpace], Learner[int, Any, FiniteHypothesis]]
History: TypeAlias = tuple[tuple[int, int], ...]

BOTH: tuple[Label, Label] = (-1, 1)
ANSWERS: Mapping[Label, Oracle[int]] = {-1: lambda _: -1, 1: lambda _: 1}


@final
@dataclass(frozen=True, slots=True)
class SelectiveState:
    """The version space and the labels it cost."""

    version_space: FiniteVersionSpace
    queries: int = 0


@final
@dataclass(frozen=True, slots=True)
class Selective:
    """The learner that asks where ``unasked`` answers None."""

    prior: FiniteVersionSpace
    unasked: Rule

    def init(self) -> SelectiveState:
        return SelectiveState(self.prior)

    def step(self, state: SelectiveState, x: int, ask: Oracle[int]) -> SelectiveState:
        space = self.unasked(state.version_space, x)
        if space is not None:
            return SelectiveState(space, state.queries)
        return SelectiveState(state.version_space.restrict(x, ask(x)), state.queries + 1)

    def hypothesis(self, state: SelectiveState) -> FiniteHypothesis:
        found: FiniteHypothesis = state.version_space.member()
        return found


def cal(prior: FiniteVersionSpace) -> CAL[int, FiniteHypothesis]:
    """Return the real CAL learner of the package."""
    return CAL(prior)


def careless(rule: Rule) -> Maker:
    """Return the maker of selective learners that follow ``rule``."""
    return lambda prior: Selective(prior, rule)


def trust_two_thirds(space: FiniteVersionSpace, x: int) -> FiniteVersionSpace | None:
    """Believe a label that at least two thirds of the members give."""
    positive = sum(mask >> x & 1 for mask in space.members)
    if 3 * positive >= 2 * len(space.members):
        return space.restrict(x, 1)
    return space.restrict(x, -1) if 3 * positive <= len(space.members) else None


def skip_the_last(space: FiniteVersionSpace, x: int) -> FiniteVersionSpace | None:
    """Pass over the highest point of the disagreement region."""
    region = list(space.disagreement())
    return None if x in region[:-1] else space


def ask_likely_negatives(space: FiniteVersionSpace, x: int) -> FiniteVersionSpace | None:
    """Ask where members disagree but pass over points that most call positive."""
    positive = sum(mask >> x & 1 for mask in space.members)
    return None if 0 < 2 * positive <= len(space.members) else space


def run(learner: Learner[int, Any, Any], stream: Iterable[int], ask: Oracle[int]) -> Any:
    """Return the state of a learner at the end of a stream."""
    return reduce(lambda state, x: learner.step(state, x, ask), stream, learner.init())


class Response(NamedTuple):
    """How many labels a learner has bought, and which hypotheses it has left."""

    queries: int
    members: tuple[int, ...]


def consistent(masks: Iterable[int], history: History) -> tuple[int, ...]:
    """Return the hypotheses that give every label of a history.

    >>> consistent([0b00, 0b01, 0b10], [(0, -1)])
    (0, 2)
    """
    return tuple(m for m in masks if all((m >> x & 1) == (y == 1) for x, y in history))


@cache
def responses(make: Maker, of: FiniteClass) -> Mapping[History, Response]:
    """Return what a learner does after every history that some target explains.

    A history is a stream of distinct points in any order, each with the target's
    label, which the learner hears if it asks.
    """
    learner, found = make(of.version_space()), dict[History, Response]()

    def extend(state: Any, history: History, targets: tuple[int, ...]) -> None:
        seen = {x for x, _ in history}
        for x in (x for x in range(of.n_points) if x not in seen):
            for y in BOTH:
                if alike := consistent(targets, ((x, y),)):
                    after = learner.step(state, x, ANSWERS[y])
                    longer = (*history, (x, y))
                    found[longer] = Response(after.queries, after.version_space.members)
                    extend(after, longer, alike)

    extend(learner.init(), (), of.hypotheses)
    return found

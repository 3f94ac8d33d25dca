"""What is simulated: a goal, a task of many replicates, and the block they become."""

import numbers
from collections.abc import Iterable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, Self, TypeAlias, final

import numpy as np

from altheory.bounds._uniform import Theorem, uniform
from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass
from altheory.hypotheses.thresholds import Thresholds
from altheory.numeric import seeds
from altheory.numeric.inputs import positive
from altheory.protocols import HypothesisClass
from altheory.simulation.agnostic import DELTA, least_sample
from altheory.simulation.limits import limited

BLOCK = 1024  # replicates of a class with a kernel or a small table
SLOW_BLOCK = 32  # of all others, which take exact geometry: seconds at most, usually
Outcome: TypeAlias = tuple[int, int, bool, bool]
FINEST = Fraction(1, 2**1000)  # so that means are floats, whatever the learner
LONGEST = 10**300  # for the same reason


@final
@dataclass(frozen=True, slots=True)
class Goal:
    """What ends a run: a guarantee of ``epsilon``, or a ``stream`` of instances.

    For a learner that makes up its queries the stream counts its steps, so labels.
    """

    epsilon: Fraction | None = None
    stream: int | None = None

    def __post_init__(self) -> None:
        if (self.epsilon is None) == (self.stream is None):
            raise DomainError("a run ends at an epsilon or with a stream, give exactly one of them")
        if self.stream is not None:
            length = limited(self.stream, "the length of a stream", LONGEST, "show fewer instances")
            object.__setattr__(self, "stream", length)
        else:
            epsilon = positive(self.epsilon, "epsilon")
            if epsilon < FINEST:
                raise DomainError(f"epsilon is at least {float(FINEST):.3g}, got {self.epsilon}")
            object.__setattr__(self, "epsilon", epsilon)

    def __str__(self) -> str:
        return f"stream {self.stream}" if self.epsilon is None else f"epsilon {self.epsilon}"


def goals_of(epsilons: Any, streams: Any) -> tuple[Goal, ...]:
    """Return the goals of one kind, a number or several, without repetitions, or refuse them."""
    if (epsilons is None) == (streams is None):
        raise DomainError("give either epsilon or stream, exactly one of them")
    goals = [Goal(epsilon=e) for e in _several(epsilons, "epsilons")]
    goals += [Goal(stream=n) for n in _several(streams, "streams")]
    if not goals:
        raise DomainError("at least one goal is needed, got none")
    return tuple(dict.fromkeys(goals))


def _several(given: Any, what: str) -> list[Any]:
    if given is None or isinstance(given, numbers.Real):
        return [] if given is None else [given]
    if isinstance(given, str) or not isinstance(given, Iterable):
        raise DomainError(f"{what} are a number or a list of numbers, got {given!r}")
    return list(given)


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Task:
    """The replicates number ``block * index`` and following of one goal.

    Parameters
    ----------
    hypotheses
        The class; instances follow its uniform law.
    learner
        The learner's name.
    goal
        What ends a run.
    target
        The hypothesis that answers; None draws one in each replicate.
    batch
        How many labels are asked together.
    noise
        How labels are corrupted, as the command line writes it.
    bound, delta
        The uniform theorem, and the probability of failure, of a learner that has it.
    seed
        The seed of the whole simulation.
    index, size
        Which block it is, and how many replicates it has.

    """

    hypotheses: HypothesisClass[Any, Any, Any]
    learner: str
    goal: Goal
    target: Any = None
    batch: int = 1
    noise: str = "none"
    bound: str | None = None
    delta: Fraction | None = None
    seed: int = 0
    index: int = 0
    size: int = BLOCK

    @property
    def name(self) -> str:
        noise = "" if self.noise == "none" else f"{self.noise}, "
        theorem = "" if self.bound is None else f"{self.bound}, "
        theorem += "" if self.delta is None else f"delta {self.delta}, "
        kind = f"{self.learner}, batch {self.batch}, {noise}{theorem}"
        return f"{kind}{self.goal}, block {self.index}"

    @property
    def block(self) -> int:
        """How many replicates a whole block has; it names the streams of chance with ``index``."""
        small = isinstance(self.hypotheses, Thresholds | FiniteClass)
        return BLOCK if small and self.learner != "iwal" else SLOW_BLOCK

    @property
    def theorem(self) -> Theorem:
        """The uniform theorem of the bound; there is none for a learner without one."""
        if self.bound is None:
            raise DomainError(f"{self.learner} has no bound here; name one")
        return uniform(self.bound, self.hypotheses)

    @property
    def is_agnostic_passive(self) -> bool:
        """Whether passive learning has its sample size from a uniform theorem."""
        return self.learner == "passive" and self.bound is not None

    @property
    def sample_size(self) -> int:
        """How many labels agnostic passive learning buys, fixed in advance."""
        if self.goal.epsilon is None:
            return self.goal.stream or 0
        return least_sample(self.theorem, self.goal.epsilon, self.delta or DELTA)

    def promised(self, n: int) -> Fraction:
        """Return the excess error of a minimizer on ``n`` labels, at the task's level."""
        return self.goal.epsilon or self.theorem.width(n, self.delta or DELTA)

    @property
    def rng(self) -> np.random.Generator:
        """A fresh generator of the task's own stream."""
        return seeds.stream(self.seed, "simulate", self.name)


@final
@dataclass(frozen=True, slots=True)
class Block:
    """What the replicates of a task cost, and what went wrong in them.

    Parameters
    ----------
    queries
        Labels asked, one number a replicate.
    unlabeled
        Instances looked at, in all replicates together.
    failures
        How many outputs have an error above the goal, or above the learner's own
        guarantee at the end of a stream.
    eliminated_best
        In how many replicates the target is no longer in the version space.

    """

    queries: tuple[int, ...]
    unlabeled: int
    failures: int
    eliminated_best: int

    @classmethod
    def joined(cls, blocks: Iterable[Self]) -> Self:
        """Return one block of all the replicates, in order."""
        parts = list(blocks)
        return cls(
            queries=tuple(q for part in parts for q in part.queries),
            unlabeled=sum(part.unlabeled for part in parts),
            failures=sum(part.failures for part in parts),
            eliminated_best=sum(part.eliminated_best for part in parts),
        )

    @classmethod
    def of(cls, outcomes: list[Outcome]) -> Self:
        """Return the block of single replicates, in order."""
        queries, unlabeled, failed, lost = zip(*outcomes, strict=True)
        return cls(tuple(queries), sum(unlabeled), sum(failed), sum(lost))

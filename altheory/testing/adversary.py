"""Somebody who looks for the instance on which a learner does worst.

An *instance* is a target of a class, a stream, and which answers are inverted.  On a small
class all of them are gone through, and the worst is a fact; on any other class Hypothesis
searches, guided by the score, and what it finds is a lower bound on the worst, no more.
"""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from fractions import Fraction
from itertools import combinations, product
from typing import Any, TypeAlias, final

from hypothesis import HealthCheck, Phase, given, seed, settings, target
from hypothesis import strategies as st

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count
from altheory.oracles.flipping import flipping
from altheory.testing import strategies
from altheory.testing.replay import Replay, replay

MOST = 10**6  # instances gone through one by one


@final
@dataclass(frozen=True, slots=True)
class Instance:
    """What a learner met: a target, a stream, and the numbers of the inverted answers."""

    target: Any
    xs: tuple[Any, ...]
    inverted: tuple[int, ...] = ()

    def run(self, learner: Any) -> Replay:
        """Show the stream to a learner."""
        numbers = iter(range(len(self.xs)))
        lies = frozenset(self.inverted)
        ask = flipping(self.target, len(lies), lambda _x, _y: next(numbers) in lies)
        return replay(learner, ask, self.xs)


@final
@dataclass(frozen=True, slots=True)
class Worst:
    """The largest score that was met, on which instance, and among how many.

    ``is_exact`` says that there is no other instance of this length and budget.
    """

    score: Fraction
    instance: Instance
    tried: int
    is_exact: bool
    run: Replay = field(repr=False, compare=False)


Score: TypeAlias = Callable[[Any, Instance, Replay], Any]


def labels(_learner: Any, _instance: Instance, run: Replay) -> int:
    """Return how many labels were bought."""
    return len(run.sample)


def mistakes(learner: Any, instance: Instance, run: Replay) -> int:
    """Return on how many instances of the stream the output and the target differ."""
    output = learner.hypothesis(run.states[-1])
    return sum(output(x) != instance.target(x) for x in instance.xs)


def worst_of_all(
    learner: Any, cls: Any, length: int, score: Score, *, points: Iterable[Any], budget: int = 0
) -> Worst:
    """Return the worst of all streams of some points, all targets and all inversions.

    Parameters
    ----------
    learner
        With ``init``, ``step`` and ``hypothesis``.
    cls
        The class; targets are one hypothesis for each labeling of the points.
    length
        Of the streams.
    score
        Called with the learner, the instance and the replay; the larger the worse.
    points
        What streams are made of.
    budget
        How many answers are inverted at most, the first questions being number 0.

    Raises
    ------
    BudgetError
        If there are more than ``MOST`` instances.

    Examples
    --------
    CAL asks about each of three points of a star, if the target is its center.

    >>> from altheory.hypotheses.finite import FiniteClass
    >>> from altheory.learners.cal import CAL
    >>> star = FiniteClass(3, ["---", "+--", "-+-", "--+"])
    >>> worst = worst_of_all(CAL(star.version_space()), star, 3, labels, points=range(3))
    >>> worst.score, worst.instance.xs, worst.tried
    (Fraction(3, 1), (0, 1, 2), 108)

    """
    listed = tuple(points)
    n, b = count(length, "the length of a stream"), count(budget, "a budget", least=0)
    targets = cls.representatives(listed)
    total = len(targets) * len(listed) ** n * sum(1 for _ in _inversions(n, b))
    if total > MOST:
        raise BudgetError(
            f"{total} instances are more than {MOST}; take fewer points, a shorter stream or a "
            "smaller budget, or search with worst_found"
        )
    instances = (
        Instance(h, xs, lies)
        for h in targets
        for xs in product(listed, repeat=n)
        for lies in _inversions(n, b)
    )
    return _worst(learner, instances, score, is_exact=True)


def worst_found(
    learner: Any,
    cls: Any,
    length: int,
    score: Score,
    *,
    budget: int = 0,
    tries: int = 200,
    rng: int = 0,
) -> Worst:
    """Return the worst instance that Hypothesis finds when it is told the scores.

    Parameters
    ----------
    learner, cls, length, score, budget
        As in :func:`worst_of_all`; instances of the stream are drawn near breakpoints.
    tries
        How many instances are tried.
    rng
        An integer seed: the same one tries the same instances.

    """
    n, b = count(length, "the length of a stream"), count(budget, "a budget", least=0)
    met = list[Instance]()

    @seed(rng)
    @settings(
        max_examples=count(tries, "the number of tries"),
        database=None,
        deadline=None,
        phases=(Phase.generate, Phase.target),
        suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
    )
    @given(instance=_instances(cls, n, b))
    def search(instance: Instance) -> None:
        met.append(instance)
        target(float(_exact(score(learner, instance, instance.run(learner)))))

    search()
    return _worst(learner, met, score, is_exact=False)


def _instances(cls: Any, n: int, b: int) -> st.SearchStrategy[Instance]:
    streams = st.lists(strategies.instances(cls), min_size=n, max_size=n).map(tuple)
    lies = st.sets(st.integers(0, n - 1), max_size=b).map(lambda found: tuple(sorted(found)))
    return st.builds(Instance, strategies.members(cls), streams, lies)


def _inversions(n: int, b: int) -> Iterator[tuple[int, ...]]:
    """Yield the sets of at most ``b`` of ``n`` questions."""
    for size in range(min(n, b) + 1):
        yield from combinations(range(n), size)


def _worst(learner: Any, instances: Iterable[Instance], score: Score, *, is_exact: bool) -> Worst:
    """Return the first instance with the largest score."""
    best: Worst | None = None
    tried = 0
    for instance in instances:
        tried += 1
        run = instance.run(learner)
        value = _exact(score(learner, instance, run))
        if best is None or value > best.score:
            best = Worst(value, instance, tried, is_exact, run)
    if best is None:
        raise DomainError("an adversary needs a target and a point, got none of them")
    return Worst(best.score, best.instance, tried, is_exact, best.run)


def _exact(value: Any) -> Fraction:
    """Return a score as a rational."""
    return Fraction(value)

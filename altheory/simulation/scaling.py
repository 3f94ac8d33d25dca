r"""Whether label complexity grows like log(1/eps), like 1/eps, or like neither.

At accuracies :math:`\varepsilon_1, \dots, \varepsilon_k` the means
:math:`m_i = E \min(Q_i, c_i)` get confidence intervals that hold together with
probability at least :math:`1 - \alpha`.  A family :math:`a + b g(\varepsilon)` with
:math:`b \ge 0` survives if some member passes through all of them.  Eliminating
:math:`a`, that is so iff one slope :math:`b` satisfies

.. math:: b\,(g_i - g_j) \ge \text{low}_i - \text{high}_j \quad\text{for all } i, j,

finitely many inequalities in rationals.  Whatever the law of :math:`Q`, a family
that holds the means is rejected with probability at most :math:`\alpha`.

The caps :math:`c_i` make the variables bounded, without which no interval is
valid.  They come from a pilot run with its own seed, twice its largest count, and
the verdict is about the capped means.  It is also about the families taken
literally: bisection asks the ceiling of a logarithm, and with enough replicates
is found to obey neither.
"""

import json
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor
from dataclasses import dataclass
from fractions import Fraction
from itertools import permutations
from typing import Any, Literal, Self, final

import numpy as np

from altheory.bounds.betting_mean import betting_mean
from altheory.certificate import text
from altheory.errors import DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.numeric.inputs import open_unit
from altheory.numeric.seeds import sequence
from altheory.protocols import HypothesisClass
from altheory.simulation.replicates import gather, seed_of
from altheory.simulation.task import Block, Goal, Task, goals_of

PILOT = 256
SCHEMA = "altheory-scaling/1"

Verdict = Literal["log", "linear", "undecided", "neither"]


@final
@dataclass(frozen=True, slots=True)
class Interval:
    """What is known of a mean: ``low <= E min(Q, cap) <= high``."""

    epsilon: Fraction
    cap: int
    low: Fraction
    high: Fraction

    def __post_init__(self) -> None:
        if not self.epsilon > 0 or self.low > self.high:
            raise DomainError(f"an interval has 0 < epsilon and low <= high, got {self}")

    def __str__(self) -> str:
        ends = f"[{float(self.low):.6g}, {float(self.high):.6g}]"
        return f"epsilon {float(self.epsilon):g}: E min(Q, {self.cap}) in {ends}"


@final
@dataclass(frozen=True, slots=True)
class Scaling:
    """The families that pass through all intervals, and so the verdict.

    Examples
    --------
    >>> Scaling(
    ...     tuple(Interval(Fraction(1, 10**i), 99, 5 * i, 5 * i + 1) for i in (1, 2, 3)),
    ...     Fraction(1, 100),
    ... ).verdict
    'log'

    """

    intervals: tuple[Interval, ...]
    alpha: Fraction

    @property
    def verdict(self) -> Verdict:
        """``"log"`` or ``"linear"`` if one family survives alone."""
        names: dict[tuple[bool, bool], Verdict] = {
            (True, True): "undecided",
            (True, False): "log",
            (False, True): "linear",
            (False, False): "neither",
        }
        return names[survives(self.intervals, _log), survives(self.intervals, _inverse)]

    def to_json(self) -> str:
        """Return the verdict and its intervals as JSON text, rationals as ``"p/q"``."""
        intervals = [
            {"epsilon": text(i.epsilon), "cap": i.cap, "low": text(i.low), "high": text(i.high)}
            for i in self.intervals
        ]
        document = {"schema": SCHEMA, "verdict": self.verdict, "alpha": text(self.alpha)}
        return json.dumps({**document, "intervals": intervals})

    @classmethod
    def from_json(cls, document: str) -> Self:
        """Read what ``to_json`` wrote; the verdict is found again, not believed."""
        try:
            data = json.loads(document)
            if data["schema"] != SCHEMA:
                raise DomainError(f"a scaling has schema {SCHEMA}, got {data['schema']!r}")
            intervals = (
                Interval(Fraction(i["epsilon"]), i["cap"], Fraction(i["low"]), Fraction(i["high"]))
                for i in data["intervals"]
            )
            return cls(tuple(intervals), Fraction(data["alpha"]))
        except (KeyError, TypeError, ValueError, ZeroDivisionError) as error:
            raise DomainError(f"this is no scaling: {error!r}") from error

    def __str__(self) -> str:
        meaning = {
            "log": "a + b log(1/eps) fits, a + b/eps is rejected",
            "linear": "a + b/eps fits, a + b log(1/eps) is rejected",
            "undecided": "both families fit",
            "neither": "both families are rejected",
        }
        title = f"{self.verdict}: {meaning[self.verdict]}"
        level = f"a true family is rejected with probability at most {float(self.alpha):g}"
        return "\n".join((title, *map(str, self.intervals), level))


def survives(intervals: Sequence[Interval], g: Callable[[Fraction], Enclosure]) -> bool:
    """Decide whether some ``a + b g(epsilon)`` with ``b >= 0`` passes through all intervals.

    A pair with :math:`g_i > g_j` bounds the slope on both sides; where ``g`` is only
    enclosed, doubt keeps the family.
    """
    least, most = [Fraction(0)], list[Fraction]()
    for one, other in permutations(intervals, 2):
        gap = g(one.epsilon) - g(other.epsilon)
        if gap.lo > 0:
            least.append(((one.low - other.high) / gap).lo)
            most.append(((one.high - other.low) / gap).hi)
    return not most or max(least) <= min(most)


def scaling_law(
    hypotheses: HypothesisClass[Any, Any, Any],
    *,
    learner: str = "cal",
    epsilons: Iterable[Any],
    replicates: int = 1000,
    alpha: Any = Fraction(1, 1000),
    rng: np.random.Generator | int | None = None,
    target: Any = None,
    executor: Executor | None = None,
) -> Scaling:
    """Simulate a learner at several accuracies and tell which family its means obey.

    Parameters
    ----------
    hypotheses, learner, epsilons, replicates, target, executor
        As in :func:`altheory.simulation.curve.label_complexity`.
    alpha
        The probability with which a true family may be rejected, in (0, 1).
    rng
        The seed, or a generator that draws it.

    """
    level = open_unit(alpha, "alpha")
    goals = goals_of(epsilons, None)
    pilot, main = sequence(seed_of(rng), "scaling").generate_state(2).tolist()

    def sample(seed: int, size: int) -> list[Block]:
        tasks = [
            Task(hypotheses=hypotheses, learner=learner, goal=goal, target=target, seed=seed)
            for goal in goals
        ]
        return gather(tasks, size, executor)

    caps = [2 * max(block.queries) + 1 for block in sample(pilot, PILOT)]
    each = level / len(goals)
    means = zip(goals, caps, sample(main, replicates), strict=True)
    return Scaling(tuple(_interval(g, cap, block, each) for g, cap, block in means), level)


def _interval(goal: Goal, cap: int, block: Block, delta: Fraction) -> Interval:
    """Bound the mean of the capped counts, each interval wrong with probability ``delta``."""
    capped = (min(q, cap) for q in block.queries)
    bound = betting_mean(capped, delta, low=0, high=cap)
    return Interval(goal.epsilon or Fraction(0), cap, bound.lower, bound.upper)


def _log(epsilon: Fraction) -> Enclosure:
    return Enclosure.exactly(1 / epsilon).log()


def _inverse(epsilon: Fraction) -> Enclosure:
    return Enclosure.exactly(1 / epsilon)

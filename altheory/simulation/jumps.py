r"""From one instance worth asking to the next, without the waiting.

A learner that asks within a region only, such as CAL in its disagreement region and A2 in
that of its round, counts the instances outside and forgets them.  While the region stays
as it is, each instance of the stream falls into it with probability
:math:`p = P(\mathrm{DIS}(V))`, independently.  So the number passed over is geometric,
:math:`P(N \ge k) = (1 - p)^k`, and the instance that ends the wait has the law
conditioned on the region.  Drawing these two instead of the stream gives runs of the
same law in time proportional to the labels: for CAL on thresholds
:math:`O(\log 1/\varepsilon)` instead of :math:`O(1/\varepsilon)`.  A learner need not ask
everywhere in its region: query by committee chooses there by the draw of a committee.

Where the law does not know :math:`p` it may offer an *envelope* of known mass
:math:`b \ge p`.  The stream meets the envelope at geometric waits as well, and each time
the instance is in the region or is one more that is passed over: the same stream, thinned.

A learner that looks at its labels when the stream has a certain length is leapt to that length
at most.  A geometric wait that is not over by then begins anew, which leaves its law as it is.
"""

import math
from collections import defaultdict
from dataclasses import dataclass
from fractions import Fraction
from functools import partial
from typing import Any, Self, final

import numpy as np

from altheory.errors import BudgetError, DomainError
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Distribution, Envelope, Enveloping, Learner, Oracle
from altheory.simulation.instances import Instance
from altheory.simulation.stream import Answer, Run, enter, hear, require_oracle
from altheory.simulation.transcript import (
    Event,
    S,
    Scheduled,
    Selective,
    Stopping,
    Transcript,
    finish,
)
from altheory.spaces.boxes import BoxUnion

SMALL = Fraction(1, 2**60)
MOST_CELLS = 2**13  # of boxes: about 45 labels in the plane without a positive one


def event_driven(
    learner: Learner[Any, S, Any],
    law: Distribution[Any, Any],
    ask: Oracle[Any],
    rng: np.random.Generator,
    *,
    epsilon: Fraction | None = None,
    limit: int | None = None,
) -> Run[S]:
    """Run a learner that asks within a region, until it stops or one of the ends is reached.

    Only the instances in the region leave an event; their indices are those of the
    stream, which may run beyond any machine integer.

    Parameters
    ----------
    learner
        A learner whose state names its region: CAL, in batches or not, A2, a committee.
    law
        The law of the instances.
    ask
        The oracle.
    rng
        The source of chance.
    epsilon
        The mass of the region at which the run ends; with an envelope, that of the envelope.
    limit
        How many instances are looked at, unless the run ends before.

    Raises
    ------
    DomainError
        If nothing would end the run, the learner's state names no region, or the
        oracle is no function.
    BudgetError
        If the region is a union of boxes with more than ``MOST_CELLS`` cells.

    """
    require_oracle(ask)
    state: Any = learner.init()
    _require_end(state, epsilon, limit)
    stops, asking = isinstance(state, Stopping), _Region.of(state.region, law)
    events, answers = list[Event](), list[Answer]()
    unanswered: defaultdict[Instance, list[int]] = defaultdict(list)
    while limit is None or state.unlabeled < limit:
        asking = asking.at(state, law)
        if (stops and state.finished) or (epsilon is not None and at_most(asking.mass, epsilon)):
            break
        wait, x = asking.arrival(law, rng, _left(learner, state, limit))
        state = state.passing(wait)
        if x is None:
            state = learner.current(state) if isinstance(learner, Scheduled) else state
            continue
        event = Event(state.unlabeled, x, asked=False)
        unanswered[event.instance].append(len(events))
        events.append(event)
        state = learner.step(state, x, partial(hear, ask, answers))
        enter(answers, events, unanswered)
    state = finish(learner, state, partial(hear, ask, answers))
    enter(answers, events, unanswered)
    return Run(state, Transcript(tuple(events), state.unlabeled))


@final
@dataclass(frozen=True, slots=True)
class _Region:
    """Where a learner asks, with its mass, which is looked up once as long as it stays.

    With an envelope, the mass is that of the envelope.
    """

    region: Any
    mass: Fraction | Enclosure
    envelope: Envelope[Any] | None

    @classmethod
    def of(cls, region: Any, law: Distribution[Any, Any]) -> Self:
        envelope = law.envelope(region) if isinstance(law, Enveloping) else None
        return cls(region, law.mass(region) if envelope is None else envelope.mass, envelope)

    def arrival(
        self, law: Distribution[Any, Any], rng: np.random.Generator, most: int | None
    ) -> tuple[int, Any]:
        """Draw how many instances miss the region and the one that does not.

        Of ``most`` instances, if that is given; None if they all miss it.
        """
        wait = 0
        while True:
            # a region of mass zero is never met, and only a limit ends the run then
            never = at_most(self.mass, Fraction(0))
            wait += (most or 0) if never else passed_over(self.mass, rng)
            if most is not None and wait >= most:
                return most, None
            if self.envelope is None:
                return wait, law.draw(self.region, rng)
            x = self.envelope.draw(rng)
            if x in self.region:
                return wait, x
            wait += 1

    def at(self, state: Any, law: Distribution[Any, Any]) -> "_Region":
        region = state.region  # once: a state may work it out anew
        if region is self.region:
            return self
        if isinstance(region, BoxUnion) and len(region.inside) > MOST_CELLS:
            raise BudgetError(
                f"after {state.queries} labels the region to ask in has {len(region.inside)} "
                f"cells, more than {MOST_CELLS}: negative labels without a positive one rule out "
                "hardly anything; choose a target of more volume, or a shorter stream"
            )
        return _Region.of(region, law)


def _left(learner: Any, state: Any, limit: int | None) -> int | None:
    """Return how many instances there are at most until the run ends or the learner looks."""
    due = state.due if isinstance(learner, Scheduled) else None
    ends = [end for end in (limit, due) if end is not None]
    return min(ends) - state.unlabeled if ends else None


def _require_end(state: Any, epsilon: Fraction | None, limit: int | None) -> None:
    if not isinstance(state, Selective):
        raise DomainError(
            f"{type(state).__name__} names no region outside of which nothing is asked; "
            "show the learner a stream instead"
        )
    if epsilon is None and limit is None and not isinstance(state, Stopping):
        raise DomainError("a run ends at an epsilon or at a limit of instances, got neither")


def passed_over(mass: Fraction | Enclosure, rng: np.random.Generator) -> int:
    r"""Draw how many instances miss a region of probability ``mass``.

    By inversion of an exponential variable,
    :math:`\lfloor E / -\ln(1 - p) \rfloor`; below 2^-60 the logarithm is
    :math:`p` to full precision and the quotient is taken exactly.
    """
    p = mass if isinstance(mass, Fraction) else mass.midpoint
    exponential = rng.standard_exponential()
    if p < SMALL:
        return int(Fraction(exponential) / p)
    return 0 if float(p) == 1 else int(exponential / -math.log1p(-float(p)))


def at_most(mass: Fraction | Enclosure, level: Fraction) -> bool:
    """Decide whether ``mass`` is known to be at most ``level``."""
    return (mass if isinstance(mass, Fraction) else mass.hi) <= level

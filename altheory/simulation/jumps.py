r"""CAL without the waiting: from one instance worth asking to the next.

While the version space stays as it is, each instance of the stream falls into the
disagreement region with probability :math:`p = P(\mathrm{DIS}(V))`, independently.
So the number passed over is geometric, :math:`P(N \ge k) = (1 - p)^k`, and the
instance that ends the wait has the law conditioned on the region.  Drawing these
two instead of the stream gives runs of the same law in time proportional to the
labels: for thresholds :math:`O(\log 1/\varepsilon)` instead of
:math:`O(1/\varepsilon)`.
"""

import math
from fractions import Fraction
from functools import partial
from typing import Any

import numpy as np

from altheory.errors import DomainError
from altheory.learners.cal import CAL, CALState
from altheory.numeric.enclosure import Enclosure
from altheory.protocols import Distribution, Oracle
from altheory.simulation.stream import Answer, Run, hear, require_oracle
from altheory.simulation.transcript import Event, Transcript, skip

SMALL = Fraction(1, 2**60)


def event_driven(
    learner: CAL[Any, Any],
    law: Distribution[Any, Any],
    ask: Oracle[Any],
    rng: np.random.Generator,
    *,
    epsilon: Fraction | None = None,
    limit: int | None = None,
) -> Run[CALState[Any, Any]]:
    """Run CAL until its disagreement region has mass ``epsilon``, or ``limit`` instances.

    Only the instances in the disagreement region leave an event; their indices
    are those of the stream, which may run beyond any machine integer.

    Parameters
    ----------
    learner
        CAL, in batches or not.
    law
        The law of the instances.
    ask
        The oracle.
    rng
        The source of chance.
    epsilon
        The mass at which the run ends.
    limit
        How many instances are looked at, unless ``epsilon`` is reached before.

    Raises
    ------
    DomainError
        If nothing would end the run, or the oracle is no function.

    """
    if epsilon is None and limit is None:
        raise DomainError("a run ends at an epsilon or at a limit of instances, got neither")
    require_oracle(ask)
    state, indices, answers = learner.init(), list[int](), list[Answer]()
    ask = partial(hear, ask, answers)
    while limit is None or state.unlabeled < limit:
        region = state.version_space.disagreement()
        mass = law.mass(region)
        if epsilon is not None and at_most(mass, epsilon):
            break
        # a region of mass zero is never met, and only a limit ends the run then
        wait = (limit or 0) if at_most(mass, Fraction(0)) else passed_over(mass, rng)
        if limit is not None and state.unlabeled + wait >= limit:
            state = skip(state, limit - state.unlabeled)
            break
        x = law.draw(region, rng)
        indices.append(state.unlabeled + wait)
        state = learner.step(skip(state, wait), x, ask)
    state = learner.flush(state, ask)
    events = (Event(i, x, asked=True, label=y) for i, (x, y) in zip(indices, answers, strict=True))
    return Run(state, Transcript(tuple(events), state.unlabeled))


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

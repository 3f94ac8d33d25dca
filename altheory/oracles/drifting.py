r"""A target that moves: one label law after another.

Time counts the questions answered.  From the start of a stage to that of the next one
the label law is that of the stage, and with it the Bayes classifier, the noise condition
and every error: :math:`\mathrm{err}_t(h)` depends on the time.  This breaks the
assumption that labeled instances are drawn from *one* law: no hypothesis is best for
good, version spaces may become empty though nobody lies, and old labels mislead.
"""

from bisect import bisect_right
from dataclasses import dataclass
from itertools import count as integers
from itertools import pairwise
from typing import Any, final

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.numeric.seeds import generator
from altheory.oracles._draw import draw_label
from altheory.oracles._parts import clipped, label_law
from altheory.protocols import Label, LabelLaw, Oracle


@final
@dataclass(frozen=True, slots=True)
class Drift:
    """Label laws and the times at which each begins; no label law itself, but one at a time."""

    starts: tuple[int, ...]
    laws: tuple[LabelLaw[Any, Any], ...]

    def __post_init__(self) -> None:
        starts = tuple(count(start, "the start of a stage", least=0) for start in self.starts)
        if len(starts) != len(self.laws) or not starts or starts[0] != 0:
            raise DomainError(f"a drift has one start a law, the first at 0, got {self.starts}")
        for law in self.laws:
            label_law(law)
        if any(a >= b for a, b in pairwise(starts)):
            raise DomainError(f"the starts of a drift increase strictly, got {self.starts}")

    def at(self, time: int) -> LabelLaw[Any, Any]:
        """Return the label law after ``time`` answers: its ``bayes`` is the one of that time."""
        reached = count(time, "a time", least=0)
        return self.laws[bisect_right(self.starts, reached) - 1]

    def oracle(self, rng: np.random.Generator) -> Oracle[Any]:
        """Return an oracle at time 0, whose every answer is one step of time."""
        clock, stream = integers(), generator(rng)

        def ask(x: Any) -> Label:
            law = self.at(next(clock))
            return draw_label(lambda u: law.compare(x, u), stream)

        return ask


def drifting(*stages: tuple[int, LabelLaw[Any, Any]]) -> Drift:
    """Return the labeler who follows each law from the time given with it.

    Raises
    ------
    DomainError
        Unless every stage is a time and a label law, and the times increase strictly from 0.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> from altheory.oracles.realizable import realizable
    >>> moved = drifting((0, realizable(Threshold(0.25))), (2, realizable(Threshold(0.75))))
    >>> ask = moved.oracle(np.random.default_rng(0))
    >>> [ask(0.5) for _ in range(4)]
    [1, 1, -1, -1]

    A crowd that gets tired is a drift of majorities.

    >>> from altheory.oracles.crowd import Crowd
    >>> fresh, tired = (Crowd(Threshold(0.5), (rate,) * 3) for rate in (0.1, 0.4))
    >>> crowd = drifting((0, fresh.majority()), (100, tired.majority()))
    >>> [round(float(crowd.at(time).probability(0.75)), 3) for time in (99, 100)]
    [0.972, 0.648]

    """
    pairs = [_pair(stage) for stage in stages]
    return Drift(tuple(start for start, _ in pairs), tuple(law for _, law in pairs))


def _pair(stage: Any) -> tuple[Any, Any]:
    if not isinstance(stage, tuple | list) or len(stage) != 2:
        raise DomainError(
            "a stage is a time and a label law, such as (0, realizable(hypothesis)), "
            f"got {clipped(repr(stage))}"
        )
    return stage[0], stage[1]

r"""What a run is measured against: who labels, the best hypothesis, and its error.

Under noise nobody is right, and a learner is compared with the best of its class:
the excess error of :math:`h` is :math:`\mathrm{err}(h) - \nu`.  Where several
hypotheses are best, one is named: the target if it is among them, and otherwise the
first candidate of the class.
"""

from collections.abc import Callable
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, final

from altheory.complexity.best import best_hypothesis
from altheory.oracles._naming import noise_called
from altheory.oracles.realizable import realizable
from altheory.protocols import LabelLaw
from altheory.simulation.promises import upper


@final
@dataclass(frozen=True, slots=True)
class Truth:
    """The label law of a run, the named best hypothesis, and the excess error over it.

    An excess error that is only enclosed is rounded up.
    """

    labels: LabelLaw[Any, Any]
    best: Any
    excess: Callable[[Any], Fraction]


def has_target(hypotheses: Any, noise: str) -> bool:
    """Tell whether the labels depend on a target: ties, blocks and pure noise have none.

    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> has_target(Thresholds(), "massart:0.5"), has_target(Thresholds(), "tie")
    (True, False)
    """
    found = hypotheses.representatives(hypotheses.grid(2))
    one, other = (noise_called(noise, hypotheses, h) for h in (found[0], found[-1]))
    return len(found) == 1 or one != other


def truth_of(hypotheses: Any, noise: str, target: Any) -> Truth:
    """Return what runs with this noise around ``target`` are measured against.

    Raises
    ------
    UnknownNameError, DomainError
        If there is no such noise on the domain of the class, or the best hypothesis of
        the class cannot be found.

    """
    law = hypotheses.law()
    if noise == "none":

        def error(h: Any) -> Fraction:
            return upper(law.mass(hypotheses.difference(h, target)))

        return Truth(realizable(target), target, error)
    labels = noise_called(noise, hypotheses, target)
    found = best_hypothesis(hypotheses, labels, target=target)
    is_best = target in found.minimizers or found.excess_error(target) == Fraction(0)
    best = target if is_best else found.hypothesis
    return Truth(labels, best, lambda h: upper(found.excess_error(h)))

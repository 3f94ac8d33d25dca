r"""Pure noise: labels are fair coins, whatever the instance.

:math:`P(y = +1 \mid x) = 1/2` everywhere: each classifier is a Bayes classifier, each
errs with probability 1/2, and all hypotheses of a class are best.  No margin condition
holds.  It is where a rule that eliminates hypotheses shows whether its level is real.
"""

from fractions import Fraction
from typing import Any

from altheory.oracles._arguments import without
from altheory.oracles._parts import region
from altheory.oracles._step_labels import StepLabels


def pure_noise(whole: Any) -> StepLabels[Any]:
    """Return the law of fair coins on the region that is the whole domain.

    Raises
    ------
    DomainError
        If ``whole`` is no region, or not the whole domain.

    Examples
    --------
    >>> from altheory.spaces.line import UNIT
    >>> from altheory.spaces.line_laws import UniformInterval
    >>> pure_noise(UNIT).error(UNIT, UniformInterval())
    Fraction(1, 2)

    """
    everything = region(whole, "the whole domain", "h.positive | ~h.positive")
    return StepLabels(((everything, Fraction(1, 2)),))


def from_argument(text: str | None, target: Any, whole: Any) -> StepLabels[Any]:
    """Return the law that the command line calls ``pure``."""
    del target
    without(text, "pure noise")
    return pure_noise(whole)

r"""Random classification noise: every label is flipped equally often [angluin1988noisy]_.

With rate :math:`\eta`, :math:`P(y \ne h^*(x) \mid x) = \eta` everywhere, so the error
of any classifier is :math:`\eta + (1 - 2 \eta) P(h \ne h^*)`: up to :math:`\eta = 1/2`
the target stays best, and at 1/2 all classifiers are alike.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.oracles._arguments import number
from altheory.oracles._parts import hypothesis
from altheory.oracles._step_labels import StepLabels


def classification_noise(target: Any, rate: Any) -> StepLabels[Any]:
    """Return the label law of ``target`` with labels flipped at the given rate.

    Parameters
    ----------
    target
        A hypothesis; it is a Bayes classifier of the law.
    rate
        The probability of a flip, in [0, 1/2].

    Raises
    ------
    DomainError
        If the target is no hypothesis, or the rate lies outside [0, 1/2].

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> classification_noise(Threshold(0.5), Fraction(1, 10)).probability(0.25)
    Fraction(1, 10)

    """
    positive = hypothesis(target).positive
    flipped = rational(rate, "a noise rate")
    if not 0 <= flipped <= Fraction(1, 2):
        raise DomainError(f"a noise rate lies in [0, 1/2], got {rate}")
    return StepLabels(((positive, 1 - flipped), (~positive, flipped)))


def from_argument(text: str | None, target: Any, whole: Any) -> StepLabels[Any]:
    """Return the law that the command line calls ``classification:ETA``."""
    del whole
    return classification_noise(target, number(text, "a noise rate", "classification:0.1"))

r"""Massart noise: the conditional probability stays away from 1/2 [massart2006risk]_.

.. math:: |2 P(y = +1 \mid x) - 1| \ge \gamma \quad \text{for almost every } x.

The condition bounds the noise and does not say where it is.  The law here meets the
bound on one region and is free of noise elsewhere; classification noise is the case in
which that region is everything and :math:`\gamma = 1 - 2 \eta`.  Its consequence is
:math:`P(h \ne h^*) \le (\mathrm{err}(h) - \mathrm{err}(h^*)) / \gamma`.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.oracles._arguments import number
from altheory.oracles._parts import hypothesis, region
from altheory.oracles._step_labels import StepLabels


def massart(target: Any, gamma: Any, where: Any = None) -> StepLabels[Any]:
    """Return a label law with margin ``gamma`` around the labels of ``target``.

    Parameters
    ----------
    target
        A hypothesis; it is the Bayes classifier of the law.
    gamma
        The margin, in (0, 1]; at 1 there is no noise.
    where
        The region on which the margin is attained.  By default the positive region of
        the target: then only positives are ever mislabeled, which is not classification
        noise (and no noise at all for a target without positives).

    Raises
    ------
    DomainError
        If the target is no hypothesis, the margin lies outside (0, 1], or ``where`` is no
        region.

    Examples
    --------
    >>> from altheory.hypotheses.thresholds import Threshold
    >>> law = massart(Threshold(0.5), Fraction(1, 2))
    >>> law.probability(0.75), law.probability(0.25)
    (Fraction(3, 4), Fraction(0, 1))

    """
    margin = rational(gamma, "a Massart margin")
    if not 0 < margin <= 1:
        raise DomainError(f"a Massart margin lies in (0, 1], got {gamma}")
    positive = hypothesis(target).positive
    noisy = positive if where is None else region(where, "where the margin is attained")
    flipped = (1 - margin) / 2
    return StepLabels(
        (
            (positive & noisy, 1 - flipped),
            (noisy - positive, flipped),
            (positive - noisy, Fraction(1)),
            (~(positive | noisy), Fraction(0)),
        )
    )


def from_argument(text: str | None, target: Any, whole: Any) -> StepLabels[Any]:
    """Return the law that the command line calls ``massart:GAMMA``."""
    del whole
    return massart(target, number(text, "a Massart margin", "massart:0.5"))

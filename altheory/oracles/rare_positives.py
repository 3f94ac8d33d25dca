r"""Rare positives: an honest labeler who says + on a small mass only.

Labels are + on :math:`[1 - p, 1]` and - elsewhere, without chance.  The Bayes classifier
is the threshold at :math:`1 - p`, with error 0; it is hard not for its noise but because
the constant - errs on p alone, and a stream shows no positive in n instances with
probability :math:`(1 - p)^n`.
"""

from fractions import Fraction
from typing import Any

from altheory.numeric.inputs import open_unit
from altheory.oracles._step_labels import StepLabels
from altheory.spaces.line import IntervalUnion

MASS = Fraction(1, 10_000)


def rare_positives(mass: Any = MASS) -> StepLabels[IntervalUnion]:
    """Return the label law with positives of the given mass, in (0, 1), at the right end.

    Raises
    ------
    DomainError
        If the mass lies outside (0, 1).

    Examples
    --------
    >>> rare_positives().bayes.length
    Fraction(1, 10000)

    """
    positive = IntervalUnion.closed(1 - open_unit(mass, "the mass of the positives"), 1)
    return StepLabels(((positive, Fraction(1)), (~positive, Fraction(0))))

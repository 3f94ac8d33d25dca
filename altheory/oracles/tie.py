r"""An exact tie: two thresholds are equally good, and no other is.

Without any chance, labels on [0, 1] are

.. math:: - \text{ on } [0, .5), \quad + \text{ on } [.5, .5 + w), \quad
          - \text{ on } [.5 + w, .5 + 2w), \quad + \text{ on } [.5 + 2w, 1].

The Bayes classifier has error 0 and is no threshold.  The thresholds at .5 and at
.5 + 2w both err on exactly w, every other one on more: there is no single best
hypothesis, and no sample tells which to keep.  Labels are certain, so Massart's condition
holds around the Bayes classifier with margin 1.  What fails is the condition relative to
the class: the two best thresholds differ on mass 2w at no excess error, so from either of
them :math:`P(h \ne h^*)` is bounded by no function of the excess error that is 0 at 0.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.oracles._arguments import number
from altheory.oracles._line_blocks import line_only, step
from altheory.oracles._step_labels import StepLabels
from altheory.spaces.line import IntervalUnion

WIDTH = Fraction(1, 10)
START = Fraction(1, 2)


def tie(width: Any = WIDTH) -> StepLabels[IntervalUnion]:
    """Return the label law of the tie with two blocks of a width in (0, 1/4).

    Raises
    ------
    DomainError
        If two such blocks do not fit between .5 and 1.

    Examples
    --------
    >>> from altheory.spaces.line_laws import UniformInterval
    >>> [str(tie().error(IntervalUnion.closed(t, 1), UniformInterval()))
    ...  for t in (Fraction(1, 2), Fraction(3, 5), Fraction(7, 10))]
    ['1/10', '1/5', '1/10']

    """
    w = rational(width, "a tie width")
    if not 0 < w < (1 - START) / 2:
        raise DomainError(f"a tie width lies in (0, 1/4), got {width}")
    return step(START, START + w, START + 2 * w)


def from_argument(text: str | None, target: Any, whole: Any) -> StepLabels[IntervalUnion]:
    """Return the law that the command line calls ``tie`` or ``tie:W``."""
    del target
    line_only(whole, "tie")
    return tie() if text is None else tie(number(text, "a tie width", "tie:0.1"))

r"""A block of wrong labels: no threshold is right, and one is best.

Without any chance, labels on [0, 1] are

.. math:: - \text{ on } [0, .5), \quad + \text{ on } [.5, .6), \quad
          - \text{ on } [.6, .6 + w), \quad + \text{ on } [.6 + w, 1].

So the Bayes classifier has error 0 and is no threshold.  The threshold at .5 errs on
the block, :math:`\nu = w`, and the one at .6 + w on [.5, .6): for :math:`w < .1` the first
is best, by :math:`.1 - w`.  Labels are certain, so Massart's condition holds around the
Bayes classifier; relative to the class of thresholds, with the best of them as
:math:`h^*`, it is

.. math:: P(h \ne h^*) \le \frac{.1 + w}{|.1 - w|} \,
          \bigl( \mathrm{err}(h) - \mathrm{err}(h^*) \bigr),

attained by the other valley of the error: a factor of 9 at :math:`w = .08`.  At
:math:`w = .1` the two tie, and it fails.
"""

from fractions import Fraction
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import rational
from altheory.oracles._arguments import number
from altheory.oracles._line_blocks import line_only, step
from altheory.oracles._step_labels import StepLabels
from altheory.spaces.line import IntervalUnion

WIDTH = Fraction(2, 25)
START, END = Fraction(1, 2), Fraction(3, 5)


def block(width: Any = WIDTH) -> StepLabels[IntervalUnion]:
    """Return the label law with a block of the given width in (0, 2/5).

    Raises
    ------
    DomainError
        If the block does not fit between .6 and 1.

    Examples
    --------
    >>> block().bayes.length  # [.5, .6) and [.68, 1]
    Fraction(21, 50)

    """
    w = rational(width, "a block width")
    if not 0 < w < 1 - END:
        raise DomainError(f"a block width lies in (0, 2/5), got {width}")
    return step(START, END, END + w)


def from_argument(text: str | None, target: Any, whole: Any) -> StepLabels[IntervalUnion]:
    """Return the law that the command line calls ``block`` or ``block:W``."""
    del target
    line_only(whole, "block")
    return block() if text is None else block(number(text, "a block width", "block:0.08"))

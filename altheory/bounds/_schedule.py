r"""Looking more than once at a price: an error probability spent over looks.

The :math:`j`-th look gets :math:`\delta_j = \delta / (j (j + 1))`, and all looks
together no more than is there, since

.. math:: \sum_{j=1}^{J} \frac{\delta}{j (j + 1)}
          = \sum_{j=1}^{J} \Bigl(\frac{\delta}{j} - \frac{\delta}{j + 1}\Bigr)
          = \delta \Bigl(1 - \frac1{J + 1}\Bigr) < \delta.
"""

from fractions import Fraction
from typing import Any

from altheory.numeric.inputs import count, open_unit


def spent_at(look: int, delta: Any) -> Fraction:
    """Return the error probability of the look number ``look``, from 1 on.

    >>> spent_at(1, Fraction(1, 10)), spent_at(2, Fraction(1, 10))
    (Fraction(1, 20), Fraction(1, 60))
    """
    j = count(look, "the number of a look")
    return open_unit(delta, "delta") / (j * (j + 1))


def spent_up_to(looks: int, delta: Any) -> Fraction:
    """Return what the first looks have spent together.

    >>> spent_up_to(2, Fraction(1, 10))
    Fraction(1, 15)
    """
    j = count(looks, "the number of looks", least=0)
    return open_unit(delta, "delta") * Fraction(j, j + 1)

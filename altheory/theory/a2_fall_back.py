r"""The most labels that A2 takes, whatever the labels say, by the width of its bounds.

Let :math:`w(n)` be a width that :math:`\min_h U - \min_h L` never exceeds at n labels, with
the error probability of the last look, and N the least n with :math:`w(n) \le \varepsilon`.
In a round that begins with disagreement of mass m, the looks come at 1, 4, 13, ... labels:

* the round that ends the run looked in vain at fewer labels than :math:`w(n) \le
  \varepsilon / m` takes, and then at no more than three times as many and one;
* a round that ends because disagreement has halved did so earlier, with fewer labels
  than that.

Each halving doubles the width that is good enough.  If :math:`n \, w(n)` does not fall
with n, as for all bounds in use, that takes at most half as many labels, rounded up, and

.. math:: \text{labels} \le \max\bigl(3N - 2,\; N - 1 + 3 \lceil N/2 \rceil - 2,\; \dots\bigr)
                         = 3N - 2 .

The rounds with labels are at most :math:`\lceil \log_2(1/\varepsilon) \rceil`.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import Any, TypeAlias

from altheory.numeric.inputs import count, positive

# From a number of labels and the number of a look to the width of the bounds, which
# falls with the first and rises with the second.
Width: TypeAlias = Callable[[int, int], Fraction]


def a2_fall_back(enough: int) -> int:
    """Return 3N - 2, the most labels of a run if ``enough`` labels make the bounds narrow.

    >>> [a2_fall_back(n) for n in (1, 2, 5)]  # a look at 1, 4, 13 labels was due
    [1, 4, 13]
    """
    return 3 * count(enough, "a number of labels") - 2


def a2_rounds_at_most(epsilon: Any) -> int:
    r"""Return :math:`\lceil \log_2(1/\varepsilon) \rceil`, the most rounds with labels.

    >>> [a2_rounds_at_most(Fraction(1, k)) for k in (1, 2, 3, 8, 10)]
    [0, 1, 2, 3, 4]
    """
    return max(ceil(1 / positive(epsilon, "epsilon")) - 1, 0).bit_length()


def a2_looks_at_most(epsilon: Any, enough: int) -> int:
    """Return the most looks of a run if ``enough`` labels make the bounds narrow.

    Every round looks at 1, 4, 13, ... labels until that is enough.
    """
    looks, n = 1, 1
    while n < count(enough, "a number of labels"):
        looks, n = looks + 1, 3 * n + 1
    return looks * a2_rounds_at_most(epsilon)


def a2_enough(epsilon: Any, width: Width) -> int:
    """Return a number of labels that makes the bounds ``epsilon`` narrow at every look of a run.

    Invariant: a run of more than ``last`` looks would be longer than its looks allow, or
    ``last`` is not yet large enough; more looks widen the bounds and so ask for more labels.

    Parameters
    ----------
    epsilon
        The excess error, positive.
    width
        ``width(n, look)`` falls to 0 in ``n`` and grows with ``look``.

    Examples
    --------
    >>> a2_enough(Fraction(1, 2), lambda n, look: Fraction(2 + look, n))
    10

    """
    eps, last = positive(epsilon, "epsilon"), 1
    while (looks := a2_looks_at_most(eps, _least(eps, width, last))) > last:
        last = looks
    return _least(eps, width, last)


def a2_labels_at_most(epsilon: Any, width: Width) -> int:
    """Return the most labels that A2 takes on any path, by the width of its bounds.

    >>> a2_labels_at_most(Fraction(1, 2), lambda n, look: Fraction(2 + look, n))
    28
    """
    return a2_fall_back(a2_enough(epsilon, width))


def _least(epsilon: Fraction, width: Width, look: int) -> int:
    within, beyond = 1, 0  # invariant of the second loop: beyond is too few, within is enough
    while width(within, look) > epsilon:
        beyond, within = within, 2 * within
    while within - beyond > 1:
        middle = (within + beyond) // 2
        narrow = width(middle, look) <= epsilon
        beyond, within = (beyond, middle) if narrow else (middle, within)
    return within

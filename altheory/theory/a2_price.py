r"""The most labels that A2 takes, whatever the labels say, by the width of its bounds.

Let w be a width that :math:`\min_h U - \min_h L` never exceeds, by the number of labels
and by the look, with looks at :math:`n_1, n_2, \dots = 1, 4, 13, \dots` labels of a round.
The r-th round begins with disagreement of mass :math:`2^{-(r-1)}` at most.  Hence it stops
the run at the first of its looks with :math:`w \le 2^{r-1} \varepsilon`, the :math:`J_r`-th
say, if not earlier, and a round that ends because disagreement has halved ended before:

.. math:: \text{labels} \le \max_R \Bigl(\sum_{r<R} n_{J_r - 1} + n_{J_R}\Bigr),
          \qquad R \le \lceil \log_2(1/\varepsilon) \rceil .

Nothing is asked of w but that it does not fall as looks are counted on.

*One number.*  Let w be the width for the last look of a run, N the least number of
labels from which on :math:`w(n) \le \varepsilon`, and let :math:`n \, w(n)` not fall with n,
as for the bounds of this package.  Then twice the width takes at most half of the labels,
rounded up, a round that ends early saves what it costs, and :math:`\text{labels} \le 3N - 2`.
Bounds that get narrow faster than 1/n may take more labels than that.
"""

from collections.abc import Callable
from fractions import Fraction
from math import ceil
from typing import Any, TypeAlias

from altheory.numeric.inputs import count, positive

# The width of the bounds at n labels, and at look k of the run, in round r, look j of the
# round: width(n, k, r, j) falls with the first and does not fall with any of the others.
Width: TypeAlias = Callable[[int, int, int, int], Fraction]


def a2_labels_at_most(epsilon: Any, width: Width) -> int:
    """Return a number of labels that A2 exceeds on no path: the sum over rounds.

    Parameters
    ----------
    epsilon
        The excess error, positive.
    width
        ``width(n, k, r, j)`` is at least the width of the bounds of n labels, at the look
        that is the k-th of the run and the j-th of its r-th round.  It does not fall with
        k, nor with r and j, and gets as small as epsilon.

    Examples
    --------
    >>> a2_labels_at_most(Fraction(1, 2), lambda n, k, r, j: Fraction(2 + k, n))
    13
    >>> a2_labels_at_most(Fraction(1, 8), lambda n, k, r, j: Fraction(2 + k, n))
    121

    """
    eps = positive(epsilon, "epsilon")
    most = earlier = looks = 0
    for r in range(1, a2_rounds_at_most(eps) + 1):
        before, n, j = 0, 1, 1
        while width(n, looks + j, r, j) > 2 ** (r - 1) * eps:
            before, n, j = n, 3 * n + 1, j + 1
        most = max(most, earlier + n)
        if before == 0:  # the first look of the round stops the run, and no round follows
            break
        earlier, looks = earlier + before, looks + j - 1
    return most


def a2_fall_back(enough: int) -> int:
    """Return 3N - 2, the most labels of a run if n times the width does not fall with n.

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


def a2_enough(epsilon: Any, width: Width) -> int:
    """Return N: so many labels make the bounds ``epsilon`` narrow, even at the last look.

    Invariant: a round of more than ``looks`` looks would be longer than that number of looks
    allows, or ``looks`` is not yet large enough; later looks ask for more labels.

    Parameters
    ----------
    epsilon
        The excess error, positive.
    width
        ``width(n, k, r, j)`` falls to 0 in ``n`` and does not fall with the others.

    Examples
    --------
    >>> a2_enough(Fraction(1, 2), lambda n, k, r, j: Fraction(2 + k, n))
    10

    """
    eps, looks = positive(epsilon, "epsilon"), 1
    rounds = max(a2_rounds_at_most(eps), 1)

    def last(n: int) -> Fraction:
        return width(n, looks * rounds, rounds, looks)

    while (needed := _looks(_least(eps, last))) > looks:
        looks = needed
    return _least(eps, last)


def _looks(enough: int) -> int:
    """Return how many looks at 1, 4, 13, ... labels it takes to come to ``enough``."""
    looks, n = 1, 1
    while n < enough:
        looks, n = looks + 1, 3 * n + 1
    return looks


def _least(epsilon: Fraction, width: Callable[[int], Fraction]) -> int:
    within, beyond = 1, 0  # invariant of the second loop: beyond is too few, within is enough
    while width(within) > epsilon:
        beyond, within = within, 2 * within
    while within - beyond > 1:
        middle = (within + beyond) // 2
        narrow = width(middle) <= epsilon
        beyond, within = (beyond, middle) if narrow else (middle, within)
    return within

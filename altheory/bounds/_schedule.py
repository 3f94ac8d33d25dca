r"""Looking more than once at a price: an error probability spent over looks.

The :math:`j`-th look gets :math:`\delta_j = \delta / (j (j + 1))`, and all looks
together no more than is there, since

.. math:: \sum_{j=1}^{J} \frac{\delta}{j (j + 1)}
          = \sum_{j=1}^{J} \Bigl(\frac{\delta}{j} - \frac{\delta}{j + 1}\Bigr)
          = \delta \Bigl(1 - \frac1{J + 1}\Bigr) < \delta.

A union bound needs to know what a look may spend before its labels are drawn.  A
learner in rounds begins each with fresh labels, and looks at them again and again; so
the shares of a round's looks must be fixed when it begins.

======== ============================================ ===============================
spending share of delta for look k of all, j of round r what the shares of R rounds prove
======== ============================================ ===============================
rounds   :math:`1/(r (r+1) \, j (j+1))`                 failure at most delta
looks    :math:`1/(k (k+1))`                             :math:`\delta (1 + 1/2 + \dots + 1/R)`
literal  the same with 2 k + r + 1 for k              the same, and less
======== ============================================ ===============================

For ``looks``: a round that begins after :math:`K \ge r - 1` looks may spend
:math:`\sum_j \delta / ((K + j)(K + j + 1)) = \delta / (K + 1)`.  Which round the k-th
look belongs to depends on labels that it may see again, so no better is known.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Any, Literal, TypeAlias

from altheory.discovery import nearest
from altheory.numeric.inputs import count, open_unit

Spending: TypeAlias = Literal["looks", "rounds", "literal"]

# from the numbers of a look, of its round, and of the look in its round, to its share
SHARES: Mapping[str, Callable[[int, int, int], Fraction]] = MappingProxyType(
    {
        "looks": lambda k, _r, _j: Fraction(1, k * (k + 1)),
        "rounds": lambda _k, r, j: Fraction(1, r * (r + 1) * j * (j + 1)),
        "literal": lambda k, r, _j: Fraction(1, (2 * k + r + 1) * (2 * k + r + 2)),
    }
)


def share(spending: str, number: int, in_round: int, look: int) -> Fraction:
    """Return the share of delta for one look.

    Parameters
    ----------
    spending
        ``"rounds"``, for which failure has probability at most delta; ``"looks"``, one
        number a look, as A2 is commonly stated; ``"literal"``, whose counter advances
        once a round and twice a look, as its pseudo-code is commonly written.
    number, in_round, look
        The numbers of the look over all rounds, of its round, and of the look in it.

    Raises
    ------
    UnknownNameError
        If there is no such way to spend.

    Examples
    --------
    >>> [str(share(how, 9, 2, 1)) for how in ("looks", "rounds", "literal")]
    ['1/90', '1/12', '1/462']

    """
    if spending not in SHARES:
        raise nearest(spending, tuple(SHARES), "way to spend delta")
    return SHARES[spending](number, in_round, look)


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

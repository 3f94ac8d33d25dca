r"""Looking more than once at a price: an error probability spent over looks.

The :math:`j`-th look gets :math:`\delta_j = \delta / (j (j + 1))`, and all looks
together no more than is there, since

.. math:: \sum_{j=1}^{J} \frac{\delta}{j (j + 1)}
          = \sum_{j=1}^{J} \Bigl(\frac{\delta}{j} - \frac{\delta}{j + 1}\Bigr)
          = \delta \Bigl(1 - \frac1{J + 1}\Bigr) < \delta.

A union bound needs to know what a look may spend before its labels are drawn.  A
learner in rounds begins each with fresh labels, and looks at them again and again; so
the shares of a round's looks must be fixed when it begins.

======== ======================================== =======================================
spending share of delta for look k, j of round r  what the shares of R rounds prove
======== ======================================== =======================================
rounds   :math:`1/(r (r+1) \, j (j+1))`           failure at most :math:`\delta`
looks    :math:`1/(k (k+1))`                      :math:`\delta (1 + 1/2 + \dots + 1/R)`
literal  the same with :math:`2k + r + 1` for k   a sixth of that
======== ======================================== =======================================

For ``looks``: a round that begins after :math:`K \ge r - 1` looks may spend
:math:`\sum_j \delta / ((K + j)(K + j + 1)) = \delta / (K + 1) \le \delta / r`.  Which round
the k-th look belongs to depends on labels that it may see again, so no better is known.

For ``literal``, every second number is left out, from :math:`a = 2K + r + 1` on:

.. math:: \sum_{j \ge 1} \frac{\delta}{(a + 2j)(a + 2j + 1)}
          \le \frac12 \sum_{m > a} \frac{\delta}{m (m + 1)} = \frac{\delta}{2 (a + 1)}
          \le \frac{\delta}{6 r},

and a sixth of :math:`1 + 1/2 + \dots + 1/R` is less than 1 for up to 226 rounds, that is
for every :math:`\varepsilon \ge 2^{-226}`.
"""

from collections.abc import Callable, Mapping
from fractions import Fraction
from types import MappingProxyType
from typing import Literal, TypeAlias

from altheory.discovery import nearest
from altheory.numeric.inputs import count

Spending: TypeAlias = Literal["looks", "rounds", "literal"]

# from the numbers of a look, of its round, and of the look in its round, to its share
SHARES: Mapping[str, Callable[[int, int, int], Fraction]] = MappingProxyType(
    {
        "looks": lambda k, _r, _j: Fraction(1, k * (k + 1)),
        "rounds": lambda _k, r, j: Fraction(1, r * (r + 1) * j * (j + 1)),
        "literal": lambda k, r, _j: Fraction(1, (2 * k + r + 1) * (2 * k + r + 2)),
    }
)


def share(spending: str, number: int, in_round: int = 1, look: int = 1) -> Fraction:
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
    DomainError
        If a number is not at least 1.

    Examples
    --------
    >>> [str(share(how, 9, 2, 1)) for how in ("looks", "rounds", "literal")]
    ['1/90', '1/12', '1/462']

    """
    if spending not in SHARES:
        raise nearest(spending, tuple(SHARES), "way to spend delta")
    numbers = (number, in_round, look)
    return SHARES[spending](*(count(n, "the number of a look or round") for n in numbers))

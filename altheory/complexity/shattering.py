r"""Growth: how many labelings a class can give to :math:`n` instances.

.. math::

    \Pi_{\mathcal H}(n) = \max_{x_1, \dots, x_n}
    \bigl| \{ (h(x_1), \dots, h(x_n)) : h \in \mathcal H \} \bigr|

A set of :math:`d` instances is shattered if it takes all :math:`2^d` labelings;
the size of the largest is the VC dimension.
"""

from typing import Any

from altheory import certificate
from altheory.complexity._finite import finite
from altheory.complexity.hereditary import STATES, largest
from altheory.complexity.restriction import restricted
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count
from altheory.protocols import HypothesisClass


def growth(of: HypothesisClass[Any, Any, Any], n: int, *, states: int = STATES) -> int:
    r"""Return the most labelings of ``n`` instances, :math:`\Pi_{\mathcal H}(n)`.

    The closed form if the class has one.  Otherwise by search: exactly for a finite
    class, for more instances than points with repetitions; for another class as many as
    `restricted` finds, which ``growth(restricted(of, n), n)`` does for every class.

    Raises
    ------
    DomainError
        If ``n`` is no integer of at least 0.
    BudgetError
        If there are more than ``states`` sets of instances to go through.

    Examples
    --------
    >>> growth(FiniteClass(3, ["---", "+--", "-+-", "--+"]), 2)
    3

    """
    size = count(n, "the number of instances", least=0)
    known = combinatorics(of, size).growth
    if known is None:
        return len(restricted(of, size, sets=states).hypotheses) if size else 1
    return known


def vc_dimension(of: HypothesisClass[Any, Any, Any]) -> int:
    """Return the VC dimension that a class states; finite classes find theirs by search.

    >>> vc_dimension(FiniteClass(4, range(16)))
    4
    """
    return of.vc_dimension


def shattered_set(of: FiniteClass, *, states: int = STATES) -> tuple[int, ...]:
    """Return a largest shattered set of a finite class.

    >>> shattered_set(FiniteClass(3, ["---", "++-", "--+", "+++"]))
    (0, 2)
    """
    of = finite(of)

    def shattered(points: tuple[int, ...]) -> bool:
        within = sum(1 << x for x in points)
        return len({h & within for h in of.hypotheses}) == 1 << len(points)

    return largest(of.n_points, shattered, states=states)


def vc_certificate(of: FiniteClass) -> dict[str, Any]:
    """Return the proof of the VC dimension of a small finite class."""
    return certificate.vc_dimension(finite(of).table(), shattered_set(of))

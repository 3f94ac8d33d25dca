r"""Growth: how many labelings a class can give to :math:`n` instances.

.. math::

    \Pi_{\mathcal H}(n) = \max_{x_1, \dots, x_n}
    \bigl| \{ (h(x_1), \dots, h(x_n)) : h \in \mathcal H \} \bigr|

A set of :math:`d` instances is shattered if it takes all :math:`2^d` labelings;
the size of the largest is the VC dimension.
"""

from typing import Any, Protocol, runtime_checkable

from altheory import certificate
from altheory.complexity import _finite
from altheory.complexity._finite import finite, hypothesis_class, listing
from altheory.complexity.hereditary import STATES, largest
from altheory.complexity.restriction import densest
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count
from altheory.protocols import HypothesisClass


@runtime_checkable
class Searchable(Protocol):
    """A class that knows a better search for its growth than through all sets of points."""

    def growth(self, n: int, states: int, /) -> int | None:
        """Return the most labelings of ``n`` instances, None where the search does not apply."""
        ...


def growth(of: HypothesisClass[Any, Any, Any], n: int, *, states: int = _finite.STATES) -> int:
    r"""Return the most labelings of ``n`` instances, :math:`\Pi_{\mathcal H}(n)`, exactly.

    The closed form if the class has one.  Otherwise by search, through all sets of ``n``
    points of a finite domain, or, for boxes in the plane, all orders of their points.
    More instances than points repeat some.

    Raises
    ------
    DomainError
        If ``n`` is no integer of at least 0, or of a class on a continuum no closed form is
        known: ``growth(restricted(of, n), n)`` is a lower bound.
    BudgetError
        If there are more than ``states`` labelings to go through.

    Examples
    --------
    >>> growth(FiniteClass(3, ["---", "+--", "-+-", "--+"]), 2)
    3

    """
    size = count(n, "the number of instances", least=0)
    known = 1 if size == 0 else combinatorics(hypothesis_class(of), size).growth
    if known is None and isinstance(of, Searchable):
        known = of.growth(size, states)
    if known is None:
        return len(densest(listing(of, size, states), size).hypotheses)
    return known


def vc_dimension(of: HypothesisClass[Any, Any, Any]) -> int:
    """Return the VC dimension that a class states; finite classes find theirs by search.

    >>> vc_dimension(FiniteClass(4, range(16)))
    4
    """
    dimension: int = hypothesis_class(of).vc_dimension
    return dimension


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

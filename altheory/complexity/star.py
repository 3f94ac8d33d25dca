r"""Star sets: points at which a hypothesis can be wrong in one place only.

Points :math:`x_1, \dots, x_s` are a star set around a hypothesis :math:`h` if for
each :math:`i` some hypothesis differs from :math:`h` at :math:`x_i` and at no
other of the points.  The star number is the size of the largest star set
[hanneke2015minimax]_: to be sure of :math:`h` on these points a learner must ask at
every one of them, if labels are bought only there; a label elsewhere may say more.
A subset of a star set is a star set around the same hypothesis.
"""

from dataclasses import dataclass
from typing import Any, Protocol, final, overload, runtime_checkable

from altheory import certificate
from altheory.complexity._finite import finite, hypothesis_class, unknown
from altheory.complexity.hereditary import STATES, largest
from altheory.errors import DomainError
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses._rows import mask_of
from altheory.hypotheses.finite import FiniteClass, FiniteHypothesis
from altheory.numeric.inputs import count
from altheory.spaces.finite import FiniteRegion


@runtime_checkable
class KnowsStars(Protocol):
    """A class on a continuum that knows star sets of every size that it has."""

    def star_set(self, n: int, /) -> Any:
        """Return the ``center``, ``points`` and ``neighbors`` of a largest of at most n points."""
        ...


@runtime_checkable
class KnowsStarNumber(Protocol):
    """A class that knows the size of its largest star set on all of its domain."""

    @property
    def star_number(self) -> float | None:
        """The size, infinite if there is no largest, or None where it is not known."""
        ...


@final
@dataclass(frozen=True, slots=True)
class StarSet:
    """A star set with its witnesses: ``neighbors[i]`` differs at ``points[i]`` alone."""

    of: FiniteClass
    points: tuple[int, ...]
    center: FiniteHypothesis
    neighbors: tuple[FiniteHypothesis, ...]

    def __len__(self) -> int:
        return len(self.points)

    def certificate(self) -> dict[str, Any]:
        """Return the proof that the star number is at least ``len(self)``."""
        neighbors = [str(h) for h in self.neighbors]
        return certificate.star_set(self.of.table(), self.points, str(self.center), neighbors)


def star_set(of: FiniteClass, *, states: int = STATES) -> StarSet:
    """Return a largest star set of a finite class, by search around each hypothesis.

    Raises
    ------
    BudgetError
        If the search around one hypothesis looks at more than ``states`` sets.

    Examples
    --------
    >>> len(star_set(FiniteClass(3, ["---", "+--", "-+-", "--+"])))
    3

    """
    of = finite(of)

    def around(center: int) -> tuple[int, ...]:
        return largest(
            of.n_points, lambda points: None not in _neighbors(of, center, points), states=states
        )

    center, points = max(((h, around(h)) for h in of.hypotheses), key=lambda star: len(star[1]))
    neighbors = tuple(_hypothesis(of, g) for g in _neighbors(of, center, points) if g is not None)
    return StarSet(of, points, _hypothesis(of, center), neighbors)


def known_star_set(of: KnowsStars, n: int) -> StarSet:
    """Return a largest star set of at most ``n`` points, as its class knows it.

    It is checked: ``of`` is what the witnesses say on the points.

    >>> from altheory.hypotheses.sphere import SphereSeparators
    >>> known_star_set(SphereSeparators(3), 3).of
    FiniteClass(3, ['++-', '+-+', '-++', '+++'])
    """
    given: Any = of
    if isinstance(given, type) or not isinstance(given, KnowsStars):
        raise DomainError(f"no star sets are known of {of!r}; search restricted(of, n)")
    known = given.star_set(n)
    rows = [[h(x) for x in known.points] for h in (known.center, *known.neighbors)]
    table = FiniteClass(len(known.points), rows)
    center, *neighbors = (_hypothesis(table, mask_of(table.n_points, row)) for row in rows)
    points = tuple(range(table.n_points))
    if [g.positive.mask ^ center.positive.mask for g in neighbors] != [1 << x for x in points]:
        raise DomainError(f"{of!r} knows a star set of {n} points that is none: {rows}")
    return StarSet(table, points, center, tuple(neighbors))


@overload
def star_number(of: FiniteClass, n: int | None = None, *, states: int = STATES) -> int: ...
@overload
def star_number(of: Any, n: int, *, states: int = STATES) -> int: ...
@overload
def star_number(of: Any, n: None = None, *, states: int = STATES) -> float: ...
def star_number(of: Any, n: int | None = None, *, states: int = STATES) -> float:
    """Return the size of the largest star set of a class, exactly.

    Of an infinite class it is what the class knows, ``math.inf`` if its star sets have no
    largest size; of a finite one it is searched.  If ``n`` is given, the largest with at
    most ``n`` points, of any class of which a closed form or the star sets are known, and of
    a finite one by search: subsets of star sets are star sets.

    Raises
    ------
    DomainError
        If the class is infinite, and its star number or that on ``n`` points is not known.
    BudgetError
        If the search around one hypothesis looks at more than ``states`` sets.

    Examples
    --------
    >>> star_number(FiniteClass(3, range(8))), star_number(FiniteClass(3, range(8)), 2)
    (3, 2)
    >>> from altheory.hypotheses.sphere import SphereSeparators
    >>> [star_number(SphereSeparators(d)) for d in (2, 3)], star_number(SphereSeparators(3), 9)
    ([2, inf], 9)

    """
    if n is None:
        known = _known(of)
        return len(star_set(of, states=states)) if known is None else known
    size = count(n, "the number of instances", least=0)
    closed = combinatorics(hypothesis_class(of), size).star_number
    if closed is not None:
        return closed
    if isinstance(of, KnowsStars):
        return len(known_star_set(of, size))
    if not isinstance(of, FiniteClass):
        raise unknown(of, size)
    return min(size, len(star_set(of, states=states)))


def _known(of: Any) -> float | None:
    """Return the star number that a class says, None if it says none."""
    knows = isinstance(of, KnowsStarNumber) and not isinstance(of, type)
    return of.star_number if knows else None


def _neighbors(of: FiniteClass, center: int, points: tuple[int, ...]) -> list[int | None]:
    """Return for each point a hypothesis that differs from the center there alone, or None."""
    within = sum(1 << x for x in points)
    by_difference = {(g ^ center) & within: g for g in of.hypotheses}
    return [by_difference.get(1 << x) for x in points]


def _hypothesis(of: FiniteClass, mask: int) -> FiniteHypothesis:
    return FiniteHypothesis(FiniteRegion(of.n_points, mask))

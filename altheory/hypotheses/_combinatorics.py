"""What a class can do on finitely many instances, as closed forms."""

from dataclasses import dataclass
from typing import Any, Protocol, final, runtime_checkable


@final
@dataclass(frozen=True, slots=True, kw_only=True)
class Combinatorics:
    """The numbers of a class restricted to ``n`` instances, None where no closed form is known.

    The instances are in general position for the class: they are distinct and take
    the most labelings that ``n`` instances can take.

    Attributes
    ----------
    growth
        How many labelings they take.
    star_number
        The size of their largest star set.
    teaching_dimension, extended_teaching_dimension
        The most labels that single out a labeling of the class, or rule out all but one
        hypothesis whatever the labeling.
    queries
        The least number of labels that identify any labeling, in the worst case.

    """

    growth: int | None = None
    star_number: int | None = None
    teaching_dimension: int | None = None
    extended_teaching_dimension: int | None = None
    queries: int | None = None


@runtime_checkable
class ClosedForms(Protocol):
    """A class that knows its numbers on ``n`` instances in general position."""

    def combinatorics(self, n: int, /) -> Combinatorics: ...


def combinatorics(of: Any, n: int) -> Combinatorics:
    """Return the closed forms that a class has, none at all if it knows none."""
    return of.combinatorics(n) if isinstance(of, ClosedForms) else Combinatorics()

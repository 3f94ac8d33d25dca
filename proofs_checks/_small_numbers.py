"""The numbers of every class on at most three points, and of a few on four.

Three points are too few to tell some of these numbers apart; the smallest classes that
do live on four.
"""

from functools import cache
from typing import NamedTuple

from altheory.complexity.query_tree import optimal_query_tree
from altheory.complexity.star import star_number
from altheory.complexity.teaching import extended_teaching_dimension, teaching_dimension
from altheory.hypotheses.finite import FiniteClass
from proofs_checks._small_classes import small_classes

CROSSED = FiniteClass(4, ["----", "+---", "-++-", "-+-+"])  # XTD = 2, star number 3
SEVEN = FiniteClass(4, ["----", "+---", "-+--", "--+-", "+--+", "-+-+", "--++"])  # D = 4, XTD = 3
ON_FOUR = (CROSSED, SEVEN)


class Numbers(NamedTuple):
    """What is known of a finite class by search."""

    size: int
    star: int
    teaching: int
    extended: int
    depth: int

    @property
    def bits(self) -> int:
        """The binary logarithm of the size, rounded up."""
        return (self.size - 1).bit_length()


@cache
def numbers(of: FiniteClass) -> Numbers:
    """Return the numbers of a class, each by its own search."""
    return Numbers(
        size=len(of.hypotheses),
        star=star_number(of),
        teaching=teaching_dimension(of),
        extended=extended_teaching_dimension(of),
        depth=optimal_query_tree(of).depth,
    )


def on_three() -> tuple[FiniteClass, ...]:
    """Return every class on at most three points."""
    return tuple(small_classes())

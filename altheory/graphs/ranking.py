"""Which node to ask next: scores of candidates, and all that may be the best."""

from dataclasses import dataclass, field
from typing import Any, final

from altheory.graphs.graph import Nodes


@final
@dataclass(frozen=True, slots=True, eq=False)
class Ranking:
    """Scores of candidates, the larger the better.

    Two scores that are closer than their errors allow to tell apart are tied: the first of the
    ties is taken, so that rounding never decides.

    Attributes
    ----------
    nodes
        The candidates, ascending, ``intp[m]``.
    scores
        Their scores, ``float64[m]``, or fractions.
    error_bound
        No score is further off than this.
    ties
        The candidates whose score may be the largest, ascending.

    """

    nodes: Nodes = field(repr=False)
    scores: Any = field(repr=False)
    error_bound: float
    ties: tuple[int, ...]

    @property
    def best(self) -> int:
        """The candidate to ask: the first of the ties."""
        return self.ties[0]

"""A problem of which all costs are computed once, for many searches of the same one."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Generic, final

from altheory.play.problem import Costs, D, Problem, exact_costs


@final
@dataclass(frozen=True, slots=True, eq=False)
class Table(Generic[D]):
    """The decisions of a problem with their costs, in their order.

    Attributes
    ----------
    problem
        Which still says what is next to what.
    listing
        The costs of each decision.

    """

    problem: Problem[D]
    listing: Mapping[D, Costs]

    @property
    def criteria(self) -> tuple[str, ...]:
        return self.problem.criteria

    def costs(self, decision: D) -> Costs:
        return self.listing[decision]

    def start(self) -> D:
        return self.problem.start()

    def neighbors(self, decision: D) -> tuple[D, ...]:
        return self.problem.neighbors(decision)

    def decisions(self) -> Iterator[D]:
        return iter(self.listing)


def tabulated(problem: Problem[D]) -> Table[D]:
    """Return a problem with all its costs computed.

    >>> from altheory.play.coloring import Coloring
    >>> table = tabulated(Coloring(2, [(0, 1)], 2))
    >>> [(decision, *map(int, table.costs(decision))) for decision in table.decisions()]
    [((0, 0), 1, 1), ((0, 1), 0, 2)]
    """
    return Table(problem, {d: exact_costs(problem, d) for d in problem.decisions()})

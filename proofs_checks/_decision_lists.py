"""Short lists of decisions with two costs, and everybody who may have to choose.

Weights matter only by their ratio, and that only by the side of each slope on which it is: one
person on each slope and one between any two are all that there are.
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from fractions import Fraction
from itertools import pairwise
from typing import TypeAlias, final

from altheory.play.problem import Costs, Preference

Row: TypeAlias = tuple[int, ...]


@final
@dataclass(frozen=True, slots=True)
class DecisionList:
    """Decisions in a row, each next to the ones before and after it.

    >>> row = DecisionList(((0, 2), (1, 0)))
    >>> row.neighbors(0), [int(cost) for cost in row.costs(1)]
    ((1,), [1, 0])
    """

    rows: tuple[Row, ...]

    @property
    def criteria(self) -> tuple[str, ...]:
        return tuple(f"criterion {i}" for i in range(len(self.rows[0])))

    def costs(self, decision: int) -> Costs:
        return tuple(map(Fraction, self.rows[decision]))

    def start(self) -> int:
        return 0

    def neighbors(self, decision: int) -> tuple[int, ...]:
        return tuple(i for i in (decision - 1, decision + 1) if 0 <= i < len(self.rows))

    def decisions(self) -> Iterator[int]:
        return iter(range(len(self.rows)))


def slopes(most: int) -> tuple[Fraction, ...]:
    """Return the ratios of two costs of at most ``most``, in increasing order.

    >>> [str(slope) for slope in slopes(3)]
    ['1/3', '1/2', '2/3', '1', '3/2', '2', '3']
    """
    whole = range(1, most + 1)
    return tuple(sorted({Fraction(a, b) for a in whole for b in whole}))


def between(ratios: Iterable[Fraction]) -> tuple[Preference, ...]:
    """Return a person on either side of each of some increasing ratios, and on none of them.

    >>> [str(person.weights[1]) for person in between([Fraction(1), Fraction(2)])]
    ['1/2', '3/2', '3']
    """
    given = list(ratios)
    ends = (given[0] / 2, given[-1] + 1)
    middles = ((a + b) / 2 for a, b in pairwise(given))
    return tuple(Preference((Fraction(1), t)) for t in (ends[0], *middles, ends[1]))


def on(ratios: Iterable[Fraction]) -> tuple[Preference, ...]:
    """Return the people who are indifferent between some costs.

    >>> on([Fraction(2)])
    (Preference(weights=(Fraction(1, 1), Fraction(2, 1))),)
    """
    return tuple(Preference((Fraction(1), t)) for t in ratios)

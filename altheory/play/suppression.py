r"""k-anonymity by suppression of single entries, with as few of them as can be.

Equal rows of the published table have their stars in the same columns, and a column in which a
class has two values is starred in all of its rows.  So a partition of the rows into classes of
at least k costs

.. math:: \sum_C |C| \cdot \#\{ j : \text{column } j \text{ is not constant on } C \} ,

and no suppression with these classes costs less.  A class of 2k rows or more may be cut in two,
which costs nothing; so classes of k to 2k - 1 rows suffice, and the best partition of a set of
rows is found from those of its subsets.
"""

from collections.abc import Hashable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import combinations
from typing import TypeAlias, final

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count
from altheory.play._tables import Row, table_rows
from altheory.play.hierarchy import ANYTHING

Class: TypeAlias = tuple[int, ...]

MOST = 12  # rows: the sets of them are gone through


@final
@dataclass(frozen=True, slots=True)
class Suppression:
    """A partition of the rows into classes, and the columns that each class keeps.

    Attributes
    ----------
    table
        The rows before.
    classes
        Their numbers, class after class.
    kept
        For each class the columns in which its rows are equal.

    """

    table: tuple[Row, ...]
    classes: tuple[Class, ...]
    kept: tuple[tuple[int, ...], ...]

    def __post_init__(self) -> None:
        table = table_rows(self.table)
        object.__setattr__(self, "table", table)
        if sorted(i for of in self.classes for i in of) != [*range(len(table))]:
            raise DomainError(f"each of {len(table)} rows is in one class, got {self.classes}")
        if not all(self.classes) or len(self.classes) != len(self.kept):
            raise DomainError(
                f"each class has rows and says what it keeps, got {self.classes} and {self.kept}"
            )
        for of, columns in zip(self.classes, self.kept, strict=True):
            if not {*columns} <= {*constant_columns([table[i] for i in of])}:
                raise DomainError(
                    f"a class keeps columns in which its rows are equal, got {columns} of rows {of}"
                )

    @property
    def stars(self) -> int:
        """How many entries are suppressed."""
        width = len(self.table[0])
        pairs = zip(self.classes, self.kept, strict=True)
        return sum(len(of) * (width - len(columns)) for of, columns in pairs)

    def published(self) -> tuple[Row, ...]:
        """Return the table with stars, its rows in their order."""
        rows: dict[int, Row] = {}
        for of, columns in zip(self.classes, self.kept, strict=True):
            for i in of:
                cells = enumerate(self.table[i])
                rows[i] = tuple(cell if j in columns else ANYTHING for j, cell in cells)
        return tuple(rows[i] for i in range(len(self.table)))


def optimal_suppression(table: Iterable[Iterable[Hashable]], k: int) -> Suppression:
    """Return a suppression with the fewest stars after which every row occurs at least k times.

    All partitions into classes of k to 2k - 1 rows are gone through, of at most twelve rows.

    >>> best = optimal_suppression([("f", 1980), ("f", 1981), ("m", 1975), ("m", 1975)], k=2)
    >>> best.classes, best.kept, best.stars
    (((0, 1), (2, 3)), ((0,), (0, 1)), 2)

    Raises
    ------
    DomainError
        If there are fewer than k rows.
    BudgetError
        If there are more than twelve.

    """
    rows, least = table_rows(table), count(k, "k")
    if len(rows) < least:
        raise DomainError(
            f"no table of {len(rows)} rows is {least}-anonymous; take k <= {len(rows)}"
        )
    if len(rows) > MOST:
        raise BudgetError(
            f"partitions of {len(rows)} rows are too many to go through, which is done up to "
            f"{MOST}; generalize whole columns by KAnonymity"
        )

    @cache
    def kept(of: Class) -> tuple[int, ...]:
        return constant_columns([rows[i] for i in of])

    def saved(of: Class) -> int:
        return len(of) * len(kept(of))

    @cache
    def best(left: Class) -> tuple[int, tuple[Class, ...]]:
        """Return the most entries that can be kept of these rows, and in which classes."""
        if not left:
            return 0, ()
        found = ((saved(of), of, best(rest)) for of, rest in _first_classes(left, least))
        most = max(found, key=lambda way: way[0] + way[2][0])
        return most[0] + most[2][0], (most[1], *most[2][1])

    classes = best(tuple(range(len(rows))))[1]
    return Suppression(rows, classes, tuple(kept(of) for of in classes))


def constant_columns(rows: Sequence[Row]) -> tuple[int, ...]:
    """Return the columns in which all rows are equal.

    >>> constant_columns([("f", 1980), ("f", 1981)])
    (0,)
    """
    columns = enumerate(zip(*rows, strict=True))
    return tuple(j for j, cells in columns if all(c == cells[0] for c in cells))


def _first_classes(left: Class, k: int) -> Iterator[tuple[Class, Class]]:
    """Go through the classes that the first row may be in, each with the rows that it leaves."""
    for size in range(k, min(2 * k, len(left) + 1)):
        if size == len(left) or len(left) - size >= k:
            for others in combinations(left[1:], size - 1):
                yield (left[0], *others), tuple(i for i in left[1:] if i not in others)

r"""k-anonymity by generalization of whole columns, as a problem with costs in every column.

A table with a few facts about each person is k-anonymous if every row occurs at least k times.
Full-domain generalization [samarati2001]_ [sweeney2002]_ takes each column to a level of its
hierarchy, the same in all rows, so a decision is a node

.. math:: \ell \in \{0, \dots, h_1\} \times \dots \times \{0, \dots, h_d\}

of a lattice.  Equal rows stay equal from one level to the next: what is anonymous stays so
further up, with a few rows removed too, for a row in a large class never comes into a smaller
one.  So all decisions are found from the top down, and none is looked at below a node that fails.
The lattice grows exponentially with the columns; which node is best is for people to say, who
mind the loss of one column more than that of another.
"""

from collections.abc import Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, fields
from fractions import Fraction
from typing import Any, TypeAlias, final

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count, listed
from altheory.play._tables import Row, table_rows
from altheory.play.equal_rows import class_sizes
from altheory.play.hierarchy import Column, Hierarchy, column
from altheory.play.problem import Costs

Levels: TypeAlias = tuple[int, ...]

REMOVED = "removed rows"
LARGEST = 1_000_000  # nodes that are gone through


@final
@dataclass(frozen=True, slots=True)
class KAnonymity:
    """The generalizations of a table that are k-anonymous.

    The costs are the losses of the columns, each between 0 and 1
    (:mod:`altheory.play.hierarchy`), over all rows, removed or not; and the share of removed rows
    if any may be.

    Parameters
    ----------
    table
        A row for each person, with one value a column; or mappings, such as ``csv.DictReader``
        reads, of which the columns with a hierarchy are taken by name.
    hierarchies
        One a column.
    k
        How often each row must occur, at most the number of rows.
    suppressed
        At most so many rows may be removed: those in classes of fewer than k.  At least k rows
        must be left.

    Examples
    --------
    >>> ages = Hierarchy("age", (lambda age: age // 10 * 10,))
    >>> people = [(31, "f"), (34, "f"), (38, "m"), (52, "m"), (57, "m")]
    >>> problem = KAnonymity(people, (ages, Hierarchy("gender")), k=2)
    >>> list(problem.decisions()), problem.minimal()
    ([(1, 1), (2, 0), (2, 1)], ((1, 1), (2, 0)))
    >>> problem.generalized((1, 1))[2:4]
    ((30, '*'), (50, '*'))
    >>> [str(cost) for cost in problem.costs((1, 1))]
    ['2/5', '1']

    A column that is not generalized is put beside the rows that are kept:

    >>> ill = "flu", "cold", "flu", "flu", "cold"
    >>> [(*problem.generalized((1, 1))[j], ill[i]) for j, i in enumerate(problem.kept((1, 1)))][0]
    (30, '*', 'flu')

    An expert says which column matters more, and is led to the best node:

    >>> from altheory.play import Expert, Preference, guided
    >>> [guided(problem, Expert(Preference(weights))).decision for weights in [(5, 1), (1, 5)]]
    [(1, 1), (2, 0)]

    """

    table: Sequence[Sequence[Hashable] | Mapping[str, Hashable]]
    hierarchies: Sequence[Hierarchy]
    k: int
    suppressed: int = 0
    _columns: tuple[Column, ...] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        hierarchies = tuple(listed(self.hierarchies, "the hierarchies of the columns"))
        names = _names(hierarchies)
        table = table_rows(
            [_in_order(row, names) for row in listed(self.table, "the rows of a table")]
        )
        if len(table[0]) != len(names):
            raise DomainError(
                f"a row has a value for each of the columns {', '.join(names)}, got {table[0]!r}"
            )
        k = count(self.k, "k")
        if k > len(table):
            raise DomainError(
                f"no table of {len(table)} rows is {k}-anonymous; take k <= {len(table)}"
            )
        suppressed = count(self.suppressed, "the number of rows that may be removed", least=0)
        if suppressed > len(table) - k:
            raise DomainError(
                f"at least k = {k} of {len(table)} rows are kept, so at most {len(table) - k} may "
                f"be removed, got {suppressed}"
            )
        values = zip(*table, strict=True)
        columns = tuple(column(h, of) for h, of in zip(hierarchies, values, strict=True))
        made = (table, hierarchies, k, suppressed, columns)
        for of, value in zip(fields(self), made, strict=True):
            object.__setattr__(self, of.name, value)

    @property
    def criteria(self) -> tuple[str, ...]:
        names = tuple(of.name for of in self._columns)
        return (*names, REMOVED) if self.suppressed else names

    def costs(self, decision: Levels) -> Costs:
        levels = self._node(decision)
        losses = tuple(of.losses[level] for of, level in zip(self._columns, levels, strict=True))
        if not self.suppressed:
            return losses
        return (*losses, Fraction(self._small(levels), len(self.table)))

    def start(self) -> Levels:
        """Return the top of the lattice, where all rows are equal."""
        return tuple(of.top for of in self._columns)

    def neighbors(self, decision: Levels) -> tuple[Levels, ...]:
        """Return the anonymous nodes one level up or down in one column."""
        levels = self._node(decision)
        near = (*self._above(levels), *_below(levels))
        return tuple(node for node in near if self.is_feasible(node))

    def decisions(self) -> Iterator[Levels]:
        """Go through all anonymous nodes, the sum of their levels rising: found from the top.

        Raises
        ------
        BudgetError
            If there are more than ``LARGEST``.

        """
        found, rank = list[Levels](), [self.start()]
        while rank:
            found += rank
            if len(found) > LARGEST:
                raise BudgetError(
                    f"more than {LARGEST} nodes of the lattice are anonymous, too many to go "
                    "through; take fewer columns or levels, or searches that look at some only"
                )
            below = sorted({node for above in rank for node in _below(above)}, reverse=True)
            rank = [node for node in below if self.is_feasible(node)]
        return reversed(found)

    def is_feasible(self, levels: Levels) -> bool:
        """Decide whether few enough rows are in classes of fewer than k."""
        return self._small(self._node(levels)) <= self.suppressed

    def minimal(self) -> tuple[Levels, ...]:
        """Return the anonymous nodes with none below them [samarati2001]_, in ascending order.

        Where no rows may be removed, some best decision is among them, whatever the weights.
        """
        anonymous = set(self.decisions())
        return tuple(sorted(a for a in anonymous if not anonymous.intersection(_below(a))))

    def class_sizes(self, levels: Levels) -> Mapping[Hashable, int]:
        """Return how many rows there are of each generalized row, none removed."""
        return class_sizes(self._names_at(self._node(levels)))

    def generalized(self, decision: Levels) -> tuple[Row, ...]:
        """Return the table to publish: generalized, without the rows in too small classes."""
        rows = tuple(self._names_at(self._node(decision)))
        return tuple(rows[i] for i in self.kept(decision))

    def kept(self, decision: Levels) -> tuple[int, ...]:
        """Return which rows the table to publish has, to put other columns beside them."""
        levels = self._node(decision)
        sizes, rows = self.class_sizes(levels), self._names_at(levels)
        kept = tuple(i for i, row in enumerate(rows) if sizes[row] >= self.k)
        removed = len(self.table) - len(kept)
        if removed > self.suppressed:
            raise DomainError(
                f"at levels {levels} {removed} rows are in classes of fewer than {self.k}, and "
                f"{self.suppressed} may be removed; take one of decisions()"
            )
        return kept

    def _names_at(self, levels: Levels) -> Iterator[Row]:
        pairs = zip(self._columns, levels, strict=True)
        return zip(*(of.levels[level] for of, level in pairs), strict=True)

    def _small(self, levels: Levels) -> int:
        return sum(size for size in self.class_sizes(levels).values() if size < self.k)

    def _above(self, levels: Levels) -> Iterator[Levels]:
        for i, of in enumerate(self._columns):
            if levels[i] < of.top:
                yield (*levels[:i], levels[i] + 1, *levels[i + 1 :])

    def _node(self, levels: Any) -> Levels:
        node = tuple(count(level, "a level", least=0) for level in listed(levels, "levels"))
        top = self.start()
        if len(node) != len(top) or any(a > b for a, b in zip(node, top, strict=True)):
            raise DomainError(f"levels lie between 0 and {top}, one a column, got {node}")
        return node


def _below(levels: Levels) -> Iterator[Levels]:
    for i, level in enumerate(levels):
        if level:
            yield (*levels[:i], level - 1, *levels[i + 1 :])


def _in_order(row: Any, names: Sequence[str]) -> Any:
    """Return the values of a row that says its columns, in the order of the hierarchies."""
    if not isinstance(row, Mapping):
        return row
    missing = [name for name in names if name not in row]
    if missing:
        raise DomainError(
            f"a row that is a mapping has each column with a hierarchy, got none called "
            f"{missing[0]!r} among {', '.join(map(repr, row))}"
        )
    return tuple(row[name] for name in names)


def _names(hierarchies: Iterable[Any]) -> tuple[str, ...]:
    names = list[str]()
    for of in hierarchies:
        if not isinstance(of, Hierarchy):
            raise DomainError(f"a column has a Hierarchy, got {of!r}")
        names.append(of.name)
    if not names or len({*names, REMOVED}) <= len(names):
        raise DomainError(
            f"a table has at least one column, with names that differ and none called {REMOVED!r}, "
            f"got {names}"
        )
    return tuple(names)

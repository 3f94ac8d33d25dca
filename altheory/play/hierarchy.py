r"""Levels of generalization: from a value itself over coarser ones to "*", which says nothing.

Each level tells at most as much as the one before: values with the same name at one level have
the same name at all later ones, so the values that share a name form nested partitions.  Of M
values in a column, one that shares its name with :math:`M_p` values, itself included, has lost

.. math:: \frac{M_p - 1}{M - 1} ,

0 at level 0, and 1 at the last; 0 if M = 1, for there was nothing to lose.  The mean of this over
the rows is the loss of the column [iyengar2002]_, who counts the leaves of a taxonomy where here
M counts the values that occur.
"""

from collections import Counter
from collections.abc import Callable, Hashable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from typing import Any, TypeAlias, final

from altheory.errors import DomainError
from altheory.numeric.inputs import listed
from altheory.play._tables import is_comparable

Step: TypeAlias = Mapping[Any, Hashable] | Callable[[Any], Hashable]

ANYTHING = "*"


@final
@dataclass(frozen=True, slots=True)
class Hierarchy:
    """How the values of a column are generalized.

    Parameters
    ----------
    name
        Of the column.
    steps
        The levels between the value itself, which is level 0, and "*", which is the last: each
        a mapping or a function from the *original* value to its name at this level.

    Examples
    --------
    >>> Hierarchy("born", (lambda date: date[:7], lambda date: date[:4])).names("1961-07-23")
    ('1961-07-23', '1961-07', '1961', '*')

    """

    name: str
    steps: Sequence[Step] = ()

    def __post_init__(self) -> None:
        steps = tuple(listed(self.steps, f"the steps of column {self.name!r}"))
        for level, step in enumerate(steps, 1):
            if not isinstance(step, Mapping) and not callable(step):
                raise DomainError(
                    f"column {self.name!r}: level {level} is a mapping or a function from values "
                    f"to names, got {step!r}"
                )
        object.__setattr__(self, "steps", steps)

    @property
    def top(self) -> int:
        """The last level, at which every value is "*"."""
        return len(self.steps) + 1

    def names(self, value: Hashable) -> tuple[Hashable, ...]:
        """Return what a value is called at each level, refusing names that cannot be compared."""
        between = (self._named(level, value) for level in range(1, self.top))
        return (self._comparable(0, value, value), *between, ANYTHING)

    def _named(self, level: int, value: Hashable) -> Hashable:
        step = self.steps[level - 1]
        if not isinstance(step, Mapping):
            return self._comparable(level, value, step(value))
        if value not in step:
            raise DomainError(
                f"column {self.name!r}: level {level} has no name for {value!r}; add one"
            )
        return self._comparable(level, value, step[value])

    def _comparable(self, level: int, value: Hashable, name: Hashable) -> Hashable:
        if not is_comparable(name):
            raise DomainError(
                f"column {self.name!r}: names are hashable and equal to themselves, got {name!r} "
                f"for {value!r} at level {level}"
            )
        return name


@final
@dataclass(frozen=True, slots=True)
class Column:
    """A column at all of its levels.

    Attributes
    ----------
    name
        Of the column.
    levels
        For each level the names in all rows.
    losses
        For each level the mean loss, from 0 to 1.

    """

    name: str
    levels: tuple[tuple[Hashable, ...], ...]
    losses: tuple[Fraction, ...]

    @property
    def top(self) -> int:
        """The last level."""
        return len(self.levels) - 1


def column(hierarchy: Hierarchy, values: Sequence[Hashable]) -> Column:
    """Return a column of a table at all levels.

    Raises
    ------
    DomainError
        If two values have the same name at one level and not at the next.

    """
    names = {value: hierarchy.names(value) for value in values}
    for level in range(1, hierarchy.top - 1):  # level 0 tells all apart, the last one nothing
        _require_coarser(hierarchy.name, level, names)
    levels = tuple(zip(*(names[value] for value in values), strict=True))
    return Column(hierarchy.name, levels, tuple(_losses(names, levels)))


def _require_coarser(name: str, level: int, names: Mapping[Hashable, Sequence[Hashable]]) -> None:
    first: dict[Hashable, Hashable] = {}
    for value, chain in names.items():
        other = first.setdefault(chain[level], value)
        if names[other][level + 1] != chain[level + 1]:
            raise DomainError(
                f"column {name!r}: {other!r} and {value!r} are both {chain[level]!r} at level "
                f"{level}, and {names[other][level + 1]!r} and {chain[level + 1]!r} at level "
                f"{level + 1}; each level joins whole groups of the level before"
            )


def _losses(
    names: Mapping[Hashable, Sequence[Hashable]], levels: Sequence[Sequence[Hashable]]
) -> Iterator[Fraction]:
    most = max(len(names) - 1, 1)
    for level, rows in enumerate(levels):
        sizes = Counter(chain[level] for chain in names.values())
        yield Fraction(sum(sizes[name] - 1 for name in rows), most * len(rows))

"""Tables at the door: rows of equal lengths, of values that can be compared."""

from collections.abc import Hashable
from operator import eq
from typing import Any, TypeAlias

from altheory.errors import DomainError
from altheory.numeric.inputs import listed

Row: TypeAlias = tuple[Hashable, ...]


def is_comparable(value: Any) -> bool:
    """Tell whether a value is hashable and equal to itself, which NaN is not."""
    try:
        hash(value)
    except TypeError:
        return False
    return bool(eq(value, value))


def table_rows(table: Any) -> tuple[Row, ...]:
    """Return the rows of a table, or refuse one without rows or columns, or with ragged rows."""
    given = listed(table, "the rows of a table")
    for i, row in enumerate(given):
        if isinstance(row, str):
            raise DomainError(f"row {i} of a table holds a value for each column, got {row!r}")
    rows = [tuple(listed(row, f"the values of row {i}")) for i, row in enumerate(given)]
    if not rows or not rows[0]:
        raise DomainError(f"a table has at least one row and one column, got {given!r:.60}")
    for i, row in enumerate(rows):
        if len(row) != len(rows[0]):
            raise DomainError(
                f"all rows of a table have one length: row 0 has {len(rows[0])} values, row {i} "
                f"has {len(row)}: {row!r:.60}"
            )
    return tuple(rows)

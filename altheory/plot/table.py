"""What a figure shows, as a table: the only thing between computing and drawing.

Whoever computes makes a table, whoever draws reads one.  So a table is what a cache
keeps, what a test compares, what the alternative text is made from, and what is
written beside the figure for others to draw again.
"""

import csv
import hashlib
import io
import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Self, TypeAlias, final

from matplotlib.artist import Artist

from altheory.errors import DomainError

Cell: TypeAlias = str | int | float | None


@final
@dataclass(frozen=True, slots=True)
class Table:
    """Named columns and rows of plain values; ``None`` is a value that is not there.

    >>> table = Table(("n", "mean"), ((1, 1.0), (2, 1.5)))
    >>> table.column("mean")
    (1.0, 1.5)
    >>> Table.from_json(table.to_json()) == table
    True
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[Cell, ...], ...]

    def __post_init__(self) -> None:
        for row in self.rows:
            if len(row) != len(self.columns):
                raise DomainError(f"a row has {len(self.columns)} values, got {row}")

    @classmethod
    def of(cls, rows: Iterable[Mapping[str, Cell]]) -> Self:
        """Return the table of mappings that share their keys."""
        listed = list(rows)
        if not listed:
            raise DomainError("a table of mappings has at least one row, got none")
        columns = tuple(listed[0])
        return cls(columns, tuple(tuple(row[name] for name in columns) for row in listed))

    @property
    def records(self) -> tuple[dict[str, Any], ...]:
        """The rows as mappings from column names."""
        return tuple(dict(zip(self.columns, row, strict=True)) for row in self.rows)

    def column(self, name: str) -> tuple[Any, ...]:
        """Return the values of one column."""
        if name not in self.columns:
            raise DomainError(f"a column is one of {self.columns}, got {name!r}")
        place = self.columns.index(name)
        return tuple(row[place] for row in self.rows)

    def to_csv(self) -> str:
        """Return the table as CSV; floats read back as the same floats."""
        text = io.StringIO()
        writer = csv.writer(text, lineterminator="\n")
        writer.writerow(self.columns)
        writer.writerows(self.rows)
        return text.getvalue()

    @property
    def digest(self) -> str:
        """The SHA-256 of the CSV."""
        return hashlib.sha256(self.to_csv().encode()).hexdigest()

    def to_json(self) -> str:
        """Return the table as JSON, types included."""
        return json.dumps({"columns": self.columns, "rows": self.rows}, allow_nan=False)

    @classmethod
    def from_json(cls, text: str) -> Self:
        """Read what ``to_json`` wrote."""
        read = json.loads(text)
        return cls(tuple(read["columns"]), tuple(map(tuple, read["rows"])))


@final
@dataclass(frozen=True, slots=True)
class Drawing:
    """What a drawing function leaves behind: its artists and what they show."""

    artists: tuple[Artist, ...]
    table: Table

"""How many errors each row of a table of labels makes on a sample."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Generic, Self, TypeVar, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import EmptyVersionSpaceError
from altheory.numeric.inputs import label
from altheory.protocols import Sample
from altheory.spaces.finite import index

V = TypeVar("V")


@final
@dataclass(frozen=True, slots=True)
class TableCounts(Generic[V]):
    """The errors of each member of a list; ``space`` makes a version space of some members."""

    errors: dict[int, int]
    space: Callable[[tuple[int, ...]], V]

    @classmethod
    def of(
        cls,
        n_points: int,
        members: tuple[int, ...],
        sample: Sample[Any],
        space: Callable[[tuple[int, ...]], V],
    ) -> Self:
        """Count the errors of bitmasks on a labeled sample of points."""
        # a member errs as often as its points were labeled against it
        against = np.zeros((2, n_points), dtype=np.int64)
        for x, y in sample:
            against[int(label(y) == 1), index(x, n_points)] += 1
        table = _table(n_points, members)
        totals = against[1].sum() + table @ (against[0] - against[1])
        return cls(dict(zip(members, totals.tolist(), strict=True)), space)

    @property
    def minimum(self) -> int:
        """The fewest errors of a member."""
        if not self.errors:
            raise EmptyVersionSpaceError("no hypothesis is left whose errors could be counted")
        return min(self.errors.values())

    def at_most(self, errors: int) -> V:
        """Return the members with at most so many errors."""
        return self.space(tuple(h for h, found in self.errors.items() if found <= errors))


def _table(n_points: int, members: tuple[int, ...]) -> NDArray[np.int64]:
    """Return bitmasks as rows of 0 and 1: ``int64[len(members), n_points]``."""
    width = (n_points + 7) // 8
    packed = b"".join(member.to_bytes(width, "little") for member in members)
    rows = np.frombuffer(packed, dtype=np.uint8).reshape(len(members), width)
    return np.unpackbits(rows, axis=1, count=n_points, bitorder="little").astype(np.int64)

"""Hypotheses on a few instances with a law of labels: errors and means in rationals."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations, product
from typing import TypeAlias, final

Row: TypeAlias = tuple[int, ...]

CLASSES: tuple[tuple[Row, ...], ...] = (
    ((1, 1, 1), (-1, -1, 1), (-1, 1, -1)),
    ((1, 1, 1), (-1, 1, 1), (-1, -1, 1), (-1, -1, -1)),
    ((1, -1, 1), (-1, 1, 1), (1, 1, -1), (-1, -1, -1)),
)
MASSES = (
    (Fraction(1, 3), Fraction(1, 3), Fraction(1, 3)),
    (Fraction(1, 2), Fraction(1, 3), Fraction(1, 6)),
)
CHANCES = (Fraction(0), Fraction(1, 2), Fraction(1))


@final
@dataclass(frozen=True, slots=True)
class Table:
    """Rows of labels -1 and +1, the masses of the instances, and the chances of +1 there."""

    rows: tuple[Row, ...]
    mass: tuple[Fraction, ...]
    positive: tuple[Fraction, ...]

    def label(self, x: int, y: int) -> Fraction:
        return self.positive[x] if y > 0 else 1 - self.positive[x]

    def error(self, row: Row) -> Fraction:
        errs = (m * self.label(x, -row[x]) for x, m in enumerate(self.mass))
        return sum(errs, Fraction(0))

    def apart(self, h: Row, c: Row) -> Fraction:
        """Return the mass on which two rows differ."""
        return sum((m for m, a, b in zip(self.mass, h, c, strict=True) if a != b), Fraction(0))

    def best(self) -> list[Row]:
        least = min(map(self.error, self.rows))
        return [row for row in self.rows if self.error(row) == least]

    def mean(
        self, q: Mapping[int, Fraction], factors: Mapping[tuple[int, int], Fraction]
    ) -> Fraction:
        """Return the mean of a factor of instance, drawn by q, and label."""
        parts = (p * self.label(x, y) * factors[x, y] for x, p in q.items() for y in (-1, 1))
        return sum(parts, Fraction(0))


def tables(
    classes: Sequence[tuple[Row, ...]] = CLASSES, chances: Sequence[Fraction] = CHANCES
) -> Iterator[Table]:
    """Return all tables of some classes, two laws of instances, and labels of some chances."""
    for rows, mass in product(classes, MASSES):
        for positive in product(chances, repeat=len(mass)):
            yield Table(rows, mass, positive)


def survivors(rows: tuple[Row, ...], h: Row) -> Iterator[tuple[Row, ...]]:
    """Return all subsets of at least two rows that hold h."""
    others = [row for row in rows if row != h]
    for size in range(1, len(others) + 1):
        for some in combinations(others, size):
            yield (h, *some)


def region(some: Sequence[Row]) -> list[int]:
    """Return the instances on which some rows disagree."""
    return [x for x, labels in enumerate(zip(*some, strict=True)) if len(set(labels)) > 1]

r"""Small cones in integers: whether there is a normal, and whether a vector is in a cone.

A normal w with :math:`w \cdot z > 0` for all z is sought by elimination, one coordinate at a
time (Fourier and Motzkin): a lower and an upper bound of the last coordinate leave a strict
inequality without it.  A vector of a cone is a combination of independent generators
(Caratheodory), so it is sought in every set of at most d of them.  The two share nothing.
"""

from collections.abc import Iterable, Sequence
from fractions import Fraction
from itertools import combinations, product

Row = tuple[int, ...]


def cube(d: int) -> tuple[Row, ...]:
    """Return the vectors with coordinates -1, 0 and 1, but not 0."""
    return tuple(x for x in product((-1, 0, 1), repeat=d) if any(x))


def negative(x: Row) -> Row:
    """Return the opposite vector."""
    return tuple(-number for number in x)


def satisfiable(rows: Sequence[Row]) -> bool:
    """Decide whether some vector has a positive product with every row.

    >>> satisfiable([(1, 0), (-1, 1)]), satisfiable([(1, 0), (-1, 0)])
    (True, False)
    """
    if not rows or not rows[0]:
        return not rows
    above, below = ([r for r in rows if sign * r[-1] > 0] for sign in (1, -1))
    pairs = {
        tuple(a[-1] * q - b[-1] * p for p, q in zip(a, b, strict=True))[:-1]
        for a, b in product(above, below)
    }
    return satisfiable([*pairs, *(r[:-1] for r in rows if not r[-1])])


def multipliers(rows: Sequence[Row], x: Row) -> list[Fraction] | None:
    """Return numbers >= 0, one for each row, with which the rows sum up to x, if any do.

    >>> multipliers([(1, 0), (1, 1)], (3, 1))
    [Fraction(2, 1), Fraction(1, 1)]
    """
    for size in range(min(len(rows), len(x)) + 1):
        for chosen in combinations(range(len(rows)), size):
            found = coordinates([rows[i] for i in chosen], x)
            if found is not None and min(found, default=0) >= 0:
                shares = dict(zip(chosen, found, strict=True))
                return [shares.get(i, Fraction(0)) for i in range(len(rows))]
    return None


def coordinates(basis: Sequence[Row], x: Row) -> list[Fraction] | None:
    """Return the coordinates of x in independent vectors, None if it or they have none."""
    columns = [*basis, x]
    lines = [[Fraction(column[k]) for column in columns] for k in range(len(x))]
    for k in range(len(basis)):
        pivot = next((i for i in range(k, len(lines)) if lines[i][k]), None)
        if pivot is None:
            return None
        lines[k], lines[pivot] = lines[pivot], [*lines[k]]
        lines[k] = [number / lines[k][k] for number in lines[k]]
        for i in range(len(lines)):
            if i != k:
                factor = lines[i][k]
                lines[i] = [a - factor * b for a, b in zip(lines[i], lines[k], strict=True)]
    solved = [line[-1] for line in lines]
    return None if any(solved[len(basis) :]) else solved[: len(basis)]


def irreducible(rows: Sequence[Row]) -> bool:
    """Decide whether the rows contradict each other, but not without any one of them."""
    less = combinations(rows, len(rows) - 1)
    return not satisfiable(rows) and all(satisfiable(part) for part in less)


def samples(vectors: Sequence[Row], sizes: Iterable[int]) -> Iterable[tuple[Row, ...]]:
    """Go through the sets of signed examples of these sizes."""
    for size in sizes:
        yield from combinations(vectors, size)

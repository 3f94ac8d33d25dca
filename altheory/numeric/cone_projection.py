r"""The nearest point of a cone, with integers: an exact active-set method that always ends.

The point of :math:`C = \{\sum_i \lambda_i z_i : \lambda \ge 0\}` nearest to :math:`x` is the only
:math:`p = \sum_i \lambda_i z_i` of it whose rest :math:`r = x - p` satisfies

.. math:: r \cdot z_i \le 0 \text{ for all } i, \qquad r \cdot z_i = 0 \text{ where } \lambda_i > 0.

So it decides between the two of Farkas: if :math:`r = 0`, then :math:`\lambda` shows that
:math:`x` is in :math:`C`, and else :math:`w = -r` separates, since :math:`w \cdot z_i \ge 0`
for all :math:`i` and :math:`w \cdot x = -r \cdot r < 0`.

Lawson and Hanson find it by nonnegative least squares on linearly independent generators:
one with :math:`r \cdot z_i > 0` enters, the point moves toward the nearest one of their span,
and those whose share becomes zero leave.  Each time the distance from :math:`x` is that
of a smaller one of finitely many sets, so the method ends, from wherever it starts; nothing is
rounded.  A start that floats propose mostly is the end.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from fractions import Fraction
from math import lcm
from typing import Any, final

from altheory.numeric.directions import Direction, dot, reduced


@final
@dataclass(frozen=True, slots=True)
class Projection:
    """The nearest point of a cone.

    Attributes
    ----------
    shares
        The factors other than zero, of linearly independent generators, by their index.
    rest
        The direction from the nearest point to ``x``; zero iff ``x`` is in the cone.
    steps
        How many linear systems were solved.

    """

    shares: dict[int, Fraction]
    rest: Direction
    steps: int


def projection(
    generators: Sequence[Direction], x: Direction, start: Iterable[int] = ()
) -> Projection:
    """Return the projection of ``x`` on the cone of ``generators``.

    Parameters
    ----------
    generators, x
        Integer vectors.
    start
        Indices of generators thought to be those needed; not heeded if they are dependent.

    Examples
    --------
    >>> projection([(1, 0), (1, 1)], (-1, 3))
    Projection(shares={1: Fraction(1, 1)}, rest=(-1, 1), steps=1)

    """
    shares, steps = dict.fromkeys(_independent(generators, start), Fraction(0)), 0
    while True:
        while shares:
            # invariant: shares >= 0, and their generators are independent
            steps += 1
            target = _least_squares([generators[i] for i in shares], x)
            ahead = dict(zip(shares, target, strict=True))
            if min(target) > 0:
                shares = ahead
                break
            shares = _moved(shares, ahead)
        rest = _rest(generators, x, shares)
        entering = _steepest(generators, rest)
        if entering is None:
            return Projection(dict(sorted(shares.items())), rest, steps)
        shares[entering] = Fraction(0)


def rank(rows: Sequence[Direction]) -> int:
    """Return the dimension of the span of integer vectors."""
    from flint import fmpz_mat  # 70 ms that most callers never need

    return int(fmpz_mat([list(row) for row in rows]).rank()) if rows else 0


def _independent(generators: Sequence[Direction], start: Iterable[int]) -> list[int]:
    """Return the start, or nothing if its generators are linearly dependent."""
    chosen = list(start)
    return chosen if rank([generators[i] for i in chosen]) == len(chosen) else []


def _moved(shares: dict[int, Fraction], ahead: dict[int, Fraction]) -> dict[int, Fraction]:
    """Move toward ``ahead`` until a share becomes zero, and drop what stays zero."""
    falling = {i: share for i, share in shares.items() if ahead[i] <= 0}
    way = min(share / (share - ahead[i]) if share else Fraction(0) for i, share in falling.items())
    moved = {i: share + way * (ahead[i] - share) for i, share in shares.items()}
    return {i: share for i, share in moved.items() if share > 0 or i not in falling}


def _least_squares(rows: Sequence[Direction], x: Direction) -> list[Fraction]:
    """Return the shares of independent ``rows`` in the point of their span nearest to ``x``."""
    from flint import fmpz_mat  # 70 ms that most callers never need

    matrix, column = fmpz_mat([list(row) for row in rows]), fmpz_mat([[c] for c in x])
    whole = len(rows) == len(x)  # then the nearest point is x
    system: Any = matrix.transpose() if whole else matrix * matrix.transpose()
    found, scale = system.solve(column if whole else matrix * column).numer_denom()
    return [Fraction(int(c), int(scale)) for c in found.entries()]


def _rest(generators: Sequence[Direction], x: Direction, shares: dict[int, Fraction]) -> Direction:
    """Return the direction of what the shares leave of ``x``."""
    scale = lcm(*(share.denominator for share in shares.values()))
    weights = [share.numerator * (scale // share.denominator) for share in shares.values()]
    columns = zip(*(generators[i] for i in shares), strict=True) if shares else [()] * len(x)
    return reduced([scale * c - dot(weights, column) for c, column in zip(x, columns, strict=True)])


def _steepest(generators: Sequence[Direction], rest: Direction) -> int | None:
    """Return the generator at the least angle to ``rest``, None if none is below a right angle."""
    gains = ((dot(z, rest), i) for i, z in enumerate(generators)) if any(rest) else ()
    rising = {
        i: Fraction(gain**2, dot(generators[i], generators[i])) for gain, i in gains if gain > 0
    }
    return max(rising, key=lambda i: rising[i], default=None)

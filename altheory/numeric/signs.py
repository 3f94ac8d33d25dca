r"""Exact signs of dot products and determinants: a floating filter first, integers then.

Directions do not change under positive factors, so every row is first scaled by a power
of two to a largest entry in [1/2, 1); nothing overflows then.  Let :math:`u = 2^{-53}`,
:math:`\gamma_k = k u / (1 - k u)` and :math:`\hat s` the computed value.

*Dot products.*  Let :math:`\hat w` be the direction :math:`w` rounded to floats.  In any
order of summation, with or without fused operations,

.. math:: |\hat s - \textstyle\sum_i x_i w_i| \le
          (\gamma_d + 2 u) \textstyle\sum_i |x_i \hat w_i| + 4 d\, 2^{-1022}.

The term :math:`2 u` is the rounding of :math:`w`; the last one holds whatever underflows, in
the scaling, in :math:`\hat w`, in products and in sums, even where subnormal numbers are
flushed to zero.  The sum of absolute values is computed too, with a relative error of at most
:math:`\gamma_d` and the same underflow, so

.. math:: B = (d + 2)\, 2^{-52} \textstyle\sum_i |x_i \hat w_i| + 2^{-1000}

bounds the error for :math:`d \le 2^{16}`: its first factor is about twice what is needed.
It bounds it also without scaling if no entry exceeds 16, since then
:math:`18 d\, 2^{-1022} < 2^{-1000}` holds what underflows in products, sums and
:math:`\hat w`; so a block of rows whose largest entry is from 1/16 to 16 stays as it is.

*Determinants.*  Minors are expanded along rows from the last one up.  A minor of order
:math:`j` is a sum of :math:`j` products, so each of the :math:`d!` terms collects at most
:math:`K = \sum_{j=2}^{d} j = d(d+1)/2 - 1` rounding factors, and
:math:`|\hat s - \det A| \le \gamma_K \operatorname{perm}|A|` up to underflow, which for
:math:`d \le 8` is less than :math:`2^{-1000}` in all.

A value that exceeds its bound has the right sign.  The others are decided in integers, as
are zeros always; how many there were is reported.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import combinations
from typing import TypeAlias, final

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.directions import Direction, dot, sign

Floats: TypeAlias = NDArray[np.float64]

ULP = 2.0**-52
UNDERFLOW = 2.0**-1000
MILD = 16.0  # entries up to this size need no scaling
FILTERED = 8  # rows of a determinant; the filter takes d 2^d steps, integers fewer beyond
BLOCK = 1 << 12  # rows at a time, so that what is computed stays in the cache
WIDEST = 1 << 16  # coordinates for which the bound on dot products is proved


@final
@dataclass(frozen=True, slots=True, eq=False)
class Signs:
    """Signs of a batch, and how many of them the filter left to exact arithmetic.

    Attributes
    ----------
    values
        -1, 0 or +1: ``int8`` of the shape of the batch.
    exact
        The number of exact decisions.

    """

    values: NDArray[np.int8]
    exact: int


def dot_signs(xs: Floats, directions: Sequence[Direction]) -> Signs:
    """Return the signs of all dot products of floats with exact directions.

    Parameters
    ----------
    xs
        ``float64[n, d]``, finite.
    directions
        ``m`` integer vectors of length ``d``, of any size.

    Returns
    -------
    Signs
        ``int8[n, m]``, exact.

    Examples
    --------
    >>> found = dot_signs(np.array([[0.1, 0.1, 0.3], [0.1, 0.2, 0.3]]), [(1, 1, -1), (1, 0, 0)])
    >>> found.values.tolist(), found.exact  # the floats 0.1 + 0.2 - 0.3 make more than 0
    ([[-1, 1], [1, 1]], 1)

    """
    n, d = xs.shape
    if d > WIDEST:
        raise DomainError(f"signs are proved for at most {WIDEST} coordinates, got {d}")
    near = rounded(directions, d).T
    values = np.empty((n, len(directions)), dtype=np.int8)
    for i in range(0, n, BLOCK):
        values[i : i + BLOCK] = _clear_signs(xs[i : i + BLOCK], near)
    undecided = np.empty((0, 2), np.int64) if values.all() else np.argwhere(values == 0)
    rows = {i: integers(xs[i].tolist()) for i in dict.fromkeys(undecided[:, 0].tolist())}
    for i, k in undecided.tolist():
        values[i, k] = sign(dot(rows[i], directions[k]))
    return Signs(values, len(undecided))


def _clear_signs(xs: Floats, near: Floats) -> NDArray[np.int8]:
    """Return the signs of the products that exceed their bounds, 0 for the others."""
    largest = max(xs.max(initial=0.0), -xs.min(initial=0.0))
    rows = xs if 1 / MILD <= largest <= MILD else balanced(xs)
    value = rows @ near
    bound = (xs.shape[1] + 2) * ULP * (np.abs(rows) @ np.abs(near)) + UNDERFLOW
    return _clear(value, bound)


def _clear(value: Floats, bound: Floats) -> NDArray[np.int8]:
    clear: NDArray[np.int8] = (value > bound).astype(np.int8) - (value < -bound).astype(np.int8)
    return clear


def determinant_signs(matrices: Floats) -> Signs:
    """Return the signs of determinants: ``float64[n, d, d] -> int8[n]``, exact.

    >>> third = 1 / 3
    >>> determinant_signs(np.array([[[third, 1.0], [1.0, 3.0]]])).values.tolist()
    [-1]
    """
    n, d = matrices.shape[:2]
    if d > FILTERED:
        values = np.zeros(n, dtype=np.int8)
    else:
        rows = balanced(matrices.reshape(n * d, d)).reshape(n, d, d)
        value, size = _expansion(rows, -1), _expansion(np.abs(rows), 1)
        values = _clear(value, d * (d + 1) * ULP * size + UNDERFLOW)
    undecided = np.flatnonzero(values == 0).tolist()
    for i in undecided:
        values[i] = determinant_sign([integers(row) for row in matrices[i].tolist()])
    return Signs(values, len(undecided))


def determinant_sign(rows: Sequence[Sequence[int]]) -> int:
    """Return the sign of the determinant of integer rows.

    >>> determinant_sign([(0, 1), (1, 0)])
    -1
    """
    from flint import fmpz_mat  # 70 ms that most callers never need

    return sign(int(fmpz_mat([list(row) for row in rows]).det()))


def integers(row: Iterable[float]) -> list[int]:
    """Return floats as integers, all multiplied by one power of two.

    >>> integers([0.5, -0.75])
    [2, -3]
    """
    ratios = [c.as_integer_ratio() for c in row]
    scale = max(q for _, q in ratios)
    return [p * (scale // q) for p, q in ratios]


def rounded(directions: Sequence[Direction], dimension: int) -> Floats:
    """Return integer vectors over powers of two that exceed them, as the nearest floats.

    ``float64[m, dimension]``.
    """
    scales = [1 << max(c.bit_length() for c in w) for w in directions]
    rows = [[c / scale for c in w] for w, scale in zip(directions, scales, strict=True)]
    return np.array(rows, dtype=np.float64).reshape(-1, dimension)


def balanced(xs: Floats) -> Floats:
    """Return rows times powers of two, largest entries in [1/2, 1), rows of zeros as they are."""
    _, exponents = np.frexp(np.abs(xs).max(axis=1, initial=0.0))
    scaled: Floats = np.ldexp(xs, -exponents[:, np.newaxis])
    return scaled


def _expansion(matrices: Floats, alternating: int) -> Floats:
    """Return determinants (``alternating`` = -1) or permanents (+1), by minors of the last rows.

    A minor on columns C is the sum over the k-th column c of C of its first row's entry
    at c, times ``alternating`` to the power k, times the minor on C without c.
    """
    n, d = matrices.shape[:2]
    minors: dict[tuple[int, ...], Floats] = {(): np.ones(n)}
    for row in range(d - 1, -1, -1):
        minors = {
            columns: sum(
                (
                    alternating**k * matrices[:, row, c] * minors[(*columns[:k], *columns[k + 1 :])]
                    for k, c in enumerate(columns)
                ),
                np.zeros(n),
            )
            for columns in combinations(range(d), d - row)
        }
    return minors[tuple(range(d))]

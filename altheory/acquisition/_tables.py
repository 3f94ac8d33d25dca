"""The arrays that scores are computed from, checked once at the door."""

import math
from collections.abc import Callable
from numbers import Integral, Real
from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.inputs import INTEGERS, count
from altheory.protocols import Floats

Ints: TypeAlias = NDArray[np.integer[Any]]
BLOCK = 32_768  # numbers that are looked at a second time while they are in the cache


def probabilities(probs: Any, axes: str) -> Floats:
    """Return distributions along the last axis, or say which is none.

    Models round: a row may miss one by the square root of the precision it came in, or by
    1e-6, as where a model computed in single precision and hands over doubles.  That lets the
    output of any softmax pass and stops logits, percentages and unnormalized scores.
    Nothing is rescaled here.

    >>> probabilities([[0.5, 0.5], [1, 0]], "N, C").tolist()
    [[0.5, 0.5], [1.0, 0.0]]
    >>> probabilities([[0.9, 0.9]], "N, C")
    Traceback (most recent call last):
        ...
    altheory.errors.DomainError: probabilities sum to one over classes, got 1.8 at (0,): ...
    """
    table, check = unchecked(probs, axes)
    rows = table.reshape(-1, table.shape[-1])
    step = max(1, BLOCK // rows.shape[1])
    for start in range(0, len(rows), step):
        check(rows[start : start + step])
    return table


def unchecked(probs: Any, axes: str) -> tuple[Floats, Callable[[Floats], None]]:
    """Return the array, and what refuses it for a part that holds no distributions.

    Who goes through a large array part by part checks each while it is in the cache.
    """
    table, precision = _floats(probs, axes, "probabilities")
    ones = np.ones(table.shape[-1])

    def check(part: Floats) -> None:
        total = part @ ones  # at least the largest of numbers of which none is negative
        near = total.min(initial=1.0) >= 1 - precision and total.max(initial=1.0) <= 1 + precision
        if not near or not part.min(initial=0.0) >= 0:
            _refuse(table, precision, axes)

    return table, check


def _refuse(table: Floats, precision: float, axes: str) -> NoReturn:
    """Say what is wrong, and where."""
    total = table @ np.ones(table.shape[-1])
    inside = (table >= 0) & (table <= 1 + precision)
    if not inside.all():
        place = tuple(np.argwhere(~inside)[0].tolist())
        raise DomainError(
            f"probabilities lie in [0, 1], got {table[place]} at {place}; "
            "logits need a softmax first"
        )
    place = tuple(np.argwhere(np.abs(total - 1) > precision)[0].tolist())
    raise DomainError(
        f"probabilities sum to one over classes, got {total[place]} at {place}: "
        f"the axes are [{axes}], and rows are for the caller to normalize"
    )


def _floats(values: Any, axes: str, what: str) -> tuple[Floats, float]:
    """Return floats with the given axes, of which N may be empty, and their precision."""
    table = as_floats(values, what)
    given = np.asarray(values)
    sizes = dict(zip(axes.split(", "), table.shape, strict=False))
    if table.ndim != axes.count(",") + 1 or 0 in (sizes[name] for name in sizes if name != "N"):
        raise DomainError(f"{what} are an array [{axes}], got shape {table.shape}")
    kind = given.dtype if np.issubdtype(given.dtype, np.floating) else np.dtype(np.float64)
    return table, max(1e-6, float(np.sqrt(np.finfo(kind).eps)))


def entries(values: Any, what: str) -> NDArray[Any]:
    """Return an array of real numbers, or refuse text, complex numbers, masks and ragged rows.

    >>> entries(["1"], "scores")
    Traceback (most recent call last):
        ...
    altheory.errors.DomainError: scores are an array of real numbers, got ['1']
    """
    try:
        given: NDArray[Any] = np.asarray(values)
    except (TypeError, ValueError) as error:
        raise DomainError(f"{what} are an array of numbers, got {values!r:.60}") from error
    exact = given.dtype == object and all(isinstance(x, Real) for x in given.flat)
    if given.dtype.kind not in "biuf" and not exact:
        raise DomainError(f"{what} are an array of real numbers, got {values!r:.60}")
    if np.ma.is_masked(values):
        raise DomainError(f"{what} are masked in part: choose or fill in those entries first")
    return given


def as_floats(values: Any, what: str) -> Floats:
    """Return :func:`entries` as floats, NaN and infinities among them.

    Fractions are rounded; an integer that is no float is refused, for its neighbor is another one.

    >>> as_floats([2**53 + 1], "scores")
    Traceback (most recent call last):
        ...
    altheory.errors.DomainError: scores are floats, and 9007199254740993 is none: ...
    """
    given = entries(values, what)
    try:
        array = np.asarray(given, dtype=np.float64)
    except OverflowError as error:
        raise DomainError(f"{what} are floats, and one is too large for that") from error
    if given.dtype.kind != "f" or isinstance(values, list | tuple):  # NumPy may have rounded
        large = np.abs(array) >= INTEGERS
        if large.any():
            exact = np.asarray(values if isinstance(values, list | tuple) else given, dtype=object)
            _refuse_rounded(exact[large].tolist(), array[large].tolist(), what)
    return array


def _refuse_rounded(given: list[Any], near: list[float], what: str) -> None:
    """Say which integer is no float."""
    for x, rounded in zip(given, near, strict=True):
        if isinstance(x, Integral) and int(x) != rounded:
            raise DomainError(
                f"{what} are floats, and {x} is none: subtract what all have in common, or round"
            )


def votes(votes_N_M: Any, n_classes: Any) -> Ints:
    """Return the classes, numbered from 0, that members vote for, or say which vote is none.

    >>> votes([[0, 1, 1]], 2).tolist()
    [[0, 1, 1]]
    >>> votes([[0, 2, 1]], 2)
    Traceback (most recent call last):
        ...
    altheory.errors.DomainError: votes are classes 0, ..., 1, got 2 at (0, 1)
    """
    classes = count(n_classes, "the number of classes")
    given = entries(votes_N_M, "votes")
    if given.ndim != 2 or given.shape[1] == 0 or not np.issubdtype(given.dtype, np.integer):
        raise DomainError(
            f"votes are integers [N, M], one class a member, "
            f"got {given.dtype} of shape {given.shape}"
        )
    if given.min(initial=0) < 0 or given.max(initial=0) >= classes:
        known = (given >= 0) & (given < classes)
        place = tuple(np.argwhere(~known)[0].tolist())
        raise DomainError(f"votes are classes 0, ..., {classes - 1}, got {given[place]} at {place}")
    return given


def nats_per_unit(base: Any) -> float:
    """Return ln(base): bits for base 2, nats for base e."""
    good = isinstance(base, int | float | np.integer | np.floating) and not isinstance(base, bool)
    if not good or not 1 < base < np.inf:
        raise DomainError(f"the base of a logarithm is a number above 1, got {base!r}; e for nats")
    return math.log(base)


def numbers(values: Any, what: str) -> Floats:
    """Return finite floats in an array of any shape, or refuse them."""
    array = as_floats(values, what)
    if not np.isfinite([array.min(initial=0.0), array.max(initial=0.0)]).all():
        raise DomainError(f"{what} are finite, got {array[~np.isfinite(array)][0]}")
    return array


def points(X: Any) -> Floats:
    """Return a pool of points as ``float64[N, D]``, or refuse it."""
    array = numbers(X, "points")
    if array.ndim != 2 or 0 in array.shape:
        raise DomainError(f"points are float64[N, D], one row each, got shape {array.shape}")
    return array


def scaled(X: Any) -> tuple[Floats, int]:
    """Return a pool divided by a power of two, to at most one, and the exponent of that.

    Squares of the coordinates then neither overflow nor all vanish, and nothing is rounded but
    what is 2^1022 times smaller than the largest.

    >>> scaled([[0.0], [6.0]])
    (array([[0.  ],
           [0.75]]), 3)
    """
    pool = points(X)
    exponent = int(np.frexp(max(pool.max(), -pool.min()))[1])
    return np.ldexp(pool, -exponent), exponent


def unscaled(distance: float, exponent: int) -> float:
    """Return a distance in a scaled pool in the unit of the pool, or refuse what no float holds."""
    try:
        return math.ldexp(distance, exponent)
    except OverflowError as error:
        raise DomainError(
            f"a distance of {distance} * 2**{exponent} is no float: take a larger unit of length"
        ) from error

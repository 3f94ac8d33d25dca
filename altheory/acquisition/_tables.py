"""The arrays that scores are computed from, checked once at the door."""

from typing import Any, NoReturn, TypeAlias

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Floats

Ints: TypeAlias = NDArray[np.integer[Any]]


def probabilities(probs: Any, axes: str) -> Floats:
    """Return distributions along the last axis, or say which is none.

    Models round: a row may miss one by the square root of the precision it came in, which
    lets the output of any softmax pass and stops logits, percentages and unnormalized scores.
    Nothing is rescaled.

    >>> probabilities([[0.5, 0.5], [1, 0]], "N, C").tolist()
    [[0.5, 0.5], [1.0, 0.0]]
    >>> probabilities([[0.9, 0.9]], "N, C")
    Traceback (most recent call last):
        ...
    altheory.errors.DomainError: probabilities sum to one over classes, got 1.8 at (0,): ...
    """
    table, precision = _floats(probs, axes, "probabilities")
    total = table @ np.ones(table.shape[-1])
    lies = table.min(initial=0.0) >= 0 and table.max(initial=0.0) <= 1 + precision
    if not lies or (np.abs(total - 1) > precision).any():
        _refuse(table, total, precision, axes)
    return table


def _refuse(table: Floats, total: Floats, precision: float, axes: str) -> NoReturn:
    """Say what is wrong, and where."""
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
    """Return floats with the given axes, and the precision they came in."""
    try:
        given = np.asarray(values)
        table = np.asarray(given, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DomainError(f"{what} are an array of numbers [{axes}], got {values!r:.60}") from error
    if table.ndim != axes.count(",") + 1 or (table.ndim and 0 in table.shape[1:]):
        raise DomainError(f"{what} are an array [{axes}], got shape {table.shape}")
    kind = given.dtype if np.issubdtype(given.dtype, np.floating) else np.dtype(np.float64)
    return table, float(np.sqrt(np.finfo(kind).eps))


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
    given = np.asarray(votes_N_M)
    if given.ndim != 2 or given.shape[1] == 0 or not np.issubdtype(given.dtype, np.integer):
        raise DomainError(
            f"votes are integers [N, M], one class a member, "
            f"got {given.dtype} of shape {given.shape}"
        )
    known = (given >= 0) & (given < classes)
    if not known.all():
        place = tuple(np.argwhere(~known)[0].tolist())
        raise DomainError(f"votes are classes 0, ..., {classes - 1}, got {given[place]} at {place}")
    return given


def nats_per_unit(base: Any) -> float:
    """Return ln(base): bits for base 2, nats for base e."""
    good = isinstance(base, int | float | np.integer | np.floating) and not isinstance(base, bool)
    if not good or not 1 < base < np.inf:
        raise DomainError(f"the base of a logarithm is a number above 1, got {base!r}; e for nats")
    return float(np.log(base))


def numbers(values: Any, what: str) -> Floats:
    """Return finite floats in an array of any shape, or refuse them."""
    try:
        array = np.asarray(values, dtype=np.float64)
    except (TypeError, ValueError) as error:
        raise DomainError(f"{what} are numbers, got {values!r:.60}") from error
    if not np.isfinite(array).all():
        raise DomainError(f"{what} are finite, got {array[~np.isfinite(array)][0]}")
    return array


def points(X: Any) -> Floats:
    """Return a pool of points as ``float64[N, D]``, or refuse it."""
    array = numbers(X, "points")
    if array.ndim != 2 or 0 in array.shape:
        raise DomainError(f"points are float64[N, D], one row each, got shape {array.shape}")
    return array

"""What comes in from outside, made exact or refused with its value.

Numbers may be ``int``, ``float``, ``Fraction`` or NumPy scalars; each finite
one *is* a rational and is kept as that.  Nothing else is guessed at.
"""

import math
import numbers
import reprlib
from collections.abc import Iterable
from fractions import Fraction
from typing import Any

import numpy as np
from numpy.typing import NDArray

from altheory.errors import DomainError

INTEGERS = 2.0**53  # below that in absolute value all of them are floats


def rational(x: Any, what: str = "the value") -> Fraction:
    """Return the rational that ``x`` is.

    >>> rational(0.5), rational(3)
    (Fraction(1, 2), Fraction(3, 1))

    Raises
    ------
    DomainError
        If ``x`` is NaN, infinite or no number.

    """
    if isinstance(x, Fraction):
        return x
    if isinstance(x, bool | np.bool_) or not isinstance(x, numbers.Real):
        raise DomainError(f"{what} must be an int, float or Fraction, got {_told(x)}")
    if isinstance(x, numbers.Rational):
        return Fraction(int(x.numerator), int(x.denominator))
    given: Any = x
    value = float(given)
    if not math.isfinite(value):
        raise DomainError(f"{what} must be finite, got {value}")
    if isinstance(given, np.floating):  # a long double may be no float
        return Fraction(*given.as_integer_ratio())
    return Fraction(value)


def open_unit(x: Any, what: str) -> Fraction:
    """Return ``x`` as a rational in the open interval (0, 1), or refuse it."""
    value = rational(x, what)
    if not 0 < value < 1:
        raise DomainError(f"{what} lies strictly between 0 and 1, got {x}")
    return value


def positive(x: Any, what: str) -> Fraction:
    """Return ``x`` as a rational above zero, or refuse it."""
    value = rational(x, what)
    if value <= 0:
        raise DomainError(f"{what} must be positive, got {x}")
    return value


def count(n: Any, what: str, least: int = 1) -> int:
    """Return ``n`` as an integer of at least ``least``, or refuse it."""
    if isinstance(n, bool | np.bool_) or not isinstance(n, numbers.Integral) or n < least:
        raise DomainError(f"{what} must be an integer of at least {least}, got {_told(n)}")
    return int(n)


def label(y: Any) -> Any:
    """Return ``y`` as the plain integer -1 or +1, or refuse it.

    >>> label(np.int8(-1))
    -1
    """
    if isinstance(y, bool | np.bool_) or not isinstance(y, numbers.Real) or y not in (-1, 1):
        raise DomainError(f"a label is -1 or +1, got {_told(y)}")
    return 1 if y == 1 else -1


def _told(x: Any) -> str:
    if isinstance(x, Fraction) and x.denominator > 1:
        return str(x)
    return f"{x!r}, and booleans are not numbers" if isinstance(x, bool | np.bool_) else repr(x)


def floats(xs: Any, what: str = "the instances") -> NDArray[np.float64]:
    """Return ``xs`` as a one-dimensional array of finite floats, or refuse it."""
    try:
        array: NDArray[np.float64] = np.asarray(_numbers(xs, what), dtype=np.float64)
    except OverflowError as error:
        raise DomainError(f"{what} must be finite floats, got {reprlib.repr(xs)}") from error
    if array.ndim != 1:
        raise DomainError(f"{what} form a one-dimensional array, got shape {array.shape}")
    finite = np.isfinite(array)
    if not finite.all():
        raise DomainError(f"{what} must be finite, got {array[~finite][0]}")
    return array


def exact_floats(
    xs: Any,
    what: str = "the instances",
    remedy: str = "give exact numbers one at a time, or round them to floats",
) -> NDArray[np.float64]:
    """Return ``xs`` as finite floats of the same values, or refuse a number that is no float.

    What to do then is for the caller to say.

    >>> exact_floats([Fraction(1, 2), 3]).tolist()
    [0.5, 3.0]
    """
    array = floats(xs, what)
    given = np.asarray(xs)
    if given.dtype.kind == "f" and given.dtype.itemsize <= array.itemsize:
        if isinstance(xs, np.ndarray) or not (np.abs(array) >= INTEGERS).any():
            return array
        given = np.asarray(xs, dtype=object)  # a list may hold integers beside floats
    if given.dtype.kind in "iu" and not (np.abs(array) >= INTEGERS).any():
        return array
    for x, near in zip(given.tolist(), array.tolist(), strict=True):
        if (exact := rational(x)) != near:
            raise DomainError(
                f"a batch of {what.removeprefix('the ')} holds floats, got {exact}, which is none; "
                f"{remedy}"
            )
    return array


def exact_array(xs: Any, what: str, remedy: str) -> NDArray[np.float64]:
    """Return ``xs``, an array of any shape, as :func:`exact_floats`, or refuse it.

    >>> exact_array([[1, Fraction(1, 2)]], "weights", "round them").tolist()
    [[1.0, 0.5]]
    """
    array = _numbers(xs, what)
    if hides_more(xs, array):
        array = _numbers(np.asarray(xs, dtype=object), what)
    return exact_floats(array.ravel(), what, remedy).reshape(array.shape)


def hides_more(xs: Any, array: NDArray[Any]) -> bool:
    """Tell whether lists hold more than the array that NumPy makes of them.

    Booleans become numbers in it, and large integers beside floats are rounded.
    """
    if isinstance(xs, np.ndarray) or array.dtype.kind not in "iuf":
        return False
    if array.dtype.kind == "f" and (np.abs(array) >= INTEGERS).any():
        return True
    return any(isinstance(x, bool | np.bool_) for x in np.asarray(xs, dtype=object).flat)


def exact_rows(xs: Any, dimension: int) -> NDArray[np.float64]:
    """Return ``xs`` as rows of finite floats of the same values: ``float64[n, dimension]``.

    >>> exact_rows([(1, 0.5), (0, Fraction(1, 4))], 2).tolist()
    [[1.0, 0.5], [0.0, 0.25]]
    """
    try:
        shape = np.shape(xs)
    except ValueError as error:
        raise DomainError(f"instances form rows of {dimension} numbers, got {xs!r:.60}") from error
    if 0 in shape:
        return np.empty((0, dimension))
    if len(shape) != 2 or shape[1] != dimension:
        raise DomainError(f"instances form rows of {dimension} numbers, got shape {shape}")
    flat = xs.ravel() if isinstance(xs, np.ndarray) else [c for row in xs for c in row]
    return exact_floats(flat).reshape(shape)


def _numbers(xs: Any, what: str) -> NDArray[Any]:
    """Return ``xs`` as an array of numbers: neither text, nor rows of unequal lengths."""
    try:
        array = np.asarray(xs)
    except ValueError as error:
        raise DomainError(f"{what} form an array of numbers, got {reprlib.repr(xs)}") from error
    if array.dtype.kind == "O":  # fractions, say, or what is no number
        for x in array.flat:
            rational(x, f"each of {what}")
    elif array.dtype.kind not in "iuf":
        raise DomainError(f"{what} form an array of numbers, got {reprlib.repr(xs)}")
    return array


def listed(xs: Any, what: str = "the instances") -> list[Any]:
    """Return the elements of ``xs``, or refuse what has none.

    >>> listed((0, 1))
    [0, 1]
    """
    try:
        elements = iter(xs)
    except TypeError as error:
        raise DomainError(f"{what} come as a list or an array, got {xs!r}") from error
    return list(elements)


def labeled(xs: Iterable[Any], ys: Iterable[Any]) -> list[tuple[Any, Any]]:
    """Pair instances with labels, refusing two lists of different lengths."""
    points, labels = listed(xs), [label(y) for y in listed(ys, "the labels")]
    if len(points) != len(labels):
        raise DomainError(
            f"every instance has one label, got {len(points)} instances and {len(labels)} labels"
        )
    return list(zip(points, labels, strict=True))

"""Sums of floats without rounding: every float is an integer times a power of two."""

import sys
from decimal import Decimal
from fractions import Fraction

import numpy as np
from numpy.typing import NDArray

from altheory.protocols import Floats

LARGEST = sys.float_info.max
DIGITS, HALF = 53, 27  # bits of a float's integer, and of its lower part


def total(xs: Floats) -> Fraction:
    """Return the exact sum of at most 2^26 finite floats that are not negative.

    Integers of one power of two are added up in two halves of 27 bits, in floats which hold
    every sum below 2^53.

    >>> total(np.array([1e300, 1.0])) - Fraction(1e300), total(np.array([0.1] * 10)) == 1
    (Fraction(1, 1), False)
    """
    integers, exponents = parts(xs)
    powers, which = np.unique(exponents, return_inverse=True)
    low, high = (
        np.bincount(which, half.astype(np.float64)).astype(np.int64).tolist()
        for half in (integers & ((1 << HALF) - 1), integers >> HALF)
    )
    sums = (int(a) + (int(b) << HALF) for a, b in zip(low, high, strict=True))
    return sum((s * Fraction(2) ** int(e) for s, e in zip(sums, powers, strict=True)), Fraction(0))


def parts(xs: Floats) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Return integers m of at most 53 bits and exponents e with x = m 2^e."""
    mantissas, exponents = np.frexp(xs)
    integers = np.ldexp(mantissas, DIGITS).astype(np.int64)
    return integers, exponents.astype(np.int64) - DIGITS


def in_units(xs: Floats, power: int) -> list[int]:
    """Return floats as integers in units of 2^-power, which is fine enough for all of them."""
    integers, exponents = parts(xs)
    shifts = (exponents + power).tolist()
    return [
        m << s if s >= 0 else m >> -s  # what is shifted out is zero: the units are fine enough
        for m, s in zip(integers.tolist(), shifts, strict=True)
    ]


def finest(xs: Floats) -> int:
    """Return the least power with which all of some floats are integers in ``in_units``.

    >>> finest(np.array([0.0, 6.0])), finest(np.array([0.75, 5e-324]))
    (-1, 1074)
    """
    integers, exponents = parts(xs[xs > 0])
    if not len(integers):
        return 0
    trailing = np.frexp((integers & -integers).astype(np.float64))[1] - 1
    return int(-(exponents + trailing).min())


def told(value: Fraction) -> str:
    """Return a few digits of a sum of floats, which may be beyond any float.

    >>> told(Fraction(1, 3)), told(Fraction(10**400))
    ('0.333333', '1.00000e+400')
    """
    if value <= LARGEST:
        return f"{float(value):.6g}"
    return f"{Decimal(value.numerator) / Decimal(value.denominator):.6g}"

"""Crossing between exact rationals and binary64 without losing a bit.

Every finite float is a dyadic rational, so ``Fraction(x)`` loses nothing.  The
way back must say where it rounds.  A float ``x`` is compared with a rational
``a`` exactly by rounding the *constant* to the right side:

    x >= a  iff  x >= ceil_float(a)          x <= a  iff  x <= floor_float(a)
    x >  a  iff  x >= float_above(a)
"""

import math
from decimal import Context, Decimal
from fractions import Fraction

LONGEST = 16  # characters of a rational in a message
SIX_DIGITS = Context(prec=6)


def floor_float(a: Fraction) -> float:
    """Return the largest float that is at most ``a``.

    Below the range of finite floats the answer is -inf, above it the largest
    finite float, so that the comparisons above stay true.

    >>> floor_float(Fraction(1, 3)) < Fraction(1, 3)
    True
    >>> floor_float(Fraction(1, 4))
    0.25
    """
    try:
        x = float(a)
    except OverflowError:
        return math.nextafter(math.inf, 0) if a > 0 else -math.inf
    return math.nextafter(x, -math.inf) if Fraction(x) > a else x


def ceil_float(a: Fraction) -> float:
    """Return the smallest float that is at least ``a``.

    >>> ceil_float(Fraction(1, 3)) > Fraction(1, 3)
    True
    """
    return 0.0 - floor_float(-a)  # a bare minus would return -0.0 at 0


def readable(a: Fraction) -> str:
    """Return ``a`` as a message shows it: exactly if that is short, else as ``~`` six digits.

    >>> readable(Fraction(1, 3)), readable(Fraction(0.3)), readable(Fraction(10**400))
    ('1/3', '~0.3', '~1e+400')
    """
    if len(text := str(a)) <= LONGEST:
        return text
    digits = SIX_DIGITS.divide(Decimal(a.numerator), Decimal(a.denominator))
    return f"~{digits.normalize(SIX_DIGITS):g}"


def float_above(a: Fraction) -> float:
    """Return the smallest float that exceeds ``a``.

    >>> float_above(Fraction(1, 2)) > 0.5, ceil_float(Fraction(1, 2))
    (True, 0.5)
    """
    x = ceil_float(a)
    return math.nextafter(x, math.inf) if math.isfinite(x) and Fraction(x) == a else x

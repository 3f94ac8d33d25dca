"""Instances as a simulation keeps them: exact rationals, or tuples of them."""

from fractions import Fraction
from typing import Any, TypeAlias

import numpy as np

from altheory.errors import DomainError
from altheory.numeric.inputs import rational

Instance: TypeAlias = Fraction | tuple[Fraction, ...]


def instance(x: Any) -> Instance:
    """Return ``x`` as an exact instance: a number, or several numbers as a tuple.

    >>> instance(0.5), instance((1, 0.25))
    (Fraction(1, 2), (Fraction(1, 1), Fraction(1, 4)))
    """
    if isinstance(x, tuple | list) or (isinstance(x, np.ndarray) and x.ndim == 1):
        return tuple(rational(coordinate, "a coordinate of an instance") for coordinate in x)
    return rational(x, "an instance")


def from_text(given: Any) -> Instance:
    """Read what ``altheory.certificate.text`` wrote.

    >>> from_text("1/2"), from_text(["1/2", "0/1"])
    (Fraction(1, 2), (Fraction(1, 2), Fraction(0, 1)))
    """
    if isinstance(given, list):
        return tuple(_from_text(coordinate) for coordinate in given)
    return _from_text(given)


def _from_text(given: Any) -> Fraction:
    if not isinstance(given, str):
        raise DomainError(f'a rational is written "p/q", got {given!r}')
    return Fraction(given)

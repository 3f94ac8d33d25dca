"""Numbers as the command line writes them, read exactly."""

import re
from fractions import Fraction
from typing import Any

from altheory.errors import DomainError

EXTREME = 300  # decimal exponents beyond this are refused before they become huge integers


def number(text: str, option: str, example: str) -> Fraction:
    """Return the rational that an option is, or refuse it with an example.

    >>> number("1e-2", "--epsilon", "1e-2,1e-4")
    Fraction(1, 100)
    """
    exponent = re.search(r"[eE]([+-]?\d+)", text.replace("_", ""))
    if len(text) > EXTREME or (exponent and abs(int(exponent[1])) > EXTREME):
        raise DomainError(f"{option} takes numbers from 1e-300 to 1e300, got {text[:40]}")
    try:
        return Fraction(text)
    except (ValueError, ZeroDivisionError) as error:
        raise DomainError(f"{option} takes numbers such as {example}, got {text!r}") from error


def numbers(text: str | None, option: str, example: str) -> list[Any] | None:
    """Return the numbers of a list, None if there is no list; whole ones become integers."""
    if text is None:
        return None
    found = [number(part, option, example) for part in text.split(",")]
    return [int(x) if x.denominator == 1 else x for x in found]


def whole_numbers(text: str | None, option: str, example: str) -> list[int] | None:
    """Return the whole numbers of a list, None if there is no list."""
    found = numbers(text, option, example)
    if any(isinstance(x, Fraction) for x in found or ()):
        raise DomainError(f"{option} takes whole numbers such as {example}, got {text}")
    return found

"""How much a simulation may be asked for; more is refused before anything is built."""

import math
from typing import Any

from altheory.errors import DomainError
from altheory.numeric.inputs import count


def limited(n: Any, what: str, most: int, remedy: str) -> int:
    """Return ``n`` as an integer from 1 to ``most``, or refuse it.

    >>> limited(10**20, "a batch", 100, "ask for fewer")
    Traceback (most recent call last):
    ...
    altheory.errors.DomainError: a batch is at most 100, got about 1e20; ask for fewer
    """
    value = count(n, what)
    if value > most:
        shown = value if value < 10**16 else f"about 1e{math.log10(value):.0f}"
        limit = most if most < 10**16 else f"1e{math.log10(most):.0f}"
        raise DomainError(f"{what} is at most {limit}, got {shown}; {remedy}")
    return value

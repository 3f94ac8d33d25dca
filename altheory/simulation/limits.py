"""How much a simulation may be asked for; more is refused before anything is built."""

import math
from itertools import count as counting
from typing import Any

from altheory.errors import BudgetError, DomainError
from altheory.numeric.inputs import count
from altheory.protocols import Label, Oracle


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


def metered(ask: Oracle[Any], most: int, what: str) -> Oracle[Any]:
    """Return the oracle that refuses to answer more than ``most`` questions."""
    asked = counting(1)

    def answer(x: Any) -> Label:
        if next(asked) > most:
            raise BudgetError(
                f"{what}, would go beyond {most} labels; ask for a larger epsilon, or for a stream"
            )
        return ask(x)

    return answer

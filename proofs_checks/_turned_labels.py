r"""What an answer adds at another node, for all chances and values, piece by piece.

Asked is a node that answers 1 with chance p; the other node, at h from 1/2, moves to
:math:`h + (1 - p) x` or to :math:`h - p x`, where x >= 0.  Either no answer carries it across
1/2, or one does, and with symbols of known sign sympy decides which.  The chance is
:math:`p = a / (a + b)`, where one of a and b may be 0.
"""

from collections.abc import Iterable, Iterator
from typing import Any, TypeAlias

import sympy as sp

Piece: TypeAlias = tuple[str, Any, Any, Any, Any]  # what it is, p, x, h, what is added
VALUES = {"a": 2, "b": 3, "x": 5, "t": 7, "g": 1}


def pieces() -> Iterator[Piece]:
    """Go through all p in [0, 1], x >= 0 and real h."""
    x, t, g = (sp.Symbol(name, nonnegative=True) for name in "xtg")
    more, below = sp.symbols("t g", positive=True)
    for a, b in ends():
        yield piece("h >= 0, not turned", (a / (a + b), x), a / (a + b) * x + t)
        yield piece("h < 0, not turned", (1 - b / (a + b), x), -b / (a + b) * x - more)
        if a.is_positive:
            p = a / (a + b)
            yield piece("h >= 0, turned by 0", (p, (g + more) / p), g)
        if b.is_positive:
            q = b / (a + b)  # as 1 - q, 1 - p is found to be positive
            yield piece("h < 0, turned by 1", (1 - q, (below + more) / q), -below)


def valued(numbers: Iterable[Any]) -> dict[Any, int]:
    """Return values of all symbols, for an example."""
    return {symbol: VALUES[symbol.name] for number in numbers for symbol in number.free_symbols}


def ends() -> Iterator[tuple[Any, Any]]:
    """Return symbols a and b of which the first may be 0, and of which the second may be."""
    a, b = sp.symbols("a b", nonnegative=True)
    yield a, sp.Symbol("b", positive=True)
    yield sp.Symbol("a", positive=True), b


def piece(name: str, asked: tuple[Any, Any], h: Any) -> Piece:
    """Return a piece, with what is added computed from its definition."""
    p, x = asked
    up, down = sp.cancel(h + (1 - p) * x), sp.cancel(h - p * x)
    added = p * sp.Abs(up) + (1 - p) * sp.Abs(down) - sp.Abs(h)
    return name, p, x, h, sp.factor(added)

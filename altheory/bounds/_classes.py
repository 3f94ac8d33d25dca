r"""What theorems about a whole class ask of it: its size, its order, its growth.

The growth function may be replaced by anything above it: a closed form, the number
of hypotheses, or what Sauer's lemma says of a class of VC dimension :math:`d`,

.. math:: \Pi(n) \le \sum_{i \le d} \binom ni.
"""

from collections.abc import Callable
from functools import lru_cache
from itertools import pairwise
from math import comb
from typing import Any, Protocol, runtime_checkable

from altheory.errors import DomainError, NoUniformTheoremError
from altheory.hypotheses._combinatorics import combinatorics
from altheory.hypotheses.finite import FiniteClass
from altheory.numeric.inputs import count

Growth = Callable[[int], int]


@runtime_checkable
class Ordered(Protocol):
    """A class that knows whether its positive regions are nested."""

    @property
    def is_nested(self) -> bool:
        """Whether of two positive regions one always contains the other."""
        ...


@runtime_checkable
class Finite(Protocol):
    """A class that knows how many hypotheses it has."""

    @property
    def size(self) -> int: ...


@runtime_checkable
class _Class(Protocol):
    def version_space(self) -> Any: ...


def known_class(of: Any) -> Any:
    """Return ``of`` if it is a hypothesis class, or refuse it."""
    if isinstance(of, type) or not isinstance(of, _Class):
        raise DomainError(f"a hypothesis class is an object such as Thresholds(), got {of!r}")
    return of


def size(of: Any) -> int | None:
    """Return the number of hypotheses, None if the class does not know of any."""
    if isinstance(of, FiniteClass):
        return len(of.hypotheses)
    return of.size if isinstance(of, Finite) else None


def is_nested(of: Any) -> bool:
    """Tell whether of two positive regions one always contains the other.

    >>> is_nested(FiniteClass(3, ["---", "+--", "++-"])), is_nested(FiniteClass(2, ["+-", "-+"]))
    (True, False)
    """
    if isinstance(of, FiniteClass):
        chain = sorted(of.hypotheses, key=int.bit_count)
        return all(small & large == small for small, large in pairwise(chain))
    return isinstance(of, Ordered) and of.is_nested


def require_nested(hypotheses: Any, bound: str, why: str) -> None:
    """Refuse a class whose positive regions are not nested, for the theorem of a bound."""
    if not is_nested(hypotheses):
        raise NoUniformTheoremError(bound, repr(hypotheses), why)


@lru_cache(maxsize=4096)
def growth(of: Any, n: int) -> int:
    """Return an upper bound on the number of labelings of ``n`` instances.

    >>> growth(FiniteClass(3, ["---", "+--", "-+-", "--+"]), 2)
    3
    """
    known = combinatorics(of, n).growth
    if known is not None:
        return known
    members = size(of)
    bound = sauer(_dimension(of), n)
    return bound if members is None else min(members, bound)


def sauer(dimension: int, n: int) -> int:
    """Return Sauer's bound on the growth function of a class of VC dimension ``dimension``.

    >>> sauer(1, 10), sauer(2, 3), sauer(3, 3)
    (11, 7, 8)
    """
    d = count(dimension, "a VC dimension", least=0)
    n = count(n, "the number of instances", least=0)
    return sum(comb(n, i) for i in range(min(d, n) + 1))


@lru_cache(maxsize=256)
def _dimension(of: Any) -> int:
    dimension: int = of.vc_dimension  # a search, for a finite class
    return dimension

"""What labelers are made of: each part is known by what it can do, or refused at once.

A wrong part would otherwise fail only when a question is asked, or answer wrongly: a
pair of numbers holds two instances, and not what lies between them.
"""

from typing import Any, Protocol, runtime_checkable

from altheory.errors import DomainError

LONGEST = 80  # characters of a value in a message


@runtime_checkable
class _Hypothesis(Protocol):
    def __call__(self, x: Any, /) -> Any: ...
    @property
    def positive(self) -> Any: ...


@runtime_checkable
class _Region(Protocol):
    def __contains__(self, x: Any, /) -> bool: ...
    def contains(self, xs: Any, /) -> Any: ...


@runtime_checkable
class _LabelLaw(Protocol):
    def probability(self, x: Any, /) -> Any: ...
    def compare(self, x: Any, u: Any, /) -> int: ...
    def oracle(self, rng: Any, /) -> Any: ...


@runtime_checkable
class _Distribution(Protocol):
    def mass(self, region: Any, /) -> Any: ...


def clipped(text: str) -> str:
    """Return a text as a message shows it.

    >>> clipped("x" * 100)[-5:]
    'xx...'
    """
    return text if len(text) <= LONGEST else text[: LONGEST - 3] + "..."


def hypothesis(h: Any) -> Any:
    """Return ``h`` if it labels instances and has a positive region, or refuse it."""
    return _able(h, _Hypothesis, "a target is a hypothesis such as Threshold(0.5)")


def region(a: Any, what: str = "a region", such: str = "IntervalUnion.closed(0.2, 0.4)") -> Any:
    """Return ``a`` if it decides which instances it holds, one by one and in batches."""
    return _able(a, _Region, f"{what} is a set of instances such as {such}")


def label_law(law: Any) -> Any:
    """Return ``law`` if it says how labels depend on instances, or refuse it."""
    return _able(law, _LabelLaw, "a label law says P(y = +1 | x), as realizable(hypothesis) does")


def distribution(law: Any) -> Any:
    """Return ``law`` if it knows the mass of a region, or refuse it."""
    return _able(law, _Distribution, "an error needs a law of the instances such as cls.law()")


def function(f: Any, what: str) -> Any:
    """Return ``f`` if it can be called, or refuse it."""
    if not callable(f) or isinstance(f, type):  # a type makes things, it does not answer
        raise DomainError(f"{what} is a function, got {clipped(repr(f))}")
    return f


def oracle(ask: Any) -> Any:
    """Return ``ask`` if it can be asked, or refuse it."""
    return function(ask, "an oracle, such as a hypothesis or label_law.oracle(rng),")


def _able(thing: Any, protocol: type, remedy: str) -> Any:
    if isinstance(thing, type) or not isinstance(thing, protocol):  # a type has the methods too
        raise DomainError(f"{remedy}, got {clipped(repr(thing))}")
    return thing

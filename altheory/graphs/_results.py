"""Results that are handed on: the object, not the numbers in it."""

from typing import Any, TypeVar

from altheory.errors import DomainError

T = TypeVar("T")


def result_of(of: str, kind: type[T], given: Any) -> T:
    """Return the result of a function, or refuse what is none."""
    if not isinstance(given, kind):
        raise DomainError(f"the result of {of} is wanted, got {given!r:.60}")
    return given

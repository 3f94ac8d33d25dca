"""The classes that can be gone through: each hypothesis on each of finitely many points."""

from typing import Any

from altheory.errors import DomainError
from altheory.hypotheses.finite import FiniteClass


def finite(of: Any) -> FiniteClass:
    """Return ``of`` if it is a finite class, or refuse it and say how to make one of it."""
    if not isinstance(of, FiniteClass):
        raise DomainError(
            f"only a FiniteClass can be searched, got {of!r}; restrict the class to finitely "
            "many instances: restricted(of, n), or restricted_to(of, points) with points = "
            "of.grid(n), say"
        )
    return of

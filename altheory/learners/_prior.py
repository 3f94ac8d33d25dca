"""What a learner starts from; anything else is refused when the learner is made."""

import reprlib
from typing import Any, Protocol, runtime_checkable

from altheory.errors import DomainError


@runtime_checkable
class _Restrictable(Protocol):
    @property
    def is_empty(self) -> bool: ...
    def restrict(self, x: Any, y: Any, /) -> Any: ...


def require_version_space(prior: Any, learner: str) -> None:
    """Refuse a ``prior`` that labels cannot restrict."""
    if not isinstance(prior, _Restrictable):
        raise DomainError(
            f"{learner} starts from a version space, got {reprlib.repr(prior)}; "
            "pass one, such as Thresholds().version_space()"
        )

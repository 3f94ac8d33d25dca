"""An answer, or none: silence costs a question and teaches nothing."""

from typing import Any

from altheory.errors import AbstentionError, DomainError
from altheory.protocols import Label, Oracle


def answer(ask: Oracle[Any], x: Any) -> Label | None:
    """Return what the labeler says of ``x``, None if it abstains; refuse what cannot be asked.

    >>> answer(lambda x: 1, 0.5)
    1
    """
    oracle: Any = ask
    if not callable(oracle):
        raise DomainError(f"an oracle is a function from instances to labels, got {oracle!r}")
    try:
        return ask(x)
    except AbstentionError:
        return None

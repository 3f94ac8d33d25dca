"""An answer, or none: silence costs a question and teaches nothing."""

from typing import Any

from altheory.errors import AbstentionError
from altheory.protocols import Label, Oracle


def answer(ask: Oracle[Any], x: Any) -> Label | None:
    """Return what the labeler says of ``x``, None if it abstains.

    >>> answer(lambda x: 1, 0.5)
    1
    """
    try:
        return ask(x)
    except AbstentionError:
        return None

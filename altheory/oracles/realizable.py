"""The honest labeler: every answer is the target's."""

from collections.abc import Callable
from typing import TypeVar

from altheory.protocols import Label, Oracle

X = TypeVar("X")


def realizable(target: Callable[[X], Label]) -> Oracle[X]:
    """Return the oracle that answers as ``target`` does.

    >>> realizable(lambda x: 1 if x >= 0.5 else -1)(0.7)
    1
    """
    return target

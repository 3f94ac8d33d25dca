r"""Sequences that grow one by one and are never changed.

Chunks whose sizes are the binary digits of the length: appending copies each entry
at most :math:`\log_2 n` times in all, where a tuple would copy it :math:`n` times.
"""

from typing import TypeAlias, TypeVar

T = TypeVar("T")
Chunks: TypeAlias = tuple[tuple[T, ...], ...]


def appended(chunks: Chunks[T], entry: T) -> Chunks[T]:
    """Add an entry as one is added in binary: chunks of one size are carried over.

    >>> appended(appended(appended((), "a"), "b"), "c")
    (('a', 'b'), ('c',))
    """
    last: tuple[T, ...] = (entry,)
    while chunks and len(chunks[-1]) == len(last):
        chunks, last = chunks[:-1], chunks[-1] + last
    return (*chunks, last)


def joined(chunks: Chunks[T]) -> tuple[T, ...]:
    """Return the entries in order."""
    return tuple(entry for chunk in chunks for entry in chunk)


def length(chunks: Chunks[T]) -> int:
    """Return the number of entries."""
    return sum(map(len, chunks))

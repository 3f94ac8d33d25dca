"""What a class and a target are called: readable where that is short, and by digest beyond.

Settings are for readers, so a long text is cut and its digest says which one it
was.  A journal must never take one class for another, so its key holds all of it.
"""

from typing import Any, Protocol, runtime_checkable

from altheory.certificate import digest

LONGEST = 120


@runtime_checkable
class _Tabulated(Protocol):
    def table(self) -> dict[str, Any]: ...


def identity(hypotheses: Any) -> dict[str, Any]:
    """Return JSON data that is that of this class alone: its table, or its text.

    >>> from altheory.hypotheses.thresholds import Thresholds
    >>> identity(Thresholds())
    {'class': 'Thresholds()'}
    """
    return hypotheses.table() if isinstance(hypotheses, _Tabulated) else {"class": repr(hypotheses)}


def described(hypotheses: Any) -> str:
    """Return a class as one line of at most about ``LONGEST`` characters."""
    return _cut(repr(hypotheses), identity(hypotheses))


def shortened(text: str) -> str:
    """Return ``text``, cut and with a digest of the whole if it is longer than ``LONGEST``."""
    return _cut(text, {"text": text})


def _cut(text: str, whole: dict[str, Any]) -> str:
    if len(text) <= LONGEST:
        return text
    return f"{text[:LONGEST]}... (SHA-256 {digest(whole)[:16]})"

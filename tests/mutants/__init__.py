"""Mutants: one small lie told to the source, and the test that must notice.

Each is an exact replacement of text that occurs once in its file, so a mutant that
no longer applies is an error and not a pass.  One room of the house a file, found
by discovery.  ``fast`` mutants run by default, the others with ``-m slow``.
"""

from typing import NamedTuple

from altheory.discovery import modules


class Mutant(NamedTuple):
    """A lie, why it is one, and who catches it."""

    file: str
    old: str
    new: str
    why: str
    killer: str
    fast: bool = False

    def __str__(self) -> str:
        return f"{self.file}: {self.why}"


def every() -> list[Mutant]:
    """Return the mutants of every room."""
    return [mutant for module in modules(__name__) for mutant in vars(module)["MUTANTS"]]

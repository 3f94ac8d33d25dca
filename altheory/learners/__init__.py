"""Learners: pure ``init``, ``step`` and ``hypothesis``, one method a file."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

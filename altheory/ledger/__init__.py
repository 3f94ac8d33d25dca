"""Claims, how they are checked, what a check can grant, and the reports."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

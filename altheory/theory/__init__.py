"""Closed-form laws of label complexity and lower bounds, one law a file."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

"""Acquisition functions: which instances to ask about next, as functions of arrays."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

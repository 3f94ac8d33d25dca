"""Exact hypothesis classes, one file each, found by discovery and never listed."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

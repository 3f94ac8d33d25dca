"""Worked cases: small graphs with few labels, on which the methods differ and why is seen."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

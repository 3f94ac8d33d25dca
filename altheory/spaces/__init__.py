"""Domains: the regions and the probability laws of the line and of finite sets."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

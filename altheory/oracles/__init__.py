"""Those who answer: one way of labeling a file."""

from altheory.discovery import reexport

__getattr__ = reexport(__name__)

"""How hard a class is: query trees, star sets, disagreement coefficients."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

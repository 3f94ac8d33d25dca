"""Semi-supervised and active learning on weighted graphs: labels that propagate."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

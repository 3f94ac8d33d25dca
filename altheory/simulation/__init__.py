"""Streams, transcripts, replicates and label complexity with its uncertainty."""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

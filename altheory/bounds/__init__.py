"""Concrete confidence bounds, one file each; the function bears the file's name."""

from altheory.discovery import namesakes

globals().update(namesakes(__name__))

"""Those who answer, one way of labeling a file; the function bears the file's name."""

from altheory.discovery import namesakes

globals().update(namesakes(__name__))

"""Those who answer, one way of labeling a file; the function bears the file's name."""

from altheory.discovery import namesakes as _namesakes

globals().update(_namesakes(__name__))

"""Axes-level drawing functions, paper styles, figure bundles.

A drawing function takes ``ax``, returns a `Drawing` (its artists and the table of
what it drew), shows nothing and leaves Matplotlib's settings alone.
"""

from altheory.discovery import namesakes as _namesakes

globals().update(_namesakes(__name__))

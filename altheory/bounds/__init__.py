"""Concrete confidence bounds, one file each; the function bears the file's name.

``uniform`` returns the theorem that makes one of them hold for a whole class at once, and
``tightest`` that with the shortest interval.
"""

from altheory.bounds._tightest import tightest as tightest
from altheory.bounds._uniform import uniform as uniform
from altheory.discovery import namesakes as _namesakes

globals().update(_namesakes(__name__))

"""Laws that theory imposes, and Hypothesis strategies that try to break them.

``laws`` needs nothing but the object under test; ``strategies`` needs Hypothesis
and is loaded only when it is named.
"""

from altheory.discovery import reexport

__getattr__, __dir__ = reexport(__name__)

"""Axes-level drawing functions, paper styles, figure bundles.

A drawing function takes ``ax``, returns a `Drawing` (its artists and the table of
what it drew), shows nothing and leaves Matplotlib's settings alone.
"""

from altheory.discovery import modules

# ``altheory.plot.style`` is the function of that file, not the file: binding it here,
# after the import system has bound the submodule, is what makes the short name callable.
globals().update(
    {
        name: vars(module)[name]
        for module in modules(__name__)
        if (name := module.__name__.rpartition(".")[2]) in vars(module)
    }
)

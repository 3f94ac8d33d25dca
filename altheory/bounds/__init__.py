"""Concrete confidence bounds, one file each; the function bears the file's name."""

from altheory.discovery import modules

# ``altheory.bounds.hoeffding`` is the function: binding it here, after the import
# system has bound the submodule, is what makes the short name callable.
globals().update(
    {
        m.__name__.rpartition(".")[2]: vars(m)[m.__name__.rpartition(".")[2]]
        for m in modules(__name__)
    }
)

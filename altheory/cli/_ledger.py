"""Loading the part of the ledger that the arguments of a command may mean."""

from collections.abc import Sequence
from pathlib import Path

import typer

from altheory.errors import DomainError, UnknownNameError
from altheory.ledger import registry as ledger


def load(arguments: Sequence[str], *, everything: bool) -> tuple[ledger.Registry, list[str]]:
    """Return the claims, and the keys that the arguments (keys or files) name.

    A plugin loads if everything is wanted or a key begins with its name.
    """
    names = [argument for argument in arguments if not argument.endswith(".py")]
    for name in names:
        if set(name) & set("*?["):
            raise UnknownNameError(
                f"no claim is called {name!r}; a pattern goes with --select: "
                f"altheory check --select '{name}'"
            )
    files = [Path(argument) for argument in arguments if argument.endswith(".py")]
    spaces = {name.partition(":")[0] for name in names}
    registry = ledger.load(namespaces=lambda name: everything or name in spaces, files=files)
    if any(name not in registry.entries for name in names):
        complain(registry)  # what does not load may be what was meant
    for path in files:
        if not _held(registry, path):
            broken = [problem for problem in registry.problems if str(path.resolve()) in problem]
            raise DomainError("; ".join(broken) or f"{path} holds no claim")
    return registry, [*names, *(key for path in files for key in _held(registry, path))]


def _held(registry: ledger.Registry, path: Path) -> list[str]:
    where = str(path.resolve())
    return [key for key, entry in registry.entries.items() if entry.origin.where == where]


def one(key: str) -> tuple[ledger.Registry, ledger.Entry]:
    """Return the claims, and the one that a key (or a file with one claim) names."""
    registry, keys = load([key], everything=False)
    if len(keys) != 1:
        raise DomainError(f"{key} holds {len(keys)} claims: {', '.join(keys)}; name one by its key")
    return registry, registry[keys[0]]


def complain(registry: ledger.Registry) -> int:
    """Print the problems of a registry on stderr; return 2 if there are any, else 0."""
    for problem in registry.problems:
        typer.echo(f"altheory: problem: {problem}", err=True)
    return 2 if registry.problems else 0

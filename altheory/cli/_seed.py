"""The seed that a command runs with: fixed unless a fresh one is asked for."""

import secrets

import typer

from altheory.errors import DomainError


def chosen(seed: int | None, *, fresh: bool) -> int:
    """Return the seed that the options name; a fresh one is drawn and printed."""
    if not fresh:
        return 0 if seed is None else seed
    if seed is not None:
        raise DomainError("--seed and --fresh exclude each other; give one")
    drawn = secrets.randbits(63)
    typer.echo(f"fresh seed: {drawn}  (repeat with --seed {drawn})", err=True)
    return drawn

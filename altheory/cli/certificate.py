"""``altheory certificate verify``: the independent checker, from the command line."""

from pathlib import Path
from typing import Annotated

import typer

from altheory.ledger import checker, graph_checker

_GROUP = "Certificates: proofs as data, which anybody may make and one small file judges."

_HELP = """Verify certificates with the independent checker.

\b
The checker is one file of the standard library; it needs no installation.
Certificates on graphs need another one, beside it:
  python -I -S altheory/ledger/checker.py FILE ...
  python -I -S altheory/ledger/graph_checker.py FILE ...

\b
Exit status: 0 all accepted, 1 one rejected, 2 one cannot be read.

\b
Example:
  altheory certificate verify proof.json
"""


def attach(app: typer.Typer) -> None:
    """Add the group of commands to the program."""
    group = typer.Typer(help=_GROUP, no_args_is_help=True, rich_markup_mode=None)
    group.command(name="verify", help=_HELP)(verify)
    group.callback()(certificate)
    app.add_typer(group, name="certificate")


def certificate() -> None:
    """Certificates: proofs as data, which anybody may make and one small file judges."""


def verify(files: Annotated[list[Path], typer.Argument(metavar="FILE...")]) -> None:
    """Judge each file in one line."""
    raise typer.Exit(max([_judge(path) for path in files]))


def _judge(path: Path) -> int:
    """Print what the checker says of a file; return its share of the exit status."""
    try:
        path.open("rb").close()
        typer.echo(f"{path}: accepted: {graph_checker.verify(checker.read(str(path)))}")
    except OSError as error:
        typer.echo(f"altheory: cannot read {path}: {error.strerror}", err=True)
        return 2
    except checker.Rejected as reason:
        typer.echo(f"{path}: rejected: {reason}")
        return 1
    return 0

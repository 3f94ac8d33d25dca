"""The application: its options, and the commands that are found beside it."""

import os
import sys

import typer

from altheory.discovery import modules
from altheory.errors import AltheoryError

app = typer.Typer(
    name="altheory",
    help="Active-learning theory that answers by computing.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    rich_markup_mode=None,
)


def _version(wanted: bool) -> None:
    if wanted:
        from altheory import __version__

        typer.echo(f"altheory {__version__}")
        raise typer.Exit


@app.callback()
def options(
    version: bool = typer.Option(
        False, "--version", help="Print the version and stop.", callback=_version, is_eager=True
    ),
) -> None:
    """Active-learning theory that answers by computing."""
    del version


def run() -> None:
    """Run the command; every named error is one line on stderr and exit status 2."""
    for module in modules("altheory.cli"):
        vars(module)["attach"](app)
    try:
        app()
    except AltheoryError as error:
        typer.echo(f"altheory: {error}", err=True)
        sys.exit(2)
    except BrokenPipeError:
        # the reader went away; point stdout elsewhere so that exit stays silent
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        sys.exit(1)

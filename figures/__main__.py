"""``python -m figures``: make the paper's figures, list them, or verify them."""

import os
import sys
import time
from pathlib import Path
from typing import Annotated, cast

import typer

from altheory.discovery import nearest
from altheory.errors import AltheoryError, DomainError
from altheory.plot.style import VENUES, Column
from figures.cache import default_folder
from figures.gallery import make, mismatch
from figures.plate import full_name, names, plate

OUT = Path("build", "figures")

app = typer.Typer(
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
    context_settings={"help_option_names": ["-h", "--help"]},
)


@app.command()
def figures(
    chosen: Annotated[
        list[str] | None, typer.Argument(metavar="NAME", help="Name or number; all if none.")
    ] = None,
    *,
    out: Annotated[Path, typer.Option(metavar="DIR", help="Where the bundles go, or are.")] = OUT,
    style: Annotated[str, typer.Option(metavar="|".join(VENUES), help="The page.")] = "icml",
    column: Annotated[str, typer.Option(metavar="half|full", help="How wide.")] = "half",
    cache: Annotated[
        Path | None, typer.Option(metavar="DIR", help="Where computed data are kept.")
    ] = None,
    listed: Annotated[bool, typer.Option("--list", help="List the figures and stop.")] = False,
    verify: Annotated[
        bool, typer.Option("--verify", help="Compare bundles with data computed anew.")
    ] = False,
) -> None:
    """Make figures, each a bundle of PDF, SVG, PNG, CSV and JSON.

    Example: python -m figures 2 --style slides --out talk
    """
    wanted = tuple(dict.fromkeys(map(full_name, chosen or names())))
    if listed:
        for name in wanted:
            typer.echo(f"{name:<24}  {plate(name).title}")
    elif verify:
        _verify(wanted, out)
    else:
        _make(wanted, _folder(out), style, column, cache or default_folder())


def _make(wanted: tuple[str, ...], out: Path, style: str, column: str, kept: Path) -> None:
    if style not in VENUES:  # before any work is done
        raise nearest(style, tuple(VENUES), "style")
    VENUES[style].width(cast(Column, column))
    for place, name in enumerate(wanted, start=1):
        start = time.monotonic()
        files = make(name, out, venue=style, column=cast(Column, column), kept=kept)
        spent = time.monotonic() - start
        kinds = " ".join(path.suffix[1:] for path in files)
        typer.echo(f"[{place}/{len(wanted)}] {name}  {kinds}  {spent:.1f} s", err=True)


def _verify(wanted: tuple[str, ...], out: Path) -> None:
    failures = 0
    for place, name in enumerate(wanted, start=1):
        difference = mismatch(name, out)
        failures += bool(difference)
        typer.echo(f"[{place}/{len(wanted)}] {name}  {difference or 'verified'}", err=True)
    if failures:
        raise typer.Exit(1)


def _folder(out: Path) -> Path:
    """Return the folder, made if need be, or refuse it before any work is done."""
    try:
        out.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise DomainError(f"cannot write to {out}: {error.strerror}; name another --out") from error
    if not os.access(out, os.W_OK):
        raise DomainError(f"cannot write to {out}: no permission; name another --out")
    return out


def main() -> None:
    """Run the command; every named error is one line on stderr and exit status 2."""
    try:
        app(prog_name="python -m figures")
    except AltheoryError as error:
        typer.echo(f"figures: {error}", err=True)
        sys.exit(2)


if __name__ == "__main__":
    main()

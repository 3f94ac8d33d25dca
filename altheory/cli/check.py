"""``altheory check``: every claim beside what is found, and an exit status to rely on."""

import itertools
import shutil
import sys
from pathlib import Path
from typing import Annotated, Any

import typer

from altheory.cli import _ledger, _seed
from altheory.cli._output import writable, write
from altheory.cli._terminal import bar, encodable, paint, visible
from altheory.ledger import reports, selection
from altheory.ledger.records import Report
from altheory.ledger.runner import Settings, run
from altheory.ledger.standing import status, summary

_HELP = """Check the claims of the ledger, and say what is known of each.

\b
With no options: every claim, its fast checks, the same random numbers each
time. A claim is PROVED, ENCLOSED, SUPPORTED, REFUTED or INCONCLUSIVE.

\b
With --controls every check also judges the false twins of each claim. Some
check, and every statistical one, must reject each twin; the check that decided
must not accept them all.

\b
Exit status: 0 every verdict is the expected one, 1 a wrong verdict or a control
treated wrongly, 2 usage, nothing to examine, inconclusive or a broken plugin,
130 interrupted.

\b
Examples:
  altheory check
  altheory check thresholds/cal/expected-queries/fixed-target
  altheory check --select 'thresholds/*' --controls
  altheory check --tier normal --jobs 2 --format junit -o report.xml
  altheory check path/to/my_claims.py
"""


def attach(app: typer.Typer) -> None:
    """Add the command to the program."""
    app.command(name="check", help=_HELP)(check)


def check(
    keys: Annotated[
        list[str] | None, typer.Argument(metavar="KEY|FILE.py", show_default=False)
    ] = None,
    *,
    select: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Keep claims that match; repeatable.")
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option(metavar="GLOB", help="Drop claims that match; repeatable.")
    ] = None,
    method: Annotated[
        str | None, typer.Option(metavar="|".join(selection.METHODS), help="Checks of one method.")
    ] = None,
    tier: Annotated[
        str, typer.Option(metavar="|".join(selection.TIERS), help="The longest checks to run.")
    ] = "fast",
    jobs: Annotated[int, typer.Option(metavar="N", help="Worker processes.")] = 1,
    seed: Annotated[int | None, typer.Option(help="Seed of the statistical checks; 0.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Draw a seed and print it.")] = False,
    controls: Annotated[
        bool, typer.Option("--controls", help="Also judge the false twins.")
    ] = False,
    form: Annotated[
        str, typer.Option("--format", metavar="|".join(reports.formats()), help="Form of report.")
    ] = "text",
    output: Annotated[
        Path | None, typer.Option("-o", "--output", metavar="FILE", help="Write it to a file.")
    ] = None,
) -> None:
    """Check the chosen claims, report, and exit with what was found."""
    renderer = reports.formats()[reports.known(form)]
    scope = selection.scope(tier, method)
    settings = Settings(scope, _seed.chosen(seed, fresh=fresh), controls, jobs)
    writable(output)
    registry, wanted = _ledger.load(keys or [], everything=not keys or bool(select or ignore))
    chosen = selection.claims(registry, wanted, select=select or (), ignore=ignore or ())
    with bar(len(chosen)) as move:
        done = itertools.count(1)
        report = run(registry, chosen, settings, lambda record: move(next(done), record.key))
    page = _page(renderer, report, output)
    write(page if output else encodable(page, sys.stdout.encoding), output)
    _aside(report, form, output)
    raise typer.Exit(status(report))


def _page(renderer: Any, report: Report, output: Path | None) -> str:
    if renderer.FORMAT != "text":
        return str(renderer.render(report))
    width = max(shutil.get_terminal_size((100, 24)).columns, 80) if sys.stdout.isatty() else 100
    if output is None and visible(sys.stdout):
        return str(renderer.render(report, width=width, paint=paint))
    return str(renderer.render(report, width=width))


def _aside(report: Report, form: str, output: Path | None) -> None:
    """Say on stderr what a reader of a file or of another format would not see."""
    if form != "text":
        for problem in report.problems:
            typer.echo(f"altheory: problem: {problem}", err=True)
    if output is not None:
        typer.echo(summary(report), err=True)

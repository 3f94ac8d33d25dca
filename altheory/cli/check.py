"""``altheory check``: every claim beside what is found, and an exit status to rely on."""

import contextlib
import os
import secrets
import shutil
import sys
from collections.abc import Generator
from pathlib import Path
from typing import Annotated, Any

import typer

from altheory.cli._output import writable, write
from altheory.errors import DomainError
from altheory.ledger import registry as ledger
from altheory.ledger import reports, selection
from altheory.ledger.records import Report
from altheory.ledger.runner import Progress, Settings, run
from altheory.ledger.standing import status, summary

_HELP = """Check the claims of the ledger, and say what is known of each.

\b
With no options: every claim, its fast checks, the same random numbers each
time. A claim is PROVED, ENCLOSED, SUPPORTED, REFUTED or INCONCLUSIVE.

\b
Exit status: 0 every verdict is the expected one, 1 a wrong verdict or a false
twin that survives, 2 usage, inconclusive or a broken plugin, 130 interrupted.

\b
Examples:
  altheory check
  altheory check thresholds/cal/expected-queries
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
    jobs: Annotated[int | None, typer.Option(help="Worker processes.")] = None,
    seed: Annotated[int | None, typer.Option(help="Seed of the statistical checks; 0.")] = None,
    fresh: Annotated[bool, typer.Option("--fresh", help="Draw a seed and print it.")] = False,
    controls: Annotated[
        bool, typer.Option("--controls", help="Also show that the false twins are rejected.")
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
    settings = Settings(scope, chosen_seed(seed, fresh=fresh), controls, _jobs(jobs))
    writable(output)
    registry, wanted = _wanted(keys or [], [*(select or []), *(ignore or [])])
    chosen = selection.claims(registry, wanted, select=select or (), ignore=ignore or ())
    with _progress(len(chosen)) as progress:
        report = run(registry, chosen, settings, progress)
    write(_page(renderer, report, output), output)
    _aside(report, form, output)
    raise typer.Exit(status(report))


def chosen_seed(seed: int | None, *, fresh: bool) -> int:
    """Return the seed that the options name, drawing and printing a fresh one if asked."""
    if not fresh:
        return 0 if seed is None else seed
    if seed is not None:
        raise DomainError("--seed and --fresh exclude each other; give one")
    drawn = secrets.randbits(63)
    typer.echo(f"fresh seed: {drawn}  (repeat with --seed {drawn})", err=True)
    return drawn


def _jobs(jobs: int | None) -> int:
    return 1 if jobs is None else jobs


def _wanted(arguments: list[str], patterns: list[str]) -> tuple[ledger.Registry, list[str]]:
    """Load what the arguments may mean; return it with the keys they name."""
    names = [argument for argument in arguments if not _is_file(argument)]
    files = [Path(argument) for argument in arguments if _is_file(argument)]
    spaces = {name.partition(":")[0] for name in names}
    everything = not arguments or bool(patterns)
    registry = ledger.load(namespaces=lambda name: everything or name in spaces, files=files)
    paths = {str(path.resolve()) for path in files}
    held = [key for key, entry in registry.entries.items() if entry.origin.where in paths]
    if files and not held:
        raise DomainError("; ".join(registry.problems) or "the files hold no claim")
    return registry, [*names, *held]


def _is_file(argument: str) -> bool:
    return argument.endswith(".py") or Path(argument).is_file()


def _visible(stream: Any) -> bool:
    """Tell whether color and motion can be seen on ``stream``."""
    return stream.isatty() and not os.environ.get("NO_COLOR") and os.environ.get("TERM") != "dumb"


def _page(renderer: Any, report: Report, output: Path | None) -> str:
    if renderer.FORMAT != "text":
        return str(renderer.render(report))
    width = max(shutil.get_terminal_size((100, 24)).columns, 80) if sys.stdout.isatty() else 100
    if output is None and _visible(sys.stdout):
        return str(renderer.render(report, width=width, paint=_paint))
    return str(renderer.render(report, width=width))


def _paint(text: str, style: str) -> str:
    return typer.style(text, dim=True) if style == "dim" else typer.style(text, fg=style)


def _aside(report: Report, form: str, output: Path | None) -> None:
    """Say on stderr what a reader of a file or of another format would not see."""
    if form != "text":
        for problem in report.problems:
            typer.echo(f"altheory: problem: {problem}", err=True)
    if output is not None:
        typer.echo(summary(report), err=True)


@contextlib.contextmanager
def _progress(total: int) -> Generator[Progress]:
    """Show a bar on a terminal; stay silent anywhere else."""
    if not _visible(sys.stderr):
        yield lambda _: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

    columns = (BarColumn(24), MofNCompleteColumn(), TextColumn("[dim]{task.description}"))
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=total)
        yield lambda record: bar.update(task, advance=1, description=record.key)
